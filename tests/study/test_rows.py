"""What stands in a row, who says what in turn, and who gives advice."""

import pytest

from studydesk.study.rows import advice, aspects, rows, sides
from studydesk.study.sentences import sentences
from studydesk.study.suggestions import suggest

from .conftest import passage

FINDERS = {"row": rows, "sides": sides, "advice": advice}
WAYS = "把一种尺码换成三种，领的时候当场试；管事的人一律用红带子；每天班前两人一组互相拉一拉。"


def found(structure: str, text: str) -> list[str]:
    return [find.words for find in FINDERS[structure](text, sentences(passage(text)))]


@pytest.mark.parametrize(
    "lead", ["办法就有了。", "项目部想了办法：", "原因找到，办法就有了。", "办法有好几种。"]
)
def test_a_row_is_asked_about_by_what_leads_up_to_it(lead: str) -> None:
    (words,) = found("row", f"{lead}{WAYS}")
    assert lead.rstrip("。：").endswith(words)


@pytest.mark.parametrize(
    "text",
    [
        WAYS,
        f"这就是他的办法。{WAYS}",
        f"罚了一年，没有一回管用。{WAYS}",
        "办法就有了。把一种尺码换成三种；每天班前互相拉一拉。",
        f"按党的部署办。{WAYS}",
    ],
    ids=["no lead", "a pointer", "half a sentence", "two only", "political"],
)
def test_without_a_lead_or_three_of_them_there_is_no_row(text: str) -> None:
    assert found("row", text) == []


def test_a_row_that_forbids_is_not_asked_about() -> None:
    text = f"办法就有了。{WAYS.replace('一律用', '不得不用')}"
    assert not [one for one in suggest(passage(text)) if one.structure == "row"]


FIRM = "物业公司认为，保洁员熟悉公司的客户，到同行那里上班会带走生意。"
OTHER = "吴大姐则说，自己每天扫楼道、擦电梯，连客户的电话都没有一个。"


def test_two_who_differ_are_both_named() -> None:
    assert found("sides", FIRM + OTHER) == ["物业公司"]
    (asked,) = (one.question.text for one in suggest(passage(FIRM + OTHER)))
    assert "“物业公司”和“吴大姐”" in asked


@pytest.mark.parametrize(
    "text",
    [
        FIRM,
        "对不敢说的，要给他一个安全的口子，让他慢慢开口。对不愿说的，要把从前欠的账还上。",
        f"{FIRM}大家都来看。{OTHER}",
        FIRM + OTHER.replace("吴大姐", "他"),
        f"{FIRM}\n{OTHER}",
    ],
    ids=["one only", "said of them", "not in turn", "nobody's name", "another paragraph"],
)
def test_others_are_no_two_sides(text: str) -> None:
    assert found("sides", text) == []


ADVISED = "签字以前要看清每一页的名称；看不懂的先拍照留存，问过工会再签字不迟。"


@pytest.mark.parametrize(
    ("who", "asked"),
    [("援助律师提醒", True), ("有经验的师傅叮嘱", True), ("他提醒", False), ("局长提醒", False)],
)
def test_of_advice_only_who_gives_it_is_quoted(who: str, asked: bool) -> None:
    assert found("advice", f"{who}，{ADVISED}") == [who] * asked


def test_a_single_piece_of_advice_is_no_several() -> None:
    assert found("advice", f"援助律师提醒，{ADVISED.replace('；', '，')}") == []


@pytest.mark.parametrize(
    ("told", "both"),
    [
        ("车间方主张先看成色，合格了再记；班组方认为，不先记账，谁也说不清成色。", True),
        (
            "车间方主张先看成色，合格了再往账上记。班组方认为，不先记账，谁也说不清成色，也就没人肯记。",
            True,
        ),
        ("车间方主张先看成色，合格了再记；合格的都记在板上，谁都看得见。", False),
    ],
)
def test_two_sides_may_stand_in_one_sentence(told: str, *, both: bool) -> None:
    assert found("sides", f"为这事争了一上午。{told}") == (["车间方"] if both else [])


def test_what_stretches_are_about_is_asked_for_each() -> None:
    text = "工会有事可做。入会方式上，扫码就行；协商层级上，先谈站点；服务内容上，送课上门。"
    (found,) = aspects("", sentences(passage(text)))
    assert (found.words, found.more["last"]) == ("入会方式上", "服务内容上")
    assert list(aspects("", sentences(passage("入会方式上，扫码就行；协商层级上，先谈。")))) == []


def test_for_whom_something_is_said_is_asked_for_both() -> None:
    text = "协议人人都签。对企业来说，签一纸协议成本很低；对劳动者来说，两年不能干本行。"
    (found,) = aspects("", sentences(passage(text)))
    assert (found.words, found.more["last"]) == ("对企业来说", "对劳动者来说")


CASES = "有的图纸锁在柜里，谁也看不到；有的图纸挂得太高，徒弟够不着；还有的图纸早过了时。"


def test_three_instances_in_a_sentence_are_asked_for() -> None:
    text = f"图纸归图纸，干活归干活。{CASES}"
    (asked,) = (one.question for one in suggest(passage(text)) if one.structure == "instances")
    assert "“有的图纸锁在柜里”起" in asked.text
    assert "一连写了三种" in asked.text
    assert "有的图纸挂得太高；有的图纸早过了时" in asked.expected


def test_two_instances_or_political_ones_are_left_alone() -> None:
    two = CASES.replace("；还有的图纸早过了时", "")
    for text in (two, f"坚持党的领导。{CASES}"):
        assert not [one for one in suggest(passage(text)) if one.structure == "instances"]


@pytest.mark.parametrize("stops", ["！！", "？！", "。。"])
def test_stops_one_behind_another_before_a_row_are_no_words(stops: str) -> None:
    row = "入会方式上，扫码就行；协商层级上，先谈站点；服务内容上，送课上门。"
    suggest(passage(f"大家都说好{stops}{row}"))
