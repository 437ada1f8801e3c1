"""What the window calls each kind of item, how a new one begins, and its line in the outline."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from studydesk.domain.article import count_characters
from studydesk.domain.packet import (
    Action,
    Agenda,
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
    SectionHeading,
    Term,
)
from studydesk.domain.passage_names import chinese_number
from studydesk.handout.presets import PRESETS, preset_for
from studydesk.handout.style import Numbering, Preset
from studydesk.handout.wording import ITEM_NAMES, in_a_row, section_number


@dataclass(frozen=True, slots=True)
class ItemKind:
    """How one kind of item is named, begun and summed up; a kind without `make` is picked from
    an article. `copied` are its words for the clipboard, where the summary is not enough, and
    `measure` is said of an item in place of the purpose of its kind.
    """

    name: str
    purpose: str
    summary: Callable[[Any], str]
    make: Callable[[], Item] | None = None
    copied: Callable[[Any], str] | None = None
    measure: Callable[[Any], str] | None = None


KINDS: Mapping[type[Item], ItemKind] = {
    SectionHeading: ItemKind(
        ITEM_NAMES[SectionHeading],
        "把讲义分成几个部分",
        lambda item: item.text,
        lambda: SectionHeading(""),
    ),
    Goals: ItemKind(ITEM_NAMES[Goals], "学完能做到什么", lambda item: item.text, lambda: Goals("")),
    Guide: ItemKind(
        ITEM_NAMES[Guide], "为什么学、留意什么", lambda item: item.text, lambda: Guide("")
    ),
    PassageItem: ItemKind(
        ITEM_NAMES[PassageItem],
        "到“选材”里从文章中摘取",
        lambda item: item.label or item.passage.printed,
        copied=lambda item: item.passage.printed,
        measure=lambda item: f"{count_characters(item.passage.printed)} 字",
    ),
    EditorNote: ItemKind(
        ITEM_NAMES[EditorNote], "编者自己的话", lambda item: item.text, lambda: EditorNote("")
    ),
    Term: ItemKind(
        ITEM_NAMES[Term], "一个名词，一两句话", lambda item: item.term, lambda: Term("", "")
    ),
    Question: ItemKind(
        ITEM_NAMES[Question],
        "讨论的题目，可留作答处",
        lambda item: f"{item.kind.value} · {item.text}" if item.text else item.kind.value,
        lambda: Question(""),
    ),
    Agenda: ItemKind(
        ITEM_NAMES[Agenda],
        "每一步用几分钟",
        lambda item: in_a_row((step.activity for step in item.steps), "、"),
        lambda: Agenda(()),
    ),
    Action: ItemKind(
        ITEM_NAMES[Action], "做什么、何时做、请谁帮", lambda item: item.prompt, Action
    ),
    FurtherReading: ItemKind(
        ITEM_NAMES[FurtherReading],
        "接下来可以读什么",
        lambda item: item.text,
        lambda: FurtherReading(""),
    ),
    FacilitatorNote: ItemKind(
        ITEM_NAMES[FacilitatorNote],
        "只印在主持人版",
        lambda item: item.text,
        lambda: FacilitatorNote(""),
    ),
    PageBreak: ItemKind(ITEM_NAMES[PageBreak], "后面另起一页", lambda _item: "", PageBreak),
}
"""Every item kind; a new one is listed here."""


def minutes_of(item: Item) -> int:
    """The minutes that an item shows in the outline; 0 for none."""
    return item.minutes if isinstance(item, Question | Agenda) else 0


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the outline: an item with its number and depth."""

    item: Item
    label: str
    summary: str
    minutes: int
    depth: int

    @property
    def id(self) -> str:
        """The item's id."""
        return self.item.id

    @property
    def line(self) -> str:
        """Number or name and summary, as one line of words."""
        return "　".join(part for part in (self.label.strip(), self.summary) if part)

    @property
    def heading(self) -> bool:
        """Whether the line is a section heading."""
        return isinstance(self.item, SectionHeading)


class _Numbers:
    """Counts items as the handout does: what would print nothing has no number."""

    def __init__(self, packet: Packet, numbering: Numbering) -> None:
        self._numbering = numbering
        self._several = len(packet.passages) > 1
        self._sections = self._subsections = self._passages = self._questions = 0

    def label(self, item: Item) -> str:
        """The item's name with its number."""
        match item:
            case SectionHeading(text=text, level=1) if text.strip():
                self._sections, self._subsections = self._sections + 1, 0
                return section_number(self._numbering, 1, self._sections, 0)
            case SectionHeading(text=text) if text.strip():
                self._subsections += 1
                return section_number(self._numbering, 2, self._sections, self._subsections)
            case PassageItem() if self._several:
                self._passages += 1
                return f"选段{chinese_number(self._passages)}"
            case Question(text=text) if text.strip():
                self._questions += 1
                return f"思考题{self._questions}"
            case _:
                return KINDS[type(item)].name


def entries(packet: Packet, presets: Mapping[str, Preset] = PRESETS) -> Iterator[Entry]:
    """The packet's items as outline lines, numbered as its preset, one of these, prints them."""
    numbers = _Numbers(packet, preset_for(packet.preset, presets).numbering)
    depth = 0
    for item in packet.items:
        here = depth
        if isinstance(item, SectionHeading):
            here, depth = item.level - 1, item.level
        summary = " ".join(KINDS[type(item)].summary(item)[:120].split())
        yield Entry(item, numbers.label(item), summary, minutes_of(item), here)


def labels(packet: Packet) -> dict[str, str]:
    """The name of every item with its number, such as 选段二, by id."""
    numbers = _Numbers(packet, Numbering.NONE)
    return {
        item.id: KINDS[type(item)].name if isinstance(item, SectionHeading) else numbers.label(item)
        for item in packet.items
    }


def label_of(packet: Packet, item_id: str) -> str:
    """The name of one item with its number; empty where the packet has no such item."""
    return labels(packet).get(item_id, "")


def opening(item: Item) -> str:
    """The words by which an item is found on its page."""
    match item:
        case Agenda(steps=(first, *_)):
            return first.activity
        case Question():
            return item.text
        case Term():
            return f"{item.term}：{item.definition}"
        case _:
            return KINDS[type(item)].summary(item)


def words_of(item: Item) -> str:
    """The words of an item for other programs."""
    kind = KINDS[type(item)]
    return (kind.copied or kind.summary)(item)
