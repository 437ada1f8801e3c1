"""An excerpt that goes on says so."""

import pytest
from PySide6.QtGui import QFont, QFontMetrics

from studydesk.ui.pick.article_delegate import _kind, _types, cut_to

LONG = "工会要协同各个方面为劳动模范、大国工匠发挥作用搭建平台𠀀提供舞台，" * 4


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("lines", [1, 2])
def test_what_goes_on_behind_the_last_line_ends_in_dots(lines: int) -> None:
    shown = cut_to(LONG, QFont(), 240, lines)
    assert shown.endswith("…")
    assert LONG.startswith(shown[:-1])
    assert QFontMetrics(QFont()).horizontalAdvance(shown) > 240 * (lines - 1) + 120


@pytest.mark.usefixtures("qapp")
def test_what_fits_is_shown_as_it_is() -> None:
    assert cut_to("大国工匠", QFont(), 240, 2) == "大国工匠"


@pytest.mark.usefixtures("qapp")
def test_what_is_found_is_measured_in_all_the_faces_it_is_drawn_in() -> None:
    font = QFont(["StudyDesk Serif", "StudyDesk Kai"])
    title, small = _types(_kind(font))
    assert title.font.families() == small.font.families() == font.families()
    assert title.height > small.height
