"""Schemas that an endpoint can be held to: `strict` on the wire, which instructor leaves out.

Invariant: `strict` is asked for only where the schema is within what strict endpoints take; others get a 400.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

_TAKEN = {
    "$defs", "$ref", "additionalProperties", "anyOf", "const", "description", "enum", "format", "items",
    "maxItems", "maximum", "minItems", "minimum", "pattern", "properties", "required", "title", "type",
}  # fmt: skip


def strictly(body: dict[str, Any]) -> dict[str, Any]:
    """The request's body, with `strict` where its schema allows."""
    format_ = body.get("response_format") or {}
    asked = format_.get("json_schema")
    if not asked or not all(map(_fits, _schemas(asked["schema"]))):
        return body
    return {**body, "response_format": {**format_, "json_schema": {**asked, "strict": True}}}


def _fits(schema: dict[str, Any]) -> bool:
    """An object must be closed and want all its properties; `extra="forbid"` and no defaults make it so."""
    if not set(schema) <= _TAKEN:
        return False
    if schema.get("type") != "object":
        return True
    return schema.get("additionalProperties") is False and set(schema.get("required", ())) == set(
        schema.get("properties", ())
    )


def _schemas(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The schema and every schema inside it."""
    yield schema
    inner = [
        *schema.get("$defs", {}).values(),
        *schema.get("properties", {}).values(),
        *schema.get("anyOf", ()),
    ]
    if isinstance(schema.get("items"), dict):
        inner.append(schema["items"])
    for each in inner:
        yield from _schemas(each)
