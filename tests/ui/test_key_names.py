"""Keys are told as the system writes them, everywhere in the window."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import studydesk.ui
from studydesk.ui import key_names
from studydesk.ui.key_names import native

MODULES = sorted(Path(studydesk.ui.__path__[0]).rglob("*.py"))


KEYS_IN_WORDS = re.compile(r"(Ctrl|Alt|Shift)\+.*[一-鿿]|[一-鿿].*(Ctrl|Alt|Shift)\+")


def sentences(module: ast.Module) -> Iterator[str]:
    """The words for users in a module: its strings that are not descriptions of code."""
    described = ast.Module | ast.ClassDef | ast.FunctionDef
    nodes = list(ast.walk(module))
    told = {ast.get_docstring(node, clean=False) for node in nodes if isinstance(node, described)}
    strings = (node.value for node in nodes if isinstance(node, ast.Constant))
    yield from (words for words in strings if isinstance(words, str) and words not in told)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_no_sentence_spells_keys_itself(path: Path) -> None:
    told = sentences(ast.parse(path.read_text("utf-8")))
    keyless = (words.replace("空格", "") for words in told)  # it is a key
    assert not list(filter(KEYS_IN_WORDS.search, keyless))


@pytest.mark.parametrize("keys", ["Ctrl+Z", "Del", "Alt+↑↓", "Alt+1 … 9", "右键"])
def test_keys_are_written_in_full(keys: str) -> None:
    assert native(keys) == keys


@pytest.mark.parametrize(
    ("keys", "written"), [("Alt+↑↓", "⌥↑↓"), ("Ctrl+Alt+0 … 9", "⌥⌘0 … 9"), ("Ctrl+Z", "⌘Z")]
)
def test_several_keys_are_held_as_on_a_mac(
    monkeypatch: pytest.MonkeyPatch, keys: str, written: str
) -> None:
    signs = {"Alt+X": "⌥X", "Ctrl+Alt+X": "⌥⌘X", "Ctrl+Z": "⌘Z"}
    monkeypatch.setattr(key_names, "_written", lambda keys: signs.get(keys, ""))
    assert native(keys) == written
