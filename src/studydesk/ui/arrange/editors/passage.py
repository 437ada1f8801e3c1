"""The editor of a passage: read-only text and the marks that are laid over it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
)

from studydesk.domain.packet import Packet, PassageItem
from studydesk.domain.passage import (
    Blank,
    Citation,
    Emphasis,
    EmphasisMark,
    Insertion,
    Omission,
    Operation,
)
from studydesk.errors import EditRefused
from studydesk.ui.arrange.editors.base import ItemEditor, quiet_label, rule
from studydesk.ui.arrange.editors.citation import CitationForm
from studydesk.ui.arrange.passage_text import PassageText
from studydesk.ui.fields import LineField
from studydesk.ui.flow_row import FlowRow
from studydesk.ui.key_names import native
from studydesk.ui.own_undo import OwnUndo
from studydesk.ui.theme import GRID

_HOW = "选中文字，再点上面的按钮。原文一个字也不会改动。"
_REFUSALS = {
    "operations-overlap": "这里已经有标记，请先还原（{keys}）。",
    "empty-operation": "请先选中文字。",
    "empty-insertion": "请写上要插入的话。",
}


def _not_here() -> str:
    insert = f"要加编者的话，把光标放好，按 {native('Ctrl+I')} 插入〔…〕"
    return f"原文不能改动。{insert}；要去掉几个字，选中后按省略。"


class PassageEditor(ItemEditor):
    """Nothing here can change the passage's text; operations are laid over it."""

    item: PassageItem

    def __init__(self) -> None:
        super().__init__()
        self.label = LineField("选段的题头", "可不填；印在选段上方")
        self.label.edited.connect(lambda text: self.change("label", text))
        self.text = PassageText()
        self.text.written.connect(self._tell_how_to_write)
        self.hint = quiet_label(_HOW)
        self.insertion = LineField("插入的话", "编者的话，印在〔…〕里")
        OwnUndo(self.insertion)
        self.source_button = QPushButton("看原文 ↗")
        self.source_button.setProperty("role", "link")
        self.source_button.setToolTip("到“选材”里看这一段在文章中的位置")
        self.source_button.clicked.connect(self._show_source)
        self.citation = CitationForm()
        self.citation.edited.connect(self._cite)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.text)
        layout.addLayout(self._buttons())
        self._make_insertion_row()
        layout.addWidget(self.hint)
        layout.addWidget(rule())
        head = QHBoxLayout()
        head.addWidget(self.citation.state, 1)
        head.addWidget(self.source_button)
        layout.addLayout(head)
        layout.addWidget(self.citation.sharing)
        layout.addWidget(self.citation)
        layout.addWidget(rule())
        form = QFormLayout()
        form.setHorizontalSpacing(GRID)
        form.addRow("题头", self.label)
        layout.addLayout(form)
        layout.addStretch(1)

    def _buttons(self) -> FlowRow:
        row = FlowRow(gap=GRID // 2)
        self.buttons: dict[str, QPushButton] = {}
        for name, keys, tip, slot in (
            ("省略", "Ctrl+Backspace", "印作……", self.omit),
            ("插入〔…〕", "Ctrl+I", "在光标处插入编者的话", self.begin_insertion),
            ("着重号", "Ctrl+U", "字下加点", self.dot),
            ("加粗", "Ctrl+B", "印成粗体", self.embolden),
            ("填空", "Ctrl+J", "印成空格线，由学员填写；主持人版附上答案", self.blank),
            ("还原", "Ctrl+R", "取消选中处的标记", self.restore),
        ):
            button = QPushButton(name)
            button.setStyleSheet("padding: 3px 8px;")
            button.setToolTip(f"{tip}（{keys}）")
            button.clicked.connect(slot)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click keeps the selection in sight
            action = QAction(name, self.text)  # the text offers it on a right click, too
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(slot)
            self.text.addAction(action)
            row.addWidget(button)
            self.buttons[name] = button
        return row

    def _make_insertion_row(self) -> None:
        """It floats below the line into which the words go, however far down that is."""
        self.insertion_row = QFrame(self)
        self.insertion_row.setProperty("floating", "true")
        confirm, cancel = QPushButton("插入"), QPushButton("取消")
        confirm.clicked.connect(self.insert)
        cancel.clicked.connect(self._end_insertion)
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.insertion_row)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self._end_insertion)
        self.insertion.returnPressed.connect(self.insert)
        row = QHBoxLayout(self.insertion_row)
        row.setContentsMargins(GRID // 2, GRID // 2, GRID // 2, GRID // 2)
        row.addWidget(QLabel("〔"))
        row.addWidget(self.insertion, 1)
        row.addWidget(QLabel("〕"))
        row.addWidget(confirm)
        row.addWidget(cancel)
        self.insertion_row.hide()

    def _place_insertion_row(self) -> None:
        caret = self.text.cursorRect()
        place = self.text.viewport().mapTo(self, caret.bottomLeft())
        height = self.insertion_row.sizeHint().height()
        top = max(0, min(place.y() + GRID // 2, self.height() - height))
        self.insertion_row.setGeometry(0, top, self.width(), height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width makes other lines."""
        super().resizeEvent(event)
        self._place_insertion_row()

    def fill(self, packet: Packet) -> None:  # noqa: ARG002 - some editors need it
        """Show the passage with its operations, label and citation."""
        item = self.item
        self.text.show_passage(item.passage)
        self.label.set_text(item.label)
        self.citation.show_citation(item.passage.citation)

    def focus_first(self) -> None:
        """Put the cursor into the passage, where operations begin."""
        self.text.setFocus()

    # --- operations -----------------------------------------------------------------------

    def omit(self) -> None:
        """Leave the selection out."""
        self._operate(Omission(*self.text.selection()))

    def dot(self) -> None:
        """Dots under the selection."""
        self._operate(Emphasis(*self.text.selection(), EmphasisMark.DOTS))

    def embolden(self) -> None:
        """The selection in bold."""
        self._operate(Emphasis(*self.text.selection(), EmphasisMark.BOLD))

    def blank(self) -> None:
        """The selection to be filled in."""
        self._operate(Blank(*self.text.selection()))

    def begin_insertion(self) -> None:
        """Open the line for the words that go in at the cursor."""
        self.insertion.clear()
        self._place_insertion_row()
        self.insertion_row.show()
        self.insertion_row.raise_()
        self.insertion.setFocus()

    def insert(self) -> None:
        """Put the words in at the cursor."""
        if self._operate(Insertion(self.text.selection()[1], self.insertion.text().strip())):
            self._end_insertion()

    def _end_insertion(self) -> None:
        """Put the line away. The keys go back into the passage first, or Qt would give them to
        whatever comes next, and bring that into sight.
        """
        focus = QApplication.focusWidget()
        if focus is not None and self.insertion_row.isAncestorOf(focus):
            self.text.setFocus()
        self.insertion_row.hide()

    def settle(self) -> None:
        """Put in the words that were written and wait, or say why not."""
        words = self.insertion.text().strip()
        if not self.insertion_row.isHidden():
            self._end_insertion()
            if words and not self._operate(Insertion(self.text.selection()[1], words)):
                self.told.emit(f"“{words}”没有插入：{self.hint.text()}")

    def restore(self) -> None:
        """Take back every operation that the selection (or the cursor) touches."""
        start, end = self.text.selection()
        passage = self.item.passage
        touched = [operation for operation in passage.operations if _touches(operation, start, end)]
        for operation in touched:
            passage = passage.without_operation(operation)
        self._say("" if touched else "这里没有标记。")
        self.change("passage", passage, merge=False)

    def _operate(self, operation: Operation) -> bool:
        try:
            passage = self.item.passage.with_operation(operation)
        except EditRefused as refused:
            why = _REFUSALS.get(refused.reason, "这里不能加标记。")
            self._say(why.format(keys=native("Ctrl+R")))
            return False
        self._say("")
        self.change("passage", passage, merge=False)
        return True

    def _tell_how_to_write(self) -> None:
        self._say(_not_here())

    def _say(self, refusal: str) -> None:
        """Say why nothing was done below and, as that may be far down, to the window."""
        self.hint.setText(refusal or _HOW)
        if refusal:
            self.told.emit(refusal)

    # --- source ---------------------------------------------------------------------------

    def _cite(self, citation: Citation) -> None:
        self.cite_requested.emit(self.item.passage.article_id, citation)

    def _show_source(self) -> None:
        passage = self.item.passage
        self.source_requested.emit(passage.article_id, passage.start, passage.end)


def _touches(operation: Operation, start: int, end: int) -> bool:
    if isinstance(operation, Insertion):
        return start <= operation.at <= end
    if start == end:
        return operation.start <= start <= operation.end
    return operation.start < end and start < operation.end
