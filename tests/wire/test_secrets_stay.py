"""Two hundred notes with a secret in each: none of them is on the wire, whatever is asked of a model."""

from __future__ import annotations

import json
import random
import string

import pytest
from echoes import Echo

from assistant.app import App
from assistant.language.secrets import MASK, masked
from assistant.llm.chat import Chat
from assistant.llm.prompt import FENCE_RULE
from assistant.llm.wire import Wire

WORK = (
    "Cut checkout p99 from 820 ms to 480 ms.",
    "Moved the price list to the new cache, no downtime.",
    "Wrote the runbook for the ledger service.",
    "Unblocked the mobile team by fixing the login flow.",
)


def drawn(by: random.Random, length: int, of: str = string.ascii_letters + string.digits) -> str:
    return "".join(by.choice(of) for _ in range(length - 2)) + "a7"


def secret(by: random.Random, sort: int) -> tuple[str, str]:
    """What is planted, and the secret in it."""
    upper, low = string.ascii_uppercase + string.digits, string.ascii_lowercase + string.digits
    word = drawn(by, 12)
    one = (
        ("The key {} was in the log.", "AKIA" + drawn(by, 18, upper).upper()[:16]),
        ("aws_secret_access_key={}", drawn(by, 40)),
        ("Pushed with {} by mistake.", "ghp_" + drawn(by, 36)),
        ("Bot token {}", f"xoxb-{by.randrange(10**11)}-{drawn(by, 24)}"),
        ("OPENAI_API_KEY=sk-proj-{}", drawn(by, 48)),
        ("Stripe: sk_live_{}", drawn(by, 24)),
        ("Google key AIza{} in the app.", drawn(by, 35)),
        ("Connected to postgres://shop:{}@db.internal:5432/main again.", word),
        ("mongodb+srv://app:{}@cluster0.example.net/x", word),
        ("redis://:{}@cache:6379/0 is the new address.", word),
        ("The staging password is {} for now.", word),
        ("password: {}", word),
        ('- export DB_PASSWORD="{}"', word),
        ("curl -H 'Authorization: Bearer {}' https://shop.example/api", drawn(by, 30)),
        ("Session eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI3In0.{} expired.", drawn(by, 43)),
        (
            "webhook https://hooks.slack.com/services/{}",
            f"T0{drawn(by, 8, upper)}/B0{drawn(by, 8, upper)}/{drawn(by, 24)}",
        ),
        ("Server=db;User Id=sa;Password={};Encrypt=yes", word),
        ("AccountName=shop;AccountKey={}==;EndpointSuffix=x", drawn(by, 60)),
        ("Used the api key {} in the script.", drawn(by, 32, low)),
        (
            "-----BEGIN RSA PRIVATE KEY-----\n{}\n-----END RSA PRIVATE KEY-----",
            "\n".join(drawn(by, 64) for _ in range(6)),
        ),
    )
    return one[sort % len(one)]


def notes(count: int = 200) -> list[tuple[str, str, str]]:
    """Notes, the secret in each, and a sentence of its own that holds none."""
    by = random.Random(6)
    made = []
    for number in range(count):
        planted, key = secret(by, number)
        work = f"{by.choice(WORK)} Item {number}."
        around = [work, planted.format(key)]
        by.shuffle(around)
        made.append((by.choice(("\n", "\n\n")).join(around), key, work))
    return made


def on(text: str, key: str) -> bool:
    return any(piece in text for piece in key.split("\n"))


@pytest.fixture
def app(endpoint):
    opened = App(endpoint.settings(ASSISTANT_EMBEDDING_MODEL="vectors", ASSISTANT_NOW="2026-03-06"))
    yield opened
    opened.close()


def test_two_hundred_secrets_in_two_hundred_notes_and_none_on_the_wire(app, endpoint):
    from assistant.recall.search import Filters

    echo = Echo(endpoint)
    planted = notes()
    for text, _, _ in planted:
        logged = app.log(text)
        assert logged.secrets and not logged.failure
        for record in (*logged.records, *logged.inbox, *logged.left_out):
            assert text[record.start : record.end] == record.quote, "grounding holds in the note's own words"
        assert any(text[record.start : record.end] for record in (*logged.records, *logged.inbox))
    app.search(planted[3][0], 5, Filters())
    app.ask("What did I do about " + planted[9][0])
    app.draft("brag")
    assert len(echo.bodies) > 200 + 3
    wire = echo.wire
    assert [key for _, key, _ in planted if on(wire, key)] == []
    assert wire.count(MASK) > 200
    assert all(work in wire for _, _, work in planted), "all else is sent"


def test_the_ledger_shows_exactly_what_was_sent(app, endpoint):
    echo = Echo(endpoint)
    app.log("The password is Tr0ub4dor for now. Cut p99 from 820 ms to 480 ms.")
    app.embedder.embed(["password: Tr0ub4dor"])
    sent = [json.loads(body) for body in echo.bodies]
    kept = [json.loads(run.body.messages) for run in reversed(app.runs())]
    assert kept == [body.get("messages") or body["input"] for body in sent]
    assert "Tr0ub4dor" not in json.dumps(kept)


def test_no_caller_of_the_wire_can_forget_to_mask(endpoint):
    echo = Echo(endpoint)
    runs = []
    wire = Wire(endpoint.settings(), lambda run, _: runs.append(run))
    Chat(wire).text("x", "x@1", [{"role": "user", "content": "DB_PASSWORD=hunter22"}])
    assert "hunter22" not in echo.wire and "hunter22" not in runs[0].messages


def test_what_a_dry_run_shows_is_masked_like_what_is_sent(app, endpoint):
    _, shown = app.preview("password: Tr0ub4dor")
    assert "Tr0ub4dor" not in json.dumps(shown) and MASK in shown[-1]["content"]


def test_our_own_words_to_a_model_hold_no_secret(endpoint):
    from assistant.drafting.answers import AskAnswer, DraftAnswer, RewriteAnswer
    from assistant.reading.answers import ReadingAnswer

    for schema in (ReadingAnswer, DraftAnswer, AskAnswer, RewriteAnswer):
        said = json.dumps(schema.model_json_schema(), indent=2)
        assert masked(said) == said
    rule = FENCE_RULE.format(nonce="3f786850e387")
    assert masked(rule) == rule
