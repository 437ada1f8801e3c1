"""Everything that stands on one open library: the rail, the pages, the packet being worked on."""

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QStackedWidget,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from studydesk.library import Library, Trashed, TrashKind
from studydesk.ui.asked_passages import AskedPassages
from studydesk.ui.current_packet import CurrentPacket
from studydesk.ui.deed import Where, in_page
from studydesk.ui.deleting import Deleting
from studydesk.ui.dialogs import PACKET_SUFFIX
from studydesk.ui.jobs import Jobs
from studydesk.ui.meanwhile import draw
from studydesk.ui.navigation import Navigation
from studydesk.ui.notice import Notice
from studydesk.ui.packets.arrival_panel import ArrivalPanel
from studydesk.ui.packets.recent_packets import RecentPackets
from studydesk.ui.page import Page
from studydesk.ui.pages import PAGES, make_pages
from studydesk.ui.pages.arrange import ArrangePage
from studydesk.ui.pages.pick import PickPage
from studydesk.ui.pages.tidy import TidyPage
from studydesk.ui.taking_back import TakingBack

SomePage = TypeVar("SomePage", bound=Page)

_WORKED_IN = (QAbstractItemView, QAbstractSpinBox, QLineEdit, QPlainTextEdit, QTextEdit)
"""Where the focus stays when its page comes back. Of what else has it, as a button, the keys
would do something that nobody expects.
"""

_FACTS_STAY = "有的出处后来在别处改过，仍是现在的。"


class Desk(QWidget):
    """The rail on the left, one page at a time."""

    page_changed = Signal(str)

    def __init__(self, library: Library, jobs: Jobs, notice: Notice, parent: QWidget) -> None:
        super().__init__(parent)
        self.library = library
        self.current = CurrentPacket(library, self)
        self.notice = notice
        self.undoing = TakingBack(self.notice, self)
        self.arrival = ArrivalPanel(jobs)
        self.navigation = Navigation([(p.id, p.text, p.icon, p.keys) for p in PAGES])
        self._stack = QStackedWidget(self)
        self.pages = make_pages(library, self.current, jobs, self._stack)
        self.page_id = PAGES[0].id
        self._lay_out()
        self.pick, self.arrange = self._page(PickPage), self._page(ArrangePage)
        self.tidy, self.shelf = self._page(TidyPage), self.arrange.shelf
        self._connect_undoing()
        self._connect_presets()
        self.deleting = Deleting(library, jobs, self.pick, self.notice, self.undoing, self)
        browser = self.pick.browser
        browser.list.delete_requested.connect(self.deleting.delete)
        browser.results.delete_requested.connect(self.deleting.delete)
        browser.results.restore_requested.connect(self.deleting.restore)
        browser.listed.connect(lambda _query: browser.results.look_again())
        self._connect_articles()
        self.recent = RecentPackets(self.shelf, self.current, self)
        self.current.opened.connect(lambda _packet: self.show_packet())
        self.shelf.asked.connect(self.arrival.ask)
        self.arrival.merge_requested.connect(lambda _path: self.show_packet())
        self.arrival.merge_requested.connect(self.shelf.merge_file)
        self.arrival.replace_requested.connect(lambda _path: self.show_packet())
        self.arrival.replace_requested.connect(self.shelf.replace_by_file)
        self.arrival.add_requested.connect(self.shelf.add_file)
        self.arrival.failed.connect(self.shelf.failed)
        self._read = self._to_tidy = ""
        self._handed: list[Path] = []
        self._told_with_articles: set[Path] = set()
        self.shelf.file_read.connect(self._tell_pack)
        importing = self.pick.importing
        importing.files_chosen.connect(self.take_files)
        importing.packs_left.connect(self._open_with_articles)
        self.page_keys = {entry.id: (entry.text, entry.keys) for entry in PAGES}

    def _lay_out(self) -> None:
        for page in self.pages.values():
            draw()
            self._stack.addWidget(page)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.arrival)
        column.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.navigation)
        row.addLayout(column, 1)

    def _connect_undoing(self) -> None:
        """What it knows of, and what follows it; the arrows of 整理 do what the menu does."""
        head, undoing = self.tidy.head, self.undoing
        self.current.history_made.connect(undoing.know)
        self.current.facts_stay.connect(partial(undoing.add, _FACTS_STAY))
        undoing.asked.connect(self.arrange.packet_panel.session.settle)
        undoing.said.connect(lambda _sentence: self.pick.reader.hint.clear())
        head.undo.clicked.connect(undoing.undo)
        head.redo.clicked.connect(undoing.redo)
        undoing.undo_changed.connect(head.offer_undo)
        undoing.redo_changed.connect(head.offer_redo)

    def _connect_presets(self) -> None:
        """What is changed in a preset waits for no undo; both lists of a packet's items number
        headings as its preset does.
        """
        presets = self.arrange.handout_panel.export_panel.presets
        self.undoing.asked.connect(presets.editing.settle)
        presets.editing.step_wanted.connect(self._take_step_of_preset)
        for listed in (self.arrange.packet_panel.model, self.pick.glance):
            listed.follow_presets(presets.presets)
            presets.changed.connect(listed.follow_presets)

    def _take_step_of_preset(self, step: str, place: Where) -> None:
        """Go a step back or forth in the form of a preset."""
        editing = self.arrange.handout_panel.export_panel.presets.editing
        editing.tell_step(step, is_done=self.take_step_in(step, place))

    def take_step_in(self, step: str, place: Where) -> bool:
        """Do `undo` or `redo` of what was done in a form; whether there was anything."""
        take = {"undo": self.undoing.undo_in, "redo": self.undoing.redo_in}[step]
        return take(place)

    def take_step(self, step: str) -> None:
        """Do what 撤消 or 重做 does, though it is off: something may wait that it does not know of,
        or else it says why.
        """
        (self.undoing.undo if step == "undo" else self.undoing.redo)()

    def _connect_articles(self) -> None:
        """What follows as articles come, go or are read."""
        AskedPassages(self.current, self.arrange, self.tidy, self.show_page)
        pick, tidy, deleting = self.pick, self.tidy, self.deleting
        pick.articles_came.connect(deleting.follow_import)
        pick.imported.connect(lambda _ids: tidy.which.follow_library())
        deleting.leaving.connect(self.settle)
        deleting.leaving.connect(tidy.current.flush)
        tidy.restore_wanted.connect(
            lambda ids: deleting.restore(ids, in_page(tidy.current.source_id))
        )
        deleting.changed.connect(tidy.which.follow_library)
        tidy.current.kept.connect(lambda *_: self.undoing.look_again())
        for changed in (deleting.changed, pick.imported):
            changed.connect(lambda *_: self.arrange.handout_panel.findings.check_again())
        deleting.waiting.changed.connect(self._follow_waiting)
        pick.article_changed.connect(self._note_read)
        tidy.chooser.chosen.connect(lambda _id: self._forget_read())

    def _page(self, kind: type[SomePage]) -> SomePage:
        return next(page for page in self.pages.values() if isinstance(page, kind))

    def has_doubt(self) -> bool:
        """Whether something that was typed on any page cannot be taken as it is, which is told
        once, and stands in sight then.
        """
        for page_id, page in self.pages.items():
            field = page.doubt()
            if field is not None:
                self.show_page(page_id)
                field.setFocus()
                return True
        return False

    def settle(self) -> None:
        """Take what was typed and waits on any page, also where another fails: that is raised."""
        with ExitStack() as whatever_fails:
            for page in reversed(self.pages.values()):
                whatever_fails.callback(page.settle)

    def flush(self) -> bool:
        """Wait until all that was edited is on the disk; False where something could not be saved,
        which has been told. Passages follow what was tidied, so packets come last.
        """
        tidied = self.tidy.current.flush()
        return self.current.flush() and tidied

    def set_reading_size(self, size: int) -> None:
        """Show articles in type of this many pixels on every page."""
        for page in self.pages.values():
            page.set_reading_size(size)

    def search(self) -> None:
        """Go to the search field."""
        self.show_page("pick")
        self.pick.focus_search()

    def tidy_article(self) -> None:
        """Go to the article that is read, where it is tidied."""
        if self.pick.article is not None:
            self.show_page("tidy")
            self.tidy.open_article(self.pick.article.id, self.pick.article.source_id)

    def tidy_source(self, source_id: str) -> None:
        """Go to a source, where it is tidied."""
        self.show_page("tidy")
        self.tidy.open_source(source_id)

    def edit_item(self, item_id: str) -> None:
        """Go to an item of the packet with the cursor in its editor."""
        self.show_page("arrange")
        self.arrange.show_item(item_id)
        self.arrange.item_panel.focus_editor()

    def show_related(self) -> None:
        """Show where else the library says what is selected, or the current passage."""
        if self.page_id == "arrange":
            self.arrange.offering.open_related()
        else:
            self.pick.show_related()

    def edit_source_facts(self) -> None:
        """Let be filled in where the page that is tidied was published; elsewhere, go to the
        article that is read and let it be filled in there, of all that are marked in the list.
        """
        if self.page_id == "tidy" and self.tidy.current.page is not None:
            self.tidy.facts.ask([self.tidy.current.source_id])
            return
        if self.page_id == "pick":
            self.pick.edit_source_facts()
        else:
            self.show_page("pick")
            self.pick.reader.edit_source_facts()

    def export(self) -> None:
        """Go to the pages of the packet with the choices of an export open."""
        self.show_page("arrange")
        self.arrange.export()

    def print_out(self) -> None:
        """Go to the pages of the packet and print them."""
        self.show_page("arrange")
        self.arrange.printing.ask()

    def import_files(self) -> None:
        """Ask for files; what becomes of them is seen beside the list of articles."""
        self.show_page("pick")
        self.pick.importing.ask()

    def import_clipboard(self) -> None:
        """Import what is on the clipboard, in sight of the list of articles."""
        self.show_page("pick")
        self.pick.importing.take_clipboard()

    def show_restored(self, thing: Trashed, sheet: Where) -> None:
        """Show what came back from the trash; that can be taken back, too, first of all in the
        sheet in which it was done.
        """
        match thing.kind:
            case TrashKind.ARTICLE:
                self.show_page("pick")
                self.deleting.show_restored([thing.id], sheet)
            case TrashKind.PASSAGE:
                self.show_page("arrange")
                self.shelf.put_back(thing.id, sheet)
            case TrashKind.PACKET:
                self.undoing.forget(thing.id)
                self.shelf.show_restored(thing, sheet)

    def delete_article(self) -> None:
        """Go to the article that is read and delete it."""
        self.show_page("pick")
        self.deleting.delete_article()

    def delete_source(self) -> None:
        """Go to the article that is read and delete all of its source."""
        self.show_page("pick")
        self.deleting.delete_source()

    def show_packet(self) -> None:
        """Let the packet be seen that is opened, begun or changed: it is no part of 整理."""
        if self.page_id == "tidy" and self.isVisible():
            self.show_page("arrange")

    def edit_tags(self) -> None:
        """Go to the article that is read and let a tag be typed."""
        self.show_page("pick")
        self.pick.edit_tags()

    def take_files(self, files: Sequence[Path]) -> None:
        """Open packet files, import everything else; where there is both, the packets come last,
        and the results have a line for each of them, too. While everything waits, they wait.
        """
        if self.deleting.waiting.is_on:
            self._handed += files
            return
        packs = [path for path in files if path.suffix.lower() == PACKET_SUFFIX]
        articles = [path for path in files if path not in packs]
        if articles:
            self.show_page("pick")
            self.pick.importing.take_files(articles, packs)
        else:
            self._open_packs(packs)

    def _follow_waiting(self, waits: bool) -> None:
        if not waits:  # what was waited for is told first
            QTimer.singleShot(0, self, self._take_handed)

    def _take_handed(self) -> None:
        files, self._handed = self._handed, []
        if files:
            self.take_files(files)

    def _open_with_articles(self, packs: Sequence[Path]) -> None:
        self._told_with_articles |= set(packs)
        self._open_packs(packs)

    def _open_packs(self, packs: Sequence[Path]) -> None:
        for path in packs:
            self.shelf.open_file(path)

    def _tell_pack(self, path: Path, found: object) -> None:
        self.pick.importing.strike_pack(path)
        if path in self._told_with_articles:
            self._told_with_articles.remove(path)
            self.pick.browser.results.tell_packet(path.name, found)

    def show_page(self, page_id: str) -> None:
        """Bring a page to the front; the focus goes back to the list, text or field where it was,
        or else to the first panel. On the page that is in front it stays.
        """
        if page_id not in self.pages:
            page_id = PAGES[0].id
        if page_id == "tidy" and self._to_tidy:
            self.tidy.open_source(self._to_tidy)
            self._forget_read()
        stayed, self.page_id = page_id == self.page_id, page_id
        self.navigation.show_page(page_id)
        page = self.pages[page_id]
        self._stack.setCurrentWidget(page)
        panels, focus = page.panels(), self.window().focusWidget()
        is_there = focus is not None and page.isAncestorOf(focus)
        stays = is_there and (stayed or isinstance(focus, _WORKED_IN))
        if panels and not stays:
            panels[0].setFocus()
        self.page_changed.emit(page_id)

    def _note_read(self) -> None:
        """整理 shows what is read now, unless another page is chosen there later."""
        article = self.pick.article
        if article is None or article.id != self._read:
            self._read = article.id if article else ""
            self._to_tidy = article.source_id if article else ""

    def _forget_read(self) -> None:
        self._to_tidy = ""

    def step_panel(self, step: int) -> None:
        """Put the focus on the next (1) or the previous (-1) panel of the page."""
        panels = [self.arrival, *self.pages[self.page_id].panels(), self.notice]
        panels = [panel for panel in panels if panel.isVisible()]
        focus = QApplication.focusWidget()
        here = -step if step > 0 else 0
        for place, panel in enumerate(panels):
            if focus is not None and (panel is focus or panel.isAncestorOf(focus)):
                here = place
        if panels:
            panels[(here + step) % len(panels)].setFocus()

    def place(self) -> dict[str, Any]:
        """Where the user is: packet, page, and each page's own state."""
        packet = self.current.packet
        return {
            "packet": packet.id if packet else "",
            "recent": self.recent.ids,
            "page": self.page_id,
            "pages": {page_id: page.state() for page_id, page in self.pages.items()},
        }

    def go_to(self, place: Mapping[str, Any]) -> None:
        """Open the packet that was open, the page, and where each page was."""
        self.recent.restore(place.get("recent"))
        self.shelf.open(place.get("packet", ""))
        draw()
        states = place.get("pages", {})
        for page_id, page in self.pages.items():
            page.restore(states.get(page_id, {}))
        self._forget_read()  # 整理 has its own place
        self.show_page(place.get("page", ""))
