"""What is laid down for those who work: who may, must or must not do what."""

import re
from collections.abc import Iterator, Sequence

from studydesk.study.contrasts import POINTS_AWAY
from studydesk.study.find import Find, within
from studydesk.study.sentences import Sentence, balanced, searched
from studydesk.study.vocabulary import any_of
from studydesk.study.whose_words import political

_MODAL = (
    "(?:可以(?:申请|要求|向|依法|按|享受|领取|参加|选择)|应当|不得|有权|必须|可依法|可申请|可享受)"
)
_LAID_DOWN = re.compile(
    f"(?:^|(?<=[，。；：]))(?P<words>[^，。；：“”]{{4,16}}[的时后上]，{_MODAL}[^，。；：“”]{{4,14}}"
    f"|(?<!，)(?:用人单位|企业|单位|劳动者|职工|会员|骑手|女职工)[^，。；：“”]{{0,8}}{_MODAL}[^，。；：“”]{{4,20}})(?=[，。；])"
)
_RULES = re.compile(f"{_MODAL}|规定|依照|可以在|日内|年内|不再受理|视为|办法》|法》|条例")
_UNFIT = re.compile(
    f"{any_of('disputed')}|{any_of('policy')}|[他她我你它其该此那A-Za-z]|这|工会|党|坚持|推动|加强|努力|主动|更加|充分|不断|牢|深|经济|培育|引导"
)
_LONGEST = 26
_LAID_DOWN_BY = re.compile(
    "《[^》]*(?:法|办法|规则|规定|条例|细则|规程|制度|协议|合同|通知|公约|方案)》|第[一二三四五六七八九十百\\d]+条"
    "|(?:法|条例|办法|细则|规程|制度|协议|合同|通知|章程|公约)(?:中|里|还|也|同时|明确)*(?:规定|约定|明确|要求|写明)"
    "|规定[，：]|规定了|有规定"
)
"""How a text says that a law, an agreement or a notice lays something down, and no author."""


def lays_down(text: str) -> bool:
    """Whether a text tells what a law, an agreement or a notice lays down: what an author says
    ought to be is no rule.
    """
    return bool(_LAID_DOWN_BY.search(text))


def provisions(text: str, parts: Sequence[Sentence]) -> Iterator[Find]:
    """The first provision of a passage that has several."""
    if not lays_down(text) or len(_RULES.findall(text)) < 2:
        return
    for _, sentence, laid_down in searched(_LAID_DOWN, parts):
        words = laid_down["words"]
        unfit = _UNFIT.search(words) or political(words) or POINTS_AWAY.search(words)
        if len(words) <= _LONGEST and sentence.paragraph and balanced(words) and not unfit:
            yield within("provision", sentence, *laid_down.span("words"), 2.75)
