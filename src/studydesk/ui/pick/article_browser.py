"""The left column of 选材: search, filters, the list of articles, and what an import brought."""

from dataclasses import asdict, dataclass
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from studydesk.library import ArticleFilter, Facet, Facets, Library, Stop
from studydesk.ui.empty_state import EmptyState
from studydesk.ui.focus_lead import FocusLead
from studydesk.ui.hint import Hint
from studydesk.ui.icons import IconButton
from studydesk.ui.jobs import Job, Jobs, Progress
from studydesk.ui.key_names import native
from studydesk.ui.pick.article_list import ArticleList, Rows
from studydesk.ui.pick.article_rows import ArticleRows
from studydesk.ui.pick.filters import PARTS, Filters
from studydesk.ui.pick.import_results import ImportResults
from studydesk.ui.pick.search_field import SearchField
from studydesk.ui.pick.topic_menu import TopicMenu
from studydesk.ui.theme import GRID
from studydesk.ui.words.article_row import ArticleRow
from studydesk.ui.words.quotes import searched

LIMIT = 200
"""Articles that a search lists at most."""

IN_SIGHT = 48
"""Articles that a new search lists at once, at most; the others follow when these are shown."""

LOWEST = 48
"""Pixels of the screen that an article in the list takes, at least."""

PAINTED = 30
"""Milliseconds after which a new list is on the screen, and more can be asked for."""


@dataclass(frozen=True, slots=True)
class Listing:
    """What the library answered: to which question, the rows, how many articles fit, if that is
    known yet, and what is still to be listed.
    """

    query: str
    rows: Rows
    total: int | None
    rest: tuple[int, ...] = ()


def list_articles(
    progress: Progress,
    library: Library,
    query: str,
    wanted: ArticleFilter,
    at_once: int,
    stop: Stop,
) -> Listing:
    """Ask the library, on a thread of its own, for all that fits or for what a search finds, of
    which so many at once.
    """
    progress(0, 1)  # a question that was overtaken while it waited for a thread is not asked
    if not query:
        everything = ArticleRows(library, library.numbers(wanted))
        if everything:
            everything[0]  # what is seen first is read here already
        return Listing(query, everything, len(everything))
    found = library.find(query, wanted, LIMIT, stop)
    hits = library.hits(query, found.numbers[:at_once], stop)
    rows = tuple(map(ArticleRow.of_hit, hits))
    return Listing(query, rows, found.total, found.numbers[at_once:])


def list_rest(
    progress: Progress, library: Library, wanted: ArticleFilter, listing: Listing, stop: Stop
) -> Listing:
    """The same listing with nothing left out, asked on a thread of its own."""
    progress(0, 1)
    hits = library.hits(listing.query, listing.rest, stop)
    rows = (*listing.rows, *map(ArticleRow.of_hit, hits))
    total = listing.total
    if total is None:
        total = library.count(listing.query, wanted, stop)
    return Listing(listing.query, rows, total)


def count_facets(_progress: Progress, library: Library) -> Facets:
    """Ask the library, on a thread of its own, what can be filtered by."""
    return library.facets()


class ArticleBrowser(QWidget):
    """Finds articles; which one is read is told by `article_chosen`."""

    article_chosen = Signal(str)
    article_entered = Signal()
    import_requested = Signal()
    listed = Signal(str)
    """The list is that of this query now."""
    failed = Signal(object)

    def __init__(self, library: Library, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library, self._jobs = library, jobs
        self._job: Job | None = None
        self._named: tuple[str, Facet] | None = None
        self._rest: Job | None = None
        self._counting: Job | None = None
        self._stop = Stop()
        self._begun = False  # whether it is known what to search for and filter
        self._outdated = True
        self._unlisted: Listing | None = None
        self._later = QTimer(self, interval=PAINTED, singleShot=True)
        self._later.timeout.connect(self._ask_more)
        self._taking = self._going = False
        self.query = self._listed = ""
        self.search = SearchField()
        self.filters = Filters()
        self.topics = TopicMenu(library, jobs)
        self.topics.wanted.connect(self.look_for)
        self.topics.failed.connect(self.failed)
        self.list = ArticleList()
        self.results = ImportResults(library)
        self.hint = Hint()
        self._expected = ""
        self.empty = EmptyState()
        self.add = IconButton("file-input", f"导入文章（{native('Ctrl+O')}）")
        self.add.clicked.connect(self.import_requested)
        self.count = QLabel()
        self.count.setProperty("role", "muted")
        self.count.setWordWrap(True)
        self.count.setAccessibleName("篇数")
        self._lay_out()
        self.search.asked.connect(self._search)
        self.search.left.connect(self._go_to_list)
        self.search.taken.connect(self._take_best)
        self.filters.changed.connect(lambda _filter: self._ask())
        self.list.article_chosen.connect(self.article_chosen)
        self.list.entered.connect(self.article_entered)
        self.list.nothing_marked.connect(
            lambda: self.hint.tell("先在列表里点一篇文章，再按 Delete 删除。")
        )
        self.results.article_requested.connect(self.article_chosen)
        self.results.failed.connect(self.failed)
        self.empty.asked.connect(self._help_out)
        self._lead = FocusLead(self, self.list)

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, GRID // 2)
        head.setSpacing(GRID)
        line = QHBoxLayout()
        line.addWidget(self.search, 1)
        line.addWidget(self.add)
        head.addLayout(line)
        head.addWidget(self.filters)
        below = QHBoxLayout()
        below.addWidget(self.count, 1)
        below.addWidget(self.topics, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(below)
        hairline = QFrame()
        hairline.setProperty("hairline", "true")
        hairline.setFixedHeight(1)
        self._stack = QStackedWidget()
        self._stack.setMinimumHeight(2 * GRID)  # what is below needs room in a low window
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(hairline)
        column.addWidget(self._stack, 1)
        column.addWidget(self.hint)
        column.addWidget(self.results)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list has its room, whatever was imported."""
        super().resizeEvent(event)
        self.results.give_room(event.size().height())

    def look_for(self, words: str) -> None:
        """Search for words, as if they were typed."""
        self.search.show_query(words)
        self._search(words)

    def refresh(self) -> None:
        """List again what has changed, and what it can be filtered by."""
        if not self._begun:
            return  # all is listed for the first time once it is restored
        self.topics.forget()
        self._outdated = True
        self._ask()

    def _ask(self) -> None:
        """Ask the library; what was asked before and is not answered yet is given up."""
        for job in filter(None, (self._job, self._rest)):
            self._jobs.forget(job)
        self._stop.set()
        self._stop = Stop()
        self._rest = self._unlisted = None

        def show(listing: Listing) -> None:
            self._job = None
            self._show(listing)

        def fail(error: Exception) -> None:
            self._job = None
            self.failed.emit(error)

        again = self.query == self._listed  # what is looked at far below stays in sight
        self._job = self._jobs.start(
            list_articles,
            self._library,
            self.query,
            self.filters.filter,
            LIMIT if again else min(IN_SIGHT, self._stack.height() // LOWEST + 1),
            self._stop,
            done=show,
            failed=fail,
        )

    def expect(self, article_id: str) -> None:
        """List again; an article that is new and not listed then is told of."""
        self._expected = article_id
        self.refresh()

    def show_all(self) -> None:
        """Lift search and filter, and stay on the current article."""
        self.query = ""
        self.search.show_query("")
        self.filters.show_filter(ArticleFilter())
        self.refresh()

    def _tell_expected(self) -> None:
        expected, self._expected = self._expected, ""
        if expected and self.list.articles.place(expected) < 0:
            self.hint.tell("新导入的文章不在这次搜索、筛选的结果里。", "显示全部", self.show_all)
        else:
            self.hint.clear()

    def show_article(self, article_id: str) -> None:
        """Make an article the current one, and tell nobody."""
        self.list.stay_on(article_id)

    def _search(self, query: str) -> None:
        unanswered = self._job is None and query != self._listed  # the library was away
        if query != self.query or unanswered:
            self.query, self._taking, self._going = query, False, False
            self._ask()

    def _go_to_list(self) -> None:
        """Go down into the list, to the first article where there is no current one, once what
        was searched for is listed. Where nothing is, what is said about that is seen already.
        """
        self._going = self.query != self._listed
        if self._going or not self.list.articles.rows:
            return
        self.list.setFocus()
        if not self.list.current_article():
            self.list.select(self.list.articles.rows[0].article.id)

    def _take_best(self) -> None:
        """Open the first article that a search lists and go into it, once the search is done."""
        rows = self.list.articles.rows
        if not self.query:
            self._go_to_list()
        elif self._job is not None:
            self._taking = True
        elif rows:
            self.list.select(rows[0].article.id)
            self.article_entered.emit()

    def _count_facets(self) -> None:
        """Bring the filters up to date, after the list: it takes longer."""
        self._outdated = False
        if self._counting is not None:
            self._jobs.forget(self._counting)
        self._counting = self._jobs.start(
            count_facets, self._library, done=self._offer, failed=self.failed.emit
        )

    def _offer(self, facets: Facets) -> None:
        self.filters.offer(facets)
        if self._stack.currentWidget() is self.empty:  # a name that is known by now
            self._tell_empty(self._listed)

    def _ask_more(self) -> None:
        """Ask for what takes longer than what is on the screen by now."""
        if self._outdated:
            self._count_facets()
        if self._unlisted is not None:
            self._ask_rest(self._unlisted)

    def _show(self, listing: Listing) -> None:
        fresh, self._listed = listing.query != self._listed, listing.query
        self.list.show_rows(listing.rows, from_top=fresh and bool(listing.query))
        if fresh and not listing.query:
            self.list.go_back()
        self._count(listing)
        if not listing.rows:
            self._tell_empty(listing.query)
        self._lead.to = self.list if listing.rows else self.search
        writing = self.search.hasFocus()
        self._stack.setCurrentWidget(self.list if listing.rows else self.empty)
        if writing:
            self.search.setFocus()  # a list that was sent the keys takes them as it comes back
        self._tell_expected()
        self._unlisted = listing if listing.rest or listing.total is None else None
        self._later.start()
        self.listed.emit(listing.query)
        if self._taking:
            self._taking = False
            self._take_best()
        if self._going:
            self._go_to_list()

    def _ask_rest(self, listing: Listing) -> None:
        self._unlisted = None
        self._rest = self._jobs.start(
            list_rest,
            self._library,
            self.filters.filter,
            listing,
            self._stop,
            done=self._add,
            failed=self.failed.emit,
        )

    def _add(self, listing: Listing) -> None:
        """List the rest of what a search found."""
        self._rest = None
        self.list.articles.add(listing.rows[len(self.list.articles.rows) :])
        self._count(listing)

    def _count(self, listing: Listing) -> None:
        if listing.total is None:
            text = f"命中超过 {LIMIT} 篇"
        elif listing.query:
            text, listed = f"命中 {listing.total:,} 篇", len(listing.rows)
            if len(listing.query) == 1:
                text += " · 一个字只查标题，两个字起查正文"
            elif listing.total > listed and not listing.rest:
                text += f"，列出最相关的 {listed} 篇"
            elif not listing.rest:
                text += f" · {sum(row.count for row in listing.rows):,} 处"
        else:
            text = f"{'筛选出' if self.filters.active else '全部'} {listing.total:,} 篇"
        self.count.setText(text)

    def _tell_empty(self, query: str) -> None:
        self._named, asked = None, searched(query)
        if query and len(query) == 1:
            self.empty.tell(
                f"标题里没有“{query}”。只写一个字时只查标题，再写一个字就会查正文。", "清除搜索"
            )
        elif query and not self.filters.active and (named := self.filters.named(query)):
            part, facet = self._named = named
            self.empty.tell(
                f"标题和正文里没有{asked}；{PARTS[part]}里有“{facet.name}”，{facet.count:,} 篇。",
                f"按{PARTS[part]}筛选",
            )
        elif query:
            self.empty.tell(f"没有找到{asked}。换个说法，或者少写几个字再试。", "清除搜索")
        elif self.filters.active:
            self.empty.tell("没有文章符合这些筛选条件。", "取消筛选")
        else:
            self.empty.tell(
                "资料库里还没有文章。把版面的文字文件拖到窗口里，或者从这里导入。", "导入文章…"
            )

    def _help_out(self) -> None:
        """Do what the button of the empty state says."""
        if self.query and self._named is not None:
            part, facet = self._named
            self.query = ""
            self.search.show_query("")
            self.search.setFocus()
            self.filters.choose(part, facet.value)
        elif self.query:
            self.search.clear()
            self.search.setFocus()
        elif self.filters.active:
            self.filters.clear()
        else:
            self.import_requested.emit()

    def state(self) -> dict[str, Any]:
        """What is searched for and filtered."""
        return {"query": self.query, "filter": asdict(self.filters.filter)}

    def restore(self, state: dict[str, Any]) -> None:
        """Search and filter as `state` says, then list."""
        self._begun = True
        self.query = self._listed = state.get("query", "")
        self.search.show_query(self.query)
        known = {part: state.get("filter", {}).get(part, "") for part in PARTS}
        self.filters.show_filter(ArticleFilter(**known))
        self.refresh()
