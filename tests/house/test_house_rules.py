"""The rules of the house, held by tests: who may import what, names, docstrings, the size of functions."""

import ast
import re
from pathlib import Path

import pytest

from assistant import errors, messages
from store import errors as store_errors

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


OUR_ERRORS = {
    name
    for module in (errors, store_errors)
    for name, kind in vars(module).items()
    if isinstance(kind, type) and issubclass(kind, Exception)
}
MESSAGES = ROOT / "assistant" / "messages"


def is_sentence(node: ast.expr) -> bool:
    """A literal or f-string with a blank in its own words; a blank handed to a constant's placeholder is none."""
    match node:
        case ast.Constant(value=str(text)):
            return " " in text
        case ast.JoinedStr(values=parts):
            return any(is_sentence(part) for part in parts)
        case ast.BinOp(left=left, right=right) | ast.IfExp(body=left, orelse=right):
            return is_sentence(left) or is_sentence(right)
        case ast.Call(func=ast.Attribute(value=told, attr="format")):
            return is_sentence(told)
    return False


def sentences_in_errors(tree: ast.Module) -> list[int]:
    """The lines where one of our errors is made, to be raised here or by a caller, with its sentence inline."""
    made = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and node.args]
    named = [(node, getattr(node.func, "id", getattr(node.func, "attr", None))) for node in made]
    return [node.lineno for node, name in named if name in OUR_ERRORS and is_sentence(node.args[0])]


@pytest.mark.parametrize(
    "line",
    [
        'raise UsageError("No such thing.")',
        'raise UsageError(f"{name} is no thing.")',
        'raise errors.UsageError("No {}.".format(name) + " Try again.")',
        'raise UsageError("{} is no thing.".format(name)) from fault',
        'fault = ModelBroken("It is" " broken.")',
    ],
)
def test_an_inline_sentence_is_noticed(line):
    assert sentences_in_errors(ast.parse(line)) == [1]


def test_a_sentence_from_the_module_is_none_inline():
    assert not sentences_in_errors(ast.parse('raise UsageError(messages.NO_X.format(names=", ".join(names)))'))


def test_errors_take_their_sentences_from_messages():
    rooms = [path for path in SOURCES if path.is_relative_to(ROOT / "assistant") and not path.is_relative_to(MESSAGES)]
    inline = {str(path.relative_to(ROOT)): sentences_in_errors(TREES[path]) for path in rooms}
    assert {path: lines for path, lines in inline.items() if lines} == {}


def taken_from_messages(tree: ast.Module) -> set[str]:
    """What a module reads of `messages`, under whatever name it imports it."""
    aliases, taken = set(), set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == "assistant":
            aliases |= {name.asname or name.name for name in node.names if name.name == "messages"}
        elif isinstance(node, ast.ImportFrom) and node.module == "assistant.messages":
            taken |= {name.name for name in node.names}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in aliases:
            taken.add(node.attr)
    return taken


def test_every_sentence_of_messages_is_said_somewhere():
    kept = {
        target.id
        for path in SOURCES
        if path.is_relative_to(MESSAGES)
        for node in TREES[path].body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    taken = set().union(
        *(taken_from_messages(tree) for path, tree in TREES.items() if not path.is_relative_to(MESSAGES))
    )
    pages = (path.read_text(encoding="utf-8") for path in (ROOT / "assistant" / "web" / "templates").glob("*.html"))
    taken |= {name for page in pages for name in re.findall(r"\bmessages\.([A-Z_]+)", page)}
    assert kept - taken == set()
    assert taken <= set(vars(messages))


def test_no_two_sentences_have_one_name():
    folder = Path(__file__).parents[2] / "assistant" / "messages"
    names = [
        name for file in sorted(folder.glob("*.py")) for name in re.findall(r"^([A-Z_0-9]+) =", file.read_text(), re.M)
    ]
    assert sorted(names) == sorted(set(names))
