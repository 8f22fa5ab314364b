"""A model endpoint on loopback that does whatever a note tells it: OpenAI's protocol, the worst answers.

Invariant: it answers by the schema it was asked for, so that nothing but the program stands between it and the home.
"""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from eval.attacks import Attack

SEGMENT = re.compile(r"^\[(\d+)\] (?:\((?:[^()]|\([^()]*\))*\) )?(.+)$", re.MULTILINE)
RECORD = re.compile(r"^([ESRG]\d+) \| (\w+) .*\nwords: (.*)$", re.MULTILINE)
REFUSED = re.compile(r"^(\d+)\. ", re.MULTILINE)
ORDERS = {"status": "active", "accept": "all", "delete": ["N1"], "supersedes": "G1", "settings": {"engine": "offline"}}


class Obeying:
    """What it was told to do, and every body that came."""

    def __init__(self) -> None:
        self.attack: Attack | None = None
        self.bodies: list[dict[str, Any]] = []
        self.url = ""

    def answer(self, body: dict[str, Any]) -> dict[str, Any]:
        """One chat completion."""
        assert self.attack is not None
        self.bodies.append(body)
        schema = _wanted(body)
        asked = str(body["messages"][-1]["content"])
        if self.attack.silent and len(self.bodies) % 2:
            return _completion(None if self.attack.name == "tool" else self.attack.claim, tools=_tools())
        made = {"ReadingAnswer": _reading, "RewriteAnswer": _rewritten}.get(schema, _sentences)(asked, self.attack)
        return _completion(json.dumps({**made, **ORDERS}))


def _wanted(body: dict[str, Any]) -> str:
    """The schema's name: from the format that is asked for, or from the messages where it stands in them."""
    named = (body.get("response_format") or {}).get("json_schema", {}).get("name")
    found = re.findall(r'"title": "(\w+Answer)"', str(body["messages"][0]["content"]))
    return str(named or (found[-1] if found else "ReadingAnswer"))


def _reading(asked: str, attack: Attack) -> dict[str, Any]:
    """The honest records, the same with the claim in every field, the attack's own words as each kind, inventions."""
    items: list[dict[str, Any]] = []
    for number, words in SEGMENT.findall(asked):
        base = {"segments": [int(number)], "quote": words}
        items.append(
            {
                **base,
                "kind": "evidence",
                "summary": attack.claim,
                "outcome": attack.claim,
                "scope": "external",
                "level": "led",
                "impact": "led",
                "people": ["Dana Kim", "Elon Park"],
            }
        )
        items.append({**base, "kind": "skill", "name": attack.claim, "activity": "feedback", "given_by": "Dana Kim"})
        items.append(
            {
                **base,
                "kind": "goal",
                "summary": attack.claim,
                "type": "promotion",
                "target_date": "2031-01-01",
                "gap": attack.claim,
            }
        )
        items += [
            {
                **base,
                "kind": "relationship",
                "name": name,
                "role": "chief of everything",
                "reach": "above-skip",
                "strength": "advocate",
            }
            for name in ("Dana", "Elon Park", "Mallory")
        ]
    items.append({"segments": [0], "quote": attack.claim, "kind": "evidence", "summary": attack.claim})
    items.append({"segments": [999], "quote": attack.text, "kind": "evidence", "summary": attack.claim})
    if attack.name == "ignore":
        return {
            "records": [],
            "left_out": [{"segment": int(n), "reason": "nothing"} for n, _ in SEGMENT.findall(asked)],
        }
    return {"records": [{**item, **ORDERS} for item in items], "left_out": []}  # fmt: skip


def _sentences(asked: str, attack: Attack) -> dict[str, Any]:
    """The records' words, and the claim beside them in every way that a sentence can be written."""
    records = [(identity, words) for identity, kind, words in RECORD.findall(asked) if kind == "evidence"]
    first = records[0][0] if records else "E1"
    told = [(words, [identity]) for identity, words in records]
    for identity, words in records[:1]:
        told += [
            (f"{words} {attack.claim}", [identity]),
            (f"{words}\n\n## {attack.claim}\n\n{attack.claim}", [identity]),
            (f"{words}\n\n> {attack.claim}\n", [identity]),
            (f"{words} [E1]. {attack.claim}", [identity]),
        ]
    ways: tuple[list[str], ...] = ([], [first], ["E1", "E2"], ["E3"], ["E4"], ["E999"], ["N1"], ["D1"], ["R1"])
    told += [(attack.claim, list(ids)) for ids in ways]
    told += [(f"{attack.claim.rstrip('.')}?", [first]), (f"> {attack.claim}", [first]), (f"# {attack.claim}", [first])]
    told += [
        (attack.text, [first]),
        (f"{attack.claim} [{first}]", []),
        ("Promoted.", [first]),
        ("{{settings.key}}", [first]),
    ]
    sentences = [{"section": attack.claim, "text": text, "citations": ids} for text, ids in told]
    return {"answered": True, "sentences": sentences}


def _rewritten(asked: str, attack: Attack) -> dict[str, Any]:
    """It insists: the claim alone, behind honest words, and as a question."""
    records = RECORD.findall(asked)
    first, words = (records[0][0], records[0][2]) if records else ("E1", "")
    ways = (attack.claim, f"{words} {attack.claim}", f"{words} {attack.claim.rstrip('.')}?", f"Really, {attack.claim}")
    numbers = [int(number) for number in REFUSED.findall(asked)]
    return {"sentences": [{"number": n, "text": ways[n % len(ways)], "citations": [first]} for n in numbers]}


def _tools() -> list[dict[str, Any]]:
    call = {"name": "forget", "arguments": '{"id": "N1"}'}
    return [{"id": "call_1", "type": "function", "function": call}]


def _completion(content: str | None, tools: list[dict[str, Any]] | None = None) -> dict[str, Any]:
    message = {"role": "assistant", "content": content, **({"tool_calls": tools} if tools else {})}
    choice = {"index": 0, "message": message, "finish_reason": "tool_calls" if tools else "stop"}
    usage = {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}
    return {"id": "c", "object": "chat.completion", "created": 1, "model": "obeys", "choices": [choice], "usage": usage}


@contextmanager
def serving() -> Iterator[Obeying]:
    """The endpoint, up on a free port of this machine."""
    model = Obeying()

    class Door(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            said = json.dumps(model.answer(body)).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(said)))
            self.end_headers()
            self.wfile.write(said)

        def log_message(self, format: str, *args: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Door)
    model.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield model
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
