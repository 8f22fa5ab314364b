"""What Tab offers, through typer's own protocol for each shell, and in a real bash."""

import os
import pty
import re
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest
from typer.main import get_command

ROOT = Path(__file__).parents[2]
SHELLS = ("bash", "zsh", "fish")
LADDER = """# Senior

- Mentors engineers of the team

# Staff

- Leads designs across teams
- Improves reliability
"""
NOTE = "Cut checkout p99 from 820ms to 480ms. 1:1 with Dana Kim (my manager). I want to be promoted to staff by June."


def words_of(shell: str, line: str) -> dict[str, str]:
    """What a shell hands to typer for a line with the cursor at its end."""
    if shell == "bash":
        count = len(line.split()) - (0 if line.endswith(" ") else 1)
        return {"COMP_WORDS": "\n".join(line.split(" ")), "COMP_CWORD": str(count)}
    action = {"_TYPER_COMPLETE_FISH_ACTION": "get-args"} if shell == "fish" else {}
    return {"_TYPER_COMPLETE_ARGS": line} | action


def offered(shell: str, said: str) -> list[str]:
    """The words that the shell would offer."""
    if shell == "zsh":
        return re.findall(r'^(?:_arguments \'\*: :\(\()?"([^"]*)"', said, re.M)
    return [line.split("\t")[0] for line in said.splitlines() if line]


@pytest.fixture
def tab(home, capfd, monkeypatch):
    """Press Tab at the end of a line; silence on standard error is part of it."""
    from assistant.cli.door import run

    def press(line: str, shell: str = "bash") -> list[str]:
        with monkeypatch.context() as patch:
            for name, value in words_of(shell, line).items() | {("_ASSISTANT_COMPLETE", f"complete_{shell}")}:
                patch.setenv(name, value)
            with pytest.raises(SystemExit) as ended:
                run([])
        said = capfd.readouterr()
        assert (said.err, ended.value.code or 0) == ("", 0)
        return offered(shell, said.out)

    return press


def keep_ladder(cli, folder: Path, name: str) -> None:
    file = folder / "ladder.md"
    file.write_text(LADDER)
    assert cli("ladder", "import", str(file), "--name", name, "--yes").code == 0


@pytest.fixture
def kept(cli, tmp_path):
    """A home with something of each kind."""
    assert cli("log", NOTE).code == 0
    keep_ladder(cli, tmp_path, "Backend")
    assert cli("draft", "promo").code == 0
    return cli


@pytest.mark.parametrize("shell", SHELLS)
def test_every_shell_offers_commands_options_and_ids(tab, kept, shell):
    assert tab("assistant dr", shell) == ["draft", "drafts"]
    assert tab("assistant draft promo --le", shell) == ["--level"]
    assert sorted(tab("assistant show ", shell)) == ["D1", "E1", "G1", "N1", "R1"]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("assistant goals show ", ["G1"]),
        ("assistant drafts show ", ["D1"]),
        ("assistant drafts refresh D", ["D1"]),
        ("assistant edit ", ["G1", "R1", "E1"]),
        ("assistant draft promo --pin ", ["E1"]),
        ("assistant accept ", []),
        ("assistant forget N", ["N1"]),
        ("assistant draft one-on-one --with ", ["Dana"]),
        ("assistant people show R", ["R1"]),
        ("assistant surfaced E1 --with D", ["Dana"]),
        ("assistant ladder show --ladder ", ["Backend"]),
        ("assistant draft promo --level ", ["senior", "staff"]),
        ("assistant ladder coverage --level s", ["senior", "staff"]),
        ("assistant runs ", []),
    ],
)
def test_what_is_kept_is_offered_where_it_fits(tab, kept, line, words):
    assert tab(line) == words


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("assistant draft ", ["self-assessment", "promo", "resume", "one-on-one", "job-search", "brag"]),
        ("assistant draft promo --format ", ["md", "txt", "html", "docx", "json", "jsonresume"]),
        ("assistant import ", ["json", "markdown", "jrnl", "git", "github", "slack", "ics", "jsonresume", "jira"]),
        ("assistant export --format j", ["json", "jsonresume"]),
        ("assistant review ", ["weekly", "monthly", "quarterly", "status"]),
        ("assistant list ", ["evidence", "skills", "people", "goals", "notes"]),
        ("assistant log --engine ", ["auto", "llm", "offline"]),
        ("assistant insights snooze q", ["quiet-month"]),
        ("assistant people --reach m", ["manager"]),
    ],
)
def test_the_words_that_a_command_knows_are_offered(tab, line, words):
    assert sorted(tab(line)) == sorted(words)


def test_only_what_waits_is_offered_to_accept_and_what_was_rejected_to_nobody(tab, kept):
    kept("reject", "E1")
    assert tab("assistant accept E") == []
    assert tab("assistant show E") == []
    assert tab("assistant edit ") == ["G1", "R1"]


def test_two_people_of_one_first_name_are_offered_by_id(tab, kept):
    kept("log", "Paired with Dana Okafor on the cache. Paired with Priya Nair on the ledger.")
    names = tab("assistant people show ")
    assert "Dana" not in names
    assert "Priya" in names
    assert "R1" in names


def test_without_a_home_there_is_nothing_to_offer_and_none_is_made(tab, home):
    for line in ("assistant show ", "assistant people show ", "assistant draft promo --level "):
        assert tab(line) == []
    assert not home.exists()


def test_a_tab_leaves_the_home_as_it_was(tab, kept, home):
    before = {path: path.stat().st_mtime_ns for path in home.iterdir()}
    assert tab("assistant show E") == ["E1"]
    assert {path: path.stat().st_mtime_ns for path in home.iterdir()} == before


@pytest.mark.parametrize("broken", ["database", "config", "server"])
def test_a_broken_home_is_no_reason_to_speak(tab, kept, home, monkeypatch, broken):
    if broken == "database":
        (home / "assistant.db").write_bytes(b"no database" * 1000)
    elif broken == "config":
        (home / "config.toml").write_text("this is [not toml")
    else:
        monkeypatch.setenv("ASSISTANT_DATABASE_URL", "postgresql://nobody@db.test/none")
    assert tab("assistant show ") == []
    assert tab("assistant dr") == ["draft", "drafts"]


HOSTILE = "Cut the \\$(touch pwned) `touch pwned` '; touch pwned; \" )) queue by 40% with \x1b[31mAnn O'Neil\n"


@pytest.mark.parametrize("shell", SHELLS)
def test_the_text_of_a_note_cannot_speak_to_the_shell(tab, cli, capfd, monkeypatch, shell):
    from assistant.cli.door import run

    assert cli("log", HOSTILE).code == 0
    for name, value in words_of(shell, "assistant show ").items() | {("_ASSISTANT_COMPLETE", f"complete_{shell}")}:
        monkeypatch.setenv(name, value)
    with pytest.raises(SystemExit):
        run([])
    said = capfd.readouterr().out
    frame = said.replace("_arguments '*: :((", "").replace("))'", "").replace('"', "").replace(":", "")
    assert "touch pwned" in said or shell == "bash"
    assert re.fullmatch(r"[\w\s.,/+-]+", frame)


def test_a_ladder_with_spaces_in_its_name_is_one_word(tab, cli, tmp_path):
    keep_ladder(cli, tmp_path, "Backend 2026")
    assert tab("assistant ladder show --ladder Back") == ["Backend\\ 2026"]
    assert tab("assistant ladder show --ladder Back", "zsh") == ["Backend 2026"]


def test_whatever_takes_an_id_a_name_or_a_kind_is_completed():
    from assistant.cli.door import build

    wanted = {"identity", "ids", "one", "other", "kept", "gone", "person", "level", "ladder", "pin", "drop", "engine"}
    silent = [
        f"{' '.join(path)} {param.name}"
        for path, command in _commands(get_command(build()))
        for param in command.params
        if param.name in wanted and param._custom_shell_complete is None
    ]
    assert silent == []


def _commands(group, path=()):
    for name, command in group.commands.items():
        yield (*path, name), command
        if hasattr(command, "commands"):
            yield from _commands(command, (*path, name))


# --- a real bash -------------------------------------------------------------------------------------------


@pytest.fixture
def bash(home, tmp_path):
    """An interactive bash with the completion that --show-completion prints; `assistant` is this checkout's."""
    folder = tmp_path / "bin"
    folder.mkdir()
    command = folder / "assistant"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m assistant "$@"\n')
    command.chmod(0o755)
    environment = os.environ | {
        "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "TERM": "dumb",
        "PS1": "",
        "_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1",
    }
    script = subprocess.run([command, "--show-completion", "bash"], env=environment, capture_output=True, text=True)
    assert script.returncode == 0, script.stderr
    (tmp_path / "completion.sh").write_text(script.stdout)
    ours, theirs = pty.openpty()
    shell = subprocess.Popen(
        ["bash", "--norc", "--noprofile", "-i"], stdin=theirs, stdout=theirs, stderr=theirs, env=environment
    )
    os.close(theirs)

    def typed(keys: str) -> str:
        """What stands on the command line after these keys, told by bash itself."""
        told = tmp_path / "told"
        told.unlink(missing_ok=True)
        os.write(ours, f"{keys}\x01printf '[%s]' \x05 > {told}; echo fin''ished\n".encode())
        _read_until(ours, "finished")
        return told.read_text()

    os.write(ours, f"source {tmp_path / 'completion.sh'}; echo fin''ished\n".encode())
    _read_until(ours, "finished")
    yield typed
    os.close(ours)
    shell.wait(timeout=30)


def _read_until(descriptor: int, word: str) -> None:
    seen, end = "", time.monotonic() + 60
    while word not in seen:
        assert time.monotonic() < end, seen
        if select.select([descriptor], [], [], 1)[0]:
            seen += os.read(descriptor, 4096).decode(errors="replace")


def test_tab_completes_ids_and_names_in_a_real_bash(kept, bash, tmp_path):
    assert bash("assistant drafts show \t") == "[assistant][drafts][show][D1]"
    assert bash("assistant draft one-on-one --with D\t") == "[assistant][draft][one-on-one][--with][Dana]"


def test_tab_keeps_a_name_of_two_words_together_in_a_real_bash(cli, bash, tmp_path):
    keep_ladder(cli, tmp_path, "Backend 2026")
    assert bash("assistant ladder show --ladder Ba\t") == "[assistant][ladder][show][--ladder][Backend 2026]"


def test_the_script_is_put_where_the_shell_finds_it(cli, monkeypatch, tmp_path):
    monkeypatch.setenv("_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION", "1")
    done = subprocess.run(
        [sys.executable, "-c", "from assistant.cli import main; main()", "--install-completion", "bash"],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    (script,) = (tmp_path / "nobody" / ".bash_completions").iterdir()
    assert "_ASSISTANT_COMPLETE" in script.read_text()
    assert str(script) in (tmp_path / "nobody" / ".bashrc").read_text()
