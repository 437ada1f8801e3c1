"""整理: where sources were printed, for the one that is open and for many at once."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from tests.ui.tidy.conftest import Tidying

from studydesk.domain import edits
from studydesk.domain.article import Source, SourceKind
from studydesk.domain.packet import PassageItem
from studydesk.domain.passage import Passage
from studydesk.errors import DiskFull
from studydesk.ui.source_form import SourceForm
from studydesk.ui.tidy.source_chooser import SourceChooser
from studydesk.ui.tidy.source_model import ID


def fill(tidying: Tidying, newspaper: str, day: str, page: str) -> None:
    form = tidying.page.form
    assert form.isVisible()
    for field, words in ((form.newspaper, newspaper), (form.published, day), (form.page, page)):
        field.setText(words)
    QTest.keyClick(form.page, Qt.Key.Key_Return)
    tidying.packet.flush()


def test_the_head_tells_where_the_page_was_printed_and_asks(tidying: Tidying) -> None:
    head = tidying.page.head
    assert head.cite.text() == "填写出处…"
    head.cite.click()
    fill(tidying, "工人日报", "2026年11月2日", "第7版")
    assert head.chooser.text() == "工人日报 2026-11-02 第7版 ▾"
    source = tidying.library.source(tidying.source.id)
    assert (source.newspaper, source.published, source.page) == ("工人日报", date(2026, 11, 2), "7")
    tidying.put_caret("马璞")
    tidying.press("Delete")
    tidying.undo()
    assert head.cite.text() == "改出处…"
    assert head.chooser.text() == "工人日报 2026-11-02 第7版 ▾"


def test_a_page_that_is_a_date_is_doubted_at_once_and_taken_as_it_was_typed(
    tidying: Tidying,
) -> None:
    tidying.page.head.cite.click()
    form = tidying.page.form
    QTest.keyClicks(form.page, "2026-04-277")
    assert form._doubt.text() == "版次像是写错了，请核对。"
    QTest.keyClick(form.page, Qt.Key.Key_Return)
    assert tidying.library.source(tidying.source.id).page == "2026-04-277"
    tidying.page.head.cite.click()
    assert form._doubt.isVisible()
    form.page.setText("A3")
    assert not form._doubt.isVisible()


def test_a_wrong_date_is_told_of_until_it_is_right_whatever_the_page_is(tidying: Tidying) -> None:
    tidying.page.head.cite.click()
    form = tidying.page.form
    form.published.setText("2026-13-1")
    form._save_button.click()
    for page in ("2026-04-27", "3", "2026-04-27"):
        form.page.setText(page)
        assert form._doubt.text() == "没有2026年13月1日这一天。"
    form.published.setText("2026-3-1")
    assert form._doubt.text() == "版次像是写错了，请核对。"


def test_a_journal_is_asked_for_its_name_and_issue(tidying: Tidying) -> None:
    form, source = tidying.page.form, tidying.source
    form.edit(replace(source, kind=SourceKind.JOURNAL))
    assert [label.text() for label in form.findChildren(QLabel) if label.buddy()] == [
        "刊名",
        "日期",
        "期号和页码",
    ]
    assert form.page.accessibleName() == "期号和页码"
    form.edit(source)
    assert (form.page.accessibleName(), form.page.placeholderText()) == ("版次", "如 7")


def test_citations_of_the_packet_follow_and_all_is_undone(tidying: Tidying) -> None:
    undos = []
    tidying.page.undoable.connect(lambda deed: undos.append(deed.take_back))
    article, packet = tidying.recovery.articles[0], tidying.packet.packet
    assert packet is not None
    passage = Passage.pick(article, tidying.source, 0, 9)
    tidying.packet.edit("加入选段", edits.append(packet, PassageItem(passage)))
    tidying.page.head.cite.click()
    fill(tidying, "工人日报", "", "7")
    assert tidying.packet.packet is not None
    assert tidying.packet.packet.passages[0].citation.newspaper == "工人日报"
    undos[0]()
    assert tidying.packet.packet.passages[0].citation.newspaper == ""
    assert tidying.library.source(tidying.source.id).page == ""
    assert tidying.page.head.cite.text() == "填写出处…"


def test_a_page_of_which_nothing_is_known_is_called_by_its_first_title(tidying: Tidying) -> None:
    chooser = tidying.page.chooser
    title = next(article.title for article in tidying.recovery.articles if article.title)
    assert chooser.text()[:12] == title[:12]
    assert tidying.source.name in chooser.toolTip()
    tidying.qtbot.waitUntil(lambda: chooser.sources.rowCount() == 5)
    lines = [chooser.sources.index(row).data() for row in range(5)]
    assert any(line.startswith(title[:12]) for line in lines)
    assert max(line.index("　") for line in lines) <= 22
    assert not any(".txt" in line for line in lines)
    chooser.search.setText(tidying.source.name[:7])
    assert chooser.sources.rowCount() == 1


def test_facts_of_many_sources_are_one_deed_and_no_step_of_a_packet_without_them(
    tidying: Tidying,
) -> None:
    undos, history = [], tidying.packet.history
    tidying.page.undoable.connect(lambda deed: undos.append(deed.take_back))
    before = tidying.library.sources()
    tidying.page.facts.ask([source.id for source in before])
    fill(tidying, "工人日报", "", "")
    assert {source.newspaper for source in tidying.library.sources()} == {"工人日报"}
    assert (len(undos), history.count()) == (1, 0)
    undos[0]()
    assert tidying.library.sources() == before


def test_facts_are_taken_back_without_what_was_edited_later(tidying: Tidying) -> None:
    undos = []
    tidying.page.undoable.connect(lambda deed: undos.append(deed.take_back))
    tidying.page.head.cite.click()
    fill(tidying, "工人日报", "", "7")
    assert tidying.packet.packet is not None
    tidying.packet.edit("改名", edits.rename(tidying.packet.packet, "后来的题名"))
    undos[0]()
    assert tidying.packet.packet.title == "后来的题名"
    assert tidying.library.source(tidying.source.id).newspaper == ""


def test_facts_that_could_not_be_kept_are_not_offered_to_be_taken_back(
    tidying: Tidying, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise DiskFull(tidying.library.folder)

    keep = tidying.library.update_sources
    monkeypatch.setattr(tidying.library, "update_sources", refuse)
    undos: list[object] = []
    tidying.page.undoable.connect(lambda deed: undos.append(deed.take_back))
    tidying.page.head.cite.click()
    fill(tidying, "工人日报", "", "7")
    assert undos == []
    monkeypatch.setattr(tidying.library, "update_sources", keep)
    assert tidying.packet.flush()
    assert tidying.library.source(tidying.source.id).newspaper == "工人日报"


def tick(chooser: SourceChooser, row: int) -> None:
    index = chooser.sources.index(row)
    chooser.sources.setData(index, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)


def test_ticked_sources_are_asked_about_at_once(tidying: Tidying) -> None:
    chooser = tidying.page.chooser
    tidying.qtbot.waitUntil(lambda: chooser.sources.rowCount() == 5)
    assert not chooser.cite.isEnabled()
    for number in (0, 2):
        tick(chooser, number)
    assert chooser.cite.text() == "填写 2 个来源的出处…"
    chooser.cite.click()
    fill(tidying, "工人日报", "2026-11-02", "")
    known = [source.newspaper for source in tidying.library.sources()]
    assert known.count("工人日报") == 2


def test_a_click_on_a_box_ticks_and_elsewhere_chooses(tidying: Tidying) -> None:
    chooser = tidying.page.chooser
    tidying.qtbot.waitUntil(lambda: chooser.sources.rowCount() == 5)
    chosen: list[str] = []
    chooser.chosen.connect(chosen.append)
    index = chooser.sources.index(1)
    chooser.list.pressed.emit(index)
    tick(chooser, 1)
    chooser.list.clicked.emit(index)
    assert chosen == []
    chooser.list.pressed.emit(index)
    chooser.list.clicked.emit(index)
    assert chosen == [index.data(ID)]


def test_the_list_of_sources_is_narrowed_by_words_and_keeps_its_ticks(tidying: Tidying) -> None:
    chooser = tidying.page.chooser
    tidying.qtbot.waitUntil(lambda: chooser.sources.rowCount() == 5)
    tick(chooser, 3)
    ticked = chooser.sources.ticked
    chooser.search.setText("没有这样的来源")
    assert chooser.sources.rowCount() == 0
    assert not chooser.none.isHidden()
    chooser.search.setText("003 存疑")
    assert len(chooser.sources.stringList()) == 1
    assert "文件：003" in chooser.sources.index(0).data(Qt.ItemDataRole.ToolTipRole)
    assert chooser.list.currentIndex().row() == 0
    assert chooser.sources.ticked == ticked
    chooser.search.setText("")
    assert chooser.sources.index(3).data(Qt.ItemDataRole.CheckStateRole) is Qt.CheckState.Checked


def test_letters_alone_are_no_page_of_a_newspaper_and_are_not_taken(qtbot: QtBot) -> None:
    form, taken = SourceForm(), list[str]()
    qtbot.addWidget(form)
    form.saved.connect(lambda _newspaper, _published, page: taken.append(page))
    form.edit(Source("页.txt", "题", newspaper="工人日报", page="7"))
    form.page.setText("abc")
    form._save_button.click()
    assert taken == []
    assert form._doubt.text() == "版次写成 7、A3、3-4 这样。"
    form.settle()
    assert taken == ["7"]


@pytest.mark.parametrize("page", ["7", "A3", "3-4", "要闻", "1、4"])
def test_every_page_of_a_newspaper_is_taken(qtbot: QtBot, page: str) -> None:
    form, taken = SourceForm(), list[str]()
    qtbot.addWidget(form)
    form.saved.connect(lambda _newspaper, _published, typed: taken.append(typed))
    form.edit(Source("页.txt", "题", newspaper="工人日报"))
    form.page.setText(page)
    form._save_button.click()
    assert taken == [page]
