"""Sessions one after another: what the last one agreed on, and all that were held in a year."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from studydesk.domain.packet import Action, Packet
from studydesk.errors import StudyDeskError
from studydesk.files import write_file
from studydesk.handout.citation import prose
from studydesk.handout.wording import in_a_row
from studydesk.library import Library, PacketSummary
from studydesk.services.spreadsheet import table

COLUMNS = (
    *("日期", "题名", "单位", "地点", "主持人", "时长（分钟）"),
    *("学习内容", "选段", "思考题", "议定事项"),
)
"""The columns of the list of sessions, as an archive asks for them."""
_USUAL = ("unit", "place", "host")
_USUAL_KEY = "usual facts"
"""Under this a library remembers for whom its sessions are: by these names what was typed last."""


@dataclass(frozen=True, slots=True)
class LastTime:
    """What the session before agreed on, in words that a box can ask about; `noted` where
    somebody wrote it down.
    """

    title: str
    held_on: date
    words: str
    noted: bool


@dataclass(frozen=True, slots=True)
class Held:
    """A session that was held: its packet's facts, what was read, and what was agreed."""

    packet: Packet
    held_on: date
    read: tuple[str, ...]
    agreed: tuple[str, ...]

    @property
    def cells(self) -> tuple[str, ...]:
        """What stands in the columns."""
        session = self.packet.session
        return (
            self.held_on.isoformat(),
            self.packet.title,
            session.unit,
            session.place,
            session.host,
            str(session.minutes),
            in_a_row(self.read),
            str(len(self.packet.passages)),
            str(len(self.packet.questions)),
            in_a_row(self.agreed),
        )


def last_time(library: Library, packet: Packet, today: date) -> LastTime | None:
    """What the session of the same unit before a packet's agreed on; None where there was none
    or it had no 我的一件事. A packet without a date is taken for the next one.
    """
    day = packet.session.held_on or date.max
    for summary, held_on in _held_until(library, min(day, today)):
        if summary.id == packet.id or held_on == day:
            continue
        other = library.packet(summary.id)
        if not _is_same_unit(packet, other):
            continue
        actions = [item for item in other.items if isinstance(item, Action)]
        if actions:
            agreed = _agreed(other)
            said = in_a_row(agreed) or f"{held_on.month}月{held_on.day}日学习时定的事"
            return LastTime(other.title, held_on, said, noted=bool(agreed))
    return None


def _is_same_unit(one: Packet, other: Packet) -> bool:
    units = {one.session.unit.strip(), other.session.unit.strip()} - {""}
    return len(units) < 2


def _held_until(library: Library, day: date) -> list[tuple[PacketSummary, date]]:
    """The packets of sessions until a day, the last first."""
    held = [(one, one.held_on) for one in library.packets() if one.held_on and one.held_on <= day]
    return sorted(held, key=lambda pair: pair[1], reverse=True)


def sessions(library: Library, today: date) -> tuple[Held, ...]:
    """The sessions that were held until today, the last first."""
    return tuple(
        Held(packet, on, _read(packet), _agreed(packet))
        for summary, on in _held_until(library, today)
        for packet in (library.packet(summary.id),)
    )


def _read(packet: Packet) -> tuple[str, ...]:
    """The articles that a packet quotes, with where they were published, each once."""
    told = (prose(passage.citation) or "（没有出处）" for passage in packet.passages)
    return tuple(dict.fromkeys(told))


def _agreed(packet: Packet) -> tuple[str, ...]:
    actions = (item.agreed for item in packet.items if isinstance(item, Action))
    return tuple(" ".join(words.split()) for words in actions if words.strip())


def write_sessions(held: tuple[Held, ...], path: Path) -> int:
    """Write sessions as CSV for the archive, the first of them first; how many. Raises DiskFull
    or FileUnwritable.
    """
    write_file(path, table((COLUMNS, *(one.cells for one in reversed(held)))))
    return len(held)


def with_last_time(library: Library, packet: Packet, today: date) -> Packet:
    """The packet with what the session before agreed on in its 我的一件事, where that was written
    down and is asked nowhere yet.
    """
    last = last_time(library, packet, today)
    if last is None or not last.noted:
        return packet
    return replace(
        packet,
        items=tuple(
            replace(item, last=last.words) if isinstance(item, Action) and not item.last else item
            for item in packet.items
        ),
    )


def keep_usual_facts(library: Library, typed: Mapping[str, str]) -> None:
    """Remember what somebody typed here for whom a session is, by the names of these facts: unit,
    place and host. An empty one is none from now on.
    """
    facts = {name: typed[name].strip() for name in _USUAL if name in typed}
    with suppress(StudyDeskError):  # the next packet begins without
        library.amend(_USUAL_KEY, dict[str, str](), lambda kept: kept | facts)


def with_usual_facts(library: Library, packet: Packet) -> Packet:
    """A packet with the unit, the place and the facilitator that were typed last, where it names
    none. Packets of others, as the sample, have no say; and what cannot be read keeps no packet
    from being begun.
    """
    kept: dict[str, str] = {}
    with suppress(StudyDeskError):
        kept = library.recall(_USUAL_KEY, kept)
    session = packet.session

    def fact(name: str) -> str:
        return str(getattr(session, name)).strip() or kept.get(name, "")

    return replace(
        packet,
        session=replace(session, unit=fact("unit"), place=fact("place"), host=fact("host")),
    )
