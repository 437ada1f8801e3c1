"""What somebody says, quoted without the sentences before it, and who says it."""

import pytest

from studydesk.study.sayings import may_be_passed_on, spoken
from studydesk.study.sentences import sentences

from .conftest import passage

TOLD = (
    "车底下装了高清相机，列车驶过，图片自动传上屏幕，系统用红框圈出可疑的地方。"
    "机器没圈出来的，谁也不看，那道裂纹就这样漏了过去，检车员用手电一照才知道。"
)
SAID = "机器帮人看，不能替人看"


def found(text: str) -> list[tuple[str, str]]:
    parts = sentences(passage(text))
    return [
        (parts[at].text[low:high], who)
        for at in range(len(parts))
        for low, high, who in spoken(parts, at)
        if may_be_passed_on(parts[at].text[low:high], parts, at)
    ]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("老师傅说：“记着，工具放好。机器帮人看，不能替人看。”", "老师傅"),
        ("“机器帮人看，不能替人看。”焊工孙德顺说。", "孙德顺"),
        ("“工具放好。”焊工孙德顺解释，“机器帮人看，不能替人看。”", "孙德顺"),
        ("老师傅说，机器帮人看，不能替人看。", "老师傅"),
        ("“工具放好。机器帮人看，不能替人看。”", ""),
        ("旁边走过两名工人，一位摇头说：“机器帮人看，不能替人看。”", "一位工人"),
        ("旁边有人走过，一位摇头说：“机器帮人看，不能替人看。”", ""),
    ],
)
def test_the_last_that_is_said_is_quoted_and_who_says_it_is_named(text: str, who: str) -> None:
    assert (SAID, who) in found(TOLD + text)


@pytest.mark.parametrize(
    "said",
    [
        "起身说：“机器帮人看，不能替人看。”",
        "总经理说：“机器帮人看，不能替人看。”",
        "老师傅说：“老板骗得了人，骗不了机器。”",
        "老师傅说：“他帮人看，不能替人看。”",
        "墙上写着“机器帮人看，不能替人看”。",
        "老师傅住院动了手术，他说：“机器帮人看，不能替人看。”",
    ],
    ids=["nobody's", "a manager's", "accusing", "of somebody", "said by nobody", "illness"],
)
def test_what_would_accuse_or_is_nobodys_to_look_into_is_not_quoted(said: str) -> None:
    assert found(TOLD + said) == []
