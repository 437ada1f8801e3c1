"""Where pages end, and what stands on them."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import chain, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studydesk.export.pdf import strips
from studydesk.export.pdf.blocks import StripMaker
from studydesk.export.pdf.contents import lay_out_with_contents
from studydesk.export.pdf.layout import Layout, lay_out
from studydesk.export.pdf.pages import Page, paginate, set_on_pages
from studydesk.export.pdf.strips import Strip
from studydesk.handout.model import (
    AnswerBox,
    AnswerLines,
    Block,
    ContentsLine,
    HandoutDocument,
    PageBreak,
    Paragraph,
    Run,
    Table,
)
from studydesk.handout.style import MILLIMETRE, Role
from studydesk.typeset.cells import Span
from studydesk.typeset.compose import justified
from studydesk.typeset.galley import Line

Handout = Callable[..., HandoutDocument]


def paragraph(text: str, role: Role = Role.BODY, item_id: str = "") -> Paragraph:
    return Paragraph(role, (Run(text),), item_id)


def page_texts(layout: Layout) -> list[list[str]]:
    return [
        [line.line.text for placed in page.strips for line in placed.strip.lines]
        for page in layout.pages
    ]


def test_a_full_page_has_22_lines_of_28_characters(handout: Handout) -> None:
    layout = lay_out(handout(paragraph("学" * 28 * 40)))
    lines = page_texts(layout)[0]
    assert len(lines) == 22
    assert {len(line) for line in lines[1:]} == {28}


def test_a_heading_is_never_the_last_line_of_a_page(handout: Handout) -> None:
    for count in range(15, 24):
        heading = paragraph("一、学习要点", Role.HEADING_1)
        layout = lay_out(handout(*[paragraph("行")] * count, heading, paragraph("文" * 100)))
        assert all(page[-1] != "一、学习要点" for page in page_texts(layout))


def test_no_line_of_a_paragraph_is_left_alone(handout: Handout) -> None:
    for count in range(16, 24):
        for length in (40, 70, 100):
            layout = lay_out(handout(*[paragraph("行")] * count, paragraph("文" * length)))
            for page in page_texts(layout):
                assert sum("文" in line for line in page) != 1


def test_spaces_are_dropped_at_the_top_of_a_page(handout: Handout) -> None:
    heading = paragraph("一、学习", Role.HEADING_1)
    layout = lay_out(
        handout(paragraph("行"), PageBreak(), heading, paragraph("文"), preset="普通讲义")
    )
    assert layout.pages[1].strips[0].top == 0


def test_a_page_break_begins_a_page_and_no_empty_one(handout: Handout) -> None:
    layout = lay_out(
        handout(PageBreak(), paragraph("一"), PageBreak(), PageBreak(), paragraph("二"))
    )
    assert page_texts(layout) == [["一"], ["二"]]


@pytest.mark.parametrize("preset", ["普通讲义", "公文式讲义", "口袋本 A5"])
def test_a_cover_with_a_long_title_is_one_page(handout: Handout, preset: str) -> None:
    lines = (paragraph("日期", Role.COVER_LINE), paragraph("地点", Role.COVER_LINE))
    title = paragraph("深入学习贯彻重要论述" * 13, Role.COVER_TITLE)
    document = replace(
        handout(lines[0], title, *lines, PageBreak(), paragraph("正文"), preset=preset), cover=True
    )
    layout = lay_out(document)
    assert 0 < layout.spaces_on_cover < 1
    assert [texts[-1] for texts in page_texts(layout)] == ["地点", "正文"]


@pytest.mark.parametrize("blocks", [(), (PageBreak(),), (PageBreak(), paragraph("正文"))])
def test_a_cover_with_nothing_on_it_is_laid_out(handout: Handout, blocks: Sequence[Block]) -> None:
    layout = lay_out(replace(handout(*blocks), cover=True))
    assert layout.spaces_on_cover == 1
    assert list(chain.from_iterable(page_texts(layout))) == ["正文"] * (len(blocks) == 2)


def test_a_cover_that_is_too_long_without_spaces_keeps_them(handout: Handout) -> None:
    title = paragraph("深入学习贯彻重要论述" * 24, Role.COVER_TITLE)
    blocks = paragraph("日期", Role.COVER_LINE), title, PageBreak(), paragraph("正文")
    layout = lay_out(replace(handout(*blocks), cover=True))
    assert layout.spaces_on_cover == 1
    first = next(at.strip for page in layout.pages for at in page.strips if at.strip.block is title)
    assert first.space > 0


def test_a_source_line_is_not_parted_by_the_end_of_a_page(handout: Handout) -> None:
    source = paragraph("（摘自《工人日报》某年某月某日第几版）" * 4, Role.SOURCE_LINE)
    for lines in range(12, 22):
        layout = lay_out(handout(*[paragraph("文")] * lines, source))
        places = {
            at
            for at, page in enumerate(layout.pages)
            for p in page.strips
            if p.strip.block == source
        }
        assert len(places) == 1


def test_a_source_of_several_lines_is_a_block_at_the_right(handout: Handout) -> None:
    told = (
        "（摘自苏文帅《让技能跟上设备，让设备等等人：一个车间的三年》，《工人日报》2025年11月3日）"
    )
    document = handout(paragraph(told, Role.SOURCE_LINE))
    lines = [placed.strip.lines[0] for placed in lay_out(document).pages[0].strips]
    assert len(lines) > 1
    assert len({line.x for line in lines}) == 1
    ends = [line.x + line.line.end * line.size for line in lines]
    assert max(ends) == pytest.approx(document.preset.page.text_width * MILLIMETRE)


@pytest.mark.parametrize("nothing", [AnswerLines(0), Table((1.0,), (), ())])
def test_a_block_with_nothing_on_it_is_no_page_break(handout: Handout, nothing: Block) -> None:
    layout = lay_out(handout(paragraph("一"), nothing, paragraph("二")))
    assert page_texts(layout) == [["一", "二"]]


def test_only_what_changed_is_composed_again(
    handout: Handout, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = [paragraph(f"第{number}段没有改过。") for number in range(50)]
    lay_out(handout(*before))
    composed: list[str] = []

    def recording(spans: Sequence[Span], *place: float, **way: bool) -> list[Line]:
        composed.append("".join(span.text for span in spans))
        return justified(spans, *place, **way)

    monkeypatch.setattr(strips, "justified", recording)
    layout = lay_out(handout(*before[:20], paragraph("这一段改过了。"), *before[21:]))
    assert composed == ["这一段改过了。"]
    assert sum(len(page) for page in page_texts(layout)) == 50


@pytest.mark.parametrize("preset", ["普通讲义", "两栏资料"])
def test_page_numbers_filled_into_contents_move_nothing(handout: Handout, preset: str) -> None:
    parts = [[paragraph(f"第{n}节", Role.HEADING_1), paragraph("文" * 700)] for n in range(40)]
    title = paragraph("题", Role.TITLE)
    plain = handout(title, *chain.from_iterable(parts), preset=preset)
    document, layout = lay_out_with_contents(replace(plain, front=1), StripMaker(plain.preset))
    afresh = lay_out(document)
    numbers = [block.page for block in document.blocks if isinstance(block, ContentsLine)]
    assert numbers == [entry.page + 1 for entry in afresh.outline]
    assert [what_stands_on(page) for page in layout.pages] == [
        what_stands_on(page) for page in afresh.pages
    ]


def what_stands_on(page: Page) -> list[object]:
    placed = [(each.top, each.left, each.strip) for each in page.strips]
    return [(top, left, s.block, s.number, s.lines, s.rules) for top, left, s in placed]


def test_strips_that_are_given_out_again_make_the_same_pages(handout: Handout) -> None:
    row = paragraph("行", item_id="same")
    front = (paragraph("目录", Role.TITLE), PageBreak())
    body = (row, row, Table((1.0,), ("头",), (("格",),) * 40), row, AnswerLines(3), row)
    maker = StripMaker(handout().preset)
    lay_out(handout(*body), maker)
    again, afresh = (lay_out(handout(*front, *body), given) for given in (maker, None))
    assert [tops([page]) for page in again.pages] == [tops([page]) for page in afresh.pages]
    assert page_texts(again) == page_texts(afresh)


def test_a_text_composed_before_still_tells_what_was_borrowed(handout: Handout) -> None:
    layouts = [lay_out(handout(paragraph("又缺\U00020001字"))) for _ in range(2)]
    assert layouts[0].substitutions == layouts[1].substitutions != ()


def test_an_empty_document_is_one_empty_page(handout: Handout) -> None:
    assert page_texts(lay_out(handout())) == [[]]


def test_the_head_of_a_table_is_repeated(handout: Handout) -> None:
    rows = tuple((str(number), "") for number in range(60))
    layout = lay_out(handout(Table((0.3, 0.7), ("序号", "姓名"), rows)))
    pages = page_texts(layout)
    assert len(pages) == 3
    assert all(page[:2] == ["序号", "姓名"] for page in pages)
    body = [text for page in pages for text in page if text.isdigit()]
    assert body == [str(number) for number in range(60)]


def test_no_row_of_a_table_is_left_alone(handout: Handout) -> None:
    for count in range(4, 22):
        table = Table((1.0,), (), (("行",),) * 12)
        layout = lay_out(handout(*[paragraph("学")] * count, table))
        assert all(page.count("行") != 1 for page in page_texts(layout))


def test_a_short_table_is_not_parted_and_a_tall_one_fills_its_page(handout: Handout) -> None:
    for text, parts in (("行", {0, 4}), ("行" * 300, {1, 2, 3, 4})):
        table = Table((1.0,), (), ((text,),) * 4)
        for count in range(12, 22):
            layout = lay_out(handout(*[paragraph("学")] * count, table))
            begun = {len([line for line in page if "行" in line]) for page in page_texts(layout)}
            assert (begun <= {0, 4}) is (parts == {0, 4})


def test_units_of_numbers_stand_below_one_another(handout: Handout) -> None:
    rows = (("4",), ("17",), ("120",))
    layout = lay_out(handout(Table((1.0,), (), rows, roles=(Role.TABLE_NUMBER,))))
    ends = [
        line.x + line.line.end * line.size
        for placed in layout.pages[0].strips
        for line in placed.strip.lines
    ]
    assert ends == pytest.approx([ends[0]] * 3)


def test_a_row_taller_than_a_page_loses_nothing(
    handout: Handout, general_standard_characters: str
) -> None:
    text = general_standard_characters[1000:1900]
    layout = lay_out(handout(Table((0.5, 0.5), ("甲", "乙"), ((text, ""),))))
    joined = "".join(line for page in page_texts(layout) for line in page)
    assert joined.replace("甲", "").replace("乙", "") == text


def test_places_to_write_in_stay_with_their_question(handout: Handout) -> None:
    for count in range(12, 24):
        for place in (AnswerLines(3), AnswerBox(3)):
            question = paragraph("问", Role.QUESTION)
            layout = lay_out(handout(*[paragraph("行")] * count, question, place))
            blocks = [[placed.strip.block for placed in page.strips] for page in layout.pages]
            assert all(page[-1] is not question for page in blocks)


def test_a_box_taller_than_a_page_becomes_several(handout: Handout) -> None:
    layout = lay_out(handout(AnswerBox(60)))
    heights = [placed.strip.height for page in layout.pages for placed in page.strips]
    assert len(set(heights)) == 1
    assert sum(heights) == pytest.approx(60 * 9 * 72 / 25.4)


def test_page_numbers_stand_outside_one_character_in(handout: Handout) -> None:
    odd, even = lay_out(handout(paragraph("一"), PageBreak(), paragraph("二"))).pages
    (first,), (second,) = odd.folio, even.folio
    assert first.line.text == "— 1 —"
    assert first.x + first.line.end * first.size == pytest.approx(156 / 25.4 * 72 - first.size)
    assert second.x == pytest.approx(second.size)


def test_page_numbers_of_the_total_follow_the_footer_text(handout: Handout) -> None:
    blocks = (paragraph("一"), PageBreak(), paragraph("二"))
    page, _ = lay_out(handout(*blocks, preset="普通讲义", footer="学习资料")).pages
    assert [line.line.text for line in page.folio] == ["学习资料\u3000第 1 页 共 2 页"]


@pytest.mark.parametrize(("footer", "lines"), [("", []), ("学习资料", ["学习资料"])])
def test_a_single_page_is_not_counted(handout: Handout, footer: str, lines: list[str]) -> None:
    (page,) = lay_out(handout(paragraph("一"), preset="普通讲义", footer=footer)).pages
    assert [line.line.text for line in page.folio] == lines


def test_items_are_found_on_their_first_page(handout: Handout) -> None:
    layout = lay_out(
        handout(paragraph("一", item_id="a"), PageBreak(), paragraph("学" * 900, item_id="b"))
    )
    assert layout.item_pages == {"a": 1, "b": 2}


def test_the_outline_holds_the_headings_and_skips_no_level(handout: Handout) -> None:
    layout = lay_out(
        handout(
            paragraph("（一）甲", Role.HEADING_2),
            paragraph("二、乙", Role.HEADING_1),
            paragraph("1. 丙", Role.HEADING_3),
        )
    )
    entries = [(entry.title, entry.level) for entry in layout.outline]
    assert entries == [("（一）甲", 1), ("二、乙", 1), ("1. 丙", 2)]


def test_headings_of_one_kind_under_the_same_heading_are_of_one_level(handout: Handout) -> None:
    layout = lay_out(
        handout(
            *(paragraph(text, Role.HEADING_3) for text in ("目标", "议程", "导读")),
            paragraph("一、甲", Role.HEADING_1),
            *(paragraph(text, Role.HEADING_3) for text in ("选段", "名词")),
        )
    )
    assert [entry.level for entry in layout.outline] == [1, 1, 1, 1, 2, 2]


written = st.integers(0, 300).map(lambda count: "学" * count)
blocks = st.lists(
    st.one_of(
        st.builds(paragraph, written, st.sampled_from(Role)),
        written.map(lambda text: Table((0.5, 0.5), ("甲", "乙"), ((text, ""),) * 3)),
        st.builds(AnswerLines, st.integers(1, 40)),
        st.builds(AnswerBox, st.integers(1, 60)),
        st.just(PageBreak()),
    ),
    max_size=12,
)


@given(blocks)
def test_every_strip_is_placed_once_inside_its_page(
    handout: Handout, blocks: Sequence[Block]
) -> None:
    document = handout(*blocks)
    layout = lay_out(document)
    height = document.preset.page.text_height * 72 / 25.4
    for page in layout.pages:
        bottom = 0.0
        for placed in page.strips:
            assert placed.top >= bottom - 0.01
            bottom = placed.top + placed.strip.height
        assert bottom <= height + 0.02
    set_text = "".join(
        line.line.text
        for page in layout.pages
        for placed in page.strips
        if not placed.repeated
        for line in placed.strip.lines
    )
    assert set_text == "".join(document.texts())


def strip(height: float, *, joined: bool = False) -> Strip:
    return Strip(paragraph(""), height, joined=joined)


def tops(pages: Sequence[Page]) -> list[list[float]]:
    return [[placed.top for placed in page.strips] for page in pages]


def test_joined_strips_move_together() -> None:
    assert tops(paginate([strip(60), strip(20, joined=True), strip(30)], 100)) == [[0], [0, 20]]


def test_a_chain_that_no_page_could_hold_is_broken() -> None:
    chain = [*[strip(40, joined=True)] * 3, strip(40)]
    assert tops(paginate(chain, 100)) == [[0, 40], [0, 40]]


def test_a_few_lines_get_no_page_of_their_own_where_the_spaces_can_make_room() -> None:
    blocks = [replace(strip(20), space=5.0) for _ in range(4)]
    assert len(paginate([*blocks, replace(strip(10), space=5.0)], 105)) == 2
    (page,) = set_on_pages([*blocks, replace(strip(10), space=5.0)], 105, spill=15)
    assert page.strips[-1].top + 10 <= 105
    spaces = [below.top - above.top - 20 for above, below in pairwise(page.strips)]
    assert spaces == pytest.approx([3.0] * 4)


@pytest.mark.parametrize("last", [strip(30), replace(strip(10), begins_page=True)])
def test_more_than_a_few_lines_and_a_page_that_was_asked_for_stay(last: Strip) -> None:
    blocks = [replace(strip(20), space=5.0) for _ in range(4)]
    assert tops(set_on_pages([*blocks, last], 105, spill=15)) == tops(
        paginate([*blocks, last], 105)
    )


def test_what_hardly_fails_to_fit_is_drawn_in_however_much_it_is() -> None:
    blocks = [replace(strip(20), space=5.0), *[replace(strip(20), space=5.0) for _ in range(2)]]
    whole = [replace(strip(10), space=5.0, joined=True), strip(18)]
    assert len(paginate([*blocks, *whole], 100)) == 2
    assert len(set_on_pages([*blocks, *whole], 100, spill=30)) == 1


def test_spaces_are_drawn_in_up_to_a_page_that_was_asked_for_and_no_farther() -> None:
    sheet = [replace(strip(20), space=5.0) for _ in range(4)]
    sheet.append(replace(strip(10), space=5.0))
    other = [replace(strip(20), space=5.0, begins_page=not at) for at in range(2)]
    full, last = set_on_pages([*sheet, *other], 105, spill=15)
    assert len(full.strips) == 5
    assert [placed.top for placed in last.strips] == [0, 25]


def test_spaces_that_cannot_make_room_stay_as_they_are() -> None:
    blocks = [replace(strip(20), space=0.5) for _ in range(6)]
    assert tops(set_on_pages(blocks, 105, spill=25)) == tops(paginate(blocks, 105))


def test_contents_are_not_cut_to_the_lists_at_the_end(handout: Handout) -> None:
    parts = [[paragraph(f"选段{n}", Role.HEADING_3), paragraph("文" * 700)] for n in range(40)]
    ends = [paragraph("出处一览", Role.HEADING_1), paragraph("主持人备用", Role.HEADING_1)]
    plain = handout(paragraph("题", Role.TITLE), *chain.from_iterable(parts), *ends)
    document, _ = lay_out_with_contents(replace(plain, front=1), StripMaker(plain.preset))
    assert sum(isinstance(block, ContentsLine) for block in document.blocks) == 42
