"""The README's transcript is what the program says, and every command is in the reference."""

import typer.main

from assistant.cli.door import build
from assistant.settings import DEFAULT_MODEL
from docs import transcript
from docs.reference import TARGET


def test_the_readme_transcript_is_what_the_program_says(tmp_path):
    pairs = transcript.steps(transcript.README.read_text(encoding="utf-8"))
    assert pairs, "the README shows no transcript"
    for command, expected in pairs:
        assert transcript.said(command, tmp_path / "home") == expected.strip(), command


def test_the_readme_names_the_default_model():
    assert f"`{DEFAULT_MODEL}`" in transcript.README.read_text(encoding="utf-8")


def test_every_command_is_in_the_reference():
    page = TARGET.read_text(encoding="utf-8")
    for name in typer.main.get_command(build()).commands:
        assert f"## assistant {name}\n" in page
