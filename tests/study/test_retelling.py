"""Where nothing else offers itself, a whole plain sentence is what a paragraph is told by."""

import pytest

from studydesk.domain.packet import QuestionKind
from studydesk.study.retelling import retold
from studydesk.study.sentences import sentences
from studydesk.study.suggestions import suggest

from .conftest import passage

TOLD = (
    "工段里来了一批新徒弟，人人手里一本图册，看得眼花，谁也说不出哪一页用得上。"
    "老周搬来一台旧机器，让大家围着看，看完再翻图册。"
)


def found(text: str) -> list[str]:
    return [find.words for find in retold(text, sentences(passage(text)))]


@pytest.mark.parametrize("said", ["路子对了，徒弟就愿意学", "徒弟肯不肯学，最终看教的路子"])
def test_a_sentence_that_says_what_the_rest_comes_to_is_what_is_asked_about(said: str) -> None:
    text = f"{TOLD}{said}。"
    assert found(text) == [said]
    (one,) = (one for one in suggest(passage(text)) if one.structure == "retold")
    assert one.question.kind is QuestionKind.UNDERSTAND


@pytest.mark.parametrize(
    "said",
    [
        "他自然愿意学",
        "后来徒弟都愿意学了",
        "这样徒弟自然愿意学",
        "三十七个徒弟都愿意学",
        "徒弟都愿意听党的话",
        "不愿意翻图册的徒弟",
        "有人担心徒弟不愿意学",
    ],
)
def test_what_points_away_counts_or_is_political_is_not(said: str) -> None:
    assert not any(one in said for one in found(f"{TOLD}{said}。"))


def test_it_is_asked_only_where_nothing_else_is() -> None:
    text = f"{TOLD}图纸不是背出来的，而是练出来的。路子对了，徒弟自然愿意学。"
    assert "retold" not in {one.structure for one in suggest(passage(text))}
    assert found("路子对了，徒弟自然愿意学。") == []


@pytest.mark.parametrize(
    "said",
    [
        "徒弟翻图册的次数多了起来",
        "那一夜他摔下坡去，爬起来先数图册，一本没少",
        "徒弟收起工具，把图册一本本摆好",
        "路子才对，要下一番功夫，有三个方面",
    ],
)
def test_a_scene_and_what_leads_on_tell_nothing_to_talk_over(said: str) -> None:
    assert found(f"{TOLD}{said}。") == []


def test_no_clause_is_cut_out_of_its_sentence() -> None:
    assert found(f"{TOLD}老周说徒弟翻了一天图册，路子对了，徒弟就愿意学。") == []


def test_what_a_paragraph_opens_with_may_say_less() -> None:
    text = f"账算出来，办法也逼出来了。{TOLD}"
    assert found(text) == ["账算出来，办法也逼出来了"]
    assert found(f"图册是学手艺的重要内容。近年来，{TOLD}") == []


@pytest.mark.parametrize(
    "said",
    [
        "他没有想到，徒弟就都来翻图册了",
        "他那一间，都比会场上翻图册管用",
        "后来他被评为厂里的先进",
        "他拍了一张照，配图是工段的挂钟",
    ],
)
def test_what_hangs_on_the_clause_before_or_is_an_honour_is_no_story(said: str) -> None:
    assert not any(one in said for one in found(f"{TOLD}{said}。"))
