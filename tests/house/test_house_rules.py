"""The rules of the house, held by tests: who may import what, names, docstrings, the size of functions."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = sorted(path for room in ("assistant", "store") for path in (ROOT / room).rglob("*.py"))
TREES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in SOURCES}


def imports(tree: ast.Module) -> set[str]:
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.split(".")[0])
    return found


def rooms_that_import(package: str) -> set[str]:
    return {str(path.relative_to(ROOT)) for path, tree in TREES.items() if package in imports(tree)}


@pytest.mark.parametrize("package", ["openai", "instructor"])
def test_only_the_llm_room_speaks_to_a_model(package):
    assert {name.split("/")[1] for name in rooms_that_import(package)} == {"llm"}


def test_only_vectors_imports_chromadb():
    assert rooms_that_import("chromadb") == {"store/vectors.py"}


def test_nobody_imports_click():
    assert not rooms_that_import("click")


def test_the_values_know_no_storage():
    assert not imports(TREES[ROOT / "store" / "model.py"]) & {"sqlalchemy", "sqlite3", "alembic"}


def test_no_room_is_called_what_says_nothing():
    bad = re.compile(r"utils?|helpers?|managers?|services?|misc")
    names = {path.stem for path in SOURCES} | {path.parent.name for path in SOURCES}
    assert not {name for name in names if bad.fullmatch(name)}


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_module_says_its_purpose(path):
    if path.read_text(encoding="utf-8").strip():
        assert ast.get_docstring(TREES[path])


def test_nine_functions_in_ten_are_under_forty_lines():
    sizes = [
        node.end_lineno - node.lineno + 1
        for tree in TREES.values()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
    ]
    assert sum(size < 40 for size in sizes) >= 0.9 * len(sizes)
    assert sum(sizes) / len(sizes) < 15
