from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studydesk.domain.packet import (
    Agenda,
    AgendaStep,
    Guide,
    Packet,
    PassageItem,
    Question,
    SectionHeading,
    Term,
)
from studydesk.domain.passage import Citation, Passage
from studydesk.proof.finding import Finding, PacketRule, WordRule
from studydesk.proof.rules import PACKET_RULES, QUESTION_RULES, RULES, WORD_RULES, proofread
from studydesk.sources.reading import read_file
from studydesk.sources.recovery import recover


def found_in(rule: str, packet: Packet) -> list[Finding]:
    return [finding for finding in proofread(packet) if finding.rule == rule]


def example(rule: WordRule, text: str) -> Packet:
    item = Question(text) if rule in QUESTION_RULES else Guide(text)
    return Packet("学习", items=(SectionHeading(text) if rule.titles_only else item,))


@pytest.mark.parametrize("rule", [*WORD_RULES, *QUESTION_RULES], ids=lambda rule: str(rule.id))
def test_a_rule_finds_its_wrong_example_and_leaves_the_right_one(rule: WordRule) -> None:
    (finding,) = found_in(rule.id, example(rule, rule.wrong))
    assert finding.found == rule.wrong[finding.start : finding.end]
    assert not found_in(rule.id, example(rule, rule.right))


@pytest.mark.parametrize("rule", PACKET_RULES, ids=lambda rule: str(rule.id))
def test_a_packet_rule_finds_its_wrong_example_and_leaves_the_right_one(rule: PacketRule) -> None:
    assert found_in(rule.id, rule.wrong)
    assert not found_in(rule.id, rule.right)


@pytest.mark.parametrize("rule", WORD_RULES, ids=lambda rule: str(rule.id))
def test_no_rule_finds_fault_with_its_own_suggestion(rule: WordRule) -> None:
    for start, end, suggestion in rule.look(rule.wrong):
        if suggestion:
            corrected = rule.wrong[:start] + suggestion + rule.wrong[end:]
            assert not list(rule.look(corrected))


def test_no_two_rules_share_an_id() -> None:
    assert len(RULES) == len(WORD_RULES) + len(QUESTION_RULES) + len(PACKET_RULES)


def test_the_text_of_a_passage_is_never_looked_at() -> None:
    text = "“14五”时期,二十四中全会... 他说“工匠"
    passage = Passage("a", 0, len(text), text, citation=Citation("题名", ("甲",)))
    rules = {finding.rule for finding in proofread(Packet("学习", items=(PassageItem(passage),)))}
    assert rules == {"C01"}


def test_the_rows_of_an_agenda_and_the_parts_of_a_term_are_looked_at() -> None:
    agenda = Agenda((AgendaStep("领读...", 60, "约3人左右"),))
    term = Term("产改。", "说明...", "来源...")
    fields = [finding.field for finding in proofread(Packet("学习", items=(agenda, term)))]
    assert fields == ["steps.0.activity", "steps.0.note", "term", "definition", "origin"]


def test_findings_come_in_the_order_of_the_items_the_title_first() -> None:
    packet = Packet("标题。", items=(Guide("...", id="one"), Question("", id="two")))
    assert [finding.item_id for finding in proofread(packet)] == ["", "one", "two"]


@pytest.mark.parametrize(
    "text",
    [
        "深刻领悟“两个确立”的决定性意义，坚决做到“两个维护”。",
        "把“两个维护”融入血脉。",
        "会议在10:30开始，地点见附近一百多米的路牌，共28.5小时。",
        "党的二十届四中全会、党的十九届六中全会、党的二十大。",
        "《〈中国工人〉发刊词》说：“他讲‘工匠精神’。”",
        "2024-10-25，见 http://127.0.0.1/a.b，GB/T 9704(2012)",
        "五四运动、五一劳动节、1.5五倍",
        "约300人",
        "节约300余元，最近三余年",
        "3、4月份，2024-10月",
        "第154精神病院",
    ],
)
def test_what_is_right_is_left_alone(text: str) -> None:
    assert not proofread(Packet("学习", items=(Guide(text),)))


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("工会(简称)要带头,先学", "工会（简称）要带头，先学"),
        ("党的20届4中全会", "党的二十届四中全会"),
        ("54运动和“15五”规划", "五四运动和“十五五”规划"),
        ("3-5年，2024-2030年", "3～5年，2024—2030年"),
        ("（一）、先读\n2、再议", "（一）先读\n2.再议"),
        ("近300余人到会，约3天左右", "近300人到会，约3天"),
        ("设备。。。工序…", "设备……工序……"),
    ],
)
def test_putting_every_suggestion_in_place_corrects_the_text(wrong: str, right: str) -> None:
    for finding in reversed(proofread(Packet("学习", items=(Guide(wrong),)))):
        wrong = wrong[: finding.start] + finding.suggestion + wrong[finding.end :]
    assert wrong == right


@pytest.mark.parametrize(
    ("text", "place"),
    [("他说“工匠", 2), ("工匠”精神", 2), ("《意见〉》", 3), ("（一）甲（乙", 4)],
)
def test_a_mark_without_its_partner_is_named_by_place(text: str, place: int) -> None:
    assert found_in("Q05", Packet("学习", items=(Guide(text),)))[0].start == place


def test_a_long_quotation_may_open_again_at_each_paragraph() -> None:
    text = "他说：“第一段。\n“第二段。”"
    assert not proofread(Packet("学习", items=(Guide(text),)))


def test_a_question_that_asks_for_more_than_a_nod_is_left_alone() -> None:
    question = Question("文中说的办法在我们班组行得通吗？卡在哪里？")
    assert not proofread(Packet("学习", items=(question,)))


@given(
    st.text(alphabet="工会“”‘’《》（）()…。.,:12345五四中全届二十两个维护确立意识自信—-约左右余\n ")
)
def test_every_finding_points_at_what_it_found(text: str) -> None:
    for finding in proofread(Packet("学习", items=(Guide(text, id="g"),))):
        assert finding.found == (text[finding.start : finding.end] if finding.end else "")


def test_no_rule_cries_wolf_on_printed_pages(seed_paths: tuple[Path, ...]) -> None:
    articles = [a for path in seed_paths for a in recover(read_file(path)).articles]
    texts = [block.text for article in articles for block in article.body_blocks]
    packet = Packet("学习", items=tuple(Guide(text) for text in texts))
    assert len(texts) > 100
    assert {finding.rule for finding in proofread(packet)} <= {"B01", "B02"}


@pytest.mark.parametrize(
    ("citation", "told"),
    [
        (Citation(), False),  # C05 says so already
        (Citation(authors=("甲",)), True),
        (Citation(authors=("甲",), newspaper=" "), True),
        (Citation(authors=("甲",), newspaper="日报"), False),
        (Citation(title="题名"), False),
    ],
)
def test_a_source_that_the_list_of_sources_leaves_out_is_told(
    citation: Citation, told: bool
) -> None:
    packet = Packet("学习", items=(PassageItem(Passage("a-1", 0, 2, "原文", citation=citation)),))
    assert ("C06" in {finding.rule for finding in proofread(packet)}) is told
