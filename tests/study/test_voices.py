"""What people say in a text, what it answers them, and what a court found."""

import pytest

from studydesk.domain.passage import Passage
from studydesk.study.find import Find
from studydesk.study.sentences import sentences
from studydesk.study.voices import judgements, proverbs, views, voices, worries

TOLD = "新标准量出来不差。设备还是漏。"
FACTS = "小甲在站点上班，每天开早会，着统一服装，拒单要罚款，请假要站长批准，报酬由公司按月发放。"


def found(finder: str, text: str) -> list[Find]:
    finders = {"voice": voices, "view": views, "judgement": judgements}
    finders |= {"worry": worries, "proverb": proverbs}
    return list(finders[finder](text, sentences(Passage("a-1", 0, len(text), text))))


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("老师傅坦言：“标准是给纸看的，设备是给人用的。”", "老师傅"),
        ("一位焊工感慨：“标准是给纸看的，设备是给人用的。”", "焊工"),
        ("“标准是给纸看的，设备是给人用的。”他说。", "有人"),
        ("“标准是给纸看的，设备是给人用的。”正在换班的焊工刘福生说。", "焊工刘福生"),
    ],
)
def test_who_says_something_is_named_as_the_text_does(text: str, who: str) -> None:
    (voice,) = found("voice", TOLD + text)
    assert voice.more["who"] == who


@pytest.mark.parametrize(
    "text",
    [
        "老师傅说：“标准是给纸看的，设备是给人用的。”",
        TOLD + "总经理说：“标准是给纸看的，设备是给人用的。”",
        TOLD + "老师傅说：“他们是给纸看的，我们是给人用的。”",
        TOLD + "墙上写着“标准是给纸看的，设备是给人用的。”",
    ],
    ids=["nothing beside it", "a manager's", "about others", "said by nobody"],
)
def test_what_nothing_explains_or_no_worker_says_is_no_voice(text: str) -> None:
    assert found("voice", text) == []


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


SAID = "“标准是给纸看的，设备是给人用的。”老师傅说。"


@pytest.mark.parametrize(
    "text",
    [
        "新标准量出来合格。设备换了三台。" + SAID,
        "新标准量出来不差。设备还是漏。工友住院了，" + SAID,
        "她到了更年期。新标准量出来不差。设备还是漏。" + SAID,
        TOLD + "“说出来怕人笑话，更怕丢了岗位。”老师傅说。",
    ],
    ids=["no reason beside it", "illness", "health", "its own reason"],
)
def test_what_has_no_reason_beside_it_or_is_private_is_no_voice(text: str) -> None:
    assert found("voice", text) == []


def test_the_point_of_what_is_said_is_asked_about() -> None:
    text = TOLD + "“面下肚就有精神，更要紧的是，大伙端着碗说说心里话。”孙德顺说。"
    assert [one.words for one in found("voice", text)] == ["大伙端着碗说说心里话"]


def test_a_point_outside_the_words_silences_them() -> None:
    text = TOLD + "“一碗热面下肚，人就精神了。更要紧的是，大伙端着碗说说话，谁家里有事。”孙德顺说。"
    assert "一碗热面下肚，人就精神了" not in [one.words for one in found("voice", text)]


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
