"""What the text of a passage offers to ask about: lists, problems, changes, figures and others.

Each finder yields the exact words that a question would be about, with their place.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from studydesk.study.sentences import Clause, Sentence, balanced, clauses, political
from studydesk.study.vocabulary import any_of

_NUMERALS = "一二三四五六七八九十"
_SERIES = (
    re.compile(rf"(?<![\w])第([{_NUMERALS}])，"),
    re.compile(rf"(?:^|(?<=[。；，：\n]))([{_NUMERALS}])[是要](?![\w]?级)要?"),
    re.compile(rf"(?<![\w])其([{_NUMERALS}])，"),
    re.compile(rf"(?m)^（?([{_NUMERALS}])[、）]"),
)
_PROBLEM = re.compile(any_of("problem"))
_NO_PROBLEM = re.compile(
    "困难(?:职工|群众|家庭|帮扶)|困境家庭|问题导向|机遇.*挑战|解难题|往往由此|就难以|[^，]*(?:必将|联合|已经|得到|有效).*"
)
_TOWARDS_PROBLEM = re.compile(any_of("towards_problem"))
_MEASURE = re.compile(any_of("measure"))
_DOING = re.compile(
    "把[^，]*(?:班组|车间|课堂|班前|师傅|劳模|讲台|手艺|教人|工友)|"
    "(?:定期|经常|常态化|广泛|深入|积极|主动|持续|及时|扎实|组织|因地制宜)*(?:开展|搭建|畅通|设立|推广|提供|举办|举行|建好"
    "|用好|选树|走访|慰问|讲好|办好|收集|听取|组织|结对|传承|评选|排查|化解|调解|培育|激发|弘扬|加强对|做好|丰富|宣传"
    "|提升|关心|关爱|发挥好|充分发挥|推行|推动职工|引导职工|改善|维护|保障职工|创新开展|参与|普及|强化|加大|利用|请|签订|处理好|管好|公开|公示|张贴|上门|轮流|摸清|讲清|设置|设立|配备)"
)
_NO_MEASURE = re.compile("^.{0,4}了|应以|需要|必将")
_SHIFT = re.compile(
    r"(?:从|由)(?P<a>[^，。；、]{2,14}?)(?:转向|转变为|转为|迈向|跃升为|走向|向)(?P<b>[^，。；]{2,18})(?=[，。；])"
)
_DEFINITION = re.compile(
    r"(?P<a>[^，。；：是]{2,16})(?:就是指|是指|就是|是)(?P<b>[^，。；：]{4,28})$"
)
_FIGURE = re.compile(
    r"\d[\d.,]*(?:多|余)?(?:万|亿)?(?:余|多)?(?:[个名人家次件项%％元户场期种类条所座台位倍]|个百分点)(?!方面)"
)
_TELLING = re.compile(r"[万亿%％倍]|百分点|\d{3}|[降升增减]|由|超|达")
_DUTY = re.compile(
    "[^，]{0,8}(?:人|工|员|班|组|师傅|徒弟|车间|岗位|现场|班组长|骑手|单位|骨干)(?:都|也)?(?:要|应当|应该|必须)[^，]{4,16}$"
)
_CASE = re.compile(r"(?:例如|比如|如，|以[^，。]{2,14}为例)，?")
_LAW_CASE = re.compile("“[^”]{5,20}案”")
_NO_COINAGE = re.compile(
    "十[四五]|[型式性化级器双军]$|约束$|一带一路|卡脖子|重男轻女|失灵|之手$|职业|精神$|经验$|光荣|伟大|创造|[家派雁军兵者度率]$|先锋"
)
_PERSON = re.compile("(?:工匠|职工|工人|能手|标兵|带头人|骨干|师)$")
_AT_WORK = re.compile("职工|工会|班组|工人|工友|师傅|徒弟|一线")
_COINAGE = re.compile(r"“([\u4e00-\u9fff]{3,8})”")
_TWO = re.compile(
    r"既(?:要|能|有|可以|提升|带来|会)[^，。；]{3,22}，?(?:又|也)[^，。；]{3,24}(?=[，。；])"
)
_CONTRAST = re.compile(
    r"(?:不是|并非|不在于)[^，。；]{2,20}，?(?:而是|而在于)[^，。；]{2,24}(?=[，。；])"
)
_MEANS = re.compile(
    "通过[^，。；]{4,18}，(?:实现|提升|提高|推动|促进|增强|带动|让|使|引导|激发|培养|打造|解决)[^，。；]{4,16}(?=[，。；])"
)
_LEADER = re.compile("习近平总书记[^，。“]{0,40}(?:指出|强调|要求)")
_DOCUMENT = re.compile(r"《([^》]{4,30})》[^，。；]{0,6}(?:提出|明确|要求|指出|规定|强调)")
_REASONED = re.compile("因为|由于|源于|因此|因而|从而|正因|恰恰|离不开|才能")
_LASTING = re.compile("常态化|长效|长期|持续|坚持|经常|定期|日常|巩固")


@dataclass(frozen=True, slots=True)
class Find:
    """Words that a question can be about; `more` are further words for its frame."""

    structure: str
    start: int
    end: int
    words: str
    sentence: Sentence
    more: dict[str, str] = field(default_factory=dict)
    worth: float = 0.0


def find_structures(passage_text: str, parts: Sequence[Sentence]) -> tuple[Find, ...]:
    """Everything a passage offers to ask about, in no particular order."""
    found: list[Find] = []
    for finder in _FINDERS:
        found.extend(finder(passage_text, parts))
    return tuple(found)


# --- lists ---------------------------------------------------------------------------------


def _lists(text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    for series in _SERIES:
        run: list[Clause] = []
        for match in series.finditer(text):
            ordinal = _NUMERALS.index(match[1])
            if ordinal == 0 or ordinal != len(run):
                yield from _list(run, parts)
                run = []
            if ordinal != len(run):
                continue
            key = _key(match.end(), parts)
            if key is None:
                run = []
                continue
            run.append(key)
        yield from _list(run, parts)


def _key(at: int, parts: Sequence[Sentence]) -> Clause | None:
    """The words that name an item of a list: its first clause."""
    for sentence in parts:
        if sentence.start <= at < sentence.end:
            for clause in clauses(sentence):
                if clause.end > at:
                    start = max(clause.start, at)
                    return Clause(
                        start,
                        clause.end,
                        sentence.text[start - sentence.start :][: clause.end - start],
                        sentence,
                    )
    return None


def _list(run: Sequence[Clause], parts: Sequence[Sentence]) -> Iterator[Find]:
    if len(run) < 2:
        return
    for key in run:
        fine = 4 <= len(key.text) <= 24 and balanced(key.text)
        if not fine or key.sentence.protected or not key.sentence.whole:
            return
    first, last = run[0], run[-1]
    announced = [s for s in parts if s.end <= first.start][-1:]
    said = announced[0].text if announced else ""
    noun = _PROBLEM_NOUN.search(said + "".join(key.text for key in run))
    troubles = sum(bool(_PROBLEM.search(key.text)) for key in run) * 2 > len(run)
    measures = sum(bool(_MEASURE.match(key.text)) for key in run) * 2 > len(run)
    kind = "problems" if troubles else "measures" if measures else "points"
    if any(political(key.text) for key in run):
        kind = "headings"
    told = "".join(s.text for s in parts if first.start < s.end and s.start <= last.start)
    actors = sorted({match[0] for match in _ACTOR.finditer(told)})
    if kind == "measures" and len(actors) > 1:
        kind = "actors"
    yield Find(
        f"list-{kind}",
        first.start,
        first.end,
        first.text,
        first.sentence,
        {
            "first": first.text,
            "second": run[1].text,
            "last": last.text,
            "actors": "、".join(actors),
            "count": "两" if len(run) == 2 else _NUMERALS[len(run) - 1],
            "noun": noun[0] if noun else "问题",
            "keys": "；".join(key.text for key in run),
        },
        worth=3 + len(run) / 10,
    )


_ACTOR = re.compile(
    "工会|企业|政府|部门|院校|高校|学校|行业协会|协会|科研机构|培训机构|职工|用人单位"
)
_PROBLEM_NOUN = re.compile("矛盾|挑战|困境|短板|难题|障碍|问题")


# --- one clause ----------------------------------------------------------------------------


def _plain(parts: Sequence[Sentence], low: int, high: int) -> Iterator[Clause]:
    for sentence in parts:
        if sentence.political or not sentence.whole:
            continue
        for clause in clauses(sentence):
            if low <= len(clause.text) <= high and clause.plain:
                yield clause


def _found(structure: str, clause: Clause, worth: float, **more: str) -> Find:
    worth -= 0.5 * clause.weighty + abs(len(clause.text) - 13) / 40
    return Find(structure, clause.start, clause.end, clause.text, clause.sentence, more, worth)


def _measures(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    for clause in _plain(parts, 7, 24):
        if _MEASURE.match(clause.text) and not _NO_MEASURE.search(clause.text):
            yield _found("measure", clause, 1.5)
            if _DOING.match(clause.text):
                yield _found("doable", clause, 1.6)
            if "工会" in clause.sentence.text:
                yield _found("union-measure", clause, 1.4)
            if _LASTING.search(clause.text):
                yield _found("lasting", clause, 1.8)


def _duties(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """What somebody in a workshop has to do."""
    for clause in _plain(parts, 8, 26):
        if _DUTY.match(clause.text):
            yield _found("duty", clause, 1.9)


def _problems(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    for clause in _plain(parts, 7, 26):
        named = _NO_PROBLEM.sub("", clause.text)
        if not _PROBLEM.search(named) or _TOWARDS_PROBLEM.search(named):
            continue
        if _MEASURE.match(clause.text):
            continue
        yield _found("problem", clause, 2.5)
        if _remedied(clause, parts):
            yield _found("remedied", clause, 2.5)


def _remedied(problem: Clause, parts: Sequence[Sentence]) -> bool:
    """Whether a later sentence has a measure in the words of the problem."""
    words = {problem.text[at : at + 2] for at in range(len(problem.text) - 1)}
    words = {word for word in words if re.fullmatch("[\u4e00-\u9fff]{2}", word)}
    for sentence in parts:
        if sentence.start >= problem.sentence.end and not sentence.political:
            for clause in clauses(sentence):
                if _MEASURE.match(clause.text) and sum(w in clause.text for w in words) >= 2:
                    return True
    return False


def _topics(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """What a paragraph of several sentences says first, in a few words, and goes on to unfold."""
    for sentence in parts:
        unfolded = sum(part.paragraph == sentence.paragraph for part in parts) > 2
        numbered = any(series.match(sentence.text) for series in _SERIES)
        if sentence.number == 1 and numbered and unfolded and len(sentence.text) <= 34:
            for clause in list(_plain([sentence], 6, 24))[:1]:
                yield _found("topic", clause, 1.0)


def _definitions(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    for clause in _plain(parts, 9, 30):
        match = _DEFINITION.match(clause.text)
        if match is None or re.search(
            "(?:[不也都正就更还又才仍只要能会既别其但可于论]|一直|始终)$", match["a"]
        ):
            continue
        if clause.weighty or re.search("路径|关键|核心|任务|目的|目标|重点|改革|发展$", match["a"]):
            continue
        yield _found("definition", clause, 2.2)
        if _REASONED.search(_paragraph(clause.sentence, parts)):
            yield _found("reasoned", clause, 2.2)


def _paragraph(sentence: Sentence, parts: Sequence[Sentence]) -> str:
    return "".join(p.text for p in parts if p.paragraph == sentence.paragraph and p != sentence)


def _cases(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    for sentence in parts:
        if sentence.political or not sentence.whole:
            continue
        case = _LAW_CASE.search(sentence.text)
        if case:
            yield _at("law-case", sentence, case.start() + 1, case.end() - 1, 3.2)
        match = _CASE.search(sentence.text)
        if match:
            after = sentence.start + match.end()
            for clause in clauses(sentence):
                begins = clause.start <= after < clause.end
                if (
                    begins
                    and not re.match("对|在|当", clause.text)
                    and 8 <= len(clause.text) <= 34
                    and balanced(clause.text)
                ):
                    yield _found("case", clause, 2.6)


# --- words in a sentence -------------------------------------------------------------------


def _at(structure: str, sentence: Sentence, low: int, high: int, worth: float, **more: str) -> Find:
    place = sentence.start
    words = sentence.text[low:high]
    return Find(structure, place + low, place + high, words, sentence, more, worth)


def _patterns(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    for sentence in parts:
        if sentence.political or not sentence.whole:
            continue
        for structure, pattern, worth in (
            ("shift", _SHIFT, 3.0),
            ("two-sided", _TWO, 2.4),
            ("contrast", _CONTRAST, 2.6),
            ("means", _MEANS, 1.6),
        ):
            for match in pattern.finditer(sentence.text):
                if len(match[0]) <= 36 and balanced(match[0]):
                    yield _at(structure, sentence, *match.span(), worth)


def _figures(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    for sentence in parts:
        if sentence.political or not sentence.whole:
            continue
        for clause in clauses(sentence):
            tells = _FIGURE.search(clause.text) and _TELLING.search(clause.text)
            if tells and len(clause.text) <= 28 and balanced(clause.text):
                yield _found("figure", clause, 2.3)


def _coinages(text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    for sentence in parts:
        if sentence.political or not sentence.whole:
            continue
        for match in _COINAGE.finditer(sentence.text):
            coined = match[1]
            if political(coined) or _NO_COINAGE.search(coined):
                continue
            often = text.count(coined)
            span = (match.start(1), match.end(1))
            before, behind = sentence.text[: match.start()], sentence.text[match.end() :]
            if re.search("(?:争当|争做|勇当|当好|做好?|成为)[^，。]*$", before):
                continue
            if before.endswith(("的", "等", "叫", "称为", "称作", "形成", "就是")) or (
                re.match("成果|是|指|，使其|（", behind)
            ):
                yield _at("coinage", sentence, *span, 1.8 + 0.3 * min(3, often - 1))
            if _AT_WORK.search(sentence.text) and re.match("[，。；、）]|活动|专项|等|的", behind):
                kind = "person" if _PERSON.search(coined) else "at-work"
                if kind == "person" or len(coined) > 3:
                    yield _at(kind, sentence, *span, 2.0)
            if often > 2:
                yield _at("recurring", sentence, *span, 1.5)


def _quoted(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """A leader's words or a document's: anchored whole, only followed into the author's text."""
    for sentence in parts:
        if not sentence.whole:
            continue
        span = (0, len(sentence.text))
        later = any(
            _MEASURE.match(clause.text)
            for other in parts
            if other.start >= sentence.end and not other.protected
            for clause in clauses(other)
        )
        if _LEADER.search(sentence.text) and later:
            yield _at("leader", sentence, *span, 2.8)
        document = _DOCUMENT.search(sentence.text)
        if document and not political(document[1]):
            yield _at("document", sentence, *span, 2.2, document=document[1])


_FINDERS: tuple[Callable[[str, Sequence[Sentence]], Iterator[Find]], ...] = (
    _lists,
    _measures,
    _duties,
    _problems,
    _topics,
    _definitions,
    _cases,
    _patterns,
    _figures,
    _coinages,
    _quoted,
)
