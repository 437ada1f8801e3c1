import pytest

from studydesk.domain import edits
from studydesk.domain.packet import Packet, PassageItem, Question
from studydesk.domain.passage import Passage
from studydesk.handout.compose import compose
from studydesk.handout.model import Edition
from studydesk.handout.places import with_passage_named
from studydesk.handout.presets import find_preset

HINT = "原文在选段第 3 句；写下一个词就好。"


def passage(text: str, key: str) -> PassageItem:
    return PassageItem(Passage(f"版-{key}", 0, len(text), text), id=key)


FIRST = passage("班前会上把“隐患”讲清楚。", "one")
SECOND = passage("请老师傅上讲台传手艺。", "two")
ASKED = Question("照“把‘隐患’讲清楚”这一条，先查哪一处？", expected=HINT, id="asked")
PACKET = Packet("课", items=(FIRST, ASKED, SECOND))


def hint(packet: Packet) -> str:
    return with_passage_named(ASKED, packet).expected.split("；")[0]


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
    named = with_passage_named(question, edits.append(PACKET, question))
    assert named.expected.startswith("原文在选段二第 3 句")


def test_a_single_passage_needs_no_number() -> None:
    assert hint(Packet("课", items=(FIRST, ASKED))) == "原文在选段第 3 句"


def test_words_of_the_authors_own_stay_as_they_are() -> None:
    question = Question("说说？", expected="选段里的话。")
    assert with_passage_named(question, edits.append(PACKET, question)) == question


def test_the_facilitators_edition_names_the_passage() -> None:
    texts = compose(PACKET, Edition.FACILITATOR, find_preset("普通讲义")).texts()
    assert any("原文在选段一第 3 句" in text for text in texts)
