from collections import Counter
from collections.abc import Collection
from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from studydesk.domain import edits
from studydesk.domain.merging import merge
from studydesk.domain.packet import (
    Agenda,
    AgendaStep,
    Guide,
    Item,
    Packet,
    PageBreak,
    PassageItem,
    Question,
    Session,
)
from studydesk.domain.passage import Passage
from studydesk.domain.passage_names import as_quoted, names, numbered
from studydesk.domain.vouching import Kept

ITEMS = tuple(Guide(f"第{key}条", id=key) for key in "abcd")
MINE = Packet("周五学习", Session(host="李师傅"), ITEMS, id="friday")


def texts(packet: Packet) -> list[str]:
    return [getattr(item, "text", "") for item in packet.items]


def words(packet: Packet) -> Counter[Item]:
    return Counter(replace(item, id="") for item in packet.items)


def test_what_only_they_have_goes_where_they_have_it() -> None:
    theirs = edits.insert(MINE, 2, Guide("新的", id="new"))
    theirs = edits.insert(theirs, 0, Guide("最前", id="first"))
    assert texts(merge(MINE, theirs)) == ["最前", "第a条", "第b条", "新的", "第c条", "第d条"]


def test_what_only_i_have_stays() -> None:
    assert merge(MINE, edits.remove(MINE, {"b", "c"})) == MINE


def test_where_we_differ_both_stay() -> None:
    merged = merge(MINE, edits.change(MINE, Guide("第b条，改过", id="b")))
    assert texts(merged) == ["第a条", "第b条", "第b条，改过", "第c条", "第d条"]
    assert len({item.id for item in merged.items}) == 5


def test_empty_facts_are_filled_in_and_others_stay() -> None:
    theirs = replace(MINE, title="他们的", session=Session("一车间", date(2025, 11, 7), "", "王"))
    merged = merge(MINE, theirs)
    assert merged.title == "周五学习"
    assert merged.session == Session("一车间", date(2025, 11, 7), "", "李师傅")


def test_a_passage_at_another_place_is_the_same_passage() -> None:
    item = PassageItem(Passage("这里-1", 3, 7, "学习原文"), id="p")
    mine = replace(MINE, items=(item,))
    there = replace(item, passage=replace(item.passage, article_id="那里-2", start=0, end=4))
    assert merge(mine, replace(MINE, items=(there,))) == mine


def test_items_of_equal_words_are_told_apart() -> None:
    mine = replace(MINE, items=(PageBreak(id="1"),))
    came = (PageBreak(id="1"), Guide("甲", id="a"), PageBreak(id="2"), Guide("乙", id="b"))
    assert merge(mine, replace(MINE, items=came)).items == came


ANY = st.lists(
    st.tuples(st.sampled_from("abcdef"), st.sampled_from("甲乙")), unique_by=lambda i: i[0]
)


@given(ANY, ANY)
def test_nothing_of_either_is_lost_and_merging_again_changes_nothing(
    one: list[tuple[str, str]], other: list[tuple[str, str]]
) -> None:
    mine, theirs = (
        replace(MINE, items=tuple(Guide(text, id=key) for key, text in each))
        for each in (one, other)
    )
    merged = merge(mine, theirs)
    ids = [item.id for item in merged.items]
    assert words(merged) == words(mine) | words(theirs)
    assert len(set(ids)) == len(ids)
    kept = [item for item in merged.items if item in mine.items]
    assert tuple(kept) == mine.items
    assert merge(merged, theirs) == merged
    assert merge(mine, mine) == mine


def picked(key: str) -> PassageItem:
    return PassageItem(Passage("a", 0, 1, f"文{key}"), id=key)


def asking(text: str, *passages: str, key: str = "q") -> Packet:
    return replace(MINE, items=(*map(picked, passages), Guide(text, id=key)))


def test_a_passage_that_they_put_to_the_front_is_named_on() -> None:
    mine = asking("选段二说了什么？", "p", "r")
    theirs = edits.insert(mine, 0, picked("s"))
    assert merge(mine, theirs) == theirs


def test_their_question_names_their_passage() -> None:
    mine = asking("选段二说了什么？", "p", "r")
    came = Guide("看选段二，与选段四不同", id="n")
    theirs = replace(
        MINE, items=(picked("s"), came, *map(picked, "tp"), Guide("选段二说了什么？", id="q"))
    )
    merged = merge(mine, theirs)
    assert [item.text for item in merged.items if isinstance(item, Guide)] == [
        "看选段二，与选段〔已删〕不同",
        "选段四说了什么？",
        "选段二说了什么？",
    ]
    assert [item.id for item in numbered(merged)] == list("stpr")
    assert merge(merged, theirs) == merged


PASSAGES = ("文p", "文r", "说，文p，选段一。")
NAMING = (
    "选段一里",
    "选段二、三。",
    "选段4和选段一说的",
    "“文p，选段一”，选段〔已删〕、二",
    "没有",
)
STATES = st.lists(
    st.one_of(
        st.tuples(st.sampled_from("prst"), st.sampled_from(PASSAGES)),
        st.tuples(st.sampled_from("abcd"), st.sampled_from(NAMING)),
    ),
    max_size=7,
    unique_by=lambda item: item[0],
)


def state(items: list[tuple[str, str]]) -> Packet:
    made = (
        PassageItem(Passage("a", 0, 9, text), id=key) if key in "prst" else Guide(text, id=key)
        for key, text in items
    )
    return replace(MINE, items=tuple(made))


def named(packet: Packet, read: Collection[str]) -> Counter[tuple[str, ...]]:
    """The passages that each text names, of those that are there."""
    passages = [item.passage.text for item in numbered(packet)]
    numbers = ([name.number for name in names(text, read)] for text in texts(packet))
    return Counter(
        tuple(passages[number - 1] for number in each if number <= len(passages))
        for each in numbers
    )


@given(STATES, STATES)
def test_all_go_on_to_name_their_passages_and_merging_again_changes_nothing(
    one: list[tuple[str, str]], other: list[tuple[str, str]]
) -> None:
    mine, theirs = state(one), state(other)
    merged = merge(mine, theirs)
    assert merge(merged, theirs) == merge(merged, mine) == merged
    assert merge(mine, mine) == mine
    read = as_quoted(merged.passages)
    assert not (named(mine, read) | named(theirs, read)) - named(merged, read)


def test_what_they_let_stand_does_not_hold_for_words_that_they_never_saw() -> None:
    kept = Kept("P20", "a", "text", "错词", "王强", date(2026, 1, 1))
    theirs = replace(edits.change(MINE, Guide("他们的错词", id="a")), kept=(kept,))
    merged = merge(MINE, theirs)
    came = next(item for item in merged.items if item == Guide("他们的错词", id=item.id))
    assert merged.kept == (replace(kept, item_id=came.id),)
    assert came.id != "a"
    assert merge(merged, theirs) == merged


def test_what_they_let_stand_of_a_title_holds_for_that_title_alone() -> None:
    theirs = replace(MINE, kept=(Kept("P06", "", "title", "周五", "王强"),))
    assert merge(MINE, theirs).kept == theirs.kept
    assert merge(replace(MINE, title="另一周五"), theirs).kept == ()


def test_what_they_let_stand_comes_along_and_my_word_about_it_stays() -> None:
    both = Kept("P06", "a", "text", "二十四中全会", "王芳")
    mine = replace(MINE, kept=(both,))
    theirs = replace(MINE, kept=(replace(both, by="李强"), Kept("W02", "b", "text", "吗")))
    merged = merge(mine, theirs)
    assert {(kept.rule, kept.by) for kept in merged.kept} == {("P06", "王芳"), ("W02", "")}
    assert merge(merged, theirs) == merged


def test_one_agenda_stays_one_where_only_they_put_a_question_in() -> None:
    agenda = Agenda((AgendaStep("讨论：思考1、2", 5), AgendaStep("议：思考1至2", 5)), id="agenda")
    mine = Packet("课", items=(agenda, Question("甲？", id="甲"), Question("乙？", id="乙")))
    for at, said in ((1, "讨论：思考2、3|议：思考2至3"), (2, "讨论：思考1、3|议：思考1至3")):
        theirs = edits.insert(mine, at, Question("新？", id="新"))
        merged = merge(mine, theirs)
        assert [question.text for question in merged.questions] == [
            question.text for question in theirs.questions
        ]
        (left,) = merged.agendas
        assert "|".join(step.activity for step in left.steps) == said
        assert merge(merged, theirs) == merged


def test_one_agenda_stays_one_where_they_word_a_question_otherwise() -> None:
    agenda = Agenda((AgendaStep("讨论：思考2", 5),), id="agenda")
    mine = Packet("课", items=(agenda, Question("甲？", id="甲"), Question("乙？", id="乙")))
    merged = merge(mine, edits.change(mine, Question("乙是哪一句？", id="乙")))
    assert len(merged.agendas) == 1
    assert merged.agendas[0].steps == agenda.steps
