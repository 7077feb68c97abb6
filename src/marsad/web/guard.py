"""What every answer carries, and who may ask: no scripts, no third party, no cookies, no foreign host names."""

from collections.abc import Collection

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# Everything is refused, then the style sheet, the icon and our own forms are let in. Nothing may be inline.
POLICY = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "img-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)

HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    # What an analyst looks at stays out of the browser's cache on disk.
    "Cache-Control": "no-store",
}


class Guard:
    """Adds the headers to every answer, and refuses requests for a host name that is not this server's.

    A page elsewhere can have its own name resolve to 127.0.0.1 and read a server that trusts any name (DNS rebinding);
    a server that listens on loopback is open to it. An empty `hosts` lets every name in.
    """

    def __init__(self, app: ASGIApp, hosts: Collection[str] = ()) -> None:
        self.app = app
        self.hosts = frozenset(host.lower() for host in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
            await send(message)

        host = host_name(Headers(scope=scope).get("host", ""))
        if self.hosts and host not in self.hosts:
            refusal = PlainTextResponse("this server answers to its own name only; open it as http://127.0.0.1\n", 400)
            await refusal(scope, receive, guarded)
            return
        await self.app(scope, receive, guarded)


def host_name(header: str) -> str:
    """The name in a Host header without its port; the address without brackets where it is of IPv6."""
    if header.startswith("["):
        return header[1:].partition("]")[0].lower()
    return header.partition(":")[0].lower()
