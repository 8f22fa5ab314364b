"""Every way in which an endpoint can fail is one of our errors: useful, and with no key or note in it."""

from __future__ import annotations

import json
import socket
import threading
import time
import traceback
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import httpcore2
import httpx
import pytest
from pydantic import BaseModel

from assistant import settings
from assistant.errors import (
    ModelBroken,
    ModelBusy,
    ModelError,
    ModelMissing,
    ModelRefused,
    ModelUnreachable,
)
from assistant.llm.client import Model
from assistant.llm.prompts import parse

KEY = "sk-verysecret0123456789"
NOTE = "Talked with Dana about the unannounced merger."
PROMPT = parse(
    "---\nid: read\nversion: 1\ninputs:\n  note: data\noutput: Found\n---\n# System\nRead.\n# User\n$note\n",
    origin="read.md",
)


class Found(BaseModel):
    things: list[str]


@pytest.fixture
def runs():
    return []


@pytest.fixture
def waits():
    return []


@pytest.fixture
def model(endpoint, runs, waits):
    found = endpoint.settings(OPENAI_API_KEY=KEY)
    return Model(found, lambda run, _: runs.append(run), sleep=waits.append)


def ask(model):
    return model.ask("read", PROMPT, {"note": NOTE}, Found)


def status(number, *, headers=None, **error):
    return httpx.Response(number, json={"error": {"message": f"{NOTE} {KEY}", **error}}, headers=headers)


@pytest.mark.parametrize(
    ("answers", "error", "said"),
    [
        ([status(400)] * 2, ModelBroken, "400"),
        ([status(401, code="invalid_api_key")], ModelRefused, "OPENAI_API_KEY"),
        ([status(403)], ModelRefused, "OPENAI_API_KEY"),
        ([status(402)], ModelBroken, "402"),
        ([status(404)], ModelMissing, "ASSISTANT_MODEL"),
        ([status(405)], ModelBroken, "405"),
        ([status(409)] * 3, ModelBroken, "409"),
        ([status(408)] * 3, ModelBroken, "408"),
        ([status(413)], ModelBroken, "413"),
        ([status(422)] * 2, ModelBroken, "422"),
        ([status(429)] * 3, ModelBusy, "in a minute"),
        ([status(429, code="insufficient_quota")], ModelBusy, "credit"),
        ([status(400, code="model_not_found")] * 2, ModelMissing, "ASSISTANT_MODEL"),
        ([status(500)] * 3, ModelBroken, "500"),
        ([status(501)], ModelBroken, "501"),
        ([status(502)] * 3, ModelBroken, "502"),
        ([status(503)] * 3, ModelBroken, "503"),
        ([status(504)] * 3, ModelBroken, "504"),
        ([status(529, type="overloaded_error")] * 3, ModelBroken, "529, overloaded_error"),
        ([httpx.Response(500, text="<html>oops</html>")] * 3, ModelBroken, "500"),
        (
            [httpx.Response(302, headers={"location": "http://model.test/v2"})],
            ModelMissing,
            "OPENAI_BASE_URL",
        ),
        ([httpcore2.ConnectError("refused")] * 3, ModelUnreachable, "no connection"),
        ([httpcore2.ReadError("reset")] * 3, ModelUnreachable, "no connection"),
        ([httpcore2.RemoteProtocolError("closed")] * 3, ModelUnreachable, "no connection"),
        ([httpcore2.ProxyError("no")] * 3, ModelUnreachable, "no connection"),
        ([httpcore2.ConnectTimeout("slow")], ModelUnreachable, "did not answer in 120 s"),
        ([httpcore2.ReadTimeout("slow")], ModelUnreachable, "ASSISTANT_TIMEOUT"),
        ([httpcore2.WriteTimeout("slow")], ModelUnreachable, "did not answer"),
        ([httpcore2.PoolTimeout("slow")], ModelUnreachable, "did not answer"),
    ],
    ids=lambda value: value.__name__ if isinstance(value, type) else None,
)
def test_every_failure_is_one_of_our_errors(model, endpoint, runs, answers, error, said):
    endpoint.router.get(url__regex=r".*/models").mock(return_value=httpx.Response(404))
    endpoint.says(*answers)
    with pytest.raises(ModelError, match=said) as told:
        ask(model)
    assert type(told.value) is error
    assert told.value.exit_code == 4
    assert str(told.value).endswith((".", "/v1."))
    assert endpoint.answers == []
    chat = [run for run in runs if run.task == "read"]
    assert len(chat) == len(endpoint.sent) == len(answers)
    assert all(run.error and run.answer is None for run in chat)


def test_no_key_and_no_note_is_in_an_error_its_traceback_or_a_repr_and_no_key_in_the_ledger(model, endpoint, runs):
    endpoint.says(status(400), status(401, code=KEY))
    with pytest.raises(ModelRefused) as told:
        ask(model)
    shown = "".join(traceback.format_exception(told.value)) + repr(told.value) + repr(model)
    assert KEY not in shown
    assert NOTE not in shown
    assert KEY not in repr(runs)
    assert "***" in runs[0].error


# --- trying again


def test_a_passing_failure_is_tried_again_twice_with_growing_pauses(model, endpoint, waits):
    endpoint.says(status(503), httpcore2.ConnectError("refused"), {"things": []})
    assert ask(model).things == []
    assert waits == [0.5, 1.5]


def test_what_is_sent_again_is_the_same(model, endpoint):
    endpoint.says(status(503), {"things": []})
    ask(model)
    first, second = endpoint.sent
    assert first == second


@pytest.mark.parametrize("seconds", ["7", "0", "1.5"])
def test_a_short_retry_after_is_waited_for(model, endpoint, waits, seconds):
    endpoint.says(status(429, headers={"Retry-After": seconds}), {"things": []})
    ask(model)
    assert waits == [float(seconds)]


def test_a_retry_after_may_be_a_date(model, endpoint, waits):
    soon = format_datetime(datetime.now(UTC) + timedelta(seconds=9), usegmt=True)
    past = format_datetime(datetime.now(UTC) - timedelta(seconds=9), usegmt=True)
    headers = [{"Retry-After": soon}, {"Retry-After": past}]
    endpoint.says(*(status(503, headers=each) for each in headers), {"things": []})
    ask(model)
    assert 6 < waits[0] <= 9
    assert waits[1] == 0


@pytest.mark.parametrize("value", ["soon", "", "nan", "-5", "Fri, 99 Foo 2026"])
def test_a_retry_after_that_makes_no_sense_is_not_followed(model, endpoint, waits, value):
    endpoint.says(status(429, headers={"Retry-After": value}), {"things": []})
    ask(model)
    assert waits in ([0.5], [0.0])


def test_a_long_retry_after_is_told_instead_of_waited_for(model, endpoint, waits):
    endpoint.says(status(429, headers={"Retry-After": "3600"}))
    with pytest.raises(ModelBusy, match="in 3600 s"):
        ask(model)
    assert waits == []


def test_a_time_out_is_not_tried_again(model, endpoint, waits):
    endpoint.says(httpcore2.ReadTimeout("slow"))
    with pytest.raises(ModelUnreachable):
        ask(model)
    assert waits == []


# --- which model, which address, which key


def test_a_missing_model_is_told_with_those_that_there_are(model, endpoint, runs):
    listing = {"object": "list", "data": [{"id": "tiny"}, {"id": "large"}]}
    endpoint.router.get(endpoint.url + "/models").mock(return_value=httpx.Response(200, json=listing))
    endpoint.says(status(404))
    with pytest.raises(ModelMissing) as told:
        ask(model)
    assert "'small'; it offers tiny, large. Set ASSISTANT_MODEL" in str(told.value)
    assert [run.task for run in runs] == ["read", "models"]
    assert runs[1].answer == "tiny, large"


@pytest.mark.parametrize("listing", [httpx.Response(500), httpx.Response(200, json={"data": 5}), httpx.Response(200)])
def test_an_endpoint_that_lists_nothing_is_asked_once_and_no_more(model, endpoint, listing, waits):
    route = endpoint.router.get(endpoint.url + "/models").mock(return_value=listing)
    assert model.offered() == ()
    assert route.call_count == 1
    assert waits == []


def test_models_offered_are_listed(model, endpoint):
    listing = httpx.Response(200, json={"object": "list", "data": [{"id": "a"}, {"id": "b"}]})
    endpoint.router.get(endpoint.url + "/models").mock(return_value=listing)
    assert model.offered() == ("a", "b")


def test_the_key_goes_into_its_header_and_nowhere_else(model, endpoint):
    endpoint.says({"things": []})
    ask(model)
    (request,) = endpoint.requests
    assert request.headers["authorization"] == f"Bearer {KEY}"
    del request.headers["authorization"]
    assert KEY not in f"{request.url}{dict(request.headers)}{request.content!r}"


def test_a_base_url_alone_is_enough_and_no_key_is_sent(endpoint):
    endpoint.says({"things": []})
    assert ask(Model(endpoint.settings(), lambda *_: None)).things == []
    assert "authorization" not in endpoint.requests[0].headers


def test_a_key_alone_speaks_to_the_default_endpoint(endpoint, monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", "sk-other")  # what stands in the settings wins over the SDK's own reading
    runs = []
    endpoint.says({"things": []})
    ask(Model(settings.load({"OPENAI_API_KEY": KEY}), lambda run, _: runs.append(run)))
    assert endpoint.requests[0].url.host == "api.openai.com"
    assert endpoint.requests[0].headers["authorization"] == f"Bearer {KEY}"
    assert runs[0].endpoint == "https://api.openai.com/v1"


def test_a_redirect_is_not_followed(model, endpoint):
    other = endpoint.router.post("http://other.test/").mock(return_value=httpx.Response(200))
    endpoint.router.get(url__regex=r".*/models").mock(return_value=httpx.Response(404))
    endpoint.says(httpx.Response(307, headers={"location": "http://other.test/"}))
    with pytest.raises(ModelMissing):
        ask(model)
    assert not other.called


def test_a_password_in_the_address_is_not_shown(endpoint):
    runs = []
    found = endpoint.settings(OPENAI_BASE_URL="http://me:hidden@model.test/v1?token=hidden")
    endpoint.says(status(500), status(500), status(500))
    with pytest.raises(ModelBroken) as told:
        ask(Model(found, lambda run, _: runs.append(run), sleep=lambda _: None))
    assert "http://model.test/v1 " in str(told.value)
    assert "hidden" not in str(told.value) + repr(runs)


@pytest.mark.parametrize(
    "url", ["localhost:11434", "ftp://model.test/v1", "http://", "http://[::1", "/v1", "http://a:b"]
)
def test_an_address_that_is_none_is_told(endpoint, url):
    with pytest.raises(ModelUnreachable, match="OPENAI_BASE_URL is no web address"):
        ask(Model(endpoint.settings(OPENAI_BASE_URL=url), lambda *_: None))


@pytest.mark.parametrize("key", ["sk-naïve", "sk-a\nb", "sk-“quoted”"])
def test_a_key_that_is_none_is_told_and_not_shown(endpoint, key):
    with pytest.raises(ModelRefused, match="OPENAI_API_KEY") as told:
        ask(Model(endpoint.settings(OPENAI_API_KEY=key), lambda *_: None))
    assert key not in str(told.value)


def test_white_space_around_a_key_does_no_harm(endpoint):
    endpoint.says({"things": []})
    ask(Model(endpoint.settings(OPENAI_API_KEY=f" {KEY}\n"), lambda *_: None))
    assert endpoint.requests[0].headers["authorization"] == f"Bearer {KEY}"


def test_nothing_configured_is_told_before_anything_is_sent(endpoint):
    with pytest.raises(ModelRefused, match="--engine offline"):
        ask(Model(settings.load({}), lambda *_: None))
    assert endpoint.requests == []


# --- a real socket on this machine


@contextmanager
def server(reply):
    """A server that lets `reply(connection)` answer each request and then hangs up."""

    def serve():
        while not over.is_set():
            with suppress(TimeoutError):
                connection, _ = listening.accept()
                with connection:
                    connection.recv(65536)
                    reply(connection)

    over = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(0.05)
        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}/v1"
        finally:
            over.set()
            thread.join()


def local(url, seconds="0.4"):
    found = settings.load({"OPENAI_BASE_URL": url, "ASSISTANT_TIMEOUT": seconds})
    return Model(found, lambda *_: None, sleep=lambda _: None)


def test_silence_ends_with_the_time_out():
    gone = threading.Event()
    with server(lambda _: gone.wait(3)) as url:
        start = time.monotonic()
        with pytest.raises(ModelUnreachable, match=r"did not answer in 0\.4 s"):
            ask(local(url))
        gone.set()
    assert time.monotonic() - start < 2


def test_an_answer_that_drips_for_ever_ends_with_the_time_out():
    def drip(connection):
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n")
        try:
            for _ in range(60):
                connection.sendall(b" ")
                time.sleep(0.05)
        except OSError:
            pass

    with server(drip) as url:
        start = time.monotonic()
        with pytest.raises(ModelUnreachable, match=r"did not answer in 0\.4 s"):
            ask(local(url))
        assert time.monotonic() - start < 2


def test_a_port_where_nobody_listens_is_no_connection():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(ModelUnreachable, match="no connection"):
        ask(local(f"http://127.0.0.1:{port}/v1"))


def test_a_connection_that_breaks_off_in_mid_answer_is_no_connection():
    def half(connection):
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{")

    with server(half) as url, pytest.raises(ModelUnreachable, match="no connection"):
        ask(local(url))


def test_something_that_speaks_no_http_is_no_connection():
    with (
        server(lambda connection: connection.sendall(b"220 mail ready\r\n")) as url,
        pytest.raises(ModelUnreachable, match="no connection"),
    ):
        ask(local(url))


def test_the_way_to_the_outside_is_shut_for_the_model_too():
    with pytest.raises(ModelUnreachable, match="no connection"):
        ask(local("http://192.0.2.1/v1"))


def test_a_model_that_is_only_made_sends_nothing_and_loads_nothing():
    import subprocess
    import sys

    code = (
        "import sys; from assistant import settings; from assistant.llm import client, embedders, prompts;"
        "client.Model(settings.load({'OPENAI_BASE_URL': 'http://127.0.0.1:9/v1'}), print);"
        "embedders.LocalEmbedder(); embedders.EndpointEmbedder(settings.load({}), print);"
        "heavy = ('openai', 'instructor', 'pydantic', 'numpy', 'onnxruntime', 'tokenizers', 'yaml');"
        "import json; print(json.dumps([name for name in heavy if name in sys.modules]))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == []
