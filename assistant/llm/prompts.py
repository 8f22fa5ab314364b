"""Prompt files: what we say to a model, checked whole before anything is sent.

A prompt is Markdown: front matter (`id`, `version`, `inputs`, `output`), then the sections `# System`, any
number of `# Example` with its `# Answer`, and `# User`. `inputs` maps each name to its kind: `word` is the
program's own (a kind, a date, a level) and may stand anywhere; `data` came from a person's notes and may
stand under `# User` alone. `$name` stands for an input, `$$` for a dollar sign. An example's inputs are YAML,
its answer is verbatim.

Invariant: a prompt that loads has no unknown and no unused input, in its text and in its examples.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from assistant import messages
from assistant.errors import PromptError
from assistant.llm.prompt import Example, Message, Prompt, fence, placeholders, require_same_names

__all__ = ["Example", "Message", "Prompt", "fence", "load", "names", "packaged", "parse"]

_NAME = re.compile(r"[a-z][a-z0-9_-]*")
_FRONT = re.compile(r"\A---\s*\n(?P<front>.*?\n)---\s*\n(?P<body>.*)\Z", re.DOTALL)
_SECTION = re.compile(r"^# (System|Example|Answer|User)[ \t]*$", re.MULTILINE)
_KEYS = {"id", "version", "inputs", "output"}
_KINDS = {"data", "word"}


def load(name: str, home: Path | None = None) -> Prompt:
    """The prompt of that name: `<home>/prompts/<name>.md` where there is one, else the packaged one."""
    if not _NAME.fullmatch(name):
        raise PromptError(messages.NOT_A_PROMPT_NAME.format(name=name))
    for folder in _folders(home):
        file = folder / f"{name}.md"
        if file.is_file():
            return parse(_read(file), origin=str(file), expect=name)
    raise PromptError(messages.NO_SUCH_PROMPT.format(name=name))


def names() -> tuple[str, ...]:
    """All packaged prompts, sorted."""
    found = (entry.name for entry in packaged().iterdir())
    return tuple(sorted(name[:-3] for name in found if name.endswith(".md") and _NAME.fullmatch(name[:-3])))


def packaged() -> Traversable:
    """The folder of prompts: inside the package in a wheel, else at the root of the checkout."""
    inside = files("assistant") / "_prompts"
    return inside if inside.is_dir() else Path(__file__).resolve().parents[2] / "prompts"


def parse(text: str, *, origin: str, expect: str | None = None) -> Prompt:
    """Read and check a whole prompt file; every fault is a PromptError that names the file."""
    matched = _FRONT.match(text.replace("\r\n", "\n"))
    if not matched:
        raise PromptError(messages.NO_FRONT_MATTER.format(origin=origin))
    front = _yaml(matched["front"], origin, "front matter")
    _check_front(front, origin, expect)
    sections = _sections(matched["body"], origin)
    prompt = Prompt(
        id=front["id"],
        version=front["version"],
        inputs=dict(front["inputs"]),
        output=str(front["output"]),
        system=sections[0][1],
        user=sections[-1][1],
        examples=_examples(sections[1:-1], origin),
        origin=origin,
    )
    _check_placeholders(prompt)
    for example in prompt.examples:
        require_same_names(prompt, example.inputs, "has an example with")
    return prompt


def _folders(home: Path | None) -> tuple[Traversable, ...]:
    return (packaged(),) if home is None else (home / "prompts", packaged())


def _read(file: Traversable) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        raise PromptError(messages.PROMPT_NOT_UTF8.format(file=file)) from fault


def _yaml(text: str, origin: str, what: str) -> dict[str, Any]:
    import yaml

    try:
        value = yaml.safe_load(text)
    except yaml.YAMLError as fault:
        raise PromptError(messages.NOT_YAML.format(what=what, origin=origin)) from fault
    if not isinstance(value, dict):
        raise PromptError(messages.NOT_NAMES_AND_VALUES.format(what=what, origin=origin))
    return value


def _check_front(front: Mapping[str, Any], origin: str, expect: str | None) -> None:
    if set(front) != _KEYS:
        raise PromptError(messages.PROMPT_KEYS.format(origin=origin))
    if expect is not None and front["id"] != expect:
        raise PromptError(messages.OTHER_PROMPT_ID.format(origin=origin, found=front["id"], expected=expect))
    if not isinstance(front["version"], int) or isinstance(front["version"], bool):
        raise PromptError(messages.PROMPT_VERSION.format(origin=origin))
    inputs = front["inputs"]
    fit = isinstance(inputs, dict) and all(_input_fits(name, kind) for name, kind in inputs.items())
    if not fit or not isinstance(front["id"], str):
        raise PromptError(messages.PROMPT_INPUTS.format(origin=origin))


def _input_fits(name: object, kind: object) -> bool:
    return isinstance(name, str) and bool(_NAME.fullmatch(name)) and "-" not in name and kind in _KINDS


def _sections(body: str, origin: str) -> list[tuple[str, str]]:
    parts = _SECTION.split(body)
    sections = [(parts[at], parts[at + 1].strip("\n")) for at in range(1, len(parts), 2)]
    order = [title for title, _ in sections]
    pairs = order[1:-1]
    expected = ["System", *(["Example", "Answer"] * (len(pairs) // 2)), "User"]
    if parts[0].strip() or order != expected:
        raise PromptError(messages.PROMPT_SECTIONS.format(origin=origin))
    return sections


def _examples(sections: list[tuple[str, str]], origin: str) -> tuple[Example, ...]:
    found = []
    for (_, question), (_, answer) in zip(sections[::2], sections[1::2], strict=True):
        inputs = _yaml(question, origin, "example")
        if not all(isinstance(text, str) for text in inputs.values()):
            raise PromptError(messages.EXAMPLE_NOT_TEXT.format(origin=origin))
        found.append(Example(inputs={str(name): text.rstrip("\n") for name, text in inputs.items()}, answer=answer))
    return tuple(found)


def _check_placeholders(prompt: Prompt) -> None:
    in_system, in_user = placeholders(prompt.system), placeholders(prompt.user)
    for name in sorted((in_system | in_user) - set(prompt.inputs)):
        raise PromptError(messages.UNDECLARED_INPUT.format(origin=prompt.origin, name=name))
    for name in sorted(set(prompt.inputs) - in_system - in_user):
        raise PromptError(messages.UNUSED_INPUT.format(origin=prompt.origin, name=name))
    for name in sorted(name for name in in_system if prompt.inputs[name] == "data"):
        raise PromptError(messages.DATA_IN_SYSTEM.format(origin=prompt.origin, name=name))
