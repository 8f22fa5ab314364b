"""What the evaluation rests on: exact quotes, and halves that nobody chooses."""

import json
from pathlib import Path

import pytest

CASES = Path(__file__).parents[2] / "eval" / "cases"
NOTES = sorted((CASES / "notes").glob("*.json"))


@pytest.mark.parametrize("path", NOTES, ids=lambda path: path.stem)
def test_every_label_of_a_case_quotes_its_note_exactly(path):
    case = json.loads(path.read_text(encoding="utf-8"))
    assert case["id"] == path.stem
    for record in case["records"]:
        assert case["text"].count(record["quote"]) >= 1
        for measure in record.get("measures", ()):
            assert measure["raw"] in record["quote"]
    for words in case["none"]:
        assert words in case["text"]
    second = CASES / "second" / path.name
    if second.exists():
        for record in json.loads(second.read_text(encoding="utf-8"))["records"]:
            assert record["quote"] in case["text"]


def test_about_half_of_the_cases_are_sealed():
    from eval.note_cases import is_open

    share = sum(is_open(path.stem) for path in NOTES) / len(NOTES)
    assert 0.4 < share < 0.6
