"""What lists are called, and which of them can be taken up."""

import pytest

from studydesk.domain.packet import QuestionKind
from studydesk.domain.passage import Passage, Subheading
from studydesk.study.sentences import sentences
from studydesk.study.structures import find_structures
from studydesk.study.suggestions import Suggestion, suggest

from .conftest import passage

DOINGS = (
    "一是推行班组议事，每周碰一次头。二是建立师徒台账，每月写一页。三是开展现场练兵，每季比一回。"
)
FAULTS = "一是师傅不够，徒弟没人带。二是设备太少，工人排不上。三是时间太短，职工练不完。"
POINTS = (
    "一是队伍年轻。受访职工平均三十岁。二是队伍流动。职工半年换一批。三是队伍分散。职工各跑各的。"
)


def under(*sections: tuple[str, str]) -> tuple[Suggestion, ...]:
    """Suggestions for sections with their headings."""
    text, heads = "", []
    for title, body in sections:
        heads.append(Subheading(len(text), len(text) + len(title)))
        text += f"{title}\n{body}\n"
    return suggest(Passage("a-1", 0, len(text), text, subheadings=tuple(heads)))


def asked(text: str) -> list[str]:
    """What is asked about the lists of a text."""
    found = suggest(Passage("a-1", 0, len(text), text))
    return [one.question.text for one in found if one.structure == "list"]


@pytest.mark.parametrize(
    ("announced", "called"),
    [
        ("眼下有三个问题。", "三个问题"),
        ("工会提出三条建议。", "三条建议"),
        ("启示有三条。", "三条启示"),
        ("卡点集中在三处：", "三处卡点"),
        ("眼下有几个问题。", "三点"),
        ("", "三点"),
    ],
)
def test_a_list_is_called_as_the_text_counts_it(announced: str, called: str) -> None:
    question, *_ = asked(f"{announced}{POINTS}")
    assert called in question


def test_a_list_that_has_no_name_is_not_told_beside_another() -> None:
    assert not any("三点" in o.question.text for o in under(("近年情况", POINTS), ("后来", FAULTS)))


@pytest.mark.parametrize("text", [DOINGS, FAULTS, POINTS])
def test_the_items_of_a_list_are_neither_weighed_nor_looked_for_at_home(text: str) -> None:
    kinds = {one.question.kind for one in under(("近年情况", text)) if one.structure == "list"}
    assert QuestionKind.UNDERSTAND in kinds <= {QuestionKind.UNDERSTAND, QuestionKind.ACT}


def test_a_heading_is_pointed_to_as_one() -> None:
    body = "职工没有地方提。班组长忙不过来。大家看着点子烂掉。后来设了箱子。"
    (one, *_) = (o for o in under(("先把“点子”叫醒", body)) if o.structure == "title-demand")
    assert one.question.expected.startswith("内容在选段的小标题之后")


def test_sentences_are_counted_as_on_paper() -> None:
    text = "“都难，怎么办？不比谁难。”他说完了。手练得越勤，活干得越顺。职工都知道。班组长也知道。"
    (one, *_) = (o for o in suggest(Passage("a-1", 0, len(text), text)))
    assert "第4句" in one.question.expected


@pytest.mark.parametrize(
    "text",
    [
        "首先是建好台账，每月写一页；其次是办好比武，每季比一回；同时也不要忘了管好工具。职工叫好。",
        f"工会提出五条建议。{DOINGS}职工叫好。",
        f"工会办了四样实事。{DOINGS}职工叫好。",
    ],
    ids=["one more", "five of which three are here", "four that have no name"],
)
def test_a_list_that_goes_on_beyond_its_items_is_not_asked_about_whole(text: str) -> None:
    assert asked(text) == []


def test_half_of_a_thought_is_no_item() -> None:
    items = "一是认清关系，看谁派的活。二是{}，看谁付的钱。".format
    assert asked(items("认清工时"))
    assert asked(items("即使认不了关系")) == []


def test_a_list_is_asked_about_by_what_leads_up_to_it() -> None:
    text = (
        "入秋之前，车间想办成三件事：一是工具柜换新锁，钥匙归班里；"
        "二是茶水间添一台冰箱，夜班也能用；三是更衣室装排风扇，先装东头。职工都等着。"
    )
    parts = sentences(Passage("a-1", 0, len(text), text))
    (one,) = (f for f in find_structures(text, parts) if f.structure == "list")
    assert (one.more["lead"], one.more["head"]) == ("车间想办成三件事", "头一件")
    assert one.more["points"].startswith("工具柜换新锁，钥匙归班里；")


def test_stretches_parted_by_semicolons_make_a_row_by_the_word_they_share() -> None:
    row = (
        "班组可以把图纸挂在机台边，谁都看得到；可以请师傅当场讲，听不懂就问；"
        "还可以让徒弟互相考，考完再上手。"
    )
    assert any("把图纸挂在机台边" in one for one in asked(f"学手艺有不少路子。{row}"))
    assert asked(row.replace("还可以让", "让")) == []


def test_items_of_one_form_are_a_row_whatever_they_begin_with() -> None:
    row = (
        "一是从工位上来，看一天怎么干活。二是从账本上来，算一月用多少料。"
        "三是从门口来，听几句心里话。"
    )
    assert asked(row)
    assert asked(row.replace("从账本上来", "账本要翻开看")) == []


@pytest.mark.parametrize(
    ("before", "listed"), [("工会问了四个班组。", True), ("班里有四个毛病。", False)]
)
def test_people_who_are_counted_before_a_list_are_none_of_its_items(
    before: str, listed: bool
) -> None:
    text = f"{before}{FAULTS}"
    found = find_structures(text, sentences(Passage("a-1", 0, len(text), text)))
    assert any(one.structure == "list" for one in found) is listed


def test_steps_may_say_at_once_where_something_lies() -> None:
    text = (
        "师徒结对首先难在时间。师傅白天有活。其次难在账目。教了多少谁也说不清。"
        "最后难在脸面。徒弟怕问多了丢脸。"
    )
    found = find_structures(text, sentences(Passage("a-1", 0, len(text), text)))
    assert [one.words for one in found if one.structure == "list"] == ["难在时间"]


def test_what_is_said_of_an_item_never_stops_before_it_turns() -> None:
    turned = "平时看上去是职工自己挑班，实际上排班都由一张表定下"
    text = f"一是班次不清楚。{turned}。二是工序不清楚。职工各跑各的。三是工价不清楚。职工没处去问。"
    found = suggest(Passage("a-1", 0, len(text), text))
    (told, *_) = (one.question.expected for one in found if one.structure == "list")
    assert turned in told


HEADED = (
    "第一，建好师资库。由车间牵头，会同夜校和老师傅，按照看图、装配、检修、焊接等门类，建立师傅名册。\n"
    "第二，编好课程包。不能让每位师傅都从零备课。要把师傅们的经验编成十分钟的小课，谁来都听得懂。"
)


def test_what_is_expected_of_a_measure_is_what_is_to_be_done_and_no_lead_in() -> None:
    asked = next(one.question for one in suggest(passage(HEADED)) if one.structure == "list")
    assert "编好课程包……要把师傅们的经验编成十分钟的小课" in asked.expected
    assert "建立师傅名册" in asked.expected
    assert "从零备课" not in asked.expected


def test_what_is_expected_of_a_trait_is_what_the_text_says_first() -> None:
    told = (
        "一是时间对不上。师徒编在不同班次，见面的机会少了。要把课排进班前会。"
        "二是内容对不上。师傅懂图纸，徒弟懂软件，少一堂互补的课。要让两人一道备课。"
    )
    asked = next(one.question for one in suggest(passage(told)) if one.structure == "list")
    assert "时间对不上。师徒编在不同班次" in asked.expected
