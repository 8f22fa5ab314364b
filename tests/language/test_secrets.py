"""Which words of a note are secrets, and which only look like them."""

from __future__ import annotations

import time

import pytest

from assistant.language.secrets import MASK, find, kinds, masked
from assistant.llm import prompts

BODY = "q7Zp2LmX9vRt4KsW8yBn3HdF6jGc1TaE5uQo0Pi"
PEM_LINES = (
    "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj",
    "MzEfYyjiWA4R4/M2bS1GB4t7NXp98C3S",
    "c3Zp==",
)
PEM = "-----BEGIN RSA PRIVATE KEY-----\n" + "\n".join(PEM_LINES) + "\n-----END RSA PRIVATE KEY-----"

SECRETS = {
    "AKIA" + "Q7ZP2LMX9VRT4KSW": "AWS access key",
    "ghp_" + BODY[:36]: "GitHub token",
    "github_pat_" + BODY: "GitHub token",
    "glpat-" + BODY[:20]: "GitLab token",
    "xoxb-" + "4821-9937-" + BODY[:24]: "Slack token",
    "sk-proj-" + BODY: "API key",
    "sk-" + BODY[:32]: "API key",
    "sk_live_" + BODY[:24]: "API key",
    "AIza" + BODY[:35]: "Google key",
    "npm_" + BODY[:36]: "API key",
    "hf_" + BODY[:34]: "API key",
    "SG." + BODY[:22] + "." + BODY: "API key",
    "hvs." + BODY[:28]: "API key",
    "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI5OSJ9." + BODY: "JSON web token",
    "8123456789:AA" + BODY[:33]: "bot token",
}
AROUND = {
    "Called it with Authorization: Bearer {} from the shell.": "h4Tq9ZpLw2",
    "curl -H 'X-Auth: Bearer {}'": "abc123def456",
    "Moved to postgres://app:{}@db.internal:5432/main today": "p4ss/w@rd",
    "redis://:{}@cache:6379/0": "swordfish",
    "DB_PASSWORD={}": "letmein",
    'password: "{}"': "hunter2",
    "the password is {} for now": "Tr0ub4dor",
    "export SECRET={}": "correct-horse",
    "api_key = '{}'": "a8f2k4l9",
    "aws_secret_access_key={}": "wJalrXUtnFEMI/K7MDENG/bPxRfiCY" + "ZZkeYfoo12",
    "QUEUE_SALT={}": "f83hG72kLq09ZxVb51Nm",
    "DB_PASS={} make seed": "letmein",
    "the database password is now {}.": "hunter2",
    "Used the api key {} by mistake": "8f14e45fceea167a5a36dedd4bea2543",
    "aws_secret_access_key = {} went to the log": "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
    "jdbc:postgresql://h/db?user=a&password={}": "pw1234",
    "AccountName=shop;AccountKey={};EndpointSuffix=x": "Zm9vYmFyYmF6cXV4MTIzNDU2",
}
PLAIN = (
    "Cut checkout p99 from 820 ms to 480 ms; token bucket now holds 4096 tokens: fewer 429s.",
    '<img src="/charts/developer-1-dark.png"> <a href=x?q=is%3Apr+author%3Asam+is%3Aclosed+7>',
    "log=logs/build-2026-03-06-final-2.txt and next: src/app/v2/checkout-page-7.tsx",
    "max_tokens=4096 and timeout=30s, retries: 5",
    "Merged 3f786850e387550fdab836ed7e6dc881de23001b and opened https://git.example.com/a/b/pull/482#discussion",
    "commit=3f786850e387550fdab836ed7e6dc881de23001b, id: 123e4567-e89b-12d3-a456-426614174000",
    "Read assistant/language/secrets.py and src/components/checkout/PaymentButtonWithRetries.tsx",
    "Token: moved to Vault. Secret: rotate every quarter. Password reset works for 30% of accounts.",
    "password = os.environ['X'] and api_key=${API_KEY} and token: <your token>",
    "Bearer authentication replaced basic authentication; http://localhost:8080/a@b answers.",
    "Talked with Dana (dana@example.com) about risk-based-authentication-for-returning-customers.",
)


@pytest.mark.parametrize(("secret", "kind"), SECRETS.items())
def test_a_key_of_a_known_shape_is_found_whole_and_named(secret, kind):
    text = f"Rotated {secret} after the leak, p99 held at 480 ms."
    ((start, end, found),) = find(text)
    assert (text[start:end], found) == (secret, kind)


@pytest.mark.parametrize(("around", "secret"), AROUND.items())
def test_what_is_assigned_as_a_secret_is_found(around, secret):
    text = around.format(secret)
    assert masked(text) == around.format(MASK * len(secret))


@pytest.mark.parametrize("text", PLAIN)
def test_ordinary_work_holds_no_secret(text):
    assert find(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        PEM,
        " ".join(PEM.split("\n")),
        "\n".join(f"[{n}] {line}" for n, line in enumerate(PEM.split("\n"), 1)),
        PEM.rpartition("\n")[0],
        PEM.partition("\n")[2],
    ],
)
def test_a_private_key_is_found_whole_numbered_joined_or_cut_in_two(text):
    assert not [line for line in PEM_LINES if line in masked(text)]
    assert "private key" in kinds(text)


def test_a_masked_text_is_as_long_and_holds_nothing_more_to_mask():
    text = "\n".join([*SECRETS, PEM, *(around.format(secret) for around, secret in AROUND.items())])
    assert len(masked(text)) == len(text)
    assert masked(masked(text)) == masked(text)


def test_no_prompt_of_ours_is_changed_by_masking():
    for name in prompts.names():
        prompt = prompts.load(name)
        whole = "\n".join([prompt.system, prompt.user, *(e.answer for e in prompt.examples)])
        assert masked(whole) == whole
        assert all(masked(text) == text for e in prompt.examples for text in e.inputs.values())


@pytest.mark.parametrize(
    "piece", ["a", "sk-", "://", "eyJaaaaaaaa.", "key ", "token=", "A1b2", "MIIE\n", "-----BEGIN PRIVATE KEY-----"]
)
def test_no_text_makes_the_search_slow(piece):
    started = time.process_time()
    find((piece * 20_000)[:20_000] + " PRIVATE KEY sk- token= bearer =: -----END PRIVATE KEY-----")
    assert time.process_time() - started < 2
