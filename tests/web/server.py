"""The app on a real server on loopback, and a client of it."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import uvicorn

from marsad.publish.gather import Monitoring
from marsad.web import create_app


@contextmanager
def address(monitor: Monitoring) -> Iterator[str]:
    """The address of a server over this monitor, which runs until the block is left."""
    config = uvicorn.Config(create_app(monitor), log_level="critical", access_log=False, ws="none", lifespan="off")
    server = uvicorn.Server(config)
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        try:
            _wait(server, thread)
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join(10)


@contextmanager
def client(monitor: Monitoring) -> Iterator[httpx.Client]:
    """A client of such a server. It takes no proxy from the environment: nothing leaves this machine."""
    with address(monitor) as base, httpx.Client(base_url=base, trust_env=False, timeout=30) as made:
        yield made


def _wait(server: uvicorn.Server, thread: threading.Thread) -> None:
    until = time.monotonic() + 10
    while not server.started:
        assert thread.is_alive(), "the server did not start"
        assert time.monotonic() < until, "the server did not start within ten seconds"
        time.sleep(0.01)
