"""What keeps a packet from going out, in one line, with the way there."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from studydesk.domain.packet import Packet
from studydesk.services.checking import Checked
from studydesk.ui.sentence import Sentence
from studydesk.ui.words.vouching_words import held_sentence


class HeldHint(QWidget):
    """Shown only where something has to be settled first."""

    settle_requested = Signal()
    """Show what has to be settled."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._refused: Packet | None = None
        self.sentence = Sentence(role="red")
        self.sentence.setAccessibleName("印出前要处理的")
        self.button = QPushButton("去处理")
        self.button.setProperty("role", "link")
        self.button.setToolTip("改好，或署名保留，就可以印出")
        self.button.clicked.connect(self.settle_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.button)
        self.setFocusProxy(self.button)
        self.hide()

    def show_checked(self, checked: Checked | None, *, refused: bool = False) -> None:
        """Say what a check found that has to be settled. Where its packet was `refused` for it,
        that is said, too, until the packet is another.
        """
        told = held_sentence(checked) if checked else ""
        if checked and (refused or checked.packet != self._refused):
            self._refused = checked.packet if refused else None
        if told and self._refused is not None:
            told = f"没有写出文件：{told}"
        self.sentence.setText(told)
        self.setVisible(bool(told))
