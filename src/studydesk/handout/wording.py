"""The Chinese words that are printed on a handout, numbers and dates among them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import assert_never

from studydesk.domain.packet import (
    Action,
    Agenda,
    EditorNote,
    FacilitatorNote,
    FurtherReading,
    Goals,
    Guide,
    Item,
    PageBreak,
    PassageItem,
    Question,
    QuestionKind,
    SectionHeading,
    Term,
)
from studydesk.domain.passage_names import chinese_number
from studydesk.domain.reading import CHARACTERS_A_MINUTE, reading_minutes
from studydesk.domain.vouching import Duty
from studydesk.handout.style import Numbering

ITEM_NAMES: Mapping[type[Item], str] = {
    SectionHeading: "小标题",
    Goals: "学习目标",
    Guide: "导读",
    PassageItem: "选段",
    EditorNote: "按语",
    Term: "名词解释",
    Question: "思考题",
    Agenda: "议程",
    Action: "我的一件事",
    FurtherReading: "延伸阅读",
    FacilitatorNote: "主持人提示",
    PageBreak: "分页",
}
"""What each kind of item is called, in print and in the window; a new one is listed here."""

PURPOSE = "学习资料·供本单位学习使用"
FACILITATOR_PURPOSE = "主持人版·仅供主持人使用"
LOGO = "标志"
HOST = "主持："
MINUTES = "分钟"

GUIDE = "导读"
PASSAGE = "选段"
EDITOR_NOTE = "编者按："
TERMS = "名词解释"
QUESTIONS = "思考题"
AGENDA = "议程"
ACTION = "我的一件事"
REFERENCES = "出处一览"
IN_PROSE = "文中写作："
PASSAGE_CODE = "编号"
CUT = "有删节"
SOURCE_UNKNOWN = "〔出处待补〕"
GOALS = "学习目标"
FURTHER = "延伸阅读"
CONTENTS = "目　录"

AGENDA_STEP = "环节"
AGENDA_SPAN = "时段"
AGENDA_NOTE = "主持要点"
TOTAL = "合计"

ACTION_ROWS = ("做什么", "何时完成", "请谁帮忙")
LAST_ACTION = "上次那件事："
LAST_DONE = "□做到了　□没做到，差在＿＿＿＿＿＿"
AGREED = "【会上定下】"

FACILITATOR = "【主持人】"
ALOUD = "【领读】"
BLANKS = "【填空】"
MINUTES_GIVEN = "【时间】"
EXPECTED = "【参考要点】"
FOLLOW_UPS = "【追问】"

AT_HAND = "主持人备用"
PHRASES_HEADING = "临场怎么说"
PHRASES = (
    ("冷场", "“先各写一分钟，写几个字就行。”“从工龄最长的师傅开始，每人只说一条。”"),
    ("跑题", "“这件事先记下，会后我去问；咱们回到选段上来。”"),
    ("一言堂", "“谢谢您，下面请还没发言的同志说一说。”"),
    ("发牢骚", "“这是个实际问题。咱们分一分：哪些班组自己能办，哪些要向上反映？”"),
    ("不敢说", "“对事不对人，只说是哪道工序。”"),
    ("说空话", "“能不能举个例子？最好是这几天的。”"),
    ("离开原文", "“您这个看法，依据的是文中哪一句？”"),
)
LATE_HEADING = "时间不够时"
CUT_ORDER = "按下列次序略去，时间够用即止："
CUT_ORDER_BUT_AGREED = "按下列次序略去，时间够用即止（议定事项和学习记录不能略）："
CUT_ONE = "先略去："
CUT_ONE_BUT_AGREED = "先略去（议定事项和学习记录不能略）："
NEVER_CUT = "议定事项和学习记录不能略。"

SIGN_IN = "签到表"
SIGN_IN_COLUMNS = ("序号", "姓名", "部门/班组", "职务", "签名", "备注")
RECORD_TOPIC = "学习主题"
RECORD_DAY = "时　　间"
RECORD_PLACE = "地　　点"
RECORD_HOST = "主 持 人"
RECORD_WRITER = "记 录 人"
RECORD_PRESENT = "参加人数"
RECORD_ABSENT = "缺席及原因"
RECORD_CONTENT = "学习内容"
RECORD_DISCUSSION = "发言要点"
RECORD_DECIDED = "议定事项"
HEAD_COUNT = "应到＿＿人　实到＿＿人　请假＿＿人"
RECORD = "学习记录表"
RECORD_SIGNATURES = "主持人签名：＿＿＿＿　记录人签名：＿＿＿＿　存档号：＿＿＿＿"

GROUPS = "分组讨论记录"
GROUP_FACTS = (("组　　别", "召 集 人"), ("记 录 人", "组　　员"))
GROUP_COLUMNS = ("讨论题", "发言要点（依据哪一句）", "小组共识")
GROUP_SIGNATURES = "汇报人：＿＿＿＿　记录人签名：＿＿＿＿"
REFLECTION = "心得体会"
REFLECTION_FACTS = ("姓名", "部门/班组", "日期")
REFLECTION_HINT = "结合一句原文、一件身边事来写，八百字以内为宜。"
FEEDBACK = "学习反馈"
FEEDBACK_HINT = "本表不记名。请在□内打“√”，有具体意见请写明。"
FEEDBACK_QUESTIONS = (
    ("今天的内容听懂了吗？", "□都听懂了　□大部分听懂了　□有些没听懂，没听懂的是："),
    ("对手头的工作有帮助吗？", "□很有帮助　□有一些帮助　□帮助不大，因为："),
    ("下次想学什么、怎么学？", ""),
)

PROOF_SHEET = "审校单"
QUOTATIONS_HEADING = "一、引文核对"
NO_QUOTATIONS = "没有选段。"
NUMBER = "序号"
QUOTATION_COLUMNS = (NUMBER, "选段首尾", "出处", "核对结果")
NO_SOURCE = "没有出处，请补"
CHECKED = "□无误　□有误"
FINDINGS_HEADING = "二、校对提示"
FINDING_COLUMNS = ("程度", "位置", "提示", "处理")
NO_FINDINGS = "已按程序的校对规则查过，未见提示；人工核对仍不可少。"
NOT_CHECKED = "印出本单时未作校对。"
SETTLED = "□已改　□不改"
SILENCED = "按设置未检查的规则："
TO_CHECK_HEADING = "三、人工核对"
TO_CHECK_WHAT = "核对事项"
TO_CHECK_RESULT = "结果"
TO_CHECK = (
    "标题、封面、题头：单位名称、期号、日期无误",
    "人名、职务、排序：与原报逐字核对，不漏“副”“原”等字",
    "引文：与原报逐字对读，删节处用省略号标明",
    "固定提法、会议和文件名称：与权威文本核对",
    "数字、年份、计量单位：前后一致",
    "出处：报名、日期、版次齐全",
    "思考题：不泄露答案，不涉及个人隐私",
    "打印样：页码、表格、末页无误，复印后清晰",
)
SIGNED_OFF = "四、签字"
SIGNATURE_COLUMNS = ("分工", "签名", "日期", "意见")
SIGNATURE_HINTS = {
    Duty.WRITTEN: "自校",
    Duty.READ: "对读原报",
    Duty.ISSUED: "审定",
}
"""What each of the three who sign answers for."""


def section_number(numbering: Numbering, level: int, section: int, within: int) -> str:
    """What stands before a heading of the first or second level, as a preset numbers its sections:
    the number of the section, and that within it.
    """
    match numbering:
        case Numbering.NONE:
            return ""
        case Numbering.CHINESE:
            return f"{chinese_number(section)}、" if level == 1 else f"（{chinese_number(within)}）"
        case Numbering.ARABIC:
            return f"{section}. " if level == 1 else f"{section or 1}.{within} "
        case never:
            assert_never(never)


def note_mark(number: int) -> str:
    """What marks a note, from 1: ① to ⑳, then plain figures, as word processors count too."""
    return chr(ord("①") + number - 1) if number <= 20 else str(number)


def chinese_date(day: date) -> str:
    """A date as it stands in running text, in Arabic figures without leading zeros."""
    return f"{day.year}年{day.month}月{day.day}日"


_OWN_END = re.compile("(?:[？！…?!]|。(?=[”’」』]))[”’」』]*$")
"""Marks after which no other is set; one in brackets ends no sentence around them."""


def in_a_row(sentences: Iterable[str], between: str = "；") -> str:
    """What users wrote, one after the other with one mark between two: theirs if it asks or calls,
    or ends what somebody says. Empty ones are left out.
    """
    told = ""
    for sentence in filter(None, map(str.strip, sentences)):
        told = told.rstrip("。；，、;,")
        told += sentence if not told or _OWN_END.search(told) else between + sentence
    return told


def question_tag(kind: QuestionKind) -> str:
    """The kind of a question as printed before it."""
    return f"【{kind.value}】"


def intent_lead(minutes: int) -> str:
    """What stands before the intent of a question, with the minutes it is given, if any."""
    return f"【{minutes}{MINUTES}　意图】" if minutes else "【意图】"


def passage_label(number: int, of: int, label: str) -> str:
    """What stands over a passage: its number, where there are several, and the user's label."""
    head = PASSAGE + (chinese_number(number) if of > 1 else "")
    return f"{head}　{label}" if label else head


def same_source(label: str) -> str:
    """What stands under a passage of a text that was told under the one before."""
    return f"出处同{label}"


def blanks(words: Sequence[str]) -> str:
    """What the blanks of a passage stand for, counted where there are several."""
    if len(words) < 2:
        return "".join(words)
    return "　".join(f"（{number}）{each}" for number, each in enumerate(words, start=1))


def aloud(characters: int) -> str:
    """How long a passage takes to read. Several short ones are not a minute each."""
    short = characters < CHARACTERS_A_MINUTE
    return f"{characters}字，朗读{'不到1' if short else f'约{reading_minutes(characters)}'}分钟。"


def session_length(minutes: int) -> str:
    """How long the session is."""
    return f"本场共{minutes}分钟。"


def reading_load(passages: int, characters: int) -> str:
    """How much is read aloud."""
    return f"选段{passages}段，共{aloud(characters)}"


def discussion_load(questions: int, untimed: int, minutes: int) -> str:
    """How much is asked, how many of it without minutes; those apart where none has any. The
    agenda counts the minutes of steps, in which there is talk beside the questions.
    """
    told = f"思考题{questions}道"
    if not minutes:
        return f"{told}。"
    others = f"其中{untimed}道没有定时间，其余" if untimed else ""
    return f"{told}，{others}各题所列时间合计{minutes}分钟。"


def cut(number: int, kind: QuestionKind, minutes: int, saved: int) -> str:
    """A question to leave out, what that saves, and what was saved with those before."""
    told = question_name(number, kind)
    if minutes:
        told += f"，省{minutes}{MINUTES}"
    if saved > minutes:
        told += f"，共省{saved}{MINUTES}"
    return f"{told}。"


def head_count(expected: int) -> str:
    """The line that counts heads, filled in as far as it is known."""
    return HEAD_COUNT.replace("＿＿", f" {expected} ", 1) if expected else HEAD_COUNT


def packet_size(passages: int, characters: int, questions: int) -> str:
    """How much a packet holds."""
    return f"选段{passages}段{characters}字，思考题{questions}道"


def question_name(number: int, kind: QuestionKind) -> str:
    """A question as it is spoken of."""
    return f"第{number}题（{kind.value}）"
