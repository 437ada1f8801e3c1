"""What a text asks itself, what it answers people, and what a court found."""

import pytest

from studydesk.domain.passage import Passage
from studydesk.study.find import Find
from studydesk.study.sentences import sentences
from studydesk.study.voices import asked, judgements, views

FACTS = "小甲在站点上班，每天开早会，着统一服装，拒单要罚款，请假要站长批准，报酬由公司按月发放。"


def found(finder: str, text: str) -> list[Find]:
    finders = {"view": views, "judgement": judgements, "asked": asked}
    return list(finders[finder](text, sentences(Passage("a-1", 0, len(text), text))))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("有人以为上了网，就可以不下楼了。其实，楼下的人更多。", "上了网，就可以不下楼了"),
        ("有一种观点认为，工资只是企业的成本。这种看法忽略了另一面。", "工资只是企业的成本"),
        ("还有的同志担心，标准不一样会乱。实践证明，一样才会乱。", "标准不一样会乱"),
        (
            f"有人认为，多发津贴就能留住人。津贴当然要发，但不止津贴。{FACTS}大家想一想。",
            "多发津贴就能留住人",
        ),
        ("起初也有人担心，新法子学不会。实践下来，学得会。", "新法子学不会"),
        ("有人问，老办法是不是过时了？其实，变的是干法。", "老办法是不是过时了"),
        ("有人担心，这样一来会不会变成轮流坐庄？这种担心不无道理。", "会不会变成轮流坐庄"),
        (
            f"也有人替班组叫屈，说忙得没有工夫填。忙是真的，可不填更忙。{FACTS}大家想一想。",
            "忙得没有工夫填",
        ),
    ],
)
def test_a_view_is_what_the_text_turns_down_in_its_next_sentence(text: str, words: str) -> None:
    assert [one.words for one in found("view", text)] == [words]


@pytest.mark.parametrize(
    ("view", "refuted"),
    [
        ("有管理者担心，做操的工夫会影响产量。", False),
        ("不少班长觉得，做操不过是走个样子。", False),
        ("许多人以为做操就是伸伸胳膊，其实讲究得多。", True),
    ],
)
def test_a_view_may_be_answered_at_length_or_in_its_own_sentence(view: str, refuted: bool) -> None:
    (one,) = found(
        "view", f"{view}{FACTS}班长看在眼里，第二天把做操的时间写进了班次，产量不降反升。"
    )
    assert ("refuted" in one.more, "taken_up" in one.more) == (refuted, not refuted)
    assert one.words in view
    assert "其实" not in one.words


def test_what_others_say_next_is_no_answer() -> None:
    assert found("view", f"有人说，做操耽误工夫。也有人说，做操解乏。{FACTS * 2}") == []


@pytest.mark.parametrize(
    "text",
    [
        "有人说，职工不爱看书，都看手机。",
        "有人说，职工不爱看书，都看手机。大家都点头。",
        "有人说，他们不爱看书，都看手机。其实不然。",
        "有人说，改革不用再往下走了。其实不然。",
        "有人说，要坚持党的领导不容易。其实不然。",
    ],
)
def test_what_is_not_answered_or_not_for_a_group_is_no_view(text: str) -> None:
    assert found("view", text) == []


def test_a_short_question_that_a_text_answers_is_one() -> None:
    text = f"图纸从哪里来？{ANSWER}"
    assert [one.words for one in found("asked", text)] == ["图纸从哪里来？"]
    assert found("asked", f"从哪里来？{ANSWER}") == []


def test_what_a_court_found_is_asked_about_where_the_facts_are_told() -> None:
    judged = "法院认为，他不能自己决定接不接单。据此，判决确认双方存在劳动关系。"
    assert [one.words for one in found("judgement", FACTS + judged)] == ["判决确认双方存在劳动关系"]
    assert found("judgement", judged) == []
    assert found("judgement", FACTS + "据此，判决确认双方存在劳动关系。") == []


ANSWER = (
    "把课时拆成半小时一节，上早班的晚上来，上晚班的上午来，两头都有人教，谁也不用请假。"
    "教的人也轻省，一回只讲一个动作，讲完了就在机器上试。"
)


def test_what_a_text_asks_itself_is_asked_about_where_it_goes_on_to_answer() -> None:
    asked = "倒班的工人怎样才能学上手艺？"
    assert [one.words for one in found("asked", f"{asked}办法是有的。{ANSWER}")] == [asked]
    assert found("asked", asked) == []
    assert found("asked", f"{asked}\n{ANSWER}") == []


@pytest.mark.parametrize(
    "asked",
    ["空话能当饭吃？", "小铺子哪里招呼得过来？", "谁愿意自己揭自己的短？", "他们怎么学上手艺？"],
)
def test_what_only_says_the_contrary_or_points_away_is_no_question(asked: str) -> None:
    assert found("asked", f"{asked}办法是有的。{ANSWER}") == []


@pytest.mark.parametrize(
    ("head", "words"),
    [
        ("谈不拢怎么办。", ["谈不拢怎么办"]),
        ("谁来记账。", ["谁来记账"]),
        ("大家都来记账。", []),
        ("怎么贯彻会议精神。", []),
    ],
)
def test_what_heads_a_paragraph_as_a_question_is_asked(head: str, words: list[str]) -> None:
    assert [one.words for one in found("asked", f"{head}{FACTS}{FACTS}")] == words
    assert found("asked", f"{FACTS}{head}") == []


@pytest.mark.parametrize(("who", "ours"), [("有人", True), ("有企业", False)])
def test_workmates_say_what_somebody_says_and_not_what_a_works_does(
    who: str, *, ours: bool
) -> None:
    (one,) = found("view", f"{who}担心，标准不一样会乱。其实，一样才会乱。")
    assert ("ours" in one.more) is ours
