"""The same import again: nothing new, or only what was added."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from assistant.sources.growth import new_pieces
from assistant.sources.pieces import Piece
from store.model import Note

DAY = date(2026, 3, 6)
FIRST = Piece(
    text="# March\n\n- Fixed the cart\n  with Dana\n- Led the review\n",
    happened_on=DAY,
    key="markdown:brag.md#March",
    title="brag.md",
    grows=True,
)


def kept(*pieces: Piece) -> list[Note]:
    return [
        Note(
            id=f"N{number}",
            text=piece.text,
            happened_on=piece.happened_on,
            captured_at=datetime(2026, 3, 6, tzinfo=UTC),
            source="markdown",
            source_key=piece.key,
        )
        for number, piece in enumerate(pieces, 1)
    ]


def test_the_same_again_is_known():
    assert new_pieces([FIRST], kept(FIRST)) == ([], 1)


def test_the_same_words_on_the_same_day_are_known_wherever_the_file_lies_now():
    assert new_pieces([replace(FIRST, key="markdown:old/brag.md#March")], kept(FIRST)) == ([], 1)


def test_what_was_added_is_a_note_of_its_own_under_its_heading():
    more = replace(
        FIRST, text="# March\n\n- Led the review\n- Fixed the cart\n  with Dana\n\n## Later\n\n- Cut the bill\n"
    )
    (added,), known = new_pieces([more], kept(FIRST))
    assert (added.text, added.key, known) == ("## Later\n- Cut the bill\n", "markdown:brag.md#March+2", 0)
    assert new_pieces([more], kept(FIRST, added)) == ([], 1)


def test_only_spacing_changed_adds_nothing():
    spaced = replace(FIRST, text=FIRST.text.replace("\n- Led", "\n\n- Led").replace("  with", "    with"))
    assert new_pieces([spaced], kept(FIRST)) == ([], 1)


def test_what_does_not_grow_is_known_by_its_key_alone():
    changed = replace(FIRST, text="other words", grows=False)
    assert new_pieces([changed], kept(FIRST)) == ([], 1)


def test_a_key_given_twice_in_one_import_is_kept_once():
    assert new_pieces([FIRST, FIRST], []) == ([FIRST], 1)
