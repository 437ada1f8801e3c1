from dataclasses import replace
from datetime import date

import pytest

from studydesk.domain.edits import append, set_parts
from studydesk.domain.packet import (
    Action,
    Agenda,
    AgendaStep,
    AnswerSpace,
    EditorNote,
    FacilitatorNote,
    Goals,
    Guide,
    Item,
    Packet,
    PageBreak,
    PassageItem,
    Question,
    SectionHeading,
    Session,
    Term,
)
from studydesk.domain.parts import Part
from studydesk.domain.passage import Citation, Emphasis, Passage
from studydesk.export.pdf.writer import write_pdf
from studydesk.handout import model
from studydesk.handout.compose import compose
from studydesk.handout.model import AnswerBox, AnswerLines, Edition, Paragraph
from studydesk.handout.presets import PRESETS, find_preset
from studydesk.handout.style import WRITING_PITCH, Limits, Numbering, Role

PRESET = find_preset("普通讲义")


def printed(packet: Packet, edition: Edition = Edition.PARTICIPANT) -> list[str]:
    return list(compose(packet, edition, PRESET).texts())


def of_role(packet: Packet, role: Role) -> list[Paragraph]:
    blocks = compose(packet, Edition.PARTICIPANT, PRESET).blocks
    return [block for block in blocks if isinstance(block, Paragraph) and block.role is role]


def with_items(*items: Item) -> Packet:
    return Packet("空", Session(minutes=0), items)


def test_the_head_names_unit_title_and_session(packet: Packet) -> None:
    head = printed(packet)[:3]
    assert head == [
        "总装车间工会　学习资料·供本单位学习使用",
        "让技能跟上设备",
        "2025年11月21日　三楼会议室　主持：张建国　60分钟",
    ]


def test_headings_are_numbered_by_level() -> None:
    headings = [SectionHeading(text, level) for text, level in [("甲", 1), ("乙", 2), ("丙", 2)]]
    packet = with_items(*headings, SectionHeading("丁"), SectionHeading("戊", 2))
    assert printed(packet)[2:] == ["一、甲", "（一）乙", "（二）丙", "二、丁", "（一）戊"]


@pytest.mark.parametrize(
    ("numbering", "told"),
    [
        (Numbering.ARABIC, ["1. 甲", "1.1 乙", "1.2 丙", "2. 丁", "2.1 戊"]),
        (Numbering.NONE, ["甲", "乙", "丙", "丁", "戊"]),
    ],
)
def test_headings_are_numbered_as_the_preset_says(numbering: Numbering, told: list[str]) -> None:
    levels = [("甲", 1), ("乙", 2), ("丙", 2), ("丁", 1), ("戊", 2)]
    packet = with_items(*(SectionHeading(text, level) for text, level in levels))
    preset = replace(PRESET, numbering=numbering)
    assert list(compose(packet, Edition.PARTICIPANT, preset).texts())[2:] == told


def test_the_participants_agenda_adds_up(packet: Packet) -> None:
    assert printed(packet)[6:15] == [
        "议程",
        "环节",
        "分钟",
        "领读",
        "10",
        "讨论",
        "50",
        "合计",
        "60",
    ]


def test_a_passage_has_label_text_and_source(packet: Packet) -> None:
    texts = printed(packet)
    at = texts.index("选段　技能断层")
    text = ["1", "技术迭代加速，技能更新滞后。", "2", "工会要当好桥梁纽带。"]
    assert texts[at + 1 : at + 5] == text
    assert texts[at + 5].startswith("（摘自苏文帅")


def test_a_passage_and_its_source_stay_on_one_page(packet: Packet) -> None:
    assert [block.keep_with_next for block in of_role(packet, Role.PASSAGE)] == [False, True]


def test_a_term_is_told_with_its_origin(packet: Packet) -> None:
    (term,) = of_role(packet, Role.TERM)
    assert term.text == "产改：产业工人队伍建设改革。（工人日报）"
    assert term.runs[0].bold


def test_a_question_of_several_lines_is_printed_in_them_on_one_page() -> None:
    asked = Question("走访：\n（1）谁？\n（2）何时？", lines=2)
    packet = Packet("题", items=(asked,))
    told = [*of_role(packet, Role.QUESTION), *of_role(packet, Role.BODY)]
    assert [block.text for block in told] == ["1.【理解】走访：", "（1）谁？", "（2）何时？"]
    assert all(block.keep_with_next for block in told)


def test_questions_are_numbered_and_name_their_kind(packet: Packet) -> None:
    assert [block.text for block in of_role(packet, Role.QUESTION)] == [
        "1.【理解】文中指的是什么？",
        "2.【行动建议】谁牵头、哪天完成？",
    ]


def test_each_question_has_the_space_it_asks_for(packet: Packet) -> None:
    blocks = compose(packet, Edition.PARTICIPANT, PRESET).blocks
    assert model.AnswerLines(4, "first") in blocks
    assert model.AnswerBox(4, "second") in blocks


def test_a_question_without_space_is_not_tied_to_what_follows() -> None:
    packet = with_items(Question("问？", space=AnswerSpace.NONE), Question("再问？", lines=0))
    assert not any(block.keep_with_next for block in of_role(packet, Role.QUESTION))


def test_one_label_stands_over_several_items_of_a_kind() -> None:
    texts = printed(
        with_items(Question("甲"), FacilitatorNote("悄悄"), PageBreak(), Question("乙"))
    )
    assert texts.count("思考题") == 1


def test_a_heading_of_the_users_own_replaces_the_label() -> None:
    assert "思考题" not in printed(with_items(SectionHeading("议一议"), Question("甲")))


def test_the_action_box_asks_what_when_and_with_whom(packet: Packet) -> None:
    texts = printed(packet)
    at = texts.index("我的一件事")
    expected = ["我的一件事", "写一件下周能做的事。", "做什么", "何时完成", "请谁帮忙"]
    assert texts[at : at + 5] == expected


def test_each_source_is_listed_once_at_the_end(passage: Passage) -> None:
    other = replace(passage, citation=Citation(title="别的"))
    packet = with_items(PassageItem(passage), PassageItem(other), PassageItem(passage))
    assert printed(packet)[-3:] == [
        "出处一览",
        "[1] 苏文帅. 让技能跟上设备[N]. 工人日报, 2025-11-03(7).",
        "[2] 别的.",
    ]


def source_lines(*items: Item) -> list[str]:
    return [block.text for block in of_role(with_items(*items), Role.SOURCE_LINE)]


def test_a_source_is_told_once_under_passages_in_a_row(passage: Passage) -> None:
    other = replace(passage, citation=Citation(title="别的"))
    told = source_lines(*(PassageItem(each) for each in (passage, passage, passage, other)))
    full = "（摘自苏文帅《让技能跟上设备》，《工人日报》2025年11月3日第7版）"
    assert told == [full, "（出处同选段一）", "（出处同选段一）", "（摘自《别的》）"]


def test_a_source_is_told_again_after_anything_else(passage: Passage) -> None:
    other = replace(passage, citation=Citation(title="别的"))
    between = PassageItem(passage), Question("问？"), PassageItem(passage)
    assert len(set(source_lines(*between))) == 1
    apart = source_lines(PassageItem(passage), PassageItem(other), PassageItem(passage))
    assert apart[0] == apart[2]


def test_what_an_editor_marked_is_owned_up_to_though_the_source_was_told(passage: Passage) -> None:
    marked = passage.with_operation(Emphasis(0, 2))
    told = source_lines(PassageItem(passage), PassageItem(marked))
    assert told[1] == "（出处同选段一；着重号为编者所加）"


@pytest.mark.parametrize(("count", "kept"), [(2, 1), (6, 5), (8, 2)])
def test_a_short_list_of_sources_stays_with_its_heading(
    passage: Passage, count: int, kept: int
) -> None:
    citations = (Citation(title=f"题{number}") for number in range(count))
    items = (PassageItem(replace(passage, citation=each)) for each in citations)
    rows = of_role(with_items(*items), Role.REFERENCE)
    assert sum(row.keep_with_next for row in rows) == kept


def test_an_unknown_source_leaves_no_trace(passage: Passage) -> None:
    texts = printed(with_items(PassageItem(replace(passage, citation=Citation()))))
    assert texts[2:] == ["选段", "1", "技术迭代加速，技能更新滞后。", "2", "工会要当好桥梁纽带。"]


@pytest.mark.parametrize("edition", [Edition.PARTICIPANT, Edition.FACILITATOR])
def test_what_is_empty_is_not_printed(edition: Edition) -> None:
    empty = (
        SectionHeading(" "),
        Guide(""),
        EditorNote("\n"),
        Term("", ""),
        Question(" "),
        Agenda(()),
        FacilitatorNote(""),
        PageBreak(),
    )
    document = compose(with_items(*empty), edition, PRESET)
    assert [type(block) for block in document.blocks] == [Paragraph, Paragraph]


def test_page_breaks_never_make_an_empty_page() -> None:
    blocks = compose(
        with_items(Guide("甲"), PageBreak(), PageBreak(), Guide("乙"), PageBreak()),
        Edition.PARTICIPANT,
        PRESET,
    ).blocks
    assert sum(isinstance(block, model.PageBreak) for block in blocks) == 1


def test_every_block_knows_its_item(packet: Packet) -> None:
    blocks = compose(packet, Edition.PARTICIPANT, PRESET).blocks
    known = {item.id for item in packet.items} - {"hint"}
    assert {block.item_id for block in blocks} == known | {""}


def test_only_generated_blocks_have_no_item(packet: Packet) -> None:
    blocks = compose(packet, Edition.PARTICIPANT, PRESET).blocks
    without = [block.text for block in blocks if isinstance(block, Paragraph) and not block.item_id]
    assert without == [*printed(packet)[:3], "出处一览"]


@pytest.mark.parametrize("edition", Edition)
def test_the_same_packet_makes_the_same_document(packet: Packet, edition: Edition) -> None:
    assert compose(packet, edition, PRESET) == compose(packet, edition, PRESET)


def test_an_action_without_prompt_is_printed() -> None:
    assert printed(with_items(Action()))[2:] == ["我的一件事", "做什么", "何时完成", "请谁帮忙"]


def test_an_action_asks_about_the_last_one_and_only_the_facilitator_reads_what_was_agreed() -> None:
    packet = with_items(Action("我的一件事", "老王教小李换刀", "下周先试一台"))
    asked = ["上次那件事：老王教小李换刀", "□做到了　□没做到，差在＿＿＿＿＿＿"]
    assert printed(packet)[3:6] == [*asked, "我的一件事"]
    assert all(block.keep_with_next for block in of_role(packet, Role.ACTION))
    assert not any("下周先试一台" in text for text in printed(packet))
    assert "【会上定下】下周先试一台" in printed(packet, Edition.FACILITATOR)


# --- what is printed -----------------------------------------------------------------------


def test_goals_are_counted(packet: Packet) -> None:
    assert printed(packet)[3:6] == ["学习目标", "1. 说出技能断层指什么", "2. 定下一件能做的事"]


def test_a_single_goal_has_no_number() -> None:
    assert printed(with_items(Goals("说出技能断层指什么")))[2:] == [
        "学习目标",
        "说出技能断层指什么",
    ]


def test_further_reading_is_counted(packet: Packet) -> None:
    texts = printed(packet)
    assert texts[texts.index("延伸阅读") + 1] == "1. 王敏《工匠精神的时代价值》"


@pytest.mark.parametrize("part", [Part.GOALS, Part.AGENDA, Part.TERMS, Part.QUESTIONS, Part.ACTION])
@pytest.mark.parametrize("edition", [Edition.PARTICIPANT, Edition.FACILITATOR])
def test_a_part_that_was_not_chosen_is_not_printed(
    packet: Packet, part: Part, edition: Edition
) -> None:
    chosen = set_parts(packet, set(Part) - {part})
    assert part.value in printed(set_parts(packet, set(Part)), edition)
    assert part.value not in printed(chosen, edition)


def test_sources_may_be_listed_in_prose(packet: Packet) -> None:
    told = "苏文帅《让技能跟上设备》，《工人日报》2025年11月3日第7版"
    assert printed(set_parts(packet, {Part.SOURCES}))[-2:] == ["出处一览", f"[1] {told}"]
    both = set_parts(packet, {Part.SOURCES, Part.REFERENCES})
    assert printed(both)[-2].startswith("[1] 苏文帅. 让技能跟上设备[N].")
    assert printed(both)[-1] == f"文中写作：{told}"


@pytest.mark.parametrize(
    ("source", "told"),
    [
        (Citation(authors=("甲", "乙")), "甲、乙的文章"),
        (Citation(published=date(2025, 11, 3)), "2025年11月3日"),
        (Citation(), "〔出处待补〕"),
    ],
)
@pytest.mark.parametrize("part", [Part.REFERENCES, Part.SOURCES])
def test_no_source_drops_out_of_the_list(
    passage: Passage, source: Citation, told: str, part: Part
) -> None:
    unknown = PassageItem(replace(passage, citation=source))
    packet = set_parts(with_items(unknown, PassageItem(passage)), {part})
    *_, heading, first, second = printed(packet)
    assert (heading, first) == ("出处一览", f"[1] {told}")
    assert second.startswith("[2] 苏文帅")


def test_a_cover_stands_on_a_page_of_its_own(packet: Packet) -> None:
    document = compose(set_parts(packet, {Part.COVER}), Edition.PARTICIPANT, PRESET)
    ends = document.blocks.index(model.PageBreak())
    cover = [block.text for block in document.blocks[:ends] if isinstance(block, Paragraph)]
    assert cover == [
        "总装车间工会",
        "让技能跟上设备",
        "2025年11月21日",
        "三楼会议室",
        "主持：张建国",
        "学习资料·供本单位学习使用",
    ]
    assert document.cover


def test_a_card_holds_the_first_passage_and_two_questions(packet: Packet) -> None:
    question = Question("第三问？", lines=9)
    more = append(packet, replace(packet.items[5], id="another"), question)
    card = compose(more, Edition.PARTICIPANT, find_preset("班前十分钟卡片"))
    texts = list(card.texts())
    assert sum(text.startswith("选段") for text in texts) == 1
    assert not any("第三问" in text for text in texts)
    told = compose(more, Edition.FACILITATOR, find_preset("班前十分钟卡片")).texts()
    assert any("选段1段" in text for text in told)
    assert max(b.lines for b in card.blocks if isinstance(b, AnswerLines | AnswerBox)) == 1


_LONG = "班组里哪些岗位最需要把“传帮带”落到纸面上，由谁来带、带到什么程度算出师，怎样才不流于形式？"
_SHARES = [(AnswerSpace.THIRD, 3), (AnswerSpace.HALF, 2), (AnswerSpace.PAGE, 1)]
_ONE_COLUMN = [name for name in PRESETS if PRESETS[name].page.columns == 1]


@pytest.mark.parametrize("text", ["谁牵头？", _LONG])
@pytest.mark.parametrize(("space", "count"), _SHARES)
@pytest.mark.parametrize("name", _ONE_COLUMN)
def test_as_many_shares_as_make_a_page_fill_one_and_no_more(
    space: AnswerSpace, count: int, name: str, text: str
) -> None:
    preset = replace(find_preset(name), limits=Limits())
    asked = [Question(text, space=space) for _ in range(count)]
    document = compose(with_items(PageBreak(), *asked), Edition.PARTICIPANT, preset)
    assert write_pdf(document).page_count <= 2
    longer = [
        replace(block, lines=block.lines + 2) if isinstance(block, AnswerBox) else block
        for block in document.blocks
    ]
    assert write_pdf(replace(document, blocks=tuple(longer))).page_count > 2


@pytest.mark.parametrize(("space", "count"), _SHARES)
def test_a_very_long_question_has_a_third_of_its_share(space: AnswerSpace, count: int) -> None:
    document = compose(with_items(Question(_LONG * 30, space=space)), Edition.PARTICIPANT, PRESET)
    (box,) = [block for block in document.blocks if isinstance(block, AnswerBox)]
    assert box.lines == int(PRESET.page.text_height / count / 3 / WRITING_PITCH)


@pytest.mark.parametrize("text", ["问？", "说说看，" * 40])
@pytest.mark.parametrize("name", [name for name in PRESETS if PRESETS[name].page.columns == 1])
def test_a_question_and_its_page_stand_on_one_page(text: str, name: str) -> None:
    preset = replace(find_preset(name), limits=Limits())
    packet = with_items(Guide("先读。"), Question(text, space=AnswerSpace.PAGE), Guide("再读。"))
    assert write_pdf(compose(packet, Edition.PARTICIPANT, preset)).page_count == 3


def test_on_pages_with_columns_others_stand_beside_a_question_with_a_page() -> None:
    preset = replace(find_preset("两栏资料"), limits=Limits())
    spaces = AnswerSpace.HALF, AnswerSpace.PAGE, AnswerSpace.LINES
    packet = with_items(*(Question("问？", space=space) for space in spaces))
    assert write_pdf(compose(packet, Edition.PARTICIPANT, preset)).page_count == 1


def test_an_agenda_names_as_many_passages_as_are_printed(passage: Passage) -> None:
    steps = (AgendaStep("领读三段选文", 4), AgendaStep("讨论", 6))
    passages = (PassageItem(replace(passage, start=number)) for number in range(3))
    packet = replace(with_items(Agenda(steps), *passages), parts=(Part.AGENDA,))
    texts = list(compose(packet, Edition.PARTICIPANT, PRESETS["班前十分钟卡片"]).texts())
    assert "领读这段选文" in texts
    assert "领读三段选文" in list(compose(packet, Edition.PARTICIPANT, PRESETS["普通讲义"]).texts())


def test_of_a_question_of_many_lines_the_ends_stay_with_their_neighbours() -> None:
    question = Question("\n".join(f"材料{number}" for number in range(6)), space=AnswerSpace.NONE)
    document = compose(Packet("问", items=(question,)), Edition.PARTICIPANT, PRESETS["普通讲义"])
    lines = [b for b in document.blocks if isinstance(b, Paragraph) and "材料" in b.text]
    assert [each.keep_with_next for each in lines] == [True, False, False, False, True, False]
