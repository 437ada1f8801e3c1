"""How wide panels beside one another were left, also where their page was not shown since."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QSplitter


class PanelWidths(QObject):
    """Keeps the widths of what stands in a splitter, which has some of its own once it is shown."""

    def __init__(self, splitter: QSplitter) -> None:
        super().__init__(splitter)
        self._splitter = splitter
        self._left: list[int] = []
        self._was_shown = False
        splitter.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note that the panels are shown."""
        self._was_shown = self._was_shown or event.type() == QEvent.Type.Show
        return super().eventFilter(watched, event)

    @property
    def sizes(self) -> list[int]:
        """The widths in pixels, to be remembered; none where nobody has seen the panels yet."""
        return self._splitter.sizes() if self._was_shown else self._left

    def restore(self, sizes: Sequence[int]) -> None:
        """Let the panels be as wide as they were left, where these are as many widths."""
        if len(sizes) == self._splitter.count():
            self._left = list(sizes)
            self._splitter.setSizes(self._left)
