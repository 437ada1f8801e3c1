"""A long page can be cancelled at every stage of its recovery."""

import sys
from collections import Counter

import pytest

from studydesk.domain.article import Source
from studydesk.errors import Cancelled
from studydesk.sources.recovery.recover import recover

SENTENCES = "各级工会要结合实际认真学习，把学到的本领用在岗位上。说明会昨天在京召开，大家都说好。"
PAGE = "\n".join(
    f"第{number}篇大家都来谈一谈\n本报记者 李明\n　　第{number}次。{SENTENCES}\n　　{SENTENCES}"
    for number in range(40)
)
# Between articles, so that it is looked for whether it is drawn from one of them.
LONE = "　　把学到的本领用在岗位上，大家都说好。"
PAGE += f"\n（作者单位：市总工会）\n{LONE}\n（作者单位：市总工会）\n"

STAGES = {
    "read_lines",
    "gather",
    "settle_fragments",
    "assemble",
    "repeats",
    "Page.echoes",
    "Page._echoes_alone",
    "take_out_pull_quotes",
    "put_together",
    "body_blocks",
    "Printed.__init__",
}


def test_every_stage_asks_whether_to_go_on() -> None:
    asked: Counter[str] = Counter()
    recover(Source("页.txt", PAGE), lambda: asked.update([sys._getframe(1).f_code.co_qualname]))
    assert set(asked) >= STAGES
    assert asked["read_lines"] >= 160


@pytest.mark.parametrize("stage", sorted(STAGES))
def test_a_stage_ends_where_it_is_cancelled(stage: str) -> None:
    def ask() -> None:
        if sys._getframe(1).f_code.co_qualname == stage:
            raise Cancelled

    with pytest.raises(Cancelled):
        recover(Source("页.txt", PAGE), ask)
