"""What a paragraph begins with or comes to, and the rest of it bears out."""

import pytest

from studydesk.domain.passage import Passage
from studydesk.study.claims import claims
from studydesk.study.sentences import sentences

TOLD = (
    "火太小，煮不熟，人人慢吞吞，日子倒是安逸，真来了急活便抓瞎，谁都指望别人去添柴。"
    "火太大，糊了，天天喊冲刺，月月搞会战，人困马乏，怨气冲天，某钢铁厂就有过这样一回。"
)
CLAIM = "锅底下的火，火候最难拿捏"


def claimed(text: str) -> list[str]:
    return [one.words for one in claims(text, sentences(Passage("a-1", 0, len(text), text)))]


@pytest.mark.parametrize(
    "text",
    [f"{CLAIM}。{TOLD}好的班长都是好火夫。", f"愁不一样，帮的办法就不能一样。{TOLD}大家都说好。"],
)
def test_what_a_paragraph_begins_with_is_a_claim(text: str) -> None:
    assert claimed(text) == [text.partition("。")[0]]


def test_what_a_paragraph_comes_to_is_a_claim() -> None:
    assert claimed(f"好的班长都是好火夫。{TOLD}人心定了，腿脚才会稳。") == ["人心定了，腿脚才会稳"]


@pytest.mark.parametrize(
    "text",
    [
        f"{CLAIM}。大家都说好。",
        f"{CLAIM}。{TOLD.partition('某')[0]}人人都说难。",
        f"锅底下要有火，火候最难拿捏。{TOLD}大家都说好。",
        f"五、{CLAIM}。{TOLD}大家都说好。",
        f"{CLAIM}。\n{TOLD}",
        f"父亲有点失望，可火候最难拿捏。{TOLD}大家都说好。",
        f"竞赛要赛出精气神，火候最难拿捏。{TOLD}大家都说好。",
        f"聚焦强激励，持续做好人才的事。{TOLD}大家都说好。",
        f"他的锅底下的火，火候最难拿捏。{TOLD}大家都说好。",
        f"{CLAIM}。{TOLD}要坚持党的领导。",
        f"好的班长都是好火夫。{CLAIM}。{TOLD}",
    ],
    ids=[
        "too short",
        "nothing bears it out",
        "a demand",
        "numbered",
        "alone",
        "told",
        "a slogan",
        "a measure",
        "of somebody",
        "political",
        "in the middle",
    ],
)
def test_what_nothing_bears_out_or_only_tells_is_no_claim(text: str) -> None:
    assert claimed(text) == []
