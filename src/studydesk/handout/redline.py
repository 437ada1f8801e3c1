"""花脸稿: two states of a packet as one text, with what was struck out and what was put in."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from studydesk.domain.comparison import Change, Pair, Piece, pair_items, pieces
from studydesk.domain.own_words import own_words
from studydesk.domain.packet import (
    Agenda,
    AnswerSpace,
    Item,
    Packet,
    PassageItem,
    Question,
    SectionHeading,
)
from studydesk.domain.vouching import Kept
from studydesk.handout.citation import prose
from studydesk.handout.paragraphs import one_line, printable
from studydesk.handout.wording import ITEM_NAMES, chinese_date

__all__ = ["Change", "Piece", "Redline", "RedlineItem", "counted", "folded", "redline"]

_FIELDS = {
    "label": "标题",
    "term": "名词",
    "definition": "解释",
    "origin": "来源",
    "intent": "意图",
    "expected": "要点",
    "follow_ups": "追问",
    "last": "上次那件事",
    "agreed": "会上定下",
}
"""What the fields are called that do not speak for themselves."""

_SPACES = {
    AnswerSpace.NONE: "不留作答处",
    AnswerSpace.LINES: "横线",
    AnswerSpace.BOX: "方框",
    AnswerSpace.THIRD: "三分之一页",
    AnswerSpace.HALF: "半页",
    AnswerSpace.PAGE: "整页",
}
_DEEDS = ("添", "删", "改", "移")
"""What is done to an item, in one word."""
_OPENING = 24
"""Characters that an item is told by of which no word was changed."""
_NAMED = 4
"""Items in a row that are named where they are as they were."""


@dataclass(frozen=True, slots=True)
class RedlineItem:
    """An item, or the facts of the packet: its name, what was done to it, its lines. One of which
    no word was changed has its first words only; nothing was done to one that is as it was.
    """

    name: str
    deed: str
    lines: tuple[tuple[Piece, ...], ...]


@dataclass(frozen=True, slots=True)
class Redline:
    """A comparison that can be read: `states` names the two, `summary` counts."""

    title: str
    states: str
    summary: str
    items: tuple[RedlineItem, ...]

    @property
    def is_empty(self) -> bool:
        """Whether the two states are alike."""
        return not any(item.deed for item in self.items)


def redline(before: Packet, after: Packet, old: str, new: str) -> Redline:
    """Compare two states of a packet; `old` and `new` are what they are called."""
    facts = _facts_item(before, after)
    items = tuple(_item(pair) for pair in pair_items(before.items, after.items))
    shown = (facts, *items) if facts.deed else items
    return Redline(one_line(after.title), f"{old} → {new}", counted(shown) or "两份完全一样", shown)


def folded(found: Redline) -> Iterator[RedlineItem | str]:
    """What there is to read of a comparison: the items that something was done to, and one
    sentence for all in a row that are as they were.
    """
    for changed, items in groupby(found.items, lambda item: bool(item.deed)):
        if changed:
            yield from items
            continue
        names = [item.name for item in items]
        named = "、".join(names[:_NAMED]) + ("……" if len(names) > _NAMED else "")
        yield f"{len(names)} 项未改：{named}"


def counted(items: Iterable[RedlineItem], told: Sequence[str] = _DEEDS) -> str:
    """How many items something was done to, each deed `told` in these words; empty for none."""
    deeds = [item.deed for item in items]
    return "，".join(
        f"{words} {sum(deed in done for done in deeds)} 项"
        for deed, words in zip(_DEEDS, told, strict=True)
        if any(deed in done for done in deeds)
    )


def _facts_item(before: Packet, after: Packet) -> RedlineItem:
    both = zip(_facts(before), _facts(after), strict=True)
    told = [pieces(one_line(old), one_line(new)) for old, new in both]
    changed = tuple(line for line in told if _is_changed(line))
    return RedlineItem("学习包", "改" if changed else "", changed)


def _facts(packet: Packet) -> Iterator[str]:
    session = packet.session
    yield f"题名：{packet.title}"
    yield f"单位：{session.unit}"
    yield f"日期：{_day(session.held_on)}"
    yield f"地点：{session.place}"
    yield f"主持人：{session.host}"
    yield f"时长：{session.minutes} 分钟"
    yield f"版式：{packet.preset}"
    parts = "、".join(packet.parts) if packet.parts is not None else "按版式"
    yield f"印的部分：{parts}"
    signed = (f"{one.duty.value} {one.name} {_day(one.on)}" for one in packet.signatures)
    yield f"签字：{'，'.join(signed)}"
    kept = (f"{_found(one)} {one.by}".strip() for one in packet.kept)
    yield f"保留的校对提示：{'，'.join(kept)}"
    yield f"不再提示的规则：{'、'.join(packet.silenced)}"


def _found(kept: Kept) -> str:
    """What was let stand: words, a citation of which parts are missing, or a passage, of which no
    more than a digest is kept.
    """
    return {"citation": "出处", "passage": "引文"}.get(kept.field, f"“{kept.found}”")


def _day(day: date | None) -> str:
    return chinese_date(day) if day else ""


def _item(pair: Pair) -> RedlineItem:
    old = _lines(pair.before) if pair.before else {}
    new = _lines(pair.after) if pair.after else {}
    item = pair.after or pair.before
    name = ITEM_NAMES[type(item)] if item else ""
    told = [pieces(old.get(field, ""), new.get(field, "")) for field in {**old, **new}]
    lines = tuple(line for line in told if line)
    if pair.after is None:
        return RedlineItem(name, "删", lines)
    if pair.before is None:
        return RedlineItem(name, "添", lines)
    changed = any(map(_is_changed, lines))
    deed = "、".join(word for word, so in (("移", pair.moved), ("改", changed)) if so)
    return RedlineItem(name, deed, lines if changed else _opening(lines))


def _is_changed(line: tuple[Piece, ...]) -> bool:
    return any(piece.change is not Change.SAME for piece in line)


def _opening(lines: tuple[tuple[Piece, ...], ...]) -> tuple[tuple[Piece, ...], ...]:
    text = " ".join("".join(piece.text for line in lines[:1] for piece in line).split())
    shown = text if len(text) <= _OPENING else f"{text[:_OPENING]}……"
    return ((Piece(shown),),) if shown else ()


def _lines(item: Item) -> dict[str, str]:
    """What of an item can be read on paper or on the screen, line by line, under the names of
    its fields.
    """
    match item:
        case PassageItem(passage=passage, label=label):
            lines = {"label": label, "passage": passage.printed, "from": prose(passage.citation)}
        case Agenda(steps=steps):
            told = (_step(step.activity, step.minutes, step.note) for step in steps)
            lines = {"steps": "\n".join(told)}
        case Question():
            lines = {words.field: words.text for words in own_words(item)}
            space = _SPACES[item.space]
            rows = f" {item.lines} 行" if item.space in (AnswerSpace.LINES, AnswerSpace.BOX) else ""
            lines["how"] = f"{item.kind.value}，{item.minutes} 分钟，{space}{rows}"
        case SectionHeading():
            lines = {"text": item.text, "level": f"{'一二'[item.level - 1]}级标题"}
        case _:
            lines = {words.field: words.text for words in own_words(item)}
    return {
        field: f"{_FIELDS[field]}：{text}" if field in _FIELDS else text
        for field, words in lines.items()
        if (text := "\n".join(map(printable, words.splitlines())).strip())
    }


def _step(activity: str, minutes: int, note: str) -> str:
    return f"{activity}　{minutes} 分钟" + (f"（{note}）" if note else "")
