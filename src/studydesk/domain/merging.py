"""Two states of a packet made one: nothing of either is lost, and mine stays as it is."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from studydesk.domain import edits, question_names
from studydesk.domain.naming import Order, order_of, renumbered
from studydesk.domain.packet import Item, Packet, PassageItem, Question, Session, new_id
from studydesk.domain.passage import Passage
from studydesk.domain.passage_names import (
    GONE,
    Name,
    as_quoted,
    numbered,
    renamed,
)
from studydesk.domain.vouching import Kept


def merge(mine: Packet, theirs: Packet) -> Packet:
    """My state of a packet with what theirs has besides. An item that only they have goes behind
    the one that it is behind there; one that differs goes, as an item of its own, behind mine.
    What names a passage by its number goes on to name it, mine and theirs. Facts that I left empty
    are filled in; what they let stand is let stand in items that say what theirs say, where I said
    nothing of it. What I signed stays signed, as it was then. Merging the same again changes
    nothing.
    """
    mine_of, my_ids = _same(mine, theirs), {item.id for item in mine.items}
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
        merged = _numbered(merged, came, mine, theirs, now)
        doubles = _doubles(merged, came, my_ids.difference(mine_of.values()))
        merged = edits.remove(merged, doubles) if doubles else merged
        now = {there: doubles.get(here, here) for there, here in now.items()}
    return replace(merged, kept=_kept(mine, theirs, now))


def _doubles(merged: Packet, came: Collection[str], free: Collection[str]) -> dict[str, str]:
    """What came and reads, now that all is numbered, as one of mine that was none of theirs: its id
    and that of mine. Passages and questions are numbered themselves and told apart before.
    """
    left: dict[Item, list[str]] = {}
    for item in merged.items:
        if item.id in free and not isinstance(item, PassageItem | Question):
            left.setdefault(replace(item, id=""), []).append(item.id)
    doubles = {}
    for item in merged.items:
        if item.id in came and (alike := left.get(replace(item, id=""))):
            doubles[item.id] = alike.pop(0)
    return doubles


def _numbered(
    merged: Packet, came: Collection[str], mine: Packet, theirs: Packet, now: Mapping[str, str]
) -> Packet:
    """The packet where every item names what it named where it comes from. The number of a passage
    that named none there names none here; that of a question stays as it was written.
    """
    there, read, mine_was = order_of(merged), _read(mine, theirs), order_of(mine)
    theirs_was = Order(*([now[item_id] for item_id in ids] for ids in order_of(theirs)))

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


def _same(mine: Packet, theirs: Packet) -> dict[str, str]:
    """Which of my items says what one of theirs says, by its id; each of mine for one of theirs,
    that with its own id first.
    """
    read = _read(mine, theirs)
    both = {item.id for item in mine.items} & {item.id for item in theirs.items}
    my_words, their_words = (tuple(_words(packet, read, both)) for packet in (mine, theirs))
    left: dict[Item, list[str]] = {}
    for item, words in zip(mine.items, my_words, strict=True):
        left.setdefault(words, []).append(item.id)
    same: dict[str, str] = {}
    for item, words in zip(theirs.items, their_words, strict=True):
        if item.id in (ids := left.get(words, [])):
            ids.remove(item.id)
            same[item.id] = item.id
    for item, words in zip(theirs.items, their_words, strict=True):
        if item.id not in same and (ids := left.get(words, [])):
            same[item.id] = ids.pop(0)
    return same


def _words(packet: Packet, read: Collection[str], both: Collection[str]) -> Iterator[Item]:
    """The items of a packet without what tells them from copies of them: their ids, where their
    passages stand, and by which numbers they name passages and questions. `both` are the ids that
    both packets have.
    """
    passages = [repr(_bare(item)) for item in numbered(packet)]
    questions = [each.id if each.id in both else each.text for each in packet.questions]

    def asked(name: question_names.Name) -> str:
        """From which question to which: one that came in between is among them."""
        if name.highest > len(questions):
            return name.text
        return name.told(lambda p: f"{questions[p.numbers[0] - 1]}{questions[p.numbers[-1] - 1]}")

    def meant(name: Name) -> str:
        there = 0 < name.number <= len(passages)
        return f"{name.written.isdecimal()}{passages[name.number - 1]}" if there else GONE

    for item in packet.items:
        words = renamed(question_names.renamed(item, asked, read), meant, read)
        if isinstance(words, PassageItem):
            words = replace(words, passage=_bare(words))
        yield replace(words, id="")


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
