"""The list of articles: the model of its rows and the view of them."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QStringListModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from studydesk.ui.pick.article_delegate import ROW, ArticleDelegate
from studydesk.ui.pick.article_rows import ArticleRows
from studydesk.ui.words.article_row import ArticleRow

Index = QModelIndex | QPersistentModelIndex
Rows = ArticleRows | tuple[ArticleRow, ...]
"""All articles of a filter, or what a search found, with excerpts."""


class ArticleModel(QStringListModel):
    """Articles as rows: all that fit a filter, or what a search found.

    It has a string, an empty one, for each row, for then Qt itself knows how many there are; a
    model that has to be asked for that keeps the window waiting where there are many.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Rows = ()

    @property
    def rows(self) -> Rows:
        """What is listed."""
        return self._rows

    def show(self, rows: Rows) -> None:
        """List these; where the same articles stay in the same order, only their marks change."""
        same = bool(rows) and _key(rows) == _key(self._rows)
        self._rows = rows
        if same:
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
        else:
            self.setStringList([""] * len(rows))

    def add(self, rows: Sequence[ArticleRow]) -> None:
        """List more of what a search found."""
        if rows and not isinstance(self._rows, ArticleRows):
            self._rows = (*self._rows, *rows)
            self.insertRows(self.rowCount(), len(rows))

    def place(self, article_id: str) -> int:
        """The row of an article, or -1."""
        if isinstance(self._rows, ArticleRows):
            return self._rows.place(article_id)
        ids = [row.article.id for row in self._rows]
        return ids.index(article_id) if article_id in ids else -1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows are chosen, and nothing else."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row itself, its title, or what a screen reader says."""
        if not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._rows[index.row()].title
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._rows[index.row()].spoken
            case _ if role == ROW:
                return self._rows[index.row()]
        return None


def _key(rows: Rows) -> Sequence[object]:
    """What tells whether two lists are of the same articles."""
    if isinstance(rows, ArticleRows):
        return rows.numbers
    return [row.article.id for row in rows]


class ArticleList(QListView):
    """The articles, two lines each; the current one is the one being read."""

    article_chosen = Signal(str)
    entered = Signal()
    """The user went on into the article."""
    delete_requested = Signal(list)
    """Move these articles (ids) into the trash."""
    facts_requested = Signal()
    """Fill in where the marked articles were printed."""
    nothing_marked = Signal()
    """There is none to move there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.articles = ArticleModel(self)
        self.setModel(self.articles)
        self.setItemDelegate(ArticleDelegate(self))
        self.setAccessibleName("文章列表")
        self.setProperty("pane", "true")
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._chosen = ""
        self._follows = True
        self.selectionModel().currentChanged.connect(self._choose)
        cite, delete = QAction("填写选中文章的出处", self), QAction("删除选中的文章", self)
        cite.triggered.connect(lambda _checked=False: self.facts_requested.emit())
        delete.triggered.connect(lambda _checked=False: self._delete())
        self.addActions([cite, delete])
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def show_rows(self, rows: Rows, *, from_top: bool = False) -> None:
        """List these articles and stay on the current one if it is among them; or show the first
        ones, `from_top`, and none is the current one until the user goes to it.
        """
        current = self._chosen
        self.setUniformItemSizes(isinstance(rows, ArticleRows))
        self.articles.show(rows)
        if from_top:
            self._follows = False
            self.setCurrentIndex(QModelIndex())
            self.scrollToTop()
        elif self._follows:
            self.select(current)

    def current_article(self) -> str:
        """The id of the current article, or an empty string."""
        row = self.currentIndex().data(ROW)
        return row.article.id if isinstance(row, ArticleRow) else ""

    def marked_articles(self) -> list[str]:
        """The ids of the articles that are marked, in the order of the list."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [self.articles.rows[row].article.id for row in rows]

    def select(self, article_id: str) -> None:
        """Make an article the current one, if it is listed."""
        self._follows = True
        place = self.articles.place(article_id)
        index = self.articles.index(place) if place >= 0 else QModelIndex()
        self.setCurrentIndex(index)  # by the view, which else goes to the first row by itself
        # It adds to what is marked while Ctrl is held down.
        self.selectionModel().select(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def go_back(self) -> None:
        """Make the article that is being read the current one again."""
        self.select(self._chosen)

    def stay_on(self, article_id: str) -> None:
        """Make an article the current one without telling; it may be listed later."""
        self._chosen = article_id
        self.select(article_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The current article stays in sight where what is below the list takes its room."""
        here, before = self.visualRect(self.currentIndex()), QRect(QPoint(), event.oldSize())
        super().resizeEvent(event)
        if before.intersects(here):
            self.scrollTo(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on into the article, Delete moves what is marked into the trash."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current_article():
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self._delete()
        else:
            super().keyPressEvent(event)

    def _delete(self) -> None:
        if marked := self.marked_articles():
            self.delete_requested.emit(marked)
        else:
            self.nothing_marked.emit()

    def _choose(self) -> None:
        article_id = self.current_article()
        self._follows = self._follows or bool(article_id)
        if article_id and article_id != self._chosen:
            self._chosen = article_id
            self.article_chosen.emit(article_id)
