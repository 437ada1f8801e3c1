import tomllib

import pytest

from studydesk.errors import PresetDamaged
from studydesk.handout.preset_file import read_preset
from studydesk.handout.preset_text import changed
from studydesk.handout.presets import PRESETS, preset_files

BASED = 'name = "我们的"\nbased_on = "普通讲义"\n'


@pytest.mark.parametrize(
    "text",
    [
        BASED,
        f"{BASED}[page]\nleft = 30\n",
        f'{BASED}purpose = """\n[page]\n"""\n[page]\nleft = 30\n',
        '"name" = "引号"\n',
        ' name= "a" # 注\n',
        'purpose = """\nname = 假\n"""\n' + BASED,
    ],
)
def test_another_name_is_the_only_change(text: str) -> None:
    there, here = tomllib.loads(changed(text, {("name",): "新“名”\\"})), tomllib.loads(text)
    assert there == {**here, "name": "新“名”\\"}


@pytest.mark.parametrize("name", PRESETS)
def test_values_change_and_comments_stay(name: str) -> None:
    text = changed(
        preset_files()[name],
        {
            ("name",): "我们的",
            ("header",): "{单位}",
            ("page", "left"): 31.5,
            ("page", "mirrored"): True,
            ("fonts", "正文"): "华文宋体",
            ("styles", "Body Text", "leading"): 44.0,
            ("logo", "file"): "标志.png",
        },
    )
    preset = read_preset(text, PRESETS)
    assert (preset.page.left, preset.page.mirrored, preset.header) == (31.5, True, "{单位}")
    assert preset.logo
    comments = [line for line in preset_files()[name].splitlines() if line.startswith("#")]
    assert all(line in text for line in comments)
    assert read_preset(changed(text, {("logo",): None}), PRESETS).logo is None


@pytest.mark.parametrize("text", ["name = ", "page = 3", "a = " + "[" * 100_000])
def test_what_cannot_be_changed_is_told(text: str) -> None:
    with pytest.raises(PresetDamaged):
        changed(text, {("page", "left"): 3.0})
