"""How rows get to another place in 整理: step by step, to an article, by cut and put, by mouse."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from studydesk.domain.article import BlockKind, Span
from studydesk.domain.ordinals import ordinal_words
from studydesk.domain.tidying import (
    ChangeKind,
    JoinArticles,
    MoveArticle,
    MoveBlocks,
    SplitArticle,
    SplitBlock,
)
from studydesk.errors import EditRefused
from studydesk.ui.deed import Deed
from studydesk.ui.key_names import native
from studydesk.ui.tidy.choice import Taken, TidyChoice
from studydesk.ui.tidy.landing import landing
from studydesk.ui.tidy.rows import Row
from studydesk.ui.tidy.selection import size_of


class _Carried(NamedTuple):
    """What was cut and not put yet: where its rows begin, what parts them from the rest of theirs,
    all their characters, and how much it is.
    """

    ats: tuple[int, ...] = ()
    cuts: tuple[SplitBlock, ...] = ()
    spans: tuple[Span, ...] = ()
    size: str = ""


class MoveCommands(QObject):
    """Each method is a command of the user."""

    carried_changed = Signal()
    undoable = Signal(object)

    def __init__(self, choice: TidyChoice) -> None:
        super().__init__(choice)
        self._choice, self._articles = choice, choice.articles
        self._carried = _Carried()

    # --- step by step --------------------------------------------------------------------------

    def move_up(self) -> None:
        """Set the chosen rows before the row before them; out of an article, if it has none."""
        self._move(-1)

    def move_down(self) -> None:
        """Set the chosen rows behind the row behind them."""
        self._move(1)

    def _move(self, step: int) -> None:
        taken = self._choice.taken_blocks()
        moving = taken.chosen
        if not moving:
            return
        order = [row for row in taken.rows if row.is_printed and not row.is_furniture]
        edge = order.index(moving[0] if step < 0 else moving[-1]) + step
        if not 0 <= edge < len(order):
            self._choice.refuse("已经到头了。")
            return
        anchor = order[edge]
        same = anchor.article_id == moving[0 if step < 0 else -1].article_id
        self._move_to("移动段落", taken, anchor.at, after=same == (step > 0))

    # --- to an article -------------------------------------------------------------------------

    def to_previous(self) -> None:
        """Put the chosen rows into the article before theirs."""
        self._to_neighbour(-1)

    def to_next(self) -> None:
        """Put the chosen rows into the article behind theirs."""
        self._to_neighbour(1)

    def _to_neighbour(self, step: int) -> None:
        moving = self._choice.taken_blocks().chosen
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
        """Put what is chosen into an article, where it fits there, which is told; into one of its
        own where the id is empty. The caret stays at what comes next in the article that it was
        in, unless it `follows`.
        """
        taken = self._choice.taken_blocks()
        moving, rows = taken.chosen, taken.rows
        if not moving:
            return
        if not article_id:
            named = _named(moving)
            if self._move_to("另成一篇", taken, None, *named, after=False):
                self._tell_named(moving[0], named)
            return
        there = [rows[n] for n in rows.of_article(article_id) if rows[n] not in moving]
        if there:
            anchor, after, told = landing(there, moving, self._choice.last_moved(article_id))
            left = rows.beside(moving)
            if follows or left is None or moving[0].article_id == article_id:
                is_done = self._move_to("移到另一篇", taken, anchor.at, after=after)
            else:
                is_done = self._do_move("移到另一篇", taken, anchor.at, after=after)
                if is_done:
                    self._articles.go_to(left.at)
                    self._choice.point_out(taken)
            if is_done:
                name = self._choice.numbered(article_id)
                self._choice.refuse(f"已移到{name}{told}；{native('Ctrl+Z')} 撤消。")

    def neighbours(self) -> Iterator[tuple[str, str, bool]]:
        """The articles of the page, id and title, and whether all that is chosen is in it."""
        here = {each.row.article_id for each in self._choice.stretches()}
        for article_id, name in self._choice.articles_named():
            yield article_id, name, here == {article_id}

    # --- to any place --------------------------------------------------------------------------

    @property
    def carried(self) -> tuple[int, ...]:
        """Where what was cut and not put yet begins in the raw text, a place for each row."""
        return self._carried.ats

    @property
    def carried_spans(self) -> tuple[Span, ...]:
        """All characters of it."""
        return self._carried.spans

    @property
    def told_carried(self) -> str:
        """How much it is: rows, or characters of rows; nothing where nothing was cut."""
        return self._carried.size

    def cut(self) -> None:
        """Take up what is chosen, to put it where the caret will be."""
        size = size_of(each for each in self._choice.stretches() if not each.row.is_furniture)
        taken = self._choice.taken_blocks()
        spans = tuple(span for row in taken.chosen for span in row.spans)
        now = _Carried(tuple(row.at for row in taken.chosen), taken.cuts, spans, size)
        if now.ats and now != self._carried:
            self._carry(now)
            again, places = partial(self._carry, now), (self._choice.place,)

            def is_over() -> bool:
                return self._carried != now

            self.undoable.emit(Deed("剪下", self.let_go, again, places=places, is_over=is_over))

    def put(self) -> None:
        """Set what was cut behind the row of the caret."""
        self._put(after=True)

    def put_before(self) -> None:
        """Set what was cut before the row of the caret."""
        self._put(after=False)

    def let_go(self) -> None:
        """Leave what was cut where it is."""
        self._carry(_Carried())

    def _put(self, *, after: bool) -> None:
        if not self.carried:
            self._choice.refuse(f"还没有剪下段落。选中要移走的段落，按 {native('Ctrl+X')}。")
            return
        here = [row for row in self._choice.printed() if not row.is_furniture]
        if not here:
            self._choice.refuse(f"把光标放在文章里，再按 {native('Ctrl+V')}。")
            return
        target, carried = here[-1 if after else 0].at, self._carried
        taken = self._still_there(carried)
        if not taken.chosen:
            self.let_go()
            self._choice.refuse("剪下的段落后来又改过，请重新剪下。")
        elif self._set_beside(target, taken, after=after):
            self.let_go()

    def move_beside(self, target: int, *, after: bool) -> None:
        """Set what is chosen before or behind the row at an offset."""
        if self._set_beside(target, self._choice.taken_blocks(), after=after):
            self.let_go()

    def _set_beside(self, target: int, taken: Taken, *, after: bool) -> bool:
        rows = taken.rows
        if taken.chosen and rows[rows.number_at(target)] in taken.chosen:
            self._choice.refuse("它已经在这里了。")
            return False
        return bool(taken.chosen) and self._move_to("移动段落", taken, target, after=after)

    def _still_there(self, carried: _Carried) -> Taken:
        """What was cut, if it still stands in articles as it was."""
        try:
            rows = self._choice.cut(carried.cuts)
        except EditRefused:  # what was cut has been parted otherwise
            return Taken(self._choice.rows)
        printed = (row for row in rows if row.is_printed and not row.is_furniture)
        found = tuple(row for row in printed if row.at in carried.ats)
        is_same = {span for row in found for span in row.spans} == set(carried.spans)
        return Taken(rows, found if is_same else (), carried.cuts)

    def _carry(self, carried: _Carried) -> None:
        if carried != self._carried:
            self._carried = carried
            self.carried_changed.emit()

    def _move_to(
        self, text: str, taken: Taken, to: int | None, *besides: ChangeKind, after: bool
    ) -> bool:
        """The caret goes along."""
        is_done = self._do_move(text, taken, to, *besides, after=after)
        if is_done:
            self._articles.choose_rows([row.at for row in taken.chosen])
        return is_done

    def _do_move(
        self, text: str, taken: Taken, to: int | None, *besides: ChangeKind, after: bool
    ) -> bool:
        ats = tuple(row.at for row in taken.chosen)
        return self._choice.do(text, *taken.cuts, MoveBlocks(ats, to, after), *besides)

    # --- articles ------------------------------------------------------------------------------

    def split_article(self) -> None:
        """Let a new article begin with the first chosen row, or where the selection begins."""
        taken = self._choice.taken_blocks()
        if not taken.chosen:
            return
        first, rows = taken.chosen[0], taken.rows
        cuts = [each for each in taken.cuts if each.at == first.at]
        home = [rows[number] for number in rows.of_article(first.article_id)]
        named = _named(home[home.index(first) :])
        if self._choice.do("另起一篇", *cuts, SplitArticle(first.at), *named):
            self._articles.go_to(first.at)
            self._tell_named(first, named)

    def _tell_named(self, first: Row, named: Sequence[ChangeKind]) -> None:
        """Say that the heading which an article begins with by now is its title, or why not."""
        if named:
            self._choice.refuse(f"小标题作了新文章的标题；{native('Ctrl+Z')} 撤消。")
        elif first.kind is BlockKind.HEADING and (counted := ordinal_words(first.text)):
            how = f"要作标题，按 {native('Ctrl+Alt+1')}"
            self._choice.refuse(f"小标题带序号“{counted}”，没有作标题；{how}。")

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


def _named(rows: Sequence[Row]) -> tuple[ChangeKind, ...]:
    """What makes the heading that these rows of a new article begin with its title: they have no
    other, and it does not count on what went before.
    """
    first = rows[0]
    is_title = first.kind is BlockKind.HEADING and not ordinal_words(first.text)
    if not is_title or any(row.kind is BlockKind.TITLE for row in rows):
        return ()
    return (ChangeKind(first.at, BlockKind.TITLE),)
