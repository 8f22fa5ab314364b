"""Search over a real home: real SQLite, the packaged embedder, both indexes."""

from dataclasses import replace
from datetime import date

import pytest

from assistant import settings
from assistant.app import App
from assistant.recall.search import Filters

NOTES = {
    date(2026, 1, 9): "Cut checkout p99 from 820ms to 480ms by caching the price list (PAY-1431).",
    date(2026, 1, 23): "Led the design review of the ledger service with three teams.",
    date(2026, 2, 6): "Mentored Tomás on query plans, he found the missing index himself.",
    date(2026, 2, 20): "Migrated the k8s ingress of checkout-svc to envoy without downtime.",
}


@pytest.fixture
def app(tmp_path, monkeypatch):
    monkeypatch.setenv("ASSISTANT_HOME", str(tmp_path / "home"))
    app = App(replace(settings.load(), engine="offline"))
    for day, text in NOTES.items():
        app.log(text, day)
    yield app
    app.close()


def quotes(app, query, **filters):
    return [hit.record.quote for hit in app.search(query, 10, Filters(**filters))]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("PAY-1431", "PAY-1431"),
        ("checkout-svc", "checkout-svc"),
        ("k8s", "k8s"),
        ("made the shop faster", "p99"),
        ("helped a colleague grow", "Mentored"),
        ("reviewing architecture across teams", "design review"),
    ],
)
def test_the_right_record_comes_first(app, query, found):
    assert found in quotes(app, query)[0]


def test_filters_cut_by_period_and_kind(app):
    assert all("ledger" not in quote for quote in quotes(app, "ledger design", until=date(2026, 1, 10)))
    people = app.search("Tomás", 10, Filters(kinds=("relationship",)))
    assert {hit.record.kind for hit in people} == {"relationship"}


def test_what_was_rejected_is_not_found(app):
    first = app.search("PAY-1431", 1, Filters())[0].record
    app.settle(first.id, "rejected")
    assert first.id not in [hit.record.id for hit in app.search("PAY-1431", 10, Filters())]


def test_an_edited_record_is_found_in_its_new_words_and_not_in_its_old_ones(app):
    old = app.search("PAY-1431", 1, Filters())[0].record
    new = app.edit(old.id, {"summary": "Checkout became quicker"})
    found = [hit.record.id for hit in app.search("PAY-1431", 10, Filters())]
    assert new.id in found and old.id not in found


def test_refreshing_embeds_only_what_is_new(app):
    assert app.refresh() > 0
    assert app.refresh() == 0
    app.log("Wrote the runbook for the ledger.")
    assert app.refresh() >= 1


def test_chroma_answers_like_the_scan(app, tmp_path):
    scan = quotes(app, "made the shop faster")
    over_chroma = App(replace(app.settings, vectors="chroma"))
    try:
        assert quotes(over_chroma, "made the shop faster") == scan
    finally:
        over_chroma.close()


def test_scores_run_from_high_to_low(app):
    scores = [hit.score for hit in app.search("checkout latency caching", 10, Filters())]
    assert scores == sorted(scores, reverse=True) and all(0 <= score <= 1.01 for score in scores)


@pytest.mark.parametrize(
    ("query", "found"),
    [("chekout latencey", "checkout"), ("kubernetes", "k8s"), ("Tomas", "Tomás"), ("mentored Thomás", "Mentored")],
)
def test_typos_and_abbreviations_find_the_record(app, query, found):
    assert any(found in quote for quote in quotes(app, query)[:2])


def test_a_hit_says_which_words_it_holds(app):
    hit = app.search("checkout caching", 1, Filters())[0]
    assert hit.matched == ("checkout", "caching")


def test_a_neighbour_in_the_same_note_lifts_a_record(app):
    app.log("- Found the cause of INC-77 in the settlement job\n\n- Wrote the notice to the two banks")
    found = app.search("INC-77", 3, Filters())
    assert next(hit for hit in found if "notice" in hit.record.quote).beside == found[0].record.id
