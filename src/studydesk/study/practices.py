"""What a workshop, a firm or a union does as a rule, told as good, and what it brought about."""

import re
from collections.abc import Iterator, Sequence

from studydesk.study.find import Find, within
from studydesk.study.sentences import Sentence, balanced, clauses, political
from studydesk.study.vocabulary import any_of

SHORTEST, LONGEST = 8, 28
_LED_IN = (
    "(?:(?:做法|办法|路子|规矩|思路|法子)[^，。；：“”]{0,6}：|(?:[定换想立订]了|[定立订]下)(?:一?[条个套])?(?:规矩|思路|办法|法子)[：，]"
    "|(?:写进|约定|商定|[定立订]下)(?:了)?(?:一条)?：)"
)
_WHO = (
    "(?:(?!本报讯)[^，。；：“”]{0,14}(?:总工会|工会(?:组织)?|公司|集团|厂里?|车间|班组|合作社|驿站|站里|段里|队里)"
    "(?:[^，。；：“”]{0,8}一起，)?)"
)
_DOES = (
    "(?:还|就|先|从[^，。；：]{2,6})?"
    "(?:把|给(?=[^，。]{2,8}[贴装配])|为[^，。；：]{2,8}(?:配|办|建|开)|在[^，。；：]{2,8}(?:设|开|办)|每[天周月季]|设立|开通|制定|抽签|划出了?"
    "|组织(?=[职工师劳人大员青一二三四五六七八九十]))"
)
_OPEN = "(?:^(?:本报讯)?|(?<=[，。；：]))"
_PRACTICES = (
    re.compile(f"{_LED_IN}(?P<words>[^。：？！，；][^。：？！]{{7,}})[。：]"),
    re.compile(f"{_OPEN}(?P<words>{_WHO}{_DOES}[^。：？！]{{6,}})[。：]"),
    re.compile(
        f"{_OPEN}(?P<words>[^，。；：]{{2,8}}(?:当班|当天|当日|[一二三四五六七八九十两\\d]+(?:个?小时|天|日)内)"
        "(?:答复|回复|回话|反馈|办结|办理|处理|解决)[^，。；：]{0,10})[，。；]"
    ),
    re.compile(
        f"{_OPEN}(?P<words>[^，。；：由]{{2,10}}，?由[^，。；：]{{2,12}}(?:改为|改成|换成)[^，。；：]{{2,14}})[。；]"
    ),
    re.compile(
        f"{_OPEN}(?P<words>[^，。；：由]{{2,10}}，由[^，。；：]{{2,8}}(?:[认评审核]定|确认|复核|打分)[^，。；：]{{0,6}})[。；，]"
    ),
    re.compile(
        f"{_OPEN}(?P<words>[^，。；：]{{0,8}}(?:办法|做法|规矩)，?是(?:把|由|给|让|请|每)[^，。；：]{{4,18}}(?:，[^，。；：]{{2,8}})?)[。：]"
    ),
    re.compile(
        f"{_OPEN}(?P<words>[^。；：？！]{{2,24}}(?<!也)(?:不用|不必|无须|只需)[^。；：？！]{{2,20}}?)[。；]"
    ),
    re.compile(f"{_OPEN}(?P<words>[^。；：？！“”]{{6,24}}(?:即可|就行))[。；]"),
    re.compile(f"{_OPEN}(?P<words>凡是?[^，。；：]{{4,20}}一律[^，。；：]{{2,12}})[，。；]"),
)
"""班组…把…; 当班答复…; …由甲改为乙; 是否办结，由提案人认定; 补救的办法，是把…; 凡是…一律…."""
_UNFIT = re.compile(
    "[被拒]|的每|人说|想要|\\d{3}|罚|停产|裁员|问卷|调查|显示|法院|仲裁|起诉|争议|赔偿|事故|受伤|违约|欺|应付|摆设|走过场|侧翻|垫付|[他她]|辞退|解除|判决|诉讼"
    "|累计|共有|据悉|获悉|获评|荣获|召开|会议|座谈|论坛|倒闭|欠|套上|担心|不满意|本人、|记者|政府|部门[会联]|住建|卫健|人社|纳入|[一二三四五六七八九两几]成(?![员果本])|说[，：“]|一停了之|当作|摆在|位置"
)
_ABOVE = re.compile(
    "万元|奖补|财政|基金|专项|招标|采购方案|薪酬|工资|津贴|挂钩|保险|补贴|[两三四五]年|考核|摘牌|劳动合同|分配|院校|信用|数据由|经费|费用|采购|改造|转岗|增加用工|运转|厂区|编制|政府|部门|带薪|集体协商"
)
"""What only somebody above a workshop can decide."""
_LIFE = re.compile(any_of("life"))
_LAW = re.compile("法院|仲裁|劳动法|劳动合同法|条例|暂行办法")
"""What a text has that says what the law lays down."""
_FAR = re.compile("居民|村民|学生|患者|旅客|消费者|游客|招生|立法|企业主")
_POINTS_AWAY = re.compile(
    "^(?:点|在|对|从|并|也|又|还|再|更|于是|后来|该)|^[^，]{2,8}[也还则]|[这那此其它我](?!他)|女士|先生|[这两三]条|前者|后者"
)
_DOER = re.compile(
    "工会|班组|车间|企业|公司|集团|[厂矿段站队院]|驿站|合作社|单位|总工会|职工|我们|他们|代表"
)
_NO_EXAMPLE = re.compile(
    "过去|以前|从前|曾经|之前|原先|有的|有人|宁可|不当|当成|派给|判决|驳回|仲裁|法院|编制|上级|补助|招聘"
    "|留的是|手机号|\\d{7}|怀孕|孕期|身体不舒服|患病|亲属"
)
"""What was given up, is not to be copied, or is somebody's own affair."""
_CONDEMNED = re.compile(any_of("condemned"))
_TURNED = re.compile(
    "^[^，。；]{0,6}(?:其实|却|但|可是|然而|针对|转机)|问题|毛病|病根|叫苦|苦(?!练|干)"
)
"""How a text goes on after what went wrong."""
_SAYS_WHAT = re.compile("都|均|一律|必须|由(?![此于])|就|才|则")
"""How a clause begins that the one before it is only the subject of."""
_HARM = re.compile(
    "(?:工伤|事故|投诉|流失|纠纷|返工|差错)[^，。；降减少]{0,8}(?:升|增|多)|没有笑声|又贵又凉|流失近"
    "|(?:满意|效率|产量|合格|收入|工资|质量|参与)[^，。；升增提高]{0,10}(?:下降|降[了低至到]|减少|少了|跌|下滑)|申报数|不是滋味"
)
"""What nobody would have brought about."""
_WHAT_CAME = re.compile("，(?:发现|写明|结业|结果|于是|这才|原来)")
"""Where what is done ends, and what came of it begins."""


def practices(text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """Practices in plain words, and those that a workshop can take up itself."""
    if not _LIFE.search(text) or _LAW.search(text):
        return
    for at, sentence in enumerate(parts):
        if not sentence.whole or sentence.political:
            continue
        for pattern in _PRACTICES:
            match = pattern.search(sentence.text)
            span = _cut(sentence.text, *match.span("words")) if match else None
            if span and pattern is not _PRACTICES[0] and not pattern.search(_alone(span, sentence)):
                continue  # what makes it a practice stands behind the cut
            if span is None or _unfit(sentence.text[slice(*span)], sentence.text):
                continue
            if not _exemplary(span, parts, at):
                continue
            yield within("practice", sentence, *span, 2.5)
            if not _ABOVE.search(sentence.text[span[0] :]):
                yield within("practicable", sentence, *span, 2.5)
            break


def _alone(span: tuple[int, int], sentence: Sentence) -> str:
    return sentence.text[slice(*span)] + "。"


def _exemplary(span: tuple[int, int], parts: Sequence[Sentence], at: int) -> bool:
    """Whether somebody does it, and the text tells it as good."""
    text = parts[at].text
    rest = text[span[1] :].lstrip("，；。")
    goes_on = [part.text for part in parts[at + 1 : at + 3]]
    before = parts[at - 1].text if at else ""
    unfinished = _SAYS_WHAT.match(rest)
    turned = _TURNED.search(rest) or any(_TURNED.search(one) for one in goes_on[:1])
    harmed = any(_HARM.search(one) for one in (rest, *goes_on))
    told_of = _NO_EXAMPLE.search(text[: span[1]]) or turned or harmed or condemned(parts, at)
    return bool(_DOER.search(before + text + "".join(goes_on[:1]))) and not (told_of or unfinished)


def condemned(parts: Sequence[Sentence], at: int) -> bool:
    """Whether a sentence, or what follows it, says that what it tells of was wrong."""
    return any(_CONDEMNED.search(part.text) for part in parts[at : at + 3])


def _cut(text: str, low: int, high: int) -> tuple[int, int] | None:
    """As many whole clauses as a question can quote, and at least one."""
    came = _WHAT_CAME.search(text, low, high)
    high = came.start() if came else high
    ends = [at for at in range(low + SHORTEST, high + 1) if at == high or text[at] in "，；"]
    fitting = [at for at in ends if at - low <= LONGEST and balanced(text[low:at])]
    ended = [at for at in fitting if at == high or text[at] == "；"]
    return (low, (ended or fitting)[-1]) if fitting else None


def _unfit(words: str, text: str) -> bool:
    return bool(
        _UNFIT.search(words)
        or _FAR.search(text)
        or _POINTS_AWAY.search(words)
        or political(words)
        or words.endswith(("的", "后", "时", "中", "一起", "下"))
    )


_CHANGE = (
    "(?:[升降涨少](?!级)|增|提高|提升|缩短|压缩|减少|下降|上升|增长|增加)"
    "(?:了?[到至为]|了|近|(?=[\\d一二三四五六七八九十百千两半]))"
)
_COUNT = "[\\d一二三四五六七八九十百千万两半几大]"
_RESULT = re.compile(
    f"(?![但而可却第年])[^，。；：“”]{{3,20}}{_CHANGE}[^，。；：“”]{{0,6}}{_COUNT}[^，。；：“”]{{0,8}}"
)
"""履行率由此从71%提高到96%."""
_DONE = re.compile(
    "把|将|组织|设立|推出|发动|开设|建立|推行|请|办起|开展|邀请|引入|试行|实行|创办|配|改|换|牵头|轮流|公示|合并|研制|贴上|装上|攻关|做法"
)
_NO_OUTCOME = re.compile(
    "预计|预测|缺口|累计|规模|其中|只有|不足|仅|赔偿|罚|受害|伤亡|事故|收入|工资"
)
_DANGLING = re.compile("^[^，]*却|^[使让把将]|^当[年月]|也[由从]|[又她他我你这那其]|第[一二三]")
_LEADING_UP = 4
"""Sentences that what came of something may stand behind it."""


def outcomes(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """A change in figures that something told before it in its paragraph brought about."""
    for at, sentence in enumerate(parts):
        if not sentence.whole or sentence.political or _NO_OUTCOME.search(sentence.text):
            continue
        told = "".join(part.text for part in parts[max(0, at - _LEADING_UP) : at])
        last = 0
        for clause in clauses(sentence):
            low, high = clause.start - sentence.start, clause.end - sentence.start
            before = told + sentence.text[:low]
            fits = _RESULT.fullmatch(clause.text) and not _HARM.search(clause.text)
            low, last = last if "却" in clause.text else low, low
            words = sentence.text[low:high]
            if not fits or len(words) > LONGEST or _DANGLING.search(words):
                continue
            if balanced(words) and _DONE.search(before) and not political(before):
                yield within("outcome", sentence, low, high, 2.0)
                break
