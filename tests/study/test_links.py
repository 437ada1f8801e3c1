"""What a text says and gives the reason, an instance or the outcome of."""

import pytest

from studydesk.domain.passage import Passage
from studydesk.study.find import Find
from studydesk.study.links import (
    changed,
    earlier,
    improvements,
    instances,
    reasons,
    remedies,
    settled,
)
from studydesk.study.sentences import sentences

FINDERS = {
    "because": reasons,
    "instance": instances,
    "earlier": earlier,
    "changed": changed,
    "ruled": changed,
    "remedy": remedies,
    "settled": settled,
    "improved": improvements,
}
MORE = "师傅每周来两个下午，专门替大家理清单子，一张一张对过去。"
CASES = {
    "because": (
        "发票样样齐全，却被指出问题。原因在于，没有活动方案，也没有参加人员的签名和会议记录。"
    ),
    "instance": (
        "手艺练到熟处，耳朵也会干活。比如，老罗敲一敲墙面，就听得出里面有没有空，十回里九回都准。"
    ),
    "earlier": "过去评级要到市里去考。一年只有一次。" + MORE + "现在在厂里就能评。",
    "changed": MORE + "第二年换了一种办法。" + MORE,
    "ruled": "从那以后立了规矩，" + MORE,
    "remedy": "开会的人凑不齐，夜班来不了。于是工会把会挪到交接班的时候，请两班的人到茶水间来议。",
}
CASES["settled"] = "争议最大的是缝头，两边各说各的。最后议定新、老机器分列。"
CASES["improved"] = "扫一条街要弯四百多次腰，老宋琢磨着改了一把长柄夹扫，现在全队都用上了。"
WORDS = {
    "settled": "争议最大的是缝头",
    "improved": "老宋琢磨着改了一把长柄夹扫",
    "because": "发票样样齐全，却被指出问题",
    "instance": "手艺练到熟处，耳朵也会干活",
    "earlier": "过去评级要到市里去考",
    "changed": "第二年换了一种办法",
    "ruled": "从那以后立了规矩",
    "remedy": "开会的人凑不齐，夜班来不了",
}


def found(structure: str, text: str) -> list[Find]:
    return list(FINDERS[structure](text, sentences(Passage("a-1", 0, len(text), text))))


@pytest.mark.parametrize("structure", CASES)
def test_what_is_linked_to_the_next_sentence_is_quoted_in_whole_clauses(structure: str) -> None:
    (one,) = found(structure, CASES[structure])
    assert (one.structure, one.words) == (structure, WORDS[structure])


@pytest.mark.parametrize("structure", CASES)
def test_without_what_follows_there_is_nothing_to_ask(structure: str) -> None:
    alone = f"{WORDS[structure]}。大家都知道。"
    assert found(structure, alone) == []


@pytest.mark.parametrize("structure", CASES)
def test_political_text_is_not_asked_about(structure: str) -> None:
    text = CASES[structure].replace(WORDS[structure], f"按党的部署，{WORDS[structure]}")
    assert found(structure, text) == []


def test_what_points_to_somebody_is_not_quoted_alone() -> None:
    assert found("earlier", CASES["earlier"].replace("评级", "他评级")) == []
    assert found("because", CASES["because"].replace("发票样样", "这些发票")) == []


def test_a_year_alone_is_no_change() -> None:
    text = CASES["earlier"]
    assert found("earlier", text)
    assert found("earlier", text.replace("现在在厂里就能评", "去年评了两回")) == []


def test_what_once_happened_is_no_instance() -> None:
    assert found("instance", CASES["instance"].replace("比如，", "有一年，")) == []
