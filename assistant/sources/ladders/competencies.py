"""YAML with `levels`, `themes` and `competencies`, as the Financial Times publishes."""

from __future__ import annotations

from typing import Any

from assistant.sources.ladders.stated import Line, Stated, tidy


def read(text: str) -> Stated | None:
    """None unless the text is a YAML mapping with levels and competencies."""
    tree = mapping(text)
    if tree is None or not isinstance(tree.get("competencies"), list) or not isinstance(tree.get("levels"), list):
        return None
    themes = {theme["id"]: theme.get("name", theme["id"]) for theme in _dicts(tree.get("themes"))}
    return Stated(
        levels=tuple((str(level["id"]), str(level.get("name", level["id"]))) for level in _dicts(tree["levels"])),
        lines=tuple(
            Line(
                str(one["level"]),
                themes.get(one.get("theme")),
                tidy(str(one.get("summary", ""))),
                str(one["id"]) if one.get("id") else None,
            )
            for one in _dicts(tree["competencies"])
            if one.get("level") and one.get("summary")
        ),
        name=str(tree["name"]) if tree.get("name") else None,
    )


def mapping(text: str) -> dict[str, Any] | None:
    """The text as a YAML mapping, or None."""
    if ":" not in text:
        return None
    import yaml

    try:
        tree = yaml.safe_load(text)
    except yaml.YAMLError:
        return None
    return tree if isinstance(tree, dict) else None


def _dicts(value: Any) -> list[dict[str, Any]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []
