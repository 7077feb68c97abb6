"""`serve` as a process of its own: on loopback, quiet about itself, and stopped by an interrupt."""

import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest

CODE = """
import sys
from pathlib import Path
from marsad.web import serve
serve(Path(sys.argv[1]), port=int(sys.argv[2]))
"""


def free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        port: int = asked.getsockname()[1]
        return port


def ask(url: str, process: subprocess.Popen[str]) -> httpx.Response:
    until = time.monotonic() + 30
    while True:
        try:
            return httpx.get(url, trust_env=False, timeout=30)
        except httpx.ConnectError:
            if process.poll() is not None or time.monotonic() > until:
                pytest.fail(f"the server did not start: {process.communicate()[1]}")
            time.sleep(0.1)


def test_serve(workspace: Path) -> None:
    port = free_port()
    command = [sys.executable, "-c", CODE, str(workspace), str(port)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        answer = ask(f"http://127.0.0.1:{port}/index.json", process)
        assert answer.status_code == 200
        assert answer.json()["counts"]["reports"] == 3
        assert "server" not in answer.headers
    finally:
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=30)
    assert (errors, process.returncode) == ("", 0)
