"""What went wrong or was thought at first is asked for the way out of it, where the text tells."""

import pytest

from studydesk.study.sentences import sentences
from studydesk.study.suggestions import suggest
from studydesk.study.turnabouts import first_thoughts, troubles

from .conftest import passage

TELLS = "图板挂上墙，头一个月只有两个班组去填，别的班组嫌费工夫，笔都干了。"
DONE = "后来班组长开了个会，把要填的十一格改成三格，交班时顺手就填完了。"


def trouble(text: str) -> list[str]:
    return [one.words for one in troubles(text, sentences(passage(text)))]


def at_first(text: str) -> list[str]:
    return [one.words for one in first_thoughts(text, sentences(passage(text)))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"推行之初，我们也走过弯路。{TELLS}{DONE}", "推行之初，我们也走过弯路"),
        (f"当然，图板挂起来没有人看。{TELLS}{DONE}", "图板挂起来没有人看"),
        (f"焊工杜长河：图板有了，但我们有过教训。{TELLS}{DONE}", "图板有了，但我们有过教训"),
        (f"图板多了，管理也出了新问题。{TELLS}\n{DONE}", "图板多了，管理也出了新问题"),
    ],
)
def test_a_trouble_is_quoted_whole_where_the_way_out_of_it_is_told(text: str, words: str) -> None:
    assert trouble(text) == [words]
    assert f"“{words}”，后来是怎么办的？从文中找出来。" in [
        one.question.text for one in suggest(passage(text))
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"推行之初，我们也走过弯路。{TELLS}",
        f"推行之初，我们也走过弯路。\n{TELLS}\n{DONE}",
        f"目前图板还有不少问题。{TELLS}{DONE}",
        f"一是图板挂起来没有人看。{TELLS}{DONE}",
        f"越困难越要把图板挂好。{TELLS}{DONE}",
        f"这让他们碰了钉子。{TELLS}{DONE}",
        f"职工为拖欠工资的事碰了钉子。{TELLS}{DONE}",
        f"贯彻全会精神也会遇到阻力。{TELLS}{DONE}",
    ],
    ids=[
        "no way out",
        "too far",
        "not over",
        "of a row",
        "called for",
        "of whom",
        "quarrel",
        "party",
    ],
)
def test_a_trouble_without_an_end_or_not_for_a_workshop_is_not_asked_about(text: str) -> None:
    assert trouble(text) == []


def test_what_somebody_thought_at_first_is_asked_for_what_changed_it() -> None:
    text = f"徒弟小马起初嫌图板麻烦，直到有一回机器停了，他才照着上面的记号找到毛病。{TELLS}"
    assert at_first(text) == ["徒弟小马起初嫌图板麻烦"]
    assert "“徒弟小马起初嫌图板麻烦”，后来为什么变了？从文中找缘由。" in [
        one.question.text for one in suggest(passage(text))
    ]


@pytest.mark.parametrize(
    "text",
    [
        "徒弟小马起初嫌图板麻烦。师傅没有说话。",
        "他起初嫌图板麻烦，后来天天填。",
        "车间主任起初就这样想，后来天天填。",
    ],
    ids=["no change", "of whom", "thought what"],
)
def test_a_first_thought_needs_its_owner_and_its_end(text: str) -> None:
    assert at_first(text) == []


@pytest.mark.parametrize(
    "beside",
    [
        "小李确诊了癌症，夜班一时没有人来顶",
        "矿上一次瓦斯爆炸之后，图板挂起来没有人看",
        "老李因为带头罢了工，一时没有人肯用他",
    ],
)
def test_nothing_is_asked_beside_illness_an_accident_or_a_strike(beside: str) -> None:
    assert trouble(f"{beside}。{TELLS}{DONE}") == []


def test_what_somebody_with_an_office_thought_at_first_is_not_weighed() -> None:
    assert at_first("书记起初不同意班组自己排班，后来看了三个月的考勤才点头。") == []
