"""Turns of phrase within one sentence that can be asked about: changes, coined words,
what somebody said, a document's words, a leader's.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from studydesk.study.find import Find, within
from studydesk.study.sentences import (
    NOBODY,
    Clause,
    Sentence,
    balanced,
    clauses,
    political,
    quotable,
)
from studydesk.study.vocabulary import any_of

_SHIFT = re.compile(
    r"(?:从|由)(?P<a>[^，。；、]{2,14}?)(?:转向|转变为|转为|迈向|跃升为|走向|向)(?P<b>[^，。；]{2,18}?)(?:转变(?=[，。；的])|(?=[，。；]))"
)
_TURN = re.compile(
    r"(?:从|由|把|变)?“[^“”]{2,10}”(?:到|变为|变成|转为|转变为|转换为|转化为|转向|走向|迈向)“[^“”]{2,10}”"
)
_TWO = re.compile(
    r"既(?:要|能|可以|提升|带来|会)[^，。；]{3,22}，?(?:又|也)[^，。；]{3,24}(?=[，。；])"
)
_RATHER = re.compile(r"与其[^，。；]{3,18}，不如[^，。；]{3,20}(?=[。；])")
_NOT_BUT = re.compile(
    r"(?:不能|不应|不要|不宜|不该)[^，。；]{3,18}，(?:而要|而应|而是要|更要)[^，。；]{4,22}(?=[，。；])"
)
_ONLY = re.compile(r"只有[^，。；]{3,18}，[^，。；]{0,6}才(?:能|会)[^，。；]{3,20}(?=[，。；])")
_NOW = re.compile(
    r"(?:过去|以前|从前|原来)[^，。；]{3,18}，(?:如今|现在|今天)[^，。；]{3,20}(?=[。；])"
)
_KEY = re.compile(
    r"(?:^|(?<=[。；]))[^，。；：“”]{4,18}，?(?:关键|难点|重点|根子|出路|诀窍)(?:在于|就?在|是)[^，。；：]{3,18}(?=[。；：])"
)
_MEANS = re.compile(
    "通过[^，。；]{4,18}，(?:实现|提升|提高|推动|促进|增强|带动|让|使|引导|激发|培养|打造|解决)[^，。；]{4,16}(?=[，。；])"
)
_FIGURE = re.compile(
    r"\d[\d.,]*(?:多|余)?(?:万|亿)?(?:余|多)?(?:[个名人家次件项%％元户场期种类条所座台位倍]|个百分点)(?!方面)"
)
_SHARE = re.compile(
    "[一二三四五六七八九两近半]成[^熟为立]|[一两二三四五六七八九十]倍|分之[一二三四五六七八九十]|个百分点"
)
_TELLING = re.compile(r"成|率|占|[万亿%％倍]|百分点|[降升增减]|缩短|由|超")
_SHOWN = re.compile("(?:[^，。；]{0,6}显示|却|而|结果|发现)")
"""What leads up to a figure."""
_NO_FIGURE = re.compile(
    "按照|收取|兑现|定为|[降加]薪|其中|注册|凡是|累计|第[一二三\\d]|不少于|不低于|不超过|的页面|。|如果|扣|低于|拿出|放到|最高|每人每"
)
_NO_SUBJECT = re.compile(
    "[是为占达比仅只有共约近超升降增减其但而却也]|到了|从|由|百分之|[\\d一二三四五六七八九十两]+[成万倍]"
)
"""A clause that begins so tells of what stands before it."""
_NO_COINAGE = re.compile(
    "十[四五]|[型式性化级器双军制]$|约束$|一带一路|卡脖子|重男轻女|失灵|弱资|之手$|需要$|问题|为什么|怎么|职业|精神$|经验$|光荣|伟大|创造|[家派雁军兵者度率]$|先锋"
)
_COINAGE = re.compile(r"“([\u4e00-\u9fff]{3,8})”")
_SO_CALLED = re.compile(
    "(?:^|(?<=[，。；]))所谓“?([^，。；：“”]{3,10})”?，?(?:就是|是指|是|即|指的是|指)(?!否)"
)
_CALLED = re.compile(
    "(?:叫|叫作|叫做|称为|称作|称之为|就是|(?:是|构成了?|形成)[^，。；“”]{0,14}的)$"
)
_NO_WORK = re.compile("工$|[不没无别你我他]|为什么|怎么|承诺|问题|需要|关系|学校|大学")
_PERSON = re.compile("(?:工匠|职工|工人|能手|标兵|带头人|骨干|师)$")
_AT_WORK = re.compile(
    "骑手|司机|快递员|职工|工会|班组|工人|工友|师傅|徒弟|一线|车间|劳动者|培训|技能"
)
_BIG_WORD = re.compile(any_of("big_word"))
_MADE = re.compile(
    "(?:设立|开展|推行|建立|打造|实施|启动|(?<!工会)组织|举办|开办|推出|搭建|探索|开设|开通|发起|创办|选出|选拔|培养|评选|试行|组建|成立|搞|办起|实行|设计|另设|产生|担任|聘请)"
    "(?:了|起)?[^，。；“”]{0,6}$"
)
_SAID = re.compile(
    "“(?P<words>[^“”]{9,37}[^“”。！？，])[。！？，]?”[^“”。]{0,12}(?:说|坦言|感慨|回忆|告诉|解释|笑道)|"
    "(?:说|坦言|感慨|回忆|解释|告诉[^，。：]{1,6})(?:道|起)?[：，]“(?P<more>[^“”]{9,37}[^“”。！？，])[。！？]?”"
)
_TOLD = re.compile(
    "(?:^|(?<=[。；]))(?:[^，。；“”]{0,10}?(?:师傅|老工人|工友|职工|班长|钳工|焊工|电工)|他|她)(?:常|总|老)?说，"
    "(?P<told>(?![^。]*(?:[\\d我他她你这那等将]|公司|[去今明]年|已经|目前|计划|妈|元|记者))[^。“”：]{8,36})(?=。)"
)
"""What somebody at work says, without quotation marks: 师傅说，手不平，心就不平。"""
_SPEAKS_AT_WORK = re.compile(
    "职工|工人|工友|师傅|徒弟|班组|班长|骑手|司机|技师|车间|钳工|焊工|电工|操作工|农民工"
)
_EMPLOYER = re.compile(
    "(?:公司|老板|领导|厂长|厂方|经理|站长|总监|资方|管理方|单位|平台)[^，。“]{0,4}$"
)
"""Who speaks for those that pay: not one of the floor."""
_OFFICIAL = re.compile("书记|部长|局长|主任|厅长|省长|市长|县长|处长|专家|教授|学者|律师|法官|记者")
_LEADER = re.compile("习近平总书记[^，。“]{0,40}(?:指出|强调|要求)(?=[，：、“]|要)")
_DOCUMENT = re.compile(
    "《([^》]{2,28}(?:意见|建议|方案|规划|纲要|办法|条例|法|决定|通知|规定|计划|要点))》"
    "[^，。；关准]{0,6}(?:提出|明确|要求|指出|规定|强调)"
)
_MEASURE = re.compile(any_of("measure"))
_PATTERNS = (
    ("shift", _SHIFT, 3.0),
    ("turn", _TURN, 2.9),
    ("two-sided", _TWO, 2.4),
    ("rather", _RATHER, 2.7),
    ("contrast", _NOT_BUT, 2.5),
    ("only", _ONLY, 2.3),
    ("now", _NOW, 2.2),
    ("means", _MEANS, 1.6),
)


def _open(parts: Sequence[Sentence]) -> Iterator[Sentence]:
    """The sentences that a workshop may weigh."""
    return (part for part in parts if part.whole and not part.political)


def patterns(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """Changes, things with two sides, what is better than something else, means to an end."""
    for sentence in _open(parts):
        for structure, pattern, worth in _PATTERNS:
            for match in pattern.finditer(sentence.text):
                if quotable(match[0]) and not re.search("[他她它]", match[0]):
                    yield within(structure, sentence, *match.span(), worth)


def answered(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """What the text asks, or calls the key to something, and goes on to answer."""
    for number, sentence in enumerate(parts):
        rest = [part for part in parts[number + 1 :] if part.paragraph <= sentence.paragraph + 1]
        own = [part for part in parts if part.paragraph == sentence.paragraph]
        if not sentence.whole or sentence.political:
            continue
        posed = _POSED.search(sentence.text)
        if posed and any(_MEASURE.search(part.text) for part in parts[number + 2 :]):
            yield within("posed", sentence, *posed.span("asks"), 2.3)
        if not rest:
            continue
        asks = re.fullmatch(
            r"\s*(?:[^：。]{1,8}：)?(?P<asks>(?![它他她这那很请])[^。！？“”：，]{4,20}(?:，[^。！？“”：，]{2,16})?？)",
            sentence.text,
        )
        answers = _answers(sentence, own, rest)
        if asks and answers and _ASKS.search(asks["asks"]):
            yield within("asked", sentence, *asks.span("asks"), 2.4)
            if len(_LAYERS.findall("".join(part.text for part in answers))) > 1:
                yield within("layered", sentence, *asks.span("asks"), 2.4)
        key = _KEY.search(sentence.text)
        if key and quotable(key[0]) and not NOBODY.search(key[0]):
            yield within("key", sentence, *key.span(), 2.0)


def _answers(
    asks: Sentence, own: Sequence[Sentence], rest: Sequence[Sentence]
) -> Sequence[Sentence]:
    """What stands behind a question as its answer: none where the next sentence is none, where it
    is one of several questions, or somebody asks it in a talk.
    """
    at = own.index(asks)
    last = at == len(own) - 1
    if _RHETORICAL.search(asks.text) or _INTERVIEWER.match(asks.text) or not rest:
        return ()
    if last and at and not re.match("首先|第一|其一|一是", rest[0].text):
        return ()
    if at and own[at - 1].text.rstrip("”’").endswith("？"):
        return ()
    if not at and re.search("这样|这么|如此", asks.text):  # what it means, stands elsewhere
        return ()
    answer = rest[0]
    states = answer.text.rstrip("”’").endswith("。") and not _INTERVIEWER.match(answer.text)
    return rest if states else ()


_INTERVIEWER = re.compile("(?:记者|问|主持人|[甲乙])：")
_LAYERS = re.compile(
    "首先|其[一二三次]|[一二三]是|第[一二三]|再[次就看说]|另一|还有|同时|此外|更[深要]|最后"
)
_POSED = re.compile(
    "(?:^|(?<=[，。；]))(?P<asks>(?:如何|怎样|怎么)(?:[^，。？“”]|“[^“”]{2,8}”){4,30}(?<!的))"
    "，?(?:正?是|已?成为|成了|值得|摆在)[^。]{0,24}(?:课题|问题|必答题|考题|难题|学问|探讨|思考|认真对待)"
)
_ASKS = re.compile("怎样|如何|怎么|什么|哪|谁|多少|几|为何|多久|多长|何时|何处")
_RHETORICAL = re.compile("难道|岂|何尝|谁不|怎能|怎么能|何必|吗|呢？|不也|是否|能否|可否|算不算")


def figures(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """Figures that show how much something is, or has changed: one of a sentence, with what it is
    about, which may stand in the clause before.
    """
    for sentence in _open(parts):
        if not _AT_WORK.search(sentence.text):
            continue
        last: Clause | None = None
        for clause in clauses(sentence):
            tells = _FIGURE.search(clause.text) and _TELLING.search(clause.text)
            tells = tells or _SHARE.search(clause.text + "。")
            first = last if last and _NO_SUBJECT.match(clause.text) else clause
            last = clause
            low, high = first.start - sentence.start, clause.end - sentence.start
            shown = _SHOWN.match(sentence.text, low, high)
            low = shown.end() if shown else low
            words = sentence.text[low:high]
            fits = len(words) <= 34 and balanced(words) and not _NO_SUBJECT.match(words)
            if tells and fits and not _NO_FIGURE.search(words):
                yield within("figure", sentence, low, high, 2.3)
                break


def coinages(text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """Words between quotation marks that the text makes its own."""
    for sentence in _open(parts):
        for match in _COINAGE.finditer(sentence.text):
            coined = match[1]
            before = sentence.text[: match.start()]
            apart = political(coined) or _NO_COINAGE.search(coined) or _MOCKED.search(before)
            if not apart and not _half_of_a_pair(coined, sentence.text):
                yield from _coined(text, parts, sentence, match)


def _half_of_a_pair(coined: str, text: str) -> bool:
    """Whether other quoted words are coined after it, as in “一阵子” and “一辈子”."""
    others = (other for other in re.findall("“([^“”]+)”", text) if other != coined)
    return any(len(other) == len(coined) and set(other) & set(coined) for other in others)


def _coined(
    text: str, parts: Sequence[Sentence], sentence: Sentence, match: re.Match[str]
) -> Iterator[Find]:
    coined, span = match[1], match.span(1)
    often = text.count(coined)
    before, behind = sentence.text[: match.start()], sentence.text[match.end() :]
    elsewhere = any(coined in part.text for part in parts if part != sentence and part.whole)
    named = _CALLED.search(before) or re.match("是|指|就是|即|，使其", behind)
    if named and elsewhere:
        yield within("coinage", sentence, *span, 1.8 + 0.3 * min(3, often - 1))
    if _AT_WORK.search(text) and (_MADE.search(before) or _MADE_BEHIND.match(behind)):
        if _PERSON.search(coined) and not _ROLE.search(before):
            if elsewhere:
                yield within("person", sentence, *span, 2.0)
        elif (
            len(coined) > 2
            and not _NO_WORK.search(coined)
            and behind[:1] not in tuple("一二三四五六七八九十")  # “红黄绿”三色机制
            and (elsewhere or not _COUNTED.fullmatch(coined))
        ):
            yield within("at-work", sentence, *span, 2.0)
            if not _above(sentence, parts) and not _AGREED.search(coined):
                yield within("tryable", sentence, *span, 2.0)
    if often > 2 and len(coined) > 3:
        yield within("recurring", sentence, *span, 1.5)


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
_MADE_BEHIND = re.compile("(?:机制|制度|工作法|做法|办法|模式|小组|行动|活动|服务|计划|平台)")
_COUNTED = re.compile("(?:[一二三四五六七八九两双][\u4e00-\u9fff]){2}")
"""一函两书: a name that says how many, and not of what."""
_AGREED = re.compile("[权假金函书]$")
"""What is granted or agreed upon, not got ready."""
_ROLE = re.compile("(?:担任|产生|聘请|选出|当起)[^，。；“”]{0,10}$")
"""What stands before a name that says what somebody does, not who they are."""
_FUNDED = re.compile(
    "万元|奖补|财政|基金|专项资金|[两三四五]年(?:一|内|计划)|连续[两三四五]年|给予[^，。]{0,8}(?:补助|奖励|补贴)"
)


def so_called(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """A word that the text explains: 所谓嵌入式服务，是把…."""
    for sentence in _open(parts):
        match = _SO_CALLED.search(sentence.text)
        if match and not political(match[1]):
            yield within("coinage", sentence, *match.span(1), 2.6)


def big_words(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """Big words of the field that reach down to a post, each where it stands first."""
    told: set[str] = set()
    for sentence in _open(parts):
        for match in _BIG_WORD.finditer(sentence.text):
            if match[0] not in told and _AT_WORK.search(sentence.text):
                told.add(match[0])
                yield within("big-word", sentence, *match.span(), 0.6)


def sayings(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """What somebody at work said, in their own words."""
    for number, (sentence, after) in enumerate(zip_longest(parts, parts[1:])):
        if not sentence.whole or sentence.political:
            continue
        behind = after.text if after and after.paragraph == sentence.paragraph else ""
        match = (
            _SAID.search(sentence.text)
            or _SAID.match(sentence.text + behind)
            or _TOLD.search(sentence.text)
        )
        if match is None:
            continue
        group = match.lastgroup or ""
        if _EMPLOYER.search(_speaker(match)):
            continue
        around = (sentence.text + behind).replace(match[group], "")
        if re.match("[他她]?说|[^，。]{0,6}[他她]", around):  # who it is, stands before
            around += "".join(part.text for part in parts[:number] if part.whole)
        if _SPEAKS_AT_WORK.search(around) and not _OFFICIAL.search(around):
            yield within("saying", sentence, *match.span(group), 2.5)


def _speaker(match: re.Match[str]) -> str:
    """What stands before the 说 that goes with quoted words."""
    whole = match.string[: match.end()]
    apart = whole.replace(match[match.lastgroup or ""], "“").partition("“")
    said = apart[0] if re.search("[说言慨忆释诉道][^，。]{0,6}[：，]$", apart[0]) else apart[2]
    return re.split(
        "[，。；]", re.split("(?:便|就|则|还|却)?(?:说|坦言|感慨|回忆|解释|告诉)", said)[0]
    )[-1]


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
