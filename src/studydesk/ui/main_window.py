"""The window: the library it stands on, its menus, and the one block that connects everything."""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from datetime import datetime
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QMainWindow, QMenu

from studydesk import paths
from studydesk.errors import StudyDeskError
from studydesk.ui import actions, theme, window_place
from studydesk.ui.jobs import Jobs
from studydesk.ui.leaving import Leaving
from studydesk.ui.settings import LARGEST_TYPE, SMALLEST_TYPE, Choices, Settings
from studydesk.ui.start_page import StartPage
from studydesk.ui.theme import MODES, Appearance
from studydesk.ui.words import messages

if TYPE_CHECKING:  # what stands on a library is loaded after the first paint
    from studydesk.domain.packet import Packet
    from studydesk.library import Library, Trashed
    from studydesk.ui.deed import Where
    from studydesk.ui.desk import Desk
    from studydesk.ui.notice import StatusLine
    from studydesk.ui.opening import Way
    from studydesk.ui.safety import Safety
    from studydesk.ui.support import Support

REST = 600
"""Where the window was is kept this many milliseconds after it last changed."""

PLACE = "window"
"""Where the window was is remembered in the library under this key."""


class MainWindow(QMainWindow):
    """One window on one library. It comes up empty; `open_library` fills it."""

    entered = QtCore.Signal()

    def __init__(self, settings: Settings, appearance: Appearance) -> None:
        super().__init__()
        self.jobs = Jobs(self)
        self._leaving = Leaving(self)
        self.works_on = False  # whether something that was stopped goes on nevertheless
        self.desk: Desk | None = None
        self.actions_by_id: dict[str, QAction] = {}
        self._settings, self._appearance = settings, appearance
        self.folder = Path(settings.choices.library)
        self._for_now = False  # whether the next start does not open that one
        self._try_again: Callable[[], None]
        self._place_timer = QtCore.QTimer(self, interval=REST, singleShot=True)
        self._place_timer.timeout.connect(self._keep_place_in_peace)
        appearance.changed.connect(self._draw_icons)  # not once the window is gone
        self._named = "学习台"  # with where the library is, if that is not the usual place
        self.setWindowTitle(self._named)
        self.setAcceptDrops(True)
        self.resize(window_place.USUAL)
        window_place.fit(self)
        self._show_start_page()

    @cached_property
    def status(self) -> "StatusLine":
        """The line at the bottom, which is there from the first thing that it has to say."""
        from studydesk.ui.notice import StatusLine

        line = StatusLine()
        self.setStatusBar(line)
        return line

    @cached_property
    def safety(self) -> "Safety":
        """What keeps the library safe."""
        from studydesk.ui.safety import Safety

        safety = Safety(self)
        safety.message.connect(self.status.tell)
        safety.failed.connect(self.tell_failure)
        safety.opening_requested.connect(
            lambda folder, way: self.open_library(folder, way, for_now=self._for_now)
        )
        safety.restored.connect(self._show_restored)
        return safety

    @cached_property
    def support(self) -> "Support":
        """The way to a maintainer, and to a later version."""
        from studydesk.ui.support import Support

        support = Support(self)
        support.message.connect(self.status.tell)
        support.failed.connect(self.tell_failure)
        return support

    # --- the library comes and goes ------------------------------------------------------------

    def open_library(
        self, folder: Path, way: "Way | None" = None, *, for_now: bool = False
    ) -> None:
        """Open a library in this `way`, at the next start too if not `for_now`; or say why not."""
        from studydesk.ui.opening import Opening  # not needed for the first paint

        if self._leaving.may_begin(self.desk):
            try:
                self._leave()
            finally:
                theme.load_fonts()
                self.folder, self._for_now = folder, for_now
                self._try_again = lambda: self.open_again(folder, for_now=for_now)
                Opening(self.start_page, self.jobs).begin(folder, self.enter, way)

    def open_again(self, folder: Path, *, for_now: bool = False) -> None:
        """Open a library as at the start: none is made in place of one that was there."""
        from studydesk.ui.opening import open_known  # not needed for the first paint

        way = open_known if self._settings.knows(folder) else None
        self.open_library(folder, way, for_now=for_now)

    def _open_usual(self) -> None:
        last = self._try_again  # which stays to be tried where this one does not open either
        self.open_again(paths.default_library(), for_now=True)
        self._try_again = last

    def enter(self, library: "Library") -> None:
        """Show the pages on an open library, where the user left them."""
        from studydesk.ui.desk import Desk
        from studydesk.ui.meanwhile import draw, take_turn
        from studydesk.ui.opening import Opening

        theme.load_fonts()
        library.let_wait(take_turn)
        self.folder = library.folder
        last = str(library.folder.absolute())
        self._settings.note_library(self.folder, for_now=self._for_now)
        self._named = "学习台" if self.folder == paths.default_library() else f"学习台（{last}）"
        self.setWindowTitle(self._named)
        try:
            place = window_place.for_these_screens(library.recall(PLACE, {}))
            draw()
            desk = Desk(library, self.jobs, self.status.notice, self)
        except StudyDeskError as error:
            for half_made in self.findChildren(Desk):
                half_made.deleteLater()
            library.close()
            Opening(self.start_page, self.jobs).tell_failure(error)
            return
        draw()
        self._connect(desk)
        draw()
        self.setCentralWidget(desk)
        self.desk = desk
        draw()
        desk.set_reading_size(self._settings.choices.reading_size)
        desk.go_to(place or {"page": "arrange" if library.is_new else "pick"})
        if not self._settings.choices.toured:
            desk.arrange.tour.start()
        self.safety.look_after(desk, self.jobs)
        window_place.restore(self, place)
        self.entered.emit()

    def _end_tour(self) -> None:
        self._settings.keep(replace(self._settings.choices, toured=True))

    def _show_start_page(self) -> None:
        self.start_page = StartPage()
        self.start_page.again_requested.connect(lambda *_: self._try_again())
        self.start_page.usual_requested.connect(self._open_usual)
        self.start_page.backup_requested.connect(self._show_backups)
        self.start_page.other_requested.connect(self._choose_library)
        self.start_page.diagnosis_requested.connect(self._save_diagnosis)
        self.start_page.quit_requested.connect(self.close)
        self.setCentralWidget(self.start_page)

    def _leave(self, *, closing: bool = False) -> None:
        """Let the library go, whatever fails, which is raised then. A window that closes is gone
        before it waits for what is running.
        """
        self._place_timer.stop()
        with ExitStack() as whatever_fails:  # begins with what is named last
            if self.desk is not None:
                whatever_fails.callback(self._clear)
                whatever_fails.callback(self.desk.library.close)
            whatever_fails.callback(self._stop_jobs)  # none may be at work on what is about to go
            if closing:
                whatever_fails.callback(self.hide)
            whatever_fails.callback(self._keep_place)

    def _clear(self) -> None:
        """Show nothing of the library that was let go."""
        self._leaving.forget()
        self.desk, self.actions_by_id = None, {}
        self.menuBar().clear()
        self.setWindowTitle("学习台")
        self.status.fall_silent()
        self._show_start_page()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep where the window was, wait for what is running, let the library go."""
        event.ignore()  # whatever fails on the way: no window closes over what is not written
        if self._leaving.may_begin(self.desk, closing=True):
            event.accept()  # and none stays, unseen, once all is
            self._leave(closing=True)

    def _stop_jobs(self) -> None:
        """End what is running; the next library has jobs of its own."""
        if self.jobs.stop():
            self.jobs.deleteLater()
        else:  # deleting it would wait
            self.works_on = True
        self.jobs = Jobs(self)

    def _draw_icons(self) -> None:
        actions.draw_icons(self.actions_by_id, self)

    def _keep_place_in_peace(self) -> None:
        """Not while a job may be writing, which would have the window wait."""
        if self.jobs.busy:
            self._place_timer.start()
        else:
            self._keep_place()

    def _keep_place(self) -> None:
        if self.desk is None:
            return
        place = {**self.desk.place(), **window_place.kept(self)}
        try:
            self.desk.library.remember(PLACE, place)
        except StudyDeskError as error:
            self.tell_failure(error)

    # --- everything that is connected ----------------------------------------------------------

    def _connect(self, desk: "Desk") -> None:
        """The whole traffic between the pages and the window. A page itself connects only what
        stands on it, and follows the packet it was given.
        """
        from studydesk.ui.saved_state import SavedState

        pick, arrange, shelf, current = desk.pick, desk.arrange, desk.shelf, desk.current
        tidy, rail = desk.tidy, desk.navigation
        saved_state = SavedState(desk, self.status)
        shelf.message.connect(self.status.tell)
        for page_id, page in desk.pages.items():
            page.message.connect(partial(self.status.tell_of_page, page_id=page_id))
        for speaker in (shelf, pick, arrange, tidy):
            speaker.failed.connect(self.tell_failure)
            speaker.work_started.connect(self.status.follow)
            speaker.undoable.connect(desk.undoing.offer)
        for place in (desk.page_changed, pick.state_changed, arrange.state_changed):
            place.connect(self._place_timer.start)
        desk.navigation.chosen.connect(desk.show_page)
        arrange.tour.finished.connect(self._end_tour)
        current.opened.connect(self._packet_changed)
        current.changed.connect(self._packet_changed)
        current.saving.connect(self.status.tell_saving)
        for kept in (current.saved, tidy.kept):
            kept.connect(saved_state.tell)
        for came_or_went in (pick.imported, desk.deleting.changed):
            came_or_went.connect(lambda *_: saved_state.tell(datetime.now().astimezone()))
        for not_kept in (current.save_failed, tidy.current.save_failed):
            not_kept.connect(saved_state.tell_failure)
        desk.undoing.said.connect(self.status.tell_of_page)
        desk.undoing.nothing_left.connect(self.status.tell_of_page)
        desk.undoing.next_changed.connect(self.status.break_promise)
        pick.article_changed.connect(desk.notice.settle)
        desk.page_changed.connect(self.status.turn_page)
        pick.packet_chosen.connect(shelf.open)
        pick.new_packet_requested.connect(shelf.create)
        pick.arrange_requested.connect(lambda: desk.show_page("arrange"))
        pick.item_requested.connect(desk.edit_item)
        pick.glance.removal_wanted.connect(arrange.commands.remove)
        arrange.source_requested.connect(lambda *_place: desk.show_page("pick"))
        arrange.source_requested.connect(pick.show_source)
        arrange.facts_requested.connect(pick.reader.edit_source_facts)
        arrange.pick_requested.connect(lambda: desk.show_page("pick"))
        pick.reader.findings.tidy_requested.connect(desk.tidy_article)
        pick.browser.results.tidy_requested.connect(desk.tidy_source)
        tidy.import_requested.connect(desk.import_files)
        tidy.tidied.connect(pick.source_changed)
        tidy.state_changed.connect(self._place_timer.start)
        tidy.offered.connect(desk.notice.offer)
        tidy.doubts_counted.connect(lambda count: rail.set_badge("tidy", count, "个来源有存疑"))
        self._add_commands(desk)

    def _add_commands(self, desk: "Desk") -> None:
        """The menus, and what the window itself does of them."""
        from studydesk.ui.commands import Commands
        from studydesk.ui.packets.packet_records import PacketRecords
        from studydesk.ui.sheets import about_sheet, shortcut_sheet, show_manual

        records = PacketRecords(desk.library, desk.current, desk.shelf, self.jobs, desk)
        records.message.connect(self.status.tell)
        records.failed.connect(self.tell_failure)
        records.wording_changed.connect(desk.arrange.handout_panel.findings.check_again)
        own: dict[str, Callable[[], object]] = {
            "choose-library": self._choose_library,
            "backups": self._show_backups,
            "trash": lambda: self.safety.show_trash(
                desk.library, desk.take_step_in, desk.deleting.fetch
            ),
            "quit": self.close,
            "larger": lambda: self._resize_type(+1),
            "smaller": lambda: self._resize_type(-1),
            "usual-size": lambda: self._resize_type(0),
            "full-screen": self._toggle_full_screen,
            "manual": lambda: show_manual(self),
            "shortcuts": lambda: shortcut_sheet(self).open(),
            "diagnosis": self._save_diagnosis,
            "update": lambda: self.support.ask_for_update(self.jobs),
            "about": lambda: about_sheet(self, str(desk.library.folder)).open(),
        }
        desk.arrange.handout_panel.findings.settling.trash_requested.connect(own["trash"])
        commands = Commands(desk, records, own)
        self.actions_by_id = commands.by_id
        appearance = QMenu("外观", desk)
        appearance.addActions(
            actions.choices(desk, MODES, self._appearance.mode, self._set_appearance)
        )
        commands.fill(self.menuBar(), appearance)
        commands.enable()

    # --- what the window itself does -----------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys that nothing else took."""
        from studydesk.ui.keys_to_window import step_asked_for
        from studydesk.ui.unanswered_keys import leave_menus, press_button, why_nothing

        commands = self.menuBar().actions()
        if self.desk is not None and (step := step_asked_for(event)):
            self.desk.take_step(step)
        elif not (leave_menus(event, commands) or press_button(event, self.focusWidget())):
            if reason := why_nothing(event, commands):
                self.status.tell_of_page(reason)
            else:
                super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped anywhere on the window once a library is open."""
        if self.desk is not None and any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Packet files are opened, everything else is imported."""
        if self.desk is not None:
            urls = event.mimeData().urls()
            self.desk.take_files([Path(url.toLocalFile()) for url in urls if url.isLocalFile()])
            event.acceptProposedAction()

    def _packet_changed(self, packet: "Packet | None") -> None:
        self.setWindowTitle(f"{packet.title} · {self._named}" if packet else self._named)
        self._place_timer.start()

    def tell_failure(self, error: Exception) -> None:
        """Say calmly, in one sentence, what went wrong."""
        if self.desk is not None:
            self.desk.notice.tell_error(error)
        else:
            self.status.tell(messages.sentence(error))

    def _save_diagnosis(self) -> None:
        self.support.ask_for_diagnosis(self.desk, self.jobs)

    def _show_backups(self) -> None:
        self.safety.show_backups(self.folder, self.jobs)

    def _show_restored(self, thing: "Trashed", place: "Where") -> None:
        if self.desk is not None:
            self.desk.show_restored(thing, place)

    def _choose_library(self) -> None:
        from studydesk.ui.opening import choose_library

        folder = choose_library(self)
        if folder is not None:
            self.open_library(folder)

    def _resize_type(self, step: int) -> None:
        size = self._settings.choices.reading_size + step if step else Choices().reading_size
        size = max(SMALLEST_TYPE, min(size, LARGEST_TYPE))
        self._settings.keep(replace(self._settings.choices, reading_size=size))
        self.status.tell(f"选材和整理里的文章用 {size} 像素的字。")
        if self.desk is not None:
            self.desk.set_reading_size(size)

    def _set_appearance(self, mode: str) -> None:
        self._settings.keep(replace(self._settings.choices, appearance=mode))
        self._appearance.set_mode(mode)

    def _toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ QtCore.Qt.WindowState.WindowFullScreen)
