"""校对 and 引文核对 below the page: one calm line each; a click goes to the place."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from studydesk.domain.article import Severity
from studydesk.domain.missing import missing_facts
from studydesk.domain.own_words import own_words
from studydesk.domain.packet import Packet, PassageItem
from studydesk.domain.passage_names import GONE
from studydesk.library import Library
from studydesk.services import checking
from studydesk.services.checking import Checked, Finding, QuotationStatus
from studydesk.services.phrase_bank import LEVEL_NAMES
from studydesk.services.presets import read_presets
from studydesk.ui import theme
from studydesk.ui.actions import missing
from studydesk.ui.arrange.handout.finding_list import FindingList
from studydesk.ui.arrange.handout.settling import Found, Settling, differing
from studydesk.ui.arrange.handout.signing_menu import SigningMenu
from studydesk.ui.giving_way import LowPanel
from studydesk.ui.jobs import Jobs, Progress
from studydesk.ui.latest import Latest
from studydesk.ui.sentence import Sentence
from studydesk.ui.theme import GRID
from studydesk.ui.words import outcomes
from studydesk.ui.words.finding_words import finding_sentence
from studydesk.ui.words.item_kinds import labels
from studydesk.ui.words.vouching_words import kept_sentence, way_out

_PAUSE = 400
"""Milliseconds without an edit before the packet is checked again."""

_ITEM = Qt.ItemDataRole.UserRole
_SEVERITY = Qt.ItemDataRole.UserRole + 1
_FOUND = Qt.ItemDataRole.UserRole + 2
_IS_KEPT = Qt.ItemDataRole.UserRole + 3
_KEPT = "✓ 保留"
_NOTHING_WAITS = "没有要处理的校对提示。"
_TOO_SHORT = "A02"
"""The rule that finds a session shorter than what it asks for."""
_NOTHING_FOUND = "没有校对提示，可以导出、打印了；要走审签手续，先在这里签字。"
_BUT_MISSING = "没有校对提示，但还缺 {} 项没有填，打印前可从“还缺”补上。"
_CHECKING = "正在核对……"
_UNCHECKED = "还没有校对完，请稍候再按。"

_OF_NOTHING = ("E03", "E09")
"""The rules that find names of passages and questions that are not there."""

_OF_A_SOURCE = ("newspaper", "published", "page")
"""The parts of a citation that all articles of a source have in common."""


def _check(progress: Progress, packet: Packet, library: Library, names: Sequence[str]) -> Checked:
    presets = read_presets(library.folder).by_name
    return checking.check_against(library, packet, progress, presets, names)


def _nothing_found(packet: Packet) -> str:
    """Nothing is to be looked at, unless facts are missing that readers will ask for."""
    lacking = len(missing_facts(packet))
    return _BUT_MISSING.format(lacking) if lacking else _NOTHING_FOUND


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


def _fact(found: Found) -> str:
    """Which of the facts of a packet a finding about none of its items is of."""
    if not isinstance(found, Finding) or found.field != "session":
        return "title"
    return "minutes" if found.rule == _TOO_SHORT else "unit"


def _rank(severity: Severity, found: Found, place: int) -> tuple[bool, int, int]:
    start = found.start if isinstance(found, Finding) else 0
    return severity is not Severity.RED, place, start


class Findings(LowPanel):
    """Checks the packet off the interface thread and lists what was found."""

    item_requested = Signal(str)
    """Go to this item."""
    fact_requested = Signal(str)
    """Go to what the packet itself is found to say: its title, unit or minutes."""
    words_requested = Signal(str, int, int)
    """Show the words of its field from start to end."""
    keys_requested = Signal()
    """Let the words that were shown last be written over at once."""
    facts_requested = Signal(str)
    """Fill in where the source of this item, a passage, was published."""
    summary_changed = Signal(str)
    """校对 2 · 引文 5/5 ✓"""
    differing = Signal(object)
    """The passages (ids of items) that are not as their articles, and nobody answers for."""
    failed = Signal(object)

    def __init__(self, library: Library, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._latest = Latest(jobs, self._check, _PAUSE, self)
        self._packet: Packet | None = None
        self._names: tuple[str, ...] = ()
        self._labels: dict[str, str] = {}
        self._uncited: list[str] = []
        self._left: frozenset[str] = frozenset()
        self.checked: Checked | None = None
        self.list = FindingList()
        self.list.itemClicked.connect(self._go)
        self.list.itemActivated.connect(self._go_to_write)
        self.facts = QPushButton("填写出处…")
        self.facts.setProperty("role", "link")
        self.facts.setToolTip("报名、日期、版次填一次，同一来源的选段都用它")
        self.facts.clicked.connect(self._ask_facts)
        self.facts.hide()
        self.settling = Settling(library)
        self.settling.settled.connect(self._go_on)
        self.settling.asked_again.connect(self._latest.ask)
        self.list.currentRowChanged.connect(self._offer)
        self.signing = SigningMenu(library)
        for more in (self.facts, self.signing):
            self.settling.tools.addWidget(more)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID, 0, GRID, GRID)
        self.nothing = Sentence(_CHECKING, "muted")
        self.nothing.setContentsMargins(GRID, GRID, GRID, 0)
        layout.addWidget(self.nothing)
        layout.addWidget(self.list)
        layout.addWidget(self.settling)

    def show_packet(self, packet: Packet | None) -> None:
        """Check a packet, after a short pause; what was found in another one goes at once."""
        self._packet = packet
        self.signing.show_packet(packet)
        if self.checked and (packet is None or packet.id != self.checked.packet.id):
            self._tell(None)
        self._offer()
        self._say_why()
        self._latest.ask()

    def show_names(self, names: Sequence[str]) -> None:
        """Check the names of those who are to sign, too."""
        self._names = tuple(names)
        self._latest.ask()

    def show_left(self, item_ids: Collection[str]) -> None:
        """These passages were left as they are where their pages were tidied."""
        if frozenset(item_ids) != self._left:
            self._left = frozenset(item_ids)
            self._tell(self.checked)

    def check_again(self) -> None:
        """Check the packet anew: what it is held against is another now."""
        self._latest.ask()

    def rest(self) -> None:
        """Check nothing more until a packet is shown again."""
        self._latest.rest()

    def step(self, step: int) -> None:
        """Go to the next finding (1) or the one before (-1), round and round; those that were let
        stand are passed over.
        """
        rows = range(self.list.count())
        waiting = [row for row in rows if not self.list.item(row).data(_IS_KEPT)]
        if not waiting:
            self.settling.told.emit(self._why_none())
            return
        here = self.list.currentRow()
        ahead = [row for row in waiting if (row > here if step > 0 else row < here)]
        row = (ahead or waiting)[0 if step > 0 else -1]
        if row == here:
            self.settling.told.emit("只有这一条校对提示要处理。")
        self.list.setCurrentRow(row)
        self._go(self.list.item(row))

    def _why_none(self) -> str:
        """Why there is no finding to go to; a check that failed is made once more."""
        if self._packet is None:
            return missing("packet")
        if self.checked is None and not self._latest.busy:
            self._latest.ask()
        return _UNCHECKED if self.checked is None else _NOTHING_WAITS

    def go_to_first(self) -> None:
        """Go to the first thing that keeps the packet from going out, to put it right."""
        for row in range(self.list.count()):
            line = self.list.item(row)
            if line.data(_SEVERITY) == Severity.RED and not line.data(_IS_KEPT):
                self.list.setCurrentRow(row)
                self._go_to_write(line)
                return

    def _offer(self) -> None:
        """Offer what can be done about the marked line."""
        line = self.list.currentItem()
        found: Found | None = line.data(_FOUND) if line is not None else None
        is_kept = bool(line.data(_IS_KEPT)) if line is not None else False
        self.settling.show_found(self._packet, found, is_kept=is_kept)

    def _go_on(self, is_mended: bool) -> None:
        """Take the line that was settled out, before the packet is checked anew, and mark the next
        one; words that were put right stay in the editor and on the page, to be looked at.
        """
        row = self.list.currentRow()
        self.list.takeItem(row)
        if 0 <= row < self.list.count() and not self.list.item(row).data(_IS_KEPT):
            self.list.setCurrentRow(row)
            if not is_mended:
                self._go(self.list.item(row))
        self._offer()

    def _check(self) -> None:
        if self._packet is not None:
            self._latest.run(
                *(_check, self._packet, self._library, self._names),
                done=self._tell,
                failed=self.failed.emit,
            )

    def _tell(self, checked: Checked | None) -> None:
        self.checked = checked
        line, row = self.list.currentItem(), self.list.currentRow()
        marked = line.data(_FOUND) if line is not None else None
        self.list.blockSignals(True)  # what is typed beside the marked line stays
        self.list.clear()
        self._uncited = _uncited(self._packet, checked)
        self.facts.setVisible(bool(self._uncited))
        if checked is not None:
            self._list(checked)
            rows = range(self.list.count())
            same = (each for each in rows if self.list.item(each).data(_FOUND) == marked)
            self.list.setCurrentRow(next(same, min(row, self.list.count() - 1)))
        self.list.blockSignals(False)
        self._offer()
        self._say_why()
        self._fit()
        self.summary_changed.emit(self._summary())
        unsettled = checked.unsettled_quotations if checked else ()
        self.differing.emit({result.item_id for result in unsettled if differing(result)})

    def _fit(self) -> None:
        """Nothing is shown that has nothing to act on."""
        count = self.list.count()
        self.list.setVisible(bool(count))
        self.nothing.setVisible(not count)
        self.list.fit()
        self.settling.show_listed(bool(count))

    def _say_why(self) -> None:
        """Say what is to be done, or waited for, where nothing is listed."""
        waiting = _CHECKING if self._packet else missing("packet")
        self.nothing.setText(_nothing_found(self.checked.packet) if self.checked else waiting)

    def _list(self, checked: Checked) -> None:
        """What keeps the packet from going out comes first, then what waits in the order of the
        packet, and last what was let stand.
        """
        self._labels = labels(self._packet) if self._packet else {}
        told: list[tuple[Severity, Found, str]] = [
            (severity, result, outcomes.quotation_sentence(result))
            for result in checked.quotations
            if (severity := outcomes.quotation_severity(result)) is not None
        ]
        told += [(one.severity, one, finding_sentence(one)) for one in checked.findings]
        places = {item.id: place for place, item in enumerate(checked.packet.items)}
        told.sort(key=lambda one: _rank(one[0], one[1], places.get(one[1].item_id, -1)))
        for severity, found, sentence in told:
            if checked.kept(found) is None:
                differs, is_left = differing(found), found.item_id in self._left
                ways = way_out(differs, is_left=is_left) if differs else ""
                self._add(severity, found, sentence + ways)
        for severity, found, sentence in told:
            if kept := checked.kept(found):
                self._add(severity, found, f"{sentence}{kept_sentence(kept)}。", is_kept=True)

    def _add(
        self, severity: Severity, found: Found, sentence: str, *, is_kept: bool = False
    ) -> None:
        place = self._labels.get(found.item_id, "")
        if isinstance(found, Finding) and not place:
            place = outcomes.place_told(found)
        parts = (_KEPT if is_kept else LEVEL_NAMES[severity], place, sentence)
        line = QListWidgetItem("　".join(part for part in parts if part))
        line.setToolTip(sentence)
        line.setData(_ITEM, found.item_id)
        line.setData(_SEVERITY, severity)
        line.setData(_FOUND, found)
        line.setData(_IS_KEPT, is_kept)
        self.list.addItem(line)
        self._colour(line)

    def _colour(self, line: QListWidgetItem) -> None:
        scheme = theme.colours(self.palette())
        inks = {
            Severity.RED: scheme.red,
            Severity.AMBER: scheme.amber,
            Severity.GREY: scheme.muted,
        }
        ink = scheme.muted if line.data(_IS_KEPT) else inks[Severity(line.data(_SEVERITY))]
        line.setForeground(QColor(ink))

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
        open_ones = (*self.checked.open, *self.checked.unsettled_quotations)
        is_clean = not (self.checked.findings or self.checked.unproven)
        proof = "校对未见提示" if is_clean else f"校对 {len(open_ones)}"
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
        if item_id := line.data(_ITEM):
            self.item_requested.emit(item_id)
        else:
            self.fact_requested.emit(_fact(line.data(_FOUND)))
        if place := self._place(line.data(_FOUND)):
            self.words_requested.emit(*place)

    def _go_to_write(self, line: QListWidgetItem) -> None:
        """Go where words are to be put right, and let them be written over."""
        self._go(line)
        if line.data(_ITEM) and self._place(line.data(_FOUND)):
            self.keys_requested.emit()

    def _place(self, found: Found) -> tuple[str, int, int] | None:
        """Field, start and end of the words that were found; a name of what is not there is told
        without its place.
        """
        if not isinstance(found, Finding):
            return None
        if found.end > found.start:
            return found.field, found.start, found.end
        items = self.checked.packet.items if self.checked else ()
        item = next((each for each in items if each.id == found.item_id), None)
        if found.rule not in _OF_NOTHING or item is None:
            return None
        text = next((own.text for own in own_words(item) if own.field == found.field), "")
        words = found.found if found.found in text else GONE
        start = text.find(words)
        return (found.field, start, start + len(words)) if start >= 0 else None
