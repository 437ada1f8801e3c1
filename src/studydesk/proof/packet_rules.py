"""The table of rules that look at a packet as a whole."""

from dataclasses import replace
from datetime import date

from studydesk.domain.article import Severity
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
from studydesk.proof import asking, completeness, counts, dated, excerpts, facts, timing, titles
from studydesk.proof.finding import PacketRule

RED, AMBER, GREY = Severity.RED, Severity.AMBER, Severity.GREY


def _passage(citation: Citation, text: str = "原文", held_on: date | None = None) -> Packet:
    passage = Passage("a-1", 0, len(text), text, citation=citation)
    return Packet("学习", Session(held_on=held_on), (PassageItem(passage),))


def _cut(text: str, start: int = 0, after: str = "", place: int = 0) -> PassageItem:
    """A passage without the characters from start on, which its article goes on with otherwise."""
    passage = Passage("a-1", place, place + len(text), text, after=after, citation=_CITATION)
    left_out = (Omission(start, len(text)),) if start else ()
    return PassageItem(replace(passage, operations=left_out))


def _read_aloud(characters: int) -> PassageItem:
    return PassageItem(Passage("a-1", 0, characters, "字" * characters, citation=_CITATION))


_CITATION = Citation("题名", ("作者",), "日报", date(2025, 11, 21), "3")
_AGENDA = Agenda((AgendaStep("领读", 20), AgendaStep("讨论", 40)))
_TALKED_OF = Agenda((AgendaStep("讨论思考1", 20),))

PACKET_RULES = (
    PacketRule(
        "E01",
        AMBER,
        completeness.empty_fields,
        Packet("学习", items=(Question(" "),)),
        Packet("学习", items=(Question("哪一句？"), Term("产改", "产业工人队伍建设改革"))),
    ),
    PacketRule(
        "E03",
        AMBER,
        completeness.named_and_not_there,
        Packet("学习", items=(_cut("要练手艺。"), Guide("选段二说的是哪一句"))),
        Packet("学习", items=(_cut("要练手艺。"), Guide("选段一说的是哪一句"))),
    ),
    PacketRule(
        "E09",
        RED,
        completeness.named_and_deleted,
        Packet("学习", items=(_cut("要练手艺。"), Guide("选段〔已删〕说的是哪一句"))),
        Packet("学习", items=(_cut("要练手艺。"), Guide("选段一说的是哪一句"))),
    ),
    PacketRule(
        "E11",
        RED,
        completeness.numbered_beside_a_blank,
        Packet("学习", items=(Guide("先想思考2"), Question(" "), Question("哪一句？"))),
        Packet("学习", items=(Guide("先想"), Question(" "), Question("哪一句？"))),
    ),
    PacketRule(
        "E10",
        AMBER,
        counts.other_count,
        Packet("学习", items=(_cut("要练手艺。"), Guide("今天读的两段话"))),
        Packet("学习", items=(_cut("要练手艺。"), Guide("各划出一段话"))),
    ),
    PacketRule(
        "A01",
        AMBER,
        completeness.agenda_length,
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
        "A04",
        AMBER,
        timing.talk_too_short,
        Packet("学习", items=(_AGENDA, Question("哪一句？", minutes=41))),
        Packet("学习", items=(_AGENDA, Question("哪一句？", minutes=40))),
    ),
    PacketRule(
        "A06",
        GREY,
        timing.talk_too_long,
        Packet("学习", items=(_AGENDA, Question("哪一句？", minutes=20))),
        Packet("学习", items=(_AGENDA, Question("哪一句？", minutes=25))),
    ),
    PacketRule(
        "A05",
        GREY,
        timing.in_no_step,
        Packet("学习", items=(_TALKED_OF, Question("哪一句？"), Question("怎么做？"))),
        Packet("学习", items=(_TALKED_OF, Question("哪一句？"))),
    ),
    PacketRule(
        "C05",
        RED,
        completeness.citation_unknown,
        _passage(replace(_CITATION, title="", authors=())),
        _passage(replace(_CITATION, title="")),
    ),
    PacketRule(
        "C06",
        AMBER,
        completeness.citation_unlisted,
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
        Packet("学习", items=(_cut("这一做法来自班组。", place=9),)),
        Packet("学习", items=(EditorNote("做法指师带徒。"), _cut("这一做法来自班组。", place=9))),
    ),
    PacketRule(
        "Q13",
        AMBER,
        excerpts.cut_sentence,
        Packet("学习", items=(_cut("要把每一道工序做到位", after="，练出手艺。"),)),
        Packet("学习", items=(_cut("要把每一道工序做到位。", after="要练手艺。"),)),
    ),
    PacketRule(
        "Q15",
        AMBER,
        excerpts.cut_pair,
        Packet("学习", items=(_cut("他说“要练手艺”。", 5),)),
        Packet("学习", items=(_cut("他说“要练”手艺。", 6),)),
    ),
    PacketRule(
        "W04",
        AMBER,
        asking.quoting_nothing,
        Packet("学习", items=(_cut("文中说的技能断层"), Question("“技术鸿沟”在哪？"))),
        Packet("学习", items=(_cut("文中说的技能断层"), Question("“技能断层”在哪？"))),
    ),
    PacketRule("E07", AMBER, titles.like_a_copy, Packet("学习（副本）"), Packet("副本怎样管")),
    PacketRule(
        "C03", AMBER, titles.like_a_periodical, Packet("车间学习月刊"), Packet("精读《工人日报》")
    ),
    PacketRule(
        "C01",
        AMBER,
        completeness.citation_incomplete,
        _passage(replace(_CITATION, page="")),
        _passage(_CITATION),
    ),
    PacketRule(
        "C09",
        AMBER,
        completeness.page_odd,
        _passage(replace(_CITATION, page="工人日报")),
        _passage(replace(_CITATION, page="第三版")),
    ),
    PacketRule(
        "E06",
        AMBER,
        completeness.label_of_date,
        Packet("学习", items=(replace(_cut("原文"), label="2025-11-21"),)),
        Packet("学习", items=(replace(_cut("原文"), label="2025年11月21日的来信"),)),
    ),
)
"""Rules for a packet as a whole."""
