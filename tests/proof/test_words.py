"""What is found in a user's own words, and what is left alone."""

import pytest

from studydesk.proof.words import straight_quotes


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ('提倡"传帮带"', "提倡“传帮带”"),
        ('一讲"安全"，二讲"质量"', "一讲“安全”，二讲“质量”"),
        ('用"AI"辅助', "用“AI”辅助"),
        ('"one" and "two"，再说"班组"', '"one" and "two"，再说“班组”'),
        ('两行：\n"班"', "两行：\n“班”"),
        ('只有一个"班组', '只有一个"班组'),
        ('27"屏幕，60"屏幕', '27"屏幕，60"屏幕'),
        ('print("a")', 'print("a")'),
    ],
)
def test_straight_quotation_marks_open_and_close_along_a_line(text: str, better: str) -> None:
    mended = text
    for match in reversed(list(straight_quotes(text))):
        mended = mended[: match.start] + match.suggestion + mended[match.end :]
    assert mended == better
