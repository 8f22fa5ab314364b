"""The pages in docs/ keep their word: every block is run, read by the command line or parsed; every link leads on."""

import json
import re
import shlex
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml

from assistant import settings
from docs import pages, transcript

ROOT = Path(__file__).parents[2]
ALL = {page.stem: page for page in (*pages.PAGES, transcript.README)}
RUN = [name for name, page in ALL.items() if name != "README" and "```console" in page.read_text(encoding="utf-8")]
PARSERS = {"json": json.loads, "toml": tomllib.loads, "yaml": yaml.safe_load}
LINK = re.compile(r"!?\[[^\]]*\]\(([^)#\s]+)(?:#[^)]*)?\)")


def of(language: str) -> list[pytest.param]:
    """Every block of a language, over all pages."""
    return [
        pytest.param(block, id=f"{name}-{number}")
        for name, page in ALL.items()
        for number, block in enumerate(pages.blocks(page))
        if block.language == language
    ]


@pytest.mark.parametrize("name", RUN)
def test_every_command_of_a_page_does_what_the_page_shows(name, tmp_path):
    for step, said, code in pages.run(ALL[name], tmp_path):
        assert code == step.code, f"$ {step.command}\n{said}"
        assert step.fits(said), f"Type: python -m docs.pages {name}\n$ {step.command}\n{said}"


def test_a_step_shows_all_or_says_where_it_does_not():
    assert pages.Step("x", "one\n...\nthree\n").fits("one\ntwo\nthree")
    assert pages.Step("x", "").fits("anything")
    assert not pages.Step("x", "one\n").fits("one\ntwo")
    assert not pages.Step("x", "one...three").fits("three one")


def test_every_block_is_of_a_kind_that_something_here_checks():
    kinds = {(block.language, bool(block.name)) for page in ALL.values() for block in pages.blocks(page)}
    assert kinds <= {("console", False), ("sh", False), ("markdown", True), *((name, False) for name in PARSERS)}


@pytest.mark.parametrize("block", of("sh"))
def test_a_block_for_the_shell_is_one_and_its_commands_are_ours(block, capfd):
    from assistant.cli.door import run

    subprocess.run(["bash", "-n", "-c", block.text], check=True)
    for line in re.split(r"\n|&&|\|", block.text.replace("\\\n", " ")):
        words = shlex.split(line.strip(), comments=True)
        if words[:1] == ["assistant"]:
            assert run([*words[1:], "--help"]) == 0, f"{line}\n{capfd.readouterr().err}"


@pytest.mark.parametrize("block", [one for language in PARSERS for one in of(language)])
def test_a_block_of_data_is_well_formed(block):
    assert PARSERS[block.language](block.text)


def test_the_lines_for_agents_start_what_there_is(capfd):
    from assistant.cli.door import run

    documents = [json.loads(block.text) for block in pages.blocks(ALL["agents"]) if block.language == "json"]
    servers = [one for document in documents for group in document.values() for one in group.values()]
    assert len(servers) == 3
    for server in servers:
        assert server["command"] == "assistant"
        assert run([*server["args"], "--help"]) == 0, server
        assert set(server.get("env", {})) <= {"ASSISTANT_HOME", "ASSISTANT_ENGINE"}


def test_the_page_for_agents_names_every_tool_and_which_are_destructive():
    from assistant.mcp.tools import OFFERS

    page = ALL["agents"].read_text(encoding="utf-8")
    table = page[page.index("| tools |") :]
    assert sorted(re.findall(r"`(\w+)`", table[: table.index("Tools that can")])) == sorted(map(_name, OFFERS))
    told = re.search(r"Tools that can put something out of use \((.*?)\)", page)[1]
    assert re.findall(r"`(\w+)`", told) == [_name(one) for one in OFFERS if one.hints.destructive_hint]


def _name(offer) -> str:
    return offer.use.__name__.rstrip("_")


def test_the_page_on_the_gate_names_every_check():
    from typing import get_args

    from store.model import Check

    page = ALL["gate"].read_text(encoding="utf-8")
    table = page[page.index("| check |") : page.index("A closed list")]
    assert set(re.findall(r"`([a-z]+)`", table)) == set(get_args(Check))


def test_the_page_on_sources_names_every_format():
    from assistant.sources.registry import SOURCES

    page = ALL["sources"].read_text(encoding="utf-8")
    assert re.findall(r"^\| `(\w+)` \|", page, re.M) == [
        *("markdown", "jrnl", "git", "github", "slack", "ics", "jira", "jsonresume"),
        "json",
    ]
    assert {source.name for source in SOURCES} | {"json"} == set(re.findall(r"^\| `(\w+)` \|", page, re.M))


def test_the_page_on_the_page_names_its_parts_and_their_letters():
    base = (ROOT / "assistant" / "web" / "templates" / "base.html").read_text(encoding="utf-8")
    parts = re.findall(r'\("/\w*", "(\w+)", "(\w)"\)', base)
    page = ALL["page"].read_text(encoding="utf-8")
    assert parts
    assert (
        f"| `g` and then {' '.join(f'`{letter}`' for _, letter in parts)} | go to {', '.join(n for n, _ in parts)}"
        in page
    )
    assert {name for name, _ in parts} <= set(re.findall(r"\*\*(\w+)\*\*", page))


def test_the_settings_file_on_the_page_holds_settings():
    (block,) = [one for one in pages.blocks(ALL["settings"]) if one.language == "toml"]
    keys = {
        f"{head}.{name}" if isinstance(value, dict) else head
        for head, value in tomllib.loads(block.text).items()
        for name in (value if isinstance(value, dict) else [head])
    }
    assert keys <= {key for _, key, _ in settings.KNOWN.values()}


@pytest.mark.parametrize("name", ALL)
def test_every_link_leads_somewhere(name):
    page = ALL[name]
    places = [place for place in LINK.findall(page.read_text(encoding="utf-8")) if not place.startswith("http")]
    assert [place for place in places if not (page.parent / place).exists()] == []


def test_the_readme_names_every_page():
    linked = set(LINK.findall(transcript.README.read_text(encoding="utf-8")))
    assert {f"docs/{page.name}" for page in pages.PAGES} <= linked
