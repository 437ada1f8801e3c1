"""The window in every state worth looking at, one after the other, on a library of its own."""

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from tests.sheet_states import sheet_states

from studydesk.domain import edits
from studydesk.domain.article import Article, Block, BlockKind, Span
from studydesk.domain.packet import (
    ITEM_KINDS,
    Agenda,
    Guide,
    Packet,
    PassageItem,
    Question,
    Session,
)
from studydesk.errors import LibraryReadOnly
from studydesk.handout.model import Edition
from studydesk.library import Library
from studydesk.services import starting
from studydesk.services.packs import open_pack, save_pack
from studydesk.services.reattaching import Change
from studydesk.ui.desk import Desk
from studydesk.ui.main_window import MainWindow
from studydesk.ui.settings import Settings
from studydesk.ui.theme import Appearance
from studydesk.ui.words import messages
from studydesk.ui.words.article_row import ArticleRow

State = tuple[str, QWidget]
"""Its name, and what to look at: the window, or a sheet or a list in front of it."""

_LONG = Session(minutes=480)

LONG_TITLE = "在深入实施创新驱动发展战略中充分发挥工人阶级主力军作用" * 2 + "四个字也"


class Studio:
    """A window on a starter library in `home`."""

    def __init__(self, home: Path, appearance: Appearance, size: QSize, pause: int = 50) -> None:
        """`pause` is how many milliseconds a state is given to settle, at least."""
        self.home, self._pause = home, pause
        self.window = MainWindow(Settings(home / "window.json"), appearance)
        self.window.setMinimumSize(size)
        self.window.resize(size)
        self.window.show()
        self.library = starting.open_library(home / "资料库")
        self.window.enter(self.library)
        self.window.setMinimumSize(size)
        self.window.resize(size)
        self.settle()

    @property
    def desk(self) -> Desk:
        """What stands in the window."""
        assert self.window.desk is not None
        return self.window.desk

    @property
    def packet(self) -> Packet:
        """The packet that is open."""
        assert self.desk.current.packet is not None
        return self.desk.current.packet

    def settle(self) -> None:
        """Wait until nothing is under way and everything is painted."""
        QTest.qWait(self._pause)
        until = time.monotonic() + 60
        while self.window.jobs.busy and time.monotonic() < until:
            QTest.qWait(20)
        QTest.qWait(self._pause)
        for _ in range(2):  # words that come late on a slow machine, and then their room
            QApplication.sendPostedEvents()

    def press(self, *keys: str) -> None:
        """Press keys in the reader."""
        for key in keys:
            QTest.keySequence(self.desk.pick.reader.text, QKeySequence(key))

    def search(self, words: str) -> None:
        """Search, and wait for the answer."""
        self.desk.pick.browser.search.setText(words)
        self.settle()

    def at(self, name: str) -> State:
        """The window as it is now."""
        self.settle()
        return name, self.window

    def front(self, name: str, sheet: QWidget) -> Iterator[State]:
        """A sheet or menu that is shown for a moment."""
        if isinstance(sheet, QMenu):
            sheet.aboutToShow.emit()  # some are filled then
        sheet.show()
        self.settle()
        yield name, sheet
        sheet.close()

    def open_packet(self, packet: Packet) -> None:
        """Keep a packet and make it the current one."""
        self.library.save_packet(packet)
        self.desk.shelf.open(packet.id)


def main_states(studio: Studio) -> Iterator[State]:
    """The states of a usual day."""
    desk, pick = studio.desk, studio.desk.pick
    desk.show_page("arrange")
    yield from _touring(studio)
    yield studio.at("arrange-sample")
    desk.show_page("pick")
    pick.open_article(studio.library.articles()[0].id)
    yield studio.at("pick-reading")
    studio.press("Down", "Space")
    yield studio.at("pick-selection")
    studio.press("Return")
    yield studio.at("pick-just-added")
    studio.search("工匠精神")
    pick.browser.list.select(pick.browser.list.articles.rows[0].article.id)
    yield studio.at("pick-search")
    yield from _arranging(studio)
    yield from _tidying(studio)


def all_states(studio: Studio) -> Iterator[State]:
    """Every state, the rare ones too; the window has another library in the end."""
    yield from main_states(studio)
    yield from _picking(studio)
    yield from _importing(studio)
    yield from _packets(studio)
    yield from sheet_states(studio)
    yield from _libraries(studio)


def _touring(studio: Studio) -> Iterator[State]:
    """The first start: the tour alone, and beside all that can be opened there."""
    arrange = studio.desk.arrange
    handout, facts = arrange.handout_panel, arrange.packet_panel.session.facts
    yield studio.at("arrange-tour")
    handout.findings_button.setChecked(True)
    yield studio.at("arrange-tour-findings")
    facts.setChecked(True)
    handout.export_panel.set_folder(studio.home)
    handout.export_button.setChecked(True)
    yield studio.at("arrange-tour-export")
    handout.export_panel.start()
    yield studio.at("arrange-tour-exported")
    facts.setChecked(False)
    handout.export_button.setChecked(False)
    arrange.tour.never.click()


def _arranging(studio: Studio) -> Iterator[State]:
    """编排: an editor of each kind, what is offered, what was found, how it is exported."""
    desk, arrange = studio.desk, studio.desk.arrange
    handout, before = arrange.handout_panel, studio.packet
    desk.show_page("arrange")
    for name, kind in ITEM_KINDS.items():
        if not any(type(item) is kind for item in before.items):
            arrange.insert_item(name)
    for name, kind in ITEM_KINDS.items():
        item = next(item for item in studio.packet.items if type(item) is kind)
        arrange.show_item(item.id)
        yield studio.at(f"arrange-item-{name}")
    passage = next(item for item in studio.packet.items if isinstance(item, PassageItem))
    arrange.show_item(passage.id)
    for number, (group, button) in enumerate(arrange.offering.panel.buttons.items(), 1):
        if not button.isHidden():
            arrange.offering.panel.open(group)
            yield studio.at(f"arrange-offers-{number}")
    arrange.offering.panel.left.emit()
    handout.findings_button.setChecked(True)
    yield studio.at("arrange-findings")
    yield from studio.front("menu-signing", handout.findings.signing.menu())
    yield from studio.front("menu-rules", handout.findings.settling.rules.menu())
    handout.findings_button.setChecked(False)
    arrange.packet_panel.session.facts.setChecked(True)
    yield studio.at("arrange-session")
    arrange.packet_panel.session.facts.setChecked(False)
    arrange.packet_panel.chooser.setChecked(True)
    yield studio.at("arrange-packets")
    arrange.packet_panel.show_outline()
    yield from _exporting(studio)
    studio.open_packet(before)


def _exporting(studio: Studio) -> Iterator[State]:
    """The choices of an export, its menus, what was written, and the sheet for the editor."""
    handout = studio.desk.arrange.handout_panel
    panel = handout.export_panel
    panel.set_folder(studio.home / "给各班组打印的学习资料" / "十一月" / "第四周")
    panel.folder.mkdir(parents=True)
    studio.desk.export()
    yield studio.at("arrange-export")
    for name, button in (
        ("names", panel.names),
        ("groups", panel.groups),
        ("presets", panel.presets),
        ("parts", panel.parts),
    ):
        yield from studio.front(f"menu-{name}", button.menu())
    panel.start()
    yield studio.at("arrange-exported")
    handout.export_button.setChecked(False)
    for edition in Edition:
        handout.preview.show_edition(edition)
        yield studio.at(f"arrange-edition-{edition.name.lower()}")
    handout.preview.show_edition(Edition.PARTICIPANT)


def _tidying(studio: Studio) -> Iterator[State]:
    """整理: the interleaved page as it comes, at a problem, and while it is put right."""
    desk, tidy = studio.desk, studio.desk.tidy
    desk.tidy_source(studio.library.sources()[4].id)
    yield studio.at("tidy-interleaved")
    for _ in range(4):
        tidy.strip.step(1)
    yield studio.at("tidy-problem")
    tidy.articles.choose_rows([row.at for row in list(tidy.articles.rows)[-28:-24]])
    yield studio.at("tidy-several-blocks")
    tidy.commands.moves.cut()
    yield studio.at("tidy-carried")
    tidy.commands.moves.let_go()
    tidy.articles.go_to_row(3)
    tidy.commands.words.correct()
    yield studio.at("tidy-words")
    tidy.words.close_field()
    tidy.commands.blocks.aside()
    yield studio.at("tidy-step")
    before = studio.packet.passages[0]
    after = replace(before, text=before.text.replace("，", "、", 1))
    desk.flush()  # what is kept asks about its own passages
    studio.settle()
    tidy.changed_passages.ask([Change(studio.packet.id, LONG_TITLE, "", before, after)])
    yield studio.at("tidy-changed-passage")
    tidy.changed_passages.ask(())
    tidy.facts.ask([source.id for source in studio.library.sources()[:3]])
    yield studio.at("tidy-source-form")
    tidy.form.hide()
    tidy.chooser.open_list()
    studio.settle()
    yield "tidy-sources", tidy.chooser.popup
    tidy.chooser.popup.hide()
    desk.show_page("pick")


def _picking(studio: Studio) -> Iterator[State]:
    """选材: nothing found, much doubtful, forms, tags, related paragraphs, long titles."""
    window, desk, pick = studio.window, studio.desk, studio.desk.pick
    desk.show_page("pick")
    studio.search("没有这样的词")
    yield studio.at("pick-search-without-hit")
    studio.search("")
    worst = max(studio.library.articles(), key=lambda article: article.problems)
    pick.open_article(worst.id)
    yield studio.at("pick-many-problems")
    pick.edit_source_facts()
    yield studio.at("pick-source-form")
    pick.reader.form.hide()
    for tag in ("安全生产月", "全员学习", "产业工人队伍建设改革"):
        studio.library.set_tags(worst.id, (*studio.library.tags_of(worst.id), tag))
    pick.open_article(worst.id)
    pick.edit_tags()
    pick.browser.filters.choose("tag", "产业工人队伍建设改革")
    yield studio.at("pick-tags-and-filter")
    pick.browser.filters.clear()
    studio.press("Ctrl+Home")
    pick.show_related()
    yield studio.at("pick-related")
    pick.related.close()
    window.tell_failure(OSError("ours"))
    yield studio.at("pick-notice")
    desk.deleting.delete_article()
    yield studio.at("pick-deleted")
    desk.notice.hide()
    pick.open_article(studio.library.articles()[0].id)
    studio.settle()
    _show_long_titles(studio)
    yield studio.at("pick-long-titles")
    pick.browser.refresh()


def _importing(studio: Studio) -> Iterator[State]:
    """What became of files: one good, one with reprints, two refused; a packet from elsewhere."""
    good, bad, empty = (studio.home / name for name in ("版面.txt", "照片.jpg", "空白.txt"))
    good.write_text("新的标题\n\n作者甲\n\n" + "这是一段写得清楚的正文。" * 20, "utf-8")
    bad.write_bytes(bytes(range(256)) * 40)
    empty.write_text("\n", "utf-8")
    again = studio.home / "转载自另一家报纸的同一篇文章.txt"
    article = studio.library.article(studio.library.articles()[0].id)
    again.write_text(f"{article.title}\n\n{article.body}\n\n完", "utf-8")
    results = studio.desk.pick.browser.results
    studio.desk.pick.importing.take_files([good, again, bad, empty])
    yield studio.at("pick-imported")
    results.hide()
    pack = studio.home / "张师傅改过的一份.studypack"
    save_pack(studio.library, studio.packet.id, pack)
    with Library.open(studio.home / "别处") as other:
        theirs = open_pack(other, pack)
        other.save_packet(edits.append(theirs, Guide("他们添的导读。")))
        pack.unlink()
        save_pack(other, theirs.id, pack)
    studio.desk.current.edit("添导读", edits.append(studio.packet, Guide("我添的导读。")))
    studio.desk.take_files([pack])
    yield studio.at("pick-arrival")
    studio.desk.arrival.look_button.click()
    yield studio.at("pick-arrival-open")
    studio.desk.arrival.leave()


def _packets(studio: Studio) -> Iterator[State]:
    """A packet with a name of one character and 500 items, one with a long name, an empty one."""
    many = Packet("学", items=tuple(Question(f"第{n}问？") for n in range(500)))
    facts = Session(
        unit="红旗机械厂第三分厂加工车间数控二班", host="主持人的名字也很长", minutes=60
    )
    for name, packet in (
        ("500-items", many),
        ("long-title", Packet(LONG_TITLE, session=facts, items=(Guide("导读。" * 90),))),
        ("empty-packet", Packet("周五班组学习")),
        ("copy", Packet("新设备来了，老手艺怎么传（副本）", _LONG, (Agenda(()), Guide("导读。")))),
    ):
        studio.open_packet(packet)
        for page in ("pick", "arrange"):
            studio.desk.show_page(page)
            yield studio.at(f"{page}-{name}")
    chooser = studio.desk.arrange.packet_panel.chooser
    chooser.setChecked(True)
    yield studio.at("arrange-packets-alike")
    chooser.setChecked(False)


def _libraries(studio: Studio) -> Iterator[State]:
    """A library without anything, and one that cannot be opened."""
    window = studio.window
    window._leave()
    size = window.size()
    window.enter(Library.open(studio.home / "空的资料库"))
    window.setMinimumSize(size)  # it had been fitted to the screen of the test
    window.resize(size)
    for page in ("pick", "arrange", "tidy"):
        studio.desk.show_page(page)
        yield studio.at(f"{page}-empty-library")
    window._leave()
    window.start_page.tell_opening()
    window.start_page._slow.timeout.emit()
    yield studio.at("start-opening")
    window.start_page.tell_copying(3, 5)
    yield studio.at("start-copying")
    window.start_page.tell_failure(messages.sentence(LibraryReadOnly(Path("/U盘/学习台"))))
    yield studio.at("start-failed")


def _show_long_titles(studio: Studio) -> None:
    article = replace(studio.library.articles()[0], title=LONG_TITLE)
    rows = tuple(ArticleRow(replace(article, id=str(n))) for n in range(100))
    studio.desk.pick.browser.list.show_rows(rows)
    studio.desk.pick.browser.count.setText("全部 100,000 篇")
    source = studio.library.sources()[0]
    studio.desk.pick.reader.text.show_again(_titled(studio, LONG_TITLE), source)


def _titled(studio: Studio, title: str) -> Article:
    article = studio.library.article(studio.library.articles()[0].id)
    rest = (block for block in article.blocks if block.kind is not BlockKind.TITLE)
    return replace(article, blocks=(Block(BlockKind.TITLE, title, (Span(0, 1),)), *rest))
