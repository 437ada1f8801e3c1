"""One small editor for every kind of item, listed in one table."""

from collections.abc import Callable, Mapping

from studydesk.domain.packet import (
    Action,
    Agenda,
    AnswerSpace,
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
from studydesk.ui.arrange.editors.advice import Advice
from studydesk.ui.arrange.editors.agenda import AgendaEditor
from studydesk.ui.arrange.editors.base import (
    Choice,
    FormEditor,
    ItemEditor,
    LongText,
    Number,
    ShortText,
)
from studydesk.ui.arrange.editors.page_break import PageBreakEditor
from studydesk.ui.arrange.editors.passage import PassageEditor

_SPACES: dict[str, object] = {
    "不留": AnswerSpace.NONE,
    "横线": AnswerSpace.LINES,
    "方框": AnswerSpace.BOX,
    "三分之一页": AnswerSpace.THIRD,
    "半页": AnswerSpace.HALF,
    "整页": AnswerSpace.PAGE,
}


def _question() -> FormEditor:
    return FormEditor(
        (
            LongText("text", "题目", "一题问一件事，最好引用选段里的话"),
            Choice("kind", "题型", {kind.value: kind for kind in QuestionKind}),
            Number("minutes", "时间", "分钟", 0, 240),
            Choice("space", "作答处", _SPACES),
            Number("lines", "作答行数", "行", 1, 30),
        ),
        (
            LongText("intent", "意图", "为什么问这一题", 2),
            LongText("expected", "要点", "好的回答会提到什么", 2),
            LongText("follow_ups", "追问", "冷场或跑题时接着问什么", 2),
        ),
        advice=Advice(),
    )


EDITORS: Mapping[type[Item], Callable[[], ItemEditor]] = {
    SectionHeading: lambda: FormEditor(
        (
            ShortText("text", "标题", "如：一、学原文"),
            Choice("level", "层次", {"一级": 1, "二级": 2}),
        )
    ),
    Goals: lambda: FormEditor(
        (LongText("text", "目标", "一行一条，共两三条：学完能说出、能做到什么", 4),),
        hint="印出来每条自动编号。",
    ),
    Guide: lambda: FormEditor(
        (LongText("text", "导读", "为什么现在学，读的时候留意什么；80 到 150 字为宜", 6),)
    ),
    PassageItem: PassageEditor,
    EditorNote: lambda: FormEditor(
        (LongText("text", "按语", "编者自己的话，印出来与原文分开", 5),)
    ),
    Term: lambda: FormEditor(
        (
            ShortText("term", "名词"),
            LongText("definition", "解释", "一两句话，30 到 60 字", 3),
            ShortText("origin", "来源", "这个说法出自哪里"),
        )
    ),
    Question: _question,
    Agenda: AgendaEditor,
    Action: lambda: FormEditor(
        (
            LongText("prompt", "引导语", "如：学完这一课，我打算做的一件事", 2),
            LongText("last", "上次那件事", "上次定的事，印出来问做到没有；可不填", 2),
        ),
        (LongText("agreed", "会上定下", "开完会记一笔：谁、何时、做什么；进台账，下次会问起", 2),),
        hint="讲义上印一个框，由学员写：做什么、什么时候做、请谁帮。",
    ),
    FurtherReading: lambda: FormEditor(
        (LongText("text", "篇目", "一行一种，如：作者《题名》，《报名》年月日第几版", 4),)
    ),
    FacilitatorNote: lambda: FormEditor(
        (LongText("text", "提示", "开场白、转场、超时怎么删……", 5),)
    ),
    PageBreak: PageBreakEditor,
}
"""The editor of every item kind; a new kind is listed here."""
