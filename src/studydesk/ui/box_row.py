"""Boxes to tick, beside one another as far as there is room."""

import sys
from collections.abc import Iterable

from PySide6.QtWidgets import QCheckBox, QGridLayout

from studydesk.ui.theme import GRID


class BoxRow(QGridLayout):
    """Boxes in one line, or two in a line where that is too long."""

    def __init__(self, boxes: Iterable[QCheckBox]) -> None:
        super().__init__()
        self._widgets = list(boxes)
        self.setHorizontalSpacing(2 * GRID)
        self.setVerticalSpacing(GRID // 2)
        self.fit(sys.maxsize)

    def fit(self, width: int) -> None:
        """Set the boxes out in this many pixels."""
        whole = sum(box.sizeHint().width() + 2 * GRID for box in self._widgets) - 2 * GRID
        columns = len(self._widgets) if whole <= width else max(1, len(self._widgets) // 2)
        for place, box in enumerate(self._widgets):
            self.addWidget(box, place // columns, place % columns)
        for column in range(len(self._widgets) + 1):
            self.setColumnStretch(column, int(column == len(self._widgets)))
