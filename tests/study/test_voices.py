"""What a text answers people, and what a court found."""

import pytest

from studydesk.domain.passage import Passage
from studydesk.study.find import Find
from studydesk.study.sentences import sentences
from studydesk.study.voices import judgements, proverbs, views, worries

FACTS = "小甲在站点上班，每天开早会，着统一服装，拒单要罚款，请假要站长批准，报酬由公司按月发放。"


def found(finder: str, text: str) -> list[Find]:
    finders = {"view": views, "judgement": judgements}
    finders |= {"worry": worries, "proverb": proverbs}
    return list(finders[finder](text, sentences(Passage("a-1", 0, len(text), text))))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("有人以为上了网，就可以不下楼了。其实，楼下的人更多。", "上了网，就可以不下楼了"),
        ("有一种观点认为，工资只是企业的成本。这种看法忽略了另一面。", "工资只是企业的成本"),
        ("还有的同志担心，标准不一样会乱。实践证明，一样才会乱。", "标准不一样会乱"),
        ("有人问，老办法是不是过时了？其实，变的是干法。", "老办法是不是过时了"),
    ],
)
def test_a_view_is_what_the_text_turns_down_in_its_next_sentence(text: str, words: str) -> None:
    assert [one.words for one in found("view", text)] == [words]


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


def test_what_a_court_found_is_asked_about_where_the_facts_are_told() -> None:
    judged = "法院认为，他不能自己决定接不接单。据此，判决确认双方存在劳动关系。"
    assert [one.words for one in found("judgement", FACTS + judged)] == ["判决确认双方存在劳动关系"]
    assert found("judgement", judged) == []
    assert found("judgement", FACTS + "据此，判决确认双方存在劳动关系。") == []


def test_what_people_worry_about_is_asked_about_where_it_is_answered() -> None:
    worry = "“打官司要花钱，哪里打得起？”这是听得最多的一句话。"
    assert [one.words for one in found("worry", f"{worry}事实上，可以免费。")] == [
        "打官司要花钱，哪里打得起？"
    ]
    assert found("worry", f"{worry}大家都点头。") == []
    assert found("worry", "“老板要是不给，哪里打得起？”其实，可以免费。") == []


def test_what_people_often_say_is_asked_about_where_it_is_weighed() -> None:
    said = "人们常爱说一句话：上面千条线，下面一根针。"
    assert [one.words for one in found("proverb", f"{said}话是实话，却容易说偏。")] == [
        "上面千条线，下面一根针"
    ]
    assert found("proverb", f"{said}大家都点头。") == []
