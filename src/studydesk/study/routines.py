"""What a workshop, a firm or a union does as a rule, or should do, told in plain words."""

import re
from collections.abc import Iterator, Sequence

from studydesk.study.find import Find, within
from studydesk.study.sentences import Sentence, balanced, political
from studydesk.study.vocabulary import any_of

_LED_IN = (
    "(?:(?:做法|办法|路子|规矩|思路|法子)[^，。；：“”]{0,6}(?:是：?|：|，是)"
    "|(?:定|换|想|立)了(?:条|个|套)?(?:规矩|思路|办法|法子)[：，]|(?:^|(?<=[，。；]))(?:我们?)?想?建议，|^现在(?=每))"
)
_WHO = (
    "(?:(?!本报讯)[^，。；：“”]{0,14}(?:总工会|工会(?:组织)?|公司|集团|厂里?|车间|班组|合作社|驿站)"
    "(?:[^，。；：“”]{0,8}一起，)?)"
)
_DOES = (
    "(?:则|还|就|先|从[^，。；：]{2,6})?(?:可以|不妨|要)?"
    "(?:把|给(?=[^，。]{2,8}[贴装配])|为[^，。；：]{2,8}(?:配|办|建|开)|在[^，。；：]{2,8}(?:设|开|办)|请来?|设立|开通|制定|抽签|划出了?|组织(?=[职工师劳人大员青一二三四五六七八九十]))"
)
_ROUTINES = (
    re.compile(f"{_LED_IN}(?P<words>[^。：？！，；][^。：？！]{{7,}})[。：]"),
    re.compile(f"(?:^(?:本报讯)?|(?<=[，。；]))(?P<words>{_WHO}{_DOES}[^。：？！]{{6,}})[。：]"),
    re.compile(
        "(?:^|(?<=[。；]))(?P<words>[^，。；：]{2,8}(?:当班|当天|当日|[一二三四五六七八九十两\\d]+(?:个?小时|天|日)内)[^。：？！]{2,})。"
    ),
)
_UNFIT = re.compile(
    "[被拒]|罚|停产|裁员|问卷|调查|显示|法院|仲裁|起诉|争议|赔偿|事故|受伤|违约|欺|应付|摆设|走过场|侧翻|垫付|[他她]|辞退|解除"
    "|累计|共有|据悉|获悉|获评|荣获|召开|会议|座谈|论坛|倒闭|欠|套上|担心|不满意|申请|本人、|记者|说[，：]|一停了之"
)
_ABOVE = re.compile(
    "万元|奖补|财政|基金|专项|招标|采购方案|薪酬|工资|津贴|挂钩|保险|补贴|[两三四五]年|考核|摘牌|劳动合同|分配|院校|信用|数据由|经费|费用|采购|改造|转岗|增加用工|运转|厂区"
)
"""What only somebody above a workshop can decide."""
_LIFE = re.compile(any_of("life"))
_FAR = re.compile("居民|村民|学生|患者|旅客|消费者|游客|招生|立法|企业主")
_POINTS_BACK = re.compile("^(?:这|那|其|它|后者|前者)|这[两三]条|前者|后者")
_LONGEST = 32
_DOER = re.compile(
    "工会|班组|车间|企业|公司|集团|[厂矿段站队院]|驿站|合作社|单位|总工会|职工|我们|他们"
)
_NO_EXAMPLE = re.compile(
    "过去|以前|从前|曾经|之前|原先|有的|有人|宁可|不当|当成|派给|判决|驳回|仲裁|法院|编制|上级|补助|招聘"
    "|留的是|手机号|电话|\\d{7}|怀孕|孕期|身体不舒服|患病"
)
"""What was given up, is not to be copied, or is somebody's own affair."""
_TURNED = re.compile(
    "^[^，。；]{0,6}(?:其实|却|但|可是|然而|针对|转机)|问题|毛病|病根|叫苦|苦(?!练|干)"
)
"""How a text goes on after what went wrong."""
_HARM = re.compile(
    "(?:工伤|事故|投诉|流失|纠纷)[^，。；降减少]{0,8}(?:升|增|多)|没有笑声|又贵又凉|流失近"
)
_WHAT_CAME = re.compile("，(?:发现|写明|结业|结果|于是|这才|原来)")
"""Where what is done ends, and what came of it begins."""


def routines(text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """Practices in plain words, and those that a workshop can take up itself."""
    if not _LIFE.search(text):
        return
    for at, sentence in enumerate(parts):
        if not sentence.whole or sentence.political:
            continue
        for pattern in _ROUTINES:
            match = pattern.search(sentence.text)
            span = _cut(sentence.text, *match.span("words")) if match else None
            if span is None or _unfit(sentence.text[slice(*span)], sentence.text):
                continue
            if not _exemplary(span, parts, at):
                continue
            yield within("practice", sentence, *span, 1.95)
            if not _ABOVE.search(sentence.text[span[0] :]):
                yield within("practicable", sentence, *span, 1.95)
            break


def _exemplary(span: tuple[int, int], parts: Sequence[Sentence], at: int) -> bool:
    """Whether somebody does it, and the text tells it as good."""
    text = parts[at].text
    rest = text[span[1] :].lstrip("，；。")
    goes_on = [part.text for part in parts[at + 1 : at + 3]]
    before = parts[at - 1].text if at else ""
    turned = _TURNED.search(rest) or any(_TURNED.search(one) for one in goes_on[:1])
    harmed = any(_HARM.search(one) for one in (rest, *goes_on))
    told_of = _NO_EXAMPLE.search(text[: span[1]]) or turned or harmed
    return bool(_DOER.search(before + text)) and not told_of


def _cut(text: str, low: int, high: int) -> tuple[int, int] | None:
    """As many whole clauses as a question can quote, and at least one."""
    came = _WHAT_CAME.search(text, low, high)
    high = came.start() if came else high
    ends = [at for at in range(low + 8, high + 1) if at == high or text[at] in "，；"]
    fitting = [at for at in ends if at - low <= _LONGEST and balanced(text[low:at])]
    ended = [at for at in fitting if at == high or text[at] == "；"]
    return (low, (ended or fitting)[-1]) if fitting else None


def _unfit(words: str, text: str) -> bool:
    return bool(
        _UNFIT.search(words)
        or _FAR.search(text)
        or _POINTS_BACK.search(words)
        or political(words)
        or words.endswith(("的", "后", "时", "中", "一起", "下"))
    )
