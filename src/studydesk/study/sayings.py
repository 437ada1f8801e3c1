"""What somebody says, and who, as far as a question can name them."""

import re
from collections.abc import Iterator, Sequence

from studydesk.study.people import workmate
from studydesk.study.sentences import Sentence, balanced
from studydesk.study.vocabulary import any_of

_QUOTED = re.compile("“(?P<said>[^“”]{6,160})”")
_INDIRECT = re.compile("(?P<who>[^，。：“”]{1,10})说，(?P<words>[^“”：。]{8,26})。")
_VERB = (
    "(?:说(?!法|服)|道(?!路|理)|问(?!题|卷|责)|坦言|直言|感慨|解释|告诉[^，。：]{1,4}"
    "|打趣|提醒|回忆|笑|讲|开口|写道)"
)
_HOW = "(?:想了想|笑着|动情地|一边[^，。：]{1,6})?"
_BEFORE = re.compile(
    f"(?:^|[，。；”])(?P<who>[^，。！？：“”]{{0,20}}?){_HOW}{_VERB}(?![完罢毕])[^，。：“”]{{0,4}}[：，]$"
)
_BEHIND = re.compile(f"，?(?P<who>[^，。！？：“”]{{0,20}}?){_HOW}{_VERB}[^“”]{{0,6}}[，。]")
BY_SOMEBODY = re.compile(
    "(?:[说答道讲问]|觉得|认为|坦言|感慨|回忆|表示|告诉|以为|承认|写道)[^，。；“”]{0,8}[，：]“?$"
)
"""How what somebody says or thinks comes in."""
_SAYING = re.compile("[他她]说[^“”：。]{2,20}，$")
_UNFIT = re.compile(
    f"{any_of('accusing')}|{any_of('private')}|{any_of('disputed')}|{any_of('political')}"
    r"|[他她它您]|[这那](?!辈子|[^，]{0,4}(?:一|座))|此|该(?!怎)|[\da-zA-Z]|^(?:而|但|所以|因为|就|也|还|可|不过|后来|不是|结果|反正)|我们?(?:没|不知|想|觉得|认)"
    "|[？…]|某|小[王李张]|千万|好像|^[^，]*(?:是不是|能不能)"
)
_NEAR_TO_ONE = re.compile(
    "更年期|失眠|怀孕|流了?产|癌|白血病|化疗|中了?风|确诊|看病|生病|手术|离婚|遗物|过世|去世|丧|尘肺|残疾|精神疾病"
    "|抬头|爆炸|坍?塌方|事故|没能上来|醒过来|摔[了下伤断]|罢了?工|被开[了除]|裁[掉员]|拆迁|封锁|社保|农民工"
)
"""Illness, accident and loss, and what sets people against one another: what is said beside them is
nobody's to look into.
"""


def spoken(parts: Sequence[Sentence], at: int) -> Iterator[tuple[int, int, str]]:
    """Where the words stand that somebody says last in a sentence, and who, as far as a question
    can name them.
    """
    sentence = parts[at]
    if sentence.protected:
        return
    behind = parts[at + 1].text if at + 1 < len(parts) else ""
    told = [p.text for p in parts[max(0, at - 3) : at] if p.paragraph == sentence.paragraph]
    for low, high, who in _spoken(sentence.text, behind):
        yield low, high, _named(who, "".join((*told, sentence.text[:low])))


def may_be_passed_on(words: str, parts: Sequence[Sentence], at: int) -> bool:
    """Whether words can be quoted, and are no part of a quarrel, and nobody's to look into."""
    return balanced(words) and not _UNFIT.search(words) and not near_to_one(parts, at)


def near_to_one(parts: Sequence[Sentence], at: int) -> bool:
    """Whether what stands beside a sentence is a quarrel, or somebody's illness or loss."""
    near = parts[max(0, at - 3) : at + 4]
    return any(_NEAR_TO_ONE.search(part.text) or _CONTESTED.search(part.text) for part in near)


_CONTESTED = re.compile("仲裁|起诉|诉至|辞退|解除|投诉|索赔|赔偿|违约")
"""Where what one side of a quarrel says is nobody's to pass on."""


def _named(who: str, before: str) -> str:
    """Who speaks, as a question can name them: 一位 is one of those the text spoke of last."""
    if one := _ONE_OF.fullmatch(who):
        people = _PEOPLE.findall(before)
        return f"一{one['unit']}{people[-1]}" if people else ""
    return workmate(who, before)


_ONE_OF = re.compile(
    "[一另]一?(?P<unit>[位名个])(?:(?:笑着|摇|点头|叹|接着|接过|补充|插话|低头)[^，。]*)?"
)
_PEOPLE = re.compile(
    "[两三几][位名个][^，。；]{0,6}?(工人|职工|师傅|徒弟|骑手|司机|工友|队员|组员)"
)


def _spoken(text: str, follows: str) -> Iterator[tuple[int, int, str]]:
    """Where what somebody says last stands, and who says it as far as the text tells."""
    for quote in _QUOTED.finditer(text):
        before, behind = text[: quote.start()], text[quote.end() :] or follows
        told = _BEFORE.search(before) or _BEHIND.match(behind)
        alone = not before and not text[quote.end() :]
        if told or alone or _SAYING.search(before):
            said = quote["said"].rstrip("。，！")
            start = max((said.rfind(stop) for stop in "。？！…"), default=-1) + 1
            yield (
                quote.start("said") + start,
                quote.start("said") + len(said),
                (told["who"] if told else ""),
            )
    indirect = _INDIRECT.fullmatch(text)
    if indirect and "她" not in indirect["who"] and "他" not in indirect["who"]:
        yield *indirect.span("words"), indirect["who"]
