"""What would make a question easier to answer honestly and hard to answer with a slogan.

Hints while a question is written: each names a reason and, where there is one, a better way to
ask. Nothing is ever changed or held back because of them.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from studydesk.domain.packet import Packet, QuestionKind
from studydesk.proof.questions import LONGEST_QUESTION, too_long, yes_or_no
from studydesk.proof.quoted import nearest, stands_in, words_of_others

_TWO_ASKS = re.compile(
    r"[？?][^？?]*[？?]"
    r"|(?:，|。|；)?(?:并且?|以及|同时)(?:请)?(?:说明|谈谈|提出|分析|如何|怎样|为什么|举例|结合|指出|思考|阐述|论述)"
)
_SLOGAN = re.compile(
    "谈谈你?的?(?:学习)?(?:体会|认识|感想|心得|看法)|如何进一步|(?:有何|有什么)(?:重大|重要|深远)?意义"
    "|谈(?:谈|一谈)?(?:你|自己)?的?(?:认识|体会|感想|收获)|有(?:什么|何|哪些)(?:启示|收获|体会|感想|启发)"
    "|(?:如何|怎样)(?:贯彻|落实|做好|抓好|搞好)|怎样(?:全面|不断|进一步)(?:提升|提高|加强)|如何(?:认识|看待|理解).{0,8}(?:重要性|必要性)"
)
_PRIVATE = re.compile(
    "(?:工资|收入|奖金|存款|负债|房贷)(?:是|有)?多少|家庭(?:情况|矛盾|收入)|婚姻|生育|怀孕|病史|病情|家里?(?:的)?(?:收入|几口)|[你您]有没有(?:孩子|对象|爱人)|信什么教|宗教信仰|籍贯|住址"
)
_BLAMES = re.compile(
    "批评(?:谁|哪位|某)|谁(?:最差|最懒|不合格|拖后腿)|哪位领导|哪个领导|点名"
    "|(?:主任|班长|组长|书记|经理|领导|厂长|老板|主席)(?:平时|这次)?(?:做得|干得|当得|表现)"
)
_OUT_OF_REACH = re.compile(
    "国家(?:应|该|要|如何|怎样)|政府(?:应|该|如何|怎样)|如何立法|全国(?:有|的数据)|统计数据|查阅|检索|国内外|宏观|GDP|顶层设计"
)
_POINTS = re.compile(
    "选段|选文|原文|原句|原话|文中|文里|文末|文章|本文|全文|课文|报道|材料|作者|记者|段话|段落|读过的|听到的|念到"
    "|[这那哪一二两三四五几]一?[段篇句](?!话?时间)|上文|上述|前文|后文|开头|结尾|首句|末句|标题|题目|小标题"
    "|第[一二三四五六七八九十\\d]+[段句]|[画划]线|加点|着重|上次"
)
_STRONG_ASK = re.compile("为什么|为何|是什么|有什么|怎么|怎样|如何|哪些|是谁|在哪")
_ANY_ASK = re.compile("什么|哪|怎|如何|谁|为何|多少|几[个条件天]")
_TO_WRITE = re.compile("(?:请|并)?(?:各|都)?(?:写下|定下|记下|说清|写清)")
_EVERYWHERE = re.compile(
    "我们|班组|职工|工会|工人|产业|企业|单位|工作|学习|同志|干部|领导|人民|群众|发展"
)
"""Words of so many articles that they point to none."""
_QUOTED = re.compile("“([^”]{2,})”")
_STARTS = re.compile("(?:请)?(?:结合实际|结合本职工作|大家)?[，：]?(?:谈谈|说说|思考)?")
_ASKS_WHETHER = re.compile(
    "(?!时不时|动不动(?!得))(?P<either>[一-龥])[不没](?P=either)|是否(?:应当|应该)?|应不应该"
)


@dataclass(frozen=True, slots=True)
class Hint:
    """One reason, by its rule, and a better way to ask; empty where there is no single one."""

    rule: str
    better: str = ""


def hints(
    text: str,
    kind: QuestionKind,
    passages: Sequence[str],
    *,
    titles: Sequence[str] = (),
    repeated: bool = False,
    same_words: bool = False,
) -> tuple[Hint, ...]:
    """The hints for a question in a packet with passages of these texts, from articles with these
    titles; `repeated` when another question of the packet is asked in the same words, and
    `same_words` when another of its kind quotes what it quotes.
    """
    if not text.strip():
        return ()
    found = [hint for look in _RULES for hint in look(text)]
    if repeated:
        found.append(Hint("same-stem"))
    if same_words:
        found.append(Hint("same-words"))
    found.extend(_anchors(text, kind, passages, titles))
    return tuple(found)


def _long(text: str) -> Iterator[Hint]:
    if any(too_long(text)):
        first = re.split("[。？?；]", text[:LONGEST_QUESTION])[0]
        yield Hint("too-long", f"{first}？" if 6 < len(first) < LONGEST_QUESTION - 1 else "")


def _closed(text: str) -> Iterator[Hint]:
    own = _QUOTED.sub("", text)  # what it quotes, it does not ask
    if any(yes_or_no(own)) or (
        _ASKS_WHETHER.search(own) and not re.search("[哪什怎谁几]|为何", own)
    ):
        bare = re.sub("吗?[？?。]?\\s*$", "", _ASKS_WHETHER.sub("", _STARTS.sub("", text, count=1)))
        yield Hint("yes-or-no", f"{bare}，看得见的是哪一件事？" if bare else "")


def _asks(text: str) -> int:
    """How many things a text asks; what is to be written down is one."""
    count = 0
    for sentence in re.split("[？?。]", text):
        parts = [_asks_in(part) for part in re.split("[，；;]", sentence)]
        count += min(1, sum(parts)) if _TO_WRITE.match(sentence) else sum(parts)
    return count


def _asks_in(part: str) -> int:
    """How many things are asked between two commas; 怎么教、怎么带 or 哪些人、哪些事 is one."""
    asked = {found[0] for each in part.split("、") if (found := _STRONG_ASK.search(each))}
    return max(len(asked), bool(_ANY_ASK.search(part)))


def _double(text: str) -> Iterator[Hint]:
    own = re.sub("“[^”]*”", lambda m: "＿" * len(m[0]), text)
    match = _TWO_ASKS.search(own)
    if _asks(own) > _MOST_ASKS:
        first = re.split("[？?。，；、]", text)[0]
        yield Hint("three-asks", f"{first}？" if _ANY_ASK.search(first) and len(first) > 5 else "")
    elif match:
        first = text[: match.start()].rstrip("，。；、")
        yield Hint("two-asks", f"{first}？" if len(first) > 5 else "")


def _slogan(text: str) -> Iterator[Hint]:
    if _SLOGAN.search(text):
        yield Hint("slogan", "文中哪一句，和我们班组最近的一件事对得上？")


def _private(text: str) -> Iterator[Hint]:
    if _PRIVATE.search(_QUOTED.sub("", text)):  # what a passage says of it may be asked about
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


def _anchors(
    text: str, kind: QuestionKind, passages: Sequence[str], titles: Sequence[str]
) -> Iterator[Hint]:
    """Whether a question holds on to words of a passage, as it has them; those that end in deeds
    need not.
    """
    if not passages:
        return
    quoted = _QUOTED.findall(text)
    missing = [words for words in quoted if not any(_has(passage, words) for passage in passages)]
    looked_up = [text[start:end] for start, end in words_of_others(text)]
    meant = (nearest(words, each) for words in missing if words in looked_up for each in passages)
    points = _POINTS.search(text) or any(title in text for title in titles if len(title) >= _RUN)
    if otherwise := next(filter(None, meant), ""):
        yield Hint("quotes-otherwise", f"“{otherwise.translate(_INSIDE)}”")
    elif quoted and len(missing) == len(quoted):
        yield Hint("quotes-nothing")
    elif not (quoted or points or kind in _NEED_NO_ANCHOR or _shares(text, passages)):
        yield Hint("no-anchor", f"文中说的“……”，{text.strip()}")


def quoting_nothing(packet: Packet) -> Iterator[tuple[str, str, str]]:
    """A question that quotes, and nothing of it from a passage; what is looked up as a quotation
    anyway, and a blank between quotation marks, is left to other rules.
    """
    passages = [passage.text for passage in packet.passages]
    for question in packet.questions:
        quoted = _QUOTED.findall(question.text)
        others = words_of_others(question.text) or any("〔" in words for words in quoted)
        found = any(_has(passage, words) for passage in passages for words in quoted)
        if quoted and passages and not others and not found:
            yield question.id, "text", "”“".join(quoted)


def _has(passage: str, words: str) -> bool:
    return stands_in(words, passage) or _bare(words) in _bare(passage)


def _shares(text: str, passages: Sequence[str]) -> bool:
    """Whether a question has words of a passage, without quotation marks, that few others have."""
    runs = (
        part[at : at + _RUN]
        for part in re.findall("[\u4e00-\u9fff]+", _EVERYWHERE.sub("，", text))
        for at in range(len(part) - _RUN + 1)
    )
    return any(run in passage for run in runs for passage in passages)


_RUN = 4
"""Characters in a row by which a question holds on to a passage."""
_MOST_ASKS = 2
_INSIDE = str.maketrans("“”", "‘’")
"""Marks of a quotation inside another one."""


def _bare(text: str) -> str:
    """The text without quotation marks, which change inside others."""
    return re.sub("[“”‘’]", "", text)


_NEED_NO_ANCHOR = (QuestionKind.ACT, QuestionKind.REFLECT)
