"""Texts with half-width punctuation are read as if it were full-width, and quoted as written."""

import pytest

from studydesk.domain.passage import Passage
from studydesk.study.cuts import full_width
from studydesk.study.suggestions import Suggestion, suggest

LISTS = {
    "一是": "班组有三个难题。一是师傅不够,没人带;二是设备太少,排不上;三是时间太短,练不完。",
    "其一": "如何带好徒弟?其一,讲清道理,不怕重复;其二,放手让干,不怕出错;其三,常问难处,不怕麻烦。",
    "第一": "职工要知道四点:第一,有明确的条件;第二,条件已告知你;第三,有考核的过程;第四,期满前提。",
    "一则": "为什么工会让人觉得远?一则身份尴尬,端企业的碗;二则考核偏差,重台账;三则本领弱,不懂账。",
}


def ask(text: str) -> tuple[Suggestion, ...]:
    return suggest(Passage("a-1", 0, len(text), text))


@pytest.mark.parametrize("text", LISTS.values(), ids=LISTS)
def test_a_list_with_half_width_stops_is_asked_about(text: str) -> None:
    assert any(one.structure == "list" for one in ask(text))


@pytest.mark.parametrize("text", LISTS.values(), ids=LISTS)
def test_both_widths_are_asked_the_same(text: str) -> None:
    asked = [full_width(one.question.text) for one in ask(text)]
    assert {text[:9] for text in asked} == {
        full_width(one.question.text)[:9] for one in ask(full_width(text))
    }


def test_straight_quotation_marks_open_and_close_in_turn() -> None:
    assert full_width('叫"听一听",又叫"看一看"。') == "叫“听一听”，又叫“看一看”。"
    assert full_width('只有一个"的行。\n一行"成对"的。') == '只有一个"的行。\n一行“成对”的。'
    assert full_width('print("a")') == 'print（"a"）'


def test_words_between_straight_marks_are_quoted_as_they_are_written() -> None:
    text = '职工常问。"会算账"不等于"管得住账"。账算得再清,没有人看,还是一本糊涂账。'
    (one, *_) = ask(text)
    assert text[one.start : one.end] == one.words == '"会算账"不等于"管得住账"'


def test_words_are_quoted_with_the_stops_that_they_have() -> None:
    told = "职工都在说。{}当年买机器,就是要让人少弯几回腰,多看几眼活。"
    text = told.format("机器是用来帮人的,不是用来替人的。")
    (one, *_) = (one for one in ask(text) if one.structure == "contrast")
    assert one.words in text
    assert "帮人的,不是用来替人的" in one.question.text


def test_what_an_item_says_is_told_in_the_text_s_own_stops() -> None:
    (one, *_) = (o for o in ask(LISTS["一则"]) if o.structure == "list")
    assert "身份尴尬,端企业的碗；考核偏差,重台账；本领弱,不懂账" in one.question.expected


def test_a_term_has_no_stop_at_its_edge() -> None:
    text = "所谓集体协商,是指职工方代表与企业方代表就劳动报酬等事项进行平等商谈的行为。"
    assert {one.words for one in ask(text)} == {"集体协商"}


@pytest.mark.parametrize("text", ["1,200元", "12:30", "see https://a.cn", "yes, but", "1:1"])
def test_numbers_and_english_keep_their_stops(text: str) -> None:
    assert full_width(text) == text


def test_reading_a_text_moves_no_character() -> None:
    text = "甲(乙),丙;丁:戊?己!"
    assert full_width(text) == "甲（乙），丙；丁：戊？己！"
