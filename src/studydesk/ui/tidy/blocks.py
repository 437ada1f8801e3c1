"""What 整理 does to chosen rows where they are: their limits, their kinds, whether they stay."""

from collections.abc import Collection, Sequence

from studydesk.domain.article import BODY_KINDS, BlockKind, Problem, ProblemKind, Span
from studydesk.domain.tidied_articles import HEAD_KINDS
from studydesk.domain.tidying import (
    ChangeKind,
    DropRepeat,
    JoinBlocks,
    SetAside,
    Settle,
    SplitBlock,
    Tidying,
)
from studydesk.errors import EditRefused
from studydesk.ui.block_kinds import FURNITURE, kind_label
from studydesk.ui.key_names import native
from studydesk.ui.tidy.choice import TidyChoice
from studydesk.ui.tidy.repeats import copies, repeat_at, told_of_repeat, words_in
from studydesk.ui.tidy.rows import Row, Rows
from studydesk.ui.tidy.selection import cuts_correction
from studydesk.ui.tidy.words import shortened
from studydesk.ui.words.messages import sentence


class BlockCommands:
    """Each method is a command of the user."""

    def __init__(self, choice: TidyChoice) -> None:
        self._choice, self._articles = choice, choice.articles

    def split(self) -> None:
        """Part the row at the caret, or the selected characters from what is around them."""
        chosen = self._articles.chosen()
        row = chosen.rows[0] if chosen.rows else None
        if row is None or not row.is_printed or chosen.start < 0:
            self._choice.refuse("把光标放在要拆开的地方，再按回车。")
            return
        if cuts_correction(row, chosen.first, chosen.last):
            self._choice.refuse(sentence(EditRefused("cuts-correction")))
            return
        cuts = [at for at in (chosen.start, _after(row, chosen.end)) if at != row.places[0]]
        if not chosen.has_selection:
            cuts = cuts[:1]
        operations = [SplitBlock(at) for at in cuts if at >= 0]
        if not operations:
            self._choice.refuse("光标在一段的开头，没有什么可拆。把光标放在段落中间。")
        elif self._choice.do("拆开段落", *operations):
            self._articles.go_to(chosen.start)

    def join(self) -> None:
        """Join what is chosen into one row; a single row, or the beginning of it that is selected,
        with the row before it.
        """
        taken = self._choice.taken()
        rows, joined = taken.chosen, taken.chosen[1:] or taken.chosen
        ats = {row.at for row in rows}
        places = [n for n, row in enumerate(_printed(taken.rows)) if row.at in ats]
        if len(rows) == 1 and not ats <= {row.at for row in _printed(self._choice.rows)}:
            self._choice.refuse("选中的字前面还有这一段的字，接不到上一段；先按回车拆开。")
        elif rows and places[-1] - places[0] >= len(rows):
            self._choice.refuse("选中的几处不挨在一起，接不成一段；先把它们移到一处。")
        elif any(row.is_furniture for row in joined):
            self._choice.refuse(f"{FURNITURE}不能接起来，请先放回文章。")
        elif len(rows) > 1 and len({row.article_id for row in rows}) > 1:
            self._choice.refuse("选中的几段不在同一篇文章里，接不成一段；先把它们移到一篇里。")
        elif field := _field_before(taken.rows, joined):
            self._choice.refuse(
                f"前面是{field}，正文不接到{field}里。真要接上，先用“改为”把这一段改成{field}。"
            )
        elif joined:
            joins = (JoinBlocks(row.at) for row in joined)
            if self._choice.do("接上段", *taken.cuts, *joins):
                self._articles.go_to(joined[0].at)

    def make(self, kind: BlockKind, level: int = 0) -> None:
        """Make what is chosen blocks of a kind; furniture goes back to its article so."""
        taken = self._choice.taken()
        others = [row for row in taken.chosen if (row.kind, row.level) != (kind, level)]
        changes = [ChangeKind(row.at, kind, level) for row in others]
        operations: list[Tidying] = [*taken.cuts, *changes]
        if not taken.chosen or not operations:
            return
        if self._choice.do(f"改为{kind_label(kind, level)}", *operations):
            self._articles.choose_rows([row.at for row in taken.chosen])

    def aside(self) -> None:
        """Put what is chosen among the furniture, or furniture back into its article."""
        taken = self._choice.taken()
        rows = taken.chosen
        if not rows:
            return
        back = all(row.is_furniture for row in rows)
        moving = rows if back else [row for row in rows if not row.is_furniture]
        operations: list[Tidying] = [
            ChangeKind(row.at, BlockKind.PARAGRAPH) if back else SetAside(row.at) for row in moving
        ]
        here = self._articles.first_chosen()
        left = taken.rows.beside(moving)
        name = "放回文章" if back else f"移入{FURNITURE}"
        if self._choice.do(name, *taken.cuts, *operations):
            if back:
                self._articles.choose_rows([row.at for row in moving])
            elif left is not None and taken.cuts:
                self._articles.go_to(left.at)
            else:
                self._articles.go_to_row(here)
            self._choice.point_out(taken)
            words = shortened(moving[0].text)
            count = f"等 {len(moving)} 处" if len(moving) > 1 else ""
            self._choice.refuse(f"已{name}：“{words}”{count}；{native('Ctrl+Z')} 撤消。")

    def drop(self) -> None:
        """Drop the selected characters, or else the repeat or the row that the caret is in, where
        the page has them elsewhere, too.
        """
        chosen = self._articles.chosen()
        rows = self._choice.blocks()
        if not rows:
            return
        repeats = (p for p in self._choice.problems if p.kind is ProblemKind.REPEATED)
        here = [p.span for p in repeats if p.span.start <= chosen.start < p.span.end][:1]
        spans = chosen.spans or tuple(here) or rows[0].spans
        words = words_in(rows, spans)
        if not here and not self._is_twice(words):
            self._choice.refuse(
                "这段文字在这一版别处没有，不是重复，没有动；"
                f"不要它，就按 {native('Del')} 移入{FURNITURE}。"
            )
        elif self._drop(rows, spans):
            self._choice.refuse(
                f"已去掉重复的“{shortened(words)}”，收在{FURNITURE}里；{native('Ctrl+Z')} 撤消。"
            )

    def _is_twice(self, words: str) -> bool:
        """Whether words are on the page more than once, apart from repeats that were dropped."""
        rows = (row for row in self._choice.rows if row.is_printed and not row.is_repeat)
        return "".join("".join(row.text.split()) for row in rows).count(words) > 1

    def drop_repeat(self, problem: Problem, besides: str = "") -> None:
        """Drop characters that the page has elsewhere too. No sentence is cut by that: what is
        left of one stays double, is selected, and is not asked about again. `besides` is said
        about what else that touches.
        """
        choice = self._choice
        repeat = repeat_at(choice.rows, problem)
        is_left = repeat.dropped.start > problem.span.start
        doubts = copies(choice.raw_text, choice.problems, problem) if is_left else []
        settled = [Settle(doubt.span.start, doubt.kind) for doubt in doubts]
        if not self._drop(repeat.rows, [repeat.dropped], *settled, about=problem):
            return
        if repeat.left:
            self._articles.select_from(repeat.left[0], repeat.left[-1])
            self._choice.say_while_selected(
                f"去掉了 {len(repeat.gone)} 字整句{besides}；留下半句 {len(repeat.left)} 字"
                f"（已选中）{repeat.joint}：读得通就留着，多余就按 {native('Ctrl+Del')}。"
            )
        else:
            self._choice.refuse(
                f"已去掉重复的 {told_of_repeat(repeat)}{besides}，收在{FURNITURE}里；"
                f"{native('Ctrl+Z')} 撤消。"
            )

    def _drop(
        self,
        rows: Sequence[Row],
        spans: Sequence[Span],
        *more: Tidying,
        about: Problem | None = None,
    ) -> bool:
        """Drop characters of rows, and put the caret where they stood."""
        here = self._choice.rows.number_at(rows[0].at)
        gone = {at for span in spans for at in range(*span)}
        before, behind = _beside(rows, gone)
        drops = (DropRepeat(*span) for span in spans)
        done = self._choice.do("去掉重复", *drops, *more, about=about)
        if done and behind >= 0:
            self._articles.go_to(behind)
        elif done and before >= 0:
            self._articles.go_behind(before)
        elif done:
            self._articles.go_to_row(here)
        return done


def _printed(rows: Rows) -> list[Row]:
    return [row for row in rows if row.is_printed]


def _field_before(rows: Rows, joined: Sequence[Row]) -> str:
    """What stands around the body and would swallow a part of it, were these of all rows joined
    with those before them; an empty string where nothing would.
    """
    for row in joined:
        own = rows.of_article(row.article_id)
        place = own.index(rows.number_at(row.at))
        kind = rows[own[place - 1]].kind if place else None
        if kind in HEAD_KINDS and row.kind in BODY_KINDS:
            return kind_label(kind, 0)
    return ""


def _beside(rows: Sequence[Row], gone: Collection[int]) -> tuple[int, int]:
    """The places of the characters before and behind those that go, in the rows that have them;
    -1 where there is none.
    """
    places = [at for row in rows for at in row.places]
    going = [number for number, at in enumerate(places) if at in gone]
    before, behind = places[: going[0]], places[going[-1] + 1 :]
    return (before[-1] if before else -1), (behind[0] if behind else -1)


def _after(row: Row, end: int) -> int:
    """The place of the first character of a row behind a selection, or -1."""
    inside = [n for n, at in enumerate(row.places) if at == end - 1]
    behind = inside[-1] + 1 if inside else len(row.places)
    return row.places[behind] if behind < len(row.places) else -1
