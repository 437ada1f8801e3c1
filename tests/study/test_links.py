"""What a text says and then goes on from."""

import pytest

from studydesk.domain.passage import Passage
from studydesk.study.find import Find
from studydesk.study.links import earlier, minded, rules
from studydesk.study.sentences import sentences

FINDERS = {"earlier": earlier, "ruled": rules, "minded": minded}
MORE = "师傅每周来两个下午，专门替大家理清单子，一张一张对过去。"
CASES = {
    "earlier": "过去评级要到市里去考。一年只有一次。" + MORE + "现在在厂里就能评。",
    "ruled": "从那以后立了规矩，" + MORE,
}
WORDS = {
    "earlier": "过去评级要到市里去考",
    "ruled": "从那以后立了规矩",
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


def test_a_year_alone_is_no_change() -> None:
    text = CASES["earlier"]
    assert found("earlier", text)
    assert found("earlier", text.replace("现在在厂里就能评", "去年评了两回")) == []


@pytest.mark.parametrize("made", ["立了一条规矩", "立下规矩", "定下规矩", "定了个规矩"])
def test_a_rule_is_made_in_several_ways(made: str) -> None:
    assert [one.words for one in found("ruled", f"班里后来{made}。{MORE}")] == [f"班里后来{made}"]


def test_a_rule_is_quoted_without_what_leads_to_it_and_not_where_it_is_ones_own() -> None:
    (one,) = found("ruled", f"所以班里立了一条规矩。{MORE}")
    assert one.words == "班里立了一条规矩"
    assert found("ruled", f"所以我给自己立了一条规矩。{MORE}") == []
    assert found("ruled", f"后来几年我给自己立了一条规矩。{MORE}") == []


def test_a_rule_that_stands_right_behind_is_asked_for_its_reason() -> None:
    (brief,) = found("ruled", f"班里立了一条规矩，单子不过夜。{MORE}")
    (long,) = found("ruled", f"班里立了一条规矩。{MORE}")
    assert ("brief" in brief.more, "told" in long.more) == (True, True)


BEFORE = (
    "那年冬天，一台老机床修好两天又停了，师傅没有骂人，"
    "只让大家把原因一条条写在黑板上，写了满满一面，再一条条去试。"
)


def test_what_somebody_minds_most_is_asked_for_its_reason() -> None:
    text = f"孟工最怕的就是半夜一个人当班。{BEFORE}"
    assert [one.words for one in found("minded", text)] == ["孟工最怕的就是半夜一个人当班"]
    assert found("minded", "孟工最怕的就是半夜一个人当班。大家都知道。") == []
    assert found("minded", f"他最怕的就是半夜一个人当班。{BEFORE}") == []
