"""Copies of a packet, and packets with one title: how they are told apart."""

from dataclasses import replace

from studydesk.ui.packets.packet_shelf import list_names

from .conftest import Desk


def test_packets_begun_on_one_day_have_titles_of_their_own(arranging: Desk) -> None:
    shelf, session = arranging.page.shelf, arranging.page.packet_panel.session
    shelf.create()
    first = session.title.text()
    shelf.create()
    assert session.title.text() == f"{first}（2）"
    assert session.title.selectedText() == session.title.text()


def test_a_copy_is_named_as_one_and_asks_for_a_title(arranging: Desk) -> None:
    panel = arranging.page.packet_panel
    for title in ("周五班组学习（副本）", "周五班组学习（副本）（2）"):
        arranging.page.shelf.duplicate("friday")
        assert arranging.packet.title == title
        assert panel.session.title.selectedText() == title


def test_a_copy_of_a_copy_is_named_as_another_of_the_same(arranging: Desk) -> None:
    shelf = arranging.page.shelf
    titles = []
    for _ in range(3):
        shelf.duplicate(arranging.packet.id)
        titles.append(arranging.packet.title)
    assert titles == [f"周五班组学习（副本）{number}" for number in ("", "（2）", "（3）")]


def test_packets_with_one_title_are_told_apart_in_the_list(arranging: Desk) -> None:
    panel = arranging.page.packet_panel
    for other in ("second", "third"):
        arranging.library.save_packet(replace(arranging.packet, id=other))
    names = list_names(arranging.page.shelf.summaries())
    assert len(set(names.values())) == len(names) == 3
    assert all(name.startswith("周五班组学习（") for name in names.values())
    panel.chooser.click()
    assert {panel.packets.list.item(row).toolTip() for row in range(3)} == set(names.values())
