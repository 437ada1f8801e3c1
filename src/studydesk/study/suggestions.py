"""Questions suggested for a passage: frames put to what its text offers, for a person to accept.

Every question is about exact words of the passage. Words of leaders, of the party's centre and
of documents are only asked about as a whole, and never to be weighed, ranked or doubted.
"""

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any
from zlib import crc32

from studydesk import paths
from studydesk.domain.packet import AnswerSpace, Packet, PassageItem, Question, QuestionKind
from studydesk.domain.passage import Passage
from studydesk.study.sentences import political, sentences
from studydesk.study.structures import Find, find_structures

LONGEST = 60
"""Characters of a question; more can hardly be kept in mind by ear."""
EACH_KIND = 2
"""Suggestions of one kind for one passage."""

MINUTES: Mapping[QuestionKind, int] = {
    QuestionKind.UNDERSTAND: 4,
    QuestionKind.ANALYSE: 6,
    QuestionKind.CONNECT: 8,
    QuestionKind.ACT: 5,
    QuestionKind.REFLECT: 3,
}
"""A minute to think, some to talk, two to report; they fit the 60 minutes' plan."""

_ORDER = tuple(QuestionKind)
_OUT_OF_REACH = re.compile(
    "国家|立法|高校|院校|高等|区域|财政|税收|省|市场|金融|资本|基金|政府|法院|司法|经济|产业链|集群|顶层|体系|格局"
    "|生态|战略|机制|制度|平台|网络|工程|政策|社会|全国|行业|企业|跨|联盟|学院|学校|基地|经费|资金|预算|信用|供给"
    "|目录|标准|监管|开发|认可度|挂钩|导师制|办法|规范|评价|认证|规划|干部队伍|地位|待遇|人才队伍|文化内核"
)
"""What a workshop's group cannot decide in a month."""
_PRIVATE = re.compile(
    "家庭|患病|重病|病情|病史|购房|购车|贫困|收入低|弱势|丧偶|离异|残疾|生活困难|婚|生育|宗教|抑郁|负债|家访|疑似|低保"
)
"""What nobody should have to speak of before others."""
_LIFE = re.compile(
    "职工|工人|工会|班组|岗位|技能|工匠|匠心|劳模|劳动者|师傅|徒弟|员工|车间|工序|设备|生产线|操作|一线|工友|会员|从业者"
    "|安全|隐患|班前|手艺|带教|带徒|现场|工伤|加班|入会|农民工|骑手|新就业形态|书屋|疗休养|权益|生产管理"
    "|交班|接班|当班|班长|巡检|工段"
)
_FAR_FROM_LIFE = re.compile(
    "院校|高校|学科|教材|招生|立法|司法解释|金融|资产|房地产|跨境|财政|税收|检察|审计|省际|区域经济|生产率|效应"
    "|要素|性别|新生儿|女婴|贸易|消费品市场|宏观|实体经济|经审"
)
"""What the people of a workshop have no experience of."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A question with the words of the passage that it is about, `start` to `end` of its text."""

    question: Question
    structure: str
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class _Frame:
    """One wording of a question, see frames.toml."""

    structure: str
    kind: QuestionKind
    ask: str
    intent: str
    expected: str
    follow_ups: str
    topic: str = ""
    unless: str = ""

    @property
    def stem(self) -> str:
        return stem(self.ask)

    def fits(self, find: Find) -> bool:
        if find.structure != self.structure or not re.search(self.topic, find.words):
            return False
        if self.topic and find.structure in _DEEDS and find.words.startswith("把"):
            return False  # what such a clause is about stands behind 把, and may be anything
        if self.unless and re.search(self.unless, find.more.get("keys", find.words)):
            return False
        asked = "".join((find.words, *find.more.values()))
        if _PRIVATE.search(asked):
            return False
        if find.structure in _OF_THE_TEXT and self.kind in _FROM_TEXT:
            return find.structure == "leader" or self.kind is _FROM_TEXT[0] or not political(asked)
        if find.structure == "problem" and _PRIVATE.search(find.sentence.text):
            return False
        said = find.sentence.text + asked
        far = _FAR_FROM_LIFE.search(said) or not _LIFE.search(said)
        wide = self.kind is QuestionKind.ACT and _OUT_OF_REACH.search(asked)
        return not far and not political(asked) and not (wide and find.structure != _TO_THE_UNION)


_FROM_TEXT = (QuestionKind.UNDERSTAND, QuestionKind.ANALYSE)
_OF_THE_TEXT = {
    "list-headings",
    "list-measures",
    "list-actors",
    "list-points",
    "list-problems",
    "figure",
    "coinage",
    "document",
    "leader",
    "law-case",
    "contrast",
}
"""Structures that are asked about as a text, whatever their subject."""
_DEEDS = {"measure", "doable"}
"""Structures whose topic is looked for in their words."""
_TO_THE_UNION = "union-measure"
"""Advice to the union may be about more than a group can do itself."""


def suggest(passage: Passage, used: Collection[str] = ()) -> tuple[Suggestion, ...]:
    """Questions for a passage in the order of their kinds, best first within a kind; none where
    its text offers nothing to ask about. No two have the same stem, nor one of `used`.
    """
    parts = sentences(passage)
    several = len({part.paragraph for part in parts}) > 1
    finds = sorted(find_structures(passage.text, parts), key=lambda find: (-find.worth, find.start))
    taken = set(used)
    spots: list[tuple[int, int]] = []
    asked: set[str] = set()
    chosen: list[Suggestion] = []
    for kind in (_ORDER[3], _ORDER[2], _ORDER[1], _ORDER[0], _ORDER[4]):  # the scarce ones first
        count = 0
        for suggestion in _candidates(kind, finds, taken, several=several):
            spot = (suggestion.start, suggestion.end)
            whole_list = suggestion.structure.startswith("list-")
            if count == EACH_KIND or stem(suggestion.question.text) in taken:
                continue
            if not whole_list and (
                suggestion.words in asked or any(a < spot[1] and spot[0] < b for a, b in spots)
            ):
                continue
            taken.add(stem(suggestion.question.text))
            if not whole_list:
                asked.add(suggestion.words)
                spots.append(spot)
            chosen.append(suggestion)
            count += 1
    return tuple(sorted(chosen, key=lambda one: _ORDER.index(one.question.kind)))


def _candidates(
    kind: QuestionKind, finds: Sequence[Find], taken: Collection[str], *, several: bool
) -> Iterator[Suggestion]:
    for find in finds:
        frames = [f for f in _frames() if f.kind is kind and f.fits(find)]
        turn = crc32(find.words.encode()) % len(frames) if frames and not frames[0].topic else 0
        for frame in (*frames[turn:], *frames[:turn]):
            question = _question(frame, find, several=several)
            if len(question.text) <= LONGEST and frame.stem not in taken:
                yield Suggestion(question, find.structure, find.start, find.end, find.words)
                break


def _question(frame: _Frame, find: Find, *, several: bool) -> Question:
    place = f"第 {find.sentence.number} 句"
    if several:
        place = f"第 {find.sentence.paragraph} 段{place}"
    slots = {"words": find.words, **find.more}
    inner = {name: words.replace("“", "‘").replace("”", "’") for name, words in slots.items()}
    both = frame.kind is QuestionKind.ANALYSE and "两栏" in frame.ask
    return Question(
        frame.ask.format(**inner),
        frame.kind,
        MINUTES[frame.kind],
        AnswerSpace.BOX if both else AnswerSpace.LINES,
        4,
        frame.intent.format(**inner),
        frame.expected.format(place=f"选段{place}", **slots),
        frame.follow_ups.format(**inner),
    )


def stem(text: str) -> str:
    """What is left of a question without the words it quotes: two with the same are alike."""
    bare = re.sub("“[^”]*”|《[^》]*》|{[a-z]+}", "", text)
    bare = re.sub(
        "[两一二三四五六七八九十]+(?=[个条点])|(?<=[个])(?:矛盾|挑战|困境|短板|难题|障碍|问题)",
        "",
        bare,
    )
    return re.sub(r"\W", "", bare)


def stems(packet: Packet) -> frozenset[str]:
    """The stems of the questions that a packet has."""
    return frozenset(stem(question.text) for question in packet.questions)


def place_for(packet: Packet, passage_id: str, kind: QuestionKind | None) -> int:
    """Where a question about a passage goes in: behind it and behind the questions that follow
    it, as far as their kinds come earlier or are the same; without a kind, right behind it.
    """
    items = packet.items
    here = next(
        (n for n, i in enumerate(items) if isinstance(i, PassageItem) and i.id == passage_id),
        len(items) - 1,
    )
    at = here + 1
    for number in range(at, len(items) if kind else at):
        item = items[number]
        if isinstance(item, PassageItem):
            break
        if kind and isinstance(item, Question) and _ORDER.index(item.kind) <= _ORDER.index(kind):
            at = number + 1
    return at


@cache
def _frames() -> tuple[_Frame, ...]:
    file = paths.resources() / "questions" / "frames.toml"
    entries: list[dict[str, Any]] = tomllib.loads(file.read_text("utf-8"))["frame"]
    return tuple(_Frame(**{**entry, "kind": QuestionKind(entry["kind"])}) for entry in entries)
