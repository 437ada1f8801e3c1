import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

import studydesk
from studydesk.domain.article import Problem, ProblemKind, Severity, Span
from studydesk.domain.packet import Guide, Packet, PassageItem, Question, SectionHeading
from studydesk.domain.passage import Passage
from studydesk.errors import (
    BankUnreadable,
    Cancelled,
    EditRefused,
    FileUnreadable,
    LibraryInUse,
    LogoRefused,
    PresetDamaged,
    SourceEmpty,
    SourceTooLarge,
    SourceTooLong,
    SourceTooManyLines,
    StudyDeskError,
)
from studydesk.proof.asking import Hint
from studydesk.proof.finding import Finding, PacketRule
from studydesk.proof.questions import LONGEST_QUESTION
from studydesk.proof.rules import BEYOND, RULES, proofread
from studydesk.proof.word_rules import QUESTION_RULES
from studydesk.services.checking import Checked, QuotationResult, QuotationStatus, check
from studydesk.services.importing import ImportResult, Outcome
from studydesk.ui.words import finding_words, messages, outcomes
from studydesk.ui.words.finding_words import finding_sentence, found_told
from studydesk.ui.words.question_words import hint_sentence

EXAMPLES: dict[Any, Any] = {
    str: "某处",
    int: 3,
    Path: Path("某处"),
    tuple[str, ...]: ("某处",),
    datetime | None: datetime(2026, 11, 23, 8, 40, tzinfo=UTC),
}
ALLOWED = {"txt", "docx", "MB", "UTF", "WPS", "Word", "studypack", "export", "PDF", "CFF", "U"}


def leaves(base: type[StudyDeskError]) -> Iterator[type[StudyDeskError]]:
    for kind in base.__subclasses__():
        if kind.__module__ == "studydesk.errors":
            yield from leaves(kind)
    if not base.__subclasses__():
        yield base


def an(kind: type[StudyDeskError]) -> StudyDeskError:
    if not is_dataclass(kind):
        return kind()
    return kind(*(EXAMPLES[field.type] for field in fields(kind)))


def is_a_sentence(text: str) -> bool:
    english = set(re.findall("[A-Za-z]+", text)) - ALLOWED
    return text.endswith("。") and not english and "。。" not in text and "None" not in text


AT = datetime(2026, 11, 3, 8, 5).astimezone()
LEAVES = list(leaves(StudyDeskError))


@pytest.mark.parametrize("kind", LEAVES, ids=lambda kind: str(kind.__name__))
def test_every_error_has_a_sentence_of_its_own(kind: type[StudyDeskError]) -> None:
    unknown = type("Unknown", kind.__bases__, {})
    told = messages.sentence(an(kind))
    assert is_a_sentence(told)
    assert told != messages.sentence(an(unknown))


@pytest.mark.parametrize(
    ("user", "machine", "since", "by"),
    [
        ("", "", None, ""),
        ("王芳", "", None, "：用户“王芳”"),
        ("", "三楼", None, "：电脑“三楼”"),
        ("王芳", "三楼", None, "：电脑“三楼”上的用户“王芳”"),
        ("王芳", "三楼", AT, "：电脑“三楼”上的用户“王芳”，11月3日 8:05 打开的"),
        ("", "", AT, "：11月3日 8:05 打开的"),
    ],
)
def test_who_holds_a_library_is_told_as_far_as_it_is_known(
    user: str, machine: str, since: datetime | None, by: str
) -> None:
    told = messages.sentence(LibraryInUse(Path("库"), user, machine, since))
    assert told == f"资料库“库”正被另一个学习台使用{by}。请先关掉那一个，内容没有改动。"


def test_a_fault_of_the_program_gets_a_calm_sentence() -> None:
    assert is_a_sentence(messages.sentence(ZeroDivisionError("division by zero")))


def test_every_reason_to_refuse_an_edit_has_its_own_sentence() -> None:
    package = Path(studydesk.__file__).parent
    sources = "".join(path.read_text("utf-8") for path in package.rglob("*.py"))
    reasons = set(re.findall(r'EditRefused\("([^"]+)"\)', sources))
    sentences = {messages.sentence(EditRefused(reason)) for reason in reasons}
    assert len(sentences) == len(reasons) >= 7
    assert messages.sentence(EditRefused("unheard of")) not in sentences


def test_every_reason_to_refuse_a_table_of_a_bank_has_its_own_sentence() -> None:
    services = Path(studydesk.__file__).with_name("services")
    text = "".join(path.read_text("utf-8") for path in services.glob("*.py"))
    reasons = set(re.findall(r'BankUnreadable\(path, "([a-z-]+)"', text))
    reasons |= set(re.findall(r'\.said\("([a-z-]+)"', text))
    reasons |= set(re.findall(r'rows\(path, .*"([a-z-]+)"\)', text))
    assert reasons == set(messages._TABLES)
    for reason in reasons:
        assert is_a_sentence(messages.sentence(BankUnreadable(Path("题库"), reason, 3)))


def test_what_sqlite_says_of_a_file_is_told_in_chinese() -> None:
    assert is_a_sentence(messages.sentence(FileUnreadable(Path("资料库"), "disk I/O error")))


def test_the_sentence_names_the_file_and_what_the_system_said() -> None:
    told = messages.sentence(FileUnreadable(Path("/某处/甲.txt"), "Permission denied"))
    assert told == "读不了“甲.txt”：没有权限。请检查文件后再试。"


def test_sizes_are_told_in_megabytes() -> None:
    assert "50 MB，超过了 20 MB" in messages.sentence(SourceTooLarge("甲", 50 << 20, 20 << 20))


def test_what_is_a_little_too_much_is_told_as_more_than_the_limit() -> None:
    a_little = messages.sentence(SourceTooLarge("甲", (20 << 20) + 1, 20 << 20))
    assert "20.1 MB，超过了 20 MB" in a_little
    assert "30.1 万字，超过了 30 万字" in messages.sentence(SourceTooLong("甲", 300_001, 300_000))
    assert "24 万行，超过了 5 万行" in messages.sentence(SourceTooManyLines("甲", 240_000, 50_000))


@pytest.mark.parametrize("kind", ProblemKind)
def test_every_kind_of_problem_has_a_sentence(kind: ProblemKind) -> None:
    problem = Problem(kind, Severity.AMBER, Span(0, 1))
    assert is_a_sentence(outcomes.problem_sentence(problem))
    assert is_a_sentence(outcomes.problem_sentence(replace(problem, detail="第四")))


def test_the_ordinal_that_is_missing_is_named() -> None:
    problem = Problem(ProblemKind.ORDINAL_MISSING, Severity.RED, Span(0, 1), detail="第四")
    assert outcomes.problem_sentence(problem) == "序号不连续，可能缺了“第四”这一段。"


def example_of(rule_id: str) -> Finding:
    rule = RULES[rule_id]
    if isinstance(rule, PacketRule):
        packet = rule.wrong
    else:
        item = Question(rule.wrong) if rule in QUESTION_RULES else Guide(rule.wrong)
        packet = Packet("学习", items=(SectionHeading(rule.wrong) if rule.titles_only else item,))
    return next(finding for finding in proofread(packet) if finding.rule == rule_id)


@pytest.mark.parametrize("rule_id", RULES)
def test_every_rule_has_a_sentence_for_what_it_finds(rule_id: str) -> None:
    assert is_a_sentence(finding_sentence(example_of(rule_id)))


@pytest.mark.parametrize("rule_id", sorted(BEYOND.keys() - {"F01"}))
def test_every_rule_that_looks_beyond_the_packet_has_a_sentence(rule_id: str) -> None:
    place = ("p", "text", 0, 2)
    assert is_a_sentence(finding_sentence(Finding(rule_id, Severity.GREY, *place, "原话", "原文")))


def test_no_sentence_is_left_without_a_rule() -> None:
    assert set(finding_words._FINDINGS) == RULES.keys() | BEYOND.keys()


def test_what_is_missing_in_a_citation_is_named() -> None:
    finding = Finding("C01", Severity.AMBER, "p", "citation", 0, 0, "newspaper page")
    assert finding_sentence(finding) == "出处还不完整，缺报名、版次。"


@pytest.mark.parametrize(("found", "missing"), [("选段九", "这个选段"), ("思考9", "这道题")])
def test_what_is_named_and_not_there_is_called_what_it_is(found: str, missing: str) -> None:
    finding = Finding("E03", Severity.AMBER, "p", "text", 0, 0, found)
    assert finding_sentence(finding) == f"“{found}”：现在没有{missing}，请改写。"


@pytest.mark.parametrize(
    ("rule", "found", "told"),
    [
        ("L10", "结果——这叫“三必”制度", "“结果——这叫‘三必’制度”："),
        ("N04", "“大工匠”王敏 王敏", "“‘大工匠’王敏”："),
        ("P15", "“八级工” 八级工", "“‘八级工’”："),
        ("Q05", "“", "““”："),
        ("Q05", "”", "“””："),
    ],
)
def test_quotes_in_what_was_found_are_the_other_ones(rule: str, found: str, told: str) -> None:
    finding = Finding(rule, Severity.AMBER, "p", "text", 0, 0, found)
    assert finding_sentence(finding).startswith(told)


def test_quotes_in_what_could_stand_there_are_the_other_ones() -> None:
    finding = Finding("P14", Severity.GREY, "p", "text", 0, 0, "四个意识", "“四个意识”")
    assert finding_sentence(finding).endswith("，可改为“‘四个意识’”。")


def test_words_that_are_told_short_close_their_quotes() -> None:
    finding = Finding("L10", Severity.GREY, "p", "text", 0, 0, "这叫“三必安全管理制度”")
    assert found_told(finding, 6) == "“这叫‘三必…’”"


def test_what_is_named_and_deleted_is_said_to_be_printed() -> None:
    finding = Finding("E09", Severity.RED, "p", "text", 0, 0, "思考〔已删〕")
    assert finding_sentence(finding) == "“思考〔已删〕”：说到的已经删去，会照样印出来，请改写。"


@pytest.mark.parametrize("rule_id", RULES)
def test_what_a_finding_is_about_is_said_in_chinese(rule_id: str) -> None:
    told = found_told(example_of(rule_id), 12)
    assert not re.search("title|newspaper|published|page|work|authors", told)
    assert len(told.rstrip("’”")) <= 13 or rule_id in {"C01", "C06"}


def test_the_characters_that_a_pdf_has_boxes_for_are_named() -> None:
    finding = Finding("F01", Severity.RED, "p", "passage", 0, 0, "龘靐")
    told = "字库里没有这些字：龘、靐，PDF 会印成方框；DOCX 不受影响。"
    assert finding_sentence(finding) == told


def test_a_character_that_paper_has_a_box_for_is_told_by_its_number_there() -> None:
    finding = Finding("F01", Severity.RED, "", "names", 0, 0, "龘𠮷")
    packet = Packet("学习")
    (found,) = outcomes.review_of(packet, Checked(packet, (), (finding,))).findings
    assert (found.severity, found.place) == ("必改", "名单")
    assert "龘（U+9F98）、𠮷（U+20BB7），PDF" in found.told


@pytest.mark.parametrize("status", QuotationStatus)
def test_every_outcome_of_the_quotation_check_has_a_sentence(status: QuotationStatus) -> None:
    assert is_a_sentence(outcomes.quotation_sentence(QuotationResult("p", status, 3, "己", "已")))


@pytest.mark.parametrize(
    ("expected", "found", "said"),
    [
        ("\n写得满", "写得满", "原文在第 10 字后面分了段，选段没有"),
        ("写", "\n写", "选段在第 10 字后面分了段"),
        ("\n坚持党的领导", "深化改革", "第 11 字起，原文是“坚持党的领导”，选段是“深化改革”"),
    ],
)
def test_a_paragraph_that_begins_on_one_side_only_is_said_in_words(
    expected: str, found: str, said: str
) -> None:
    sentence = outcomes.quotation_sentence(
        QuotationResult("p", QuotationStatus.DIFFERS, 10, expected, found)
    )
    assert said in sentence
    assert "\n" not in sentence


def test_what_stopped_an_import_is_told_with_the_file() -> None:
    result = ImportResult("甲.txt", Outcome.REFUSED, error=Cancelled())
    assert outcomes.import_sentence(result) == "“甲.txt”：已取消，什么也没有改动。"


@pytest.mark.parametrize("outcome", Outcome)
def test_every_outcome_of_an_import_has_a_sentence(outcome: Outcome) -> None:
    result = ImportResult("甲.txt", outcome, articles=3, problems=1, error=SourceEmpty("甲.txt"))
    told = outcomes.import_sentence(result)
    assert is_a_sentence(told)
    assert "甲.txt" in told


def test_a_page_without_an_article_is_told_as_such() -> None:
    told = outcomes.import_sentence(ImportResult("甲.txt", Outcome.ADDED))
    assert "没有文章" in told
    assert "0 篇" not in told


def test_a_line_of_a_preset_file_is_named_in_chinese() -> None:
    assert "请检查这一处：第 3 行。" in messages.sentence(PresetDamaged("line 3"))
    assert "请检查这一处：page.left。" in messages.sentence(PresetDamaged("page.left"))


@pytest.mark.parametrize("reason", ["missing", "kind", "large", "flat"])
def test_every_reason_to_refuse_a_logo_has_a_sentence(reason: str) -> None:
    told = messages.sentence(LogoRefused("厂徽.png", reason))
    assert told.startswith("标志“厂徽.png”")
    assert "用不了" not in told


@pytest.mark.parametrize(
    ("found", "told"),
    [
        (
            "47/40/3 6:6 2:6",
            (
                "时间不够：要用 47 分钟，时长 40 分钟，其中念选段 3 分钟。"
                "可先删第 6 题（6 分钟）、第 2 题（6 分钟），行动题不删。"
            ),
        ),
        (
            "60/40/30 6:6",
            (
                "时间不够：要用 60 分钟，时长 40 分钟，其中念选段 30 分钟。"
                "可先删第 6 题（6 分钟），行动题不删。这样还超 14 分钟，请少选几段或多留时间。"
            ),
        ),
        (
            "36/10/34",
            (
                "时间不够：要用 36 分钟，时长 10 分钟，其中念选段 34 分钟。"
                "超 26 分钟，请少选几段或多留时间。"
            ),
        ),
    ],
)
def test_a_session_that_is_too_short_is_told_what_each_cut_saves(found: str, told: str) -> None:
    finding = Finding("A02", Severity.AMBER, "", "session", 0, 0, found)
    assert finding_sentence(finding) == told


def test_a_question_that_is_too_long_is_told_so_in_one_sentence_everywhere() -> None:
    proof = finding_sentence(Finding("W01", Severity.AMBER, "q", "text", 60, 61, "问"))
    assert proof == hint_sentence(Hint("too-long"))
    assert f"超过 {LONGEST_QUESTION} 字" in proof


def test_what_a_question_quotes_from_nowhere_stands_on_the_proof_sheet() -> None:
    passage = Passage("a-1", 0, 5, "技能断层。")
    packet = Packet("学习", items=(PassageItem(passage), Question("“技术鸿沟”在哪？")))
    checked = check(packet, lambda _: None, lambda _: None)
    told = [found.told for found in outcomes.review_of(packet, checked).findings]
    assert "“技术鸿沟”：题里引号中的话，选段里没有，请核对。" in told


@pytest.mark.parametrize(("field", "is_told"), [("passage", True), ("citation", False)])
def test_a_doubtful_title_throws_no_doubt_on_the_text_of_a_passage(
    field: str, is_told: bool
) -> None:
    packet = Packet("学习", items=(PassageItem(Passage("a-1", 0, 2, "学习"), id="one"),))
    result = QuotationResult("one", QuotationStatus.VERBATIM)
    doubt = Finding("Q16", Severity.AMBER, "one", field, 0, 0, "学习")
    told = outcomes.review_of(packet, Checked(packet, (result,), (doubt,))).quotations["one"]
    assert ("存疑" in told) is is_told
