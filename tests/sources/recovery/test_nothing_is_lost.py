"""What must hold for every text whatever: recovery loses nothing, invents nothing, never raises."""

from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.reading_back import bare, owners

from studydesk.domain.article import Source, spans_text
from studydesk.sources.recovery.lines import read_lines
from studydesk.sources.recovery.recover import recover
from studydesk.sources.recovery.roles import Role
from studydesk.sources.recovery.title_blocks import kicker_blocks
from studydesk.sources.recovery.units import Unit

PRINTED = [
    "第一，坚持主责主业。",
    "加大培育力度 打造高素质队伍",
    "求 木 之 长 者 ，必 固 其 根 本 。",
    "王敏",
    "王 敏",
    "余茜、马春媛",
    "□ 本报记者 张三 李四",
    "本报评论员",
    "作 者： 王 敏",
    "文｜王敏 摄影 李伟",
    "（本报评论员）",
    "（作者：王敏、李伟，系某大学\n教授）",
    "（王敏，某大学教授）",
    "观点",
    "G 热点思考",
    "# 标题",
    "**重点**",
    "——某某大学教授 李飚",
    "（作者单位：某某大学",
    "马克思主义学院）",
    "(作者为某所所长)",
    "（张菁整理）",
    "策划/制图：张菁",
    "怎么选评价机构？",
    "第7版",
    "来了... 完善政策措施... 优化管理服务... ",
    "建设数字强国的中坚力量，培育出数",
    "字领域具有创新能力的劳动者。",
    "APP and APP",
    "2025 年 4 月",
    "\ufeff",
    "\u200b",
    "---",
]
LINE_ENDS = ["\n", "\n\n", "\r\n", "\r", "\u2028", "\x85", " ", "\u3000", "\t", "", "\n \n"]
pages = st.lists(
    st.one_of(st.sampled_from(PRINTED), st.sampled_from(LINE_ENDS), st.text(max_size=12)),
    max_size=40,
).map("".join)


def check(raw: str) -> None:
    recovery = recover(Source("page", raw))
    held = owners(recovery)
    for at, character in enumerate(raw):
        assert held[at] == 1 or character.isspace(), f"{character!r} at {at}: {held[at]} owners"
    for article in recovery.articles:
        for block in article.blocks:
            assert bare(block.text) == bare(spans_text(raw, block.spans))
            assert block.text == block.text.strip()
            assert block.text
    for problem in recovery.problems:
        assert 0 <= problem.span.start < problem.span.end <= len(raw)


@given(st.text())
@example("")
@example("(作者为")
@example("（作者：）")
@example("（图片（摄）")
def test_every_character_of_any_text_is_in_exactly_one_place(raw: str) -> None:
    check(raw)


@given(pages)
@example("王敏\n000\n第一，坚持主责主业。")
@settings(max_examples=6 * settings().max_examples)
def test_every_character_of_any_page_is_in_exactly_one_place(raw: str) -> None:
    check(raw)


@given(st.data())
@settings(max_examples=settings().max_examples // 2)  # each is a whole page
def test_every_character_of_a_real_page_with_other_lines_is_in_exactly_one_place(
    seed_texts: tuple[str, ...], data: st.DataObject
) -> None:
    lines = data.draw(st.sampled_from(seed_texts)).splitlines(keepends=True)
    places = st.integers(0, len(lines) - 1)
    for change in data.draw(st.lists(st.sampled_from(("swap", "double", "cut")), max_size=8)):
        one, other = data.draw(places) % len(lines), data.draw(places) % len(lines)
        match change:
            case "swap":
                lines[one], lines[other] = lines[other], lines[one]
            case "double":
                lines.insert(other, lines[one])
            case _:
                at = data.draw(st.integers(0, len(lines[one])))
                lines[one] = lines[one][:at]
    check("".join(lines))


@given(pages)
def test_the_same_page_is_always_recovered_the_same(raw: str) -> None:
    assert recover(Source("a", raw)) == recover(Source("b", raw))


def test_a_kicker_over_two_lines_with_a_column_behind_it_keeps_both_lines() -> None:
    raw = "新时代新征程上\n学习全会精神 高端笔谈"
    lines, _ = read_lines(raw)
    kicker, column = kicker_blocks(raw, Unit(tuple(lines), Role.DISPLAY))
    assert (kicker.text, column.text) == ("新时代新征程上学习全会精神", "高端笔谈")
    assert bare(spans_text(raw, kicker.spans)) == kicker.text
