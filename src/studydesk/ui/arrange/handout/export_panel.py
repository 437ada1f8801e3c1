"""导出: a small panel of checkboxes, a folder and one button; what was written stays listed."""

from collections.abc import Callable, Collection, Iterator
from functools import partial
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from studydesk.domain.packet import Packet
from studydesk.domain.parts import Part
from studydesk.handout.model import Edition
from studydesk.handout.presets import preset_for
from studydesk.library import Library
from studydesk.services.checking import Checked
from studydesk.ui import dialogs
from studydesk.ui.arrange.handout.export_job import Exported, export
from studydesk.ui.arrange.handout.export_results import ExportResults
from studydesk.ui.arrange.handout.folder_button import FolderButton
from studydesk.ui.arrange.handout.groups_menu import GroupsMenu
from studydesk.ui.arrange.handout.held_hint import HeldHint
from studydesk.ui.arrange.handout.names_menu import NamesMenu
from studydesk.ui.arrange.handout.parts_menu import PartsMenu
from studydesk.ui.arrange.handout.presets_menu import PresetsMenu
from studydesk.ui.arrange.handout.sign_in_notes import SignInNotes
from studydesk.ui.flow_row import FlowRow
from studydesk.ui.giving_way import GivingWay, LowPanel
from studydesk.ui.jobs import Job, Jobs
from studydesk.ui.sentence import Sentence
from studydesk.ui.theme import GRID
from studydesk.ui.words import messages, outcomes
from studydesk.ui.words.font_words import export_sentences
from studydesk.ui.words.item_kinds import labels
from studydesk.ui.words.quotes import quoted
from studydesk.ui.words.vouching_words import held_sentence

_WRITE, _AGAIN = "写出文件", "再导出"

FORMATS = {"docx": "DOCX（Word、WPS 可改）", "pdf": "PDF（照样打印）"}
"""The formats by the name of their writer, as users read them."""


class ExportPanel(LowPanel):
    """Writes the chosen editions in the chosen formats into a folder."""

    closed = Signal()
    ticked_changed = Signal()
    """Other editions or formats are ticked."""
    written = Signal(object)
    """There are files of this packet now, as it was when they were asked for."""

    def __init__(self, jobs: Jobs, library: Library, parent: QWidget | None = None) -> None:
        """`library` keeps the presets, and the sources that packets are checked against."""
        super().__init__(parent)
        self._jobs = jobs
        self._library = library
        self._job: Job | None = None
        self._packet: Packet | None = None
        self._written: Packet | None = None
        self._folder = dialogs.documents()
        self.editions = {edition: QCheckBox(edition.value) for edition in Edition}
        self.formats = {name: QCheckBox(text) for name, text in FORMATS.items()}
        for box in (*self.editions.values(), *self.formats.values()):
            box.setChecked(box not in (self.editions[Edition.RECORD], self.editions[Edition.PROOF]))
        self.booklet = QCheckBox("小册子 PDF")
        self.booklet.setToolTip(outcomes.HOW_TO_FOLD)
        self.embed = QCheckBox("带上字体")
        self.embed.setAccessibleName("DOCX 带上字体")
        self.embed.setToolTip("没有这些字体的电脑上也照样显示；文件大几百 KB")
        self.groups = GroupsMenu(library)
        self.names = NamesMenu()
        for lists in (self.groups, self.names):
            lists.failed.connect(self._tell_refusal)
        self.notes = SignInNotes()
        self.names.changed.connect(self._offer)
        self.parts = PartsMenu()
        self.presets = PresetsMenu(library.folder, jobs)
        self.presets.failed.connect(self._tell_refusal)
        self.presets.changed.connect(self._show_parts)
        self.presets.read.connect(self._tell_faults)
        self.faults = Sentence(role="amber")
        self.faults.hide()
        self.faults.setAccessibleName("不能用的版式")
        self.held = HeldHint()
        self.folder_button = FolderButton()
        self.folder_button.clicked.connect(self._choose_folder)
        self.export_button = _button(_WRITE, "primary", self.start)
        self.change_button = _button("改选项", "link", self._forget_results)
        self.close_button = _button("收起", "link", self.closed)
        self.cancel_button = _button("取消", "", self._cancel)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName("导出进度")
        self._results = ExportResults(self)
        for box in (*self.editions.values(), *self.formats.values()):
            box.toggled.connect(self._offer)
        for box in self._kept.values():
            box.toggled.connect(lambda _ticked: self.ticked_changed.emit())
        self._lay_out()
        self._show_folder()
        self._show_running(running=False)
        self.change_button.hide()
        self._tell_faults()

    def _lay_out(self) -> None:
        editions = FlowRow(self.editions.values())
        word = FlowRow((self.formats["docx"], self.embed))
        pdf = FlowRow((self.formats["pdf"], self.booklet))
        more = FlowRow((self.groups, self.names, self.presets, self.parts), GRID // 2)
        row = QHBoxLayout()
        row.addWidget(self.folder_button, 1)
        row.addWidget(self.close_button)
        row.addWidget(self.change_button)
        row.addWidget(self.cancel_button)
        row.addWidget(self.export_button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(GRID, GRID, GRID, GRID)
        self._column.setSpacing(GRID // 2)
        for told in (self.held, self.faults, self.progress, self._results):
            self._column.addWidget(told)  # above all that is pressed, which stays in its place
        self._column.addWidget(self.notes)
        choices = QVBoxLayout()
        choices.setSpacing(GRID // 2)
        for line in (editions, word, pdf, more):
            choices.addLayout(line)
        self._choices = GivingWay(choices)
        self._column.addWidget(self._choices)
        self._column.addLayout(row)
        # One comes in at the button that writes: what is chosen follows, what leaves comes last.
        boxes = (*self.editions.values(), self.formats["docx"], self.embed, self.formats["pdf"])
        menus = (self.groups, self.names, self.presets, self.parts)
        left = (self.change_button, self.folder_button, self.close_button)
        for one, other in pairwise((self.export_button, *boxes, self.booklet, *menus, *left)):
            self.setTabOrder(one, other)

    @property
    def folder(self) -> Path:
        """Where files go."""
        return self._folder

    def set_folder(self, folder: Path) -> None:
        """Write into another folder."""
        self._folder = folder
        self._show_folder()

    @property
    def ticked(self) -> list[str]:
        """The editions and formats that are ticked."""
        return [name for name, box in self._kept.items() if box.isChecked()]

    def tick(self, ticked: Collection[str]) -> None:
        """Tick these, and no other; where no format is among them, formats stay as they are."""
        for name, box in self._kept.items():
            if box in self.editions.values() or not self.formats.keys().isdisjoint(ticked):
                box.setChecked(name in ticked)

    @property
    def _kept(self) -> dict[str, QCheckBox]:
        """What is remembered from one day to the next, by name."""
        editions = {edition.value: box for edition, box in self.editions.items()}
        return {**editions, **self.formats, "booklet": self.booklet, "embed": self.embed}

    @property
    def is_writing(self) -> bool:
        """Whether files are being written."""
        return self._job is not None

    def show_packet(self, packet: Packet | None) -> None:
        """The packet that would be exported."""
        if packet is None or self._packet is None or packet.id != self._packet.id:
            self._forget_results()
            self.names.forget()
        self._packet = packet
        self._tell_changes()
        self.presets.show_packet(packet)
        self._show_parts()

    def fold(self, *, folded: bool) -> None:
        """Let the choices give their room to what became of them, or be there again."""
        for asked in (self.notes, self._choices):
            asked.setHidden(folded)
        if self.window().focusWidget() is self.change_button:
            self.export_button.setFocus()
        self.change_button.setVisible(folded)
        self.export_button.setMinimumWidth(self.export_button.width() if folded else 0)
        self.export_button.setText(_AGAIN if folded else _WRITE)
        self._results.take_room(all_of_it=folded)

    def _forget_results(self) -> None:
        self._results.clear()
        self._written = None
        self.fold(folded=False)

    def start(self) -> None:
        """Write the files, unless something has to be settled first."""
        if self._packet is None or self._job is not None:
            return
        self._forget_results()
        pressed = self.window().focusWidget() is self.export_button
        self._show_running(running=True)
        if pressed:
            self.cancel_button.setFocus()
        self._job = self._jobs.start(
            partial(
                export,
                booklet=self.booklet.isChecked(),
                originals=self._library,
                names=self.names.names,
                groups=self.groups.groups,
                presets=self.presets.presets,
                embed_fonts=self.embed.isChecked(),
            ),
            self._packet,
            self._folder,
            tuple(edition for edition, box in self.editions.items() if box.isChecked()),
            tuple(name for name, box in self.formats.items() if box.isChecked()),
            done=partial(self._tell_written, self._packet, self._folder),
            failed=partial(self._tell_failure, self._packet),
            cancelled=partial(self._tell_cancelled, self._packet),
            started=lambda job: job.progressed.connect(self._tell_progress),
            writes=lambda exported: exported.is_proven,
        )
        self._offer()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc cancels what is being written."""
        if event.key() == Qt.Key.Key_Escape and self.is_writing:
            self._cancel()
        else:
            super().keyPressEvent(event)

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self.cancel_button.setText("正在取消…")

    def _show_parts(self) -> None:
        preset = preset_for(self._packet.preset, self.presets.presets) if self._packet else None
        self.parts.show_packet(self._packet, preset)
        self.groups.setVisible(preset is not None and preset.is_card)
        self._offer()

    # --- outcomes -------------------------------------------------------------------------

    def _tell_progress(self, done: int, total: int) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)

    def _tell_written(self, packet: Packet, folder: Path, written: Exported) -> None:
        self._end()
        if not written.paths:
            self._tell_held(packet, written.checked)
            return
        self.written.emit(packet)
        whose = self._whose(packet)
        wrong = tuple(self._wrong(packet, written))
        for told in wrong:  # first: a low window shows no more than a line at once
            self._results.add_text(f"⚠ {whose}{told}", "red")
        sign = "" if wrong else "✓ "
        self._results.add_head(sign, f"{whose}已导出 {len(written.paths)} 个文件", folder)
        if told := outcomes.beside_sentence(written.paths):
            self._results.add_text(told, "amber")
        for path in written.paths:
            self._results.add_file(path.name, "打开", path)
        for path in written.read.unread:
            self._results.add_text(f"{path.name} 没能读回来核对引文，打印前请看一遍。", "amber")
        if written.read.passages and not written.read.differing and not written.checked.unproven:
            self._results.add_text(
                f"✓ 已从文件里读回，{written.read.passages} 处引文与原文逐字一致", "muted"
            )
        for told in self._beside(packet, written):
            self._results.add_text(told, "muted")
        if not whose:
            self._written = packet
            self._tell_changes()
            self.fold(folded=True)

    def _whose(self, packet: Packet) -> str:
        """Which packet an outcome is of, where another one is shown by now."""
        is_shown = self._packet is not None and self._packet.id == packet.id
        return "" if is_shown else f"{quoted(packet.title)}"

    def _wrong(self, packet: Packet, written: Exported) -> Iterator[str]:
        """What must be known before the files are used."""
        names = labels(packet)
        for path, item_id in written.read.differing:
            where = names.get(item_id, "一个选段")
            yield f"{path.name}：{where}与学习包里的不一致，请重新导出并核对。"
        yield from outcomes.unproven_sentences(packet, written.checked)

    def _beside(self, packet: Packet, written: Exported) -> Iterator[str]:
        """What is good to know of the files: their fonts, how to print them, pages to save."""
        if written.fonts:
            size, embedded = written.docx_size, written.embedded
            yield from export_sentences(written.fonts, written.paths, size, embedded=embedded)
        preset = preset_for(packet.preset, self.presets.presets)
        yield from outcomes.printing_sentences(written.paths, preset)
        yield from (outcomes.fitting_sentence(edition, pages) for edition, pages in written.loose)

    def show_checked(self, checked: Checked | None) -> None:
        """Say what has to be settled before files can be written."""
        self.held.show_checked(checked)
        self._tell_changes()

    def _tell_changes(self) -> None:
        """Say first of all that the packet is another by now than the one written, while it is;
        files that would not be written as it stands are told of as of the past, too.
        """
        is_own = self._written is not None
        is_other = is_own and self._written != self._packet
        self._results.say_first("此后有改动，要新的文件请再导出一次。" if is_other else "")
        self._results.say_past(is_past=is_other or (is_own and not self.held.isHidden()))

    def _tell_held(self, packet: Packet, checked: Checked) -> None:
        if whose := self._whose(packet):
            self._results.add_text(f"{whose}没有写出文件：{held_sentence(checked)}", "red")
            return
        self.held.show_checked(checked, refused=True)
        self.held.setFocus()

    def _tell_failure(self, packet: Packet, error: Exception) -> None:
        self._end()
        whose = self._whose(packet)
        told = f"{whose}没有写出文件：" if whose else ""
        self._results.add_text(f"⚠ {told}{messages.sentence(error)}", "red")
        self.fold(folded=not whose)

    def _tell_refusal(self, error: Exception) -> None:
        self._forget_results()
        self._results.add_text(f"⚠ {messages.sentence(error)}", "red")

    def _tell_faults(self) -> None:
        """Say which of the user's presets cannot be used; a line each, until they can be."""
        faults = self.presets.faults.items()
        told = (f"{file}：{messages.sentence(error)}" for file, error in faults)
        self.faults.setText("\n".join(told))
        self.faults.setVisible(bool(faults))

    def _tell_cancelled(self, packet: Packet) -> None:
        self._end()
        self._results.add_text(f"{self._whose(packet)}已取消，没有写出文件。", "muted")

    def _end(self) -> None:
        self._job = None
        waiting = self.window().focusWidget() is self.cancel_button
        self._show_running(running=False)
        self._offer()
        if waiting:
            self.export_button.setFocus()

    def results(self) -> list[str]:
        """What the lines below the button say."""
        return self._results.texts()

    # --- state ----------------------------------------------------------------------------

    def _offer(self) -> None:
        signs = self.parts.isEnabled() and self.parts.actions_of[Part.SIGN_IN].isChecked()
        has_record = self.editions[Edition.RECORD].isChecked()
        self.notes.tell(named=bool(self.names.names), printed=has_record, signed=signs)
        chosen = any(box.isChecked() for box in self.editions.values())
        chosen = chosen and any(box.isChecked() for box in self.formats.values())
        ready = self._packet is not None and self._job is None
        self.export_button.setEnabled(chosen and ready)
        self.booklet.setEnabled(self.formats["pdf"].isChecked())
        self.embed.setEnabled(self.formats["docx"].isChecked())

    def _show_running(self, *, running: bool) -> None:
        self.progress.setRange(0, 0)
        self.progress.setVisible(running)
        self.cancel_button.setText("取消")
        self.cancel_button.setVisible(running)
        self.close_button.setVisible(not running)

    def _choose_folder(self) -> None:
        folder = dialogs.ask_folder(self, "导出到哪个文件夹", self._folder)
        if folder is not None:
            self.set_folder(folder)

    def _show_folder(self) -> None:
        self.folder_button.say(f"存到　{self._folder}")
        self.folder_button.setAccessibleName(f"导出到：{self._folder}")
        self.folder_button.setToolTip(str(self._folder))


def _button(words: str, role: str, pressed: Callable[[], object] | SignalInstance) -> QPushButton:
    button = QPushButton(words)
    button.setProperty("role", role)
    button.clicked.connect(pressed)
    return button
