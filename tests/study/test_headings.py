"""Headings that claim something, over sections that are long enough to bear them out."""

import pytest

from studydesk.domain.passage import Passage, Subheading
from studydesk.study.find import Find
from studydesk.study.headings import headings, topics
from studydesk.study.sentences import sentences

SECTION = "师傅每周来两个下午。替大家理清单子。理了三年，一张也没有错。徒弟都服他。"


def found(heading: str, section: str = SECTION) -> list[Find]:
    text = f"{heading}\n{section}"
    passage = Passage("a-1", 0, len(text), text, subheadings=(Subheading(0, len(heading)),))
    return list(headings(text, sentences(passage)))


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("一、评得准，关键是让岗位说话", "评得准，关键是让岗位说话"),
        ("时效问题最容易吃亏", "时效问题最容易吃亏"),
        ("借力：不求所有，但求所用", "借力：不求所有，但求所用"),
    ],
)
def test_a_heading_that_claims_something_is_asked_about_without_its_number(
    heading: str, words: str
) -> None:
    (one,) = found(heading, f"{SECTION}徒弟看在眼里。后来也来帮忙。")
    assert one.words == words
    assert one.structure in ("title-claim", "title-demand")


def test_a_heading_that_is_said_to_be_a_mistake_is_not_borne_out() -> None:
    (one,) = found("误区四：票据齐全就没问题")
    assert (one.structure, one.words) == ("title-mistake", "票据齐全就没问题")


@pytest.mark.parametrize(
    "heading", ["几点启示和思考", "劳模精神的生成逻辑", "数字化转型的现实审视"]
)
def test_a_heading_that_only_names_a_subject_claims_nothing(heading: str) -> None:
    assert found(heading) == []


def test_a_short_or_a_political_section_bears_out_nothing() -> None:
    assert found("时效问题最容易吃亏", "师傅每周来两个下午。") == []
    assert found("时效问题最容易吃亏", SECTION + "要坚持党的领导。") == []


def test_a_claim_over_a_short_section_may_be_borne_out_behind_the_passage() -> None:
    assert found("时效问题最容易吃亏") == []
    assert found("先把时效问题算清楚", SECTION) != []


def test_a_section_of_rules_is_told_apart() -> None:
    rules = "依照规定，七日内审查。材料不齐的，应当一次告知。承诺不得作假。逾期视为同意。"
    assert "rules" in found("先把单子理清楚", rules)[0].more
    assert "rules" not in found("先把单子理清楚")[0].more


def test_a_section_that_breaks_off_behind_its_first_point_is_not_asked_about() -> None:
    first = "首先是难在时间。职工下了班才有空。一天也学不了多少。"
    assert found("先把时间腾出来", first) == []
    assert found("先把时间腾出来", f"{first}其次是难在内容。讲的多，练的少。") != []


def test_a_section_that_ends_within_a_sentence_or_too_soon_is_not_asked_about() -> None:
    assert found("先把单子理清楚", SECTION) != []
    assert found("先把单子理清楚", SECTION.removesuffix("。") + "；") == []
    assert found("先把单子理清楚", "师傅每周来。替大家理清单子。理了三年。") == []


def test_a_section_is_pointed_to_by_its_first_words_and_its_last() -> None:
    (one,) = found("先把单子理清楚")
    assert one.more["told"] == "之后，从“师傅每周来两个下午”到“徒弟都服他”"


def test_a_heading_that_asks_is_not_asked_again() -> None:
    assert found("向谁申请，多久有结果", f"{SECTION}徒弟看在眼里。后来也来帮忙。") == []


@pytest.mark.parametrize(("head", "asked"), [("总体目标", False), ("改开门时间", True)])
def test_what_stands_over_a_part_of_any_notice_is_not_asked_about(head: str, asked: bool) -> None:
    text = f"二、{head}。{'车间书屋全部刷卡进门，夜班的工人也进得去，借书还书都自己办。' * 2}"
    told = topics(text, sentences(Passage("a-1", 0, len(text), text)))
    assert any(one.words == head for one in told) is asked
