"""Titles on several lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studydesk.typeset.balance import balanced
from studydesk.typeset.cells import Look, Span
from studydesk.typeset.words import Words

USUAL = ("工会", "推动", "职工", "贯彻", "工作", "经验", "实施", "关于", "建功", "时代")
WORDS = Words(USUAL, ("高质量发展", "产业工人"))


def title(text: str, look: Look, measure: float = 20, **way: bool) -> list[str]:
    lines = balanced([Span(text, look)], measure, WORDS.costs, **way)
    return [line.text.strip() for line in lines]


def test_a_short_title_is_one_line(look: Look) -> None:
    assert title("深化产业工人队伍建设改革", look) == ["深化产业工人队伍建设改革"]


def test_a_title_breaks_at_the_space_that_parts_it(look: Look) -> None:
    text = "发挥工会枢纽作用 在提升职工生活品质中赋能国内大循环"
    assert title(text, look) == ["发挥工会枢纽作用", "在提升职工生活品质中赋能国内大循环"]


def test_a_part_of_a_title_that_needs_two_lines_leaves_the_next_its_own(look: Look) -> None:
    text = "深入学习贯彻党的二十届四中全会精神 让老手艺接上新设备"
    lines = ["深入学习贯彻", "党的二十届四中全会精神", "让老手艺接上新设备"]
    assert title(text, look, 16, may_add_line=True) == lines
    assert len(title(text, look, 16)) == 2
    assert len(title(f"《{text}》", look, 16, may_add_line=True)) == 2
    assert len(title(text.replace(" ", " GDP "), look, 16, may_add_line=True)) == 2


def test_lines_of_a_title_are_of_nearly_equal_length(look: Look) -> None:
    first, second = title("关于深入学习宣传贯彻全国劳动模范表彰大会精神通知", look)
    assert abs(len(first) - len(second)) <= 1


def test_lines_of_a_long_title_are_of_nearly_equal_length_too(look: Look) -> None:
    lines = title("深入学习贯彻重要论述推动产业工人队伍建设改革走深走实经验汇编续篇" * 2, look, 11)
    assert len(lines) == 6
    assert {len(line) for line in lines} == {10, 11}


def test_a_text_breaks_after_a_pause_rather_than_in_a_title(look: Look) -> None:
    text = "（摘自杜宇《加大培育力度 打造高素质数字人才队伍》；着重号为编者所加）"
    assert title(text, look, 28)[1] == "着重号为编者所加）"


@pytest.mark.parametrize("measure", range(10, 16))
def test_what_a_particle_or_a_conjunction_leads_to_is_on_its_line(
    look: Look, measure: float
) -> None:
    text = "关于推动工作的经验和关于贯彻职工建功时代的工作"
    lines = title(text, look, measure, may_add_line=True)
    assert not any(line.endswith((*"的和", "关于")) for line in lines[:-1])
    assert not any(line.startswith("的") for line in lines)


def test_a_line_more_ends_in_a_particle_rather_than_that_one_begins_with_it(look: Look) -> None:
    lines = title("工作实施的职工", look, 4, may_add_line=True)
    assert lines == ["工作", "实施的", "职工"]


@pytest.mark.parametrize("measure", [8, 9, 11, 12, 13])
def test_a_number_and_what_it_counts_stay_on_one_line(look: Look, measure: float) -> None:
    lines = title("深入学习贯彻党的二十届四中全会精神推动产业工人队伍建设改革", look, measure)
    assert any("二十届" in line for line in lines)


def test_a_text_too_long_for_a_title_is_simply_filled(look: Look) -> None:
    lines = title("学" * 3000, look)
    assert {len(line) for line in lines} == {20}


@given(st.text(st.sampled_from("工会学习，《》“”、 2025——"), max_size=60), st.floats(6, 30))
def test_no_text_of_a_title_is_lost(look: Look, text: str, measure: float) -> None:
    joined = "".join(title(text, look, measure))
    assert joined.replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize("text", ["", " ", "《"])
def test_the_least_of_titles_is_one_line(text: str, look: Look) -> None:
    assert len(title(text, look)) == 1


def test_a_name_of_several_parts_breaks_after_its_dot(look: Look) -> None:
    assert title("阿卜杜拉·买买提·吐尔逊江", look, 9) == ["阿卜杜拉·", "买买提·吐尔逊江"]


def test_a_name_of_several_parts_rather_stays_whole(look: Look) -> None:
    lines = title("摘自阿卜杜拉·买买提《推动工会工作》，贯彻经验《职工》", look, 16)
    assert not any(line.endswith("·") for line in lines)


@pytest.mark.parametrize("measure", range(8, 15))
def test_no_line_of_a_title_ends_within_a_word_that_fits(look: Look, measure: float) -> None:
    lines = title("推动工会工作高质量发展的产业工人经验", look, measure, may_add_line=True)
    assert all(any(word in line for line in lines) for word in ("高质量发展", "产业工人", "经验"))


def test_a_title_has_no_line_more_than_it_needs(look: Look) -> None:
    text = "推动工会工作高质量发展产业工人经验"
    lines = title(text, look, 10, may_add_line=True)
    assert lines == ["推动工会工作", "高质量发展", "产业工人经验"]
    assert len(title(text, look, 10)) == 2


def test_a_title_is_a_rhombus_rather_than_that_a_line_of_it_ends_in_a_particle(look: Look) -> None:
    lines = title("经验产业工人工会的高质量发展建功职工推动", look, 13, may_add_line=True)
    assert lines == ["经验产业工人", "工会的高质量发展", "建功职工推动"]
    lines = title("经验产业工人工作的工会建功时代职工推动", look, 13, may_add_line=True)
    assert not any(line.endswith("的") for line in lines)


def test_a_title_within_a_title_stays_on_one_line(look: Look) -> None:
    lines = title("贯彻实施《产业工人队伍建设》工作", look, 12)
    assert lines == ["贯彻实施", "《产业工人队伍建设》工作"]


def test_no_last_line_of_a_title_is_one_character(look: Look) -> None:
    assert len(title("推动工会工作，推动，赢", look, 10)[-1]) > 1
