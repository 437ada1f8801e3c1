"""Below the list of findings: what can be done about the marked one, in one step that can be
undone: put it right, let it stand, or do without its rule.
"""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from studydesk.domain import edits
from studydesk.domain.article import Severity
from studydesk.domain.packet import Packet
from studydesk.errors import StudyDeskError
from studydesk.library import Library
from studydesk.services.checking import (
    Finding,
    QuotationResult,
    QuotationStatus,
    may_stand,
    standing,
)
from studydesk.services.mending import CUT_SENTENCE, can_mend, mend
from studydesk.ui.deed import Deed
from studydesk.ui.fields import LineField
from studydesk.ui.flow_row import FlowRow
from studydesk.ui.key_names import native
from studydesk.ui.own_undo import OwnUndo
from studydesk.ui.sentence import Sentence
from studydesk.ui.unanswered_keys import press_button
from studydesk.ui.words.finding_words import rule_name
from studydesk.ui.words.quotes import quoted

Found = Finding | QuotationResult

NAME = "who answers"
"""The name that was signed with last is remembered in the library under this key."""


def needs_name(found: Found) -> bool:
    """Whether somebody has to answer by name for what is let stand."""
    return not isinstance(found, Finding) or found.severity is Severity.RED


class Settling(QWidget):
    """改正, 保留, 不再提示; and the two fields of who lets a red one stand, and why."""

    edited = Signal(str, object)
    """The user made the packet this: name of the step, packet."""
    undoable = Signal(object)
    """A rule was silenced for the whole library, or is asked again: a Deed."""
    asked_again = Signal()
    """Other rules are asked now: check anew."""
    settled = Signal(bool)
    """The marked finding needs nothing more; whether words were put right."""
    tidy_requested = Signal(str)
    """Ask which words this item, a passage, is to have, where its page is tidied."""
    trash_requested = Signal()
    """Show what was deleted, to bring the article of a passage back."""
    told = Signal(str)
    """What was done, or why nothing was."""
    failed = Signal(object)

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._packet: Packet | None = None
        self._found: Found | None = None
        self._asked_about: Found | None = None
        self._is_kept = False
        self.mend_button = QPushButton("改正")
        self.mend_button.clicked.connect(self.mend)
        self.keep_button = QPushButton("保留")
        self.keep_button.clicked.connect(self.keep)
        self.rules = QToolButton()
        self.rules.setText("不再提示 ▾")
        self.rules.setToolTip("关掉这一类提示，或把关掉的恢复")
        self.rules.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.rules.setMenu(QMenu(self.rules))
        self.rules.menu().aboutToShow.connect(self._list_rules)
        self.name = LineField("谁来负责", "姓名")
        self.reason = LineField("理由", "理由，可不填")
        self.confirm = QPushButton("署名保留")
        self.confirm.setProperty("role", "primary")
        self.confirm.clicked.connect(self._keep_by_name)
        for field in (self.name, self.reason):
            OwnUndo(field)
            field.returnPressed.connect(self._keep_by_name)
        self.name.textChanged.connect(lambda text: self.confirm.setEnabled(bool(text.strip())))
        self._lay_out()
        self.show_found(None, None, is_kept=False)

    def _lay_out(self) -> None:
        self.tools = FlowRow((self.mend_button, self.keep_button, self.rules))
        self._answer = QWidget()
        who = QHBoxLayout()
        who.addWidget(self.name, 2)
        who.addWidget(self.reason, 3)
        who.addWidget(self.confirm)
        note = Sentence("核对无误、照用：姓名和日期会印在审校单上。", "muted")
        column = QVBoxLayout(self._answer)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(who)
        column.addWidget(note)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self.tools)
        layout.addWidget(self._answer)
        self._answer.hide()

    def show_found(self, packet: Packet | None, found: Found | None, *, is_kept: bool) -> None:
        """Offer what can be done about a finding, or about one that was let stand."""
        if found != self._found:
            self._answer.hide()
        self._packet, self._found, self._is_kept = packet, found, is_kept
        mendable = isinstance(found, Finding) and can_mend(found) and not is_kept
        differs = differing(found) is not None
        self.mend_button.setEnabled(mendable or differs or _is_deleted(found))
        self.mend_button.setText(_COMPLETE if _is_cut(found) else "改正")
        way = _way(found) if mendable and isinstance(found, Finding) else "没有唯一的改法"
        if differs:
            self.mend_button.setText("去整理…")
            way = "到“整理”里对照选段和现文，换用新文，或者保留原样"
        if _is_deleted(found):
            self.mend_button.setText("去回收站…")
            way = "在回收站里选这篇文章，点“恢复”"
        self.mend_button.setToolTip(f"{way}（{native('Shift+F9')}）")
        self.keep_button.setText("重新提示" if is_kept else "保留")
        self.keep_button.setToolTip("又当作没有看过（F9）" if is_kept else _KEEP)
        self.keep_button.setEnabled(found is not None and (is_kept or may_stand(found)))

    def show_listed(self, listed: bool) -> None:
        """Offer to put right and let stand where something is listed, and rules where one can be
        silenced or is.
        """
        for button in (self.mend_button, self.keep_button):
            button.setVisible(listed)
        in_packet = self._packet is not None and self._packet.silenced
        self.rules.setVisible(bool(listed or in_packet or self._library.silenced_rules()))

    def mend(self) -> None:
        """Put the suggestion in place of what was found."""
        if self._packet is None or self._found is None:
            self.told.emit(_NOTHING)
        elif not self.mend_button.isEnabled():
            self.told.emit("这一条没有唯一的改法，请自己改，或者保留。")
        elif differing(self._found):
            self.tidy_requested.emit(self._found.item_id)
        elif _is_deleted(self._found):
            self.trash_requested.emit()
        elif isinstance(self._found, Finding):
            try:
                packet = mend(self._library, self._packet, self._found)
            except StudyDeskError as error:
                self.failed.emit(error)
            else:
                words = f"把{quoted(self._found.found)}{_way(self._found)}"
                self._edit(_COMPLETE if _is_cut(self._found) else words, packet, is_mended=True)

    def keep(self) -> None:
        """Let the finding stand, or ask for who does; one that stands is asked about again."""
        found, packet = self._found, self._packet
        if found is None or packet is None:
            self.told.emit(_NOTHING)
        elif not self.keep_button.isEnabled():
            self.told.emit("版面上也没有这样的原文，不能保留；请用新文，或重新选段。")
        elif self._is_kept:
            self._edit("重新提示", edits.ask_again(packet, standing(found)))
        elif needs_name(found):
            self._answer.show()
            if found != self._asked_about:  # else what was typed for it stays
                self._asked_about = found
                self.name.setText(self._library.recall(NAME, ""))
                self.reason.clear()
            self.confirm.setEnabled(bool(self.name.text().strip()))
            (self.reason if self.name.text() else self.name).setFocus()
        else:
            self._edit("保留提示", edits.keep(packet, standing(found)))

    def _keep_by_name(self) -> None:
        name = " ".join(self.name.text().split())
        if not name or self._found is None or self._packet is None:
            return
        try:
            self._library.remember(NAME, name)
        except StudyDeskError as error:
            self.failed.emit(error)
        kept = standing(self._found, name, " ".join(self.reason.text().split()))
        self._asked_about = None
        self._edit("署名保留提示", edits.keep(self._packet, kept))

    def _edit(self, step: str, packet: Packet, *, is_mended: bool = False) -> None:
        self._answer.hide()
        self.edited.emit(step, packet)
        self.settled.emit(is_mended)
        self.told.emit(f"已{step}；{native('Ctrl+Z')} 撤消。")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts the two fields away. Enter was answered by them, or presses a button: it goes no
        further, or it would press what has the keys then.
        """
        if event.key() == Qt.Key.Key_Escape and self._answer.isVisible():
            self._answer.hide()
            self.keep_button.setFocus()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            press_button(event, self.focusWidget())
        else:
            super().keyPressEvent(event)

    # --- rules ----------------------------------------------------------------------------

    def _list_rules(self) -> None:
        """Fill the menu: the rule of the marked finding, and those that are not asked."""
        menu, packet = self.rules.menu(), self._packet
        menu.clear()
        of_all = self._library.silenced_rules()
        of_this = frozenset(packet.silenced) if packet is not None else frozenset()
        found = self._found
        if isinstance(found, Finding) and packet is not None:
            rule = found.rule
            here = edits.silence(packet, rule)
            step = f"不再提示{quoted(rule_name(rule))}"
            menu.addAction("本学习包不再提示这一类", partial(self.edited.emit, step, here))
            menu.addAction("本资料库都不再提示这一类", partial(self._silence, rule, True))
        elif not (of_all or of_this):
            menu.addAction("先选一条文字上的提示").setEnabled(False)
        if of_all or of_this:
            menu.addSeparator()
            menu.addAction("已经关掉的，点一下恢复：").setEnabled(False)
        self._list_silenced(menu, of_this, "本学习包", self._hear)
        self._list_silenced(menu, of_all, "本资料库", lambda rule: self._silence(rule, False))

    def _list_silenced(
        self, menu: QMenu, rules: Iterable[str], where: str, hear: Callable[[str], object]
    ) -> None:
        for rule in sorted(rules):
            menu.addAction(f"{rule_name(rule)}　{where}", partial(hear, rule))

    def _hear(self, rule: str) -> None:
        if self._packet is not None:
            step = f"恢复提示{quoted(rule_name(rule))}"
            self.edited.emit(step, edits.hear(self._packet, rule))

    def _silence(self, rule: str, silenced: bool) -> None:
        """Let a rule not be asked in this library, or be asked again."""

        def do(*, silenced: bool) -> None:
            self._library.silence_rule(rule, silenced=silenced)
            self.asked_again.emit()

        try:
            do(silenced=silenced)
        except StudyDeskError as error:
            self.failed.emit(error)
            return
        what = f"在本资料库{'不再提示' if silenced else '恢复提示'}{quoted(rule_name(rule))}"
        back, again = partial(do, silenced=not silenced), partial(do, silenced=silenced)
        self.undoable.emit(Deed(what, back, again, f"已{what}。"))


def differing(found: Found | None) -> QuotationResult | None:
    """What was found, if it is a passage that its article has otherwise, or no more."""
    is_one = isinstance(found, QuotationResult) and found.status is QuotationStatus.DIFFERS
    return found if isinstance(found, QuotationResult) and is_one else None


def _is_deleted(found: Found | None) -> bool:
    return isinstance(found, QuotationResult) and found.is_deleted


def _is_cut(found: Found | None) -> bool:
    return isinstance(found, Finding) and found.rule == CUT_SENTENCE


def _way(found: Finding) -> str:
    return "照原文补到整句" if _is_cut(found) else f"改为{quoted(found.suggestion)}"


_COMPLETE = "补到整句"
_NOTHING = "没有选中校对提示；按 F8 到下一条。"
_KEEP = "核对过，照用（F9）"
