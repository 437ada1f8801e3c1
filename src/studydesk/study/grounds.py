"""Where else a passage speaks of what a question is about, so that its key can say so."""

import re
from collections.abc import Sequence

from studydesk.study.find import Find
from studydesk.study.sentences import Sentence

_REASONS = re.compile(
    "因为|由于|否则|例如|比如|一家|有家|有的|某|调查|显示|原因|源于|结果|于是|这样|可见|如果|倘若|一旦|哪怕|毕竟|反而|却|前者|后者|两者"
)
_CONCLUDES = re.compile(
    "^(?:[^，。；]{0,8}，)?(?:这|可见|由此|足见|看来|数字|事实|数据|实践|它)?[^，。；]{0,6}(?:说明|可见|意味着|表明|反映|看出|足见|印证)"
)
"""What draws a conclusion from the figure before it."""
_FIGURES = re.compile("百分之|[一二三四五六七八九两半]成|[%％倍]")
_COMMON = re.compile(
    "职工|工会|我们|他们|自己|一个|这个|没有|不是|而是|可以|应当|工作|企业|他|的|了|是|在|不|一"
)


def ground(find: Find, parts: Sequence[Sentence]) -> Sentence | None:
    """The nearest sentence of its paragraph that gives a find its reason, or a figure its point:
    behind it first, then before it.
    """
    paragraph = [p for p in parts if p.paragraph == find.sentence.paragraph and p.whole]
    behind = [part for part in paragraph if part.start > find.sentence.start]
    before = [part for part in paragraph if part.start < find.sentence.start]
    for part in (*behind[:2], *reversed(before[-2:])):
        if not part.political and _gives(part, find):
            return part
    return None


def _gives(part: Sentence, find: Find) -> bool:
    if find.structure == "figure":
        follows = part.number == find.sentence.number + 1
        concludes = follows and _CONCLUDES.search(part.text) and "研究" not in part.text
        return bool(concludes) and not _FIGURES.search(part.text)
    return bool(_REASONS.search(part.text)) or _alike(find.words, part.text)


def _alike(words: str, text: str) -> bool:
    pairs = {words[at : at + 2] for at in range(len(words) - 1)}
    telling = (p for p in pairs if re.fullmatch("[\u4e00-\u9fff]{2}", p) and not _COMMON.search(p))
    return any(pair in text for pair in telling)
