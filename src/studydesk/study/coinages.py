"""What a text puts between quotation marks to make a saying of it: “要什么办什么”."""

import re
from collections.abc import Iterator, Sequence

from studydesk.study.find import Find, within
from studydesk.study.sayings import near_to_one
from studydesk.study.sentences import Sentence, beside, searched
from studydesk.study.vocabulary import any_of
from studydesk.study.whose_words import political

_QUOTED = re.compile("“(?P<words>[^“”。！？：；‘’]{3,13}[^“”。！？：；‘’，、])”")
_A_SAYING = re.compile("[、，]|什么[^，]*什么|[一三四五六七八]不|即|小事|公里")
"""What says something, and is no name."""
_OF_SOMEBODY = re.compile(
    "[说问道讲喊答念叫写：]，?$|[他她][^，。]*$|题为|口号|主题为?|标题|热线|微信|名为|叫作|称为|获|评为|荣誉"
)
_A_NAME = re.compile(
    "活动|行动|计划|工程|项目|大赛|比赛|系列|案|称号|战略|倡议|建设|新篇章|栏目|的?(?:向|变成|转[向变为])|平台|课题|奖|牌子|一题|一项|[“（]"
)
_UNFIT = re.compile(
    f"{any_of('weighty')}|{any_of('disputed')}|{any_of('policy')}|{any_of('private')}|{any_of('accusing')}"
    "|[A-Za-z\\d+＋—]|[你我他她您它]|[劳资][弱强]|强国|工匠|精神|劳模|体系|产业|行动|计划|之家|中心|学院|枢纽|案|[吗呢吧？]|工资|坚持|构建|统筹|追求|一带|光荣|伟大|没有|今天|哪|怎|身边|以前|椅子|得$|建$|受益|共赢|不到|力量|收入|睡眠|前途|知道|达成|时间"
)
_BEFORE = 60
"""Characters before it that tell whose it is."""
_TELLS = 50
"""Characters beside it that tell what is meant."""


def coinages(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """A saying of the text itself, the first, where its paragraph tells what is meant by it."""
    for at, sentence in enumerate(parts):
        own = beside(parts, at)
        told = sum(len(part.text) for part in own)
        if any(part.political for part in own) or not sentence.whole or not sentence.paragraph:
            continue
        for quote in _QUOTED.finditer(sentence.text):
            words = quote["words"]
            fits = _A_SAYING.search(words) and not (_UNFIT.search(words) or political(words))
            before = sentence.text[max(0, quote.start() - _BEFORE) : quote.start()]
            if not fits or _OF_SOMEBODY.search(before) or told - len(words) < _TELLS:
                continue
            behind = sentence.text[quote.end() :]
            if not _A_NAME.match(behind):
                find = within("coinage", sentence, *quote.span("words"), 2.7)
                after = behind + "".join(part.text for part in own if part.start > sentence.start)
                text = "".join(part.text for part in own).replace(f"“{words}”", "", 1)
                unfolded = _is_unfolded(words, text) or _is_glossed(behind, after)
                find.more.update({"told": "yes"} if unfolded else {})
                near = _TROUBLE.match(behind) and _OF_WORKERS.search(sentence.text)
                find.more.update({"near": "yes"} if near else {})
                yield find
                return


_TROUBLE = re.compile("的?(?:问题|现象|尴尬|毛病|困境|情形|情况)")
"""What a text calls a saying that tells what is wrong."""
_OF_WORKERS = re.compile("职工|工人|骑手|师傅|徒弟|工友|班组|车间|司机|员工")
_GLOSS = re.compile("(?:[^，。；：“”]{0,8})?(?:：|——|，?即|，?就是|，?也就是|，?意思是|，?说的是)")
"""How a text goes on at once to what is meant."""
_CASES = re.compile("(?:究其原因|[，。；：](?:有的|一些|有些|一是|其一|第一))")


def _is_glossed(behind: str, after: str) -> bool:
    """Whether what stands behind a saying tells at once what is meant, or gives several cases."""
    return bool(_GLOSS.match(behind)) or len(_CASES.findall(after)) > 1


_PARTS = re.compile("[、，]")


def _is_unfolded(words: str, text: str) -> bool:
    """Whether a text takes up two parts of a saying again, in two signs each."""
    halves = [part for part in _PARTS.split(words) if len(part) > 1]
    taken_up = [
        any(
            half[at : at + 2] in text
            for at in range(len(half) - 1)
            if half[at : at + 2] not in _WORN
        )
        for half in halves
    ]
    return len(halves) > 1 and sum(taken_up) > 1


_WORN = {"一个", "有的", "没有", "不是", "就是", "工会", "职工"}


_TERM = re.compile("“(?P<words>[^“”，。！？：；‘’…A-Za-z\\d]{2,8})”")
_NO_TERM = re.compile(
    f"{any_of('weighty')}|{any_of('disputed')}|{any_of('policy')}|{any_of('private')}"
    "|奖|杯|主题|活动|精神|规划|时期|先锋|标兵|能手|工匠|文明|五[一四]|之[家星]|最美|[吗呢吧呀啊]$|三农|[月周日]$|^[我你他她它]|^[好是对行]$|^十"
)
_NICKNAME = re.compile(
    "(?:人称|誉为|绰号|外号|管[^，]{1,6}叫|[叫称喊][他她]|[大们](?:都|家)?[叫称喊]|评为|荣获|获得?|题为|名为|写着)"
    "[^，。]{0,6}$"
)
"""How what is between quotation marks is somebody's name, a title or what stands on a board."""
_SPOKEN = re.compile("[说问道讲喊答念写：]，?$")


def quoted(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """A word that a text puts between quotation marks to make its own of it, the first that it
    gives to something told beside it: what is founded, what something is, how things are.
    """
    for at, sentence in enumerate(parts):
        own = beside(parts, at)
        told = sum(len(part.text) for part in own)
        weighed = any(part.political for part in own)
        if weighed or not sentence.whole or not sentence.paragraph or told < _AROUND:
            continue
        quotes = list(_TERM.finditer(sentence.text))
        for quote in quotes if len(quotes) < _MANY else ():
            words = quote["words"]
            before, behind = sentence.text[: quote.start()], sentence.text[quote.end() :]
            theirs = _SPOKEN.search(before) or _NICKNAME.search(before) or _A_NAME.match(behind)
            theirs = theirs or _BY_NAME.search(before)
            in_a_row = before.endswith(("”", "”、", "”和")) or behind.startswith(
                ("“", "、“", "和“")
            )
            asked = _ASKED.search(before.rpartition("；")[2])
            unfit = asked or _NO_TERM.search(words) or political(words)
            no_word = _NO_WORD.search(words) and not behind.startswith("——")
            if not (theirs or in_a_row or unfit or no_word) and _is_given(
                own, sentence, before, behind
            ):
                find = within("quoted", sentence, *quote.span("words"), 2.2)
                find.more["founded" if _FOUNDS.search(before) else "likened"] = "yes"
                if _OF_A_THING.search(before):
                    find.more["thing"] = "yes"
                elif _is_explained(before, behind):
                    find.more["meaning"] = "yes"
                yield find
                return


_FOUNDS = re.compile(
    "(?:推出|设立|(?<!假)设[了有]?|建立|建起|建成?了?|开设|(?<![召公])开[起了几办]|办[起了]|推行|试行|实行|推广|组建|成立|搭建|开通|创办|改报|改叫|叫[作做]?|称[为作]|配[备了]|发[放给]|办理"
    "|增加了|新增|添了?|培养|选拔|选聘|聘请?|打造|构建|生成|编写|编成|列出|存进|(?:手机|平台|网)上|通过|交[一个]+|搞起?了?)[^，。；：“”]{0,10}$"
)
"""How what is named is brought into being, or used, in the clause that names it."""
_IS_ONE = re.compile(
    "(?:是|成为?了?|变成|(?<=[^，。；])当[成作]?|看[成作]|作为?|好比|如同|像|视为|变为)"
    "(?:[^，。；：“”]{0,18}的[^，。；：“”]{0,4}|[一第][^，。；：“”]{1,3}|了)?$"
)
"""How a text says what something is by a figure of speech."""
_OF_A_THING = re.compile(
    "(?:(?<![一二三四五六])是|算得上)(?:[^，。；：“”]{0,24}的|[^，。；：“”]{0,12}[一这那][位个张本部名把座条][^，。；：“”]{0,18})$"
)
"""这是一位随时可以请教的“法律邻居”: what is called so is at hand, only its name is to be
explained.
"""
_ITS_STATE = re.compile("的?(?:窘境|困境|尴尬|状态|现象|安排|倾向|局面|怪圈|做法|模式|毛病)")
_WHAT_IT_DOES = re.compile("[^，。；：“”完来了]{0,4}(?:，|：|——|（)[^。]{8,}")
"""How a text goes on from what is founded to what it does: …设立“知心人”，及时发现…."""
_CALLED = re.compile("[称叫][为作做]?$")
_ASKED = re.compile("如何|怎样|怎么")
_AT_ONCE = re.compile("，?(?:即|就是|是|指|指的是|也就是|——|：|的(?:意思|好处|要害))")
_ENOUGH = 24
"""Characters behind or before a word, in its paragraph, that can tell what it stands for."""


def _is_given(own: Sequence[Sentence], sentence: Sentence, before: str, behind: str) -> bool:
    """Whether a text gives a word to something that it tells of: brings it into being under that
    name, calls something so, or names the state of things so after telling it.
    """
    after = len(behind) + sum(len(part.text) for part in own if part.start > sentence.start)
    up_to = len(before) + sum(len(part.text) for part in own if part.start < sentence.start)
    if _AT_ONCE.match(behind) and after >= _ENOUGH:
        return True
    if _FOUNDS.search(before) or _IS_ONE.search(before):
        return max(after, up_to) >= _ENOUGH
    return bool(_ITS_STATE.match(behind)) and up_to >= _ENOUGH


def _is_explained(before: str, behind: str) -> bool:
    """Whether a text that gives a word to something tells what is meant by it: of what is founded,
    what it does, right behind.
    """
    founded = _FOUNDS.search(before) and not _CALLED.search(before)
    return not founded or bool(_AT_ONCE.match(behind) or _WHAT_IT_DOES.match(behind))


_AROUND, _MANY = 70, 2
"""Characters of a paragraph that a word can be understood from, and words in one sentence that are
a row of names.
"""
_BY_NAME = re.compile(
    "[报选学修考]的[^，。]{0,2}是$|外号|绰号|人称|笔名|网名|小名|(?:评选|评出|命名|授予|颁发)[^，。]{0,4}$"
)
_NO_WORD = re.compile(
    "^[二三四五六七八九十]|[男女]|[不没了是有要能会请让把被别我你们含谁]|[来去]$|[今明昨]天|坚持|怎|什么|哪|收到|中心$|公司$|协会$|大厦|号$|[杯赛会展]$|通知|方案|[班市县]$|[一二三四五六七八九十]+[五年]"
)


_CALLED = re.compile(
    "(?:[叫称喊唤][他她它]们?|管[^，。；：“”]{1,6}叫|(?:戏|尊|人)称(?:为|作)?)“(?P<words>[^“”，。！？：；]{2,8})”(?=[。，；])"
)
_MOCKED = re.compile("背地里|外号|绰号|最烦|不许|别再|笑话|嘲|讽|骂")


def nicknames(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """What people call somebody or something, kindly, where the paragraph tells why."""
    for at, sentence, called in searched(_CALLED, parts):
        own = beside(parts, at)
        before = sentence.text[: called.start()]
        told = sum(len(part.text) for part in own)
        weighed = any(part.political for part in own) or _UNFIT.search(called["words"])
        mocked = _MOCKED.search(before) or near_to_one(parts, at)
        if sentence.paragraph and told >= _AROUND and not (weighed or mocked):
            yield within("nickname", sentence, *called.span("words"), 2.15)
            return
