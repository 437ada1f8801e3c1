"""Most questions of a packet are about the words of its passages, where these offer enough."""

import pytest

from studydesk.domain.packet import Packet, PassageItem
from studydesk.domain.passage import Passage
from studydesk.services.outfitting import asked
from studydesk.study.agenda import PLANS
from studydesk.study.anchors import quotes
from studydesk.study.frames import stem
from studydesk.study.suggestions import suggest

_HOUR = PLANS[1]
_TASKS = ("工具", "图纸", "隐患", "台账", "记录")


def _text(task: str) -> str:
    return (
        f"第一，把{task}管好。班组每天下班前看一遍{task}，看完写一行字，谁写的谁签名。"
        f"哪里缺了、哪里旧了，第二天早会上说清楚，车间当天就补。"
    )


@pytest.mark.parametrize("first", range(len(_TASKS) - 1))
def test_of_passages_that_offer_enough_three_in_five_questions_quote(first: int) -> None:
    texts = [_text(task) for task in _TASKS[first : first + 2]]
    passages = [Passage(f"a-{n}", 0, len(text), text) for n, text in enumerate(texts)]
    assert sum(len(suggest(passage)) for passage in passages) >= 4
    made = asked(Packet("学习", items=tuple(map(PassageItem, passages))), _HOUR)
    questions = [one.question.text for one in made.questions]
    bound = [text for text in questions if any(w in "".join(texts) for w in quotes(text))]
    assert len(bound) >= 0.6 * len(questions)
    assert len({*map(stem, questions)}) == len(questions)
