"""What 整理 offers against a doubt besides 看过了: at most two things, each with its key."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import NamedTuple

from studydesk.domain.article import BlockKind, Problem, ProblemKind
from studydesk.domain.second_guesses import Guess, Way, second_guesses
from studydesk.ui.block_kinds import FURNITURE
from studydesk.ui.key_names import native
from studydesk.ui.tidy.commands import TidyCommands
from studydesk.ui.tidy.current_source import CurrentSource

_MOST = 2

_WAYS: Mapping[Way, tuple[str, str, str]] = {
    Way.FIRST: ("放到篇首", "它和下面连着的几段放到这一篇的开头", "已放到这一篇的开头"),
    Way.BACK: ("放回原处", "放到版面上排在它前面的那一段后面", "已放回版面上的位置"),
    Way.APART: ("不接", "不和前面接成一段，单独成段", "已单独成段"),
    Way.ASIDE: ("移出", f"不属于这一篇，移入{FURNITURE}", f"已移入{FURNITURE}"),
    Way.ONE_WITH_NEXT: ("接下一段", "和后面一段接成一段", "已和后面一段接好"),
    Way.ONE_OVER_HEADING: (
        "越过小标题接",
        f"中间的小标题移入{FURNITURE}，和它后面的一段接成一段",
        "已越过小标题接好",
    ),
    Way.ONE_WITH_LAST: ("接上一段", "接在前面一段后面，成为一段", "已接在前面一段后面"),
    Way.TITLE: ("首句作标题", "这一篇的第一句就是标题", "第一句已改为标题"),
}
"""On the button, what it does, and what it has done."""


class Remedy(NamedTuple):
    """What stands on a button, what that means, and what it does; `is_done` tells that nothing
    more is asked then.
    """

    text: str
    tip: str
    do: Callable[[], object]
    is_done: bool = True


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
            yield Remedy(text, tip, partial(self._follow, problem, guess))

    def _follow(self, problem: Problem, guess: Guess) -> None:
        choice = self._commands.choice
        text, _, told = _WAYS[guess.way]
        articles, here = choice.articles, choice.articles.first_chosen()
        if choice.do(text, *guess.operations):
            if guess.way is Way.ASIDE:
                articles.go_to_row(here)  # what came behind it
            else:
                articles.go_to(problem.span.start)
                articles.bring(problem.span.start)
            choice.refuse(f"{told}，{native('Ctrl+Z')} 撤消；F8 看下一处。")

    def _known(self, problem: Problem) -> Iterator[Remedy]:
        words, blocks, at = self._commands.words, self._commands.blocks, problem.span.start
        match problem.kind:
            case ProblemKind.TITLE_MISSING:
                ask = partial(words.supply, BlockKind.TITLE, at)
                yield Remedy("补标题…", "版面上没有标题，自己写一个", ask, is_done=False)
            case ProblemKind.AUTHOR_UNKNOWN:
                ask = partial(words.supply, BlockKind.AUTHOR, at)
                yield Remedy("补作者…", "写上作者的姓名", ask, is_done=False)
            case ProblemKind.REPEATED:
                drop = partial(blocks.drop_repeat, problem)
                yield Remedy("去掉这一处", f"另一处留着，这一处收在{FURNITURE}里", drop)
