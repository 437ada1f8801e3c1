"""Titles of handouts, line by line."""

import pytest

from studydesk.export.fonts import SpanMaker
from studydesk.export.pdf.strips import place_lines
from studydesk.handout.model import Run
from studydesk.handout.presets import PRESETS
from studydesk.handout.style import MILLIMETRE, Role

TITLE = "深入学习贯彻习近平总书记关于工人阶级的重要论述推动工会工作高质量发展和产业工人队伍建设改革"
WORDS = ["深入", "习近平总书记", "工人阶级", "工会", "高质量发展", "产业工人", "改革"]


@pytest.mark.parametrize("role", [Role.TITLE, Role.COVER_TITLE])
@pytest.mark.parametrize("preset", PRESETS)
def test_no_word_of_a_title_is_cut(preset: str, role: Role) -> None:
    width = PRESETS[preset].page.text_width * MILLIMETRE
    style = PRESETS[preset].style(role)
    placed = place_lines(SpanMaker(), (Run(TITLE),), style, width)
    lines = [line.line.text for line in placed]
    assert "".join(lines) == TITLE
    assert [word for word in WORDS if not any(word in line for line in lines)] == []
