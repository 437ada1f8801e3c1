import pytest

from studydesk.domain.packet import (
    Action,
    Agenda,
    EditorNote,
    FacilitatorNote,
    FurtherReading,
    Goals,
    Guide,
    Item,
    Packet,
    PageBreak,
    PassageItem,
    Question,
    SectionHeading,
    Term,
)
from studydesk.domain.passage import Passage
from studydesk.domain.placing import picking_place, place_after


def passage(key: str) -> PassageItem:
    return PassageItem(Passage("版-1", 0, 4, "学习原文"), id=key)


ITEMS: tuple[Item, ...] = (
    SectionHeading("学原文", id="heading"),
    Goals("学会", id="goals"),
    passage("first"),
    EditorNote("按", id="note"),
    Question("问？", id="one"),
    Question("再问？", id="two"),
    Term("词", "义", id="term"),
    passage("second"),
    PageBreak(id="break"),
)
PACKET = Packet("课", items=ITEMS)


@pytest.mark.parametrize("after", ["first", "note", "one", "two", "term"])
def test_a_passage_goes_behind_all_that_belongs_to_the_one_before_it(after: str) -> None:
    assert PACKET.items[place_after(PACKET, after, passage("new"))].id == "second"


def test_a_passage_goes_behind_what_opens_the_section_of_a_heading() -> None:
    assert PACKET.items[place_after(PACKET, "heading", passage("new"))].id == "first"


def test_a_passage_goes_right_behind_one_of_which_nothing_was_asked() -> None:
    assert PACKET.items[place_after(PACKET, "second", passage("new"))].id == "break"


def test_a_passage_for_which_no_place_was_chosen_goes_behind_the_last_one() -> None:
    assert PACKET.items[place_after(PACKET, "", passage("new"))].id == "break"


def test_a_passage_is_picked_behind_the_last_one_where_one_worked_at_what_is_not_read() -> None:
    packet = Packet("课", items=(Guide("读", id="guide"), *ITEMS, Agenda((), id="agenda")))
    assert [picking_place(packet, each) for each in ("guide", "goals", "agenda")] == ["", "", ""]


@pytest.mark.parametrize("after", ["heading", "first", "two", "break"])
def test_a_passage_is_picked_behind_a_heading_a_passage_and_what_follows_one(after: str) -> None:
    assert picking_place(PACKET, after) == after


def test_the_first_passage_is_picked_where_one_worked() -> None:
    assert picking_place(Packet("课", items=(Goals("学会", id="goals"),)), "goals") == "goals"


@pytest.mark.parametrize(
    ("after", "place"), [("", "read"), ("goals", "read"), ("act", "read"), ("do", "do")]
)
def test_the_first_passage_is_picked_under_the_first_heading_but_at_another_that_is_marked(
    after: str, place: str
) -> None:
    headings = (SectionHeading("学原文", id="read"), SectionHeading("定一件事", id="do"))
    packet = Packet("课", items=(Goals("", id="goals"), *headings, Action("", id="act")))
    assert picking_place(packet, after) == place


@pytest.mark.parametrize(("after", "then"), [("guide", "talk"), ("ask", "ask"), ("", "ask")])
def test_the_first_passage_is_picked_at_the_guide_that_is_marked_and_over_a_question(
    after: str, then: str
) -> None:
    talk = (SectionHeading("思考与讨论", id="talk"), Question("问？", id="ask"))
    packet = Packet("课", items=(Guide("导读", id="guide"), *talk))
    place = place_after(packet, picking_place(packet, after), passage("new"))
    assert packet.items[place].id == then


def test_a_question_goes_behind_the_questions_of_its_passage() -> None:
    assert PACKET.items[place_after(PACKET, "first", Question(""))].id == "term"


def test_a_question_goes_right_behind_the_question_that_was_chosen() -> None:
    assert PACKET.items[place_after(PACKET, "one", Question(""))].id == "two"


def test_a_guide_goes_to_the_top_of_its_section() -> None:
    assert PACKET.items[place_after(PACKET, "two", Guide(""))].id == "goals"


def test_a_guide_goes_to_the_top_of_a_packet_without_sections() -> None:
    assert place_after(Packet("课", items=ITEMS[2:]), "two", Guide("")) == 0


@pytest.mark.parametrize("item", [passage("new"), Question(""), Guide(""), PageBreak()])
def test_whatever_is_new_goes_into_an_empty_packet(item: Item) -> None:
    assert place_after(Packet("课"), "", item) == 0


def test_what_is_not_about_a_passage_goes_right_behind_what_was_chosen() -> None:
    assert PACKET.items[place_after(PACKET, "first", PageBreak())].id == "note"


@pytest.mark.parametrize("after", ["", "first", "break"])
def test_goals_and_an_agenda_go_to_the_top_wherever_one_works(after: str) -> None:
    assert place_after(PACKET, after, Agenda(())) == 0
    opened = Packet("课", items=(Goals("学会"), Agenda((), id="plan"), *ITEMS))
    assert place_after(opened, after, Agenda(())) == 2
    assert place_after(opened, after, Goals("再学")) == 1


@pytest.mark.parametrize("after", ["", "heading", "goals", "first", "two"])
def test_what_a_packet_ends_with_goes_to_its_end(after: str) -> None:
    assert place_after(PACKET, after, Action("")) == len(ITEMS)
    ended = Packet("课", items=(*ITEMS, FurtherReading("书", id="more")))
    assert place_after(ended, after, Action("")) == len(ITEMS)
    assert place_after(ended, after, FurtherReading("")) == len(ITEMS) + 1


def test_what_a_packet_ends_with_goes_where_one_works_behind_the_reading() -> None:
    ended = Packet("课", items=(*ITEMS, SectionHeading("定一件事", id="own"), Guide("另")))
    assert place_after(ended, "own", Action("")) == len(ITEMS) + 1
    twice = Packet("课", items=(Action("", id="act"), *ITEMS))
    assert place_after(twice, "act", Action("")) == 1


def test_the_first_passage_goes_before_what_ends_the_session() -> None:
    items = (
        Agenda(()),
        SectionHeading("学原文"),
        Guide("导读"),
        SectionHeading("定一件事"),
        Action("一件事"),
        FacilitatorNote("备用"),
    )
    assert place_after(Packet("新", items=items), "", passage("new")) == 3


@pytest.mark.parametrize("items", [(), (Action(""),), (FacilitatorNote("话"),)])
def test_the_first_passage_goes_into_a_packet_of_next_to_nothing(items: tuple[Item, ...]) -> None:
    packet = Packet("新", items=items)
    assert place_after(packet, "", passage("new")) in {0, len(items)}
