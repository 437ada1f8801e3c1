"""Formulas and raised figures of Word documents: no number becomes another one."""

import pytest
from tests.sources.readers.word_documents import document, paragraph, text

from studydesk.sources.readers.word import read_word

MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'


def read(*runs: str) -> str:
    return read_word(document(paragraph(*runs)), "a.docx").text


def m(name: str, *inside: str) -> str:
    """An element of a formula, of elements or of plain words."""
    words = (each if each.startswith("<") else f"<m:r><m:t>{each}</m:t></m:r>" for each in inside)
    return f"<m:{name}>{''.join(words)}</m:{name}>"


def fraction(above: str, below: str) -> str:
    return m("f", m("fPr", "<m:ctrlPr/>"), m("num", above), m("den", below))


@pytest.mark.parametrize(
    ("inside", "line"),
    [
        (fraction("1", "3"), "1/3"),
        (fraction("a+b", "2"), "(a+b)/2"),
        (m("sSup", m("e", "10"), m("sup", "4")), "10⁴"),
        (m("sSup", m("e", "x"), m("sup", "n+1")), "x^(n+1)"),
        (m("rad", m("deg"), m("e", "2")), "√2"),
        (m("d", m("e", "a+b")), "(a+b)"),
        (m("sSub", m("e", "x"), m("sub", "1")), "x1"),
        (m("nary", m("sub", "1"), m("sup", "9"), m("e", "x")), "\ufffd19x"),
    ],
)
def test_a_formula_is_written_in_one_line(inside: str, line: str) -> None:
    assert read("下降", f"<m:oMath {MATH}>{inside}</m:oMath>", "。") == f"下降{line}。"


@pytest.mark.parametrize(
    ("words", "line"), [("4", "10⁴"), ("-2", "10⁻²"), ("[1]", "10[1]"), ("注", "10注")]
)
def test_a_raised_number_stays_raised(words: str, line: str) -> None:
    assert read("10", text(words, '<w:vertAlign w:val="superscript"/>')) == line
