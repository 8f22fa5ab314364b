"""The scorer of reading, proved on readings that are known to be good and bad."""

from datetime import date

from reading_cases import note, read

from eval.note_cases import Case, Label, is_open, open_cases, sealed_cases
from eval.note_scores import match, overlap, score, union_overlap
from eval.notes import fallen, figures, intervals
from store.model import NewRecord, Relationship

TEXT = "Cut p99 from 820ms to 480ms.\nWill ship it on Monday."


def case():
    fields = {
        "kind": "evidence", "quote": "Cut p99 from 820ms to 480ms.", "actor": "self", "progress": "done",
        "level": "built", "impact": "improved", "scope": None, "has_outcome": True, "people": [],
        "measures": [{"raw": "820ms to 480ms", "value": 480, "unit": "ms", "before": 820, "after": 480}],
    }  # fmt: skip
    plan = TEXT.index("Will")
    return Case("x", TEXT, date(2026, 3, 6), (Label("evidence", 0, 28, fields),), ((plan, len(TEXT)),))


def test_a_right_reading_scores_full():
    counts = figures([score(case(), read(TEXT).records)])
    assert (counts["evidence P"], counts["evidence R"], counts["order"], counts["spans"]) == (1, 1, 1, 1)
    assert counts["none taken"] == 0


def test_an_empty_reading_has_no_recall_and_a_greedy_one_takes_a_none():
    assert figures([score(case(), ())])["evidence R"] == 0
    (good,) = read(TEXT).records
    plan = NewRecord(ref="p", details=good.details, start=29, end=len(TEXT), quote=TEXT[29:], summary="x")
    counts = figures([score(case(), (good, plan))])
    assert counts["evidence P"] == 0.5 and counts["none taken"] == 1


def test_a_span_that_does_not_hold_is_counted():
    (good,) = read(TEXT).records
    bad = NewRecord(ref="b", details=good.details, start=1, end=27, quote=good.quote, summary="x")
    assert figures([score(case(), (bad,))])["spans"] == 0


def test_a_label_is_matched_once_and_people_by_name():
    people = [
        NewRecord(ref=n, details=Relationship(name=n), start=0, end=20, quote="q", summary="s") for n in ("Ana", "Bo")
    ]
    labels = [Label("relationship", 0, 20, {"name": n}) for n in ("Bo", "Ana")]
    assert {(r.details.name, label.fields["name"]) for r, label in match(people, labels)} == {
        ("Ana", "Ana"), ("Bo", "Bo"),
    }  # fmt: skip


def test_overlap_is_of_the_shorter_span_and_strictly_of_the_union():
    assert overlap((0, 10), (5, 25)) == 0.5 and union_overlap((0, 10), (5, 25)) == 0.2


def test_the_halves_share_no_case_and_follow_from_the_id():
    opened, sealed = {c.id for c in open_cases()}, {c.id for c in sealed_cases()}
    assert opened and sealed and not opened & sealed
    assert all(is_open(each) for each in opened)


def test_a_figure_that_fell_is_told_and_intervals_hold_the_figure():
    counts = [score(case(), read(TEXT).records), score(case(), ())]
    low, high = intervals(counts, rounds=50)["evidence R"]
    assert low <= figures(counts)["evidence R"] <= high
    assert fallen({"a": 0.5, "none taken": 0.2}, {"a": 0.6, "none taken": 0.1}) == [
        "a was 0.600 and is 0.500", "none taken was 0.100 and is 0.200",
    ]  # fmt: skip
    assert note(TEXT).text == TEXT
