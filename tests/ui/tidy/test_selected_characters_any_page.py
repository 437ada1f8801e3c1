"""Whatever is selected on whatever page, it is cut out exactly, and nothing is lost."""

from contextlib import suppress

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.domain.test_tidying_any_page import check, operations, pages

from studydesk.domain.article import BlockKind, Recovery, Source
from studydesk.domain.tidying import ChangeKind, MoveBlocks, SetAside, Tidying, apply, replay
from studydesk.errors import EditRefused
from studydesk.services.tidying import TidiedPage
from studydesk.ui.tidy.rows import Rows
from studydesk.ui.tidy.selection import Stretch, cuts, widened


def bare(text: str) -> str:
    return "".join(text.split())


@given(pages(), st.lists(operations, max_size=8), st.data())
@settings(max_examples=300)
def test_what_is_selected_is_cut_out_moved_and_nothing_else(
    page: tuple[Source, Recovery], earlier: list[Tidying], data: st.DataObject
) -> None:
    source, fresh = page
    before = replay(source, fresh, earlier).recovery
    printed = [row for row in Rows(TidiedPage(source, before)) if row.is_printed]
    row = data.draw(st.sampled_from(printed))
    first = data.draw(st.integers(0, len(row.text) - 1))
    chosen = Stretch(row, first, data.draw(st.integers(first + 1, len(row.text))))
    if not chosen.length:
        return
    recovery = before
    with suppress(EditRefused):  # it would cut a correction
        for cut in cuts([chosen]):
            recovery = apply(source, recovery, cut)
        rows = Rows(TidiedPage(source, recovery))
        taken = rows[rows.number_at(chosen.at)]
        assert bare(taken.text) == bare(row.text[chosen.first : chosen.last])
        check(source, recovery)
        steps: list[Tidying] = [ChangeKind(taken.at, BlockKind.NOTE)]
        if not taken.is_furniture:
            steps += [MoveBlocks((taken.at,), None), SetAside(taken.at)]
        check(source, replay(source, recovery, [data.draw(st.sampled_from(steps))]).recovery)


@given(pages(), st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), max_size=4))
def test_what_goes_along_with_a_selection_only_makes_it_longer(
    page: tuple[Source, Recovery], ends: list[tuple[int, int]]
) -> None:
    source, recovery = page
    printed = [row for row in Rows(TidiedPage(source, recovery)) if row.is_printed]
    limits = [
        Stretch(row, min(one, len(row.text) - 1), max(min(one, len(row.text) - 1) + 1, other))
        for row, (one, other) in zip(printed, ends, strict=False)
    ]
    chosen = [each for each in limits if each.last <= len(each.row.text)]
    for short, long in zip(chosen, widened(chosen), strict=True):
        assert 0 <= long.first <= short.first
        assert short.last <= long.last <= len(long.row.text)
