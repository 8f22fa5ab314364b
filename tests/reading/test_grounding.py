"""Candidates become records only as far as the note holds them."""

import pytest
from reading_cases import note, person

from assistant.language.segments import split
from assistant.reading.candidates import Candidate, Reading
from assistant.reading.critical import missing
from assistant.reading.ground import NOT_TAKEN, ground
from store.model import Evidence, Relationship, Skill

TEXT = "Cut p99 from 820ms to 480ms.\nPaired with Dana Kim on the cache.\nDana liked it.\nLunch."


def grounded(*candidates, left_out=None, known=(), me=()):
    reading = Reading(candidates=candidates, left_out=left_out or {})
    return ground(note(TEXT), split(TEXT), reading, known=known, me=me)


def evidence(segments=(0,), quote=None, action="Cut p99", **more):
    return Candidate(details=Evidence(action=action), segments=segments, quote=quote, **more)


def met(name, segment, **details):
    return Candidate(details=Relationship(name=name, **details), segments=(segment,))


def test_a_candidate_without_a_quote_rests_on_its_segments_whole():
    (record,) = grounded(evidence()).records
    assert (record.quote, TEXT[record.start : record.end]) == ("Cut p99 from 820ms to 480ms.", record.quote)
    assert record.status == "active"


def test_a_quote_that_is_not_there_is_a_fault_and_only_proposed():
    result = grounded(evidence(quote="Cut p99 by half"))
    (record,) = result.records
    assert record.status == "proposed" and "does not stand in the note" in record.why
    assert [fault.field for fault in result.faults] == ["quote"]


def test_a_quote_under_the_wrong_number_is_taken_where_it_stands_once():
    (record,) = grounded(evidence(segments=(3,), quote="Cut p99 from 820ms to 480ms.")).records
    assert record.start == 0


def test_a_figure_that_the_quote_does_not_hold_is_a_fault():
    (record,) = grounded(evidence(summary="Cut p99 from 900ms to 480ms")).records
    assert record.status == "proposed" and "900" in record.why


def test_an_optional_field_that_the_quote_does_not_hold_is_emptied():
    details = Evidence(action="Cut p99", outcome="saves 40 hours")
    (record,) = grounded(Candidate(details=details, segments=(0,))).records
    assert record.status == "active" and record.details.outcome is None


def test_a_person_is_one_record_with_the_fullest_name():
    result = grounded(met("Dana Kim", 1), met("Dana", 2, role=None))
    (record,) = result.records
    assert record.details.name == "Dana Kim" and record.details.aliases == ("Dana",)


def test_evidence_points_to_the_person_of_the_same_note():
    result = grounded(evidence(segments=(1,), action="Paired", people=("Dana",)), met("Dana Kim", 1))
    deed = next(r for r in result.records if r.kind == "evidence")
    dana = next(r for r in result.records if r.kind == "relationship")
    assert deed.people == (dana.ref,)


def test_a_known_person_is_met_again_and_named_by_id():
    result = grounded(met("Dana Kim", 1), evidence(people=("Dana Kim",)), known=[person("Dana Kim", "R7")])
    by_kind = {record.kind: record for record in result.records}
    assert by_kind["relationship"].known == "R7"
    assert by_kind["evidence"].people == (by_kind["relationship"].ref,)


def test_who_gave_the_feedback_becomes_a_reference():
    told = Candidate(details=Skill(name="cache", activity="feedback", source="Dana"), segments=(2,))
    result = grounded(told, met("Dana", 2))
    skill = next(r for r in result.records if r.kind == "skill")
    assert skill.details.source == next(r.ref for r in result.records if r.kind == "relationship")


def test_the_author_is_nobodys_colleague():
    assert grounded(met("Dana Kim", 1), me=("dana kim",)).records == ()


def test_every_segment_is_in_a_record_or_left_out_with_a_reason():
    result = grounded(evidence(), left_out={3: "life outside work"})
    assert [(left.quote, left.reason) for left in result.left_out] == [
        ("Paired with Dana Kim on the cache.", NOT_TAKEN),
        ("Dana liked it.", NOT_TAKEN),
        ("Lunch.", "life outside work"),
    ]


def test_the_same_thing_said_twice_by_a_reader_is_one_record():
    assert len(grounded(evidence(), evidence()).records) == 1


@pytest.mark.parametrize(
    ("field", "quote", "lacking"),
    [
        ("Cut p99 to 480 ms", "Cut p99 from 820ms to 480ms", ()),
        ("Cut p99 to 48 ms", "Cut p99 from 820ms to 480ms", ("48",)),
        ("did not ship", "did ship", ("not",)),
        ("will ship in March", "ships", ("will", "march", "March")),
        ("paired with Olek", "paired with Dana", ("Olek",)),
        ("cut by half", "cut by a third", ("half",)),
        ("shipped it", "we shipped it all", ()),
    ],
)
def test_critical_words_must_stand_in_the_quote(field, quote, lacking):
    assert missing(field, quote) == lacking
