"""What a paragraph opens with is asked about only where it states something and is unfolded."""

import pytest

from studydesk.study.openings import closings, openings
from studydesk.study.sentences import sentences
from studydesk.study.suggestions import suggest

from .conftest import passage

BEHIND = (
    "师傅把图纸挂在机台边，谁看不懂谁来问。徒弟先在旧料上练手，练熟了再上新料。"
    "一个季度下来，班组里人人都能独自开机，废料也少了一半还多。"
)
CASES = "有的班组把图纸锁在柜里，谁都看不到。有的班组天天挂出来，人人都能问。" + BEHIND


def found(text: str) -> list[str]:
    return [find.words for find in openings(text, sentences(passage(text)))]


@pytest.mark.parametrize("stated", ["学手艺要从看懂图纸学起", "图纸的好坏，要到机台边看"])
def test_a_statement_is_asked_about_with_what_unfolds_it(stated: str) -> None:
    text = f"{stated}。{BEHIND}"
    assert found(text) == [stated]
    assert any(stated in one.question.text for one in suggest(passage(text)))


@pytest.mark.parametrize(
    "told",
    [
        "昨天下午，老周来到机台边",
        "这件事大家都知道",
        "他总是第一个到车间",
        "车间里有37名学徒工",
        "第二，看懂图纸要有人教",
        "坚持党的领导，学好手艺",
    ],
)
def test_news_pointers_items_and_politics_open_nothing(told: str) -> None:
    assert found(f"{told}。{BEHIND}") == []


def test_a_statement_that_nothing_unfolds_or_that_is_taken_back_is_left_alone() -> None:
    stated = "学手艺要从看懂图纸学起"
    assert found(f"{stated}。大家都点头。") == []
    assert found(f"{stated}。但{BEHIND}") == []


def test_a_worker_who_answers_in_a_talk_is_named_and_nobody_else() -> None:
    for label, who in (("钳工魏长", "魏长"), ("魏长", ""), ("顾问魏长", "")):
        text = f"{label}：学手艺要从看懂图纸学起。{BEHIND}"
        (find,) = openings(text, sentences(passage(text)))
        assert (find.words, find.more["who"]) == ("学手艺要从看懂图纸学起", who)


def test_instances_are_asked_for_as_such() -> None:
    stated = "图纸挂不挂出来，效果大不一样"
    asked = [one.question.text for one in suggest(passage(f"{stated}。{CASES}"))]
    (find,) = openings(f"{stated}。{CASES}", sentences(passage(f"{stated}。{CASES}")))
    assert find.more["cases"]
    assert any(stated in text for text in asked)


def test_what_a_paragraph_comes_to_is_asked_for_what_bears_it_out() -> None:
    end = "图纸的好坏，机台边才看得出"
    text = f"{BEHIND}可见，{end}。"
    assert [find.words for find in closings(text, sentences(passage(text)))] == [end]
    assert any(end in one.question.text for one in suggest(passage(text)))
    on_its_own = f"{BEHIND}{end}。"
    assert not list(closings(on_its_own, sentences(passage(on_its_own))))
    left_open = f"{BEHIND}可见，图纸可以挂，也可以不挂。"
    assert not list(closings(left_open, sentences(passage(left_open))))
    two = BEHIND.replace("。", "，").rstrip("，") + f"。可见，{end}。"
    assert not list(closings(two, sentences(passage(two))))


@pytest.mark.parametrize(
    ("goes_on", "asked"),
    [("近年来，", False), ("与过去相比，", False), ("", True)],
)
def test_what_a_text_only_honours_and_leaves_is_not_asked_about(
    goes_on: str, *, asked: bool
) -> None:
    stated = "图纸是设计和操作之间的桥梁"
    assert found(f"{stated}。{goes_on}{BEHIND}") == ([stated] if asked else [])


def test_what_leads_on_to_another_paragraph_closes_none() -> None:
    text = f"{BEHIND}可见，把好图纸关，还需要过三道关。"
    assert list(closings(text, sentences(passage(text)))) == []


@pytest.mark.parametrize("opened", ["让绝活回到工位，办法其实不少", "也有站点冷清"])
def test_what_announces_several_things_or_another_side_is_asked_for_them(opened: str) -> None:
    assert found(f"{opened}。{CASES}") == [opened]


def test_several_things_that_are_announced_are_not_asked_for_as_proof() -> None:
    told = passage(f"让绝活回到工位，办法其实不少。{CASES}")
    asked = [one.question.text for one in suggest(told) if one.structure == "opening"]
    assert asked
    assert not any("说明" in text or "情形" in text for text in asked)


@pytest.mark.parametrize("demand", ["图纸要挂到机台边", "图纸应当人人都看得懂"])
def test_nothing_has_to_bear_out_what_is_to_be_done(demand: str) -> None:
    told = passage(f"{demand}。{BEHIND}")
    asked = [one.question.text for one in suggest(told) if demand in one.question.text]
    assert asked
    assert not any("说明" in text or "为什么" in text or "依据" in text for text in asked)


def test_where_only_measures_follow_they_are_asked_for() -> None:
    measures = (
        "要把图纸放大，挂到机台边最亮的地方。建立看图登记本，谁看不懂谁来问，问了就记下来。"
        "对新来的徒弟，应当先讲图再上机，讲完请他自己说一遍。"
    )
    text = f"学手艺离不开看懂图纸。{measures}也有的班组画大图。"
    (find,) = openings(text, sentences(passage(text)))
    assert "asks" in find.more
    assert "evidence" not in find.more


def test_an_opening_flourish_before_one_sentence_is_left_alone() -> None:
    one = BEHIND.replace("。", "，").rstrip("，")
    assert found(f"图纸往往是冷的，但看图的人心是热的。{one}。") == []


def test_how_many_there_are_is_nothing_to_bear_out() -> None:
    assert found(f"看得懂图的人不多，画得出图的更少。{BEHIND}") == []


@pytest.mark.parametrize("opened", ["图纸是设计和操作之间的一道屏障", "清单上也有没打勾的"])
def test_what_honours_or_announces_is_not_asked_for_proof(opened: str) -> None:
    (find,) = openings(f"{opened}。{BEHIND}", sentences(passage(f"{opened}。{BEHIND}")))
    assert not {"states", "evidence"} <= set(find.more)
