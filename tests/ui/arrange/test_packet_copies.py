"""Copies of a packet: they keep its title on paper and are told apart in lists."""

from studydesk.ui.packets.packet_shelf import list_names

from .conftest import Desk


def test_packets_begun_on_one_day_have_titles_of_their_own(arranging: Desk) -> None:
    shelf, session = arranging.page.shelf, arranging.page.packet_panel.session
    shelf.create()
    first = session.title.text()
    shelf.create()
    assert session.title.text() == f"{first}（2）"
    assert session.title.selectedText() == session.title.text()


def test_a_copy_asks_for_a_title_and_is_told_apart_in_the_list(arranging: Desk) -> None:
    panel = arranging.page.packet_panel
    panel.chooser.click()
    panel.packets.duplicate()
    assert panel.session.title.hasSelectedText()
    names = list_names(arranging.page.shelf.summaries())
    assert len(set(names)) == len(names) == 2
    assert all(name.startswith("周五班组学习（") for name in names.values())
    panel.chooser.click()
    assert {panel.packets.list.item(row).toolTip() for row in range(2)} == set(names.values())
