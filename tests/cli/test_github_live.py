"""GitHub asked live: what is sent, to whom, page after page, each call in the ledger, the token nowhere."""

from __future__ import annotations

import json

import httpcore2
import httpx
import pytest

API = "https://api.github.com"
SPENT = {"x-ratelimit-remaining": "0", "x-ratelimit-reset": "1790000000"}
TOKEN = "ghp_verysecret0123456789"
PULL = {
    "html_url": "https://github.com/shop/api/pull/12", "number": 12, "title": "Cache the price list", "state": "closed",
    "user": {"login": "samlee"}, "body": None,
    "pull_request": {"url": f"{API}/repos/shop/api/pulls/12", "merged_at": "2026-02-13T12:00:00Z"},
}  # fmt: skip
DANAS = PULL | {
    "html_url": "https://github.com/shop/api/pull/13", "number": 13, "user": {"login": "danakim"}, "title": "Cut 40%",
    "pull_request": {"url": f"{API}/repos/shop/api/pulls/13", "merged_at": "2026-02-16T12:00:00Z"},
}  # fmt: skip
REVIEW = {
    "user": {"login": "samlee"}, "submitted_at": "2026-02-16T09:00:00Z", "state": "APPROVED", "body": "",
    "html_url": "https://github.com/shop/api/pull/13#pullrequestreview-1",
    "pull_request_url": f"{API}/repos/shop/api/pulls/13",
}  # fmt: skip


@pytest.fixture
def api(endpoint, monkeypatch):
    monkeypatch.setenv("GITHUB_TOKEN", TOKEN)
    monkeypatch.delenv("GITHUB_API_URL", raising=False)
    endpoint.router.get(f"{API}/user").mock(return_value=httpx.Response(200, json={"login": "samlee"}))

    def search(request):
        query = request.url.params["q"]
        if "author:samlee" in query and "is:merged" in query:
            if request.url.params.get("page") == "2":
                return httpx.Response(200, json={"items": [PULL | {"html_url": f"{PULL['html_url']}0"}]})
            following = f'<{API}/search/issues?q={query.replace(" ", "+")}&page=2>; rel="next"'
            return httpx.Response(200, json={"items": [PULL]}, headers={"link": following})
        return httpx.Response(200, json={"items": [DANAS] if "reviewed-by:samlee" in query else []})

    endpoint.router.get(url__startswith=f"{API}/search/issues").mock(side_effect=search)
    endpoint.router.get(url__startswith=f"{API}/repos/shop/api/pulls/13/reviews").mock(
        return_value=httpx.Response(200, json=[REVIEW])
    )
    return endpoint


def test_mine_and_my_reviews_come_in_with_every_call_in_the_ledger(cli, api):
    said = cli("import", "github", "shop/api", "--live", "--since", "2026-01-01", "--yes", "--json")
    assert [(one["happened_on"], one["title"]) for one in said.json["new"]] == [
        ("2026-02-13", "Cache the price list"),
        ("2026-02-13", "Cache the price list"),
        ("2026-02-16", "review of shop/api#13 Cut 40%"),
    ]
    assert {request.url.host for request in api.requests} == {"api.github.com"}
    assert {request.method for request in api.requests} == {"GET"}
    assert all(request.headers["authorization"] == f"Bearer {TOKEN}" for request in api.requests)
    searched = [request.url.params["q"] for request in api.requests if "/search/" in request.url.path]
    assert all("repo:shop/api" in query and "updated:>=2026-01-01" in query for query in searched)
    runs = cli("runs", "--json", "--limit", "50").json["runs"]
    assert len(runs) == len(api.requests)
    assert {run["task"] for run in runs} == {"import github"}
    shown = cli("runs", "1").out
    assert f"GET {API}/user" in shown and TOKEN not in shown
    again = cli("import", "github", "shop/api", "--live", "--yes", "--json").json
    assert (again["new"], again["imported"]["notes"]) == ([], 0)
    assert "/reviews" not in str(api.requests[-1].url), "a review that is known is not asked for again"


@pytest.mark.parametrize(
    ("answer", "code", "said"),
    [
        (httpx.Response(401, json={}), 1, "does not take the token"),
        (httpx.Response(403, headers=SPENT), 1, "Try again after"),
        (httpx.Response(429, headers={"retry-after": "60"}), 1, "Try again in a minute"),
        (httpx.Response(422, json={}), 2, "shows no such repository"),
        (httpx.Response(302, headers={"location": "https://elsewhere.test"}), 1, "answered 302"),
        (httpx.Response(200, text="<html>"), 1, "There is no answer"),
        (httpcore2.ConnectError("refused"), 1, "There is no answer"),
    ],
    ids=["token", "spent", "busy", "missing", "moved", "html", "away"],
)  # fmt: skip
def test_what_goes_wrong_is_one_line_and_nothing_is_kept(cli, api, answer, code, said):
    effect = {"side_effect": answer} if isinstance(answer, Exception) else {"return_value": answer}
    api.router.get(url__startswith=f"{API}/search/issues").mock(**effect)
    got = cli("import", "github", "shop/api", "--live", "--yes")
    assert got.code == code and said in got.err and got.err.count("\n") == 1
    assert TOKEN not in got.err
    assert cli("list", "notes", "--json").json["notes"] == []
    assert cli("runs", "--json").json["runs"][0]["error"]


def test_without_a_token_nothing_is_sent(cli, api, monkeypatch):
    monkeypatch.delenv("GITHUB_TOKEN")
    got = cli("import", "github", "shop/api", "--live")
    assert got.code == 2 and "Set GITHUB_TOKEN" in got.err and not api.requests


@pytest.mark.parametrize("place", ["a b", "../x", "a/b/c", "shop/api author:x"])
def test_only_a_repository_or_an_owner_can_be_asked_for(cli, api, place):
    assert cli("import", "github", place, "--live").code == 2
    assert not [request for request in api.requests if "/search/" in request.url.path]


def test_only_github_is_asked_live(cli, api):
    got = cli("import", "slack", "shop", "--live")
    assert got.code == 2 and "Only github can be asked live" in got.err


def test_the_next_page_is_never_another_host(cli, api):
    following = {"link": '<https://elsewhere.test/search?page=2>; rel="next"'}
    api.router.get(url__startswith=f"{API}/search/issues").mock(
        return_value=httpx.Response(200, json={"items": []}, headers=following)
    )
    cli("import", "github", "shop/api", "--live", "--yes")
    assert {request.url.host for request in api.requests} == {"api.github.com"}
    assert json.dumps(TOKEN) not in cli("export").out
