"""Parameters of an address, read strictly: what is not known, given twice or not a value is refused in one line."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from starlette.exceptions import HTTPException
from starlette.requests import Request

from marsad.model import Category, Measure

Choice = TypeVar("Choice", bound=StrEnum)

MOST_IN_A_LIST = 200
USUAL_IN_A_LIST = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """How the reader wants to see things: counted under which policy, as known at the end of which day."""

    policy: str
    as_of: date | None

    def query(self, **more: str | None) -> dict[str, str]:
        """The parameters that keep this view in a link."""
        own = {"policy": self.policy, "as_of": self.as_of.isoformat() if self.as_of else None}
        return {name: value for name, value in (own | more).items() if value}


def given(request: Request, known: Collection[str]) -> dict[str, str]:
    """The parameters that were given a value. Raises 400 for one that is not known here or is given twice."""
    found: dict[str, str] = {}
    for name, value in request.query_params.multi_items():
        if name not in known:
            refuse(f"unknown parameter {name!r}; known here: {', '.join(sorted(known)) or 'none'}")
        if name in found:
            refuse(f"parameter {name!r} is given twice; give it once")
        found[name] = value
    return {name: value for name, value in found.items() if value}


def refuse(message: str) -> None:
    """Raises 400 with this line."""
    raise HTTPException(400, message)


def view(asked: dict[str, str], policies: Collection[str], usual: str) -> View:
    """The view that was asked for. Raises 400 for an unknown policy or a day that is none."""
    policy = asked.get("policy", usual)
    if policy not in policies:
        refuse(f"unknown policy {policy!r}; known: {', '.join(policies)}")
    return View(policy=policy, as_of=day(asked.get("as_of")))


def day(text: str | None) -> date | None:
    """The day written as 2025-03-08, or None where none is given. Raises 400 for anything else."""
    if text is None:
        return None
    try:
        found = date.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or found.isoformat() != text:
        refuse(f"as_of {text!r} is not a day; write it as 2025-03-08")
    return found


def measure(text: str | None) -> Measure:
    """The measure, "killed" where none is given. Raises 400 for an unknown one."""
    return _choice(Measure, "measure", text, Measure.KILLED)


def category(text: str | None) -> Category:
    """The class of victims, all where none is given. Raises 400 for an unknown one."""
    return _choice(Category, "category", text, Category.ANY)


def limit(text: str | None) -> int:
    """How many entries a list page holds. Raises 400 for anything but 1 to 200."""
    if text is None:
        return USUAL_IN_A_LIST
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= MOST_IN_A_LIST):
        refuse(f"limit {text!r} is not a number from 1 to {MOST_IN_A_LIST}")
    return int(text)


def _choice(kind: type[Choice], name: str, text: str | None, usual: Choice) -> Choice:
    if text is None:
        return usual
    known = [value.value for value in kind]
    if text not in known:
        refuse(f"unknown {name} {text!r}; known: {', '.join(known)}")
    return kind(text)
