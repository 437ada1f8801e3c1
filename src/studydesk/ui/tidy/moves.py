"""How rows get to another place in 整理: step by step, to an article, by cut and put, by mouse."""

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from studydesk.domain.article import BlockKind
from studydesk.domain.tidied_articles import HEAD_KINDS
from studydesk.domain.tidying import JoinArticles, MoveArticle, MoveBlocks, SplitArticle
from studydesk.ui.deed import Deed
from studydesk.ui.key_names import native
from studydesk.ui.tidy.choice import TidyChoice
from studydesk.ui.tidy.rows import Row
from studydesk.ui.tidy.words import shortened

_CLOSING = frozenset({BlockKind.AFFILIATION, BlockKind.CREDIT})
"""What may stand below the last paragraph of an article; nothing is moved behind it unasked."""


class MoveCommands(QObject):
    """Each method is a command of the user; `carried` are the rows that were cut and not put yet,
    by their offsets.
    """

    carried_changed = Signal()
    undoable = Signal(object)

    def __init__(self, choice: TidyChoice) -> None:
        super().__init__(choice)
        self._choice, self._articles = choice, choice.articles
        self.carried: tuple[int, ...] = ()

    # --- step by step --------------------------------------------------------------------------

    def move_up(self) -> None:
        """Set the chosen rows before the row before them; out of an article, if it has none."""
        self._move(-1)

    def move_down(self) -> None:
        """Set the chosen rows behind the row behind them."""
        self._move(1)

    def _move(self, step: int) -> None:
        moving = self._choice.blocks()
        if not moving:
            return
        order = [row for row in self._choice.rows if row.is_printed and not row.is_furniture]
        edge = order.index(moving[0] if step < 0 else moving[-1]) + step
        if not 0 <= edge < len(order):
            self._choice.refuse("已经到头了。")
            return
        anchor = order[edge]
        same = anchor.article_id == moving[0 if step < 0 else -1].article_id
        self._move_to("移动段落", moving, anchor.at, after=same == (step > 0))

    # --- to an article -------------------------------------------------------------------------

    def to_previous(self) -> None:
        """Put the chosen rows into the article before theirs."""
        self._to_neighbour(-1)

    def to_next(self) -> None:
        """Put the chosen rows into the article behind theirs."""
        self._to_neighbour(1)

    def _to_neighbour(self, step: int) -> None:
        moving = self._choice.blocks()
        ids = [article_id for article_id, _ in self._choice.articles_named()]
        if moving:
            number = ids.index(moving[0].article_id) + step
            if 0 <= number < len(ids):
                self.to_article(ids[number], follows=True)
            else:
                self._choice.refuse("那边没有文章了。")

    def to_number(self, number: int) -> None:
        """Put the chosen rows into the article of this number; into one of their own for 0."""
        articles = self._choice.articles_named()
        if number > len(articles):
            self._choice.refuse(f"这一版只有 {len(articles)} 篇文章。")
        else:
            self.to_article(articles[number - 1][0] if number else "")

    def to_article(self, article_id: str, *, follows: bool = False) -> None:
        """Put the chosen rows into an article, where they stand in it on the page; into one of
        their own where the id is empty. The caret stays at what comes next in the article that
        they were in, unless it `follows`.
        """
        moving = self._choice.blocks()
        if not moving:
            return
        if not article_id:
            self._move_to("另成一篇", moving, None, after=False)
            return
        rows = self._choice.rows
        there = [rows[n] for n in rows.of_article(article_id) if rows[n] not in moving]
        if there:
            anchor, after = _place_in(there, moving)
            left = self._left_behind(moving)
            is_done = self._move_to("移到另一篇", moving, anchor.at, after=after)
            if is_done and left is not None and not follows and moving[0].article_id != article_id:
                self._articles.go_to(left.at)
                name = dict(self._choice.articles_named()).get(article_id, "")
                self._choice.refuse(f"已移到“{shortened(name)}”；{native('Ctrl+Z')} 撤消。")

    def _left_behind(self, moving: Sequence[Row]) -> Row | None:
        """The row behind these in their article, or else the one before them."""
        rows = self._choice.rows
        home = [rows[n] for n in rows.of_article(moving[-1].article_id)]
        left = [row for row in home if row.is_printed and row not in moving]
        place = home.index(moving[-1])
        behind = [row for row in left if home.index(row) > place]
        return next(iter(behind or left[::-1]), None)

    def neighbours(self) -> Iterator[tuple[str, str, bool]]:
        """The articles of the page, id and title, and whether all chosen rows are in it."""
        here = {row.article_id for row in self._articles.chosen().rows}
        for article_id, name in self._choice.articles_named():
            yield article_id, name, here == {article_id}

    # --- to any place --------------------------------------------------------------------------

    def cut(self) -> None:
        """Take the chosen rows up, to put them where the caret will be."""
        ats = tuple(row.at for row in self._choice.blocks())
        if ats and ats != self.carried:
            self._carry(ats)
            again, places = partial(self._carry, ats), (self._choice.place,)

            def is_over() -> bool:
                return self.carried != ats

            self.undoable.emit(Deed("剪下", self.let_go, again, places=places, is_over=is_over))

    def put(self) -> None:
        """Set the rows that were cut behind the row of the caret."""
        self._put(after=True)

    def put_before(self) -> None:
        """Set the rows that were cut before the row of the caret."""
        self._put(after=False)

    def let_go(self) -> None:
        """Leave the rows that were cut where they are."""
        self._carry(())

    def _put(self, *, after: bool) -> None:
        if not self.carried:
            self._choice.refuse(f"还没有剪下段落。选中要移走的段落，按 {native('Ctrl+X')}。")
            return
        here = [row for row in self._choice.printed() if not row.is_furniture]
        if not here:
            self._choice.refuse(f"把光标放在文章里，再按 {native('Ctrl+V')}。")
            return
        target = here[-1 if after else 0].at
        self.move_beside(target, after=after, moving=self.carried)

    def move_beside(self, target: int, *, after: bool, moving: Sequence[int] = ()) -> None:
        """Set rows, or else the chosen ones, before or behind the row at an offset."""
        rows = self._choice.rows
        wanted = self._choice.blocks() if not moving else self._still_there(moving)
        if len(wanted) < len(moving):
            self._carry(())
            self._choice.refuse("剪下的段落后来又改过，请重新剪下。")
        elif rows[rows.number_at(target)] in wanted:
            self._choice.refuse("它已经在这里了。")
        elif wanted:
            self._carry(())
            self._move_to("移动段落", wanted, target, after=after)

    def _still_there(self, ats: Sequence[int]) -> list[Row]:
        """The rows of articles that begin there."""
        rows = (row for row in self._choice.rows if row.is_printed and not row.is_furniture)
        return [row for row in rows if row.at in ats]

    def _carry(self, ats: tuple[int, ...]) -> None:
        if ats != self.carried:
            self.carried = ats
            self.carried_changed.emit()

    def _move_to(self, text: str, moving: Sequence[Row], to: int | None, *, after: bool) -> bool:
        ats = tuple(row.at for row in moving)
        is_done = self._choice.do(text, MoveBlocks(ats, to, after))
        if is_done:
            self._articles.choose_rows(ats)
        return is_done

    # --- articles ------------------------------------------------------------------------------

    def split_article(self) -> None:
        """Let a new article begin with the first chosen row."""
        rows = self._choice.blocks()
        if rows and self._choice.do("另起一篇", SplitArticle(rows[0].at)):
            self._articles.go_to(rows[0].at)

    def join_article(self) -> None:
        """Join the article of the caret with the one before it."""
        ids = [article_id for article_id, _ in self._choice.articles_named()]
        here = self._choice.article_here()
        if here not in ids:
            return
        number = ids.index(here)
        if number == 0:
            self._choice.refuse("这是第一篇，前面没有文章。")
            return
        rows = self._choice.rows
        joined = rows[rows.of_article(here)[0]].at
        to = rows[rows.of_article(ids[number - 1])[0]].at
        if self._choice.do("并入上一篇", JoinArticles(joined, to)):
            self._articles.go_to(joined)

    def article_up(self) -> None:
        """Let the article of the caret change places with the one before it."""
        self._move_article(-1)

    def article_down(self) -> None:
        """Let it change places with the one behind it."""
        self._move_article(1)

    def _move_article(self, step: int) -> None:
        rows, here = self._choice.rows, self._choice.article_here()
        ids = [article_id for article_id, _ in self._choice.articles_named()]
        if here not in ids:
            return
        number = ids.index(here) + step
        if not 0 <= number < len(ids):
            self._choice.refuse("这一篇已经在最前面了。" if step < 0 else "这一篇已经在最后面了。")
            return
        moved, beside = (
            next(rows[n].at for n in rows.of_article(each) if rows[n].is_printed)
            for each in (here, ids[number])
        )
        name = "整篇上移" if step < 0 else "整篇下移"
        if self._choice.do(name, MoveArticle(moved, beside, after=step > 0)):
            self._articles.go_to(moved)
            self._articles.bring(moved)

    def previous_article(self) -> None:
        """Go to the beginning of the article, or of the one before it."""
        self._go(-1)

    def next_article(self) -> None:
        """Go to the beginning of the article behind this one."""
        self._go(1)

    def _go(self, step: int) -> None:
        rows, here = self._choice.rows, self._articles.first_chosen()
        starts = [n + 1 for n, row in enumerate(rows) if row.is_name and n + 1 < len(rows)]
        there = [n for n in starts if (n - here) * step > 0]
        if there:
            self._articles.show_row(there[0] if step > 0 else there[-1])


def _place_in(there: Sequence[Row], moving: Sequence[Row]) -> tuple[Row, bool]:
    """The row of an article that others go behind (or before), by the order of the page: below
    the head, above what closes the article.
    """
    before = [row for row in there if row.at < moving[0].at]
    # A title that is printed further down still comes before what is moved behind it.
    anchor = before[-1] if before else _first_of_body(there)
    if anchor.kind in _CLOSING and moving[0].kind not in _CLOSING:
        place = there.index(anchor)
        while place and there[place].kind in _CLOSING:
            place -= 1
        return there[place], True
    return anchor, bool(before) or anchor.kind in HEAD_KINDS


def _first_of_body(rows: Sequence[Row]) -> Row:
    return next((row for row in rows if row.kind not in HEAD_KINDS), rows[-1])
