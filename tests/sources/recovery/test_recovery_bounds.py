"""However a page is made, recovery does no more than so much work, and tells where it gave up."""

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any, SupportsIndex, TypeVar

import pytest
from tests.sources.recovery.test_nothing_is_lost import check
from tests.sources.recovery.test_recovery_rules import BODY, kinds

from studydesk.domain.article import ProblemKind, Source
from studydesk.sources.recovery import interleaving
from studydesk.sources.recovery.articles import Draft, is_next_brief
from studydesk.sources.recovery.biographies import biographies
from studydesk.sources.recovery.evidence import Evidence
from studydesk.sources.recovery.interleaving import MOST_WORK
from studydesk.sources.recovery.lines import read_lines
from studydesk.sources.recovery.ordinary import place_ordinary
from studydesk.sources.recovery.page import Page
from studydesk.sources.recovery.paragraphs import gather
from studydesk.sources.recovery.recover import recover
from studydesk.sources.recovery.roles import Role, classify
from studydesk.sources.recovery.rows import Row, rows_of
from studydesk.sources.recovery.units import Unit

WIDTH, LINES = 17, 40


def braided(seed: int, articles: int = 4) -> str:
    """Articles that change every few lines, each of words of its own."""
    random = Random(seed)

    def word(length: int = 2) -> str:
        return "".join(chr(random.randrange(0x4E00, 0x9000)) for _ in range(length))

    waiting = []
    for _ in range(articles):
        words = [word() for _ in range(60)]
        text = "".join(
            random.choice(words) + random.choice(("", "", "", "，", "。"))
            for _ in range(LINES * WIDTH // 2)
        )
        rows = [text[at : at + WIDTH] for at in range(0, LINES * WIDTH, WIDTH)]
        waiting.append([word(12), f"王{word()}", *rows, f"（作者单位：{word(4)}大学）"])
    page: list[str] = []
    while any(waiting):
        rows = random.choice([rows for rows in waiting if rows])
        count = random.randint(3, 8)
        page += rows[:count]
        del rows[:count]
    return "\n".join(page)


def test_no_page_takes_more_work_than_so_much(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Evidence] = []

    class Watched(Evidence):
        def __init__(self, *given: object, **named: object) -> None:
            super().__init__(*given, **named)  # type: ignore[arg-type]  # only passed on
            made.append(self)

    monkeypatch.setattr(interleaving, "Evidence", Watched)
    recover(Source("page", braided(1)))
    assert made
    # The last move weighed may take some more, and so do the ways through a page.
    assert all(evidence.work <= 2.5 * MOST_WORK for evidence in made)


def test_where_it_gives_up_a_page_is_whole_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(interleaving, "MOST_WORK", 100)
    raw = braided(2)
    check(raw)
    assert ProblemKind.COLUMNS_MIXED in kinds(recover(Source("page", raw)))


def test_a_page_of_one_paragraph_again_and_again_loses_none() -> None:
    check("\n".join([BODY] * 3))


def test_a_piece_may_be_a_heading_alone() -> None:
    """A page that ends in a heading, the first of a list, whose text stands before it."""
    check((Path(__file__).parents[2] / "data/recovery/heading_last.txt").read_text("utf-8"))


@pytest.mark.parametrize("before", ["好。（王", "好。（", "好。（记者"])
def test_twenty_thousand_spaces_in_a_bracket_take_no_time_to_speak_of(before: str) -> None:
    text = f"{before}{' ' * 20_000}）"
    assert recover(Source("paste", text)).articles[0].body.startswith("好。（")


def test_a_page_is_read_where_a_line_that_asks_would_be_cut_off_its_paragraph() -> None:
    check("：\n□李持人：作者：，摄\x0c地上本没有路。”·\x0c主持人：讲述文数说")


Thing = TypeVar("Thing", Role, Row)


class Counted(list[Thing]):
    """Roles or rows that count how often one of them is looked at."""

    looks = 0

    def __getitem__(self, at: SupportsIndex | slice) -> Any:  # noqa: ANN401  # as lists do
        self.looks += 1
        return super().__getitem__(at)


def looks_per_line(raw: str) -> float:
    """How often the roles of a page are looked at to place what only looks like a name or label."""
    lines, _ = read_lines(raw)
    roles = Counted(classify(raw, [line], frozenset()) for line in lines)
    place_ordinary(lines, roles)
    return roles.looks / len(lines)


@pytest.mark.parametrize("row", ["王敏华\n", "今天大家都来学习这门课。\n生动实践\n"])
def test_a_long_page_of_names_or_labels_takes_no_more_work_for_each(row: str) -> None:
    page = "下面是今年受到表彰的职工。\n{}今天的会就开到这里。\n"

    assert looks_per_line(page.format(row * 800)) < 2 * looks_per_line(page.format(row * 100)) + 2


class Walked(list[Unit]):
    """Units that count the steps taken through them."""

    steps = 0

    def __iter__(self) -> Iterator[Unit]:
        for unit in super().__iter__():
            self.steps += 1
            yield unit


def units_of(*texts: str) -> list[Unit]:
    return gather(page := "\n".join(texts), read_lines(page)[0])


def test_many_short_boxes_take_no_more_work_for_each() -> None:
    box = units_of("短讯", "车间里的新变化", BODY)
    body = Walked([box[1], *[box[2]] * 800])

    assert not is_next_brief(Draft(head=[box[1]], body=body), box, 1)
    assert body.steps < 3


def test_the_kicker_on_the_line_of_a_title_is_looked_for_once_for_all_titles() -> None:
    units = Walked(units_of(*["聚焦职工生活 车间里的新变化", BODY] * 100))
    page = Page("", units)
    built = units.steps

    assert not any(page.has_unit("聚焦职工生活") for _ in range(100))
    assert units.steps <= built + len(units)


@pytest.mark.parametrize("behind", ["\n", "。", "，江城市劳动关系学会的\n副会长，主要\n"])
def test_a_long_page_of_biographies_takes_no_more_work_for_each(behind: str) -> None:
    def looks(count: int) -> float:
        raw = f"作者简介：王敏，江城大学教授{behind}" * count
        rows = Counted(rows_of(raw))
        assert list(biographies(raw, rows))
        return rows.looks / count

    assert looks(800) < 2 * looks(100) + 2
