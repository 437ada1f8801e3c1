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


def says(form: str, name: str, value: str) -> str:
    """The properties of a form, one of which it names."""
    return m(f"{form}Pr", f'<m:{name} m:val="{value}"/>')


TWICE = "".join(f"<mc:{form}>{m('e', 'x+1')}</mc:{form}>" for form in ("Choice", "Fallback"))
SUM = "∑_(i=1)ⁿ x"


@pytest.mark.parametrize(
    ("inside", "line"),
    [
        (fraction("1", "3"), "1/3"),
        (fraction("a+b", "2"), "(a+b)/2"),
        (m("sSup", m("e", "10"), m("sup", "4")), "10⁴"),
        (m("sSup", m("e", "x"), m("sup", "n+1")), "x^(n+1)"),
        (m("rad", m("deg"), m("e", "2")), "√2"),
        (m("d", m("e", "a+b")), "(a+b)"),
        (m("sSub", m("e", "x"), m("sub", "1")), "x₁"),
        (m("sSub", m("e", "a"), m("sub", "ij")), "a_ij"),
        (m("sSubSup", m("e", "x"), m("sub", "1"), m("sup", "2")), "x₁²"),
        (m("sPre", m("sub", "6"), m("sup", "14"), m("e", "C")), "¹⁴₆C"),
        (m("nary", says("nary", "chr", "∑"), m("sub", "i=1"), m("sup", "n"), m("e", "x")), SUM),
        (m("nary", m("sub", "1"), m("sup", "9"), m("e", "x")), "∫₁⁹ x"),
        (m("func", m("fName", m("limLow", m("e", "lim"), m("lim", "n→∞")))), "lim_(n→∞)"),
        (m("m", m("mr", m("e", "1"), m("e", "9"))), "\ufffd\ufffd19"),
        (m("limUpp", m("e", "x"), m("lim")), "x"),
        (f"<mc:AlternateContent>{TWICE}</mc:AlternateContent>", "x+1"),
    ],
)
def test_a_formula_is_written_in_one_line(inside: str, line: str) -> None:
    assert read("下降", f"<m:oMath {MATH}>{inside}</m:oMath>", "。") == f"下降{line}。"


ROOT = m("rad", m("deg", "3"), m("e", "2"))
ISOTOPE = m("sPre", m("sub", "6"), m("sup", "14"), m("e", "C"))


@pytest.mark.parametrize(
    ("runs", "line"),
    [
        (("长", m("oMath", "3", fraction("1", "2")), "米"), "长3 1/2米"),
        (("2024", m("oMath", fraction("1", "2"))), "2024 1/2"),
        ((m("oMath", fraction("1", "2")), "2024"), "1/2 2024"),
        ((m("oMath", "3", ROOT, "4"),), "3 ³√2 4"),
        (("3", m("oMath", ISOTOPE)), "3 ¹⁴₆C"),
        (("占10", m("oMath", m("sSup", m("e", ""), m("sup", "4")))), "占10⁴"),
        ((m("oMath", m("sSup", m("e", fraction("1", "2")), m("sup", "2"))),), "(1/2)²"),
        (
            (m("oMath", m("sSup", m("e", m("sSup", m("e", "x"), m("sup", "2"))), m("sup", "3"))),),
            "(x²)³",
        ),
    ],
)
def test_no_figure_of_a_form_joins_another_one(runs: tuple[str, ...], line: str) -> None:
    assert read(*(run.replace("<m:oMath>", f"<m:oMath {MATH}>") for run in runs)) == line


def test_one_number_over_another_without_a_line_is_no_fraction() -> None:
    five_two = m("f", says("f", "type", "noBar"), m("num", "5"), m("den", "2"))
    assert read(f"<m:oMath {MATH}>{m('d', m('e', five_two))}</m:oMath>") == "(\ufffd5 2)"


@pytest.mark.parametrize(
    ("inside", "line"),
    [
        (m("acc", says("acc", "chr", "\u20d7"), m("e", "a")), "a\u20d7"),
        (m("acc", m("e", "p")), "p\u0302"),
        (m("acc", says("acc", "chr", "\u20d7"), m("e", "AB")), "(AB)\u20d7"),
        (m("bar", says("bar", "pos", "top"), m("e", "x")), "x\u0305"),
        (m("bar", m("e", "x")), "x\u0332"),
        (m("groupChr", says("groupChr", "chr", "→"), m("e", "加热")), "→(加热)"),
        (m("groupChr", m("e", "a+b")), "⏟(a+b)"),
    ],
)
def test_a_sign_over_a_term_is_kept(inside: str, line: str) -> None:
    assert read(f"<m:oMath {MATH}>{inside}</m:oMath>") == line


@pytest.mark.parametrize(
    ("inside", "line"),
    [
        ('<w:sym w:font="Cambria" w:char="00D7"/>', "5×"),
        ('<w:sym w:char="no number"/>', "5\ufffd"),
        ("<w:tab/><m:t>6</m:t>", "5\t6"),
        ("<w:br/><m:t>6</m:t>", "5 6"),
        ("<w:drawing/>", "5\ufffd"),
        ("<w:lastRenderedPageBreak/><m:t>6</m:t>", "56"),
    ],
)
def test_what_stands_between_the_words_of_a_formula_is_kept(inside: str, line: str) -> None:
    assert read(f"<m:oMath {MATH}><m:r><m:t>5</m:t>{inside}</m:r></m:oMath>") == line


RAISED, LOWERED = (f'<w:vertAlign w:val="{where}script"/>' for where in ("super", "sub"))


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("4", "10⁴"),
        ("-2", "10⁻²"),
        ("[1]", "10[1]"),
        ("注", "10注"),
        ("1,2", "10¹,²"),
        ("2a", "10²a"),
    ],
)
def test_a_raised_number_stays_raised(words: str, line: str) -> None:
    assert read("10", text(words, RAISED)) == line


def test_raised_words_stay_as_they_are() -> None:
    assert read("他说", text("2024年5月1日起施行", RAISED), "。") == "他说2024年5月1日起施行。"


@pytest.mark.parametrize(("words", "line"), [("2", "CO₂"), ("x", "COx"), ("1,2", "CO₁,₂")])
def test_a_lowered_number_stays_lowered(words: str, line: str) -> None:
    assert read("CO", text(words, LOWERED)) == line


def test_a_number_stays_raised_beside_a_sign_that_prints_nothing() -> None:
    run = f"<w:r><w:rPr>{RAISED}</w:rPr><w:lastRenderedPageBreak/><w:t>4</w:t></w:r>"
    assert read("10", run, "平方米") == "10⁴平方米"


def test_a_style_may_raise_a_number() -> None:
    style = f'<w:style w:styleId="up"><w:name w:val="上标"/><w:rPr>{RAISED}</w:rPr></w:style>'
    story = paragraph("10", text("4", '<w:rStyle w:val="up"/>'), "平方米")
    assert read_word(document(story, styles=style), "a.docx").text == "10⁴平方米"
