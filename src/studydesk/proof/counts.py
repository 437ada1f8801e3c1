"""How many passages, terms and questions the user's own words say that there are."""

import re
from collections.abc import Iterator

from studydesk.domain.own_words import own_words
from studydesk.domain.packet import Agenda, Guide, Packet, SectionHeading, Term
from studydesk.domain.passage_names import NUMBERS, numbered

_NUMBERS = {**NUMBERS, "两": 2}
_DIGITS = "一二两三四五六七八九十"
_COUNT = rf"(?<![第前后选挑任每其百中做答抽领\d{_DIGITS}])(?P<count>\d{{1,2}}|[{_DIGITS}]{{1,3}})"
_PASSAGES = re.compile(f"{_COUNT}(?P<unit>段)(?:话|文字|选文|选段|原文|摘录)")
_TERMS = re.compile(f"{_COUNT}(?P<unit>个)(?:新?词(?!组)|名词|术语|关键词)")
_QUESTIONS = re.compile(f"{_COUNT}(?P<unit>道)(?:思考|讨论)?题")


def other_count(packet: Packet) -> Iterator[tuple[str, str, str]]:
    """A heading, guide or agenda that says 五段话 where another number of passages is printed; so
    with terms and questions. One of them is not counted: 划出一段话.
    """
    there = (
        (_PASSAGES, len(numbered(packet))),
        (_TERMS, sum(isinstance(item, Term) for item in packet.items)),
        (_QUESTIONS, sum(bool(question.text.strip()) for question in packet.questions)),
    )
    for item in packet.items:
        if not isinstance(item, SectionHeading | Guide | Agenda):
            continue
        for field, text, _ in own_words(item):
            for sign, count in there:
                for said in sign.finditer(text):
                    if count and _NUMBERS.get(said["count"], 1) not in (1, count):
                        yield item.id, field, f"{said[0]} {count} {said['unit']}"
