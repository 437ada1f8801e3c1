"""How a suggestion says which passage it is about, and where its words stand."""

import re
from collections import defaultdict

import pytest

from studydesk.domain.article import Article
from studydesk.domain.packet import QuestionKind
from studydesk.domain.passage_names import doubtful, names
from studydesk.study.frames import Frame, frames
from studydesk.study.suggestions import LONGEST, suggest

from .conftest import LEADER, RULED, passage, passages_of


@pytest.mark.parametrize("word", ["条文中", "公文中", "论文中", "文中", "选段里"])
def test_naming_a_passage_changes_no_quoted_word(word: str) -> None:
    found = suggest(
        passage(f"只有把权利在{word}写清，才能让职工用得上。去年有人白跑一趟。今年没有。")
    )
    assert any(word in one.words for one in found)
    for one in found:
        named = one.naming("选段二")
        quoted = [re.findall("“[^”]*”", each.text) for each in (one.question, named)]
        assert quoted[0] == quoted[1]
        assert named.expected == one.question.expected.replace("选段第", "选段二第")


def test_a_named_passage_is_named_wherever_the_question_speaks_of_it() -> None:
    for one in suggest(passage(RULED)):
        bare = re.sub("“[^”]*”", "", one.question.text)
        named = re.sub("“[^”]*”", "", one.naming("选段二").text)
        assert named.count("选段二") == max(1, len(re.findall("文中|选段里", bare)))
        assert re.sub("选段二里?", "", named) == re.sub("文中|选段里", "", bare)


@pytest.mark.parametrize("number", ["一", "三", "十"])
def test_a_suggestion_names_its_passage_beyond_doubt(
    number: str, seed_articles: tuple[Article, ...]
) -> None:
    for one in (one for text in passages_of(seed_articles) for one in suggest(text)):
        named = one.naming(f"选段{number}")
        for words in (named.text, named.expected, named.follow_ups):
            assert not list(doubtful(words))
            assert {name.written for name in names(words)} <= {number}


@pytest.mark.parametrize("frame", frames(), ids=lambda frame: frame.ask)
def test_no_wording_leaves_in_doubt_which_passage_it_names(frame: Frame) -> None:
    places = {"here": "选段一里", "inside": "选段一里", "place": "选段一第2句"}
    slots = defaultdict(lambda: "练手", places)
    for words in (frame.ask, frame.expected, frame.follow_ups):
        assert not list(doubtful(words.format_map(slots)))


def test_a_name_stands_before_who_asks_and_before_what_speaks_of_several() -> None:
    spoken = "\n".join(
        f"{name}要把课开到车间里去，让工人下了班就能听，听完了当场练一练，练会了再走，学得牢。"
        f"\n——某厂焊工 {by}"
        for name, by in (("师傅", "张三"), ("徒弟", "李四"))
    )
    asked = (
        "问：骑手夜校怎样办起来？\n答：骑手有一万多，干部全区只有三十一人。我们就从骑手里选骨干，"
        "哪个路口来了新人，他们先知道，我们替代不了。"
    )
    named = [
        one.naming("选段二").text
        for text in (spoken, asked)
        for one in suggest(passage(text), kinds=[QuestionKind.UNDERSTAND])
        if one.structure in ("speakers", "interview")
    ]
    assert len(named) == 2
    assert named[0].startswith("选段二里署了名的两位")
    assert named[1].startswith("选段二里，有人问“")


@pytest.mark.parametrize("frame", frames(), ids=lambda frame: frame.ask)
def test_every_wording_has_a_place_for_the_name_of_its_passage(frame: Frame) -> None:
    assert re.search(
        "{here}|{inside}" if "{asker}" in frame.ask else "“|{here}|{inside}", frame.ask
    )


def test_a_question_names_its_passage_as_what_the_words_stand_in() -> None:
    told = passage(
        "第一，班组安全要靠天天查。班长每天上岗前先看工具架，哪一把扳手缺了口，哪一根绳磨了边，"
        "他都记在本子上。徒弟们起初嫌烦，后来也跟着记。半年下来，车间里少了十一处隐患。"
    )
    asked = [one.naming("选段二").text for one in suggest(told)]
    assert asked
    assert all("选段二里" in text for text in asked)


def test_a_question_that_its_passages_name_would_make_long_keeps_its_words() -> None:
    (one,) = (one for one in suggest(passage(LEADER)) if one.structure == "leader")
    long = one.naming("选段" + "二" * LONGEST)
    assert long.text == one.question.text
    assert "二二" in long.expected


@pytest.mark.parametrize(
    ("over", "place"),
    [
        ("主要做法：\n", "选段第2段（小标题不算）第1句"),
        ("——王敏\n", "选段第2段（破折号开头的行不算）第1句"),
        ("——王敏\n主要做法：\n", "选段第2段（小标题和破折号开头的行不算）第1句"),
        ("", "选段第2段第1句"),
    ],
)
def test_where_words_stand_is_counted_as_it_is_said_to_be(over: str, place: str) -> None:
    text = f"职工都来看。\n{over}图纸可以改，尺寸不能改。师傅量了三回。徒弟也量了三回。"
    asked = [one.question.expected for one in suggest(passage(text))]
    assert asked
    assert all(place in expected for expected in asked)
