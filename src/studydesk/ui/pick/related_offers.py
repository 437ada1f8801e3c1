"""Paragraphs of other articles that a text is related to, as offers to add them as passages."""

import re
from collections.abc import Sequence

from studydesk.domain.packet import PassageItem
from studydesk.domain.passage import Passage
from studydesk.library import Library, Related
from studydesk.ui.offer_panel import Offer
from studydesk.ui.short_words import JOINER

GROUP = "相关段落"
NOTHING = "资料库里别的文章没有这样说，也没有说到这件事的段落。"
"""What is said where there are none."""

_SHOWN = 64
"""Characters of a paragraph in the list."""
_LEAD = 16
"""Characters shown before the first phrase that is shared."""
_PHRASES, _OF_THEM = 3, 42
"""Phrases that are told, and characters of them all."""
_CLAUSE = re.compile("[，、；：][^，、；：]*$")
"""The last clause that was begun, and the sign before it."""


def related_offers(
    library: Library, text: str, article_id: str, had: Sequence[Passage] = ()
) -> Sequence[Offer]:
    """The paragraphs that other articles have of a text, or on what it speaks of, without those
    that are among the passages one has. Not for the interface thread.
    """
    found = []
    for one, passage in library.related_passages(text, article_id):
        if any(p.article_id == one.article_id and _overlap(p, one) for p in had):
            continue
        tag = "原话" if one.verbatim else "相关"
        where = f"《{one.title}》" if one.title else "没有题名的一篇"
        printed = f"　{one.source}" if one.source else ""
        text = f"{_opening(one)}　——{JOINER}{where}"
        found.append(Offer(tag, text, f"共同的话：{_phrases(one)}{printed}", PassageItem(passage)))
    return tuple(found)


def _overlap(passage: Passage, one: Related) -> bool:
    return passage.start < one.end and one.start < passage.end


def _opening(one: Related) -> str:
    """The paragraph from a little before the first phrase on."""
    start = max(0, one.shared[0][0] - _LEAD) if len(one.text) > _SHOWN else 0
    end = start + _SHOWN
    dots = "……"
    return f"{dots if start else ''}{one.text[start:end]}{dots if end < len(one.text) else ''}"


def _phrases(one: Related) -> str:
    """The longest phrases that both have, each once, in the order of the text."""
    phrases = dict.fromkeys(one.text[start:end] for start, end in one.shared)
    longest = sorted(phrases, key=len, reverse=True)[:_PHRASES]
    room = _OF_THEM // len(longest)
    return "、".join(f"“{_short(phrase, room)}”" for phrase in phrases if phrase in longest)


def _short(phrase: str, room: int) -> str:
    """A phrase that is too long ends with a clause, where it has a sign for that."""
    if len(phrase) <= room:
        return phrase
    begun = phrase[: room - 1]
    return f"{_CLAUSE.sub('', begun) or begun}…"
