"""GitHub's JSON as the REST API and gh write it: mine is taken, a colleague's is not, a review is only a review."""

from __future__ import annotations

import json
from datetime import date

import pytest

from assistant.errors import AssistantError, UsageError
from assistant.sources import github
from assistant.sources.pieces import Asked, Piece

PAGE = "https://github.com/shop/api"
REST_PULL = {
    "html_url": f"{PAGE}/pull/12", "url": "https://api.github.com/repos/shop/api/pulls/12", "number": 12,
    "title": "PAY-7: Cache the price list", "user": {"login": "samlee"}, "state": "closed",
    "merged_at": "2026-02-13T12:00:00Z", "created_at": "2026-02-10T12:00:00Z",
    "body": "<!-- template -->\r\nCut checkout p99 from 820 ms to 480 ms.\r\n\r\n- [x] I ran the tests\r\n",
}  # fmt: skip
DANAS = REST_PULL | {
    "html_url": f"{PAGE}/pull/13", "number": 13, "title": "Cut the bill by 40%", "user": {"login": "danakim"},
}  # fmt: skip
REVIEW = {
    "html_url": f"{PAGE}/pull/13#pullrequestreview-1", "state": "APPROVED", "body": "Nice.",
    "user": {"login": "samlee"},
    "pull_request_url": "https://api.github.com/repos/shop/api/pulls/13", "submitted_at": "2026-02-16T09:00:00Z",
}  # fmt: skip
GH_PULL = {
    "number": 14, "title": "Retry failed payouts", "url": f"{PAGE}/pull/14", "author": {"login": "samlee"},
    "mergedAt": "2026-02-20T10:00:00Z", "state": "MERGED", "body": "",
    "reviews": [{"author": {"login": "danakim"}, "submittedAt": "2026-02-19T10:00:00Z"}],
}  # fmt: skip
GH_REVIEWED = GH_PULL | {
    "number": 15, "url": f"{PAGE}/pull/15", "author": {"login": "robin"}, "title": "Move 9 services",
    "reviews": [
        {"author": {"login": "samlee"}, "submittedAt": "2026-02-21T10:00:00Z"},
        {"author": {"login": "samlee"}, "submittedAt": "2026-02-20T10:00:00Z"},
    ],
}  # fmt: skip
ISSUE = {
    "html_url": f"{PAGE}/issues/20", "title": "Checkout times out", "user": {"login": "samlee"}, "assignees": [],
    "created_at": "2026-02-01T10:00:00Z", "closed_at": None, "state": "open",
}  # fmt: skip
ASSIGNED = ISSUE | {
    "html_url": f"{PAGE}/issues/21", "title": "Rotate the keys", "user": {"login": "danakim"}, "state": "closed",
    "assignees": [{"login": "samlee"}], "closed_at": "2026-02-05T10:00:00Z",
}  # fmt: skip


def read(tmp_path, *trees, me="samlee", folder=False):
    for number, tree in enumerate(trees):
        text = tree if isinstance(tree, str) else json.dumps(tree, indent=1)
        (tmp_path / f"{number}.json").write_text(text, encoding="utf-8")
    place = tmp_path if folder or len(trees) > 1 else tmp_path / "0.json"
    return github.read(Asked(place=str(place), today=date(2026, 3, 6), me=(me,), named=True))


def only(taken) -> Piece:
    (piece,) = taken.pieces
    return piece


def test_a_merged_pull_request_of_mine_is_a_piece_with_its_date_author_and_link(tmp_path):
    piece = only(read(tmp_path, [REST_PULL]))
    assert piece.text == (
        "- [x] Cache the price list (PAY-7) (shop/api#12)\n\nCut checkout p99 from 820 ms to 480 ms.\n"
    )
    assert (piece.happened_on, piece.author, piece.link) == (date(2026, 2, 13), "samlee", f"{PAGE}/pull/12")


def test_gh_says_the_same_in_other_words(tmp_path):
    piece = only(read(tmp_path, [GH_PULL]))
    assert (piece.text, str(piece.happened_on)) == ("- [x] Retry failed payouts (shop/api#14)\n", "2026-02-20")


def test_of_a_colleagues_pull_request_only_my_review_is_told(tmp_path):
    piece = only(read(tmp_path, [DANAS], [REVIEW]))
    assert piece.text == "Reviewed pull request shop/api#13 by @danakim.\n\n> Cut the bill by 40%\n"
    assert (piece.key, str(piece.happened_on)) == ("github:review:shop/api#13", "2026-02-16")
    embedded = only(read(tmp_path, [GH_REVIEWED], folder=False))
    assert (embedded.key, str(embedded.happened_on)) == ("github:review:shop/api#15", "2026-02-20")


def test_a_colleagues_pull_request_and_one_that_is_not_merged_are_passed_over(tmp_path):
    open_one = REST_PULL | {"html_url": f"{PAGE}/pull/16", "merged_at": None}
    taken = read(tmp_path, [DANAS, open_one, ISSUE])
    assert {(one.what.split()[0], one.reason) for one in taken.passed_over} == {
        ("shop/api#13", "somebody else's"),
        ("shop/api#16", "not merged"),
    }


def test_issues_are_mine_where_i_closed_or_opened_them(tmp_path):
    assert [piece.text for piece in read(tmp_path, [ISSUE, ASSIGNED]).pieces] == [
        "Reported an issue: Checkout times out (shop/api#20)\n",
        "- [x] Rotate the keys (shop/api#21)\n",
    ]


def test_lists_one_after_the_other_and_a_search_answer_are_read(tmp_path):
    both = json.dumps([REST_PULL]) + json.dumps([GH_PULL])
    assert len(read(tmp_path, both).pieces) == 2
    assert len(read(tmp_path, {"total_count": 1, "items": [REST_PULL]}).pieces) == 1


def test_commits_are_pieces_of_work(tmp_path):
    commit = {
        "sha": "1f0c0de000000000",
        "html_url": f"{PAGE}/commit/1f0c0de",
        "author": None,
        "commit": {
            "author": {"name": "Sam Lee", "email": "s@x", "date": "2026-02-13T10:00:00Z"},
            "message": "Split words #3",
        },
    }
    assert only(read(tmp_path, [commit], me="Sam Lee")).text == "- [x] Split words #3\n"


def test_other_json_in_a_folder_is_passed_over_and_alone_it_is_refused_with_its_line(tmp_path):
    taken = read(tmp_path, [REST_PULL], {"name": "package"})
    assert [(one.what, one.reason) for one in taken.passed_over] == [("1.json", "not JSON of GitHub's")]
    with pytest.raises(AssistantError, match=r"0\.json, line 3: expected a pull request, review, issue or commit"):
        read(tmp_path, '[\n {"html_url": "x"},\n{"a": 1}]'.replace('{"html_url": "x"},', json.dumps(REST_PULL) + ","))
    with pytest.raises(AssistantError, match=r"line 2: "):
        read(tmp_path, '[\n{"html_url": ')


def test_who_is_there_is_said_where_nobody_is_me(tmp_path):
    with pytest.raises(UsageError, match=r"nobody in it is robin\. There are samlee\."):
        read(tmp_path, [REST_PULL], me="robin")
