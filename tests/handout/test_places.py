import pytest

from studydesk.domain import edits
from studydesk.domain.packet import Packet, PassageItem, Question
from studydesk.domain.passage import Passage
from studydesk.handout.compose import compose
from studydesk.handout.model import Edition
from studydesk.handout.places import Places
from studydesk.handout.presets import find_preset

HINT = "原文在选段第 3 句；写下一个词就好。"


def passage(text: str, key: str) -> PassageItem:
    return PassageItem(Passage(f"版-{key}", 0, len(text), text), id=key)


FIRST = passage("班前会上把“隐患”讲清楚。", "one")
SECOND = passage("请老师傅上讲台传手艺。", "two")
ASKED = Question("照“把‘隐患’讲清楚”这一条，先查哪一处？", expected=HINT, id="asked")
PACKET = Packet("课", items=(FIRST, ASKED, SECOND))


def hint(packet: Packet) -> str:
    return Places(packet).with_passage_named(ASKED).expected.split("；")[0]


@pytest.mark.parametrize(
    ("order", "told"),
    [
        (("one", "asked", "two"), "一"),
        (("two", "one", "asked"), "二"),
        (("one", "two", "asked"), "一"),
    ],
)
def test_a_hint_names_the_passage_that_is_quoted_wherever_it_stands(
    order: tuple[str, ...], told: str
) -> None:
    items = {item.id: item for item in PACKET.items}
    packet = Packet("课", items=tuple(items[key] for key in order))
    assert hint(packet) == f"原文在选段{told}第 3 句"


def test_a_question_that_quotes_nothing_is_about_the_passage_it_stands_behind() -> None:
    question = Question("这段话说了什么？", expected=HINT)
    named = Places(edits.append(PACKET, question)).with_passage_named(question)
    assert named.expected.startswith("原文在选段二第 3 句")


def test_a_single_passage_needs_no_number() -> None:
    assert hint(Packet("课", items=(FIRST, ASKED))) == "原文在选段第 3 句"


def test_words_of_the_authors_own_stay_as_they_are() -> None:
    question = Question("说说？", expected="选段里的话。")
    assert Places(edits.append(PACKET, question)).with_passage_named(question) == question


@pytest.mark.parametrize(
    ("text", "is_about_first"),
    [
        ("选段一说了什么？", True),
        ("选段 1 分析得对吗？", True),
        ("选段1、2差在哪里？", False),
        ("选段一和选段二哪个难？", False),
        ("选段二分别怎样？", False),
        ("选段二层意思有几句？", True),  # a second sense, and no passage
        ("选段两处、选段二处写了谁？", True),
        ("选段三层意思是什么？", True),
        ("选段二十层楼有多高？", True),
        ("选段十分重要，为什么？", True),
        ("选段 2026 年还管用吗？", True),
        ("选段 2.5 倍指什么？", True),
        ("选段九呢？", True),
        ("“把‘隐患’讲清楚”难在哪？", True),
        ("“把‘隐患’讲清楚”与“上讲台”有何联系？", False),
        ("选段一里没有“上讲台”，为什么？", False),
        ("“谁也没有说过的话”呢？", True),
    ],
)
def test_a_question_goes_with_the_passages_that_it_names_and_quotes(
    text: str, is_about_first: bool
) -> None:
    packet = Packet("课", items=(FIRST, SECOND, asked := Question(text)))
    assert Places(packet).is_about(asked, [FIRST]) is is_about_first


def test_the_facilitators_edition_names_the_passage() -> None:
    texts = compose(PACKET, Edition.FACILITATOR, find_preset("普通讲义")).texts()
    assert any("原文在选段一第 3 句" in text for text in texts)


@pytest.mark.parametrize(
    ("text", "left", "printed"),
    [
        ("今天选的五段话，讲断层。", 1, "今天选的五段话，讲断层。"),
        ("选段 1 说的“操作者”", 1, "选段说的“操作者”"),
        ("选段一说的", 1, "选段说的"),
        ("选段 1 说的", 2, "选段 1 说的"),
        ("选段一句话说了什么", 1, "选段一句话说了什么"),
        ("选段 12 和选段一、二", 1, "选段 12 和选段一、二"),
        ("五段话", 5, "五段话"),
    ],
)
def test_a_text_fits_the_passages_that_are_printed(
    passage: Passage, text: str, left: int, printed: str
) -> None:
    items = tuple(PassageItem(passage) for _ in range(left))
    assert Places(Packet("题", items=items)).fitted(text, 5) == printed


@pytest.mark.parametrize(
    ("text", "left", "printed"),
    [
        ("领读五段选文", 1, "领读这段选文"),
        ("这 5 段话里", 1, "这段话里"),
        ("这5段话里", 1, "这段话里"),
        ("五段话", 3, "三段话"),
        ("五段话", 2, "两段话"),
        ("第五段话", 2, "第五段话"),
        ("十五段话、三段话", 1, "十五段话、三段话"),
        ("选段一说的", 1, "选段说的"),
    ],
)
def test_a_step_counts_the_passages_that_are_printed(
    passage: Passage, text: str, left: int, printed: str
) -> None:
    items = tuple(PassageItem(passage) for _ in range(left))
    assert Places(Packet("题", items=items)).recounted(text, 5) == printed


@pytest.mark.parametrize("text", ["领读两段选文", "领读这二段选文", "领读 2 段选文"])
def test_both_of_two_passages_are_recounted(passage: Passage, text: str) -> None:
    places = Places(Packet("题", items=(PassageItem(passage),)))
    assert places.recounted(text, 2) == "领读这段选文"
    assert places.counted(f"第二段话和{text}", 2).endswith("段")
