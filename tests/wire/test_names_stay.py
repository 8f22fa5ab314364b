"""Two hundred notes with pseudonyms on: no name of a person known to the store is on the wire, and all come back."""

from __future__ import annotations

import json
import random
import re
from datetime import date

import pytest
from echoes import Echo

from assistant.app import App
from assistant.errors import ModelRefused
from assistant.llm.client import Model
from assistant.llm.prompts import load

PEOPLE = (
    *("Dana Whitfield", "Olek Kowalczyk", "Priya Raghunathan", "Núria Solé", "Marta van der Berg", "Tomás Ibáñez"),
    *("Kwame Asante", "Ingrid Solberg", "Chen Wei", "Aoife Ní Bhriain", "Jack Stone", "Grace Park", "Yusuf Demir"),
    *("Hana Suzuki", "Bogdan Ionescu", "Fatima Zahra", "Lars Lindqvist", "Sam Okonkwo", "Mark Price", "Elif Yıldız"),
)
SAID = (
    "Paired with {} on the cache, cut checkout p99 from 820 ms to 480 ms.",
    "Told {} that the ledger migration is done.",
    "{} asked me for a write-up of the incident, so I wrote it.",
    "Feedback from {}: my design docs come too late.",
    "1:1 with {} about my promotion.",
    "Unblocked {} by fixing the login flow.",
)
WRITTEN = (str, str, str, str.upper, lambda name: name.split()[0], lambda name: f"{name}'s team and {name.split()[0]}")


def notes(count: int = 200) -> list[str]:
    by = random.Random(7)
    return [
        " ".join(by.choice(SAID).format(by.choice(WRITTEN)(by.choice(PEOPLE))) for _ in range(2)) + f" Item {number}."
        for number in range(count)
    ]


def words_of(names: list[str]) -> re.Pattern[str]:
    """Every part of a name: a long one even within another word, a short one as a word, an everyday one as a name."""
    parts = {part for name in names for part in re.findall(r"[^\W\d_]{2,}", name)} - {"van", "der"}
    everyday = parts & {"Stone", "Park", "Mark", "Price", "Grace"}
    long = {part for part in parts - everyday if len(part) > 4}
    either = (f"(?i:{_or(long)})", rf"\b(?i:{_or(parts - everyday - long)})\b", rf"\b(?:{_or(everyday)})\b")
    return re.compile("|".join(either))


def _or(words: set[str]) -> str:
    return "|".join(map(re.escape, sorted(words)))


@pytest.fixture
def app(endpoint):
    changes = {"ASSISTANT_EMBEDDING_MODEL": "vectors", "ASSISTANT_NOW": "2026-03-06", "ASSISTANT_PSEUDONYMS": "true"}
    opened = App(endpoint.settings(**changes))
    yield opened
    opened.close()


def known(app):
    """The people become known to the store by being met, read offline."""
    app.settings, settings = endpoint_off(app.settings), app.settings
    for name in PEOPLE:
        app.log(f"Had a 1:1 with {name}, my colleague. {name} gave me feedback on the cache.")
    app.settings = settings


def endpoint_off(settings):
    from dataclasses import replace

    return replace(settings, engine="offline")


def test_two_hundred_notes_and_no_known_name_on_the_wire(app, endpoint):
    from assistant.recall.search import Filters
    from store import people

    known(app)
    with app.database.read() as conn:
        names = [name for name in people.all_names(conn) if not name.startswith("my ")]
    assert len(set(names) & set(PEOPLE)) >= 15, "they are known"
    echo = Echo(endpoint)
    for text in notes():
        logged = app.log(text)
        assert logged.records and not logged.failure
        for record in (*logged.records, *logged.inbox, *logged.left_out):
            assert text[record.start : record.end] == record.quote
    app.search("Dana Whitfield checkout", 5, Filters())
    answer = app.ask("What did I do with Priya Raghunathan on the cache?")
    made = app.draft("brag")
    app.draft("one-on-one", person="Olek Kowalczyk")
    wire = echo.wire
    pattern = words_of(names)
    assert pattern.search("Told dana.") and pattern.search("Grace") and not pattern.search("the park, the price")
    assert sorted({found[0] for found in pattern.finditer(wire)}) == []
    assert "checkout p99 from 820 ms to 480 ms" in wire
    told = " ".join(claim.text for claim in (*answer.claims, *made.body.claims, *made.body.removed))
    assert pattern.search(told), "the names are put back"
    assert not app.veil._pseudonyms._back.search(told)


def test_names_in_quotes_fields_and_people_are_put_back_before_grounding(app, endpoint):
    Echo(endpoint)
    text = "Paired with Dana Whitfield on the cache at Contoso."
    (record,) = app.log(text).records
    assert record.quote == text and record.summary == text
    assert app.log("Told Zbyszek Nowak about it.").records[0].quote == "Told Zbyszek Nowak about it."


def test_a_name_that_the_reader_finds_in_a_note_is_replaced_before_it_is_known(app, endpoint):
    echo = Echo(endpoint)
    app.log("Paired with Zbyszek Nowak on the cache, for Northwind Traders GmbH, in Project Falcon.")
    assert not re.search("(?i)zbyszek|nowak|northwind|falcon", echo.wire)


def test_names_of_the_settings_are_replaced_in_every_text(endpoint):
    changes = {"ASSISTANT_PSEUDONYMS": "on", "ASSISTANT_PRIVATE_NAMES": "Bluebird, Contoso", "ASSISTANT_ME": "Sam Lee"}
    app = App(endpoint.settings(**changes))
    echo = Echo(endpoint)
    app.log("Shipped bluebird to contoso. Sam Lee did it.")
    assert not re.search("(?i)bluebird|contoso|sam lee", echo.wire)
    app.close()


def test_the_ledger_holds_the_pseudonyms_as_sent_and_as_answered(app, endpoint):
    known(app)
    echo = Echo(endpoint)
    app.log("Paired with Dana Whitfield on the cache.")
    run = app.runs(1)[0]
    assert json.loads(run.body.messages) == json.loads(echo.bodies[0])["messages"]
    assert run.body.answer == echo.answers[0]
    assert "Whitfield" not in run.body.messages + run.body.answer


def test_what_a_dry_run_shows_has_the_pseudonyms_that_are_sent(app, endpoint):
    known(app)
    echo = Echo(endpoint)
    text = "Paired with Dana Whitfield on the cache."
    _, shown = app.preview(text)
    app.log(text)
    sent = json.loads(echo.bodies[0])["messages"][-1]["content"]
    assert shown[-1]["content"].splitlines()[1:-1] == sent.splitlines()[1:-1]


def test_forgetting_finds_what_the_ledger_holds_under_pseudonyms(app, endpoint):
    known(app)
    Echo(endpoint)
    logged = app.log("Paired with Dana Whitfield on the cache, password: Tr0ub4dor1.", date(2026, 3, 2))
    app.forget(logged.note.id)
    assert "on the cache" not in app.runs(1)[0].body.messages


def test_nothing_is_sent_where_pseudonyms_are_wanted_and_there_are_none(endpoint):
    bare = Model(endpoint.settings(ASSISTANT_PSEUDONYMS="true"), lambda run, at: None)
    with pytest.raises(ModelRefused):
        bare.text("x", load("setup"), {})
    assert endpoint.requests == []
