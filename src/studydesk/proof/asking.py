"""What would make a question easier to answer honestly and hard to answer with a slogan.

Hints while a question is written: each names a reason and, where there is one, a better way to
ask. Nothing is ever changed or held back because of them.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from studydesk.domain.packet import QuestionKind
from studydesk.proof.questions import LONGEST_QUESTION, too_long, yes_or_no

_TWO_ASKS = re.compile(
    r"[？?][^？?]*[？?]"
    r"|(?:，|。|；)?(?:并且?|以及|同时)(?:请)?(?:说明|谈谈|提出|分析|如何|怎样|为什么|举例|结合|指出|思考|阐述|论述)"
)
_SLOGAN = re.compile(
    "谈谈你?的?(?:学习)?(?:体会|认识|感想|心得|看法)|如何进一步|(?:有何|有什么)(?:重大|重要|深远)?意义"
    "|怎样(?:全面|不断|进一步)(?:提升|提高|加强)|如何(?:认识|看待|理解).{0,8}(?:重要性|必要性)"
)
_PRIVATE = re.compile(
    "(?:工资|收入|奖金|存款|负债|房贷)(?:是|有)?多少|家庭(?:情况|矛盾|收入)|婚姻|生育|怀孕|病史|病情|信什么教|宗教信仰|籍贯|住址"
)
_BLAMES = re.compile("批评(?:谁|哪位|某)|谁(?:最差|最懒|不合格|拖后腿)|哪位领导|哪个领导|点名")
_OUT_OF_REACH = re.compile(
    "国家(?:应|该|要|如何|怎样)|政府(?:应|该|如何|怎样)|如何立法|全国(?:有|的数据)|统计数据|查阅|检索|国内外|宏观|GDP|顶层设计"
)
_POINTS = re.compile(
    "选段|选文|原文|文中|文章|作者|这段|这一段|这句|上文|第[一二三四五六七八九十\\d]+[段句]|上次"
)
_QUOTED = re.compile("“([^”]{2,})”")
_STARTS = re.compile("(?:请)?(?:结合实际|结合本职工作|大家)?[，：]?(?:谈谈|说说|思考)?")
_ASKS_WHETHER = re.compile("是否(?:应当|应该)?|应不应该|是不是|要不要|对不对|能不能|会不会")


@dataclass(frozen=True, slots=True)
class Hint:
    """One reason, by its rule, and a better way to ask; empty where there is no single one."""

    rule: str
    better: str = ""


def hints(
    text: str, kind: QuestionKind, passages: Sequence[str], *, repeated: bool = False
) -> tuple[Hint, ...]:
    """The hints for a question in a packet with passages of these texts; `repeated` when another
    question of the packet is asked in the same words.
    """
    if not text.strip():
        return ()
    found = [hint for look in _RULES for hint in look(text)]
    if repeated:
        found.append(Hint("same-stem"))
    found.extend(_anchors(text, kind, passages))
    return tuple(found)


def _long(text: str) -> Iterator[Hint]:
    if any(too_long(text)):
        first = re.split("[。？?；]", text[:LONGEST_QUESTION])[0]
        yield Hint("too-long", f"{first}？" if 6 < len(first) < LONGEST_QUESTION - 1 else "")


def _closed(text: str) -> Iterator[Hint]:
    if any(yes_or_no(text)) or (
        _ASKS_WHETHER.search(text) and not re.search("[哪什怎谁几]|为何", text)
    ):
        bare = re.sub("吗?[？?。]?\\s*$", "", _ASKS_WHETHER.sub("", _STARTS.sub("", text, count=1)))
        yield Hint("yes-or-no", f"{bare}，看得见的是哪一件事？" if bare else "")


def _double(text: str) -> Iterator[Hint]:
    match = _TWO_ASKS.search(re.sub("“[^”]*”", lambda m: "＿" * len(m[0]), text))
    if match:
        first = text[: match.start()].rstrip("，。；、")
        yield Hint("two-asks", f"{first}？" if len(first) > 5 else "")


def _slogan(text: str) -> Iterator[Hint]:
    if _SLOGAN.search(text):
        yield Hint("slogan", "文中哪一句，和我们班组最近的一件事对得上？")


def _private(text: str) -> Iterator[Hint]:
    if _PRIVATE.search(text):
        yield Hint("private", "工作上最近的一个难处是什么？愿意说多少说多少。")
    if _BLAMES.search(text):
        yield Hint("blames", "不说谁，只说哪道工序、哪件事？")


def _far(text: str) -> Iterator[Hint]:
    if _OUT_OF_REACH.search(text):
        yield Hint("out-of-reach", "这件事，在我们班组能做的一小步是什么？")


_RULES: tuple[Callable[[str], Iterator[Hint]], ...] = (
    _closed,
    _double,
    _long,
    _slogan,
    _private,
    _far,
)
"""The rules that look at a question alone; a new one is listed here."""


def _anchors(text: str, kind: QuestionKind, passages: Sequence[str]) -> Iterator[Hint]:
    """Whether a question holds on to words of a passage; those that end in deeds need not."""
    if not passages:
        return
    quoted = [_bare(words) for words in _QUOTED.findall(text)]
    if quoted and not any(words in _bare(passage) for words in quoted for passage in passages):
        yield Hint("quotes-nothing")
    elif not quoted and not _POINTS.search(text) and kind not in _NEED_NO_ANCHOR:
        yield Hint("no-anchor", f"文中说的“……”，{text.strip()}")


def _bare(text: str) -> str:
    """The text without quotation marks, which change inside others."""
    return re.sub("[“”‘’]", "", text)


_NEED_NO_ANCHOR = (QuestionKind.ACT, QuestionKind.REFLECT)
