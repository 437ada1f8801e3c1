"""The list of sources to choose from: a line each, with a box to tick."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QStringListModel, Qt, Signal

from studydesk.library import SourceSummary

Index = QModelIndex | QPersistentModelIndex

ID = Qt.ItemDataRole.UserRole
"""The data role under which a row gives the id of its source."""


_LONGEST = 22
"""Characters by which a source is named: what there is to do in it is behind them."""


def line_of(source: SourceSummary) -> str:
    """What is read in the list."""
    name = source.name
    name = name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"
    doubts = f" · {source.problems} 处存疑" if source.problems else " · ✓"
    return f"{name}　{source.articles} 篇文章{doubts}"


class SourceModel(QStringListModel):
    """The sources whose lines, or files, have all words that were typed. Qt itself holds the
    lines, so that thousands of them are there at once.
    """

    ticked_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: Sequence[SourceSummary] = ()
        self._listed: list[SourceSummary] = []
        self._ticked: set[str] = set()

    def offer(self, sources: Sequence[SourceSummary]) -> None:
        """What there is to choose from; `narrow` lists it."""
        self._all = sources

    def narrow(self, words: Sequence[str]) -> None:
        """List the sources that have all these words in their lines or in the names of their
        files.
        """
        told = [(source, line_of(source)) for source in self._all]
        fitting = [
            (source, line)
            for source, line in told
            if all(word in f"{line}\n{source.name}\n{source.file}" for word in words)
        ]
        self._listed = [source for source, _ in fitting]
        self.setStringList([line for _, line in fitting])

    @property
    def ticked(self) -> list[str]:
        """The ids of the sources that are ticked, listed or not."""
        return [source.id for source in self._all if source.id in self._ticked]

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
        """The line, the whole name and the file as a tip, the id and the tick."""
        if not index.isValid():
            return None
        source = self._listed[index.row()]
        match role:
            case Qt.ItemDataRole.ToolTipRole:
                return f"{source.name}\n文件：{source.file}"
            case Qt.ItemDataRole.CheckStateRole:
                ticked = source.id in self._ticked
                return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
            case _ if role == ID:
                return source.id
        return super().data(index, role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick a source, or take its tick away."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        ticked = Qt.CheckState(value) is Qt.CheckState.Checked
        (self._ticked.add if ticked else self._ticked.discard)(self._listed[index.row()].id)
        self.dataChanged.emit(index, index)
        self.ticked_changed.emit()
        return True
