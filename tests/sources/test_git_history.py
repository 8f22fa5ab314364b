"""A real repository: what is one piece of work, what is left out, what a later import adds."""

from __future__ import annotations

import os
import subprocess
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from assistant.errors import AssistantError, UsageError
from assistant.sources import git
from assistant.sources.growth import new_pieces
from assistant.sources.pieces import Asked
from store.model import Note

SAM, DANA = ("Sam Lee", "sam@shop.test"), ("Dana Kim", "dana@shop.test")


class Repository:
    def __init__(self, path: Path):
        self.path = path
        path.mkdir()
        self.git("init", "-q", "-b", "main")
        self.git("config", "user.name", SAM[0])
        self.git("config", "user.email", SAM[1])

    def git(self, *words: str, **environment: str) -> None:
        names = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, **environment}
        subprocess.run(["git", *words], cwd=self.path, check=True, env=os.environ | names, capture_output=True)

    def commit(self, message: str, path: str, lines: int = 40, day: str = "2026-02-13", who=SAM) -> None:
        file = self.path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("a", encoding="utf-8") as out:
            out.write("".join(f"{message[:20]} {number}\n" for number in range(lines)))
        self.git("add", "-A")
        when = {f"GIT_{role}_DATE": f"{day}T10:00:00+01:00" for role in ("AUTHOR", "COMMITTER")}
        named = {"GIT_AUTHOR_NAME": who[0], "GIT_AUTHOR_EMAIL": who[1]}
        self.git("commit", "-qm", message, **when, **named)

    def read(self, *me: str, kept=()):
        return git.read(Asked(place=str(self.path), today=date(2026, 3, 6), me=me, named=bool(me), kept=tuple(kept)))


@pytest.fixture
def repository(tmp_path) -> Repository:
    made = Repository(tmp_path / "shop")
    made.commit(
        "PAY-7: cache the price list\n\nCut checkout p99 from 820 ms to 480 ms.\n\nCo-authored-by: Dana Kim <d@x>",
        "cart/prices.py",
        90,
    )
    made.commit("Tests for the price cache PAY-7", "tests/test_prices.py", day="2026-02-16")
    made.commit("Fix typo in README", "README.md", 1)
    made.commit("feat(search): split identifiers", "search/words.py", 60, day="2026-02-17")
    made.commit("Rewrite the billing export", "billing/export.py", 300, who=DANA)
    made.commit("Rename a variable", "search/rank.py", 2, day="2026-02-25")
    made.commit("Update lock file", "poetry.lock", 500)
    return made


def test_commits_of_one_ticket_are_one_piece_and_a_colleagues_are_none(repository):
    taken = repository.read()
    assert [(str(piece.happened_on), piece.title) for piece in taken.pieces] == [
        ("2026-02-16", "cache the price list (PAY-7) (2 commits)"),
        ("2026-02-17", "split identifiers (1 commit)"),
    ]
    text = taken.pieces[0].text
    assert text.startswith(
        "- [x] cache the price list (PAY-7)\n  - Tests for the price cache PAY-7\n\nCut checkout p99"
    )
    assert "Worked on it with Dana Kim." in text and "Co-authored-by" not in text
    assert taken.pieces[0].author == "Sam Lee" and taken.pieces[0].link.startswith("shop@")
    assert "billing" not in "".join(piece.text for piece in taken.pieces)


def test_what_was_left_out_is_told_with_the_reason(repository):
    reasons = {one.what: one.reason for one in repository.read().passed_over}
    assert reasons == {
        "Fix typo in README": "commits that change nothing worth telling",
        "Update lock file": "commits that change nothing worth telling",
        "Rename a variable": "commits of a few lines that no ticket asked for",
    }


def kept(pieces):
    then = datetime(2026, 3, 6, tzinfo=UTC)
    return [
        Note(id=f"N{n}", text=p.text, happened_on=p.happened_on, captured_at=then, source="git", source_key=p.key)
        for n, p in enumerate(pieces, 1)
    ]


def test_a_later_import_adds_only_the_later_commits(repository):
    first = kept(repository.read().pieces)
    assert new_pieces(repository.read(kept=first).pieces, first) == ([], 2)
    repository.commit("Warm the cache at start (PAY-7)", "cart/prices.py", 30, day="2026-02-20")
    (added,), known = new_pieces(repository.read(kept=first).pieces, first)
    assert (added.text, known) == ("- [x] Warm the cache at start (PAY-7)\n", 1)


def test_the_author_may_be_named(repository):
    (piece,) = repository.read("dana@shop.test").pieces
    assert piece.title == "Rewrite the billing export (1 commit)"


def test_a_name_that_nobody_has_is_answered_with_those_who_are_there(repository):
    with pytest.raises(UsageError, match=r"nobody in it is Robin\. There are Sam Lee, Dana Kim\. .*--me 'Sam Lee'"):
        repository.read("Robin")


def test_the_link_leads_to_the_hosted_commit_and_holds_no_password(repository):
    repository.git("remote", "add", "origin", "https://sam:secret@code.shop.test/shop/api.git")
    link = repository.read().pieces[0].link
    assert link.startswith("https://code.shop.test/shop/api/commit/") and "secret" not in link


def test_what_a_repository_says_to_run_is_not_run(repository, tmp_path):
    trap = tmp_path / "trap"
    trap.write_text(f"#!/bin/sh\ntouch {tmp_path}/sprung\n", encoding="utf-8")
    trap.chmod(0o755)
    for name in ("core.fsmonitor", "diff.external", "core.pager", "gpg.program"):
        repository.git("config", name, str(trap))
    (repository.path / ".gitattributes").write_text("* diff=x\n", encoding="utf-8")
    repository.git("config", "diff.x.textconv", str(trap))
    repository.git("config", "log.showSignature", "true")
    repository.read()
    assert not (tmp_path / "sprung").exists()


def test_a_folder_that_is_no_repository_and_an_empty_one_are_said(tmp_path):
    with pytest.raises(UsageError, match="is no git repository"):
        git.read(Asked(place=str(tmp_path), today=date(2026, 3, 6), me=("Sam",)))
    empty = Repository(tmp_path / "empty")
    with pytest.raises(UsageError, match="has no commits yet"):
        empty.read()


LOG = """commit 1f0c0de0000000000000000000000000000000aa
Author: Sam Lee <sam@shop.test>
Date:   Fri Feb 13 10:00:00 2026 +0100

    Split identifiers in search, closes #12

    Ranks ticket ids first.

60\t0\tsearch/words.py
"""


def log(tmp_path, text):
    path = tmp_path / "log.txt"
    path.write_text(text, encoding="utf-8")
    return git.read(Asked(place=str(path), today=date(2026, 3, 6), me=("Sam Lee",)))


def test_a_saved_log_will_do(tmp_path):
    (piece,) = log(tmp_path, LOG).pieces
    assert piece.text == "- [x] Split identifiers in search, closes #12\n\nRanks ticket ids first.\n"
    tabbed = "1f0c0de\tSam Lee\t2026-02-13T10:00:00+01:00\tSplit identifiers\n\n60\t0\tsearch/words.py\n"
    assert [str(piece.happened_on) for piece in log(tmp_path, tabbed).pieces] == ["2026-02-13"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("008efae a subject alone\n", "line 1: expected a git log with authors and dates"),
        (
            LOG + LOG.replace("Date:   Fri Feb 13 10:00:00 2026 +0100\n", ""),
            "line 10: expected a commit with its author",
        ),
        ("1f0c0de\tSam\tsoon\tSubject\n", "line 1: expected a commit with its author and its date"),
    ],
)
def test_a_log_without_authors_or_dates_is_refused_with_its_line(tmp_path, text, said):
    with pytest.raises(AssistantError, match=said):
        log(tmp_path, text)
