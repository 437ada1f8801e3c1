"""Figures: what got better by what is told before it, and what a text bears itself out with."""

import re
from collections.abc import Iterator, Sequence

from studydesk.study.find import Find, within
from studydesk.study.sentences import Sentence, balanced, beside, clauses
from studydesk.study.vocabulary import any_of

_LONGEST = 28
_HARM = re.compile(
    "(?:工伤|事故|投诉|流失|纠纷|返工|差错)[^，。；降减少]{0,8}(?:升|增|多)|没有笑声|又贵又凉|流失近"
    "|(?:满意|效率|产量|合格|收入|工资|质量|参与)[^，。；升增提高]{0,10}(?:下降|降[了低至到]|减少|少了|跌|下滑)|申报数|不是滋味|上限|标准|额度|补[助贴]|津贴"
)
"""What nobody would have brought about."""
_CHANGE = (
    "(?:[升降涨](?!级)|减(?=[到至为])|(?<![至最])少|增|提高|提升|缩短|压缩|减少|下降|上升|增长|增加)"
    "(?:了?[到至为]|了|近|(?=[\\d一二三四五六七八九十百千两半]))"
)
_COUNT = "[\\d一二三四五六七八九十百千万两半几大]"
_RESULT = re.compile(
    f"(?![但而可却第年])[^，。；：“”]{{3,20}}{_CHANGE}[^，。；：“”]{{0,6}}{_COUNT}[^，。；：“”]{{0,8}}"
    "|(?![但而可却第])[^，。；：“”]{3,14}(?:明显|大幅|显著)(?:下降|减少|缩短|提高|小了|少了|快了|轻了|好转)"
    f"|[^，。；：“”]{{2,16}}(?:只剩下?|翻了?[一两]番|增加了?{_COUNT}倍)[^，。；：“”]{{0,8}}"
    "|[^，。；：“”]{2,14}(?:没有|未)发生过?一起[^，。；：“”]{2,14}|[^，。；：“”]{0,8}(?:实现|做到|降为)零[^，。；：“”]{1,6}"
    f"|[^，。；：“”]{{2,12}}(?:只|仅)[要用需]{_COUNT}[^，。；：“”]{{1,8}}"
    "|至今(?:没有|未曾?)再?[^，。；：“”]{1,8}"
    "|[^，。；：“”]{0,4}连续[^，。；：“”]{2,4}没有发生[^，。；：“”]{2,12}"
)
"""履行率由此从71%提高到96%."""
_MEASURED = re.compile(
    "至今|只剩|[只仅][要用需]|翻[了一两]|倍|发生一起|零|率|度(?!过)|次数|人次|件次|起数|步数|时间|工时|时长"
    f"|(?:减少|下降|降低|压缩|缩短|增加|提高|上升)[到至]|[由从](?!此)(?=[^，]*{_COUNT})[^，]+{_CHANGE}"
)
"""What is measured at any work, and means the same to all who hear it."""
_DONE = re.compile(
    "规定|把[^，。他她你我它]{1,14}[改换分搬交用编列写贴装放归]|将|组织|设立|推出|发动|开设|建立|推行|请|办起|开展|邀请|引入|试行|实行|创办|配|改|换|牵头|轮流|公示|合并|研制|贴上|装[了上]|攻关|[定列]了|列出|做法|建了|搞了|办了|问作业|只问|就能|就可以|总结出|整理[成出]|推广|提出|加装|结对|教会?|练|带着|签[了下]|奖励|兑现|录[了下入]|试"
)
_NO_OUTCOME = re.compile(
    "如果|倘若|假如|一旦|要是|[怕愁](?!热)|担心|相比|预计|预测|缺口|赔偿|罚|受害|伤亡|(?<!没有发生)(?<!没有发生轻伤以上)事故(?!起数[^，]{0,4}下降)|收入|工资"
)
_DANGLING = re.compile(
    r"累计|规模|其中|只有|不足(?![百\d一二三四五六七八九])|仅|"
    "^[^，]*[却倒]|^[比达]|^[^，]*把|^[使让将]|某|[A-Za-z]|^当[年月]|也[由从]|[又她他我你这那其]|第[一二三]"
)
_HANDLED = re.compile(f"[^，]{{0,3}}[把将](?=[^，]*[从由][^，]*{_COUNT})")
"""把每环的时间从40分钟压缩到12分钟: what was got down, without who did it."""
_OTHERS = re.compile(f"{any_of('political')}|{any_of('speaker')}")
_DOUBTED = re.compile("，[^，。]{0,6}(?:却|但)")
"""How a text turns to what did not get better."""
_LEADING_UP = 4
"""Sentences that what came of something may stand behind it."""


def outcomes(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """A change in figures that something told before it in its paragraph brought about."""
    for at, sentence in enumerate(parts):
        if not sentence.whole or sentence.political or _NO_OUTCOME.search(sentence.text):
            continue
        near = parts[max(0, at - _LEADING_UP) : at]
        told = [part.text for part in near if part.paragraph == sentence.paragraph]
        last = 0
        for clause in clauses(sentence):
            low, high = clause.start - sentence.start, clause.end - sentence.start
            fits = _RESULT.fullmatch(clause.text) and not _HARM.search(clause.text)
            low, last = last if _TURNS.search(clause.text) else low, low
            if handled := _HANDLED.match(sentence.text, low, high):
                low = handled.end()
            words = sentence.text[low:high]
            measured = _MEASURED.search(words) and len(words) <= _LONGEST
            doubted = _DOUBTED.match(sentence.text, high)
            if not fits or not measured or doubted or _DANGLING.search(words):
                continue
            before = (*told, sentence.text[:low])
            if (
                balanced(words)
                and any(map(_is_done, before))
                and not _OTHERS.search("".join(before))
            ):
                yield within("outcome", sentence, low, high, 3.0)
                break


def _is_done(told: str) -> bool:
    """Whether a sentence, or enough of one, tells of something done and not of what should be."""
    done = bool(_DONE.search(told)) and not _PROPOSED.search(_A_RULE.sub("", told))
    return len(told) > _A_DEED and done and not _TALLY.match(told)


_A_DEED = 12
"""Characters that a deed can be told in."""
_PROPOSED = re.compile(
    "应当|应该|(?<![提化])建议(?!数)|不妨|(?<!只)需要|必须|可以|[，。]要(?!求)|测评"
)
_A_RULE = re.compile("(?:曾|作过|定了)[^，。]{0,6}规定，.*")
"""What a works has ruled is done, whatever it demands."""
_TALLY = re.compile("[^。]{0,20}(?:累计|合计)")
"""How a sentence begins that only sums up."""
_TURNS = re.compile("^[^，]{0,8}[却倒]|^[比达]|^至今")
"""How a clause begins that has its subject, or its other half, in the one before it."""


_FIGURE = re.compile(
    "(?=[^，。；：“”]{2,}?(?:[0-9]{2,}|[0-9.]+[%％倍成]|百分之|[一二两三四五六七八九][成倍]|分之))"
    "(?=[^，。；：“”]*(?:仅|只(?![要是])|不足|不到(?!位)|从[^，]+[到至]|由[^，]+[到至变]|(?:降|升|增|减少|缩短|提高)))"
    "[一-龥][^，。；：“”]{7,23}"
)
_NO_FIGURE = re.compile(
    "新增|年|月|日|元|亿|薪|工资|收入|奖|工伤|死|伤|病|参赛|参加|会员|名单|岁|累计|总|全国|全省|全市|全区|[他她它我你其此该这那]|不超过|不少于|不低于|以[上内下]|同比|《|GDP|标准|^[^一-龥]|^(?:达|占|仅|只|从|由|比|近|约|其|增|降|升|提高|减少|超)"
)
_ARGUED = 60


def figures(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """A share or a change in figures that a text does not leave to stand by itself."""
    for at, sentence in enumerate(parts):
        own = beside(parts, at)
        told = sum(len(part.text) for part in own) - len(sentence.text)
        if not sentence.whole or not sentence.paragraph or any(part.political for part in own):
            continue
        if len(own) < 3 or told < _ARGUED:
            continue
        for clause in clauses(sentence):
            fits = _FIGURE.fullmatch(clause.text) and not _NO_FIGURE.search(clause.text)
            if fits and clause.plain and not _HARM.search(clause.text):
                low, high = clause.start - sentence.start, clause.end - sentence.start
                yield within("figure", sentence, low, high, 2.5)
                return
