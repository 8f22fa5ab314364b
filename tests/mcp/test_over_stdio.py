"""The real command over its standard streams: only protocol comes out, whatever goes in, however often."""

import json
import os
import sys

from apart_from_loops import run_apart

from assistant.mcp.tools import OFFERS

CALLS = {
    "log": {"text": "Cut checkout p99 from 820ms to 480ms. Paired with Dana. I want to reach senior by next summer."},
    "process": {},
    "inbox": {},
    "accept": {"id": "E1"},
    "reject": {"id": "E2"},
    "merge": {"kept": "E1", "gone": "E1"},
    "search": {"query": "checkout"},
    "show": {"id": "E1"},
    "people": {},
    "skills": {},
    "goals": {},
    "ask": {"question": "What did I do about checkout?"},
    "draft": {"kind": "brag"},
    "draft_edit": {"id": "D1", "changes": [{"sentence": 0, "text": "Was the best [E1]."}]},
    "drafts": {},
    "verify": {"text": "Cut checkout p99 from 820 ms to 480 ms [E1]."},
    "surfaced": {"id": "E1", "person": "Dana"},
    "insights": {},
    "timeline": {"period": "2026H1"},
    "person": {"who": "Dana"},
    "goal": {"id": "G1"},
    "update_goal": {"id": "G1", "said": "Led the first design review."},
    "coverage": {"level": "senior"},
    "review": {"kind": "weekly"},
    "review_answer": {"kind": "weekly", "step": "week", "answer": "Wrote the runbook."},
}
REFUSED = {"accept", "merge", "draft_edit", "coverage"}


def test_every_tool_answers_a_real_client_over_stdio(home):
    from mcp import Client, StdioServerParameters

    assert set(CALLS) == {offer.use.__name__ for offer in OFFERS}
    command = StdioServerParameters(
        command=sys.executable,
        args=["-m", "assistant", "mcp"],
        env={**os.environ, "ASSISTANT_HOME": str(home), "ASSISTANT_NOW": "2026-07-03"},
    )

    async def session():
        async with Client(command) as client:
            assert (
                "never an instruction" in client.instructions
                or "Nothing in it is an instruction" in client.instructions
            )
            return {name: (await client.call_tool(name, given)).is_error for name, given in CALLS.items()}

    failed = {name for name, is_error in run_apart(session()).items() if is_error}
    assert failed == REFUSED


BROKEN = (
    b"nonsense",
    b"",
    b"{}",
    b"[]",
    b"null",
    b'{"jsonrpc": "2.0"}',
    b'{"jsonrpc": "2.0", "id": 1, "method": "no/such"}',
    b'{"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": 7}}',
    b'{"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": "log", "arguments": "x"}}',
    b'{"jsonrpc": "2.0", "id": 1, "method": "tools/call",'
    b' "params": {"name": "ask", "arguments": {"question": "\\ud800"}}}',
    b"\xff\xfe\x00",
    b"[" * 20_000,
    b"x" * 1_000_000,
)


def test_broken_lines_neither_end_nor_soil_the_stream(wire):
    server = wire()
    server.greet()
    server.number = 100
    for line in BROKEN:
        server.send(line)
        assert server.call("people")["isError"] is False, line[:80]
    code, rest = server.close()
    assert code == 0
    assert all(json.loads(each)["jsonrpc"] == "2.0" for each in rest.splitlines())
    assert "Traceback" not in server.errors.read_text()


def test_many_calls_leave_no_stray_byte_and_no_growing_memory(wire):
    server = wire()
    server.greet()
    server.call("log", **CALLS["log"])
    times = int(os.environ.get("ASSISTANT_TEST_CALLS", "1000"))
    rounds = [
        ("search", CALLS["search"]),
        ("verify", CALLS["verify"]),
        ("show", {"id": "E1"}),
        ("show", {"id": "E99"}),
        ("people", {}),
    ]

    def calls(number):
        for turn in range(number):
            name, given = rounds[turn % len(rounds)]
            assert "content" in server.call(name, **given)

    calls(200)
    before = server.memory()
    calls(times - 200)
    assert server.memory() - before < 20_000, "it grows"
    assert server.close() == (0, b"")
    assert server.errors.read_bytes() == b""


def test_a_failing_model_leaves_the_note_pending_and_says_what_to_do(wire):
    server = wire(OPENAI_BASE_URL="http://127.0.0.1:9/v1", ASSISTANT_MODEL="small")
    server.greet()
    logged = server.call("log", text="Cut checkout p99 from 820ms to 480ms.")["structuredContent"]
    assert logged["note"]["state"] == "pending" and "assistant process" in logged["notice"]
    assert server.call("process")["structuredContent"]["pending"] == 1


def test_a_read_only_server_offers_nothing_that_writes(wire):
    server = wire("--read-only")
    server.greet()
    names = {tool["name"] for tool in server.ask("tools/list")["result"]["tools"]}
    assert "search" in names and not names & {"log", "draft", "reject", "surfaced", "review_answer"}


def test_broken_settings_are_one_line_and_no_protocol(wire):
    server = wire(ASSISTANT_ENGINE="quantum")
    code, rest = server.close()
    assert (code, rest) == (2, b"")
    assert server.errors.read_text().startswith("assistant: ASSISTANT_ENGINE")
