"""Pages rendered on the server, each with a `.json` twin, over a monitor. Read-only; no script; nothing from elsewhere.

`create_app(folder)` makes the FastAPI app, `serve(folder)` runs it on loopback.
"""

from marsad.web.app import create_app
from marsad.web.serve import serve

__all__ = ["create_app", "serve"]
