"""What can be quoted in a question without the sentences beside it."""

import pytest

from studydesk.domain.passage import Passage, Subheading
from studydesk.study.sentences import sentences
from studydesk.study.standing import nounless, rhetorical, says_enough, stands_alone
from studydesk.study.structures import find_structures


@pytest.mark.parametrize(
    "words",
    [
        "各位怎么看？",
        "另一半在哪里？",
        "可没有这三样，怎么知道灵不灵？",
        "37项的时候",
        "三样都要带吗？",
        "此事怎么办？",
        "其费用由谁出？",
        "该车间怎么排班？",
        "前者靠什么？",
        "他们靠什么留人？",
        "您最看重哪一样？",
        "症结在哪里？",
        "为何不谈得更高一些？",
        "为什么会这样？",
    ],
)
def test_words_that_point_to_others_do_not_stand_alone(words: str) -> None:
    assert not stands_alone(words)


@pytest.mark.parametrize(
    "words",
    [
        "班长该怎么当？",
        "夜班的职工到哪里吃饭？",
        "规定有了，为什么一把椅子还这样难？",
        "因此停了三天的机器归谁修？",
        "其他班组怎么看？",
        "三条建议从哪里来？",
        "机器老了，它的脾气谁摸得准？",
        "问题清单由谁来列？",
    ],
)
def test_words_that_name_what_they_are_about_stand_alone(words: str) -> None:
    assert stands_alone(words)


def test_who_is_named_as_answering_may_be_spoken_to() -> None:
    assert stands_alone("您最看重哪一样？", answered_by_name=True)


@pytest.mark.parametrize(
    "words",
    [
        "手艺的长进哪有终点？",
        "难道机器会自己说话？",
        "谁不想早点回家？",
        "师傅又何必藏私？",
        "图纸怎能凭空画？",
        "职工岂会不知道？",
    ],
)
def test_what_is_only_said_with_force_is_no_question(words: str) -> None:
    assert rhetorical(words)


@pytest.mark.parametrize("words", ["钱从哪里来？", "班长怎么选？", "哪些活要两个人干？"])
def test_what_is_truly_asked_is_one(words: str) -> None:
    assert not rhetorical(words)


@pytest.mark.parametrize(
    ("asks", "found"),
    [
        ("夜班的职工到哪里吃饭？", True),
        ("另一半职工到哪里吃饭？", False),
        ("哪有职工不吃饭？", False),
        ("各位都到哪里吃饭？", False),
    ],
)
def test_no_structure_quotes_what_does_not_stand_alone(asks: str, found: bool) -> None:
    answer = "我们从去年起把热饭送到机台旁边来，夜里两趟，一趟送饭，一趟送汤，职工说吃得热，也饱。"
    text = f"问：{asks}\n答：{answer}从前要走两里路，走到就凉了。"
    finds = find_structures(text, sentences(Passage("a-1", 0, len(text), text)))
    assert ("interview" in {find.structure for find in finds}) is found


def test_a_heading_is_understood_with_its_section() -> None:
    heading = "先改这条规矩"
    text = f"{heading}\n师傅忙不过来。徒弟也忙。职工跟着着急。单子越积越多。"
    head = Subheading(0, len(heading))
    parts = sentences(Passage("a-1", 0, len(text), text, subheadings=(head,)))
    assert "title-demand" in {find.structure for find in find_structures(text, parts)}


def test_a_scrap_or_what_lacks_its_noun_does_not_stand_alone() -> None:
    assert nounless("旧的也要有人管")
    assert not nounless("旧工具也要有人管")
    assert not says_enough("修好了")
    assert says_enough("修好了再走")


def test_signs_of_layout_are_not_quoted() -> None:
    section = "师傅忙不过来。徒弟也忙。职工跟着着急。单子越积越多。"
    for heading, quoted in (("先把单子分清", True), ("先把单子分清【上】", False)):
        text = f"{heading}\n{section}"
        head = Subheading(0, len(heading))
        parts = sentences(Passage("a-1", 0, len(text), text, subheadings=(head,)))
        assert bool(find_structures(text, parts)) is quoted
