"""The server: the app over a workspace, on loopback unless another address is asked for."""

from contextlib import suppress
from pathlib import Path

import uvicorn

from marsad.monitor import Monitor
from marsad.web.app import LOOPBACK, create_app

ANY_ADDRESS = ("0.0.0.0", "::")  # noqa: S104 - named to know it, not to use it


def serve(folder: Path, host: str = "127.0.0.1", port: int = 8765) -> None:
    """Serve a workspace until stopped. Raises WorkspaceError where the folder is none.

    There are no accounts yet: whoever reaches the address reads everything. So it is loopback unless the user says so,
    and where every address is listened on, no host name is refused.
    """
    hosts = () if host in ANY_ADDRESS else {*LOOPBACK, host}
    # Without the Server and Date headers the answers do not tell what runs here; the access log is not kept.
    with Monitor.open(folder) as monitor:
        config = uvicorn.Config(
            create_app(monitor, hosts=hosts),
            host=host,
            port=port,
            log_level="warning",
            access_log=False,
            server_header=False,
            date_header=False,
            ws="none",
        )
        # The server has shut down in order by then, and raises the signal once more for who called it.
        with suppress(KeyboardInterrupt):
            uvicorn.Server(config).run()
