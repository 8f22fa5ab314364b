"""Vectors from an endpoint: what is sent, in which order the rows come back, and what is refused."""

from __future__ import annotations

import json

import httpx
import numpy as np
import pytest

from assistant.errors import ModelError, ModelMissing, ModelNonsense, ModelRefused
from assistant.llm.embedders import EndpointEmbedder, LocalEmbedder, choose

KEY = "sk-verysecret0123456789"


class Vectors:
    """The /embeddings of the mocked endpoint: the vector of a text is its length and its number of vowels."""

    def __init__(self, endpoint):
        self.sent = []
        self.answers = []
        endpoint.router.post(url__regex=r".*/embeddings").mock(side_effect=self.reply)

    def reply(self, request):
        body = json.loads(request.content)
        self.sent.append(body)
        if self.answers:
            return self.answers.pop(0)
        rows = [
            {
                "object": "embedding",
                "index": index,
                "embedding": [len(text), sum(map(text.count, "aeiou")), 1.0],
            }
            for index, text in enumerate(body["input"])
        ]
        return reply(rows[::-1])  # an endpoint may answer in any order


def reply(rows):
    return httpx.Response(200, json={"object": "list", "data": rows, "usage": {"prompt_tokens": 9, "total_tokens": 9}})


@pytest.fixture
def vectors(endpoint):
    return Vectors(endpoint)


@pytest.fixture
def runs():
    return []


@pytest.fixture
def embedder(endpoint, vectors, runs):
    found = endpoint.settings(ASSISTANT_EMBEDDING_MODEL="embed-small", OPENAI_API_KEY=KEY)
    return EndpointEmbedder(found, lambda run, _: runs.append(run), sleep=lambda _: None)


def test_rows_come_back_in_the_order_of_the_texts_at_length_one(embedder):
    rows = embedder.embed(["aaa", "b"])
    assert rows.dtype == np.float32
    assert np.allclose(rows, [[3 / 19**0.5, 3 / 19**0.5, 1 / 19**0.5], [1 / 2**0.5, 0, 1 / 2**0.5]])


def test_what_is_sent(embedder, vectors, endpoint):
    embedder.embed(["one", "", "x" * 5000, "\ud800"])
    assert vectors.sent == [
        {"model": "embed-small", "input": ["one", " ", "x" * 2000, "?"], "encoding_format": "float"}
    ]
    assert endpoint.requests[0].headers["authorization"] == f"Bearer {KEY}"


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({"ASSISTANT_EMBEDDING_MODEL": "embed-small"}, EndpointEmbedder),
        ({"ASSISTANT_EMBEDDING_MODEL": "embed-small", "ASSISTANT_ENGINE": "offline"}, LocalEmbedder),
        ({"ASSISTANT_EMBEDDING_MODEL": "embed-small", "OPENAI_BASE_URL": ""}, LocalEmbedder),
        ({}, LocalEmbedder),
    ],
)
def test_an_endpoint_embeds_only_where_a_model_is_named_and_the_network_may_be_used(endpoint, changes, kind):
    assert type(choose(endpoint.settings(**changes), lambda *_: None)) is kind


def test_many_texts_go_in_parts(embedder, vectors, runs):
    rows = embedder.embed(["x" * (n + 1) for n in range(150)])
    assert [len(body["input"]) for body in vectors.sent] == [64, 64, 22]
    assert (np.diff(rows[:, 0] / rows[:, 2]) > 0).all()
    assert len(runs) == 3


def test_every_call_is_a_run_without_the_key(embedder, runs):
    embedder.embed(["one", "two"])
    (run,) = runs
    assert (run.task, run.model, run.messages, run.answer) == (
        "embed",
        "embed-small",
        '["one", "two"]',
        "2 vectors",
    )
    assert (run.tokens_in, run.tokens_out, run.error) == (9, None, None)
    assert KEY not in repr(runs)


def test_the_identity_is_model_and_place_and_costs_no_call(embedder, vectors):
    assert embedder.identity == "embed-small@http://model.test/v1"
    assert vectors.sent == []


def test_the_dimension_is_learned_by_one_call(embedder, vectors):
    assert embedder.dimension == 3
    assert embedder.embed([]).shape == (0, 3)
    assert len(vectors.sent) == 1


def row(index, vector):
    return {"object": "embedding", "index": index, "embedding": vector}


@pytest.mark.parametrize(
    "answer",
    [
        reply([row(0, [1.0, 2.0])]),
        reply([row(0, [1.0, 2.0]), row(0, [1.0, 2.0])]),
        reply([row(0, [1.0, 2.0]), row(1, [1.0])]),
        reply([row(0, [1.0, 2.0]), row(1, [0.0, 0.0])]),
        reply([row(0, [1.0, 2.0]), row(1, [])]),
        reply([row(0, [1.0, 2.0]), row(1, None)]),
        reply([row(0, [1.0, 2.0]), row(1, ["a", "b"])]),
        reply([{"oops": 1}, {"oops": 2}]),
        reply([]),
        reply(None),
        httpx.Response(200, json={"data": "none"}),
        httpx.Response(200, json=[1]),
        httpx.Response(200, html="<html>"),
        httpx.Response(
            200,
            content=b'{"data": [{"index": 0, "embedding": [NaN, 1]}]}',
            headers={"content-type": "application/json"},
        ),
    ],
)
def test_anything_but_one_vector_a_text_is_refused(embedder, vectors, answer, runs):
    vectors.answers = [answer]
    with pytest.raises(ModelNonsense):
        embedder.embed(["one", "two"])
    assert len(runs) == 1


def test_vectors_that_change_their_length_are_refused(embedder, vectors):
    embedder.embed(["one"])
    vectors.answers = [reply([row(0, [1.0, 2.0])])]
    with pytest.raises(ModelNonsense, match="ASSISTANT_EMBEDDING_MODEL"):
        embedder.embed(["one"])


@pytest.mark.parametrize(("status", "error"), [(401, ModelRefused), (404, ModelMissing), (500, ModelError)])
def test_failures_are_our_errors(embedder, vectors, endpoint, status, error):
    endpoint.router.get(url__regex=r".*/models").mock(return_value=httpx.Response(404))
    vectors.answers = [httpx.Response(status, json={"error": {"message": f"{KEY} one two"}}) for _ in range(3)]
    with pytest.raises(error) as told:
        embedder.embed(["one", "two"])
    assert KEY not in str(told.value)
    if status == 404:
        assert "ASSISTANT_EMBEDDING_MODEL" in str(told.value)
