"""The right panel: the real page, what was found, and how it leaves the house."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from studydesk.domain.packet import Packet
from studydesk.handout.choosing import chosen
from studydesk.handout.model import Edition
from studydesk.handout.presets import preset_for
from studydesk.handout.proof_sheet import UNCHECKED, Review
from studydesk.handout.style import Preset
from studydesk.library import Library
from studydesk.study.counting import count
from studydesk.ui.arrange.editors.base import rule
from studydesk.ui.arrange.handout.export_panel import ExportPanel
from studydesk.ui.arrange.handout.findings import Findings
from studydesk.ui.arrange.handout.preview import Preview
from studydesk.ui.icons import IconButton
from studydesk.ui.jobs import Jobs
from studydesk.ui.key_names import native
from studydesk.ui.meanwhile import draw
from studydesk.ui.sentence import Sentence
from studydesk.ui.short_words import PartedButton, unbroken
from studydesk.ui.theme import GRID
from studydesk.ui.words import font_words, messages, outcomes
from studydesk.ui.words.vouching_words import changed_lines

if TYPE_CHECKING:
    from studydesk.export.pdf.writer import PdfFile


_LINK = 4
"""Pixels from the edge of a link to its words."""

_LOW = 560
"""Pixels of the panel: below that, what is open needs the room of the notices."""

_NAMED = 8
"""Characters that are named before 等."""


class HandoutPanel(QWidget):
    """Preview, counts, findings, export."""

    print_requested = Signal()
    booklet_requested = Signal()

    def __init__(self, library: Library, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        draw()
        self.library = library
        self._packet: Packet | None = None
        self._worked_on: Packet | None = None
        self._rests = True
        self.findings = Findings(library, jobs)
        self.export_panel = ExportPanel(jobs, library)
        self.preview = Preview(jobs, self.presets)
        self.preview.made.connect(self._tell_counts)
        self.preview.failed.connect(lambda e: self.preview.tell_trouble(messages.sentence(e)))
        self.findings.hide()
        self.findings.summary_changed.connect(self._tell_findings)
        self.export_panel.names.changed.connect(self.preview.show_names)
        self.export_panel.names.changed.connect(self.findings.show_names)
        self.export_panel.presets.changed.connect(self.preview.offer_presets)
        self.preview.change_wanted.connect(self.export_panel.presets.change_preset)
        self.export_panel.hide()
        self.counts = QLabel()
        self.counts.setProperty("role", "muted")
        self.counts.setAccessibleName("字数、页数和朗读时间")
        self.counts.setWordWrap(True)
        self.borrowed = Sentence(role="muted")
        self.borrowed.setAccessibleName("代用的字体")
        self.borrowed.hide()
        self.changed = _warning("签字以后的改动")
        self.findings_button = PartedButton("校对")
        self.findings_button.setProperty("role", "link")
        self.findings_button.setCheckable(True)
        keys = f"F8 下一条，F9 保留，{native('Shift+F9')} 改正"
        self.findings_button.setToolTip(f"列出校对提示（{keys}）")
        self.findings_button.toggled.connect(self._open_findings)
        self.export_button = QPushButton("导出")
        self.export_button.setCheckable(True)
        self.export_button.setProperty("role", "primary")
        self.export_button.setToolTip(f"导出讲义（{native('Ctrl+E')}）")
        self.export_button.toggled.connect(self._open_export)
        self.openers = (self.findings_button, self.export_button)
        self.export_panel.closed.connect(self.put_away)
        self.export_panel.held.settle_requested.connect(self.settle)
        self.print_button = QPushButton("打印")
        self.print_button.setToolTip(f"打印（{native('Ctrl+P')}）")
        self.print_button.clicked.connect(self.print_requested)
        self.print_otherwise = IconButton("chevron-down", "换一种打印：小册子")
        self.print_otherwise.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        ways = QMenu(self.print_otherwise)
        self.print_otherwise.setMenu(ways)
        ways.addAction("印成小册子…", self.booklet_requested.emit)
        self._lay_out()
        draw()

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        words = QVBoxLayout()
        words.setSpacing(2)  # for the ring of the link
        words.addWidget(self.findings_button, 0, Qt.AlignmentFlag.AlignLeft)
        for label in (self.counts, self.borrowed):
            label.setContentsMargins(_LINK, 0, GRID // 2, 0)
            words.addWidget(label)
        foot.addLayout(words, 1)
        foot.addWidget(self.export_button)
        foot.addSpacing(GRID)
        foot.addWidget(self.print_button)
        foot.addWidget(self.print_otherwise)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.preview, 1)  # it gives way to what is opened
        layout.addWidget(rule())
        layout.addWidget(self.findings)
        layout.addWidget(self.export_panel)
        layout.addWidget(self.changed)
        layout.addLayout(foot)  # last: its buttons stay where they are when something opens
        self.setFocusProxy(self.preview.edition)

    @property
    def presets(self) -> Mapping[str, Preset]:
        """The presets that handouts may be printed with, by name."""
        return self.export_panel.presets.presets

    @property
    def review(self) -> Review:
        """What the check found in the packet as it is now, for the proof sheet."""
        if self._packet is None:
            return UNCHECKED
        return outcomes.review_of(self._packet, self.findings.checked)

    def show_packet(self, packet: Packet | None) -> None:
        """Show a packet's pages and check it."""
        is_other = packet is None or self._packet is None or packet.id != self._packet.id
        if is_other and not self.export_panel.is_writing:
            self.export_button.setChecked(False)
        self._packet = packet
        self.export_panel.show_packet(packet)
        self.changed.setText("\n".join(changed_lines(packet)) if packet else "")
        self.changed.setVisible(bool(self.changed.text()))
        if self.isVisible():
            self._work_on(packet)
        buttons = (self.export_button, self.print_button, self.print_otherwise)
        for button in (*buttons, self.findings_button):
            button.setEnabled(packet is not None)
        if packet is None:
            self.counts.clear()

    def _work_on(self, packet: Packet | None) -> None:
        if self._rests or packet is not self._worked_on:
            self._worked_on, self._rests = packet, False
            self.preview.show_packet(packet)
            self.findings.show_packet(packet)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with the packet."""
        super().showEvent(event)
        self._work_on(self._packet)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is made that nobody sees."""
        super().hideEvent(event)
        self._rests = True
        self.preview.rest()
        self.findings.rest()
        self.export_panel.presets.editing.close()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There may be room for what stood back."""
        super().resizeEvent(event)
        self._leave_room()

    def _leave_room(self) -> None:
        """What is told above the page stands back in a low window while something is open below."""
        opened = any(button.isChecked() for button in self.openers)
        self.preview.notices.give_way(opened and self.height() < _LOW)

    def put_away(self) -> bool:
        """Put away what is open below the page, but not files that are being written; whether
        anything was. The button that opened it has the keys then, where they were in there.
        """
        opened = [button for button in self.openers if button.isChecked()]
        if not opened or self.export_panel.is_writing:
            return False
        if self.isAncestorOf(self.window().focusWidget() or self.window()):
            opened[0].setFocus()
        opened[0].setChecked(False)
        return True

    def _open_findings(self, shown: bool) -> None:
        """Show findings or put them away; the page keeps its room, so export goes away then."""
        self.findings.setVisible(shown)
        if shown:
            self.export_button.setChecked(False)
        self._leave_room()

    def _open_export(self, shown: bool) -> None:
        self.export_panel.setVisible(shown)
        if shown:
            seen = Edition(self.preview.edition.currentText())
            self.export_panel.editions[seen].setChecked(True)
            self.export_panel.fold(folded=False)
            self.findings_button.setChecked(False)
        self._leave_room()

    def step_finding(self, step: int) -> None:
        """Open the list and go to the next finding (1) or the one before (-1)."""
        self.findings_button.setChecked(True)
        self.findings.step(step)

    def settle(self) -> None:
        """Open the list at what keeps the packet from going out."""
        self.findings_button.setChecked(True)
        self.findings.go_to_first()

    def mend_finding(self) -> None:
        """Put the marked finding right as is suggested; the list is opened first."""
        if self.findings_button.isChecked():
            self.findings.settling.mend()
        else:
            self.step_finding(1)

    def keep_finding(self) -> None:
        """Let the marked finding stand; the list is opened first."""
        if self.findings_button.isChecked():
            self.findings.settling.keep()
        else:
            self.step_finding(1)

    def open_export(self) -> None:
        """Open the export panel with its button ready."""
        self.export_button.setChecked(True)
        self.export_panel.fold(folded=False)
        self.export_panel.export_button.setFocus()

    def _tell_counts(self, file: "PdfFile") -> None:
        if self._packet is not None:
            preset = preset_for(self._packet.preset, self.presets)
            is_cut = bool(self.preview.left_out)
            counts = count(chosen(self._packet, preset) if is_cut else self._packet)
            words = f"{counts.characters:,} 字 · {file.page_count} 页　"  # where a line may end
            self.counts.setText(words + unbroken(f"朗读 {counts.minutes} 分钟"))
        self._tell_borrowed(file)

    def _tell_borrowed(self, file: "PdfFile") -> None:
        """Name the fonts that cannot be had and the characters that another face draws, and lines
        at the head and foot that are cut short.
        """
        characters = list(dict.fromkeys(s.character for s in file.substitutions if s.used))
        named = "、".join(characters[:_NAMED]) + ("等" if len(characters) > _NAMED else "")
        told = [font_words.font_sentence(offer) for offer in file.unusable_fonts]
        told += [f"{named}由相近的字体代印"] if characters else []
        told += [f"页眉或页脚太长，印成“{line}”" for line in file.cut_short]
        self.borrowed.setText("\n".join(told))
        self.borrowed.setToolTip(font_words.borrowed_sentence(file.substitutions))
        self.borrowed.setVisible(bool(told))

    def _tell_findings(self, summary: str) -> None:
        self.findings_button.say(summary or "校对")
        self.preview.show_review(self.review)
        self.export_panel.show_checked(self.findings.checked)


def _warning(name: str) -> QLabel:
    """A line in amber, which is seen where there is something to warn of."""
    label = Sentence(role="amber")
    label.setAccessibleName(name)
    label.setContentsMargins(2 * GRID, GRID, 2 * GRID, 0)
    label.hide()
    return label
