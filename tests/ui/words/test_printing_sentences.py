from pathlib import Path

import pytest

from studydesk.handout.presets import PRESETS
from studydesk.ui.words.outcomes import BOTH_SIDES, HOW_TO_CUT, HOW_TO_FOLD, printing_sentences


@pytest.mark.parametrize(
    ("preset", "names", "told"),
    [
        ("普通讲义", ["学员版.pdf"], []),
        ("普通讲义", ["学员版.pdf", "学员版_小册子.pdf"], [HOW_TO_FOLD]),
        ("公文式讲义", ["学员版.docx", "学员版.pdf"], [BOTH_SIDES]),
        ("公文式讲义", ["学员版.docx"], []),
        ("班前十分钟卡片", ["学员版.pdf", "班组卡片.pdf"], [HOW_TO_CUT]),
    ],
)
def test_how_to_print_is_told_where_it_is_not_as_usual(
    preset: str, names: list[str], told: list[str]
) -> None:
    paths = [Path(f"2025-11-24_学习_{name}") for name in names]
    assert list(printing_sentences(paths, PRESETS[preset])) == told
