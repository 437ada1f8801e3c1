from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studydesk.domain.passage import (
    Blank,
    Emphasis,
    EmphasisMark,
    Insertion,
    Omission,
    Operation,
    Passage,
    Subheading,
)
from studydesk.errors import EditRefused
from studydesk.handout.model import Run
from studydesk.handout.paragraphs import lines, one_line, paragraphs, passage_paragraphs, printable
from studydesk.handout.style import Role

places = st.integers(0, 40)
operations = st.one_of(
    st.builds(Omission, places, places),
    st.builds(Blank, places, places),
    st.builds(Insertion, places, st.text(min_size=1, max_size=5)),
    st.builds(Emphasis, places, places, st.sampled_from(EmphasisMark)),
)


def passage_with(text: str, made: list[Operation]) -> Passage:
    passage = Passage("s-1", 0, len(text), text)
    for operation in made:
        try:
            passage = passage.with_operation(operation)
        except EditRefused:
            continue
    return passage


def bare(text: str) -> str:
    return "".join(printable(text).split())


def test_every_line_of_a_text_is_a_paragraph() -> None:
    made = paragraphs(Role.GUIDE, " 甲\r\n\n　乙\u2028丙 ", "id")
    assert [(each.text, each.item_id) for each in made] == [
        ("甲", "id"),
        ("乙", "id"),
        ("丙", "id"),
    ]


def test_bold_words_lead_the_first_paragraph_only() -> None:
    first, second = paragraphs(Role.NOTE, "甲\n乙", lead="按：")
    assert first.runs == (Run("按：", bold=True), Run("甲"))
    assert second.runs == (Run("乙"),)


def test_no_text_makes_no_paragraph() -> None:
    assert paragraphs(Role.NOTE, " \n\t", lead="按：") == []


def test_marks_go_on_across_a_line_end() -> None:
    emphasised = passage_with("甲乙\n丙丁", [Emphasis(1, 4)])
    rows = [each.runs for each in passage_paragraphs(emphasised)]
    assert rows == [(Run("甲"), Run("乙", dotted=True)), (Run("丙", dotted=True), Run("丁"))]


def test_an_omission_across_a_line_end_joins_the_paragraphs() -> None:
    shortened = passage_with("甲乙\n丙丁", [Omission(1, 4)])
    assert [each.text for each in passage_paragraphs(shortened)] == ["甲……丁"]


@pytest.mark.parametrize(
    ("made", "told"),
    [
        ([], [("一、传", True), ("老师傅讲。", False)]),
        ([Omission(2, 3)], [("一、……", True), ("老师傅讲。", False)]),
        ([Insertion(4, "今天")], [("一、传", True), ("〔今天〕老师傅讲。", False)]),
        ([Omission(1, 6)], [("一……傅讲。", False)]),
    ],
)
def test_a_subheading_of_the_article_is_one_on_paper(
    made: list[Operation], told: list[tuple[str, bool]]
) -> None:
    passage = replace(passage_with("一、传\n老师傅讲。", made), subheadings=(Subheading(0, 3),))
    printed = passage_paragraphs(passage)
    assert [(each.text, each.role is Role.PASSAGE_HEADING) for each in printed] == told
    assert all(run.bold for each in printed for run in each.runs if each.role is not Role.PASSAGE)


def test_typed_indents_are_left_to_the_style() -> None:
    assert [each.text for each in passage_paragraphs(passage_with("　　甲\n　　乙 ", []))] == [
        "甲",
        "乙",
    ]


def test_characters_that_no_file_can_carry_are_left_out() -> None:
    assert one_line("甲\x00\x07乙\ud800\ufeff\uffff\t丙") == "甲乙 丙"


@given(st.text(), st.lists(operations, max_size=4))
def test_a_passage_prints_every_character_and_every_mark(text: str, made: list[Operation]) -> None:
    passage = passage_with(text, made)
    printed = [run for each in passage_paragraphs(passage) for run in each.runs]
    assert bare("".join(run.text for run in printed)) == bare(passage.printed)
    for mark, chosen in (
        (EmphasisMark.DOTS, [run for run in printed if run.dotted]),
        (EmphasisMark.BOLD, [run for run in printed if run.bold]),
    ):
        meant = "".join(run.printed for run in passage.runs() if run.mark is mark)
        assert bare("".join(run.text for run in chosen)) == bare(meant)


@given(st.text())
def test_a_paragraph_is_never_empty_and_never_broken(text: str) -> None:
    for line in lines(text):
        assert line
        assert line == line.strip()
        assert len(line.splitlines()) == 1
