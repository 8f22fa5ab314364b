"""The wheel, installed in a clean environment, does the main job from another folder. Run by `make check`."""

import json
import os
import subprocess
import sys
import urllib.request
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NOTE = "Cut checkout p99 from 820ms to 480ms by caching the price list. Paired with Dana on the cache."


def run(*command: object, **options: object) -> str:
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False, **options)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory) -> Path:
    """The folder of commands of an environment that holds the wheel and nothing of this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--outdir", folder, ROOT)
    (wheel,) = folder.glob("*.whl")
    venv.create(folder / "env", with_pip=True)
    commands = folder / "env" / "bin"
    run(commands / "python", "-m", "pip", "install", "-q", "-c", ROOT / "constraints.txt", wheel)
    return commands


def test_the_installed_program_does_the_main_job_from_another_folder(installed, tmp_path):
    environment = {
        "PATH": f"{installed}{os.pathsep}{os.environ['PATH']}",
        "ASSISTANT_HOME": str(tmp_path / "home"),
        "ASSISTANT_ENGINE": "offline",
    }

    def assistant(*words: str) -> str:
        return run(installed / "assistant", *words, cwd=tmp_path, env=environment)

    assert assistant("--version").startswith("assistant ")
    taken = json.loads(assistant("log", NOTE, "--json"))["records"]
    evidence = next(record for record in taken if record["kind"] == "evidence" and "p99" in record["quote"])
    assert json.loads(assistant("search", "faster checkout", "--json"))["results"]
    draft = json.loads(assistant("draft", "promo", "--json"))
    assert [evidence["id"]] in [claim["citations"] for claim in draft["claims"]]
    assert json.loads(assistant("doctor", "--json"))["ok"]


def test_the_installed_program_brings_its_page(installed, tmp_path):
    environment = {"PATH": os.environ["PATH"], "ASSISTANT_HOME": str(tmp_path / "home"), "ASSISTANT_ENGINE": "offline"}
    command = [installed / "assistant", "serve", "--no-open", "--port", "0"]
    with subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, text=True) as serving:
        try:
            url = serving.stdout.readline().strip()
            opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
            assert "What did you do" in opener.open(url, timeout=30).read().decode()
            for file in ("page.css", "page.js", "icon.svg"):
                assert opener.open(url.replace("/?", f"/static/{file}?").split("?")[0], timeout=30).status == 200
        finally:
            serving.terminate()


def test_the_installed_program_brings_its_man_page_where_man_looks_for_it(installed):
    page = installed.parent / "share" / "man" / "man1" / "assistant.1"
    assert page.read_text().startswith(".TH ASSISTANT 1")


def test_the_installed_program_brings_its_prompts(installed):
    code = "from assistant.llm import prompts; print(len(prompts.names()))"
    assert int(run(installed / "python", "-c", code, cwd="/")) >= 3
