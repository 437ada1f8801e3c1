"""From a search to the passage in the packet: where the keys go, and what is said of it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot
from tests.ui.current import open_packet

from studydesk.domain import edits
from studydesk.domain.packet import Guide, Packet, PageBreak, PassageItem, Question
from studydesk.library import Library, Picked
from studydesk.services.importing import import_paste
from studydesk.ui import theme
from studydesk.ui.desk import Desk
from studydesk.ui.main_window import MainWindow
from studydesk.ui.pages.pick import PickPage
from studydesk.ui.pick.packet_glance import words_of
from studydesk.ui.pick.picking import own_and_others
from studydesk.ui.words.item_kinds import entries


def type_search(pick: PickPage, qtbot: QtBot, words: str) -> None:
    """Type words into the search field and press Enter at once."""
    pick.browser.search.setText(words)
    with qtbot.waitSignal(pick.browser.article_entered):
        qtbot.keyClick(pick.browser.search, Qt.Key.Key_Return)


def paragraph(pick: PickPage) -> str:
    """The paragraph on which the keys are."""
    assert pick.article is not None
    start, end = pick.reader.text.paragraph()
    return pick.article.body[start:end]


# --- from the search to the paragraph --------------------------------------------------------


def test_enter_in_the_search_opens_the_best_hit_whatever_is_open(
    pick: PickPage, qtbot: QtBot
) -> None:
    type_search(pick, qtbot, "人工智能")
    best = pick.browser.list.articles.rows[0].article
    assert pick.article is not None
    assert pick.article.id == best.id
    assert "人工智能" in paragraph(pick)


def test_enter_in_the_search_and_enter_again_picks_the_paragraph_that_was_found(
    pick: PickPage, desk: Desk, qtbot: QtBot
) -> None:
    type_search(pick, qtbot, "人工智能")
    qtbot.keyClick(pick.reader.text, Qt.Key.Key_Return)
    assert "人工智能" in open_packet(desk).passages[0].text


def test_a_hit_in_the_article_that_is_open_is_gone_to(pick: PickPage, qtbot: QtBot) -> None:
    assert pick.article is not None
    words = pick.article.body_blocks[-1].text[:12]
    type_search(pick, qtbot, words)
    assert words in paragraph(pick)
    assert pick.reader.text.top > 0


def test_a_hit_far_down_in_the_first_paragraph_is_seen_as_the_article_opens(
    pick: PickPage, qtbot: QtBot
) -> None:
    assert pick.article is not None
    text = pick.reader.text
    start, end = text.paragraph()
    words = pick.article.body[start:end][-12:]
    text.set_size(40)
    text.setFixedHeight(160)
    type_search(pick, qtbot, words)
    caret = text.cursorRect(text._cursor(end - 12, end - 12))
    assert text.viewport().rect().contains(caret)


def hit_shown(pick: PickPage) -> str:
    """The words that are marked as the hit that was gone to, and where they stand."""
    accent = QColor(theme.colours(pick.reader.text.palette()).accent)
    marks = pick.reader.text.extraSelections()
    (cursor,) = (mark.cursor for mark in marks if mark.format.background().color() == accent)
    return f"{cursor.selectedText()} {cursor.selectionStart()}"


def test_the_keys_go_from_hit_to_hit_and_round(pick: PickPage, qtbot: QtBot) -> None:
    type_search(pick, qtbot, "发展")
    assert pick.article is not None
    count = pick.article.body.count("发展")
    seen = []
    for _ in range(count):
        pick.reader.text.step_hit(1)
        assert "发展" in paragraph(pick)
        seen.append(hit_shown(pick))
    assert len(set(seen)) == count > len({pick.reader.text.paragraph()})
    pick.reader.text.step_hit(1)
    assert hit_shown(pick) == seen[0]
    pick.reader.text.step_hit(-1)
    assert hit_shown(pick) == seen[-1]


# --- the same passage again ------------------------------------------------------------------


def test_a_passage_is_not_added_twice_but_shown(pick: PickPage, desk: Desk) -> None:
    pick.add_selection()
    pick.add_selection()
    assert len(open_packet(desk).items) == 1
    assert pick.reader.hint.sentence == "这一段已经在学习包里了：选段。"


def test_asking_about_a_picked_passage_adds_the_question_only(pick: PickPage, desk: Desk) -> None:
    pick.add_selection()
    pick.add_and_ask()
    assert [type(item) for item in open_packet(desk).items] == [PassageItem, Question]
    assert desk.page_id == "arrange"


def test_a_question_that_is_not_written_yet_is_gone_back_to(pick: PickPage, desk: Desk) -> None:
    pick.add_and_ask()
    pick.add_and_ask()
    assert len(open_packet(desk).questions) == 1


def test_a_further_question_follows_those_that_the_passage_has(
    pick: PickPage, desk: Desk, library: Library
) -> None:
    pick.add_selection()
    passage = open_packet(desk).items[0]
    asked, end = Question("为什么？"), Guide("完")
    desk.current.edit("备课", Packet("课", items=(passage, asked, end), id=open_packet(desk).id))
    pick.add_and_ask()
    kinds = [type(item) for item in open_packet(desk).items]
    assert kinds == [PassageItem, Question, Question, Guide]


def test_an_article_without_a_body_says_why_nothing_can_be_picked(
    pick: PickPage, desk: Desk, library: Library
) -> None:
    result = import_paste(library, "工会工作大有可为")
    pick.open_article(f"{result.source_id}-1")
    assert any("没有正文" in line.text() for line in pick.reader.findings.lines())
    pick.add_selection()
    assert pick.reader.hint.sentence == "这篇文章没有正文，不能选段。"
    assert not open_packet(desk).items


# --- where it goes ---------------------------------------------------------------------------


@pytest.fixture
def prepared(desk: Desk) -> Desk:
    """The packet has two notes."""
    items = (Guide("一", id="one"), Guide("二", id="two"))
    desk.current.edit("备课", Packet("周五班组学习", items=items, id=open_packet(desk).id))
    desk.current.set_place("")
    return desk


def order(desk: Desk) -> str:
    """The packet as letters: a passage is p."""
    return "".join(i.id[0] if isinstance(i, Guide) else "p" for i in open_packet(desk).items)


def test_passages_go_to_the_end_until_the_user_has_gone_somewhere(
    prepared: Desk, pick: PickPage
) -> None:
    pick.add_selection()
    assert order(prepared) == "otp"
    assert "末尾" in pick.reader.hint.sentence


def test_passages_go_after_the_item_that_was_marked_one_after_another(
    prepared: Desk, pick: PickPage, qtbot: QtBot
) -> None:
    glance = pick.glance.list
    place = glance.visualItemRect(glance.item(0)).center()
    qtbot.mouseClick(glance.viewport(), Qt.MouseButton.LeftButton, pos=place)
    pick.add_selection()
    qtbot.keyClick(pick.reader.text, Qt.Key.Key_Down)
    pick.add_selection()
    assert order(prepared) == "oppt"
    texts = [passage.start for passage in open_packet(prepared).passages]
    assert texts == sorted(texts)


def test_passages_go_after_the_item_that_was_gone_to_in_the_outline(
    prepared: Desk, pick: PickPage
) -> None:
    prepared.show_page("arrange")
    prepared.arrange.outline.select(["two"])
    prepared.arrange.outline.select(["one"])
    prepared.show_page("pick")
    pick.add_selection()
    assert order(prepared) == "opt"
    assert "导读之后" in pick.reader.hint.sentence


def test_a_passage_never_comes_between_another_and_its_question(
    pick: PickPage, desk: Desk, qtbot: QtBot
) -> None:
    pick.add_selection()
    first = open_packet(desk).items[0]
    asked, end = Question("为什么？"), Guide("完")
    desk.current.edit("备课", Packet("课", items=(first, asked, end), id=open_packet(desk).id))
    desk.current.set_place(first.id)
    qtbot.keyClick(pick.reader.text, Qt.Key.Key_Down)
    pick.add_selection()
    kinds = [type(item) for item in open_packet(desk).items]
    assert kinds == [PassageItem, Question, PassageItem, Guide]
    assert "思考题1之后" in pick.reader.hint.sentence


def test_what_is_picked_after_an_undo_goes_where_the_other_was(
    prepared: Desk, pick: PickPage
) -> None:
    prepared.current.set_place("one")
    pick.add_selection()
    prepared.current.history.undo()
    assert order(prepared) == "ot"
    pick.add_selection()
    assert order(prepared) == "opt"


def test_the_next_passage_goes_behind_the_one_that_an_undo_took_and_a_redo_brought_back(
    prepared: Desk, pick: PickPage, qtbot: QtBot
) -> None:
    pick.add_selection()
    qtbot.keyClick(pick.reader.text, Qt.Key.Key_Down)
    pick.add_selection()
    second = open_packet(prepared).items[-1].id
    prepared.undoing.undo()
    prepared.undoing.redo()
    assert prepared.current.place == second


def test_a_passage_goes_behind_the_last_one_after_work_at_the_guide_of_the_packet(
    prepared: Desk, pick: PickPage, qtbot: QtBot
) -> None:
    pick.add_selection()
    prepared.current.set_place("one")
    qtbot.keyClick(pick.reader.text, Qt.Key.Key_Down)
    pick.add_selection()
    assert order(prepared) == "otpp"
    texts = [passage.start for passage in open_packet(prepared).passages]
    assert texts == sorted(texts)


def test_what_is_unknown_of_a_source_is_filled_in_once_from_the_findings(
    pick: PickPage, desk: Desk, qtbot: QtBot
) -> None:
    pick.add_selection()
    qtbot.keyClick(pick.reader.text, Qt.Key.Key_Down)
    pick.add_selection()
    desk.show_page("arrange")
    findings = desk.arrange.handout_panel.findings
    desk.arrange.handout_panel.findings_button.setChecked(True)
    qtbot.waitUntil(findings.facts.isVisible, timeout=20_000)
    findings.facts.click()
    assert desk.page_id == "pick"
    form = pick.reader.form
    assert form.isVisible()
    form.newspaper.setText("工人日报")
    qtbot.keyClick(form.newspaper, Qt.Key.Key_Return)
    papers = [passage.citation.newspaper for passage in open_packet(desk).passages]
    assert papers == ["工人日报", "工人日报"]


def test_the_item_after_which_one_picks_is_current_on_both_pages(
    pick: PickPage, desk: Desk, qtbot: QtBot
) -> None:
    qtbot.keyClick(pick.reader.text, Qt.Key.Key_Return)
    desk.current.edit(
        "加", edits.append(open_packet(desk), Guide("一", id="one"), Guide("二", id="two"))
    )
    desk.pick.glance.list.setCurrentRow(len(open_packet(desk).items) - 2)
    assert desk.current.place == "one"
    assert desk.arrange.outline.current_id() == "one"
    desk.show_page("arrange")
    desk.current.history.undo()
    assert desk.current.place == desk.arrange.outline.current_id() != "one"
    desk.current.history.redo()
    assert desk.current.place == desk.arrange.outline.current_id()


def test_del_takes_the_marked_item_out_of_the_packet(
    pick: PickPage, qtbot: QtBot, desk: Desk
) -> None:
    pick.add_selection()
    glance = pick.glance.list
    glance.setFocus()
    qtbot.keyClick(glance, Qt.Key.Key_Delete)
    assert not open_packet(desk).items
    desk.undoing.undo()
    assert len(open_packet(desk).items) == 1


def test_the_right_button_stands_on_the_paragraph_and_offers_what_can_be_done(
    pick: PickPage, window: MainWindow, qtbot: QtBot
) -> None:
    window.resize(1280, 720)
    text = pick.reader.text
    first = text.paragraph()
    place = text.cursorRect().bottomLeft() + QPoint(40, 0)
    qtbot.keyClick(text, Qt.Key.Key_Down)
    assert text.paragraph() != first
    qtbot.mouseClick(text.viewport(), Qt.MouseButton.RightButton, pos=place)
    assert text.paragraph() == first
    offered = [action.data() for action in text.actions()]
    assert offered == ["add", "add-and-ask", "complete", "copy-cited"]


# --- the bar at the selection ----------------------------------------------------------------


def test_the_bar_goes_along_when_the_window_takes_another_size(
    pick: PickPage, window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.keyClick(pick.reader.text, Qt.Key.Key_Space)
    window.resize(1366, 768)
    bar, corner = pick.reader.bar, pick.reader.text.selection_corner()
    assert bar.pos() != QPoint()
    middle = bar.geometry().center().x()
    assert abs(middle - corner.x()) <= bar.width()
    assert abs(bar.y() - corner.y()) < 8 * bar.height()


# --- the packet at a glance ------------------------------------------------------------------


def test_the_glance_catches_up_when_it_is_seen_again(prepared: Desk, pick: PickPage) -> None:
    prepared.show_page("arrange")
    prepared.current.edit("备课", Packet("空", id=open_packet(prepared).id))
    assert pick.glance.list.count() == 2
    prepared.show_page("pick")
    assert pick.glance.list.count() == 0
    assert "空" in pick.glance.chooser.text()


def test_a_page_break_has_no_words_that_are_to_be_written() -> None:
    told = [words_of(entry) for entry in entries(Packet("课", items=(PageBreak(), Guide(""))))]
    assert told == ["后面另起一页", "（还没有写）"]


def test_what_other_packets_have_is_marked_apart() -> None:
    ours, other = Packet("甲", id="a"), Packet("乙", id="b")
    picked = [
        Picked(each.id, each.title, "item", n, n + 5, "班组学习啊"[n:] + "啊" * n)
        for n, each in enumerate((ours, other))
    ]
    body = "班组学习啊啊"
    assert own_and_others(picked, ours, body) == ([(0, 5)], [(1, 6)])
    assert own_and_others(picked, None, body) == ([], [(0, 5), (1, 6)])
    assert own_and_others(picked, ours, body[1:]) == ([], [])  # another text stands there
