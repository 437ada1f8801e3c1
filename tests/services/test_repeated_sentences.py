"""A passage keeps to its own words on a page whose paragraphs begin alike, and undone is undone."""

import random
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.services.test_random_tidying import random_operation
from tests.services.test_tidying import kept, picked

from studydesk.domain.article import Article, Block, BlockKind, Recovery, Source, Span
from studydesk.domain.cleaning import body_places
from studydesk.domain.packet import Packet, PassageItem
from studydesk.domain.passage import Passage
from studydesk.domain.tidying import (
    ChangeKind,
    Correct,
    DropRepeat,
    SetAside,
    SplitBlock,
    Tidying,
    pages_before,
    replay,
)
from studydesk.library import Library
from studydesk.services.reattaching import Reattachment
from studydesk.services.tidying import changed_passages, tidy
from studydesk.sources.reading import read_paste
from studydesk.sources.recovery.recover import recover

SENTENCE = "要坚持从班组做起。"
PAGE = f"""班组里的办法
王敏
大家在会上说了三条办法，每一条都来自车间里的日常，一条一条都是师傅们在机床边上想出来、试出来、再说给徒弟们听的。
{SENTENCE}早会上把昨天的问题摆出来，一件一件说清楚。
{SENTENCE}师傅带徒弟，从一把扳手怎样拿开始教起。
这些办法写在墙上，也记在每个人的本子里。
"""
FIRST = PAGE.index(SENTENCE), PAGE.index("\n要坚持从班组做起。师傅")
"""Where the first paragraph of the two is printed that begin alike."""


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """A library with that page."""
    source = read_paste(PAGE, "班组")
    with Library.open(tmp_path / "资料库") as library:
        library.add(source, recover(source))
        yield library


def test_a_passage_is_not_that_of_a_paragraph_which_moves_up_to_its_place(library: Library) -> None:
    (source,), passage = library.sources(), picked(library, SENTENCE)
    steps: list[Tidying] = [SetAside(FIRST[0]), SplitBlock(PAGE.index("也记在"))]
    for count in (1, 2):
        (asked,) = tidy(library, source.id, steps[:count]).changed
        assert kept(library) == passage == asked.before
        assert changed_passages(library, source.id) == (asked,)
    assert tidy(library, source.id, []).changed == ()
    assert kept(library) == passage


def test_a_passage_that_is_asked_about_may_be_dropped_as_a_repeat_where_little_is_left(
    library: Library,
) -> None:
    (source,), passage = library.sources(), picked(library, SENTENCE)
    aside = [SetAside(PAGE.index(words)) for words in ("大家", "这些办法")]
    wrong, drop = Correct(FIRST[0], FIRST[0] + 1, "须"), DropRepeat(*FIRST)
    steps: list[Tidying] = [wrong, *aside, drop]
    for count in range(1, 5):
        (asked,) = tidy(library, source.id, steps[:count]).changed
        assert kept(library) == passage == asked.before
    tidy(library, source.id, [])
    assert kept(library) == passage


# --- any page, any steps -------------------------------------------------------------------


OPENINGS = [SENTENCE, "各单位要认真落实。", ""]


def alike(chance: random.Random) -> tuple[Source, Recovery]:
    """A page of paragraphs that begin and end alike, in one or two articles."""
    blocks: list[Block] = []
    for number in range(chance.randint(3, 8)):
        own = "".join(chr(0x4E00 + 40 * number + n) for n in range(chance.randint(3, 30)))
        text = chance.choice(OPENINGS) + own + chance.choice(OPENINGS)
        start = blocks[-1].spans[0].end + 1 if blocks else 0
        blocks.append(Block(BlockKind.PARAGRAPH, text, (Span(start, start + len(text)),)))
    source = Source("版面.txt", "\n".join(block.text for block in blocks))
    chosen = {block.text: chance.randint(1, 2) for block in blocks}
    articles = (
        Article(f"{source.id}-{n}", source.id, tuple(b for b in blocks if chosen[b.text] == n))
        for n in (1, 2)
    )
    return source, Recovery(tuple(article for article in articles if article.blocks))


class Desk:
    """A page with what was done to it, and a passage that follows as in the library."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._source, self._fresh = alike(chance)
        self.page, self._done, self.asked = self._fresh, list[Tidying](), False
        self._packet = Packet("学习", items=(PassageItem(self._picked()),))

    def _picked(self) -> Passage:
        home = self._chance.choice(self.page.articles)
        start = self._chance.randrange(len(home.body) - 1)
        return Passage.pick(home, self._source, start, start + self._chance.randint(2, 12))

    @property
    def passage(self) -> Passage:
        return self._packet.passages[0]

    @property
    def printed(self) -> set[int]:
        """Where the passage is printed."""
        home = next(each for each in self.page.articles if each.id == self.passage.article_id)
        places = body_places(self._source.raw, home)
        return set(places[self.passage.start : self.passage.end])

    def take_a_step(self) -> None:
        """Do something to the page, or take the last steps back."""
        if self._done and (self._chance.random() < 0.25 or not self.page.articles):
            self.go_to(self._done[: self._chance.randrange(len(self._done))])
        else:
            step = random_operation(self._chance, self.page)
            if isinstance(step, DropRepeat | ChangeKind):
                # A passage of what is dropped may go to the other copy; what is no text any more
                # is as good as set aside, which happens most: others move up then.
                step = SetAside(step.start if isinstance(step, DropRepeat) else step.at)
            self.go_to([*self._done, step])

    def go_to(self, steps: list[Tidying]) -> None:
        """Let these steps be what was done to the page."""
        before, self.page = self.page, replay(self._source, self._fresh, steps).recovery

        earlier = partial(pages_before, self._source, self._fresh, self._done)
        change = Reattachment(
            self._source, before.articles, self.page.articles, self.page.repeats, earlier
        )
        self._packet, self._done = change.follow(self._packet), steps
        self.asked = bool(change.changes)


@settings(max_examples=200)
@given(st.integers(0, 2**32), st.integers(1, 6))
def test_no_passage_goes_to_the_words_of_others_and_undone_is_undone(seed: int, steps: int) -> None:
    desk = Desk(random.Random(seed))
    picked, own = desk.passage, desk.printed
    for _ in range(steps):
        desk.take_a_step()
        assert desk.passage.text == picked.text
        assert desk.asked or desk.printed == own
    desk.go_to([])
    assert (desk.passage, desk.asked) == (picked, False)
