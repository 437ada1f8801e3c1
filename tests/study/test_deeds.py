"""What others did is taken to the own work, where it was well done and a group can do it, too."""

import re

import pytest

from studydesk.domain.packet import QuestionKind
from studydesk.study.deeds import deeds
from studydesk.study.sentences import sentences
from studydesk.study.suggestions import suggest

from .conftest import passage

TOLD = (
    "夜班的人少走了弯路，白班的人也说好。"
    "班组里头几天有人嫌烦，过了半个月就都习惯了，还有人来问是谁想出来的。"
)


def words(text: str) -> list[str]:
    return [find.words for find in deeds(text, sentences(passage(text)))]


@pytest.mark.parametrize(
    ("line", "deed"),
    [
        ("小孙提出把扳手架从门后挪到机台边，一天少走许多路。", "把扳手架从门后挪到机台边"),
        ("后来改了规矩，交接班时每人说一条，当场记下。", "交接班时每人说一条"),
        ("工会在宿舍楼下办起夜间修补摊，谁都能来。", "办起夜间修补摊"),
        ("徒弟们用手机拍下装配步骤，存在班组的电脑上。", "用手机拍下装配步骤"),
    ],
)
def test_what_was_done_and_can_be_done_elsewhere_is_found(line: str, deed: str) -> None:
    assert words(f"{line}{TOLD}") == [deed]


@pytest.mark.parametrize(
    "line",
    [
        "有的车间把记录写在墙上，没有人看。",
        "不能把扳手架挪到门后，夜里看不见。",
        "工会把温暖送到职工心坎上，人人都感动。",
        "工会建立长效机制，人人都满意。",
        "他把图纸交到我手里，我看了很久。",
        "要把工会小组建在站点上，人人都方便。",
        "如果把扳手架挪到机台边，会不会好一些？",
        "总书记要求把课堂搬到车间里，让工人就近听。",
    ],
    ids=[
        *(
            "ill done",
            "denied",
            "a figure",
            "abstract",
            "whose",
            "within a word",
            "asked",
            "a leader",
        ),
    ],
)
def test_what_was_ill_done_or_nobody_can_set_about_is_none(line: str) -> None:
    assert words(f"{line}{TOLD}") == []


def test_a_deed_that_nothing_more_is_told_of_is_none() -> None:
    assert words("小孙提出把扳手架从门后挪到机台边。大家都说好。") == []


def test_a_story_is_asked_about_and_led_to_the_own_work() -> None:
    texts = (
        f"那天{mate}提出，把扳手架从门后挪到机台边。{TOLD}" for mate in ("小孙", "老李", "焊工")
    )
    kinds = {one.question.kind for text in texts for one in suggest(passage(text))}
    assert QuestionKind.UNDERSTAND in kinds
    assert kinds & {QuestionKind.CONNECT, QuestionKind.ACT}


def test_only_what_has_been_done_is_asked_how_it_went() -> None:
    text = f"夜里拿工具要走远路。班组可以把扳手架从门后挪到机台边。{TOLD}"
    asked = [one.question.text for one in suggest(passage(text)) if one.structure == "deed"]
    assert asked
    assert not [one for one in asked if re.search("前后", one)]
