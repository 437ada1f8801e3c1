"""What people did, or are to do, that others can do as well: 把工具柜从墙角挪到线头."""

import re
from collections.abc import Iterator, Sequence

from studydesk.study.find import Find, within
from studydesk.study.sayings import near_to_one
from studydesk.study.sentences import Sentence, balanced, beside
from studydesk.study.vocabulary import any_of
from studydesk.study.whose_words import political

_REST = "[^，。；：？“”]"
_DEED = re.compile(
    f"(?P<moved>把{_REST}{{2,12}}?(?:从{_REST}{{1,6}})?"
    "(?:挪|搬|移|放|摆|挂|贴|写|画|拍|录|编|做|分|改|换|排|列|交|送|开|搭|设|装|印|存|留|记|晒|拆|缩|归拢)"
    f"(?:到|成|进|在|给|上|出|为){_REST}{{1,12}})(?=[，。；])"
    "|(?P<begun>(?:建起|办起|开起|设起|立起|搭起|挂起|挂出|贴出|画出|列出|编出|印出|腾出|辟出|推行|试行|实行|开办|开设|设立"
    f"|编印|布设|添置|配上|建立|成立|组建)(?!{_REST}{{0,3}}[年月天]|以来|后|中|时|过|的|在){_REST}{{3,14}})(?=[，。；])"
    "|(?:约定|商定|说好|[立定改](?:下|了|下了)[^，。]{0,3}规矩|做法是|办法是)，"
    f"(?P<agreed>{_REST}{{6,16}})(?=[，。；])"
    f"|(?P<used>用{_REST}{{1,6}}(?:拍|录|写|画|记|讲|教|演|编)(?:下|成|出|给){_REST}{{2,10}})(?=[，。；])"
)
"""Something set in its place, begun, agreed on or done with something at hand."""
_UNFIT = re.compile(
    f"{any_of('disputed')}|{any_of('private')}|{any_of('policy')}|{any_of('weighty')}"
    "|[他她它我你您咱这那此其该]|[不没未]|机制|体系|平台|格局|模式|制度|环境|氛围|能力|水平|生态|网络|联盟|基金|委员会|企业|公司"
    "|关系|秩序|规划|费率|名单|标准(?!作业)|学院|中心|基地|队伍|依据|评价|议程|范围|内容|全过程"
    "|心[坎里上头中]|温暖|关怀|责任|目光|希望|论文|文章|生命|青春|汗水|热情|事业|精神|重点|位置"
)
"""What no group can set about, and what is only a figure of speech."""
_ILL_DONE = re.compile(
    "有的|个别|一些|不少|有人|如果|若|假如|要是|不[能该要得是准许再肯愿把]|没有?|别|难|防止|避免|申请|有权|不得|应当|规定|只是|只会|只顾|仅仅|曾|误|以为|担心"
)
"""How a text tells, before it, of what is not done, or not well done."""
_CALLED_FOR = re.compile(
    "要(?![求素])|应当?|应该|必须|可以|可(?=[以在把])|建议|鼓励|推动|支持|探索|加快|积极"
)
_TELLS, _MOST = 40, 2
"""Characters that a paragraph tells beside a deed, and deeds of one paragraph."""


def deeds(_text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """What is done, or to be done, in a paragraph that tells more of it, the first two: `told`
    where it has been done.
    """
    found: dict[int, int] = {}
    for at, sentence in enumerate(parts):
        if sentence.political or not sentence.whole or not sentence.paragraph:
            continue
        for deed in _DEED.finditer(sentence.text):
            group = deed.lastgroup or ""
            words, low = deed[group], deed.start(group)
            own = beside(parts, at)
            full = found.get(sentence.paragraph, 0) == _MOST
            if full or not _can_be_followed(sentence, low, words):
                continue
            told = sum(len(part.text) for part in own) - len(words)
            weighed = any(part.political for part in own) or near_to_one(parts, at)
            if told >= _TELLS and not weighed:
                found[sentence.paragraph] = found.get(sentence.paragraph, 0) + 1
                find = within("deed", sentence, low, low + len(words), 2.05)
                asked = _CALLED_FOR.search(sentence.text, 0, low)
                find.more.update({} if asked else {"told": "yes"})
                yield find


def _can_be_followed(sentence: Sentence, low: int, words: str) -> bool:
    """Whether a group can do what words at a place of a sentence say, and it was well done."""
    ill = _ILL_DONE.search(sentence.text, 0, low) or sentence.text.endswith("？")
    return balanced(words) and not (ill or _UNFIT.search(words) or political(words))
