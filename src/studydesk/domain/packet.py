"""The packet: session facts and an ordered list of items, the document that a user builds."""

import re
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import ClassVar
from uuid import uuid4

from studydesk.domain.own_words import OwnField
from studydesk.domain.parts import Part
from studydesk.domain.passage import Passage
from studydesk.domain.vouching import Kept, Signature


def new_id() -> str:
    """A fresh key for a packet or an item, twelve hexadecimal digits."""
    return uuid4().hex[:12]


class QuestionKind(StrEnum):
    """The five kinds of discussion question, in the order of a session."""

    UNDERSTAND = "理解"
    ANALYSE = "分析"
    CONNECT = "联系实际"
    ACT = "行动建议"
    REFLECT = "反思"


class AnswerSpace(StrEnum):
    """What is printed under a question for writing."""

    NONE = "none"
    LINES = "lines"
    BOX = "box"
    THIRD = "third"
    HALF = "half"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class SectionHeading:
    """A heading inside the handout; level 1 or 2."""

    OWN: ClassVar[tuple[OwnField, ...]] = (OwnField("text", is_title=True, needed=True),)
    text: str
    level: int = 1
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class Goals:
    """学习目标: what participants can do afterwards, one goal on each line."""

    OWN: ClassVar[tuple[OwnField, ...]] = (OwnField("text", needed=True),)
    text: str
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class Guide:
    """导读: why this is read now and what to look for."""

    OWN: ClassVar[tuple[OwnField, ...]] = (OwnField("text", needed=True),)
    text: str
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class PassageItem:
    """选段: a passage with an optional label above it."""

    OWN: ClassVar[tuple[OwnField, ...]] = (OwnField("label", is_title=True),)
    passage: Passage
    label: str = ""
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class EditorNote:
    """按语: the editor's own words about a passage, set apart from it."""

    OWN: ClassVar[tuple[OwnField, ...]] = (OwnField("text", needed=True),)
    text: str
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class Term:
    """名词解释: a term, one or two sentences, and where they come from."""

    OWN: ClassVar[tuple[OwnField, ...]] = (
        OwnField("term", is_title=True, needed=True),
        OwnField("definition", needed=True),
        OwnField("origin"),
    )
    term: str
    definition: str
    origin: str = ""
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class Question:
    """思考题. Intent, expected points and follow-ups are for the facilitator only; `lines` is
    the answer space in ruled lines, `minutes` the time it is given.
    """

    OWN: ClassVar[tuple[OwnField, ...]] = (
        OwnField("text", needed=True),
        OwnField("intent", private=True),
        OwnField("expected", private=True),
        OwnField("follow_ups", private=True),
    )
    text: str
    kind: QuestionKind = QuestionKind.UNDERSTAND
    minutes: int = 0
    space: AnswerSpace = AnswerSpace.LINES
    lines: int = 4
    intent: str = ""
    expected: str = ""
    follow_ups: str = ""
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class AgendaStep:
    """One row of the agenda; `note` is for the facilitator only."""

    OWN: ClassVar[tuple[OwnField, ...]] = (OwnField("activity"), OwnField("note", private=True))
    activity: str
    minutes: int
    note: str = ""

    @property
    def is_talk(self) -> bool:
        """Whether it says that questions are talked about in it, or are written or reported on."""
        return bool(_TALK.search(self.activity))


_TALK = re.compile(
    "讨论|研讨|分享|辩论|谈一?谈|(?<![会协倡决])议(?![程题])|发言|交流|思考|(?<![听取放])汇报(?!片)|问答|互动"
    "|(?<![填抄])写(?!记录|感想|明|好|名|到)"
)


@dataclass(frozen=True, slots=True)
class Agenda:
    """议程: steps whose minutes add up to the session's length."""

    OWN: ClassVar[tuple[OwnField, ...]] = (OwnField("steps"),)
    steps: tuple[AgendaStep, ...]
    id: str = field(default_factory=new_id)

    @property
    def minutes(self) -> int:
        """The sum of all steps."""
        return sum(step.minutes for step in self.steps)


@dataclass(frozen=True, slots=True)
class Action:
    """我的一件事: the box in which a participant writes what, by when, with whose help. `last` is
    what was agreed the time before and is asked about, `agreed` what this session agreed on,
    which is noted when it was held.
    """

    OWN: ClassVar[tuple[OwnField, ...]] = (
        OwnField("prompt"),
        OwnField("last"),
        OwnField("agreed", private=True),
    )
    prompt: str = ""
    last: str = ""
    agreed: str = ""
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class FurtherReading:
    """延伸阅读: what to read next, one work on each line."""

    OWN: ClassVar[tuple[OwnField, ...]] = (OwnField("text", needed=True),)
    text: str
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class FacilitatorNote:
    """主持人提示: never printed in the participants' edition."""

    OWN: ClassVar[tuple[OwnField, ...]] = (OwnField("text", needed=True, private=True),)
    text: str
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class PageBreak:
    """分页: what follows begins on a new page."""

    OWN: ClassVar[tuple[OwnField, ...]] = ()
    id: str = field(default_factory=new_id)


Item = (
    SectionHeading
    | Goals
    | Guide
    | PassageItem
    | EditorNote
    | Term
    | Question
    | Agenda
    | Action
    | FurtherReading
    | FacilitatorNote
    | PageBreak
)

ITEM_KINDS: dict[str, type[Item]] = {
    "heading": SectionHeading,
    "goals": Goals,
    "guide": Guide,
    "passage": PassageItem,
    "editor-note": EditorNote,
    "term": Term,
    "question": Question,
    "agenda": Agenda,
    "action": Action,
    "further-reading": FurtherReading,
    "facilitator-note": FacilitatorNote,
    "page-break": PageBreak,
}
"""Every item kind under the name it is stored by; a new kind is listed here. `OWN` of each says
which of its fields hold the author's own words, and who reads them.
"""


@dataclass(frozen=True, slots=True)
class Session:
    """The facts of the meeting that a packet is for; unknown parts are empty. Minutes."""

    unit: str = ""
    held_on: date | None = None
    place: str = ""
    host: str = ""
    minutes: int = 60


@dataclass(frozen=True, slots=True)
class Packet:
    """学习包: what a user builds and what every handout is made from. `parts` are those that are
    printed, or None for those that the preset prints; `tightness` is by how many steps spaces
    and lines are drawn in to save a page, 0 for not at all. `kept` is what proofreading found and
    somebody let stand, `silenced` the proof rules that are not asked, by id.
    """

    title: str
    session: Session = Session()
    items: tuple[Item, ...] = ()
    preset: str = "普通讲义"
    parts: tuple[Part, ...] | None = None
    tightness: int = 0
    kept: tuple[Kept, ...] = ()
    silenced: tuple[str, ...] = ()
    signatures: tuple[Signature, ...] = ()
    id: str = field(default_factory=new_id)

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The passages in order."""
        return tuple(item.passage for item in self.items if isinstance(item, PassageItem))

    @property
    def agendas(self) -> tuple[Agenda, ...]:
        """The agendas in order; most packets have one."""
        return tuple(item for item in self.items if isinstance(item, Agenda))

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions in order."""
        return tuple(item for item in self.items if isinstance(item, Question))
