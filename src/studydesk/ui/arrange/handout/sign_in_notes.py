"""What is to be known of the names on the sheet on which people sign in."""

from PySide6.QtWidgets import QGridLayout, QWidget

from studydesk.ui.sentence import Sentence


class SignInNotes(QWidget):
    """One note at a time, or none; its place is kept, so that no choice moves under the mouse."""

    def __init__(self) -> None:
        super().__init__()
        self.unprinted = Sentence("签到名单要勾上“记录册”才会印出来。", "amber")
        self.unnamed = Sentence("签到表是空白行，姓名可粘贴到“签到名单”。", "muted")
        place = QGridLayout(self)
        place.setContentsMargins(0, 0, 0, 0)
        for note in (self.unprinted, self.unnamed):
            policy = note.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            note.setSizePolicy(policy)
            place.addWidget(note, 0, 0)
            note.hide()

    def tell(self, *, named: bool, printed: bool, signed: bool) -> None:
        """Say what becomes of the names: whether there are any, whether the record that they stand
        in is printed, and people sign in it.
        """
        self.unprinted.setVisible(named and not printed)
        self.unnamed.setVisible(printed and signed and not named)
