"""What stands at the head and the foot of pages: a preset's words with the facts of a packet."""

import re
import unicodedata
from typing import NamedTuple

from studydesk.domain.packet import Packet
from studydesk.handout import wording
from studydesk.handout.model import Edition
from studydesk.handout.paragraphs import one_line
from studydesk.handout.style import MILLIMETRE, Preset, Role

FACTS = ("{题名}", "{单位}", "{日期}", "{版本}")
"""What a line at the head or foot may name of its packet."""

_BRACES = re.compile(r"\{[^{}]*\}?|\}")

_FOR_PAGE_NUMBER = 12.0
"""Characters of the line at the foot that a page number takes, with what is left beside it."""

_NARROW = 0.6
"""Em that a letter or figure takes at most, as a rule."""


class Edges(NamedTuple):
    """页眉; 双数页页眉, in its place on even pages; and what stands before the page number, on one
    line with it; and those of them that were cut short, as they are printed.
    """

    header: str
    header_even: str
    footer: str
    cut_short: tuple[str, ...]


def edges(packet: Packet, edition: Edition, preset: Preset) -> Edges:
    """What stands at the head and the foot of pages, a line each, cut short where the page is too
    narrow for it. Empty for nothing; the foot of the facilitator's pages always names them.
    """
    heads = [_filled(text, packet, edition) for text in (preset.header, preset.header_even)]
    head, head_even = (_fitted(text, preset, Role.HEADER, 0.0) for text in heads)
    whole = _filled(preset.footer, packet, edition)
    foot = _fitted(whole, preset, Role.FOOTER, _FOR_PAGE_NUMBER)
    if edition is Edition.FACILITATOR and edition.value not in foot:
        whole = "\u3000".join(filter(None, (edition.value, whole)))
        foot = _fitted(whole, preset, Role.FOOTER, _FOR_PAGE_NUMBER)
    pairs = zip((head, head_even, foot), (*heads, whole), strict=True)
    return Edges(head, head_even, foot, tuple(line for line, text in pairs if line != text))


def _filled(text: str, packet: Packet, edition: Edition) -> str:
    """The text with the facts that it names; where one is not known, nothing is left of it."""
    held_on = packet.session.held_on
    told = (
        one_line(packet.title),
        one_line(packet.session.unit),
        wording.chinese_date(held_on) if held_on else "",
        edition.value,
    )
    facts = dict(zip(FACTS, told, strict=True))
    return _BRACES.sub(lambda found: facts.get(found[0], found[0]), text).strip()


def unknown_fact(text: str) -> str:
    """The first thing in braces that is no fact, and so would be printed as it stands; else an
    empty string.
    """
    for name in FACTS:
        text = text.replace(name, "")
    found = _BRACES.search(text)
    return found[0] if found else ""


def _fitted(text: str, preset: Preset, role: Role, taken: float) -> str:
    room = preset.page.text_width * MILLIMETRE / preset.style(role).size - taken
    if sum(map(_width, text)) <= room:
        return text
    room -= 1.0  # for the mark of what is left out
    kept = 0
    while kept < len(text) and (room := room - _width(text[kept])) >= 0:
        kept += 1
    return f"{text[:kept].rstrip()}…" if kept else ""


def _width(character: str) -> float:
    return 1.0 if unicodedata.east_asian_width(character) in "WFA" else _NARROW
