"""Which page to tidy: a button with its name, and behind it the list of all sources."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from studydesk.library import Library, SourceSummary
from studydesk.ui.fields import let_clear
from studydesk.ui.jobs import Progress
from studydesk.ui.own_undo import OwnUndo
from studydesk.ui.theme import GRID
from studydesk.ui.tidy.source_model import ID, SourceModel


def list_sources(_progress: Progress, library: Library) -> list[SourceSummary]:
    """All sources that have articles, the newest first; asked on a thread of its own."""
    return library.source_summaries()


class SourceChooser(QPushButton):
    """Shows the list below itself; typing narrows it."""

    chosen = Signal(str)
    facts_wanted = Signal(list)
    """Fill in where these sources, of which the ids are told, were printed."""
    opening = Signal()
    """The list is about to be shown: bring it up to date."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("选择来源 ▾", parent)
        self.setProperty("role", "chooser")
        self.setAccessibleName("选择来源")
        self.setToolTip("选择要整理的来源")
        self.sources = SourceModel(self)
        self._has_ticked = False
        self.popup = QFrame(self, Qt.WindowType.Popup)
        self.popup.setProperty("floating", "true")
        self.search = QLineEdit()
        self.search.setPlaceholderText("按名称查找")
        self.search.setAccessibleName("按名称查找来源")
        let_clear(self.search)
        OwnUndo(self.search)
        self.list = QListView()
        self.list.setModel(self.sources)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setAccessibleName("来源")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        self.list.setStyleSheet("QListView::item { padding: 6px 8px; }")
        self.none = QLabel("没有这样的来源。")
        self.none.setProperty("role", "muted")
        column = QVBoxLayout(self.popup)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.addWidget(self.search)
        column.addWidget(self.list)
        column.addWidget(self.none)
        self.cite = QPushButton()
        self.cite.setToolTip("报名、日期、版次，一次填好")
        self.cite.clicked.connect(self._want_facts)
        column.addWidget(self.cite)
        self.clicked.connect(self.open_list)
        self.search.textChanged.connect(lambda _words: self._fill())
        self.search.returnPressed.connect(self._choose_current)
        self.list.pressed.connect(lambda _index: self._begin_click())
        self.list.clicked.connect(self._click)
        self.list.activated.connect(self._choose)
        self.sources.ticked_changed.connect(self._tick)

    def show_sources(self, sources: Sequence[SourceSummary]) -> None:
        """What there is to choose from."""
        self.sources.offer(sources)
        self._fill()

    def show_name(self, name: str, file: str) -> None:
        """The source that is open, and the file that it came from."""
        self.setText(f"{self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, 360)} ▾")
        self.setToolTip(f"{name}\n文件：{file}")

    def open_list(self) -> None:
        """Show the list, the keys in its search line."""
        self.opening.emit()
        self.search.clear()
        self.sources.untick()
        self._fill()
        self.popup.resize(max(self.width(), 64 * GRID), 48 * GRID)
        self.popup.move(self.mapToGlobal(QPoint(0, self.height())))
        self.popup.show()
        self.search.setFocus()

    def _fill(self) -> None:
        self.sources.narrow(self.search.text().split())
        self._offer_facts()
        self.list.setCurrentIndex(self.sources.index(0))
        self.none.setVisible(self.sources.rowCount() == 0)

    def _choose_current(self) -> None:
        if self.list.currentIndex().isValid():
            self._choose(self.list.currentIndex())

    def _begin_click(self) -> None:
        self._has_ticked = False

    def _click(self, index: QModelIndex) -> None:
        """A click on a box ticks, elsewhere it chooses."""
        if not self._has_ticked:
            self._choose(index)

    def _tick(self) -> None:
        self._has_ticked = True
        self._offer_facts()

    def _offer_facts(self) -> None:
        count = len(self.sources.ticked)
        self.cite.setText(f"填写 {count} 个来源的出处…" if count else "勾选来源，一起填写出处")
        self.cite.setEnabled(count > 0)

    def _want_facts(self) -> None:
        self.popup.hide()
        self.facts_wanted.emit(self.sources.ticked)

    def _choose(self, index: QModelIndex) -> None:
        self.popup.hide()
        self.chosen.emit(index.data(ID))
