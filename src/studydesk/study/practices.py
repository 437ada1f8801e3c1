"""What somebody did and what came of it: practices of other workshops, their outcome, what a
court held, and what readers are reminded to keep.
"""

import re
from collections.abc import Iterator, Sequence

from studydesk.study.find import Find, within
from studydesk.study.sentences import Sentence, balanced, clauses, political, quotable
from studydesk.study.vocabulary import any_of

_REFUSED = re.compile(any_of("disputed"))
_SOMEWHERE = (
    "(?:在)?(?P<many>有的|一些|不少|还有的)?(?:某|一家|一个|有一?家|(?<=的)|(?<=些)|(?<=少))[^，。；：“”的]{0,9}?"
    "(?:厂|公司|企业|车间|班组|局|矿|工会|集团|段|站|院|合作社|单位|地方|市场|学校|社区|园区)(?:工会|党支部|的?一个[^，。；：]{2,6}班组)?，?"
)
_DOES = (
    "(?:还|就|则|便|率先|专门|先后|尝试|每[周月年])?"
    "(?:把|将|组织|设立|推出|发动|开设|建立|推行|请|办起|开办|开展|让|搬|邀请|利用|采用|引入|开通|试行|实行|创办|评选|编写|编了|为[^，。；：]{2,12}(?:配|办|建|开|送|装|单独))"
)
_DEED = re.compile(
    rf"(?:^|(?<=[。；])){_SOMEWHERE}(?=[^，。；]{{0,8}}{_DOES}(?!的))[^，。；：]{{6,28}}(?=[，。；])"
)
_NO_DEED = re.compile(
    "[被拒]|据此|缩短了|提高了|降低了|减少了|增加了|拖欠|争议|事故|投诉|纠纷|罚|停产|裁员|问卷|调查|座谈会"
    "|利用[^，。]*(?:便利|机会)|却|反而|流于|不愿|匆匆|急于|仓促|不教|摆设|应付|只顾|怠工|挖角|一停了之|一发了之|当作|算作|结果出现|吵|急于"
)
_BAD = re.compile(
    "经不起|无奈|混|限|忽视|难以|空话|流失|怨|反感|摆设|不敢|不愿|问题|变味|违|漏|怕|不足|不够|落空|侵|错|乱|扣|值得警惕"
)
"""What stands beside a practice that nobody is to copy."""
_WORSE = re.compile("经不起|无奈|变味|违|侵|扣|怨|反感|怠|警惕|教训|荒唐|苛刻")
"""What does so where a single workshop is spoken of, which is told for what went well mostly."""
_HARM = re.compile(
    "(?:工伤|事故|投诉|流失|纠纷|死伤|伤亡|辞职|离职|差错|返工|废品)[^，。；降减少]{0,10}(?:上升|升[了到高至]|增(?!强)|多了|涨|翻)"
    "|(?:满意|效率|产量|合格|收入|工资|质量|参与)[^，。；升增提高]{0,10}(?:下降|降[了低至到]|减少|少了|跌|下滑)"
    "|没有?了?笑声|不满|不服|不是滋味|职工[^，。；]{0,4}却说|又[贵苦累慢]又"
)
"""What nobody would have brought about."""
_CHANGE = (
    "(?:少|降|升(?![级到])|增|增加|提高|提升(?!到上)|缩短|压缩|减少|下降|上升|增长|提前|节省|节约|翻"
    "|超过|达到?|突破|回升)"
)
_COUNT = "(?:[\\d一二三四五六七八九十百千万两半][\\d.一二三四五六七八九十百千万余多]*)"
_UNIT = "(?:成|倍|%|％|个|天|年|元|万元|小时|分钟|分之|件|次|人|名|番|项)"
_RESULT = re.compile(
    rf"(?<!其中)[^，。；：“”]{{2,16}}{_CHANGE}(?:了|到|至|为)?[^，。；：]{{0,4}}(?:百分之)?{_COUNT}{_UNIT}?[^，。；：]{{0,8}}"
)
_DONE = re.compile(
    "把|将|组织|设立|推出|发动|开设|建立|推行|请|开办|开展|邀请|引入|试行|实行|创办|配|改|换|设|办起|牵头|轮流|集中|公示|合并|研制|贴上|装上|攻关|做法"
)
_TOLD_ONLY = re.compile(
    "据|统计|调查|预计|预测|将超过|缺口|显示|累计|规模|其中|只有|不足|仅|却|平均年龄|超过[^，]{0,6}岁|赔偿|罚|受害|伤亡|职务|[她他我你把将]|^某"
)
_FROM_TO = re.compile(
    "(?![但而可却])(?:[^，。；：“”]{2,18}[从由][^，。；：“”]{1,10}|[^，。；：“”]{0,10}(?:率|比例|次数|时间|人数))(?:升|降|提高|缩短|减少|增加|涨|下降|上升|增长)(?:了?[到至为])了?"
    f"[^，。；：“”]{{0,6}}{_COUNT}[^，。；：“”]{{0,8}}"
)
"""履行率由此从71%提高到96%: where both ends are told, one deed before is enough."""
_COUNTED_ONLY = re.compile("据|统计|预计|预测|赔偿|罚|伤亡|事故")
_FOLLOWS = re.compile(
    rf"{_CHANGE}了?[^，。]{{0,6}}{_COUNT}|不再|从此|如今|半年|一年|几个月|普遍认可|受欢迎|省下|顺畅|踏实|明显|没有一例|满意|热情|主动"
)
_RULED = re.compile(
    "(?:法院|仲裁委(?:员会)?|仲裁庭|仲裁机构)(?:最终|一审|二审|依法|遂|据此)?"
    "(?:判决|裁决|裁定|支持|驳回|认定|撤销)[^，。；：“”]{4,26}(?=[，。；])"
)
_REASON = re.compile("认为|因为|由于|应当|属于|未|并未|不属于|理解")
_REMINDED = re.compile(
    "(?:保存|保留|留存|留好|核对|收好|索要|拍照|取证|查看|登记)[^，。；：“”]{3,30}(?=[，。；])"
)
_TO_READERS = re.compile("提醒|劳动者|职工|工友|入职|签(?:订|字)|离职|求职")

_ADVISED = re.compile(
    "(?:^|(?<=[，。；：]))(?:[^，。；：“”]{0,8}?(?:应当|应该|不妨|建议|可以|可(?=[将把由用为在])|须|(?<![不主需重])要(?![求素闻点])|(?<![适供相反对])应(?![急用对聘付])))"
    f"(?P<words>(?:把|将|为|给|向|由|用|采用|引入|配备|邀请|{any_of('measure')})"
    "[^，。；：“”]{4,22}(?:“[^“”，。]{2,8}”[^，。；：“”]{0,8})?)(?=[，。；])"
)
_TROUBLED = re.compile(
    "难|不(?![断仅只单光妨])|(?<!紧)缺|却|问题|顾虑|怕|矛盾|短板|低|弱|空白|尴尬|困|隐患|风险|滞后|没有|空话|摆设|流失|漏|过时|落后|忘|坏"
)


def practices(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """What some workshop or union did, and whether the text tells what came of it."""
    for at, sentence in enumerate(parts):
        if not sentence.whole or sentence.political:
            continue
        for match in _DEED.finditer(sentence.text):
            behind = sentence.text[match.end() :] + _next(parts, at)
            told = bool(_FOLLOWS.search(behind))
            unfit = _NO_DEED.search(sentence.text) or _REFUSED.search(sentence.text)
            if unfit or not balanced(match[0]):
                continue
            if (_BAD if match["many"] else _WORSE).search(match[0] + behind):
                continue
            if _HARM.search(match[0] + behind):
                continue
            if match["many"] and not told:
                continue
            yield within("deed", sentence, *match.span(), 2.4)
            if told:
                yield within("worked", sentence, *match.span(), 2.5)


def outcomes(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """A change in figures that something told before it brought about."""
    for at, sentence in enumerate(parts):
        if not sentence.whole or sentence.political or _REFUSED.search(sentence.text):
            continue
        for clause in clauses(sentence):
            fits = _RESULT.fullmatch(clause.text) and not _TOLD_ONLY.search(sentence.text)
            changed = _FROM_TO.fullmatch(clause.text)
            if not (fits or changed) or _HARM.search(clause.text):
                continue
            low = clause.start - sentence.start
            before = _before(parts, at) + sentence.text[:low]
            if _COUNTED_ONLY.search(before[-60:]):
                changed = None
            short = len(clause.text) <= (30 if changed else 26)
            done = len(_DONE.findall(before)) > (0 if changed else 1)
            stands = clause.plain or (changed and balanced(clause.text))
            if (fits or changed) and short and done and stands and not political(before):
                yield within("outcome", sentence, low, low + len(clause.text), 2.6)


def rulings(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """What a court or an arbitrator decided, where the text gives the reason before."""
    for at, sentence in enumerate(parts):
        for match in _RULED.finditer(sentence.text if sentence.whole else ""):
            if _REFUSED.search(match[0]):
                continue
            before = _before(parts, at) + sentence.text[: match.start()]
            if quotable(match[0]) and _REASON.search(before):
                yield within("ruling", sentence, *match.span(), 2.7)


def reminders(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """What workers are told to keep or look at, in case it is needed."""
    for sentence in parts:
        if not sentence.whole or sentence.political or not _TO_READERS.search(sentence.text):
            continue
        for match in _REMINDED.finditer(sentence.text):
            told = re.search("应当?|要|提醒|记得|别忘", sentence.text[: match.start()])
            if told and quotable(match[0]) and not match[0].endswith("习惯"):
                yield within("reminder", sentence, *match.span(), 2.4)


_LEADING_UP = 6
"""Sentences that what came of something may stand behind it."""


def _next(parts: Sequence[Sentence], at: int) -> str:
    behind = parts[at + 1 : at + 3]
    return "".join(part.text for part in behind if part.paragraph == parts[at].paragraph)


def _before(parts: Sequence[Sentence], at: int) -> str:
    """The sentences of the same paragraph that lead up to one: what lies further back is not what
    brought it about.
    """
    ahead = parts[max(0, at - _LEADING_UP) : at]
    return "".join(part.text for part in ahead if part.paragraph == parts[at].paragraph)


_LAW = re.compile("《[^》]*(?:法|办法|条例|规定)》|法院|仲裁|法定|法律规定")
"""What such a text says must be is the law, and nobody's advice."""
_RESULTS = re.compile("^[^，]{0,4}率|^(?:提高|提升|增加|降低|下降|升|降|缩短)到")


def _whole(match: re.Match[str]) -> int | None:
    """Where advice begins: 课题须由班组提出 with what it is about; none where that is not told."""
    if not match["words"].startswith("由"):
        return match.start("words")
    led = re.match("(?:规定|要求|明确|应当|应该|不妨|建议|可以|[可须要应])*", match[0])
    low = match.start() + (led.end() if led else 0)
    return low if low < match.start("words") else None


def advice(text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """What the author would have done about a trouble that was told right before."""
    for at, sentence in enumerate(parts):
        if not sentence.whole or sentence.political:
            continue
        for match in _ADVISED.finditer(sentence.text):
            last = (
                parts[at - 1].text if at and parts[at - 1].paragraph == sentence.paragraph else ""
            )
            if _ADVISED.search(last) or re.match("[要应]", last):
                last = ""
            before = last + sentence.text[: match.start()]
            if _REFUSED.search(match["words"]) or _OF_OTHERS.search(before[len(last) :]):
                continue
            words = match["words"]
            fits = quotable(words) and len(words) > 7 and not _ASIDE.search(words)
            low = _whole(match)
            if low is None or _LAW.search(text) or _RESULTS.search(words):
                continue
            if fits and _TROUBLED.search(before) and not political(before):
                yield within("advice", sentence, low, match.end("words"), 1.9)
                break


_ASIDE = re.compile(
    "^(?:把|将|为|给|向|由)[^，]{0,6}$|^为了|^由于|^由此|的$|前$|后$|时$|基础上$|[这那其此该他她]|作用$|力量$|关系密切"
    "|^(?:健全|完善|构建|强化|优化)[^，]*(?:机制|体系|格局|制度)$|^(?:借助|发挥)|国家|条例|立法|监管|财政|约谈|曝光"
)
"""What only leads up to what is advised, or is too wide to be one thing."""
_OF_OTHERS = re.compile("有人|有的?专家|主张|呼声|建议被|曾|如果|若")
