"""Sentences and clauses of a passage: where they end, and which may be asked about."""

from dataclasses import replace

import pytest

from studydesk.domain.passage import Blank, Passage, Subheading
from studydesk.study.sentences import balanced, clauses, sentences
from studydesk.study.whose_words import political


def passage(text: str) -> Passage:
    return Passage("a-1", 0, len(text), text)


def texts(text: str) -> list[str]:
    return [one.text for one in sentences(passage(text))]


def clauses_of(text: str) -> list[str]:
    return [clause.text for one in sentences(passage(text)) for clause in clauses(one)]


def plain(text: str) -> bool:
    (clause,) = clauses(sentences(passage(text))[0])
    return clause.plain


def test_a_sentence_ends_at_its_stop_and_not_within_a_quotation() -> None:
    assert texts("他说：“好。真好！”大家笑了。") == ["他说：“好。真好！”", "大家笑了。"]
    assert texts("他讲了“多学。多练”的道理。") == ["他讲了“多学。多练”的道理。"]


def test_sentences_know_their_paragraph_and_number() -> None:
    found = sentences(passage("甲。乙。\n\n丙。"))
    assert [(one.paragraph, one.number) for one in found] == [(1, 1), (1, 2), (2, 1)]


def test_a_subheading_is_no_paragraph() -> None:
    with_heads = replace(passage("一、传\n甲。\n二、帮\n乙。"), subheadings=(Subheading(0, 3),))
    found = sentences(with_heads)
    assert [one.paragraph for one in found] == [0, 1, 2, 3]


def test_a_sentence_without_an_end_or_with_a_blank_is_not_whole() -> None:
    assert not sentences(passage("师傅带徒弟"))[0].whole
    assert not sentences(passage("师傅带徒弟。").with_operation(Blank(0, 2)))[0].whole
    assert sentences(passage("师傅带徒弟。"))[0].whole


def test_a_leaders_words_are_protected_with_the_sentence_that_goes_on() -> None:
    found = sentences(passage("总书记强调，要重视技能。要建好平台。车间有三个班组。"))
    assert [one.protected for one in found] == [True, True, False]


def test_clauses_lose_what_only_connects_them() -> None:
    assert clauses_of("同时，工会要主动上门走访，第一，摸清职工需求。") == [
        *("同时", "上门走访", "第一", "摸清职工需求")
    ]


def test_a_clause_is_not_cut_within_brackets() -> None:
    assert clauses_of("班组（甲，乙）开展比武。") == ["班组（甲，乙）开展比武"]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("开展岗位练兵。", True),
        ("这项活动很受欢迎。", False),
        ("师傅带徒弟的过程中。", False),
        ("学习“工匠。", False),
    ],
)
def test_only_a_clause_that_stands_on_its_own_is_plain(text: str, right: bool) -> None:
    assert plain(text) is right


def test_what_is_political_is_not_for_a_workshop_to_weigh() -> None:
    assert political("坚持党的领导")
    assert not political("开展岗位练兵")


def test_every_mark_has_its_other_half() -> None:
    assert balanced("“甲”（乙）")
    assert not balanced("“甲（乙）")


def test_a_label_in_its_own_line_is_no_paragraph_to_count() -> None:
    text = "主要做法：\n师傅每周来。\n几点体会：大家都学。"
    assert [part.paragraph for part in sentences(passage(text))] == [0, 1, 2]


def test_an_ordinal_before_a_measure_word_is_part_of_what_it_counts() -> None:
    (sentence,) = sentences(passage("第二把尺子量自己。"))
    assert [clause.text for clause in clauses(sentence)] == ["第二把尺子量自己"]
    (sentence,) = sentences(passage("第二，把尺子摆好。"))
    assert [clause.text for clause in clauses(sentence)][-1] == "把尺子摆好"


def test_a_row_of_a_table_is_no_whole_sentence() -> None:
    row, told = sentences(passage("| 焊工 | 手艺不是讲出来的，而是练出来的。|\n焊工练手艺。"))[-2:]
    assert not row.whole
    assert told.whole
