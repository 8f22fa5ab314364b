"""The page lets in this person's own browser alone, and what stands in a note is inert in it."""

import re
import socket
import time

import pytest
from starlette.datastructures import Headers

from assistant.web import bodies, gatekeeper, protocol
from assistant.web.exchange import own_path

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'><svg/onload=alert(3)> \u202ereversed\u202c \x1b[31m"
PATHS = [
    "/",
    "/records",
    "/people",
    "/goals",
    "/ladder",
    "/drafts",
    "/timeline",
    "/insights",
    "/notes/N1",
    "/records/E1",
]


def test_the_address_holds_a_token_that_is_new_at_each_start(door):
    assert re.fullmatch(rf"http://127\.0\.0\.1:{door.port}/\?token=[\w-]{{40,}}", door.serving.url)


def test_the_token_becomes_a_cookie_that_no_script_and_no_other_site_gets(door):
    answer = door.get(f"/?token={door.token}", cookie=None)
    assert answer.status == 303
    assert answer.headers["location"] == "/"
    kept = answer.headers["set-cookie"].lower()
    assert "httponly" in kept
    assert "samesite=strict" in kept


@pytest.mark.parametrize("path", [*PATHS, "/static/page.css", "/nowhere"])
def test_nothing_is_shown_without_the_token(door, path):
    for cookie in (None, "", f"assistant-{door.port}=wrong", f"assistant-1={door.token}"):
        answer = door.get(path, cookie=cookie)
        assert answer.status == 403
        assert b"token" in answer.body


def test_a_wrong_token_in_the_address_sets_no_cookie(door):
    answer = door.get("/?token=wrong", cookie=None)
    assert answer.status == 403
    assert answer.headers["set-cookie"] is None


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", "", "[::1]:{port}"]
)
def test_a_foreign_host_is_refused(door, host):
    assert door.get("/", host=host.format(port=door.port)).status == 403


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "https://127.0.0.1:{port}", "http://127.0.0.1:1", ""]
)
def test_a_foreign_origin_is_refused_and_changes_nothing(door, origin):
    told = {"origin": origin.format(port=door.port)}
    assert door.ask("POST", "/log", b"text=Shipped+it.", **told).status == 403
    assert door.get("/", **told).status == 403
    assert door.app().notes(None, None, None) == []


@pytest.mark.parametrize("where", ["cross-site", "same-site"])
def test_what_a_browser_calls_another_site_is_refused(door, where):
    assert door.get("/", sec_fetch_site=where).status == 403
    assert door.ask("POST", "/log", b"text=Shipped+it.", origin=None, sec_fetch_site=where).status == 403


def test_a_change_without_any_origin_is_refused(door):
    assert door.ask("POST", "/log", b"text=Shipped+it.", origin=None).status == 403


@pytest.mark.parametrize("path", [*PATHS, "/static/page.js"])
def test_every_answer_carries_the_policy(door, path):
    answer = door.get(path)
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "no-store" in answer.headers["cache-control"] or path.startswith("/static")


@pytest.mark.parametrize(
    "path",
    [
        "/static/../serving.py",
        "/static/%2e%2e/serving.py",
        "/static/..%2f..%2fapp/__init__.py",
        "/static//etc/passwd",
        "/static/%2fetc%2fpasswd",
        "/static/..\\serving.py",
        "/static/page.css%00.html",
        "/static/",
        "/../../etc/passwd",
        "/records/..%2f..%2fetc%2fpasswd",
        "/notes/%2e%2e",
    ],
)
def test_a_path_leads_nowhere_else(door, path):
    answer = door.get(path)
    assert answer.status in (400, 404)
    assert b"root:" not in answer.body
    assert b"import" not in answer.body


def test_a_body_of_ten_megabytes_is_refused(door):
    text = b"text=" + b"x" * 10_000_000
    line = socket.create_connection(("127.0.0.1", door.port), timeout=10)
    line.sendall(_head(door, len(text)))
    assert line.recv(100).startswith(b"HTTP/1.1 413")
    line.close()
    assert door.app().notes(None, None, None) == []


def test_a_body_that_hides_its_length_is_refused_too(door):
    head = _head(door, 0).replace(b"content-length: 0", b"transfer-encoding: chunked")
    line = socket.create_connection(("127.0.0.1", door.port), timeout=10)
    line.sendall(head)
    chunk = b"%x\r\n" % 1_000_000 + b"x" * 1_000_000 + b"\r\n"
    answer = b""
    try:
        for _ in range(12):
            line.sendall(chunk)
        answer = line.recv(100)
    except (BrokenPipeError, ConnectionResetError):
        answer = b"HTTP/1.1 413"  # refused so early that what was still under way was not read
    line.close()
    assert answer.startswith(b"HTTP/1.1 413")
    assert door.app().notes(None, None, None) == []


def test_a_body_that_drips_in_is_refused_in_time(door, monkeypatch):
    monkeypatch.setattr(bodies, "SECONDS", 0.3)
    with socket.create_connection(("127.0.0.1", door.port), timeout=10) as line:
        line.sendall(_head(door, 1_000) + b"te")
        assert line.recv(100).startswith(b"HTTP/1.1 408")
    assert door.app().notes(None, None, None) == []


@pytest.mark.parametrize("begun", [b"", b"GET / HT", b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nx: "])
def test_a_head_that_never_ends_is_closed_in_time(door, monkeypatch, begun):
    monkeypatch.setattr(protocol.TimedHeads, "seconds", 0.3)
    started = time.monotonic()
    with socket.create_connection(("127.0.0.1", door.port), timeout=10) as line:
        line.sendall(begun)
        assert line.recv(100) == b""
    assert time.monotonic() - started < 5


def test_a_second_request_on_a_line_is_timed_too(door, monkeypatch):
    with socket.create_connection(("127.0.0.1", door.port), timeout=10) as line:
        head = f"GET /static/icon.svg HTTP/1.1\r\nhost: 127.0.0.1:{door.port}\r\ncookie: {door.cookie}\r\n\r\n".encode()
        line.sendall(head)
        assert line.recv(10_000).startswith(b"HTTP/1.1 200")
        time.sleep(0.2)  # the whole answer is there, and the line is quiet
        monkeypatch.setattr(protocol.TimedHeads, "seconds", 0.3)
        line.sendall(b"GET / HT")
        while line.recv(10_000):
            pass


def test_what_stands_in_a_note_is_inert_on_every_page(site):
    with_app = site.app()
    text = (
        f"Cut p99 from 820ms to 480ms with {HOSTILE}. Paired with <b>Dana</b> on it. I want to reach senior {HOSTILE}."
    )
    logged = with_app.log(text, source=HOSTILE)
    for record in logged.inbox:
        with_app.settle(record.id, "active")  # words that hide something wait for a person
    for record in (*logged.records, *logged.inbox):
        with_app.edit(record.id, {"summary": HOSTILE + record.id})
    with_app.keep("pending " + HOSTILE)
    with_app.draft("brag")
    shown = [
        "/drafts/D1",
        "/drafts/D1/edit",
        "/?note=N1",
        "/records?q=" + "%3Cscript%3Ealert(9)",
        "/records?status=superseded",
    ]
    shown += [f"/records/{record.id}" for record in with_app.select(status=None)]
    with_app.close()
    for path in [*PATHS, *shown]:
        page = site.get(path).text
        assert not re.search(r"<script(?! src=\"/static/page\.js\")|<img|<svg/|<b>Dana", page), path
        assert not re.search(r"[\u202a-\u202e\x1b]", page), path
        assert not re.search(r"<[^>]*\s(?:style|on\w+)=", page), path


def test_script_in_a_form_comes_back_inert(site):
    said = site.post("/gate", text=HOSTILE).text + site.post("/records/E1/settle", to=HOSTILE).text
    said += site.get("/records?kind=%3Cscript%3E").text + site.post("/log", text="x", day=HOSTILE).text
    assert "<script>" not in said
    assert "<img" not in said


def test_an_error_tells_no_words_of_a_note(site, monkeypatch):
    site.post("/log", text="A secret sentence about Dana.")
    monkeypatch.setattr("assistant.app.App.desk", lambda self, note: 1 / 0)
    answer = site.get("/?note=N1")
    assert answer.status == 500
    assert "ZeroDivisionError" in answer.text
    assert "secret" not in answer.text
    assert "Traceback" not in answer.text


@pytest.mark.parametrize("said", ["//evil.example", "https://evil.example", "/\\evil.example", "", "evil", "/a\nb"])
def test_the_way_back_never_leads_elsewhere(said):
    assert own_path(said, "/here") == "/here"


def test_a_cookie_that_is_none_is_no_cookie():
    assert gatekeeper._cookie(Headers({"cookie": "\x00=;;;[="}), "assistant-1") == ""


def test_it_listens_on_the_loopback_address_alone(door):
    assert door.serving._socket.getsockname()[0] == "127.0.0.1"


def _head(site, length: int) -> bytes:
    lines = [
        "POST /log HTTP/1.1",
        f"host: 127.0.0.1:{site.port}",
        f"origin: {site.base}",
        f"cookie: {site.cookie}",
        "content-type: application/x-www-form-urlencoded",
        f"content-length: {length}",
    ]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()
