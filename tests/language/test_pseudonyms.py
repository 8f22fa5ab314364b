"""Names are replaced wherever and however they are written, the same each time, and come back as they were."""

from __future__ import annotations

import re

import pytest

from assistant.language.pseudonyms import Pseudonyms
from assistant.language.things_named import things_named

NAMES = ["Dana Whitfield", "@olek-k", "Will Stone", "Núria Solé", "田中", "my manager", "the CTO", "Marta van der Berg"]
HIDDEN = [
    "Paired with Dana, then with Dana Whitfield.",
    "DANA WHITFIELD and dana whitfield are one.",
    "Mail to dana.whitfield@example.com or danawhitfield@example.com.",
    "@dwhitfield reviewed dana_whitfield/fix-cache, see DanaWhitfield.md",
    "Dana's plan, Danas plan, the Whitfields.",
    "@olek-k asked for it.",
    "Will said so; will stone too, and Stone.",
    "Met Núria Solé (nuria sole).",
    "田中さんと話した。",
    "Marta van der Berg and Berg.",
]


@pytest.fixture
def names():
    return Pseudonyms("key", NAMES, everyday=["will"])


@pytest.mark.parametrize("text", HIDDEN)
def test_a_name_is_hidden_in_every_form(names, text):
    hidden = names.hide(text)
    assert not re.search(r"(?i)dana|whitf|olek|stone|n[uú]ria|\bsol[eé]\b|田中|marta|berg|\bWill\b", hidden), hidden


@pytest.mark.parametrize("text", HIDDEN)
def test_what_is_hidden_and_shown_is_what_it_was(names, text):
    assert names.show(names.hide(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "I will ship it; the price of a stone.",
        "My manager and the CTO agreed.",
        "The van of the team.",
        "E12 {{R4.name}}",
    ],
)
def test_ordinary_words_and_roles_stay(names, text):
    assert names.hide(text) == text


def test_hiding_twice_hides_once(names):
    once = names.hide(" ".join(HIDDEN))
    assert names.hide(once) == once


def test_a_pseudonym_is_the_same_in_every_process_and_tells_nothing_without_the_key(names):
    assert Pseudonyms("key", ["Whitfield", "Dana"]).hide("Dana") == names.hide("Dana")
    assert Pseudonyms("other key", ["Dana"]).hide("Dana") != names.hide("Dana")


def test_a_thousand_people_have_a_thousand_pseudonyms():
    many = Pseudonyms(
        "key", [f"Person{chr(97 + n // 26 % 26)}{chr(97 + n % 26)}{chr(97 + n // 676)}" for n in range(1000)]
    )
    shown = " ".join(word for word in many._real.values())
    assert len(set(many.hide(shown).split())) == 1000 and many.show(many.hide(shown)) == shown


def test_what_only_may_be_a_name_is_hidden_as_it_is_written():
    names = Pseudonyms("key")
    names.suppose(["Checkout"])
    assert names.hide("checkout") == "checkout" and names.hide("Checkout") != "Checkout"
    names.learn(["Checkout"])
    assert names.hide("checkout") != "checkout"


def test_companies_and_code_names_are_found_and_technologies_are_not():
    text = "We moved Northwind Traders GmbH to Kafka at Contoso on Monday for Project Falcon, then the Bluebird launch."
    assert set(things_named(text)) == {"Northwind Traders", "Contoso", "Falcon", "Bluebird"}
