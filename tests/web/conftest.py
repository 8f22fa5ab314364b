"""The page over a home of its own, served for real on a port of this machine, and a browser that looks at it."""

from __future__ import annotations

import http.client
import os
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

import pytest

from assistant import settings
from assistant.app import App
from assistant.web.serving import Serving
from store.model import Criterion, Ladder, LadderLevel

ROOT = Path(__file__).parents[2]
TODAY = "2026-07-03"
LADDER = Ladder(
    name="Northwind engineering",
    version=1,
    source="ladder.md",
    cumulative=False,
    levels=(LadderLevel(id="senior", name="Senior", position=0), LadderLevel(id="staff", name="Staff", position=1)),
    criteria=(
        Criterion(id="s1", level="senior", theme="Delivery", text="Leads projects that involve several engineers."),
        Criterion(id="s2", level="senior", theme="Delivery", text="Makes systems faster and more reliable."),
        Criterion(id="s3", level="senior", theme="People", text="Mentors engineers of the team."),
        Criterion(id="s4", level="senior", theme="People", text="Runs hiring loops and improves how we interview."),
        Criterion(id="s5", level="senior", theme="Money", text="Plans the yearly budget of the department."),
        Criterion(id="t1", level="staff", theme="Reach", text="Sets direction that several teams follow."),
        Criterion(id="t2", level="staff", theme="Reach", text="Is known outside the company, and speaks in public."),
    ),
)


@dataclass
class Answer:
    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


@dataclass
class Site:
    """A page that is being served, and requests to it as a browser of ours would send them unless told otherwise."""

    serving: Serving
    home: Path

    @property
    def port(self) -> int:
        return self.serving.port

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def cookie(self) -> str:
        return f"assistant-{self.port}={self.token}"

    @property
    def token(self) -> str:
        return urlsplit(self.serving.url).query.removeprefix("token=")

    def ask(self, method: str, path: str, body: bytes | None = None, **headers: str | None) -> Answer:
        """One request; a header given as None is left out."""
        own: dict[str, str | None] = {"cookie": self.cookie}
        if method == "POST":
            own |= {"origin": self.base, "content-type": "application/x-www-form-urlencoded"}
        own |= {name.replace("_", "-"): value for name, value in headers.items()}
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            line.request(method, path, body, {name: value for name, value in own.items() if value is not None})
            answer = line.getresponse()
            return Answer(answer.status, answer.headers, answer.read())
        finally:
            line.close()

    def get(self, path: str, **headers: str | None) -> Answer:
        return self.ask("GET", path, **headers)

    def post(self, path: str, /, **fields: str) -> Answer:
        return self.ask("POST", path, urlencode(fields).encode())

    def app(self) -> App:
        return open_app(self.home)


def open_app(home: Path) -> App:
    found = {"ASSISTANT_HOME": str(home), "ASSISTANT_ENGINE": "offline", "ASSISTANT_NOW": TODAY}
    return App(settings.load(found))


def served(home: Path) -> Iterator[Site]:
    serving = Serving(lambda: open_app(home), 0)
    thread = threading.Thread(target=serving.run)
    thread.start()
    try:
        yield Site(serving, home)
    finally:
        serving.server.should_exit = True
        thread.join(timeout=10)
        assert not thread.is_alive()


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    """An empty home."""
    yield from served(tmp_path / "home")


@pytest.fixture(scope="module")
def door(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """An empty home that nothing gets into."""
    yield from served(tmp_path_factory.mktemp("door") / "home")


@pytest.fixture(scope="session")
def half_year(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the demo's half year in it, a ladder and a promotion case; copy it before changing anything."""
    home = tmp_path_factory.mktemp("half-year") / "home"
    app = open_app(home)
    for path in sorted((ROOT / "eval" / "demo" / "notes").glob("*.md")):
        from assistant.sources import typed

        text = typed.read_file(path)
        app.log(text, typed.day_of(text, path), source=f"file:{path.name}")
    app.keep_ladder(LADDER)
    app.draft("promo", period="2026H1")
    app.refresh()
    app.close()
    return home


@pytest.fixture
def full(half_year: Path, tmp_path: Path) -> Iterator[Site]:
    """A copy of the half year, served."""
    shutil.copytree(half_year, tmp_path / "full")
    yield from served(tmp_path / "full")


def chromium() -> str:
    """Debian's, or the one that CHROMIUM names; the tests of the page are not skipped where there is none."""
    named = os.environ.get("CHROMIUM")
    found = named or next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if not found:
        pytest.fail(
            "The tests of the page need Chromium. Type: apt-get install -y chromium   (or set CHROMIUM to its path)"
        )
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    # A name that is not an address of this machine is not even looked up.
    rules = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium(), args=[rules])
        yield started
        started.close()
