"""What a text calls for, heads a part with or claims about what people know from their own work."""

import re
from collections.abc import Iterator, Sequence

from studydesk.study.claims import is_claim
from studydesk.study.contrasts import COUNTS, JOINED, POINTS_AWAY, stretches
from studydesk.study.find import Find, within
from studydesk.study.sentences import Sentence, balanced, beside, clauses, political
from studydesk.study.vocabulary import any_of

MOST = 3
"""Of a passage: those that head a part of it before those that stand in one."""
_SHORTEST, _LONGEST = 6, 20
_MATTER = re.compile(any_of("matter"))
_MEASURE = re.compile(any_of("measure"))
_HEADS = re.compile(
    "(?:第[一二三四五六七八九十]|其[一二三四五六]|首先|其次|再次|最后)，|[一二三四五六七八九十]是要?|[一二三四五六七八九十]、"
)
_UNFIT = re.compile(
    f"依法|[多少]了|起来$|{any_of('disputed')}|{any_of('policy')}|{any_of('private')}|{any_of('weighty')}|{any_of('far_from_life')}"
    "|[了过](?:$|[一二三四五六七八九十\\d])|[一二三四五六七八九十百千两\\d]{2,}[件人次个名条起元户场]|[他她我你您咱它其该此A-Za-z]|[这那]|标准|体系|机制|制度|规划|资金|基金|经费|薪|奖|立法|法律(?!援助)|社会|市场|行业|区域|区|城市|城乡"
    "|人才|队伍|组织形式|组建|理念|意识|认知|特质|思想|理论|消费|供给|治理|画像|数据|平台|价值|品牌|发展|层级|宣传|枢纽|基础|配置|全面|企业职工|延伸|院|校|评价|产业|津贴|账户|主体|合同|栏目|艺术|文艺|厂商|联合|全网|条款|节点|会员之家|谱成|快板|没有谈判|长远账|评选|公开张榜|补贴|身边的难题|船舶|工会和|把关|托管班|志愿|微电影|等活动|送上门|引导|品质的?提升|生活品质|^解决|不能坐|劳模的经验|针对性|实效性|力度"
)
"""What is above a workshop, or too far from its work to be matched with anything there."""


def matters(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """The first of what is to be done or is claimed, heads before the rest."""
    found = [find for at in range(len(parts)) for find in _of_sentence(parts, at)]
    yield from sorted(found, key=lambda find: -find.worth)[:MOST]


def _of_sentence(parts: Sequence[Sentence], at: int) -> Iterator[Find]:
    sentence, own = parts[at], beside(parts, at)
    weighed = any(part.political for part in (sentence, *own[:2]))
    if not sentence.whole or not sentence.paragraph or len(own) < 2 or weighed:
        return
    opens = sentence is own[0] or bool(_HEADS.match(sentence.text))
    for clause in clauses(sentence):
        called_for = clause.plain and _MEASURE.match(clause.text)
        if called_for and _fits(clause.text):
            low, high = clause.start - sentence.start, clause.end - sentence.start
            first = opens and not any(stop in sentence.text[:low] for stop in "，。；：")
            first = first or bool(_HEADS.fullmatch(sentence.text[:low]))
            find = within("matter", sentence, low, high, 2.65 if first else 2.3)
            find.more["to_do"] = "yes"
            yield find
            return
    for low, high in stretches(sentence):
        words = sentence.text[low:high]
        if is_claim(words) and _fits(words):
            yield within(
                "matter", sentence, low, high, 2.6 if sentence in (own[0], own[-1]) else 2.3
            )
            return


def _fits(words: str) -> bool:
    """Whether words are about what a workshop knows, and can be understood alone."""
    unfit = _UNFIT.search(words) or COUNTS.search(words) or political(words) or not balanced(words)
    joined = JOINED.match(words) and not _MEASURE.match(words)
    alone = not (joined or POINTS_AWAY.search(words))
    return bool(
        _SHORTEST <= len(words) <= _LONGEST and _MATTER.search(words) and alone and not unfit
    )
