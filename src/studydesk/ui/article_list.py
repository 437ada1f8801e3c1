"""The list of articles: the model of its rows and the view of them."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from studydesk.ui.article_delegate import ROW, ArticleDelegate
from studydesk.ui.article_row import ArticleRow

Index = QModelIndex | QPersistentModelIndex

_ROOT = QModelIndex()


class ArticleModel(QAbstractListModel):
    """Articles as rows: all that fit a filter, or what a search found."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ArticleRow] = []

    @property
    def rows(self) -> Sequence[ArticleRow]:
        """What is listed."""
        return self._rows

    def show(self, rows: Sequence[ArticleRow]) -> None:
        """List these; where the same articles stay in the same order, only their marks change."""
        same = [row.article.id for row in rows] == [row.article.id for row in self._rows]
        if same and rows:
            self._rows = list(rows)
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
        else:
            self.beginResetModel()
            self._rows = list(rows)
            self.endResetModel()

    def place(self, article_id: str) -> int:
        """The row of an article, or -1."""
        ids = (row.article.id for row in self._rows)
        return next((place for place, known in enumerate(ids) if known == article_id), -1)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many articles are listed."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row itself, its title, or what a screen reader says."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken
            case _ if role == ROW:
                return row
        return None


class ArticleList(QListView):
    """The articles, two lines each; the current one is the one being read."""

    article_chosen = Signal(str)
    entered = Signal()
    """The user went on into the article."""
    delete_requested = Signal(list)
    """Move these articles (ids) into the trash."""

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
        delete = QAction("删除选中的文章", self)
        delete.triggered.connect(
            lambda _checked=False: self.delete_requested.emit(self.marked_articles())
        )
        self.addAction(delete)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def show_rows(self, rows: Sequence[ArticleRow], *, from_top: bool = False) -> None:
        """List these articles and stay on the current one if it is among them; or show the first
        ones, `from_top`, and none is the current one until the user goes to it.
        """
        current = self._chosen
        self.setUniformItemSizes(not any(row.excerpts for row in rows))
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
        # The view's own setCurrentIndex would add to what is marked while Ctrl is held down.
        self.selectionModel().setCurrentIndex(
            self.articles.index(place) if place >= 0 else QModelIndex(),
            QItemSelectionModel.SelectionFlag.ClearAndSelect,
        )

    def go_back(self) -> None:
        """Make the article that is being read the current one again."""
        self.select(self._chosen)

    def stay_on(self, article_id: str) -> None:
        """Make an article the current one without telling; it may be listed later."""
        self._chosen = article_id
        self.select(article_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on into the article, Delete moves what is marked into the trash."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current_article():
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Delete and self.marked_articles():
            self.delete_requested.emit(self.marked_articles())
        else:
            super().keyPressEvent(event)

    def _choose(self) -> None:
        article_id = self.current_article()
        self._follows = self._follows or bool(article_id)
        if article_id and article_id != self._chosen:
            self._chosen = article_id
            self.article_chosen.emit(article_id)
