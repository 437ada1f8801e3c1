"""Which page to tidy: a button with its name, and behind it the list of all sources."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from studydesk.library import ArticleSummary, Library
from studydesk.ui.jobs import Progress
from studydesk.ui.theme import GRID

_ID = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class SourceSummary:
    """A source as it is listed: how many articles it has, and how many open problems."""

    id: str
    name: str
    articles: int
    problems: int

    @property
    def line(self) -> str:
        """What is read in the list."""
        doubts = f" · {self.problems} 处存疑" if self.problems else " · ✓"
        return f"{self.name}　{self.articles} 篇文章{doubts}"


def list_sources(_progress: Progress, library: Library) -> tuple[SourceSummary, ...]:
    """All sources that have articles, the newest first; asked on a thread of its own."""
    found: dict[str, SourceSummary] = {}
    for article in library.articles():
        source_id = article.source_id
        name = _name(article)
        old = found.get(source_id, SourceSummary(source_id, name, 0, 0))
        found[source_id] = SourceSummary(
            source_id, name, old.articles + 1, old.problems + article.problems
        )
    return tuple(reversed(found.values()))


def _name(article: ArticleSummary) -> str:
    """What a source is called: by its newspaper, or else by its file."""
    if not article.newspaper:
        return article.source_name
    day = article.published.isoformat() if article.published else ""
    return " ".join(filter(None, (article.newspaper, day, article.page and f"第{article.page}版")))


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
        self._sources: Sequence[SourceSummary] = ()
        self._ticked: set[str] = set()
        self._has_ticked = False
        self.popup = QFrame(self, Qt.WindowType.Popup)
        self.popup.setProperty("floating", "true")
        self.search = QLineEdit()
        self.search.setPlaceholderText("按名称查找")
        self.search.setAccessibleName("按名称查找来源")
        self.search.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setAccessibleName("来源")
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
        self.list.itemPressed.connect(lambda _item: self._begin_click())
        self.list.itemClicked.connect(self._click)
        self.list.itemActivated.connect(self._choose)
        self.list.itemChanged.connect(self._tick)

    def show_sources(self, sources: Sequence[SourceSummary]) -> None:
        """What there is to choose from."""
        self._sources = sources
        self._fill()

    def show_name(self, name: str) -> None:
        """The source that is open."""
        self.setText(f"{self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, 360)} ▾")
        self.setToolTip(name)

    def open_list(self) -> None:
        """Show the list, the keys in its search line."""
        self.opening.emit()
        self.search.clear()
        self._ticked.clear()
        self._fill()
        self.popup.resize(max(self.width(), 56 * GRID), 48 * GRID)
        self.popup.move(self.mapToGlobal(QPoint(0, self.height())))
        self.popup.show()
        self.search.setFocus()

    def _fill(self) -> None:
        words = self.search.text().split()
        self.list.blockSignals(True)
        self.list.clear()
        for source in self._sources:
            if all(word in source.line for word in words):
                item = QListWidgetItem(source.line)
                item.setToolTip(source.line)
                item.setData(_ID, source.id)
                ticked = source.id in self._ticked
                item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
                self.list.addItem(item)
        self.list.blockSignals(False)
        self._offer_facts()
        self.list.setCurrentRow(0)
        self.none.setVisible(self.list.count() == 0)

    def _choose_current(self) -> None:
        if self.list.currentItem() is not None:
            self._choose(self.list.currentItem())

    def _begin_click(self) -> None:
        self._has_ticked = False

    def _click(self, item: QListWidgetItem) -> None:
        """A click on a box ticks, elsewhere it chooses."""
        if not self._has_ticked:
            self._choose(item)

    def _tick(self, item: QListWidgetItem) -> None:
        self._has_ticked = True
        (self._ticked.add if _is_ticked(item) else self._ticked.discard)(item.data(_ID))
        self._offer_facts()

    def _offer_facts(self) -> None:
        count = len(self._ticked)
        self.cite.setText(f"填写 {count} 个来源的出处…" if count else "勾选来源，一起填写出处")
        self.cite.setEnabled(count > 0)

    def _want_facts(self) -> None:
        self.popup.hide()
        self.facts_wanted.emit([s.id for s in self._sources if s.id in self._ticked])

    def _choose(self, item: QListWidgetItem) -> None:
        self.popup.hide()
        self.chosen.emit(item.data(_ID))


def _is_ticked(item: QListWidgetItem) -> bool:
    return item.checkState() is Qt.CheckState.Checked
