"""A question's word is answered by the particular words that notes use for it."""

from __future__ import annotations

import pytest

from assistant.language.concepts import means, wider


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("latency", "Cut checkout p99 from 820 ms to 480 ms"),
        ("mentoring", "Onboarded two people to the importer"),
        ("costs", "Retired two replicas, saves $6.2k a month"),
        ("hiring", "Interviewed two candidates"),
        ("prevented", "Fixed it before anyone was hit"),
    ],
)
def test_a_general_word_is_meant_by_particular_ones(word: str, text: str) -> None:
    assert means(word, text)


def test_a_word_does_not_mean_something_else() -> None:
    assert not means("kafka", "Cut checkout p99 from 820 ms to 480 ms")
    assert not means("latency", "Interviewed two candidates")


def test_a_question_is_widened_and_keeps_its_own_words() -> None:
    assert wider("What about latency?").startswith("What about latency?") and "p99" in wider("What about latency?")
    assert wider("What about Kafka?") == "What about Kafka?"
