"""What a text tells bears something out by a reason, an example or a figure."""

import pytest

from studydesk.study.reasons import borne_out, shown


@pytest.mark.parametrize(
    ("told", "bears"),
    [
        ("因为图纸没有人看得懂。", True),
        ("有的班组天天练，有的一年练一回。", True),
        ("返工少了三成。", True),
        ("去年有37人拿到证书。", True),
        ("路会越走越宽，力量也就有了最深厚的源泉。", False),
    ],
)
def test_only_a_reason_an_example_or_a_figure_bears_something_out(
    told: str, *, bears: bool
) -> None:
    assert borne_out(told) is bears


def test_an_aphorism_and_an_outlook_are_only_asked_for_what_they_mean() -> None:
    assert shown("练出来的才是自己的") == {"meant": "yes"}
    assert shown("找不到的，以后年轻人去找") == {"meant": "yes"}
    assert shown("真实比宏大更有力量") == {"evidence": "yes"}
