"""Fixtures shared by all tests: stores on a real SQLite and a real PostgreSQL."""

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest

from marsad.store import Store

_numbers = itertools.count()


@pytest.fixture(scope="session", autouse=True)
def _no_imported_places(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What the person who runs the tests has imported changes no test: their folder is an empty one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data")))
        yield


@pytest.fixture(scope="session")
def postgres_folder() -> Iterator[str]:
    """The socket folder of a PostgreSQL server of this session."""
    from tests import postgres

    place = postgres.binaries()
    if place is None:
        # A store that was tried over SQLite alone is not tried: a missing tool fails here, it never skips.
        pytest.fail("no PostgreSQL binaries: install the development dependencies (make setup)")
    with postgres.server(place) as folder:
        yield folder


@pytest.fixture
def postgres_url(postgres_folder: str) -> str:
    """The URL of a new, empty PostgreSQL database."""
    import psycopg

    name = f"marsad_{next(_numbers)}"
    with psycopg.connect(host=postgres_folder, user="marsad", dbname="postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")  # type: ignore[call-overload,unused-ignore]
    return f"postgresql://marsad@/{name}?host={postgres_folder}"


@pytest.fixture(params=["sqlite", "postgresql"])
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of a new, empty database of each kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'marsad.sqlite'}"
    url: str = request.getfixturevalue("postgres_url")
    return url


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    """A new store on each database."""
    with Store.create(store_url) as made:
        yield made
