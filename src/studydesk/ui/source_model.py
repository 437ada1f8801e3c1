"""The list of sources to choose from: a line each, with a box to tick."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QStringListModel, Qt, Signal

from studydesk.library import SourceSummary

Index = QModelIndex | QPersistentModelIndex

ID = Qt.ItemDataRole.UserRole
"""The data role under which a row gives the id of its source."""


def line_of(source: SourceSummary) -> str:
    """What is read in the list."""
    doubts = f" · {source.problems} 处存疑" if source.problems else " · ✓"
    return f"{_name(source)}　{source.articles} 篇文章{doubts}"


def _name(source: SourceSummary) -> str:
    """What a source is called: by its newspaper, or else by its file."""
    if not source.newspaper:
        return source.name
    day = source.published.isoformat() if source.published else ""
    return " ".join(filter(None, (source.newspaper, day, source.page and f"第{source.page}版")))


class SourceModel(QStringListModel):
    """The sources whose lines have all words that were typed. Qt itself holds the lines, so that
    thousands of them are there at once.
    """

    ticked_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: Sequence[tuple[str, str]] = ()
        self._ids: list[str] = []
        self._ticked: set[str] = set()

    def offer(self, sources: Sequence[SourceSummary]) -> None:
        """What there is to choose from; `narrow` lists it."""
        self._all = [(source.id, line_of(source)) for source in sources]

    def narrow(self, words: Sequence[str]) -> None:
        """List the sources that have all these words in their lines."""
        fitting = [pair for pair in self._all if all(word in pair[1] for word in words)]
        self._ids = [source_id for source_id, _ in fitting]
        self.setStringList([line for _, line in fitting])

    @property
    def ticked(self) -> list[str]:
        """The ids of the sources that are ticked, listed or not."""
        return [source_id for source_id, _ in self._all if source_id in self._ticked]

    def untick(self) -> None:
        """Take all ticks away."""
        self._ticked.clear()
        self.ticked_changed.emit()

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows are chosen or ticked, not written in."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flag = Qt.ItemFlag
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The line, the whole of it as a tip, the id and the tick."""
        if not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.ToolTipRole:
                return super().data(index, Qt.ItemDataRole.DisplayRole)
            case Qt.ItemDataRole.CheckStateRole:
                ticked = self._ids[index.row()] in self._ticked
                return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
            case _ if role == ID:
                return self._ids[index.row()]
        return super().data(index, role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick a source, or take its tick away."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        ticked = Qt.CheckState(value) is Qt.CheckState.Checked
        (self._ticked.add if ticked else self._ticked.discard)(self._ids[index.row()])
        self.dataChanged.emit(index, index)
        self.ticked_changed.emit()
        return True
