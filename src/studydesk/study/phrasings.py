"""Turns of phrase that can be asked about: changes, what the text asks and answers, what
people named themselves, a document's words, a leader's.
"""

import re
from collections.abc import Iterator, Sequence

from studydesk.study.find import Find, within
from studydesk.study.practices import condemned
from studydesk.study.sentences import Sentence, clauses, political, quotable
from studydesk.study.vocabulary import any_of

_SHIFT = re.compile(
    r"(?:从|由)(?P<a>[^，。；、]{2,14}?)(?:转向|转变为|转为|迈向|跃升为|走向|向)(?P<b>[^，。；]{2,18}?)(?:转变(?=[，。；的])|(?=[，。；]))"
)
_TURN = re.compile(
    r"(?:从|由|把|变)?“[^“”]{2,10}”(?:到|变为|变成|转为|转变为|转换为|转化为|转向|走向|迈向)“[^“”]{2,10}”"
)
_NO_NAME = re.compile(
    "十[四五]|[型式性化级器双军制]$|约束$|一带一路|卡脖子|重男轻女|失灵|之手$|治$|需要|问题|为什么|怎么|职业|精神$|经验$|光荣|伟大|创造|[家派雁军兵者度率工]$|先锋"
    "|[不没无别你我他]|承诺|关系|学校|大学|(?:工匠|职工|工人|能手|标兵|带头人|骨干|师)$"
)
_NAME = re.compile(r"“([\u4e00-\u9fff]{3,8})”")
_LONGEST = 28
_UNCLEAR = re.compile("[他她它我你其此]|[这那][一些种个样]|由.*申请")
_AT_WORK = re.compile(
    "骑手|司机|快递员|职工|工会|班组|工人|工友|师傅|徒弟|一线|车间|劳动者|培训|技能"
)
_MADE = re.compile(
    "(?:设立|开展|推行|建立|推出|试行|实行|创办|办起|开设|开通)(?:了|起)?(?:[^，。；“”不没]{0,4}[个项套张间])?$"
)
_LEADER = re.compile("习近平总书记[^，。“]{0,40}(?:指出|强调|要求)(?=[，：、“]|要)")
_DOCUMENT = re.compile(
    "《([^》]{2,28}(?:意见|建议|方案|规划|纲要|办法|条例|法|决定|通知|规定|计划|要点))》"
    "[^，。；关准]{0,6}(?:提出|明确|要求|指出|规定|强调)"
)
_MEASURE = re.compile(any_of("measure"))
_PATTERNS = (
    ("shift", _SHIFT, 3.0),
    ("turn", _TURN, 2.9),
)


def _open(parts: Sequence[Sentence]) -> Iterator[Sentence]:
    """The sentences that a workshop may weigh."""
    return (part for part in parts if part.whole and not part.political)


def changes(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """From what to what something changes, in the whole of its clause."""
    for sentence in _open(parts):
        for structure, pattern, worth in _PATTERNS:
            for clause in clauses(sentence):
                fits = len(clause.text) <= _LONGEST and not _UNCLEAR.search(
                    re.sub("“[^”]*”", "", clause.text)
                )
                if fits and pattern.search(clause.text + "，") and quotable(clause.text):
                    low = clause.start - sentence.start
                    yield within(structure, sentence, low, low + len(clause.text), worth)


def asked(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """What the text asks, and goes on to answer."""
    for number, sentence in enumerate(parts):
        rest = [part for part in parts[number + 1 :] if part.paragraph <= sentence.paragraph + 1]
        own = [part for part in parts if part.paragraph == sentence.paragraph]
        asks = re.fullmatch(
            r"\s*(?P<asks>(?![它他她这那很请])[^。！？“”：，]{4,20}(?:，[^。！？“”：，]{2,16})?？)",
            sentence.text,
        )
        if not asks or not sentence.whole or sentence.political:
            continue
        if _NO_OBJECT.fullmatch(asks["asks"]):
            continue
        if _ASKS.search(asks["asks"]) and _is_answered(sentence, own, rest):
            yield within("asked", sentence, *asks.span("asks"), 2.4)


def _is_answered(asks: Sentence, own: Sequence[Sentence], rest: Sequence[Sentence]) -> bool:
    """Whether what stands behind a question answers it: not where the next sentence is none, where
    it is one of several questions, or somebody asks it in a talk.
    """
    at = own.index(asks)
    last = at == len(own) - 1
    if _RHETORICAL.search(asks.text) or _INTERVIEWER.match(asks.text) or not rest:
        return False
    if last and at and not re.match("首先|第一|其一|一是", rest[0].text):
        return False
    if at and own[at - 1].text.rstrip("”’").endswith("？"):
        return False
    if not at and re.search("这样|这么|如此", asks.text):  # what it means, stands elsewhere
        return False
    answer = rest[0].text
    return answer.rstrip("”’").endswith("。") and not _INTERVIEWER.match(answer)


_INTERVIEWER = re.compile("(?:记者|问|主持人|[甲乙])：")
_ASKS = re.compile("怎样|如何|怎么|什么|哪|谁|多少|几|为何|多久|多长|何时|何处")
_NO_OBJECT = re.compile("(?:那么?|究竟|到底)?，?(?:为什么|为何|怎么|凭什么|何以)[^把让使在]{1,6}？")
"""为什么不休？ It asks about something that only the text before it names."""
_RHETORICAL = re.compile("难道|岂|何尝|谁不|怎能|怎么能|何必|吗|呢？|不也|是否|能否|可否|算不算")


def names(text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """What people called something they do, between quotation marks: “喊停演练”."""
    if not _AT_WORK.search(text):
        return
    for sentence in _open(parts):
        if condemned(parts, parts.index(sentence)):
            continue
        for match in _NAME.finditer(sentence.text):
            name, before = match[1], sentence.text[: match.start()]
            behind = sentence.text[match.end() :]
            apart = political(name) or _NO_NAME.search(name) or _MOCKED.search(before)
            if apart or _half_of_a_pair(name, sentence.text):
                continue
            if not _MADE.search(before) and not _MADE_BEHIND.match(behind):
                continue
            if behind[:1] in tuple("一二三四五六七八九十") or _COUNTED.fullmatch(name):
                continue  # “红黄绿”三色机制, 一函两书
            yield within("at-work", sentence, *match.span(1), 2.4)
            if not _above(sentence, parts) and not _AGREED.search(name):
                yield within("tryable", sentence, *match.span(1), 2.4)


def _half_of_a_pair(coined: str, text: str) -> bool:
    """Whether other quoted words are coined after it, as in “一阵子” and “一辈子”."""
    others = (other for other in re.findall("“([^“”]+)”", text) if other != coined)
    return any(len(other) == len(coined) and set(other) & set(coined) for other in others)


def _above(sentence: Sentence, parts: Sequence[Sentence]) -> bool:
    """Whether it takes money and years that only somebody above a workshop has."""
    near = [
        p.text for p in parts if p.paragraph == sentence.paragraph and p.start >= sentence.start
    ]
    return bool(_FUNDED.search("".join(near[:3])))


_MOCKED = re.compile(
    "(?:争当|争做|勇当|当好|做好?|成为|成了|变成|沦为|当成|所谓的?|等于|像)[^，。“”]*$"
)
"""What stands before a word that is used with a smile, or as a call."""
_MADE_BEHIND = re.compile("(?:机制|制度|办法|行动)")
_COUNTED = re.compile("(?:[一二三四五六七八九两双][\u4e00-\u9fff]){2}")
"""一函两书: a name that says how many, and not of what."""
_AGREED = re.compile("[权假金函书行]$")
"""What is granted or agreed upon, not got ready."""
_FUNDED = re.compile(
    "万元|奖补|考核|定额|额定|工时计|财政|基金|专项资金|[两三四五]年(?:一|内|计划)|连续[两三四五]年|给予[^，。]{0,8}(?:补助|奖励|补贴)"
)


def quoted(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """A leader's words or a document's: anchored whole, only followed into the author's text."""
    for sentence in parts:
        if not sentence.whole:
            continue
        span = (0, len(sentence.text))
        if _LEADER.search(sentence.text) and _followed(sentence, parts):
            yield within("leader", sentence, *span, 2.8)
        document = _DOCUMENT.search(sentence.text)
        if document and not political(document[1]):
            find = within("document", sentence, *span, 2.2)
            find.more["document"] = document[1]
            yield find


_THOUGHT = re.compile("理解|把握|看出|认识|丰富|论述|联系起来|民主的习惯|怎样|如何")
"""What is thought or asked, not done."""


def _followed(sentence: Sentence, parts: Sequence[Sentence]) -> bool:
    """Whether the author goes on to say what is to be done."""
    done = [
        clause
        for other in parts
        if other.start >= sentence.end and not other.protected
        for clause in clauses(other)
        if _MEASURE.match(clause.text) and not _THOUGHT.search(clause.text)
    ]
    return bool(done)
