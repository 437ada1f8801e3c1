"""整理: the raw page and what was recovered from it side by side, to be put right by hand."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QHideEvent, QKeySequence, QShortcut, QShowEvent, QUndoStack
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from studydesk.errors import EditRefused, StudyDeskError
from studydesk.library import Library
from studydesk.services.reattaching import Change, accept
from studydesk.services.tidying import Tidied, TidiedPage
from studydesk.ui import actions
from studydesk.ui.current_packet import CurrentPacket
from studydesk.ui.deed import Deed, in_packet, in_page
from studydesk.ui.empty_state import EmptyState
from studydesk.ui.jobs import Jobs
from studydesk.ui.key_names import native
from studydesk.ui.page import Page
from studydesk.ui.panel_widths import PanelWidths
from studydesk.ui.source_form import SourceForm
from studydesk.ui.tidy.asking_facts import AskingFacts
from studydesk.ui.tidy.changed_passages import ChangedPassages, told_of_following
from studydesk.ui.tidy.current_source import CurrentSource
from studydesk.ui.tidy.doubts import Doubts
from studydesk.ui.tidy.head import TidyHead
from studydesk.ui.tidy.picked_marks import picked_spans
from studydesk.ui.tidy.problem_strip import ProblemStrip
from studydesk.ui.tidy.table import TidyTable
from studydesk.ui.tidy.which_source import WhichSource
from studydesk.ui.words.messages import sentence

_REST = 400
"""Milliseconds after a step until the sources and their problems are counted again."""


class TidyPage(Page):
    """Source and problems on top, the two texts below, and what picked passages ask for last."""

    doubts_counted = Signal(int)
    """So many sources have open problems."""
    tidied = Signal(str)
    """The articles of this source are other ones now."""
    restore_wanted = Signal(list)
    """Take these articles, by their ids, out of the trash."""
    history_changed = Signal()
    """撤消 goes to another history."""
    import_requested = Signal()
    offered = Signal(str, object)
    """A sentence about what a step did to the whole page, and a function that takes it back."""
    kept = Signal(object)
    """What was done is on the disk since this moment."""

    def __init__(
        self, library: Library, current: CurrentPacket, jobs: Jobs, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._library, self._packet, self._jobs = library, current, jobs
        self.current = CurrentSource(library, jobs, self)
        self.head = TidyHead()
        self.chooser, self.saved = self.head.chooser, self.head.saved
        self.strip = ProblemStrip()
        self.form = SourceForm()
        self.facts = AskingFacts(library, current, self.current, self.form, self)
        self.table = TidyTable(self.current)
        self._widths = PanelWidths(self.table)
        self.raw, self.articles = self.table.raw, self.table.articles
        self.commands, self.words = self.table.commands, self.table.words
        self.hints = self.table.hints
        self.changed_passages = ChangedPassages()
        self.empty = EmptyState()
        self.which = WhichSource(library, self.current, jobs, self.chooser, self.empty, self)
        self.doubts = Doubts(self.current, self.strip, self.table, self.which)
        self._touched: set[str] = set()
        self._rest = QTimer(self, interval=_REST, singleShot=True)
        self._rest.timeout.connect(self.which.list_again)
        self._wanted_article = ""
        self._begun_afresh = ""
        self._lay_out()
        self._make_actions()
        self._connect()

    # --- layout --------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        for widget in (self.form, self.strip, self.changed_passages):
            widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._stack = QStackedWidget(self)
        tidying = QWidget(self._stack)
        column = QVBoxLayout(tidying)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        for above in (self.head, self.form, self.strip):
            column.addWidget(above)
        column.addWidget(self.table, 1)
        column.addWidget(self.changed_passages)
        column.addWidget(self.hints)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(tidying)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._stack)

    def _make_actions(self) -> None:
        self._steps: list[QAction] = []  # to doubts, of other sources too
        for text, keys, do in self.doubts.steps():
            action = QAction(text, self)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(lambda _checked=False, do=do: do())
            self.addAction(action)
            self._steps.append(action)
        drop = QShortcut(QKeySequence("Ctrl+Del"), self.strip)  # what a remedy left is selected
        drop.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        drop.activated.connect(self.commands.blocks.drop)
        self._afresh = QAction("恢复自动识别", self)
        self._afresh.triggered.connect(lambda _checked=False: self._start_afresh())
        self._look_again = QAction("再看看过的存疑", self)
        self._look_again.triggered.connect(lambda _checked=False: self.doubts.look_again())
        commands = self.commands
        self._others = [*commands.actions.values(), *commands.kinds, self._look_again, self._afresh]
        self._enable(there=False)

    def _connect(self) -> None:
        current, head = self.current, self.head
        current.leaving.connect(self.settle)
        current.opened.connect(self._open)
        current.changed.connect(self._show)
        current.kept.connect(self._tell_kept)
        for failed in (current.failed, self.facts.failed, self.which.failed):
            failed.connect(self.failed)
        current.refused.connect(lambda refusal: self.message.emit(sentence(refusal)))
        current.save_failed.connect(lambda _error: self.saved.setText("尚未保存"))
        current.changed.connect(lambda _page: self._packet.flush())  # tidying reads packets
        self.chooser.opening.connect(self.which.list_again)
        self.chooser.chosen.connect(self.open_source)
        self.doubts.message.connect(self.message)
        head.afresh.clicked.connect(self._start_afresh)
        head.restore.clicked.connect(self._want_back)
        self.commands.restore_wanted.connect(self.restore_wanted)
        head.cite.clicked.connect(lambda: self.facts.ask([current.source_id]))
        self.chooser.facts_wanted.connect(self.facts.ask)
        self.form.told.connect(self.message)
        self.facts.kept.connect(self._follow_facts)
        for part in (self.facts, self.commands.moves):
            part.undoable.connect(self.undoable)
        self.commands.moves.carried_changed.connect(self.history_changed)
        self.form.closed.connect(self.articles.setFocus)
        current.followed.connect(lambda tidied: self.message.emit(told_of_following(tidied)))
        current.history_moved.connect(lambda: self.message.emit(""))  # what was said is past
        self.table.message.connect(self.message)
        self.changed_passages.accepted.connect(self._accept)
        self.changed_passages.keys_left.connect(self.articles.setFocus)
        self.changed_passages.left_changed.connect(self.state_changed)
        for other in (self._packet.opened, self._packet.changed):
            other.connect(lambda _packet: self._mark_picked())
        self._packet.saved.connect(lambda _moment: self._read_facts())
        current.passages_differ.connect(self.changed_passages.ask)
        which = self.which
        which.wanted.connect(self.open_source)
        which.left.connect(self._leave)
        which.doubts_counted.connect(self.doubts_counted)
        which.elsewhere_counted.connect(self.strip.tell_elsewhere)
        which.import_requested.connect(self.import_requested)
        self.table.splitterMoved.connect(lambda *_: self.state_changed.emit())

    # --- which page ----------------------------------------------------------------------------

    def open_source(self, source_id: str) -> None:
        """Show a source, if it is another one."""
        self._packet.flush()  # what the packets quote is compared with the page
        if source_id == self.current.source_id:
            self.current.stay()
        elif source_id:
            self.current.open(source_id)

    def open_article(self, article_id: str, source_id: str) -> None:
        """Show the source of an article, at the article."""
        self._wanted_article = article_id
        if source_id == self.current.source_id:
            self.current.stay()
            self._go_to_wanted()
        else:
            self.current.open(source_id)

    def _leave(self) -> None:
        """Show no source, and let nothing be done to the one that was shown."""
        had_keys = self.isAncestorOf(self.window().focusWidget() or self.window())
        self._stack.setCurrentIndex(0)
        self._enable(there=False)
        if had_keys:
            self.empty.setFocus()
        self.history_changed.emit()
        self.state_changed.emit()

    def _open(self, page: TidiedPage) -> None:
        self.table.open_page(page)
        self.saved.clear()
        self.changed_passages.ask(())
        self._show(page, afresh=True)
        self._stack.setCurrentIndex(1)
        self._enable(there=self.isVisible())
        self.table.go_to_beginning()
        self._go_to_wanted()
        if self.isVisible():
            self.articles.setFocus()
        self.history_changed.emit()
        self.state_changed.emit()
        self.doubts.step_awaited()

    def _go_to_wanted(self) -> None:
        wanted, self._wanted_article = self._wanted_article, ""
        self.table.go_to_article(wanted)

    def _show(self, page: TidiedPage, *, afresh: bool = False) -> None:
        self.table.show_page(page)
        problems = self.articles.rows.in_order(page.recovery.problems)
        self.strip.show_problems(problems, afresh=afresh)
        self.table.sides.mark_problem(self.strip.problem.span if self.strip.problem else None)
        self.head.show_page(page)
        self._enable_afresh()
        self._mark_picked()

    def _mark_picked(self) -> None:
        """Mark what the packet has of the page, and the new text of what is asked about."""
        page, packet, change = self.current.page, self._packet.packet, self.changed_passages.change
        if page is not None:
            passages = [*(packet.passages if packet else ())]
            passages += [change.after] if change and change.after else []
            self.articles.mark_offsets("picked", *picked_spans(page, passages))

    def _tell_kept(self, tidied: Tidied, moment: datetime) -> None:
        """Say that it is saved, and let everything else follow."""
        source_id = tidied.page.source.id
        self._packet.follow(tidied.place)
        if source_id == self.current.source_id:
            self.saved.clear()
            self.changed_passages.ask(tidied.changed)
            self._mark_picked()
        if source_id == self._begun_afresh:
            self._begun_afresh = ""
            self.table.go_to_beginning()
        self.kept.emit(moment)
        self._touched.add(source_id)
        self._rest.start()
        if not self.isVisible():
            self._tell_tidied()

    def _tell_tidied(self) -> None:
        """Let the other pages follow once they are looked at, not with every step."""
        touched, self._touched = self._touched, set()
        for source_id in touched:
            self.tidied.emit(source_id)

    def _want_back(self) -> None:
        """All articles of the page that are in the trash, in its order."""
        if page := self.current.page:
            ids = [each.id for each in page.recovery.articles if each.id in page.trashed]
            self.articles.setFocus()  # the button goes away, and the next one undoes everything
            self.restore_wanted.emit(ids)

    # --- back to the beginning -----------------------------------------------------------------

    def _start_afresh(self) -> None:
        if self.current.page is not None:
            self.articles.setFocus()  # the button goes away, and the next one would undo this
            self._begun_afresh = self.current.source_id
            self.current.start_afresh("恢复自动识别")
            history = self.current.history
            self.offered.emit(
                f"已恢复自动识别，做过的整理都已收起；撤消（{native('Ctrl+Z')}）可以回来。",
                partial(self._take_back, history, history.index()),
            )

    def _take_back(self, history: QUndoStack, stood: int) -> None:
        """Take the last step of a history back, if it is this page's and nothing came after it."""
        if history is self.current.history and history.index() == stood:
            history.undo()

    # --- passages, facts -----------------------------------------------------------------------

    def _accept(self, change: Change) -> None:
        try:
            packet = self._packet.read(change.packet_id)
            accepted = accept(self._library, packet, change)
        except StudyDeskError as error:
            self.failed.emit(error)
            return
        step = self._packet.edit_in("换用新文", packet, accepted.packet)

        def take_back() -> None:
            if not step.back():
                raise EditRefused("edited-since")
            self.changed_passages.ask_again(change)
            self._mark_picked()

        def again() -> None:
            if not step.again():
                raise EditRefused("edited-since")
            self.changed_passages.settle(change)

        places = in_page(self.current.source_id), in_packet(packet.id)
        self.undoable.emit(Deed("换用新文", take_back, again, places=places))
        lost = f"其中 {len(accepted.dropped)} 处省略或标记落在改动的字上，已去掉。"
        self.message.emit(f"选段已用新文。{lost if accepted.dropped else ''}")

    def _follow_facts(self, source_ids: Sequence[str]) -> None:
        """Let everything follow what is on record of these sources now."""
        self._touched.update(source_ids)
        self.which.list_again()
        if not self.isVisible():
            self._tell_tidied()

    def _read_facts(self) -> None:
        """Show what is on record of the source: a step of the packet may have set it."""
        try:
            self.current.read_source()
        except StudyDeskError as error:
            self.failed.emit(error)

    # --- the page in the window ----------------------------------------------------------------

    def doubt(self) -> QWidget | None:
        """The field of a date that cannot be read."""
        return self.form.doubt()

    def settle(self) -> None:
        """Do what was written into the fields that are open."""
        self.words.settle()
        self.form.settle()

    def panels(self) -> Sequence[QWidget]:
        """Articles, raw page."""
        return self.table.panels() if self.current.page else (self.empty,)

    def doubting(self) -> list[QAction]:
        """What is done with doubts."""
        return [*self._steps, self._look_again]

    def menu_actions(self) -> Sequence[QAction]:
        """What the menu 整理 lists."""
        return [*self._steps, *self._others]

    def set_reading_size(self, size: int) -> None:
        """Show both texts in type of about this many pixels."""
        self.table.set_reading_size(size)

    def state(self) -> dict[str, Any]:
        """The source, and the width of the panels."""
        return {
            "source": self.current.source_id or self.which.last,
            "sizes": self._widths.sizes,
            "left": self.changed_passages.left(),
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Go back to all that once the page is shown."""
        self.which.last = state.get("source", "")
        self.changed_passages.restore(state.get("left", ()))
        self._widths.restore(state.get("sizes", ()))
        self.which.list_again()

    def showEvent(self, event: QShowEvent) -> None:
        """The commands are there while the page is."""
        super().showEvent(event)
        self._enable(there=self.current.page is not None)
        self.which.enter()

    def hideEvent(self, event: QHideEvent) -> None:
        """See showEvent."""
        super().hideEvent(event)
        self._enable(there=False)
        self._tell_tidied()

    def _enable(self, *, there: bool) -> None:
        actions.bind_to_page(self._steps, "整理", shown=self.isVisible())
        actions.bind_to_page(self._others, "整理", shown=there)
        self._enable_afresh()

    def _enable_afresh(self) -> None:
        """There must be something that was done by hand, or looked at."""
        done = self.current.page is not None and bool(self.current.page.operations)
        self._afresh.setEnabled(done and self.isVisible())
        has_settled = self.current.page is not None and self.current.page.has_settled
        self._look_again.setEnabled(has_settled and self.isVisible())
        if self.isVisible():
            self._afresh.setStatusTip("" if done else "这一页还没有动手改过，不用恢复。")
            self._look_again.setStatusTip("" if has_settled else "这一页没有标为看过的存疑。")
