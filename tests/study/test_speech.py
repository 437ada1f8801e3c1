"""What people say is asked for its ground, a whole sentence of it, where the text tells that."""

import pytest

from studydesk.domain.packet import QuestionKind
from studydesk.study.sentences import sentences
from studydesk.study.speech import speeches
from studydesk.study.suggestions import suggest

from .conftest import passage

TOLD = (
    "装配车间的吊具用了十一年，钩口磨出一道浅槽，新来的工人看不出来，老工人也没有当一回事。"
    "去年冬天一次试吊，钩子滑了半寸，差一点砸到脚。"
)
SAID = "钩子最怕的不是重，是没有人看"


def found(text: str) -> list[tuple[str, str]]:
    return [(one.words, one.more.get("who", "")) for one in speeches("", sentences(passage(text)))]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (f"{TOLD}老师傅说：“{SAID}。”", "老师傅"),
        (f"{TOLD}“{SAID}。”起重工杜长河说。", "杜长河"),
        (f"{TOLD}有人在意见簿上写了一行：“{SAID}。”", ""),
        (f"{TOLD}老师傅叹了口气，对徒弟说：“{SAID}。”", ""),
        (f"起重班劳动模范杜长河：{SAID}。{TOLD}", "杜长河"),
        (f"杜长河（起重班职工）：{SAID}。{TOLD}", "杜长河"),
    ],
)
def test_a_whole_sentence_is_quoted_with_the_name_of_who_says_it(text: str, who: str) -> None:
    assert found(text) == [(SAID, who)]


@pytest.mark.parametrize(
    "text",
    [
        f"老师傅说：“{SAID}。”",
        f"{TOLD}总经理说：“{SAID}。”",
        f"{TOLD}“{SAID}。”杜长河说。",
        f"{TOLD}他叹了口气，对徒弟说：“{SAID}。”",
        f"市总工会主席杜长河：{TOLD}{SAID}。",
        f"{TOLD}条文规定：“{SAID}。”",
        f"{TOLD}老师傅说：“它最怕的不是重，是没有人看。”",
        f"{TOLD}老师傅说：“好啊，钩子最怕的不是重。”",
        f"{TOLD}老师傅说：“下班了，都回家吃晚饭了。”",
        f"{TOLD}老师傅住院动了手术，他说：“{SAID}。”",
        f"{TOLD}他是困难职工，他说：“{SAID}。”",
        f"{TOLD}习近平总书记强调：“{SAID}。”",
        f"杜长河：{TOLD}去年我们换了四十一只吊钩，没有一只是旧的。",
    ],
    ids=[
        "nothing tells why",
        "a manager's",
        "anybody's",
        "a pronoun's",
        "an office's",
        "a paper's",
        "pointing away",
        "called out",
        "only reported",
        "illness",
        "hardship",
        "a leader's",
        "a count",
    ],
)
def test_what_nobody_could_answer_or_should_be_asked_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_a_sentence_is_never_shortened_and_no_question_grows_out_of_hand() -> None:
    long = "钩子最怕的不是重，是没有人看，等到滑了半寸，又个个都讲自己早就看见过那道越磨越深的槽"
    assert found(f"{TOLD}老师傅说：“{long}。”") == []


def test_it_is_asked_why_somebody_says_it_and_what_came_of_it() -> None:
    (why,) = suggest(passage(f"{TOLD}老师傅说：“{SAID}。”"))
    assert why.question.text.partition("“")[0] in ("老师傅为什么说", "老师傅说")
    said = "吊具天天用，从来没有人摸一摸钩口"
    heeded = passage(f"{TOLD}“{said}。”车间听到这句话，把吊具全部查了一遍，换了六只钩子。")
    (after,) = suggest(heeded, kinds=(QuestionKind.ANALYSE,))
    assert after.question.text == f"“{said}”，这句话后来带来了什么？从文中找。"


@pytest.mark.parametrize(
    "who", ["市总工会主席刘芳", "市长李明", "县委书记周强", "省人社厅副厅长周明"]
)
def test_nothing_is_asked_of_what_somebody_with_an_office_says_behind_a_colon(who: str) -> None:
    told = "手艺不是看会的，是练会的。班前会上的十分钟，比一堂大课管用。徒弟们把图纸挂在机台边练。"
    assert suggest(passage(f"{who}：{told}")) == ()


def test_of_a_workmate_whose_name_is_not_sure_the_words_are_asked_for_without_one() -> None:
    text = f"青年工人高兴：我更愿意跟着老师傅学，手上的准头才有着落。{TOLD}"
    (asked,) = (one.question.text for one in suggest(passage(text)) if one.structure == "speech")
    assert "我更愿意跟着老师傅学，手上的准头才有着落" in asked
    assert "高兴" not in asked
    assert not suggest(passage(text.replace("青年工人高兴", "市总工会主席高兴")))
