"""Deleting articles: one, those that are marked in the list, or all of a source."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from studydesk.domain.article import Article, source_id_of
from studydesk.errors import Cancelled, StudyDeskError
from studydesk.library import ArticleFilter, Library, TrashKind
from studydesk.services.importing import ImportResult
from studydesk.ui.deed import LIBRARY, Deed, Direction, Where
from studydesk.ui.jobs import Jobs, Progress
from studydesk.ui.notice import Notice
from studydesk.ui.pages.pick import PickPage
from studydesk.ui.taking_back import TakingBack
from studydesk.ui.waiting import Waiting
from studydesk.ui.words.article_row import UNTITLED
from studydesk.ui.words.quotes import quoted

Result = TypeVar("Result")

_STILL_USED = "学习包里的选段还在，但引文核对不到原文了。"
"""What is said where articles went that packets have passages of."""

_AT_ONCE, _SHORT = 20, 20_000
"""Articles, and characters of the pages that they are on, that come or go in the time of a key
press.
"""


class Deleting(QObject):
    """Moves articles into the trash and back; what went at once can be taken back at once."""

    leaving = Signal()
    """Articles are about to go or come back: what was done to their pages is to be kept first."""
    changed = Signal()
    """Other articles are in the library now."""

    def __init__(
        self,
        library: Library,
        jobs: Jobs,
        pick: PickPage,
        notice: Notice,
        undoing: TakingBack,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.waiting = Waiting(jobs, self)
        self.waiting.work_started.connect(pick.work_started)
        self.waiting.refused.connect(pick.message)
        self._library, self._pick, self._notice, self._undoing = library, pick, notice, undoing

    def delete_article(self) -> None:
        """Delete the article that is read."""
        if self._pick.article is not None:
            self.delete([self._pick.article.id])

    def delete_source(self) -> None:
        """Delete all articles of the source of the one that is read."""
        if self._pick.article is None:
            return
        try:
            of_source = ArticleFilter(source_id=self._pick.article.source_id)
            articles = self._library.articles(of_source)
        except StudyDeskError as error:
            self._notice.tell_error(error)
        else:
            self.delete([article.id for article in articles])

    def delete(self, article_ids: Sequence[str]) -> None:
        """Delete these articles, all of them or none."""
        try:
            self._delete(article_ids)
        except Cancelled:
            self._tell_cancelled("删除")
        except StudyDeskError as error:
            self._notice.tell_error(error)

    def _tell_cancelled(self, verb: str) -> None:
        """Say so, unless something else is waited for, or the library has been left meanwhile."""
        if isValid(self) and not self.waiting.is_on:
            self._pick.message.emit(f"已取消，一篇也没有{verb}。")

    def _delete(self, article_ids: Sequence[str]) -> None:
        gone, are_used = self._take_out(article_ids)
        if gone:
            what, ids = _named(gone), [article.id for article in gone]
            said = f"{what.strip()}已移到回收站。"
            said += _STILL_USED if are_used else ""
            back, again = partial(self.put_back, ids), partial(self.take_out, ids)
            deed = Deed(f"删除{what}", back, again, said, places=(LIBRARY,))
            changes_nothing = self._changing_nothing(ids, puts_back="undo")
            self._undoing.offer(replace(deed, changes_nothing=changes_nothing))

    def take_out(self, article_ids: Sequence[str]) -> list[Article]:
        """Move articles into the trash; those that were there. Raises a StudyDeskError."""
        return self._take_out(article_ids)[0]

    def _take_out(self, article_ids: Sequence[str]) -> tuple[list[Article], bool]:
        """The articles that went, and whether packets had passages of any."""

        def work(progress: Progress) -> tuple[list[Article], bool]:
            are_used = False
            for article_id in article_ids:
                progress(0, len(article_ids))
                are_used = are_used or bool(self._library.picked(article_id))
            return self._library.delete_articles(article_ids, progress), are_used

        self.leaving.emit()
        gone, are_used = self._run("正在删除文章", work, article_ids)
        self._pick.sources_changed({article.source_id for article in gone})
        self.changed.emit()
        return gone, are_used

    def _run(
        self, what: str, work: Callable[[Progress], Result], article_ids: Sequence[str]
    ) -> Result:
        """Do what takes no time at once; else let the window be drawn meanwhile."""
        if self.waiting.is_on or len(article_ids) > _AT_ONCE or self._is_long(article_ids):
            return self.waiting.run(what, work)
        return work(lambda _done, _total: None)

    def _is_long(self, article_ids: Sequence[str]) -> bool:
        """Whether these articles stand on pages that take time to be indexed again."""
        pages = set(map(source_id_of, article_ids))
        return sum(len(self._library.source(page).raw) for page in pages) > _SHORT

    def follow_import(self, added: Sequence[ImportResult]) -> None:
        """Let an import be taken back: the articles that came go into the trash then, and those
        that tidying has made since of a page that came.
        """
        came = [each for result in added for each in result.came]
        pages = [result.source_id for result in added if not result.was_there]
        taken, are_used = came, False

        def take_back() -> None:
            nonlocal taken, are_used
            self.leaving.emit()
            left = self._library.known_articles(came)  # what tidying joined is there no more
            now = dict.fromkeys((*left, *self._library.ids_of(pages)))
            gone, are_used = self._take_out(list(now))
            taken = [article.id for article in gone]
            self._pick.browser.results.hide()

        def again() -> None:
            self.put_back(taken)

        def besides() -> str:
            return _STILL_USED if are_used else ""

        def changes_nothing(step: Direction) -> bool:
            if step == "redo":
                return not self._library.trash_has_any(taken)
            return not self._library.has_any(came, pages)

        what = f"导入 {len(came)} 篇文章"
        deed = Deed(what, take_back, again, places=(LIBRARY,), besides=besides)
        self._undoing.offer(replace(deed, changes_nothing=_as_far_as_read(changes_nothing)))

    def restore(self, article_ids: Sequence[str], *places: Where) -> None:
        """Put these articles back, all of them or none; that can be taken back, too, in 选材 and
        in the places in which it was done.
        """
        try:
            self.put_back(article_ids)
            self._offer_restored(article_ids, *places)
        except Cancelled:
            self._tell_cancelled("恢复")
        except StudyDeskError as error:
            self._notice.tell_error(error)

    def put_back(self, article_ids: Sequence[str]) -> None:
        """Take articles out of the trash, and read the first. Raises a StudyDeskError."""
        self.leaving.emit()
        work = partial(self._library.restore_all, TrashKind.ARTICLE, article_ids)
        self._show_back(self._run("正在恢复文章", work, article_ids))

    def fetch(self, kind: TrashKind, key: str) -> str:
        """Take an article or a packet out of the trash; its id in the library. Raises a
        StudyDeskError, Cancelled among them.
        """
        if kind is not TrashKind.ARTICLE:
            return self._library.restore(kind, key)
        self.leaving.emit()
        work = partial(self._library.restore_all, kind, [key])
        return self._run("正在恢复文章", work, [key])[0]

    def show_restored(self, article_ids: Sequence[str], sheet: Where) -> None:
        """Show articles that are back by what was done in a sheet, where that can be taken back
        first of all.
        """
        try:
            self._show_back(article_ids)
            self._offer_restored(article_ids, sheet)
        except StudyDeskError as error:
            self._notice.tell_error(error)

    def _offer_restored(self, article_ids: Sequence[str], *places: Where) -> None:
        what = _named([self._library.article(each) for each in article_ids])
        where = "在“选材”的列表里" if len(article_ids) > 1 else "在“选材”里打开着"
        back, again = partial(self.take_out, article_ids), partial(self.put_back, article_ids)
        said = f"已恢复{what}，{where}。"
        deed = Deed(f"恢复{what}", back, again, said, places=(LIBRARY, *places))
        changes_nothing = self._changing_nothing(article_ids, puts_back="redo")
        self._undoing.offer(replace(deed, changes_nothing=changes_nothing))

    def _changing_nothing(
        self, article_ids: Sequence[str], *, puts_back: Direction
    ) -> Callable[[Direction], bool]:
        """Tells of a step whether it finds none of these articles where it takes them from: the
        trash where it puts them back, else the library. They may have come or gone elsewhere since.
        """

        def changes_nothing(step: Direction) -> bool:
            has = self._library.trash_has_any if step == puts_back else self._library.has_any
            return not has(article_ids)

        return _as_far_as_read(changes_nothing)

    def _show_back(self, article_ids: Sequence[str]) -> None:
        self._pick.browser.refresh()
        self._pick.open_article(article_ids[0])
        self.changed.emit()


def _as_far_as_read(asked: Callable[[Direction], bool]) -> Callable[[Direction], bool]:
    """The same, and False where the library cannot be read: the step itself tells why."""

    def answer(step: Direction) -> bool:
        try:
            return asked(step)
        except StudyDeskError:
            return False

    return answer


def _named(articles: Sequence[Article]) -> str:
    """What articles are called in a sentence, after its verb."""
    if len(articles) > 1:
        return f" {len(articles)} 篇文章"
    return f"文章{quoted(articles[0].name or UNTITLED)}"
