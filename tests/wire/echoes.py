"""An endpoint that answers as a model would that takes every line it is shown, and keeps every byte that came.

It copies: what is masked or renamed in the question is so in the answer, which is what the tests are about.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass, field
from typing import Any

import httpx

LINE = re.compile(r"^\[(\d+)\] (?:\(.*?\) )?(.*)$", re.MULTILINE)
RECORD = re.compile(r"^([ESRG]\d+) \| .*\nwords: (.*)$", re.MULTILINE)


@dataclass
class Echo:
    """`bodies` are the requests as they were sent; `named` makes every line's record name these people."""

    endpoint: Any
    bodies: list[str] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        router = self.endpoint.router
        router.clear()
        router.post(url__regex=r".*/chat/completions").mock(side_effect=self._chat)
        router.post(url__regex=r".*/embeddings").mock(side_effect=self._embeddings)

    @property
    def wire(self) -> str:
        """Everything that was sent, as text: no name or key can hide behind an escape."""
        return "\n".join(json.dumps(json.loads(body), ensure_ascii=False).replace("\\n", "\n") for body in self.bodies)

    def _chat(self, request: Any) -> Any:
        self.bodies.append(request.content.decode())
        body = json.loads(request.content)
        said = body["messages"][-1]["content"]
        wanted = json.dumps(body.get("response_format", {}))
        answer = json.dumps(_answer(said, wanted))
        self.answers.append(answer)
        return self.endpoint.completion(answer)

    def _embeddings(self, request: Any) -> Any:
        self.bodies.append(request.content.decode())
        texts = json.loads(request.content)["input"]
        rows = [{"object": "embedding", "index": at, "embedding": _vector(text)} for at, text in enumerate(texts)]
        usage = {"prompt_tokens": 1, "total_tokens": 1}
        return httpx.Response(200, json={"object": "list", "data": rows, "model": "vectors", "usage": usage})


def _answer(said: str, wanted: str) -> dict[str, Any]:
    records = RECORD.findall(said)
    if "left_out" in wanted:
        return {"records": [_item(int(number), words) for number, words in LINE.findall(said)], "left_out": []}
    if "answered" in wanted:
        return {"answered": True, "sentences": [{"text": words, "citations": [one]} for one, words in records]}
    if "number" in wanted:
        return {"sentences": []}
    title = re.search(r"^## (.*)$", said, re.MULTILINE)
    section = title[1] if title else ""
    return {"sentences": [{"section": section, "text": words, "citations": [one]} for one, words in records]}


def _item(number: int, words: str) -> dict[str, Any]:
    people = re.findall(r"\b(?:with|told|from|to) ((?:[A-Z]\w+ ?){1,3})", words)
    return {"segments": [number], "quote": words, "kind": "evidence", "people": [one.strip() for one in people]}


def _vector(text: str) -> list[float]:
    return [byte / 255 - 0.5 for byte in hashlib.sha256(text.encode()).digest()]
