"""A packet with every kind of item, as a trainer would fill it in."""

from datetime import date

import pytest

from studydesk.domain.packet import (
    Action,
    Agenda,
    AgendaStep,
    AnswerSpace,
    EditorNote,
    FacilitatorNote,
    FurtherReading,
    Goals,
    Guide,
    Item,
    Packet,
    PageBreak,
    PassageItem,
    Question,
    QuestionKind,
    SectionHeading,
    Session,
    Term,
)
from studydesk.domain.passage import Citation, Passage

TEXT = "技术迭代加速，技能更新滞后。\n工会要当好桥梁纽带。"


@pytest.fixture
def citation() -> Citation:
    return Citation("让技能跟上设备", ("苏文帅",), "工人日报", date(2025, 11, 3), "7")


@pytest.fixture
def passage(citation: Citation) -> Passage:
    return Passage("s-1", 0, len(TEXT), TEXT, citation=citation)


@pytest.fixture
def items(passage: Passage) -> tuple[Item, ...]:
    return (
        Goals("说出技能断层指什么\n定下一件能做的事", id="goals"),
        Agenda((AgendaStep("领读", 10, "念慢一点"), AgendaStep("讨论", 50)), id="agenda"),
        SectionHeading("为什么读", id="why"),
        Guide("新设备来了。\n老手艺够用吗？", id="guide"),
        SectionHeading("选读", level=2, id="part"),
        PassageItem(passage, "技能断层", id="passage"),
        EditorNote("断层指新旧接不上。", id="note"),
        Term("产改", "产业工人队伍建设改革。", "工人日报", id="term"),
        PageBreak(id="break"),
        Question(
            "文中指的是什么？",
            QuestionKind.UNDERSTAND,
            minutes=6,
            intent="先读准",
            expected="设备与技能",
            follow_ups="哪一句？",
            id="first",
        ),
        FacilitatorNote("先请老师傅说。", id="hint"),
        Question("谁牵头、哪天完成？", QuestionKind.ACT, space=AnswerSpace.BOX, id="second"),
        Action("写一件下周能做的事。", id="action"),
        FurtherReading("王敏《工匠精神的时代价值》", id="further"),
    )


@pytest.fixture
def packet(items: tuple[Item, ...]) -> Packet:
    session = Session("总装车间工会", date(2025, 11, 21), "三楼会议室", "张建国", 60)
    return Packet("让技能跟上设备", session, items)
