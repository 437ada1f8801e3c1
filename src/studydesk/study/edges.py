"""Whether words are cut out of their text where a question can quote them: with a head of their own
and whole to their end, and not as 难以评上高级工 or 范律师建议.
"""

import re

from studydesk.study.find import Find

_PAIRS = (("“", "”"), ("‘", "’"), ("（", "）"), ("《", "》"))
_CLAUSES = {
    *("balance", "claim", "closing", "contrast", "figure", "minded", "opening"),
    *("outcome", "provision", "then-now", "view"),
}
"""What is quoted as a clause; anything else goes by a name, or is said of a whole list."""
_BESIDE = 40
"""Characters on either side that tell how words are joined to their text."""
_STOPS = "，。；：！？、—“”‘’（）《》\n \u3000"
_JOINED = re.compile(
    "(?:第?[一二三四五六七八九十]+[是要，、]|其[一二三四五六]|首先|其次|再次|最后|所以|因此|可见|但是?|然而|其实|同时|于是|而|可|先|再"
    "|工会(?:组织|干部)?(?:要|应[当该]?|需要?|可以?)?|应[当该]?|需要?|[还也就更要是它]|进一步|充分|主动|积极|着力|不断|切实|在于|比如|例如|原来|(?<=[，。；])(?:发现|说明|意味着|表明|证明))$"
)
"""What may stand right before quoted words without being quoted with them."""
_HANDLED = re.compile("[把将]")
"""How a deed begins, whoever does it."""
_HALF = re.compile(
    "难以|因为|由于|固然|诚然|但|却|而(?!立|今)|也(?!许|有(?!所|了))|则|大都|大多|都(?!市)|均(?![线匀])|于是|因此|从而|进而|并(?!非)"
    "|[一-龥]{2}后(?:压缩|减少|下降|上升|降|升|提高|增|缩短|达)"
)
"""How words begin that have their subject, or their other half, before them."""
_GOVERNED = re.compile("(?:明确|规定|约定|提出|指出|强调|认为|表示)(?![的了])")
"""What says who lays something down, before what is laid down."""
_GRANTED = re.compile("(?:固然|诚然|虽然?(?![^，]*然)|尽管|即便|即使)[^，]*(?P<rest>.*)")
_TAKEN_BACK = re.compile("但|却|可|仍|也|还|不")
_SPEAKS = re.compile("(?:提醒|提示|叮嘱|建议|表示|认为|坦言|介绍|指出|直言|说)$")
"""How somebody's words come in, which are not quoted."""
_NUMERALS = "[两二三四五六七八九十]"
_UNNAMED = re.compile(
    f"{_NUMERALS}[者道项](?![工手])|[^，]{{1,8}}(?<![了忘冷退推])却"
    f"|.*(?:[的把将]{_NUMERALS}[者道项条点个种处]$|(?<![一-龥]{{4}})有{_NUMERALS}$|[把将]{_NUMERALS}者|(?:认为|表示|指出)$)"
)
"""What begins or ends with a count of something, a turn or a speaker that only the text beside it
names: 下调的三道, 理由有三, 立案率却, 法院认为.
"""


def whole(find: Find, text: str) -> bool:
    """Whether what was found in a text can be quoted by itself, and nothing lacks its half."""
    words, before = find.words, text[max(0, find.start - _BESIDE) : find.start]
    behind = text[find.end : find.end + _BESIDE]
    if any(words.count(one) != words.count(other) for one, other in _PAIRS):
        return False
    if find.structure in _CLAUSES and not _bounded(words, before, behind):
        return False
    if find.structure not in _CLAUSES | {"announced", "case", "row"}:
        return True
    if find.structure != "announced" and _UNNAMED.match(words):
        return False
    granted = _GRANTED.search(words)
    open_ended = granted and not _TAKEN_BACK.search(granted["rest"])
    cut = _HALF.match(words) or _GOVERNED.match(words)
    speaks = _SPEAKS.search(words) and behind[:1] in ("，", "：") and find.structure in _CLAUSES
    return not (open_ended or cut or speaks)


def _bounded(words: str, before: str, behind: str) -> bool:
    """Whether a clause begins and ends where one does in its text, and a question with its mark."""
    begins = not before or before[-1] in _STOPS or _JOINED.search(before) or _HANDLED.match(words)
    ends = not behind or behind[0] in _STOPS or words[-1] in _STOPS
    asked = behind[:1] == "？" and not words.endswith("？")
    return bool(begins and ends) and not asked
