"""Picking: what is chosen in an article goes into the current packet, where the user works."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from studydesk.domain import edits
from studydesk.domain.article import Article, Source
from studydesk.domain.packet import Item, Packet, PassageItem, Question
from studydesk.domain.passage import Blank, Omission, Passage, moved, reach
from studydesk.domain.placing import picking_place, place_after
from studydesk.domain.stretches import whole_sentences, with_what_follows
from studydesk.errors import StudyDeskError
from studydesk.library import Picked
from studydesk.services.citing import like_the_others
from studydesk.ui.current_packet import CurrentPacket
from studydesk.ui.words.item_kinds import label_of
from studydesk.ui.words.quotes import quoted


class Chosen(NamedTuple):
    """A stretch of the article that is being read."""

    article: Article
    source: Source
    start: int
    end: int

    @property
    def whole(self) -> tuple[int, int]:
        """The stretch with the sentences that it cuts made whole."""
        return whole_sentences(self.article.body, self.start, self.end)

    @property
    def cut(self) -> bool:
        """Whether it begins or ends within a sentence."""
        first, last = self.whole
        inner = self.article.body[self.start : self.end].strip()
        return bool(inner) and self.article.body[first:last] != inner


Stretches = list[tuple[int, int]]


def own_and_others(
    picked: Iterable[Picked], packet: Packet | None, body: str
) -> tuple[Stretches, Stretches]:
    """Where in an article this packet has passages, and where other packets have: those that its
    body has the text of.
    """
    own: Stretches = []
    others: Stretches = []
    for each in picked:
        if body[each.start : each.end] != each.text:
            continue
        is_own = packet is not None and each.packet_id == packet.id
        (own if is_own else others).append((each.start, each.end))
    return own, others


class Picking(QObject):
    """Adds passages and questions, and says in a sentence where each one went."""

    told = Signal(str, bool)
    """What was done, and whether the passage cuts a sentence that could be made whole."""
    found = Signal(str)
    """The item that the sentence is about."""
    item_requested = Signal(str)
    """Let this item be written."""
    new_packet_requested = Signal()
    failed = Signal(object)

    def __init__(self, current: CurrentPacket, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._current = current

    def passage(self, chosen: Chosen) -> Passage | None:
        """What is chosen as a passage, a subheading with what stands below it; None, and told
        why, where that is nothing.
        """
        stretch = with_what_follows(chosen.article, chosen.start, chosen.end)
        if stretch is None and not chosen.article.length:
            self.told.emit("这篇文章没有正文，不能选段。", False)
            return None
        if stretch is None:
            self.told.emit("小标题下面没有正文，不能单独作选段。", False)
            return None
        try:
            return Passage.pick(chosen.article, chosen.source, *stretch)
        except StudyDeskError as error:
            self.failed.emit(error)
            return None

    def add(self, chosen: Chosen) -> None:
        """Put the passage after the item where the user works; one that is there already is
        shown instead, and one that is there without its subheading is given it.
        """
        ready = self._ready(chosen)
        if ready is None:
            return
        passage, packet = ready
        known = _same(packet, passage) or _printing(packet, passage)
        bare = _below_heading(packet, passage)
        if known is None and bare is not None:
            shift = bare.passage.start - passage.start
            done = tuple(moved(each, shift) for each in bare.passage.operations)
            cited = replace(passage, citation=bare.passage.citation, operations=done)
            headed = replace(bare, passage=cited)
            self._current.edit("添上小标题", edits.change(packet, headed))
            self.told.emit(f"{label_of(packet, bare.id)}添上了小标题。", False)
            self.found.emit(bare.id)
        elif known is None:
            self._put("加入选段", packet, PassageItem(passage), chosen)
        else:
            self.told.emit(f"这一段已经在学习包里了：{label_of(packet, known.id)}。", False)
            self.found.emit(known.id)

    def add_and_ask(self, chosen: Chosen) -> None:
        """Add the passage, unless it is there, and a question after it and those that it has."""
        ready = self._ready(chosen)
        if ready is None:
            return
        passage, packet = ready
        known = _same(packet, passage) or _printing(packet, passage)
        known = known or _below_heading(packet, passage)
        question = Question("")
        if known is None:
            self._put("加入选段和提问", packet, PassageItem(passage), chosen, question)
        else:
            asked = _questions_after(packet, known)
            blank = next((item for item in asked if not item.text.strip()), None)
            if blank is None:
                at = edits.position(packet, asked[-1].id if asked else known.id) + 1
                self._current.edit("加入提问", edits.insert(packet, at, question))
            question = blank or question
            self._current.set_place(question.id)
            self.told.emit(f"提问加在{label_of(packet, known.id)}之后。", False)
            self.found.emit(question.id)
        self.item_requested.emit(question.id)

    def complete(self, chosen: Chosen) -> None:
        """Make the sentences of a passage whole that was picked as it is chosen now."""
        packet, whole = self._current.packet, Chosen(chosen.article, chosen.source, *chosen.whole)
        before, after = self.passage(chosen), self.passage(whole)
        known = _same(packet, before) if packet and before else None
        if not chosen.cut:
            self.told.emit("选的就是整句，不用再补。", False)
        elif packet and after and known and not known.passage.operations:
            self._current.edit("补到整句", edits.change(packet, replace(known, passage=after)))
            self.told.emit(f"{label_of(packet, known.id)}已补到整句。", False)
            self.found.emit(known.id)
        else:
            self.told.emit("已选到整句。", False)

    def _ready(self, chosen: Chosen) -> tuple[Passage, Packet] | None:
        """The passage and the packet it goes to, a new one where there is none."""
        passage = self.passage(chosen)
        if passage is None:
            return None
        if self._current.packet is None:
            self.new_packet_requested.emit()
        packet = self._current.packet
        return (like_the_others(packet, passage), packet) if packet is not None else None

    def _put(self, name: str, packet: Packet, passage: Item, chosen: Chosen, *more: Item) -> None:
        items, place = (passage, *more), picking_place(packet, self._current.place)
        at = place_after(packet, place, passage)
        after = edits.insert(packet, at, *items)
        self._current.edit(name, after)
        self._current.set_place(items[-1].id)
        in_between = place or at < len(packet.items)
        where = f"{label_of(after, after.items[at - 1].id)}之后" if in_between else "末尾"
        self.told.emit(f"已加到{quoted(packet.title)}的{where}。", chosen.cut)
        self.found.emit(passage.id)


def _same(packet: Packet, passage: Passage) -> PassageItem | None:
    """The item that holds the same stretch of the same article, whatever was done to it."""
    stretch = passage.start, passage.end
    items = _of_article(packet, passage)
    return next((i for i in items if (i.passage.start, i.passage.end) == stretch), None)


def _printing(packet: Packet, passage: Passage) -> PassageItem | None:
    """The item that holds these whole paragraphs and more, and prints all their words."""
    if passage.before[-1:] not in ("", "\n") or passage.after[:1] not in ("", "\n"):
        return None
    items = _of_article(packet, passage)
    return next((item for item in items if _prints(item.passage, passage)), None)


def _prints(known: Passage, passage: Passage) -> bool:
    """Whether all the words of a passage are printed where they stand in another."""
    start, end = passage.start - known.start, passage.end - known.start
    hidden = (reach(each) for each in known.operations if isinstance(each, Omission | Blank))
    seen = all(last <= start or end <= first for first, last in hidden)
    return seen and start >= 0 and known.text[start:end] == passage.text


def _below_heading(packet: Packet, passage: Passage) -> PassageItem | None:
    """The item that holds a passage but for the subheadings that it begins with, with the same
    words.
    """
    at = 0
    for head in passage.subheadings:
        at = head.end if not passage.text[at : head.start].strip() else at
    start = passage.end - len(passage.text[at:].lstrip())
    bare = (start, passage.end, passage.text[start - passage.start :]) if at else None
    items = _of_article(packet, passage)
    return next((i for i in items if _stretch(i.passage) == bare), None)


def _stretch(passage: Passage) -> tuple[int, int, str]:
    return passage.start, passage.end, passage.text


def _of_article(packet: Packet, passage: Passage) -> Iterator[PassageItem]:
    items = (item for item in packet.items if isinstance(item, PassageItem))
    return (item for item in items if item.passage.article_id == passage.article_id)


def _questions_after(packet: Packet, item: Item) -> list[Question]:
    """The questions that follow an item directly."""
    found: list[Question] = []
    for other in packet.items[edits.position(packet, item.id) + 1 :]:
        if not isinstance(other, Question):
            break
        found.append(other)
    return found
