"""Buttons of an electronic page: they stand side by side on lines of their own, in its head, and
between a title and its names, where the whole page was copied as one line.
"""

import re
from collections.abc import Iterator

from studydesk.domain.article import Span
from studydesk.sources.recovery.rows import begins_line, ends_line
from studydesk.sources.recovery.sites import ARROW

# Words of which two side by side stand in no sentence, with the signs that sites set beside them.
SURE = re.compile(
    f"{ARROW}?[上下前后]一[版页篇期]{ARROW}?|(?:放大|缩小|默认)[-+－＋—oO○]?|朗读|全文复制|返?回(?:目录|首页|顶部)"
)
BESIDE = "打印(?:本页)?|收藏|分享|关闭|评论|纠错"
BUTTON = f"(?:{SURE.pattern}|{BESIDE})"
GAP = "(?:[ \t\u3000]*[|｜][ \t\u3000]*|[ \t\u3000]+)"
ROW = re.compile(f"(?<!\\S){BUTTON}(?:{GAP}{BUTTON})+(?!\\S)(?!\\s*[，。；、！？])")
# What only a button has; a table has its words between bars, a title may begin with two of them.
SIGN = re.compile("[-+－＋—oO○]$|^[<«‹＜←◀]|[>»›＞→▶]$")
FEWEST = 2


def are_controls(printed: str) -> bool:
    """Whether a stretch is a row of buttons."""
    return ROW.fullmatch(printed) is not None


def controls_in(raw: str) -> Iterator[Span]:
    """Where the rows of buttons of a page are: two of them at least are of sites alone. Among words
    on a line they are three, lead both ways or have the signs of buttons.
    """
    for found in ROW.finditer(raw):
        words = re.split(GAP, found[0])
        if sum(bool(SURE.fullmatch(word)) for word in words) < FEWEST:
            continue
        if raw[max(0, found.start() - 2) : found.start()].endswith(("|", "| ", "\t")):
            continue  # cells of a table
        ways = all(way in found[0] for way in ("上一", "下一"))
        sure = ways or len(words) > FEWEST or any(map(SIGN.search, words))
        if sure or (begins_line(raw, found.start()) and ends_line(raw, found.end())):
            yield Span(*found.span())
