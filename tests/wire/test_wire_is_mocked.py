"""The tests' own ground: the wire is mocked, and there is no way out."""

from __future__ import annotations

import socket

import httpx2
import openai
import pytest

REFUSED = "tried to reach"


def test_the_real_sdk_talks_to_the_mock(endpoint):
    endpoint.says("hello")
    sdk = openai.OpenAI(api_key="k", base_url=endpoint.url, max_retries=0, http_client=httpx2.Client())
    answer = sdk.chat.completions.create(model="m", messages=[{"role": "user", "content": "hi"}])
    assert answer.choices[0].message.content == "hello"
    assert endpoint.sent == [{"model": "m", "messages": [{"role": "user", "content": "hi"}]}]


def test_a_request_that_nobody_mocked_does_not_leave(endpoint):
    with pytest.raises(AssertionError, match="not mocked"):
        httpx2.get("http://elsewhere.test/")


@pytest.mark.parametrize("address", [("192.0.2.1", 80), ("2001:db8::1", 80)])
def test_a_socket_to_the_outside_is_refused(address):
    family = socket.AF_INET6 if ":" in address[0] else socket.AF_INET
    with socket.socket(family) as outside, pytest.raises(RuntimeError, match=REFUSED):
        outside.connect(address)
    with socket.socket(family, socket.SOCK_DGRAM) as outside, pytest.raises(RuntimeError, match=REFUSED):
        outside.sendto(b"x", address)


def test_a_name_of_the_outside_is_not_even_looked_up():
    with pytest.raises(RuntimeError, match=REFUSED):
        socket.getaddrinfo("example.com", 443)


def test_the_sdk_without_a_mock_is_refused_too():
    sdk = openai.OpenAI(api_key="k", base_url="http://192.0.2.1/v1", max_retries=0)
    with pytest.raises(openai.APIConnectionError) as refused:
        sdk.models.list()
    assert REFUSED in str(refused.value.__cause__)
    sdk.close()


def test_loopback_stays_open():
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection(server.getsockname()) as near,
    ):
        assert near.getpeername() == server.getsockname()


def test_nothing_of_the_person_who_runs_the_tests_is_seen(tmp_path):
    import os

    assert os.environ["HOME"].startswith(str(tmp_path))
    assert not [name for name in os.environ if name.startswith(("ASSISTANT_", "OPENAI_"))]
