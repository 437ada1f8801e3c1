"""Lines, example by example: what clreq and GB/T 15834 ask for."""

from collections.abc import Callable

import pytest

from studydesk.typeset.cells import Look, Span
from studydesk.typeset.compose import justified, ragged
from studydesk.typeset.galley import Line
from studydesk.typeset.words import Words

SetLines = Callable[..., list[Line]]


def texts(lines: list[Line]) -> list[str]:
    return [line.text for line in lines]


def test_plain_text_fills_its_squares(set_lines: SetLines) -> None:
    assert texts(set_lines("学习" * 5, 4)) == ["学习学习", "学习学习", "学习"]


def test_the_first_line_begins_two_characters_in(set_lines: SetLines) -> None:
    first, second = set_lines("学习贯彻精神学习贯彻精神", 8, 2)
    assert (first.text, first.start, first.end) == ("学习贯彻精神", 2, 8)
    assert second.start == 0


def test_no_line_starts_with_a_comma(set_lines: SetLines) -> None:
    first, second = set_lines("坚持以人民为中心的发展，服务大局。", 11)
    assert first.text == "坚持以人民为中心的发"
    assert second.text == "展，服务大局。"


def test_a_mark_at_the_end_of_a_line_takes_half_a_square(set_lines: SetLines) -> None:
    first = set_lines("一二三四，五六七八九", 4.5)[0]
    assert first.text == "一二三四，"
    assert first.end == pytest.approx(4.5)
    assert max(first.spaces) == pytest.approx(0, abs=0.02)


def test_a_comma_hangs_where_it_finds_no_room(set_lines: SetLines) -> None:
    first, second = set_lines("坚持以人民为中心的发展，服务大局。", 11, hanging=True)
    assert (first.text, second.text) == ("坚持以人民为中心的发展，", "服务大局。")
    assert first.end == 11.5
    assert set(first.spaces) == {0}


def test_a_comma_that_finds_room_does_not_hang(set_lines: SetLines) -> None:
    first = set_lines("一二三四，五六七八九", 5, hanging=True)[0]
    assert first.text == "一二三四，"
    assert first.end == pytest.approx(5)


@pytest.mark.parametrize("mark", "；：！？》”）")
def test_no_other_mark_hangs(set_lines: SetLines, mark: str) -> None:
    lines = set_lines(f"坚持以人民为中心的发展{mark}服务大局。", 11, hanging=True)
    assert all(line.end <= 11 + 1e-6 for line in lines)


def test_lines_chosen_together_spare_one_of_them(set_lines: SetLines) -> None:
    text = "桥经验”，畅通职工诉求表达渠道，建好管用好用12351工会服务职工热线，充分发挥协商机制作用"
    greedy, fitted = (set_lines(text, 16, total_fit=total_fit) for total_fit in (False, True))
    assert [lines[1].text for lines in (greedy, fitted)] == [
        "好管用好用12351工会服务职工热",
        "建好管用好用12351工会服务职工热",
    ]
    assert max(fitted[1].spaces) < max(greedy[1].spaces)


def test_an_opening_bracket_never_ends_a_line(set_lines: SetLines) -> None:
    assert texts(set_lines("学习贯彻《意见》的精神", 5))[0] == "学习贯彻"


def test_an_opening_bracket_at_the_left_edge_loses_its_blank(set_lines: SetLines) -> None:
    line = set_lines("《意见》的精神", 9)[0]
    assert line.start == pytest.approx(-0.5)


def test_an_opening_bracket_keeps_its_blank_in_an_indented_line(set_lines: SetLines) -> None:
    assert set_lines("《意见》的精神", 9, 2)[0].start == 2


def test_two_marks_together_take_one_square_and_a_half(set_lines: SetLines) -> None:
    line = set_lines("他说：“好”", 20)[0]
    assert line.spaces[2] == pytest.approx(-0.5)


def test_a_line_is_squeezed_before_a_character_is_pushed_out(set_lines: SetLines) -> None:
    first = set_lines("学习（贯彻）精神推进工作", 8)[0]
    assert first.text == "学习（贯彻）精神"
    squeezed = set_lines("学习（贯彻）精神推进工作", 7.75)[0]
    assert squeezed.text == "学习（贯彻）精神"
    assert squeezed.end == pytest.approx(7.75)


def test_brackets_give_way_before_marks_of_pause(set_lines: SetLines) -> None:
    line = set_lines("一二，三（四）五六七八九", 8.9)[0]
    assert line.text == "一二，三（四）五六"
    assert line.spaces[2] == 0
    assert line.spaces[3] < 0


def test_figures_and_words_stay_whole(set_lines: SetLines) -> None:
    assert texts(set_lines("热线号码是12351欢迎拨打", 6))[:2] == ["热线号码是", "12351欢迎拨"]


def test_a_word_longer_than_the_column_is_cut_all_the_same(set_lines: SetLines) -> None:
    lines = set_lines("internationalisation", 5)
    assert "".join(texts(lines)) == "internationalisation"
    assert all(line.end <= 5 for line in lines)


def test_a_long_address_breaks_after_its_signs(set_lines: SetLines) -> None:
    lines = set_lines("见https://www.example.org/training/handbook/index.html页", 12)
    assert all(line.text[-1] in "/.?&=-" for line in lines[:-1])


def test_an_address_never_tears_a_line_apart(set_lines: SetLines) -> None:
    lines = set_lines("请看https://www.example.org/training/handbook", 9)
    assert max(max(line.spaces) for line in lines) <= 0.375 + 1 / 3


def test_a_line_that_cannot_reach_the_edge_is_left_as_it_is(set_lines: SetLines) -> None:
    first = set_lines("据（https://www.example.org/training/handbook", 9)[0]
    assert first.text == "据（https://www."
    assert not any(first.spaces)


def test_han_and_figures_stand_a_quarter_em_apart(set_lines: SetLines) -> None:
    line = set_lines("超4000亿元", 20)[0]
    assert line.spaces == [0.25, 0.25, 0, 0]


def test_a_typed_space_between_han_and_figures_is_that_same_gap(set_lines: SetLines) -> None:
    assert set_lines("超 4000亿", 20)[0].end == set_lines("超4000亿", 20)[0].end


def test_typed_spaces_at_the_end_of_a_line_take_no_room(set_lines: SetLines) -> None:
    first, second = set_lines("学习贯彻 精神", 4)
    assert (first.text, first.end) == ("学习贯彻 ", 4)
    assert second.text == "精神"


def test_dashes_are_one_unbroken_stroke(look: Look) -> None:
    dash = justified([Span("你——我", look)], 20)[0].cells[1]
    ink = 0.9 * dash.scale
    assert (dash.text, dash.advance) == ("——", 2)
    assert dash.pitch == pytest.approx(ink)
    assert 2 * ink == pytest.approx(1.9)


def test_one_dash_between_figures_does_not_begin_a_line(set_lines: SetLines) -> None:
    assert not any(line.text[0] == "—" for line in set_lines("见第三一一页—三一二页", 6))


def test_an_apostrophe_is_no_quotation_mark(set_lines: SetLines) -> None:
    cells = set_lines("it’s", 20)[0].cells
    assert [cell.text for cell in cells] == ["it", "’", "s"]
    assert cells[1].advance < 0.6


@pytest.mark.parametrize("total_fit", [False, True])
def test_a_last_line_of_one_character_gets_company(set_lines: SetLines, total_fit: bool) -> None:
    text = "学习贯彻落实全会精神推动各项工作再上一个新台阶取得新成效新突破"
    assert texts(set_lines(text, 30, total_fit=total_fit))[-1] == "突破"


def test_it_gets_company_in_a_narrow_column_too(set_lines: SetLines) -> None:
    text = "编者按：这篇文章的数字以发表当日为准。"
    assert texts(set_lines(text, 19.87, 2))[-1] == "为准。"


def test_a_last_line_of_one_character_is_squeezed_in_where_it_fits(set_lines: SetLines) -> None:
    text = "改革、扎实推进中国式现代化新实践走在前做贡献力量。"
    assert texts(set_lines(text, 24)) == [text]


def test_no_ragged_line_is_left_with_one_character(look: Look) -> None:
    lines = ragged([Span("请师傅说一个新习惯。", look)], 8.2)
    assert texts(lines) == ["请师傅说一个新", "习惯。"]


def test_lines_of_a_heading_end_between_words(look: Look) -> None:
    words = Words(["职工", "普惠", "服务", "怎么", "办好"], [])
    lines = ragged([Span("职工普惠服务怎么办好", look)], 5, 0, words.costs)
    assert texts(lines) == ["职工普惠", "服务怎么", "办好"]


def test_no_word_alone_is_left_on_the_last_line_of_a_heading(look: Look) -> None:
    words = Words(("职工", "普惠", "服务", "怎么", "办好"), ())
    lines = ragged([Span("职工普惠服务怎么办好职工", look)], 10, 0, words.costs)
    assert texts(lines) == ["职工普惠服务怎么", "办好职工"]


def test_a_date_is_not_torn_where_the_next_line_has_room_for_it(look: Look) -> None:
    lines = ragged([Span("学习日期2026年11月30日", look)], 9)
    assert texts(lines) == ["学习日期", "2026年11月30日"]
    assert len(texts(ragged([Span("学习日期2026年11月30日", look)], 5))) == 3


@pytest.mark.parametrize("measure", range(14, 22))
def test_a_newspaper_stays_with_its_day_where_the_next_line_has_room(
    look: Look, measure: float
) -> None:
    lines = ragged([Span("苏文《传帮带》，《工人日报》2025年11月3日第7版", look)], measure)
    assert any("《工人日报》2025年11月3日" in line.text for line in lines)


def test_a_long_title_is_parted_from_the_day_rather_than_a_line_left_short(look: Look) -> None:
    told = "学习，《关于推进工会工作的意见》2025年11月3日"
    assert texts(ragged([Span(told, look)], 16))[0] == "学习，《关于推进工会工作的意见》"


@pytest.mark.parametrize("text", ["用时：约30分钟", "共有：约1200万元", "应到：约30人"])
def test_a_number_stays_with_what_it_counts(look: Look, text: str) -> None:
    _, second = ragged([Span(text, look)], 5.5)
    assert second.text[:2] in {"30", "12"}


def test_a_word_of_a_heading_that_fills_its_line_is_cut(look: Look) -> None:
    words = Words([], ["职工普惠服务"])
    assert texts(ragged([Span("职工普惠服务", look)], 4, 0, words.costs)) == ["职工普惠", "服务"]


def test_ragged_lines_are_never_stretched(look: Look) -> None:
    lines = ragged([Span("学习贯彻12351热线服务职工群众", look)], 6.2)
    assert all(space <= 0.25 for line in lines for space in line.spaces)


def test_a_typed_newline_begins_a_paragraph(set_lines: SetLines) -> None:
    first, second = set_lines("第一段\n第二段", 20, 2)
    assert (first.start, second.start) == (2, 2)


def test_empty_text_is_one_empty_line(set_lines: SetLines) -> None:
    assert texts(set_lines("", 20)) == [""]


def test_a_space_that_parts_a_heading_stays_visible(set_lines: SetLines) -> None:
    line = set_lines("全会精神 高端笔谈", 20)[0]
    assert line.end == 8.5


def test_a_plus_sign_stays_with_its_word(set_lines: SetLines) -> None:
    assert not any(line.text.startswith("+") for line in set_lines("推进互联网+普惠服务", 5))


def test_the_mark_of_a_note_keeps_no_lone_character_company(look: Look) -> None:
    raised = Look(look.face, raised=True)
    for length in range(31, 90):
        text = [Span("学" * length + "。", look), Span("⑤", raised)]
        last = justified(text, 30)[-1].text
        assert last.count("学") != 1, length


@pytest.mark.parametrize("text", ["2025年", "11月", "3日", "第7版", "第3期", "第12页", "第 7 版"])
def test_a_number_stays_with_its_unit(look: Look, text: str) -> None:
    for length in range(12):
        for compose in (justified, ragged):
            lines = compose([Span("学" * length + text + "学" * 9, look)], 10)
            assert any(text in line.text for line in lines), length


def test_no_ragged_line_begins_with_an_ellipsis(look: Look) -> None:
    lines = ragged([Span("技能要传下去……人人学会", look)], 6)
    assert texts(lines) == ["技能要传下", "去……人人", "学会"]
