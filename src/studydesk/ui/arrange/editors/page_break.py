"""The editor of a page break, which has nothing to edit."""

from PySide6.QtWidgets import QVBoxLayout

from studydesk.domain.packet import Packet
from studydesk.ui.arrange.editors.base import ItemEditor, quiet_label


class PageBreakEditor(ItemEditor):
    """Says what a page break does."""

    takes_keys = False

    def __init__(self) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(quiet_label("从这里另起一页。不需要时按 Delete 删除。"))
        layout.addStretch(1)

    def fill(self, packet: Packet) -> None:
        """A page break has no values."""
