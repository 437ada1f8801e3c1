"""What 整理 offers against a doubt besides 看过了: at most two things, each with its key."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from studydesk.domain.article import BlockKind, Problem, ProblemKind, Span
from studydesk.domain.doubtful_page import Guess, Way
from studydesk.domain.second_guesses import second_guesses
from studydesk.domain.tidying import SetAside, SplitBlock, replay
from studydesk.ui.block_kinds import FURNITURE
from studydesk.ui.key_names import native
from studydesk.ui.tidy.commands import TidyCommands
from studydesk.ui.tidy.current_source import CurrentSource
from studydesk.ui.tidy.repeats import dropped_of, told_of_repeat
from studydesk.ui.tidy.rows import Row, row_at
from studydesk.ui.words.quotes import cut, quoted

_MOST = 2

_NAMED = 12
"""Characters that a row is named by."""

_WAYS: Mapping[Way, tuple[str, str, str]] = {
    Way.OTHER: ("移到", "把{}移到{}，放在它接得上的地方", "已把{}移到{}"),
    Way.FIRST: ("放到篇首", "把{}放到这一篇的开头", "已把{}放到这一篇的开头"),
    Way.BACK: ("放回原处", "把{}放到版面上排在它前面的那一段后面", "已把{}放回版面上的位置"),
    Way.APART: ("不接", "{}不和前面接成一段，单独成段", "{}已单独成段"),
    Way.ASIDE: ("移出", f"{{}}不属于这一篇，移入{FURNITURE}", f"已把{{}}移入{FURNITURE}"),
    Way.ONE_WITH_NEXT: ("接下一段", "和后面一段接成一段", "已和后面一段接好"),
    Way.ONE_OVER_HEADING: (
        "接下一段，移出小标题",
        f"把中间的小标题{{}}移入{FURNITURE}，和它后面的一段接成一段",
        f"已接好，中间的小标题{{}}移入了{FURNITURE}",
    ),
    Way.ONE_WITH_LAST: ("接上一段", "接在前面一段后面，成为一段", "已接在前面一段后面"),
    Way.TITLE: ("首句作标题", "这一篇的第一句{}就是标题", "第一句{}已改为标题"),
}
"""On the button, what it does, and what it has done, to what."""


class Remedy(NamedTuple):
    """What stands on a button, what that means, and what it does; `is_done` tells that nothing
    more is asked then. `size` says how much it takes elsewhere, `warning` what else that touches.
    """

    text: str
    tip: str
    do: Callable[[], object]
    is_done: bool = True
    size: str = ""
    warning: str = ""


class Remedies:
    """Finds what may be done about a problem of the page as it is now."""

    def __init__(self, current: CurrentSource, commands: TidyCommands) -> None:
        self._current, self._commands = current, commands

    def of(self, problem: Problem) -> list[Remedy]:
        """What is offered, the likelier first."""
        return [*self._guesses(problem), *self._known(problem)][:_MOST]

    def _guesses(self, problem: Problem) -> Iterator[Remedy]:
        page = self._current.page
        for guess in second_guesses(page.source, page.recovery, problem) if page else ():
            text, tip, _ = _WAYS[guess.way]
            rows, there = self._moving(guess), self._other(guess)
            size, warning = _size(rows), self._warning(problem, rows, guess)
            follow = partial(self._follow, problem, guess)
            tip = tip.format(_named(rows), there)
            if there:  # its title stands in the tip
                text, size = f"{size}{text}{there.partition('“')[0]}", ""
            yield Remedy(text, tip, follow, size=size, warning=warning)

    def _other(self, guess: Guess) -> str:
        """The article that it goes to (文章 3), where that is another one."""
        return self._commands.choice.numbered(guess.article_id) if guess.article_id else ""

    def _moving(self, guess: Guess) -> list[Row]:
        """What gets another place, in rows of its own."""
        page, rows = self._current.page, self._commands.choice.rows
        cuts = [each for each in guess.operations if isinstance(each, SplitBlock)]
        if page is None or not cuts:
            return [rows[rows.number_at(at)] for at in guess.moving]
        bare = replace(page.recovery, problems=())  # of a large page all rows would take long
        after = replay(page.source, bare, cuts).recovery
        return [row_at(page.source.raw, after, at) for at in guess.moving]

    def _warning(self, problem: Problem, rows: Sequence[Row], guess: Guess) -> str:
        """Which other doubts have text of these rows, what is torn from them, what goes aside."""
        doubts = self._besides(problem, [span for row in rows for span in row.spans])
        left = "".join(map(quoted, guess.left_behind))
        aside = (each.at for each in guess.operations if isinstance(each, SetAside))
        gone = (self._commands.choice.raw_text[at] for at in aside if at not in guess.moving)
        stops = "".join(map(quoted, gone))
        warnings = (
            doubts,
            f"留下{left}接不上序号" if left else "",
            f"把句末的{stops}移入{FURNITURE}" if stops else "",
        )
        return "，".join(filter(None, warnings))

    def _besides(self, problem: Problem, spans: Sequence[Span]) -> str:
        others = [
            other
            for other in self._commands.choice.problems
            if other != problem
            and any(start < other.span.end and other.span.start < end for start, end in spans)
        ]
        return f"牵涉另外 {len(others)} 处存疑" if others else ""

    def _follow(self, problem: Problem, guess: Guess) -> None:
        choice = self._commands.choice
        text, _, told = _WAYS[guess.way]
        articles, here = choice.articles, choice.articles.first_chosen()
        rows = self._moving(guess)
        warning, there = self._warning(problem, rows, guess), self._other(guess)
        if choice.do("移到另一篇" if there else text, *guess.operations, about=problem):
            if guess.way is Way.ASIDE:
                articles.go_to_row(here)  # what came behind it
            else:
                articles.go_to(problem.span.start)
                articles.bring(problem.span.start)
            besides = f"（{warning}）" if warning else ""
            choice.refuse(f"{told.format(_named(rows), there)}{besides}，{native('Ctrl+Z')} 撤消。")

    def _known(self, problem: Problem) -> Iterator[Remedy]:
        words, at = self._commands.words, problem.span.start
        match problem.kind:
            case ProblemKind.TITLE_MISSING:
                ask = partial(words.supply, BlockKind.TITLE, at)
                yield Remedy("补标题…", "版面上没有标题，自己写一个", ask, is_done=False)
            case ProblemKind.AUTHOR_UNKNOWN if not problem.detail:
                ask = partial(words.supply, BlockKind.AUTHOR, at)
                yield Remedy("补作者…", "写上作者的姓名", ask, is_done=False)
            case ProblemKind.REPEATED:
                yield from self._dropping(problem)

    def _dropping(self, problem: Problem) -> Iterator[Remedy]:
        """Drop what the page has twice, here or at the other place."""
        page, blocks = self._current.page, self._commands.blocks
        rows = self._commands.choice.rows
        found = dropped_of(page.source, page.recovery, rows, problem) if page else None
        if found is None:
            return
        dropped, repeat, why = found
        besides = self._besides(dropped, [repeat.dropped])
        drop = partial(blocks.drop_repeat, dropped, f"（{besides}）" if besides else "")
        left = f"留下半句 {len(repeat.left)} 字由您定" if repeat.left else ""
        warning = "，".join(filter(None, (besides, left)))
        half = f"，剩下半句 {len(repeat.left)} 字由您定" if repeat.left else ""
        told, size = f"去掉 {told_of_repeat(repeat)}{half}", f"{len(repeat.gone)} 字"
        if dropped == problem:
            tip = f"{told}；另一处留着，这一处收在{FURNITURE}里"
            yield Remedy("去掉这一处", tip, drop, size=size, warning=warning)
            return
        tip = f"{why}：从那里{told}，收在{FURNITURE}里；这一处留着"
        yield Remedy("去掉另一处", tip, drop, size=size, warning=warning)


def _size(rows: Sequence[Row]) -> str:
    if len(rows) > 1:
        return f"{len(rows)} 段"
    return f"{sum(len(''.join(row.text.split())) for row in rows)} 字" if rows else ""


def _named(rows: Sequence[Row]) -> str:
    """Rows by the first words of the first one, and how much they are."""
    if not rows:
        return ""
    return f"{quoted(cut(rows[0].text, _NAMED))}{'等' if len(rows) > 1 else '这'} {_size(rows)}"
