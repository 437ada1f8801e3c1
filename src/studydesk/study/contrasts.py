"""Sentences of an author that set one thing against another, and need no others to be understood:
不是…而是…, 与其…不如…, 只有…才….
"""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from studydesk.study.bylines import speaks_in_turn
from studydesk.study.find import Find, within
from studydesk.study.people import LABEL, workmate
from studydesk.study.reasons import abandoned, only_asks, shown, shows
from studydesk.study.sayings import BY_SOMEBODY
from studydesk.study.sentences import Sentence, balanced, beside
from studydesk.study.vocabulary import any_of

SHORTEST, LONGEST = 8, 31
_OPENING, _CLOSING = "“‘（《", "”’）》"
_LED_IN = re.compile(
    "【[^】]{1,6}】|(?:[其第][一二三四五六](?:点|条)?|首先|其次|再次|最后|总之|当然|换句话说|(?:实践|事实|经验)(?:说明|证明|表明)|也就是说|说到底|归根到底|由此看来|由此可见|从[^，]{2,20}(?:看出|看到|可见)|事实上"
    "|实践表明|打个比方|(?:[^，。；：“”]{0,8}(?:指出|提醒|强调|注意|留意|看到|说明|警惕|明确)的是|(?:同时)?(?:应当|也应|还应|也要|还要|应)(?:清醒地?)?看到)|(?:[^，。；：]{0,6}(?:看法|道理|体会|经验|启示)是)|不过|[这它](?:也|[个些一][^，]{1,6})?(?:说明|表明|告诉我们|提醒我们|启示我们|意味着)|当时很受[^，]{2}|[^，。；：“”]{0,6}(?:感受|看法|情形)(?:正好|恰恰)相反|对于[^，]{2,8}|但?至少可以说明)，"
    "|启示(?:之)?[一二三四五]，(?:是)?|(?:有意思|有趣|可喜|难得|可贵|耐人寻味|令人[^，]{1,3})的是，"
    r"|\d[．.、]"
    "|(?:我们?|笔者)(?:一直|始终|常)?(?:认为|主张|体会)，|(?:依我看|在我看来|换言之|说白了|更要紧的是|更重要的是|回头[看想]|同样)，"
    "|(?:所以|因此|可见|但是?|然而|其实|同时|于是|原来)，?|可(?![能以是谓靠见惜爱])(?=[^，]{2,10}不)"
)
"""What only joins a claim to what stands before it."""
_ADDED = re.compile("，(?:这|那|其实|可见)[^“”]*$")
"""A last clause about the claim itself: …，这是两回事."""
POINTS_AWAY = re.compile(
    "[他她你您我咱某]|(?<![一二三四五六七八九十])[这那](?!么多)|(?<![尤与])其(?![他实中余])|(?<![应钱就最])该(?![怎由不])|此|^[^，]*它"
    "|[前后两二三]者|上述|如此|另[一外]|第[一二三四五六七八九十](?![反线手时])|[两二三四五六七几][条点项层笔样种头步]|双方|对方|所谓|至于|同样[^的是]"
    "|当时|后来|起初|现在|如今|目前|近年|有的|上面|下面|倒是|的人[，。]"
)
"""What can only be understood from other sentences."""
JOINED = re.compile(
    "(?!不是[^，]+，而是)(?:[但而却也还又便则才因由并且或即如虽反再对可使让将被想看怕然除和向给以某先多少难似之得是根按据到从在当随为能像]|就(?!业|医|近|餐|地)|靠的|谈的|差别就|大约|更(?!新)"
    "|照(?![顾明料])|于是|比如|例如|尽管|哪怕|甚|尤|结果|关于|实际|事实|原[来本先]|若|倘|一旦|一[个位家名些方]|要(?!素|[^，]+，靠)|应|须|需"
    "|[不有](?![^，]{1,5}的)|与(?!其)|包括|怎|何|过去|以前|从前|去年|今年|既|只(?![有比]|[^，]+，(?:等于|就))|[一二三四五六七八九十]是|本|大[概约]|也许|或许|恰|正|好像|的|确实|诚然|固然|否则|其中"
    "|同时|值得|直到|经过|通过|往|合理的)"
)
"""What a sentence that needs none before it does not begin with."""
_TAKEN_UP = re.compile("[也却又还更便才]|(?<![原规法守准])则|就(?!业)|倒(?![数班车角闸])")
"""What joins the first clause to a sentence before it, or turns it against that."""
_WHOLE_PAIRS = re.compile("只有|没有|越|什么|谁|如果|比|任何")
_SAID = re.compile(
    "说(?![服明理法到死清透具])|问(?!题|责|卷|诊|号|政)|答(?!复|案)|认为|表示|觉得|坦言|回忆|告诉|强调|主张|反映|笑|[听看][见到]|发现|以为|承认|记者|先生|女士|笔者"
)
COUNTS = re.compile(
    r"[\dA-Za-z]|百分|[去今明昨前]年|[二三四五六七八九十百千万两几半]+[多余来]?(?:[年月日天人名元次起件家分个成倍里米度秒岁位张台份]|小时)|一起(?=案)"
)
_HAPPENED = re.compile("曾|已经|终于|突然|当场|刚刚|正在|开始(?!的$)")
"""What tells of something that happened once."""
_HALVES = tuple(
    (re.compile(one), re.compile(other))
    for one, other in (
        ("(?<![而，])(?:不是(?!一回事)|并非)(?=[^，]*，)", "是"),
        ("(?<!，)不在于?", "在"),
        ("虽|尽管", "但|却|可"),
        ("不[仅只光单但](?![看管顾])", "还|更|也|而"),
        ("既(?!然)", "[又也]"),
        ("与其", "不如"),
        ("只有", "才"),
        ("宁可|哪怕|即使", "也"),
        ("如果|若|一旦", "[就便也]"),
    )
)
"""What is half a thought where the other word does not follow it."""
_CONTRAST = re.compile(
    "而不是|不(?:应当?|该)?是[^。]*，(?:而)?是|不会(?:取代|替代|代替)[^。]*，而是|与其[^。]*不如|不等于|不是一回事|并?不在[^。]*而?在|没有[^。]*只是"
    "|只有[^。]*才|没有[^，]*，[^。]*(?:就没有|便没有)|越(?!来越)[^。]*，[^。]*越|[好胜强]过"
    "|^[^，]{2,8}的人，[^；]+；[^，；]{2,8}的人，|变的是[^，]+，不变的是"
    "|^[^，]{2,8}不[^，]{1,6}，只[^，]{2,8}$|^[^，]{1,8}[顺定稳实到好活]了，[^，]{2,8}[才就][^，]{1,4}$|^[^，]{2,8}只?[能可][^，]+，不能[^，]+$"
    "|，[^，]{0,8}却(?:(?:没有|无法|被|能|不)[^，]+|难)$|，而非|^[^，]{2,6}是[^，]{2,8}，不是[^，]{2,8}(?:；|$)|[^不]在于[^，]+，不在于|^[^，]{1,8}了，[^，]{1,8}没有"
    "|^[^，；]{1,8}可以[^，；]*，[^，；]{1,8}不能[^，；]*$|^[^，；]{2,4}，[^，；]{1,3}的是[^，；]{1,6}；[^，；]{2,4}，[^，；]{1,3}的是[^，；]{1,6}$"
    "|^[^，]{1,6}的是[^，]{2,8}，[^，]{1,6}的却是[^，]{2,8}$"
    "|^[^，]{2,8}了，[^，]{2,8}就[^，]{1,3}了$|^[^，]{1,8}是[^，]{1,8}，[^，]{1,8}才是[^，]{1,8}$|^[^，]{2,12}，[^，]{0,8}不(?:只|仅仅|光|单单|仅)是[^，]{2,12}$"
    "|^[^，]{2,8}[和与跟同][^，]{2,8}(?:是两(?:回事|码事|个概念)|不(?:是|同于)一(?:回|码)事)$"
)
_IS_SEEN = re.compile("，(?:而)?是一[段张把封首条只台辆盒碗袋本页]")
"""唱的不是流行歌，是一段山歌: what can be seen or heard, and is no thought."""
_TURNED = re.compile(
    "^[^，；]{4,}，[^，；]{0,10}(?:却(?!是)|反而|反倒)[^，；]{2,}$|^[^，；]{4,}，(?:但|可)是?(?!以)[^，；]{4,}$"
)
"""Any other two clauses of which the second goes against the first."""
_WORN = re.compile(
    f"{any_of('weighty')}|{any_of('disputed')}|{any_of('policy')}|{any_of('private')}"
    "|^[^，]{1,6}在于，|并重|的话|道出|早就|不懂|恩赐|罚"
)
_CALLS_FOR = re.compile(f"^{any_of('measure')}")
_QUARREL = re.compile("罢工|停工|上访|静坐")
"""A text that has any of this is not asked about for what it claims."""
_OTHERS_VIEW = re.compile("老话|俗话|有(?:的)?人|常说|说法|口头禅|以为|观念")
_DENIED = re.compile(
    "(?:可|但)?(?:这|这[话种个][^，。]{0,6})(?:其实)?[^。]{0,8}(?:不对|未必|片面|站不住|大错|不全|商榷|误解|偏见)"
    "|其实不然|我不(?:赞成|同意)"
)
"""Whose claims are not the author's, and how the author turns them down."""


def stretches(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Where the whole of a sentence begins and ends without its stop, and what stands behind its
    colon; what only joins it to others is left out.
    """
    text, depth, low = sentence.text, 0, 0
    if series := _SERIES.match(text):
        yield series.span("first")
    for at, sign in enumerate(text):
        depth += (sign in _OPENING) - (sign in _CLOSING)
        if depth > 0 or sign not in "：—。！？":
            continue
        low = led_in(text, low, at)
        added = _ADDED.search(text, low, at)
        if sign in "：。":
            yield low, added.start() if added else at
        low = at + 1


_SERIES = re.compile(
    "(?P<first>[^，；：。“”]{2,8}可以[^，；：。]*，[^，；：。]{2,8}不能[^，；：。]*)；"
    "[^，；：。]+可以[^，；：。]*，[^，；：。]+不能"
)
"""分活可以交，评人不能交；计量可以交，…: the first of several pairs says what all of them do."""


def led_in(text: str, low: int, high: int) -> int:
    """Where a stretch of a sentence begins behind what only joins it to what stands before."""
    low += len(text[low:high]) - len(text[low:high].lstrip())
    while led := _LED_IN.match(text, low, high):
        low = led.end()
    return low


def alone(words: str) -> bool:
    """Whether words can be understood without those before and behind them."""
    if not (SHORTEST <= len(words) <= LONGEST and balanced(words)):
        return False
    head = words.partition("，")[0]
    joined = _TAKEN_UP.search(head) and not _WHOLE_PAIRS.search(head)
    if joined or JOINED.match(words) or POINTS_AWAY.search(words) or _SAID.search(words):
        return False
    return not any(
        (half := one.search(words)) and not other.search(words, half.end())
        for one, other in _HALVES
    )


def general(words: str) -> bool:
    """Whether words can be understood alone, and tell of no event and no share."""
    return _always_so(words) and alone(words) and not _CALLS_FOR.search(words)


def _always_so(words: str) -> bool:
    """Whether words tell of no event and no share, and set nobody against anybody."""
    return not (COUNTS.search(words) or _HAPPENED.search(words) or _WORN.search(words))


def antithetic(words: str) -> bool:
    """Whether two clauses mirror each other: 口号传不远，故事传得远."""
    one, stop, other = words.partition("；" if "；" in words else "，")
    if not stop or one.count("，") != other.count("，") or abs(len(one) - len(other)) > 2:
        return False
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    halves_denied = [bool(_DENIAL.search(_OR_NOT.sub("", half))) for half in (one, other)]
    if halves_denied[0] is halves_denied[1] and not _COMPARED.search(words):
        return False
    shared = sum(block.size for block in blocks) / max(1, min(len(one), len(other)))
    mirrored = shared >= _MIRRORED and max(block.size for block in blocks) <= _SHARED
    return mirrored and one[:3] != other[:3] and not _PLAN.search(words)


_COMPARED = re.compile("越[^，]*，[^，]*越|，[^，]*更[^，]{1,3}$")
_DENIAL = re.compile("[不没]|难")
_OR_NOT = re.compile(r"(.)[不没]\1")
"""灵不灵 denies nothing."""
_MIRRORED, _SHARED = 0.3, 4
"""What two clauses have in common at least, and the characters on end at most."""
_PLAN = re.compile(
    "^(?:既|也|又|要|更)|，(?:也|又|更|还|再|都|就|便|要|但|在于|让)|推动|促进|提升|规范|写道"
)
"""What adds to the first clause, or tells of plans."""


def contrasts(text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """What an author sets against something else."""
    if _QUARREL.search(text):
        return
    for number, sentence in enumerate(parts):
        behind = parts[number + 1].text if number + 1 < len(parts) else ""
        if sentence.political or not sentence.whole or _DENIED.match(behind):
            continue
        quoted: list[tuple[int, int]] = []
        others = _OTHERS_VIEW.search(sentence.text)
        for low, high in stretches(sentence):
            words = sentence.text[low:high]
            theirs = others and others.end() <= low
            announces = sentence.text[high : high + 1] == "："
            turned = (antithetic(words) or _TURNED.search(words)) and not _is_aside(parts, number)
            set_apart = _CONTRAST.search(words) or (turned and not announces)
            fits = general(words) or (words.startswith("与其") and alone(words))
            if not theirs and set_apart and fits and not _IS_SEEN.search(words):
                quoted.append((low, high))
                yield _grounded(within("contrast", sentence, low, high, 3.4), parts, number)
        for low, high in _opposed(sentence):
            if not any(low < end and start < high for start, end in quoted):
                yield _grounded(within("contrast", sentence, low, high, 3.3), parts, number)


_DENIES = "(?:(?:并|往往|常常|首先)?不(?:是|在于?|靠)|并非|(?:并)?没有)"
_LOOKED_AT = "(?:分开|单独|单个|一件件|一项项)(?:来?看来?|拿出来)?"
_PUT_TOGETHER = "(?:合|累积|加|连|凑|积)[^，。；：“”]{0,3}起来?看?"
_OPPOSED = re.compile(
    "(?:^|(?<=[。，：]))(?:发现|说明|意味着|表明|证明)?"
    f"(?P<words>(?!中间|背后|里面|前面|排)[^，。；：“”]{{2,16}}?{_DENIES}[^，。；：]{{2,20}}，而(?:是|在于?|靠)[^，。；：]{{2,20}}"
    f"|[^，。；：“”]{{0,8}}{_LOOKED_AT}[^，。；：“”]{{3,16}}，{_PUT_TOGETHER}[^，。；：“”]{{0,3}}[却就][^，。；：“”]{{4,20}})"
    "(?=。)"
)
"""Two clauses at the end of a sentence that set one thing against the other by themselves."""
_MANY = re.compile("^(?:不少|许多|很多)")
"""How a clause begins that says of many what is understood alone."""


def _opposed(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Where two clauses stand that a word on either side sets against each other."""
    for found in _OPPOSED.finditer(sentence.text):
        words = found["words"]
        theirs = _OTHERS_VIEW.search(sentence.text[: found.start("words")])
        seen = _IS_SEEN.search(words) or theirs
        if alone(_MANY.sub("", words)) and _always_so(words.replace("几", "")) and not seen:
            yield found.span("words")


def _is_aside(parts: Sequence[Sentence], at: int) -> bool:
    """Whether a sentence stands between two that are counted, and is not counted itself."""
    own = beside(parts, at)
    place = next(n for n, part in enumerate(own) if part is parts[at])
    counted = [bool(_ITEM.match(part.text)) for part in own]
    return not counted[place] and any(counted[:place]) and any(counted[place + 1 :])


_ITEM = re.compile("第[一二三四五六七八][，个件条项种点步样招]|[一二三四五六]是|其[一二三四五六]")


def _grounded(find: Find, parts: Sequence[Sentence], at: int) -> Find:
    """A contrast with who says it, in an interview, and whether its paragraph has enough beside it
    to be a ground.
    """
    own = beside(parts, at)
    label = LABEL.match(own[0].text)
    told = "".join(part.text for part in own)
    speaker = label and speaks_in_turn(label[0])
    find.more["who"] = workmate(label["label"], told) if label else ""
    theirs = BY_SOMEBODY.search(find.sentence.text[: find.start - find.sentence.start])
    find.more.update({} if theirs and not speaker else {"by": "yes"})
    place = own.index(find.sentence)
    asks = only_asks(own[place + 1 :])
    flourish = place == 0 and len(own) == _ONE_MORE
    enough = len(own) > 2 or sum(len(part.text) for part in own) - len(find.words) >= _GROUND
    grounds = enough and not (asks or flourish or abandoned(own, place))
    find.more.update({"grounds": "yes"} if grounds else {"asks": "yes"} if asks else {})
    told = "".join(part.text for part in own if part is not find.sentence)
    bears = grounds and shows(told) and "；" not in find.words
    find.more.update(shown(find.words) if bears else {})
    find.more.update({"craft": "yes"} if CRAFT.search(find.words) else {})
    return find


_ONE_MORE = 2
"""Sentences of a paragraph of which the first is an opening flourish, if it sets anything apart."""
_GROUND = 40
"""Characters of the paragraph beside a claim, that it can be explained by."""
CRAFT = re.compile(
    "手(?!机|续)|活(?![动力跃])|机器|工具|师傅|徒弟|标准|法子|办法|现场|故障|图纸|隐患|工序|设备|记录|台账"
)
"""What is at hand at any work."""
