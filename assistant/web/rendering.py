"""Templates into HTML, every value escaped and made inert.

Invariant: nothing is marked safe; a template cannot print what is not there.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from assistant import __version__, messages
from assistant.language.inert import inert
from assistant.web import words


def render(template: str, values: Mapping[str, Any]) -> str:
    """One template with its values."""
    return _environment().get_template(template).render(values)


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("assistant.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        finalize=_shown,
    )
    named = (words.headline, words.quote, words.facts, words.ago, words.who)
    made.filters |= {each.__name__: each for each in named}
    made.globals |= {"messages": messages, "count": messages.count, "version": __version__}
    return made


def _shown(value: Any) -> Any:
    if value is None:
        return ""
    return inert(value) if isinstance(value, str) and not isinstance(value, Markup) else value
