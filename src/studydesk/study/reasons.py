"""Whether a text tells anything that can bear something out."""

import re

_BORNE_OUT = re.compile(
    "因为|由于|之所以|所以|自然|都会|往往|反而|比如|例如|譬如|有的|有些|一些|许多|不少|某|曾|起初|后来|原来|[了过]。|说：|\\d"
    "|[一二两三四五六七八九十百几]+(?:名|位|个|家|次|年|天|分|条|项|种|件|步|成|起|台|回|遍|类)"
)
"""Signs of a reason, an example or a figure."""


_MEANT = re.compile("才是|以后|将来|今后|未来|总有一天")
"""How an aphorism or an outlook is worded: what it means can be told, and nothing bears it out."""


def shown(words: str) -> dict[str, str]:
    """Whether words state what a text can show, or only mean something, for a frame to go by."""
    return {"meant" if _MEANT.search(words) else "evidence": "yes"}


def borne_out(told: str) -> bool:
    """Whether a text tells a reason, an example or a figure that can bear something out."""
    return bool(_BORNE_OUT.search(told))
