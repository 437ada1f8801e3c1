"""How a news report opens, and who reports: 本报讯（记者 王敏 通讯员 李伟）.

The words stay in the paragraph as they are printed; the names in them are the authors'.
"""

import re

from studydesk.domain.surnames import COMPOUND_SURNAMES, NOT_NAMES, SURNAMES

HAN = "\u4e00-\u9fff\u3400-\u4dbf"
# Papers, agencies and sites that send a report.
SENDER = (
    "据?(?:本报|本刊|本网|本台|新华社|新华网|中新社|人民网|中工网"
    f"|[{HAN}]{{2,6}}(?:日报|晚报|午报|早报|晨报|工人报|青年报|法治报|客户端)[{HAN}—]{{0,4}})"
)
# A line may end inside of these.
WRITERS, RANKS = (
    "|".join(r"\s*".join(word) for word in words.split())
    for words in ("记者 通讯员 评论员 撰稿人 撰稿 实习生", "特约 见习 实习 首席 全媒体 融媒体")
)
STAFF = f"(?:本报|本刊|本网|新华社|中新社)?(?:驻[{HAN}]{{1,4}}|{RANKS}|\\s)*(?:{WRITERS})|{RANKS}"
NAMES = f"[{HAN}]{{2,3}}(?:[ \u3000、]+[{HAN}]{{2,3}}){{0,2}}|[{HAN}][ \u3000]+[{HAN}]"
REPORT = re.compile(
    f"{SENDER}[^（）()。，！？]{{0,20}}?(?:讯|电|消息)\\s*(?P<open>[（(])\\s*"
    f"(?P<by>(?:{STAFF})[^（）()。！？]{{2,60}}?|{NAMES})(?P<close>\\s*[）)])"
)
# The same on one line, the dateline without the bracket and the bracket without the dateline: a
# space behind the one and inside the other is meant.
DATELINE_SPACE = re.compile(
    f"^(?P<line>\\s*(?:{SENDER}[^（）()。，！？\\s]{{0,20}}?(?:讯|电|消息)|[{HAN}]{{2,4}}讯))"
    "[ \u3000]+(?=\\S)"
)
BRACKET = re.compile(
    f"(?P<open>[（(])[ \u3000]{{0,4}}(?P<by>(?:{STAFF})[ \u3000]{{1,8}}[{HAN}、 \u3000]{{2,40}}?)"
    "[ \u3000]{0,4}(?P<close>[）)])"
)
STAFF_WORD = re.compile(STAFF)
# What the bracket says besides, of who took the pictures.
BESIDES = frozenset({"文", "图", "摄", "文/图", "图/文", "摄影", "报道", "摄影报道", "综合"})
PARTS = re.compile(r"[\s、，,；;：:]+")
NAME = re.compile(f"[{HAN}]{{2,4}}|[{HAN}]+(?:[·•][{HAN}]+)+")
LINE_BREAK = re.compile(r"(?P<before>\S*)[ \t\u3000]*[\r\n]+[ \t\u3000]*(?P<after>\S*)")
SHORT = 1


def reporters(text: str) -> tuple[str, ...]:
    """The names in the dateline that a paragraph opens with, or none."""
    found = REPORT.match(text)
    if not found:
        return ()
    by = close_reporters(found["by"])
    words = PARTS.split(STAFF_WORD.sub(" ", by))
    if not STAFF_WORD.search(by):
        if not all(map(_begins_like_name, words)):
            return ()
        words = [word for word in words if word not in NOT_NAMES]
    return tuple(word for word in words if word not in BESIDES and NAME.fullmatch(word))


def _begins_like_name(word: str) -> bool:
    """Whether a word without a post before it could be a name: no 下篇."""
    return word[:1] in SURNAMES or (len(word) > 2 and word[:2] in COMPOUND_SURNAMES)


def keep_spaces(line: str, *, first: bool) -> str:
    """A line with a tab for the space behind a dateline, if it is the first, and for those inside
    the brackets that name who reports.
    """
    if first:
        line = DATELINE_SPACE.sub(lambda found: found["line"] + "\t", line)
    return BRACKET.sub(
        lambda found: (
            found["open"] + close_reporters(found["by"]).replace(" ", "\t") + found["close"]
        ),
        line,
    )


def close_reporters(printed: str) -> str:
    """The words of the bracket with one space between them: letterspaced names are closed up, and
    so is a name or a word that the end of a line cuts in two.
    """
    words: list[str] = []
    for word in LINE_BREAK.sub(_over_line_end, printed).split():
        if len(word) == 1 and words and len(words[-1]) == 1:
            words[-1] += word
        else:
            words.append(word)
    return " ".join(words)


def _over_line_end(found: re.Match[str]) -> str:
    before, after = found["before"], found["after"]
    last = STAFF_WORD.split(before)[-1]
    first = STAFF_WORD.split(after)[0]
    over = STAFF_WORD.search(before[-3:] + after[:3])
    cut_word = over is not None and over.start() < len(before[-3:]) < over.end()
    cut_name = min(len(last), len(first)) == SHORT
    return before + ("" if cut_word or cut_name else " ") + after
