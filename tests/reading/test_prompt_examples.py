"""The few-shot examples of the reading prompts hold by our own rules: quotes grounded, every segment accounted for."""

import json
import re

import pytest

from assistant.llm import prompts
from assistant.reading.answers import ReadingAnswer
from assistant.reading.quotes import find

LINE = re.compile(r"^\[(\d+)\] (?:\([^)]*\) )?(.*)$", re.MULTILINE)


def examples():
    for name in ("extract", "extract-again"):
        for number, example in enumerate(prompts.load(name).examples):
            yield pytest.param(example, id=f"{name}-{number}")


@pytest.mark.parametrize("example", list(examples()))
def test_every_quote_of_an_example_stands_in_the_segments_it_names(example):
    lines = {int(number): text for number, text in LINE.findall(example.inputs["segments"])}
    for item in ReadingAnswer.model_validate(json.loads(example.answer)).records:
        said = " ".join(lines[number] for number in item.segments)
        assert find(said, item.quote, (0, len(said))), item.quote
        for name in (*item.people, *([item.given_by] if item.given_by else [])):
            assert name in said


@pytest.mark.parametrize("example", list(examples()))
def test_every_segment_of_an_example_is_accounted_for(example):
    numbers = {int(number) for number, _ in LINE.findall(example.inputs["segments"])}
    answer = ReadingAnswer.model_validate(json.loads(example.answer))
    told = {number for item in answer.records for number in item.segments}
    assert told | {left.segment for left in answer.left_out} == numbers
