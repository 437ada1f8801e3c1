"""Whether a text gives a reason for what it tells, near enough to be found by those who read."""

import re
from collections.abc import Sequence

from studydesk.study.sentences import Sentence, beside

_AIMED = re.compile(
    "(?:^|[，；：])(?:为了?(?![此止人何什期])|由于|因为|考虑到|鉴于|针对|怕)[^。；这那此其]*，[^，。；]{0,12}$"
)
"""What tells in the same sentence, before a deed, what it is done for or about, unless it points to
another: 为改变这种局面.
"""
_HENCE = re.compile("(?:为此|因此|于是|所以|针对(?:此|这)|鉴于此|正因(?:为|如)此)")
"""How a sentence goes on from the reason that the one before it gives."""
_BECAUSE = re.compile(
    "因为|由于|为的(?:就)?是|为了|免得|省得|以免|以便|以防|好让|这样一来|这样做|图的(?:就)?是|避免|防止"
    "|才(?:能|不会)|就不(?:会|用|必)|，(?:怕|让(?!人))"
)
"""What tells, behind a deed in its sentence, what it is done for or what it spares."""
_THEREBY = re.compile(
    "[^，。]{0,6}(?:因为|为的是|这样一来|这样做|这么做|之所以|原因|道理|目的|图的(?:就)?是|怕的)"
)
"""How the next sentence goes on to that."""


_BORNE_OUT = re.compile(
    "因为|由于|之所以|所以|自然|都会|往往|反而|比如|例如|譬如|有的|有些|一些|许多|不少|某|曾|起初|后来|原来|[了过]。|说：|\\d"
    "|[一二两三四五六七八九十百几]+(?:名|位|个|家|次|年|天|分|条|项|种|件|步|成|起|台|回|遍|类)"
)
"""Signs of a reason, an example or a figure."""


def borne_out(told: str) -> bool:
    """Whether a text tells a reason, an example or a figure that can bear something out."""
    return bool(_BORNE_OUT.search(told))


def reasoned(parts: Sequence[Sentence], at: int, low: int, high: int) -> bool:
    """Whether the paragraph says why of what stands at the characters low to high of the
    sentence at a place: in the same sentence, before it or right behind.
    """
    sentence, own = parts[at], beside(parts, at)
    before, behind = sentence.text[:low], sentence.text[high:].partition("；")[0]
    follows_on = sentence is not own[0] and bool(_HENCE.match(before))
    next_one = parts[at + 1].text if sentence is not own[-1] else ""
    told = _BECAUSE.search(behind) or _THEREBY.match(next_one)
    return bool(_AIMED.search(before) or told) or follows_on
