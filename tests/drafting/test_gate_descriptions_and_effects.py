"""Who somebody is, what a deed changed, whose part it was, and when it began: as the note has it, or not at all."""

from __future__ import annotations

import pytest

from store.model import Record
from tests.drafting.gate_records import blocks, evidence

ROPE = evidence("E1", "New solver for the ropes, frame cost 6.1 -> 2.4 ms. Milena (art director) signed it off.")
EXPORT = evidence("E2", "Paged the audit list: load 6 s -> <1 s for the largest customer.")
TALK = evidence("E3", "Presented on-call at the all-hands, some 140 people. Slides by Ivan.")
PASSKEYS = evidence("E4", "Passkeys are out. I built the server part, Signe the web flow, mobile isn't included yet.")
BUNDLE = evidence("E5", "Log script in use for tickets since 7 April.", day="2026-04-17")
PILOT = evidence("E6", "Merge queue pilot in 3 teams, people complain. Satisfaction 3.1 of 5, same as last time.")
CERTS = evidence("E7", "First week: 9 live keys caught, all rotated by the owning teams the same day.")
COLD = evidence("E8", "Cold start on the phone is 1.9 s now, was 3.1 s (dropped two SDKs).")

FALSE = [
    (ROPE, "Milena, our technical director, signed off on the rope solver."),
    (ROPE, "Dmitar, the art director, signed off on the rope solver."),
    (EXPORT, "I paged the audit list and raised conversion."),
    (TALK, "I made the slides on on-call and presented them to about 140 people."),
    (PASSKEYS, "I built the server part and the web flow."),
    (PASSKEYS, "Passkeys are out, and I extended them to mobile."),
    (BUNDLE, "The log script has been in use for tickets since 17 April."),
    (PILOT, "The pilot of the merge queue was well received."),
    (PILOT, "Satisfaction rose to 3.1 of 5 with the merge queue pilot."),
    (CERTS, "I rotated nine live keys on the day they were caught."),
    (CERTS, "Nine live keys are caught every week."),
    (COLD, "I removed three SDKs, and cold start fell to 1.9 s."),
    (COLD, "I more than halved cold start, from 3.1 s to 1.9 s."),
]
TRUE = [
    (ROPE, "Milena, the art director, signed off on the rope solver."),
    (ROPE, "Frame cost fell by 3.7 milliseconds with the new rope solver."),
    (EXPORT, "I paged the audit list, which cut its load to less than a second for the largest customer, from 6."),
    (TALK, "I presented on-call to about 140 people with slides by Ivan."),
    (PASSKEYS, "I built the server part of passkeys."),
    (BUNDLE, "The log script has been in use for tickets since April 7."),
    (PILOT, "Satisfaction stands at 3.1 of 5 after the merge queue pilot in 3 teams."),
    (CERTS, "In the first week nine live keys were caught, and the owning teams rotated all of them."),
    (COLD, "I brought cold start on the phone from 3.1 down to 1.9 seconds."),
]


@pytest.mark.parametrize(("record", "text"), FALSE)
def test_what_the_note_tells_otherwise_is_blocked(record: Record, text: str) -> None:
    assert blocks(text, record)


@pytest.mark.parametrize(("record", "text"), TRUE)
def test_what_the_note_tells_in_other_words_stands(record: Record, text: str) -> None:
    assert blocks(text, record) == []


@pytest.mark.parametrize(
    "text",
    [
        "I end with what I have learned.",
        "Please tell me if anything is unclear.",
        "Here is how I see the past half year.",
        "Thank you for taking the time to read this.",
        "I would value your opinion on this.",
    ],
)
def test_a_word_to_the_reader_needs_no_citation(text: str) -> None:
    assert blocks(text) == []


@pytest.mark.parametrize("text", ["I will migrate the billing database.", "Here is the platform that Dana praised."])
def test_a_fact_dressed_as_a_word_to_the_reader_needs_one(text: str) -> None:
    assert blocks(text)


HISTORY = evidence(
    "E9", "p95 went up from 140 to 185 ms with the ranker on. I plan to cache the features.", progress="planned"
)
FLAT = evidence("E10", "Threw out 1,900 unused synonyms; zero-result searches stayed at 6.2%. Flag default off.")
SHARE = evidence("E11", "Docking success 97.4% in January, 93.0% in October. New plates too, share of each is unknown.")


@pytest.mark.parametrize(
    ("record", "text"),
    [
        (FLAT, "Throwing out 1,900 synonyms brought zero-result searches down to 6.2%."),
        (FLAT, "I threw out 1,900 unused synonyms, and the flag is on by default."),
        (SHARE, "In Q4 2025, docking success was 97.4%."),
        (SHARE, "Docking success was 97.4% in January. <!-- approved -->"),
        (HISTORY, "I cached the features."),
    ],
)
def test_what_stayed_or_is_still_to_come_is_not_told_as_moved(record: Record, text: str) -> None:
    assert blocks(text, record)


@pytest.mark.parametrize(
    ("record", "text"),
    [
        (HISTORY, "The ranker had pushed p95 from 140 to 185 ms."),
        (SHARE, "Docking success was 97.4% in the first month of the year, January alone."),
    ],
)
def test_what_has_happened_may_be_told_of_a_plan(record: Record, text: str) -> None:
    assert blocks(text, record) == []
