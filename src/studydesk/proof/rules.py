"""The table of proof rules, and proofreading: they look at the user's own words only."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import islice

from studydesk.domain.article import Severity, SourceKind
from studydesk.domain.own_words import own_words
from studydesk.domain.packet import (
    Agenda,
    AgendaStep,
    EditorNote,
    Guide,
    Packet,
    PassageItem,
    Question,
    Session,
    Term,
)
from studydesk.domain.passage import Citation, Omission, Passage
from studydesk.proof import dated, excerpts, facts, phrases, questions, timing, titles, words
from studydesk.proof.finding import (
    Finding,
    PacketRule,
    Progress,
    WordRule,
    Words,
    unheard,
    written,
)
from studydesk.proof.quoted import words_of_others

RED, AMBER, GREY = Severity.RED, Severity.AMBER, Severity.GREY


def _empty_fields(packet: Packet) -> Iterator[tuple[str, str, str]]:
    for item in packet.items:
        empty = (field for field, text, kind in own_words(item) if kind.needed and not text.strip())
        for field in islice(empty, 1):  # the next one is told when this one is filled
            yield item.id, field, ""


def _agenda_length(packet: Packet) -> Iterator[tuple[str, str, str]]:
    for agenda in packet.agendas:
        if agenda.minutes != packet.session.minutes:
            yield agenda.id, "steps", f"{agenda.minutes}/{packet.session.minutes}"


def _citation_unknown(packet: Packet) -> Iterator[tuple[str, str, str]]:
    for item in packet.items:
        if isinstance(item, PassageItem):
            citation = item.passage.citation
            if not (citation.title or citation.authors):
                yield item.id, "citation", "title"


def _citation_unlisted(packet: Packet) -> Iterator[tuple[str, str, str]]:
    """A name alone refers to nothing: 出处一览 has no entry for it."""
    for item in packet.items:
        if isinstance(item, PassageItem) and _is_unlisted(item.passage.citation):
            citation = item.passage.citation
            parts = (part for part in citation.missing if part != "newspaper")
            yield item.id, "citation", _told(citation, "work", *parts)


def _citation_incomplete(packet: Packet) -> Iterator[tuple[str, str, str]]:
    for item in packet.items:
        if isinstance(item, PassageItem) and not _is_unlisted(item.passage.citation):
            citation = item.passage.citation
            if citation.missing:
                yield item.id, "citation", _told(citation, *citation.missing)


def _is_unlisted(citation: Citation) -> bool:
    named = citation.title.strip() or citation.newspaper.strip()
    return bool(citation.authors) and not named


def _told(citation: Citation, *parts: str) -> str:
    """Parts by their names; those of other kinds than newspapers have names of their own."""
    other = citation.kind is not SourceKind.NEWSPAPER
    return " ".join(f"{citation.kind}.{part}" if other else part for part in parts)


def _passage(citation: Citation, text: str = "原文", held_on: date | None = None) -> Packet:
    passage = Passage("a-1", 0, len(text), text, citation=citation)
    return Packet("学习", Session(held_on=held_on), (PassageItem(passage),))


def _cut(text: str, start: int = 0, after: str = "") -> PassageItem:
    """A passage without the characters from start on, which its article goes on with otherwise."""
    passage = Passage("a-1", 0, len(text), text, after=after, citation=_CITATION)
    left_out = (Omission(start, len(text)),) if start else ()
    return PassageItem(replace(passage, operations=left_out))


def _read_aloud(characters: int) -> PassageItem:
    return PassageItem(Passage("a-1", 0, characters, "字" * characters, citation=_CITATION))


_CITATION = Citation("题名", ("作者",), "日报", date(2025, 11, 21), "3")
_AGENDA = Agenda((AgendaStep("领读", 20), AgendaStep("讨论", 40)))

WORD_RULES = (
    WordRule(
        "Q05", RED, words.unbalanced, "他说“工匠精神", "他说“工匠精神”", source="GB/T 15834-2011"
    ),
    WordRule(
        "B01", GREY, words.half_width, "工会(以下简称本会)要带头", "工会（以下简称本会）要带头"
    ),
    WordRule("B02", GREY, words.ellipsis, "设备、工序...", "设备、工序……"),
    WordRule("B03", GREY, words.sequence, "1、先读选段", "1.先读选段"),
    WordRule("B04", GREY, words.title_end, "工匠精神。", "工匠精神", titles_only=True),
    WordRule(
        "E02",
        AMBER,
        words.placeholder,
        "说的是〔一句话〕。",
        "工发〔2021〕21号，〔美〕杜威",
    ),
    WordRule("B05", GREY, words.year_range, "2013-2015年", "2013—2015年"),
    WordRule(
        "D01", RED, words.word_numbers, "“14五”时期", "“十四五”时期", source="GB/T 15835-2011"
    ),
    WordRule("D03", GREY, words.doubled_estimate, "约300余人左右", "约300人"),
    WordRule(
        "P02",
        AMBER,
        phrases.member_order,
        "坚定“四个意识”、增强“四个自信”",
        "增强“四个意识”、坚定“四个自信”、做到“两个维护”",
    ),
    WordRule(
        "P03",
        AMBER,
        phrases.core_formula,
        "以习近平总书记为核心的党中央",
        "以习近平同志为核心的党中央",
    ),
    WordRule(
        "P06",
        RED,
        phrases.plenum_name,
        "二十四中全会",
        "二十届四中全会",
        source="中国共产党第二十届中央委员会第四次全体会议，2025-10-20 至 23",
    ),
)
"""Rules for every field of the user's own words; a new one is listed here."""

UNQUOTED_RULES = (
    WordRule(
        "P01",
        RED,
        phrases.plan_ordinal,
        "二十届四中全会谋划“十五”时期发展",
        "“十五”时期（2001年至2005年），“十五五”时期（2026年至2030年）",
        source="中共中央关于制定国民经济和社会发展第十五个五年规划的建议，2025-10-23",
    ),
    WordRule(
        "P04",
        AMBER,
        phrases.short_thought,
        "学习新时代中国特色社会主义思想",
        "学习习近平新时代中国特色社会主义思想",
    ),
    WordRule("P14", GREY, phrases.unquoted_summary, "增强四个意识", "增强“四个意识”，四个方面"),
    WordRule(
        "Q02", GREY, words.speech_without_marks, "文中指出：工匠精神", "文中指出，要学“工匠精神”"
    ),
    WordRule(
        "Q07",
        GREY,
        words.stop_outside,
        "文中说：“要把每一道工序做到位”。",
        "文中说：“要把每一道工序做到位。”要把“每一道工序”做到位。",
    ),
    WordRule("C04", AMBER, words.private_number, "电话13800001234", "2025年11月21日，12345热线"),
    WordRule("L07", AMBER, words.skipped_ordinal, "第一，学；第三，做", "第一，学；第二，做"),
    WordRule(
        "N05", GREY, facts.name_in_title, "李明主席和书记王强", "工会主席谈技能", titles_only=True
    ),
    WordRule("Q06", AMBER, words.no_mark_between, "“警务室”、“护学岗”", "“警务室”“护学岗”"),
    WordRule("Q08", AMBER, words.joint_issuer, "《中共中央国务院意见》", "《中共中央 国务院意见》"),
    WordRule("Q09", AMBER, words.title_marks, "《劳模工匠助企行》", "“劳模工匠助企行”"),
    WordRule("B06", AMBER, words.document_number, "工发[2021]21号", "工发〔2021〕21号"),
    WordRule("D02", GREY, words.percent_in_words, "百分之六十三", "63%"),
    WordRule("D04", GREY, words.short_date, "2025年06月1日", "2025年6月1日"),
    WordRule("D07", GREY, words.only_on_a_screen, "请扫码观看", "骑手扫码进站"),
    WordRule("L10", AMBER, phrases.written_twice, "选准时机和时机。", "把重大决策部署部署到位"),
    WordRule("L11", AMBER, phrases.look_alikes, "加人工会", "增加人工，加入工会"),
    WordRule("N01", GREY, phrases.name_before_post, "李明主席指出", "工会主席李明指出"),
    WordRule(
        "N02",
        AMBER,
        phrases.post_order,
        "国家主席、中共中央总书记、中央军委主席",
        "中共中央总书记、国家主席、中央军委主席",
    ),
    WordRule(
        "P05",
        AMBER,
        phrases.idea_order,
        "邓小平理论、毛泽东思想",
        "马克思列宁主义、毛泽东思想、邓小平理论",
    ),
    WordRule("P09", AMBER, phrases.dropped_character, "凝聚起党全国各族人民", "全党全国各族人民"),
    WordRule("P11", AMBER, phrases.cast_firmly, "筑牢中华民族共同体意识", "筑牢防线"),
    WordRule("P12", AMBER, phrases.news_usage, "“一带一路”战略", "“一带一路”倡议"),
)
"""Rules for the same words where they are the user's alone: outside quotations and titles."""

QUESTION_RULES = (
    WordRule("W01", AMBER, questions.too_long, "问" * 61, "问" * 60),
    WordRule(
        "W02", GREY, questions.yes_or_no, "我们要学工匠精神吗？", "我们学工匠精神，从哪做起？"
    ),
    WordRule("W03", GREY, questions.slogan, "谈谈你的学习体会。", "哪一句改变了你的看法？"),
)
"""Rules for the text of a question only."""

PACKET_RULES = (
    PacketRule(
        "E01",
        AMBER,
        _empty_fields,
        Packet("学习", items=(Question(" "),)),
        Packet("学习", items=(Question("哪一句？"), Term("产改", "产业工人队伍建设改革"))),
    ),
    PacketRule(
        "A01",
        AMBER,
        _agenda_length,
        Packet("学习", Session(minutes=90), (_AGENDA,)),
        Packet("学习", Session(minutes=60), (_AGENDA,)),
    ),
    PacketRule(
        "A02",
        AMBER,
        timing.over_time,
        Packet("学习", Session(minutes=30), (Question("哪一句？", minutes=20),)),
        Packet("学习", Session(minutes=60), (Question("哪一句？", minutes=20),)),
    ),
    PacketRule(
        "A03",
        AMBER,
        timing.read_too_fast,
        Packet("学习", items=(_read_aloud(4001), _AGENDA)),
        Packet("学习", items=(_read_aloud(4000), _AGENDA)),
    ),
    PacketRule(
        "C05",
        RED,
        _citation_unknown,
        _passage(replace(_CITATION, title="", authors=())),
        _passage(replace(_CITATION, title="")),
    ),
    PacketRule(
        "C06",
        AMBER,
        _citation_unlisted,
        _passage(replace(_CITATION, title="", newspaper="")),
        _passage(replace(_CITATION, title="")),
    ),
    PacketRule(
        "D06",
        AMBER,
        dated.another_year,
        _passage(_CITATION, "今年试点", date(2026, 1, 9)),
        _passage(_CITATION, "今年试点", date(2025, 12, 9)),
    ),
    PacketRule(
        "C07",
        GREY,
        titles.without_a_unit,
        Packet("学习", Session(held_on=date(2026, 1, 9)), (Question("哪一句？"),)),
        Packet("学习", Session("一车间", date(2026, 1, 9)), (Question("哪一句？"),)),
    ),
    PacketRule(
        "D05",
        AMBER,
        facts.other_number,
        Packet("学习", items=(_cut("全国280多万个基层组织"), Guide("全国208万个基层组织怎样建家"))),
        Packet("学习", items=(_cut("全国280多万个基层组织"), Guide("280多万个基层组织怎样建家"))),
    ),
    PacketRule(
        "L06",
        AMBER,
        excerpts.printed_twice,
        Packet("学习", items=(_cut("工匠精神" * 6), _cut("工匠精神" * 5))),
        Packet("学习", items=(_cut("工匠精神" * 6), _cut("工匠精神" * 4))),
    ),
    PacketRule(
        "N03",
        AMBER,
        facts.other_order,
        Packet("学习", items=(_cut("到会的有李明、王强。"), Guide("王强、李明：各说了哪一句"))),
        Packet("学习", items=(_cut("到会的有李明、王强。"), Guide("李明、王强：各说了哪一句"))),
    ),
    PacketRule(
        "N04",
        AMBER,
        facts.lost_rank,
        Packet("学习", items=(_cut("工会副主席李明到会"), Guide("工会主席李明说的是哪一句"))),
        Packet("学习", items=(_cut("工会副主席李明到会"), Guide("工会副主席李明说的是哪一句"))),
    ),
    PacketRule(
        "P15",
        GREY,
        facts.other_name,
        Packet("学习", items=(Guide("新就业形态劳动者"), Guide("新业态劳动者怎样入会"))),
        Packet("学习", items=(Guide("新就业形态劳动者"), Guide("“新业态劳动者也要入会”"))),
    ),
    PacketRule(
        "Q03",
        AMBER,
        excerpts.cut_qualifier,
        Packet("学习", items=(_cut("可以推广，但要先试点。", 4),)),
        Packet("学习", items=(_cut("可以推广，也要先试点。", 4),)),
    ),
    PacketRule(
        "Q10",
        GREY,
        excerpts.points_back,
        Packet("学习", items=(_cut("这一做法来自班组。"),)),
        Packet("学习", items=(EditorNote("做法指师带徒。"), _cut("这一做法来自班组。"))),
    ),
    PacketRule(
        "Q13",
        AMBER,
        excerpts.cut_sentence,
        Packet("学习", items=(_cut("要把每一道工序做到位", after="，练出手艺。"),)),
        Packet("学习", items=(_cut("要把每一道工序做到位。", after="要练手艺。"),)),
    ),
    PacketRule(
        "C03", AMBER, titles.like_a_periodical, Packet("车间学习月刊"), Packet("精读《工人日报》")
    ),
    PacketRule(
        "C01",
        AMBER,
        _citation_incomplete,
        _passage(replace(_CITATION, page="")),
        _passage(_CITATION),
    ),
)
"""Rules for a packet as a whole."""

RULES: dict[str, WordRule | PacketRule] = {
    rule.id: rule for rule in (*WORD_RULES, *UNQUOTED_RULES, *QUESTION_RULES, *PACKET_RULES)
}
"""Every rule by its id."""


def proofread(packet: Packet, progress: Progress = unheard) -> tuple[Finding, ...]:
    """Everything the rules find in a packet, in the order of its items. Nothing is changed, and
    the text of a passage is looked at for one thing only: whether it says 今年 of another year.
    """
    found = [*_in_words(packet, progress), *_in_packet(packet)]
    order = {item.id: place for place, item in enumerate(packet.items)}
    return tuple(sorted(found, key=lambda finding: order.get(finding.item_id, -1)))


def _in_words(packet: Packet, progress: Progress) -> Iterator[Finding]:
    question_ids = {question.id for question in packet.questions}
    fields = tuple(written(packet))
    for done, field in enumerate(fields):
        progress(done, len(fields))
        asked = field.item_id in question_ids and field.field == "text"
        for rule in (*WORD_RULES, *(QUESTION_RULES if asked else ())):
            if field.is_title or not rule.titles_only:
                yield from _found(rule, field)
        others = words_of_others(field.text)
        for rule in UNQUOTED_RULES:
            for finding in _found(rule, field):
                if not any(s <= finding.start and finding.end <= e for s, e in others):
                    yield finding


def _found(rule: WordRule, field: Words) -> Iterator[Finding]:
    for start, end, suggestion in rule.look(field.text):
        found = field.text[start:end]
        yield Finding(
            rule.id, rule.severity, field.item_id, field.field, start, end, found, suggestion
        )


def _in_packet(packet: Packet) -> Iterator[Finding]:
    for rule in PACKET_RULES:
        for item_id, field, found in rule.look(packet):
            yield Finding(rule.id, rule.severity, item_id, field, 0, 0, found)
