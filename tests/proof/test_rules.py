import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studydesk import paths
from studydesk.domain.article import Article, Block, BlockKind, Severity, Span
from studydesk.domain.packet import (
    Agenda,
    AgendaStep,
    EditorNote,
    FacilitatorNote,
    Guide,
    Packet,
    PassageItem,
    Question,
    SectionHeading,
    Session,
    Term,
)
from studydesk.domain.passage import Citation, Passage
from studydesk.library.studypack import read_studypack
from studydesk.proof.facts import other_identity
from studydesk.proof.finding import Finding, PacketRule, WordRule
from studydesk.proof.packet_rules import PACKET_RULES
from studydesk.proof.rules import BEYOND, RULES, proofread
from studydesk.proof.word_rules import QUESTION_RULES, UNQUOTED_RULES, WORD_RULES
from studydesk.sources.reading import read_file
from studydesk.sources.recovery.recover import recover


def found_in(rule: str, packet: Packet) -> list[Finding]:
    return [finding for finding in proofread(packet) if finding.rule == rule]


def example(rule: WordRule, text: str) -> Packet:
    item = Question(text) if rule in QUESTION_RULES else Guide(text)
    return Packet("学习", items=(SectionHeading(text) if rule.titles_only else item,))


@pytest.mark.parametrize(
    "rule", [*WORD_RULES, *UNQUOTED_RULES, *QUESTION_RULES], ids=lambda rule: str(rule.id)
)
def test_a_rule_finds_its_wrong_example_and_leaves_the_right_one(rule: WordRule) -> None:
    (finding,) = found_in(rule.id, example(rule, rule.wrong))
    assert finding.found == rule.wrong[finding.start : finding.end]
    assert not found_in(rule.id, example(rule, rule.right))


@pytest.mark.parametrize("rule", PACKET_RULES, ids=lambda rule: str(rule.id))
def test_a_packet_rule_finds_its_wrong_example_and_leaves_the_right_one(rule: PacketRule) -> None:
    assert found_in(rule.id, rule.wrong)
    assert not found_in(rule.id, rule.right)


@pytest.mark.parametrize("rule", [*WORD_RULES, *UNQUOTED_RULES], ids=lambda rule: str(rule.id))
def test_no_rule_finds_fault_with_its_own_suggestion(rule: WordRule) -> None:
    for start, end, suggestion in rule.look(rule.wrong):
        if suggestion:
            corrected = rule.wrong[:start] + suggestion + rule.wrong[end:]
            assert not list(rule.look(corrected))


def test_no_two_rules_share_an_id() -> None:
    tables = (WORD_RULES, UNQUOTED_RULES, QUESTION_RULES, PACKET_RULES)
    assert len(RULES) == sum(map(len, tables))
    assert not RULES.keys() & BEYOND.keys()


@pytest.mark.parametrize("rule", ["P03", "P05", "P09"])
def test_set_wording_with_a_source_is_red(rule: str) -> None:
    severity = {rule.id: rule.severity for rule in (*WORD_RULES, *UNQUOTED_RULES)}
    assert severity[rule] is Severity.RED


def test_a_red_rule_about_words_names_the_source_it_rests_on() -> None:
    red = [rule for rule in (*WORD_RULES, *UNQUOTED_RULES) if rule.severity is Severity.RED]
    assert red
    assert all(rule.source for rule in red)


@pytest.mark.parametrize("rule", UNQUOTED_RULES, ids=lambda rule: str(rule.id))
def test_what_somebody_else_wrote_stays_as_it_is(rule: WordRule) -> None:
    wrong = rule.wrong.translate(str.maketrans("“”《》", "‘’〈〉"))
    assert not found_in(rule.id, example(rule, f"他指出：“{wrong}，这是要紧的一句话。”"))
    assert found_in(rule.id, example(rule, rule.wrong))


@pytest.mark.parametrize("text", ["建国后的工人运动", "筑牢中华民族共同体意识"])
def test_a_title_of_a_work_stays_as_it_is(text: str) -> None:
    assert proofread(Packet("学习", items=(Guide(text),)))
    assert not proofread(Packet("学习", items=(Guide(f"见《{text}》一文。"),)))


def test_the_words_of_a_passage_are_not_corrected() -> None:
    text = "“14五”时期,二十四中全会... 他说“工匠"
    passage = Passage("a", 0, len(text), text, citation=Citation("题名", ("甲",)))
    rules = {finding.rule for finding in proofread(Packet("学习", items=(PassageItem(passage),)))}
    assert rules == {"C01"}


def test_a_source_of_an_author_alone_lacks_its_title() -> None:
    untitled = Citation("", ("甲",), "工人日报", date(2026, 3, 1), "7")
    passage = Passage("a", 0, 2, "原文。", citation=untitled)
    (finding,) = proofread(Packet("学习", items=(PassageItem(passage),)))
    assert (finding.rule, finding.found) == ("C01", "title")


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
        "手机扫一扫、填三行字就能申请",
        "党中央、国务院印发《中共中央 国务院关于深化改革的意见》。",
        "《“十四五”就业促进规划》《关于开展安全生产专项行动》",
        "“警务室”（三处）、“护学岗”（两处），《劳动法》（节选）、《工会法》。",
        "百分之百，百分之几，25年工龄，2025年6月1日，10月10日，12[3]号",
        "厂区（2024）12号楼，周末来，本末必分，不能自已，资深人士，杜会计，自己经办",
        "工会和工会干部，研究研究，一个一个，的的确确，部署部署到位，人和人",
        "工会主席李明指出，全总主席要求，党组书记强调，李明主席到会。",
        "马克思列宁主义、毛泽东思想、邓小平理论；科学发展观、习近平新时代中国特色社会主义思想",
        "中共中央总书记、中央军委主席；国家主席、中央军委主席",
        "全党全国各族人民，代表中央政治局，筑牢防线，铸牢中华民族共同体意识",
        "文中说：“工序做到位。”书里写道，“做到位”。他强调：一是学，二是做；第一，学；第二，做。",
        "第一，学。第二，做。其一，看；其二，练\n一、甲\n二、乙\n三、丙\n一、丁",
        "“十五”时期（2001年至2005年）和2030年，“十五五”时期谋划到2030年，第十四个五年规划",
        "习近平新时代中国特色社会主义思想，“四个意识”，“五位一体”总体布局",
        "热线12345，2025112113，编号138000012345",
        "“一带一路”战略支点，王建国后来说，思想解放后，上海解放前夕，中共广东省委书记",
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
        ("“甲”、“乙”、“丙”，《甲》、《乙》", "“甲”“乙”“丙”，《甲》《乙》"),
        ("中共中央办公厅国务院办公厅印发", "中共中央办公厅、国务院办公厅印发"),
        ("《劳模工匠进校园活动》《读<工会法>》", "“劳模工匠进校园活动”《读〈工会法〉》"),
        ("工发【2021】21号，总工办发（2023）5号", "工发〔2021〕21号，总工办发〔2023〕5号"),
        ("百分之十，百分之二十五点三，百分之五", "10%，25.3%，5%"),
        ("25年06月01日", "2025年6月1日"),
        ("工会组织工会组织的的职工", "工会组织的职工"),
        ("末来杜会保障，己经深人学习，自已纳人规划", "未来社会保障，已经深入学习，自己纳入规划"),
        ("王强副主席强调", "副主席王强强调"),
        (
            "邓小平理论和习近平新时代中国特色社会主义思想",
            "邓小平理论、“三个代表”重要思想、科学发展观、习近平新时代中国特色社会主义思想",
        ),
        ("国家主席、中共中央总书记", "中共中央总书记、国家主席"),
        ("四中全会后到2030年，“十五”时期如何", "四中全会后到2030年，“十五五”时期如何"),
        ("学习新时代中国特色社会主义思想", "学习习近平新时代中国特色社会主义思想"),
        ("统筹推进五位一体，增强四个意识", "统筹推进“五位一体”，增强“四个意识”"),
        ("他说：“把每一道工序做到位”。", "他说：“把每一道工序做到位。”"),
        ("建国以来，解放前，中共广东省省委", "新中国成立以来，新中国成立前，中共广东省委"),
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
    found = [f for f in proofread(packet) if f.rule not in ("B01", "B02", "P15")]
    assert sorted((finding.rule, finding.found) for finding in found) == [
        ("L10", "时机和时机"),  # all of these are wrong on the printed pages
        ("P01", "“十五”"),
        ("P01", "“十五”"),
        ("P01", "“十五”"),
        ("P09", "代表党中央政治局"),
        ("P09", "党全国各族人民"),
        ("Q08", "《中共中央国务院"),
    ]


def articles_of(seed_paths: tuple[Path, ...]) -> list[Article]:
    return [article for path in seed_paths for article in recover(read_file(path)).articles]


def test_no_article_of_the_printed_pages_calls_a_thing_by_two_names(
    seed_paths: tuple[Path, ...],
) -> None:
    for article in articles_of(seed_paths):  # what two authors call otherwise is their own
        assert not found_in("P15", Packet("学习", items=(Guide(article.body),)))


def test_every_author_of_the_printed_pages_is_who_the_page_says(
    seed_paths: tuple[Path, ...],
) -> None:
    articles = articles_of(seed_paths)
    said = [article.affiliation for article in articles if article.affiliation]
    assert len(said) > 5
    packet = Packet("学习", items=tuple(map(Guide, said)))
    assert not list(other_identity(packet, articles))


def test_no_article_and_no_question_of_ours_says_who_its_author_is(
    seed_paths: tuple[Path, ...],
) -> None:
    articles = articles_of(seed_paths)
    frames = tomllib.loads((paths.resources() / "questions" / "frames.toml").read_text("utf-8"))
    asked = [text for frame in frames["frame"] for text in frame.values()]
    said = [*asked, *(article.body for article in articles)]
    packet = Packet("学习", items=tuple(map(Guide, said)))
    assert not list(other_identity(packet, articles))


def test_who_authors_are_is_told_in_the_order_of_the_words() -> None:
    names = ("张三丰", "李四光", "王五常", "赵六一")
    articles = [printed(name, f"作者为北方第{n}大学教授") for n, name in enumerate(names)]
    text = "、".join(f"{name}（南方大学教授）" for name in names[::-1])
    found = list(other_identity(Packet("学习", items=(Guide(text),)), articles))
    assert [one.start for one in found] == sorted(one.start for one in found)
    assert len(found) == len(names)


def test_the_sample_packet_reads_without_a_mark_on_its_words() -> None:
    packet = read_studypack(paths.resources() / "sample.studypack").packet
    assert {finding.rule for finding in proofread(packet)} <= {"C01", "C06"}


@pytest.mark.parametrize(("note", "told"), [("原文发表于2024年。", False), ("先读这一段。", True)])
def test_a_note_that_names_the_year_settles_this_year_in_an_old_passage(
    note: str, told: bool
) -> None:
    citation = Citation("题名", ("甲",), "日报", date(2024, 5, 1), "3")
    passage = PassageItem(Passage("a-1", 0, 4, "今年试点", citation=citation))
    packet = Packet("学习", Session(held_on=date(2026, 1, 9)), (passage, EditorNote(note)))
    assert bool(found_in("D06", packet)) is told


@pytest.mark.parametrize("title", ["读人民日报", "工作简报", "一线海报", "专刊导读"])
def test_a_title_that_is_no_name_of_a_periodical_is_left_alone(title: str) -> None:
    assert not found_in("C03", Packet(title))


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


def test_what_a_plan_leaves_to_be_filled_in_is_found_anywhere() -> None:
    for item in (Guide("说的是〔一句话〕"), Question("〔谁〕来讲"), FacilitatorNote("问〔一句〕")):
        assert found_in("E02", Packet("学习", items=(item,)))
    assert found_in("E02", Packet("〔题名〕"))


def test_a_blank_of_the_question_bank_keeps_a_packet_back_wherever_it_is_left() -> None:
    for text in ("“〔观点栏里的一句话〕”，怎么说？", "作者分〔四〕个方面来讲"):
        for item in (Guide(text), Question(text), FacilitatorNote(text)):
            packet = Packet("学习", items=(item,))
            (found,) = (one for one in proofread(packet) if one.rule in ("E02", "E08"))
            assert (found.rule, found.severity) == ("E08", Severity.RED)


@pytest.mark.parametrize(
    "text", ["见〔四〕。", "〔注〕", "〔甲〕", "练手艺〔四〕", "〔四〕、〔乙〕"]
)
def test_the_mark_of_a_note_keeps_no_packet_back(text: str) -> None:
    found = proofread(Packet("学习", items=(Guide(text),)))
    assert {one.severity for one in found if one.rule in ("E02", "E08")} == {Severity.AMBER}


def printed(author: str, identity: str) -> Article:
    blocks = (
        Block(BlockKind.AUTHOR, author, (Span(0, 1),)),
        Block(BlockKind.AFFILIATION, identity, (Span(1, 2),)),
    )
    return Article("a-1", "a", blocks)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("本文作者为全总研究室主任。", "全总研究室主任"),
        ("彭维（重庆市总工会主席）谈到", "重庆市总工会主席"),
        ("彭维（重庆市总工会副主席）、本文作者为重庆市总工会副主席。", ""),
        ("彭维（见选段二）、彭维（2025年）、王强（某大学教授）", ""),
        ("作者认为，要练手艺。", ""),
        ("文中说“甲”，作者为什么要把工会和学院这两样分开说？", ""),
        ("作者是怎样说明的？作者是从工会的角度谈的吗？作者是谁、在哪家公司？", ""),
        ("作者为工会提了三条建议，作者为办好职工大学出主意。作者系哪家公司？", ""),
        ("作者是北京某大学的教授。", "北京某大学的教授"),
        ("作者单位：北京某大学", "北京某大学"),
    ],
)
def test_who_an_author_is_stays_as_it_was_printed(text: str, found: str) -> None:
    article = printed("彭维", "（作者为重庆市总工会副主席）")
    findings = list(other_identity(Packet("学习", items=(Guide(text),)), [article]))
    assert [one.found for one in findings] == ([found] if found else [])
    assert all(one.suggestion == "重庆市总工会副主席" for one in findings)


def test_words_that_a_question_quotes_are_no_other_name_of_a_thing() -> None:
    own = (Guide("新就业形态劳动者怎样入会"), Question("文中的“新业态劳动者”指谁？"))
    assert not found_in("P15", Packet("学习", items=own))
    (finding,) = found_in("P15", Packet("学习", items=(Guide("产改"), Question("“产改”指什么？"))))
    assert finding.found == "“产改” 产改"
