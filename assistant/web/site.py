"""Routes to pages, and every error to a page that says what to do.

Invariant: a page runs in a worker's thread with that worker's App; here nothing of a home is touched.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from urllib.parse import parse_qsl

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from assistant import messages
from assistant.app import App
from assistant.app.workers import Lane, Workers
from assistant.errors import AssistantError, ModelError, NothingToStandOn, UsageError
from assistant.web.bodies import WholeBodies
from assistant.web.exchange import Answer, Asked, Download, Elsewhere, Page, Use
from assistant.web.gatekeeper import Gatekeeper
from assistant.web.pages import PAGES
from assistant.web.rendering import render
from store.errors import StoreError, UnknownId

STATUS: tuple[tuple[type[Exception], int], ...] = (
    (UnknownId, 404),
    (UsageError, 400),
    (NothingToStandOn, 422),
    (ModelError, 502),
    (AssistantError, 500),
    (StoreError, 503),
)


def build(workers: Workers, *, token: str, port: int) -> ASGIApp:
    """The whole page as an ASGI application."""
    routes = [
        Route(
            page.path, _endpoint(workers, page.lane, page.use), methods=[page.method], name=f"{page.method} {page.path}"
        )
        for page in PAGES
    ]
    files = StaticFiles(packages=[("assistant.web", "static")])
    return Starlette(
        routes=[*routes, Mount("/static", files)],
        exception_handlers={HTTPException: _not_there},
        middleware=[Middleware(Gatekeeper, token=token, port=port), Middleware(WholeBodies)],
    )


def _endpoint(workers: Workers, lane: Lane, use: Use) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        asked = await _asked(request)
        return await workers.wait(lane, lambda app: _answered(app, use, asked))

    return endpoint


async def _asked(request: Request) -> Asked:
    form: dict[str, tuple[str, ...]] = {}
    body = (await request.body()).decode("utf-8", "replace") if request.method == "POST" else ""
    for name, value in parse_qsl(body, keep_blank_values=True, max_num_fields=2_000):
        form[name] = (*form.get(name, ()), value)
    return Asked(
        path={name: str(value) for name, value in request.path_params.items()},
        query=dict(request.query_params),
        form=form,
        part=request.headers.get("x-part") == "1",
    )


def _answered(app: App, use: Use, asked: Asked) -> Response:
    """The page, or the page that says what went wrong; never a traceback, never note text in it."""
    try:
        return _response(use(app, asked), app, asked)
    except Exception as fault:
        status = next((code for kind, code in STATUS if isinstance(fault, kind)), 500)
        known = isinstance(fault, AssistantError | StoreError)
        said = str(fault) if known else messages.UNEXPECTED.format(kind=type(fault).__name__)
        return _told(said, status, asked)


def _response(answer: Answer, app: App, asked: Asked) -> Response:
    match answer:
        case Elsewhere(path=path):
            return RedirectResponse(path, 303)
        case Download(name=name, media_type=kind, data=data):
            return Response(data, media_type=kind, headers={"content-disposition": f'attachment; filename="{name}"'})
        case Page(template=template, values=values, status=status):
            shared = {"today": app.today(), "here": "", "part": asked.part, "query": ""}
            if not asked.part:
                shared["waiting"] = app.waiting()
            return HTMLResponse(render(template, {**shared, **values}), status)


def _told(said: str, status: int, asked: Asked) -> Response:
    values = {"said": said, "status": status, "here": "", "part": asked.part, "waiting": 0, "query": ""}
    return HTMLResponse(render("error.html", values), status)


async def _not_there(request: Request, fault: Exception) -> Response:
    status = fault.status_code if isinstance(fault, HTTPException) else 500
    return _told(messages.NO_SUCH_PAGE, status, Asked(part=request.headers.get("x-part") == "1"))
