"""Who is let in: our own Host, our own Origin, the token of this start; and the headers that every answer carries.

Invariant: without the token nothing of the home is read, not even whether something is there.
"""

from __future__ import annotations

import secrets
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant import messages

# Styles and scripts are files of ours: nothing inline runs, nothing is asked of another host, nobody may frame us.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",  # with no-referrer a form of our own would come with the Origin "null"
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
}
READS = ("GET", "HEAD")


class Gatekeeper:
    """The outermost layer. `port` is where we listen: another program of this machine has another one."""

    def __init__(self, app: ASGIApp, *, token: str, port: int) -> None:
        self._app, self._token = app, token
        self._hosts = {f"127.0.0.1:{port}", f"localhost:{port}"}
        # Cookies do not tell ports apart: two pages of two homes must not overwrite each other's.
        self._cookie = f"assistant-{port}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                headers.setdefault("cache-control", "no-store")
            await send(message)

        answer = self._answer(scope, Headers(scope=scope))
        await (answer or self._app)(scope, receive, with_headers)

    def _answer(self, scope: Scope, headers: Headers) -> Response | None:
        """What is answered at the door; None lets the request in."""
        if headers.get("host", "") not in self._hosts or not self._is_own(scope["method"], headers):
            return PlainTextResponse(messages.FOREIGN_REQUEST, 403)
        offered = parse_qs(scope["query_string"].decode("latin-1")).get("token")
        if offered and scope["method"] in READS:
            return self._let_in(offered[-1])
        if not self._knows(_cookie(headers, self._cookie)):
            return PlainTextResponse(messages.TOKEN_MISSING, 403)
        return None

    def _is_own(self, method: str, headers: Headers) -> bool:
        """Whether a browser says that this comes from a page of ours, or from the person themself."""
        origin = headers.get("origin")
        if origin is not None:
            return origin in {f"http://{host}" for host in self._hosts}
        site = headers.get("sec-fetch-site")
        return site in ("same-origin", "none", None) if method in READS else site == "same-origin"

    def _let_in(self, offered: str) -> Response:
        if not self._knows(offered):
            return PlainTextResponse(messages.TOKEN_MISSING, 403)
        answer = RedirectResponse("/", 303)
        answer.set_cookie(self._cookie, self._token, httponly=True, samesite="strict", path="/")
        return answer

    def _knows(self, offered: str) -> bool:
        return secrets.compare_digest(offered.encode(), self._token.encode())


def _cookie(headers: Headers, name: str) -> str:
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(name)
    except CookieError:
        return ""
    return found.value if found else ""
