"""Every change of a preset that its form can make has a name."""

import pytest

from studydesk.handout import measures
from studydesk.handout.presets import PRESETS
from studydesk.ui.words.preset_words import part_changed


@pytest.mark.parametrize(
    ("change", "much", "name"),
    [
        (measures.with_size, 14.0, "字号"),
        (measures.with_lines, 20, "行距"),
        (measures.with_leading, 20.0, "行距"),
        (measures.with_characters, 20, "左右边距"),
        (measures.with_space_before, 0.5, "段前"),
        (measures.with_space_after, 0.5, "段后"),
    ],
)
def test_a_measure_is_called_by_what_it_changes(
    change: measures.Change, much: float, name: str
) -> None:
    assert part_changed(change(PRESETS["普通讲义"], much).keys()) == name


def test_a_table_that_is_one_thing_has_one_name() -> None:
    assert part_changed([("logo", "height")]) == part_changed([("logo",)]) == "标志"
    assert part_changed([("fonts", "正文")]) == "字体"


def test_a_name_is_no_part() -> None:
    assert part_changed([("name",)]) == part_changed([]) == ""
