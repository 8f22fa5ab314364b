"""Verbs of work: their past, irregular or doubled or plain, and what is no past at all."""

from __future__ import annotations

import pytest

from assistant.language.tenses import is_base, is_past, lexicon, past


@pytest.mark.parametrize(
    ("base", "told"),
    [
        ("write", "wrote"),
        ("rewrite", "rewrote"),
        ("re-run", "re-ran"),
        ("teach", "taught"),
        ("bring", "brought"),
        ("Lead", "led"),
        ("co-lead", "co-led"),
        ("oversee", "oversaw"),
        ("troubleshoot", "troubleshot"),
        ("cut", "cut"),
        ("read", "read"),
        ("ship", "shipped"),
        ("plan", "planned"),
        ("debug", "debugged"),
        ("commit", "committed"),
        ("format", "formatted"),
        ("offer", "offered"),
        ("edit", "edited"),
        ("carry", "carried"),
        ("deploy", "deployed"),
        ("reduce", "reduced"),
        ("fix", "fixed"),
        ("panic", "panicked"),
        ("dockerise", "dockerised"),
    ],
)
def test_a_verb_has_its_past(base: str, told: str) -> None:
    assert past(base) == told


def test_hundreds_of_verbs_of_work_are_known_in_their_base_form() -> None:
    assert len(lexicon()) > 600
    assert all(is_base(verb) for verb in lexicon())
    assert not []


@pytest.mark.parametrize("word", ["wrote", "Led", "shipped", "tied", "used", "re-ran", "demo'd", "taught", "cut"])
def test_a_past_is_known_as_one(word: str) -> None:
    assert is_past(word)


@pytest.mark.parametrize(
    "word", ["need", "embed", "shared", "hundred", "distributed", "so-called", "red", "write", "importer", ""]
)
def test_what_only_looks_like_a_past_is_none(word: str) -> None:
    assert not is_past(word)
