"""It is said where a citation is filled in what else follows it, and only what does."""

from dataclasses import replace

import pytest
from PySide6.QtTest import QTest

from studydesk.domain import edits
from studydesk.domain.packet import Packet, PassageItem
from studydesk.library import Library
from studydesk.services.citing import SourceFacts, cite
from studydesk.ui.arrange.editors.passage import PassageEditor
from studydesk.ui.arrange.shared_source import sharing

from .conftest import Desk


def form_of(desk: Desk, item_id: str = "passage") -> PassageEditor:
    desk.page.show_item(item_id)
    editor = desk.page.item_panel.editor
    assert isinstance(editor, PassageEditor)
    return editor


def told(desk: Desk) -> str:
    """What is said in the editor that is open."""
    editor = desk.page.item_panel.editor
    assert isinstance(editor, PassageEditor)
    line = editor.citation.sharing
    assert line.isHidden() == (not line.text())
    return line.text()


def add_passage(desk: Desk, article: str) -> None:
    """Put in a passage of another article, by the end of its id, or of the same one."""
    source_id = desk.packet.passages[0].article_id.rpartition("-")[0]
    passage = replace(
        desk.packet.passages[0], article_id=f"{source_id}-{article}", start=0, end=2, text="工匠"
    )
    item = PassageItem(passage, id=f"of {article}")
    desk.current.edit("加入选段", edits.append(desk.packet, item))


def save_quoting(desk: Desk, *titles: str) -> None:
    """Let other packets quote what this one does."""
    for title in titles:
        desk.library.save_packet(Packet(title, items=desk.packet.items, id=title))


def test_what_follows_a_citation_is_said_where_that_is_filled_in(arranging: Desk) -> None:
    form_of(arranging)
    assert told(arranging) == ""
    save_quoting(arranging, "甲份", "乙份")
    for article in ("1", "2"):
        add_passage(arranging, article)
    form_of(arranging, "of 1")
    assert told(arranging) == (
        "同一篇的另 1 段一起改；同一来源的另 1 段、学习包“乙份”等 2 份跟着改，"
        "题名、作者和别的学习包另写的不动。"
    )


def test_of_one_article_all_is_one_and_of_another_title_and_authors_stay(arranging: Desk) -> None:
    assert sharing(2, 0, ()) == "同一篇的另 2 段一起改。"
    assert sharing(0, 1, ()) == "同一来源的另 1 段跟着改，题名、作者不动。"
    for article in ("1", "2"):
        add_passage(arranging, article)
    first = arranging.packet.passages[0]
    record = SourceFacts(first.article_id.rpartition("-")[0], "", None, "")
    anew = replace(first.citation, title="新题", authors=("乙",), newspaper="工人日报")
    after = cite(arranging.packet, first.article_id, anew, record).packet
    alike, other = (each.citation for each in after.passages[1:])
    assert alike == anew
    assert other == replace(first.citation, newspaper="工人日报")


def test_nothing_is_promised_of_a_source_that_is_not_in_the_library(arranging: Desk) -> None:
    save_quoting(arranging, "甲份")
    add_passage(arranging, "2")
    arranging.library.delete_article(arranging.packet.passages[0].article_id)
    form_of(arranging)
    assert told(arranging) == ""


@pytest.mark.parametrize("article_id", ["a", ""])
def test_nothing_is_said_of_an_article_without_a_source(arranging: Desk, article_id: str) -> None:
    (passage,) = arranging.packet.passages
    item = PassageItem(replace(passage, article_id=article_id), id="strange")
    arranging.current.edit("加入选段", edits.append(arranging.packet, item))
    form_of(arranging, "strange")
    assert told(arranging) == ""


def test_a_packet_that_is_deleted_follows_no_more(arranging: Desk) -> None:
    save_quoting(arranging, "甲份")
    form_of(arranging)
    assert "甲份" in told(arranging)
    arranging.page.shelf.delete("甲份")
    assert told(arranging) == ""


def test_a_packet_is_called_as_it_is_named_by_now(arranging: Desk) -> None:
    quoting = [replace(each, id=f"other {each.id}") for each in arranging.packet.items[:3]]
    arranging.library.save_packet(Packet("甲份", items=tuple(quoting), id="other"))
    form_of(arranging)
    arranging.page.shelf.open("other")
    arranging.current.edit("改名", replace(arranging.packet, title="第二份"))
    arranging.page.shelf.open("friday")
    form_of(arranging)
    assert "学习包“第二份”跟着改" in told(arranging)


def test_what_happened_on_another_page_is_known_when_this_one_is_shown_again(
    arranging: Desk,
) -> None:
    save_quoting(arranging, "甲份")
    form_of(arranging)
    arranging.page.hide()
    arranging.library.delete_article(arranging.packet.passages[0].article_id)
    arranging.page.show()
    assert told(arranging) == ""


def test_the_library_is_asked_what_follows_a_citation_as_it_is_shown_and_not_as_one_types(
    arranging: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = form_of(arranging).citation
    monkeypatch.setattr(Library, "citing", lambda *_: pytest.fail("a key has to wait"))
    QTest.keyClicks(form.page, "12")
    assert arranging.packet.passages[0].citation.page.endswith("12")
