"""校对 and 引文核对 below the page: one calm line each; a click goes to the place."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from studydesk.domain.article import Severity
from studydesk.domain.packet import Packet, PassageItem
from studydesk.library import Library
from studydesk.services import checking
from studydesk.services.checking import Checked, QuotationStatus
from studydesk.ui import outcomes, theme
from studydesk.ui.item_kinds import labels
from studydesk.ui.jobs import Jobs, Progress
from studydesk.ui.latest import Latest
from studydesk.ui.theme import GRID

_PAUSE = 400
"""Milliseconds without an edit before the packet is checked again."""

_ITEM = Qt.ItemDataRole.UserRole
_SEVERITY = Qt.ItemDataRole.UserRole + 1
_SIGNS = {Severity.RED: "必改", Severity.AMBER: "留意", Severity.GREY: "参考"}
_SHOWN_LINES, _MOST = 5, 26 * GRID
"""Findings that are seen at once, and the pixels that they take at most."""

_OF_A_SOURCE = ("newspaper", "published", "page")
"""The parts of a citation that all articles of a source have in common."""


def _check(progress: Progress, packet: Packet, library: Library) -> Checked:
    progress(0, 1)
    return checking.check_against(library, packet)


def _uncited(packet: Packet | None, checked: Checked | None) -> list[str]:
    """The passages of which it is unknown where they were published, and whose article is kept."""
    if packet is None or checked is None:
        return []
    lost = {r.item_id for r in checked.quotations if r.status is QuotationStatus.SOURCE_MISSING}
    incomplete = {f.item_id for f in checked.findings if f.field == "citation"} - lost
    return [
        item.id
        for item in packet.items
        if isinstance(item, PassageItem)
        and item.id in incomplete
        and not all(getattr(item.passage.citation, part) for part in _OF_A_SOURCE)
    ]


class Findings(QWidget):
    """Checks the packet off the interface thread and lists what was found."""

    item_requested = Signal(str)
    """Go to this item."""
    facts_requested = Signal(str)
    """Fill in where the source of this item, a passage, was published."""
    summary_changed = Signal(str)
    """校对 2 · 引文 5/5 ✓"""
    failed = Signal(object)

    def __init__(self, library: Library, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._latest = Latest(jobs, self._check, _PAUSE, self)
        self._packet: Packet | None = None
        self._labels: dict[str, str] = {}
        self._uncited: list[str] = []
        self.checked: Checked | None = None
        self.list = QListWidget()
        self.list.setAccessibleName("校对提示")
        self.list.setProperty("ground", "window")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setStyleSheet("QListView::item { padding: 4px 8px; }")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.itemClicked.connect(self._go)
        self.list.itemActivated.connect(self._go)
        self.facts = QPushButton("填写出处…")
        self.facts.setProperty("role", "link")
        self.facts.setToolTip("报名、日期、版次填一次，同一来源的选段都用它")
        self.facts.clicked.connect(self._ask_facts)
        self.facts.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID, 0, GRID, 0)
        layout.addWidget(self.list)
        layout.addWidget(self.facts, 0, Qt.AlignmentFlag.AlignLeft)

    def show_packet(self, packet: Packet | None) -> None:
        """Check a packet, after a short pause; what was found in another one goes at once."""
        self._packet = packet
        if self.checked and (packet is None or packet.id != self.checked.packet.id):
            self._tell(None)
        self._latest.ask()

    def check_again(self) -> None:
        """Check the packet anew: what it is held against is another now."""
        self._latest.ask()

    def rest(self) -> None:
        """Check nothing more until a packet is shown again."""
        self._latest.rest()

    def next(self) -> None:
        """Go to the finding after the marked one, round and round."""
        if self.list.count():
            self.list.setCurrentRow((self.list.currentRow() + 1) % self.list.count())
            self._go(self.list.currentItem())

    def _check(self) -> None:
        if self._packet is not None:
            self._latest.run(
                _check, self._packet, self._library, done=self._tell, failed=self.failed.emit
            )

    def _tell(self, checked: Checked | None) -> None:
        self.checked = checked
        row = self.list.currentRow()
        self.list.clear()
        self._uncited = _uncited(self._packet, checked)
        self.facts.setVisible(bool(self._uncited))
        if checked is not None:
            self._list(checked)
            self.list.setCurrentRow(min(row, self.list.count() - 1))
        self._fit()
        self.summary_changed.emit(self._summary())

    def _fit(self) -> None:
        """Show a few lines whole; the others scroll."""
        shown = range(min(self.list.count(), _SHOWN_LINES))
        rows = [self.list.sizeHintForRow(row) for row in shown]
        self.list.setFixedHeight(min(sum(rows), _MOST) + GRID)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Sentences take more lines where there is less room."""
        super().resizeEvent(event)
        self._fit()

    def _list(self, checked: Checked) -> None:
        self._labels = labels(self._packet) if self._packet else {}
        for result in checked.quotations:
            severity = outcomes.quotation_severity(result)
            if severity is not None:
                self._add(severity, result.item_id, outcomes.quotation_sentence(result))
        for finding in checked.findings:
            self._add(finding.severity, finding.item_id, outcomes.finding_sentence(finding))

    def _add(self, severity: Severity, item_id: str, sentence: str) -> None:
        place = self._labels.get(item_id, "")
        parts = (_SIGNS[severity], place, sentence)
        line = QListWidgetItem("　".join(part for part in parts if part))
        line.setToolTip(sentence)
        line.setData(_ITEM, item_id)
        line.setData(_SEVERITY, severity)
        self.list.addItem(line)
        self._colour(line)

    def _colour(self, line: QListWidgetItem) -> None:
        scheme = theme.colours(self.palette())
        inks = {
            Severity.RED: scheme.red,
            Severity.AMBER: scheme.amber,
            Severity.GREY: scheme.muted,
        }
        line.setForeground(QColor(inks[Severity(line.data(_SEVERITY))]))

    def changeEvent(self, event: QEvent) -> None:
        """Colour the lines anew when light turns to dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            for row in range(self.list.count()):
                self._colour(self.list.item(row))

    def _summary(self) -> str:
        if self.checked is None:
            return ""
        quotations = self.checked.quotations
        verbatim = self.checked.verbatim
        count = len(self.checked.findings)
        proof = f"校对 {count}" if count else "校对未见提示"
        if not quotations:
            return proof
        sign = "✓" if verbatim == len(quotations) else "⚠"
        return f"{proof} · 引文 {verbatim}/{len(quotations)} {sign}"

    def _ask_facts(self) -> None:
        """Ask for the passage of the marked line, or for the first that lacks something."""
        line = self.list.currentItem()
        marked = line.data(_ITEM) if line is not None else ""
        self.facts_requested.emit(marked if marked in self._uncited else self._uncited[0])

    def _go(self, line: QListWidgetItem) -> None:
        self.item_requested.emit(line.data(_ITEM))
