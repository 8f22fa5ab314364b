"""Where names to be replaced come from: the settings, the people recorded, and what a text itself seems to name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from assistant.settings import Settings

if TYPE_CHECKING:
    from assistant.language.pseudonyms import Pseudonyms

_NUMBER = re.compile(r"^\[\d+\] (?:\([^)\n]*\) )?", re.MULTILINE)  # before each segment, as a model is shown them


def pseudonyms(settings: Settings, key: str) -> Pseudonyms:
    """Everyday words, and those that our prompts say to a model, are no names where they stand in small letters."""
    from assistant.language.pseudonyms import Pseudonyms
    from assistant.llm import prompts
    from assistant.reading.naming import words_too

    said = " ".join(
        text
        for name in prompts.names()
        for prompt in (prompts.load(name, settings.home),)
        for text in (prompt.system, prompt.user, *(example.answer for example in prompt.examples))
    )
    return Pseudonyms(key, everyday=words_too() | set(re.findall(r"\b[a-z]+\b", said)))


def found_names(text: str) -> Iterator[str]:
    """People, companies and code names of a text; a person too many is no harm, for all are put back."""
    from assistant.language.things_named import things_named
    from assistant.reading.naming import mentions

    plain = _NUMBER.sub("", text)
    yield from (
        ("@" if one.kind == "handle" else "") + one.name.lstrip("@") for one in mentions(plain) if one.kind != "role"
    )
    yield from things_named(plain)
