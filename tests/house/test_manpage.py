"""The man page is what the commands say of themselves, and roff for every reader of it."""

import re
import shutil
import subprocess

import pytest

from assistant import settings
from docs import manpage

MACROS = {".TH", ".SH", ".SS", ".PP", ".TP", ".B", ".nf", ".fi", '.\\"'}


@pytest.fixture(scope="module")
def page() -> str:
    return manpage.page()


def test_the_man_page_is_fresh(page):
    assert manpage.TARGET.read_text(encoding="utf-8") == page, "Type: python -m docs.manpage"


def test_every_request_is_one_of_ours_and_every_letter_is_ascii(page):
    begun = [line for line in page.splitlines() if line.startswith((".", "'"))]
    assert {line.split()[0] for line in begun} <= MACROS
    assert page.isascii()


def test_words_stay_words():
    assert manpage._text(".so /etc/passwd") == "\\&.so /etc/passwd"
    assert manpage._text("'x -n \\fB é") == "\\&'x \\-n \\efB \\[u00E9]"


def test_every_setting_is_told_with_its_default():
    told = dict(manpage.settings())
    for variable, _, default in settings.KNOWN.values():
        assert variable in told
        assert default is None or told[variable].endswith(f"Default: {default}."), variable


def test_every_setting_names_its_place_in_the_file():
    text = manpage.SETTINGS.read_text(encoding="utf-8")
    for variable, key, _ in settings.KNOWN.values():
        assert re.search(rf"^\| `{variable}` \| `{re.escape(key)}` \|", text, re.M), variable


def test_groff_has_nothing_to_warn_of():
    groff = shutil.which("groff")
    if groff is None:  # the rules above stand in for it
        return
    done = subprocess.run([groff, "-man", "-Tutf8", "-ww", manpage.TARGET], capture_output=True, text=True, check=True)
    assert done.stderr == ""
    assert "assistant drafts refresh" in done.stdout
