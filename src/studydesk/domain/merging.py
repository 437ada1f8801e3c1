"""Two states of a packet made one: nothing of either is lost, and mine stays as it is."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from studydesk.domain import edits, passage_names, question_names
from studydesk.domain.naming import Order, order_of, renumbered
from studydesk.domain.own_words import own_words
from studydesk.domain.packet import Item, Packet, PassageItem, Session, new_id
from studydesk.domain.passage import Passage
from studydesk.domain.passage_names import GONE, as_quoted
from studydesk.domain.vouching import Kept


def merge(mine: Packet, theirs: Packet) -> Packet:
    """My state of a packet with what theirs has besides. An item that only they have goes behind
    the one that it is behind there; one that differs goes, as an item of its own, behind mine.
    What names a passage or a question by its number goes on to name it, mine and theirs. Facts
    that I left empty are filled in; what they let stand is let stand in items that say what theirs
    say, where I said nothing of it. What I signed stays signed, as it was then. Merging the same
    again changes nothing.
    """
    (mine_of, questions), my_ids = _same(mine, theirs), {item.id for item in mine.items}
    session = _filled(mine.session, theirs.session)
    is_same_head = (mine.title, session) == (theirs.title, theirs.session)
    now = {**mine_of, **({"": ""} if is_same_head else {})}
    items, came, last = list(mine.items), set[str](), ""
    for item in theirs.items:
        if item.id in mine_of:
            last = mine_of[item.id]
            continue
        differs = item.id in my_ids
        behind = item.id if differs else last
        added = replace(item, id=new_id()) if differs else item
        at = next((at + 1 for at, other in enumerate(items) if other.id == behind), 0)
        items.insert(at, added)
        came.add(added.id)
        last = now[item.id] = added.id
    merged = replace(mine, session=session, items=tuple(items))
    if came:
        merged = _numbered(merged, came, mine, theirs, {**now, **questions})
    return replace(merged, kept=_kept(mine, theirs, now))


def _numbered(
    merged: Packet, came: Collection[str], mine: Packet, theirs: Packet, now: Mapping[str, str]
) -> Packet:
    """The packet where every item names what it named where it comes from. The number of a passage
    that named none there names none here; that of a question stays as it was written.
    """
    there, read = order_of(merged), _read(mine, theirs)
    mine_was, theirs_order = order_of(mine), order_of(theirs)
    theirs_was = Order(*([now[item_id] for item_id in ids] for ids in theirs_order))

    def told(item: Item) -> Item:
        was = theirs_was if item.id in came else mine_was
        beyond = [""] * (len(there.passages) - len(was.passages))
        return renumbered(item, was._replace(passages=[*was.passages, *beyond]), there, read)

    return replace(merged, items=tuple(map(told, merged.items)))


def _read(mine: Packet, theirs: Packet) -> Collection[str]:
    return as_quoted((*mine.passages, *theirs.passages))


def _kept(mine: Packet, theirs: Packet, now: Mapping[str, str]) -> tuple[Kept, ...]:
    """What either let stand; mine where both say something of the same, and theirs of what says
    the same here, by the ids that it has `now`: nobody answers for words that he never saw.
    """
    came = (replace(k, item_id=now[k.item_id]) for k in theirs.kept if k.item_id in now)
    merged = replace(mine, kept=())
    for kept in (*came, *mine.kept):
        merged = edits.keep(merged, kept)
    return merged.kept if set(merged.kept) != set(mine.kept) else mine.kept


def _same(mine: Packet, theirs: Packet) -> tuple[dict[str, str], dict[str, str]]:
    """Which of my items says what one of theirs says, by its id, each of mine for one of theirs;
    and which of my questions each of theirs is: that with its id, else that which says the same.
    """
    mine_ids = {question.id for question in mine.questions}
    known = {each.id: each.id for each in theirs.questions if each.id in mine_ids}
    while True:
        same = _matched(mine, theirs, known)
        found = {each.id: same[each.id] for each in theirs.questions if each.id in same}
        if found.keys() <= known.keys():
            return same, known
        known = found | known


def _matched(mine: Packet, theirs: Packet, known: Mapping[str, str]) -> dict[str, str]:
    """Which of my items says what one of theirs says, where these questions of theirs are mine."""
    read = _read(mine, theirs)
    my_ids = [question.id for question in mine.questions]
    their_ids = [known.get(question.id, question.id) for question in theirs.questions]
    both = set(known.values())
    my_names = {item.id: _named(item, my_ids, read) for item in mine.items}
    their_names = {item.id: _named(item, their_ids, read) for item in theirs.items}
    same: dict[str, str] = {}
    for meant, own in ((_ends, 1), (_all, 1), (_nothing, 1), (_all, 0), (_nothing, 0)):
        left: dict[Item, list[str]] = {}
        for item_id, words in _words(mine, read, partial(meant, my_ids, both)):
            if item_id not in same.values():
                left.setdefault(words, []).append(item_id)
        for item_id, words in _words(theirs, read, partial(meant, their_ids, both)):
            ids = [one for one in left.get(words, []) if one == item_id or not own]
            if meant is _nothing:
                ids = [one for one in ids if _agree(my_names[one], their_names[item_id])]
            if item_id not in same and ids:
                same[item_id] = item_id if item_id in ids else ids[0]
                left[words].remove(same[item_id])
    return same


class _Named(NamedTuple):
    """What a name names, how it is written, and whether it names what is still to come."""

    meant: str
    text: str
    is_ahead: bool


def _named(item: Item, ids: Sequence[str], read: Collection[str]) -> list[_Named]:
    return [
        _Named(_ends(ids, set(), name), name.text, name.highest > len(ids))
        for words in own_words(item)
        for name in question_names.names(words.text, read)
    ]


def _agree(mine: Sequence[_Named], theirs: Sequence[_Named]) -> bool:
    """Whether all names mean the same, or are written so where one is ahead of its questions."""
    return len(mine) == len(theirs) and all(
        my.meant == their.meant or ((my.is_ahead or their.is_ahead) and my.text == their.text)
        for my, their in zip(mine, theirs, strict=True)
    )


def _nothing(_ids: Sequence[str], _both: AbstractSet[str], _name: question_names.Name) -> str:
    return ""


def _ends(ids: Sequence[str], _both: AbstractSet[str], name: question_names.Name) -> str:
    """What a name names, whatever came in among it."""
    if name.highest > len(ids):
        return name.text

    def meant(part: question_names.Part) -> str:
        return part.joint.join(sorted({ids[part.numbers[0] - 1], ids[part.numbers[-1] - 1]}))

    return name.told(meant)


def _all(ids: Sequence[str], both: AbstractSet[str], name: question_names.Name) -> str:
    """What a name names, in whatever order, and of what came in among it what we both have."""
    if name.highest > len(ids):
        return name.text
    named = set[str]()
    for part in name.parts:
        meant = [ids[number - 1] for number in part.numbers]
        named |= {meant[0], meant[-1], *(both & set(meant))}
    return f"{sorted(named)}{GONE * name.text.count(GONE)}"


def _words(
    packet: Packet, read: Collection[str], meant: Callable[[question_names.Name], str]
) -> Iterator[tuple[str, Item]]:
    """The items of a packet, each behind its id, without what tells them from copies of them:
    their ids, where their passages stand, and by which numbers they name passages and questions.
    """
    passages = [repr(_bare(item)) for item in passage_names.numbered(packet)]

    def passage_meant(name: passage_names.Name) -> str:
        there = 0 < name.number <= len(passages)
        return f"{name.written.isdecimal()}{passages[name.number - 1]}" if there else GONE

    for item in packet.items:
        words = question_names.renamed(item, meant, read)
        words = passage_names.renamed(words, passage_meant, read)
        if isinstance(words, PassageItem):
            words = replace(words, passage=_bare(words))
        yield item.id, replace(words, id="")


def _bare(item: PassageItem) -> Passage:
    """The passage of an item, wherever it stands in an article."""
    return replace(item.passage, article_id="", start=0, end=0, before="", after="")


def _filled(mine: Session, theirs: Session) -> Session:
    return replace(
        mine,
        unit=mine.unit or theirs.unit,
        held_on=mine.held_on or theirs.held_on,
        place=mine.place or theirs.place,
        host=mine.host or theirs.host,
    )
