"""Which lines of a passage are counted as paragraphs."""

import pytest

from studydesk.domain.paragraph_count import is_counted


@pytest.mark.parametrize(
    "line",
    [
        "师傅带徒弟。",
        "——坚持从班组做起，一项一项教。",
        "要求如下：一是早会。",
        "——班组，要一步一步来做到位。",
        "——" + "字" * 60,
    ],
)
def test_a_paragraph_is_counted(line: str) -> None:
    assert is_counted(line)


@pytest.mark.parametrize(
    "line", ["主要做法：", "——市总工会主席 李明", "——王敏，车间主任。", " ——一位老师傅（电工）"]
)
def test_a_label_and_who_spoke_are_not(line: str) -> None:
    assert not is_counted(line)
