from collections.abc import Iterator
from pathlib import Path

import pytest

from studydesk.errors import FileUnreadable, PresetDamaged, PresetTaken, PresetUnknown
from studydesk.handout import presets
from studydesk.handout.presets import PRESETS, SHIPPED, find_preset
from studydesk.handout.style import Role
from studydesk.services.presets import copy_preset, load, share_preset, take_preset


@pytest.fixture(autouse=True)
def _nobodys_presets() -> Iterator[None]:
    yield
    presets.adopt(())


@pytest.mark.parametrize("name", SHIPPED)
def test_a_copy_is_the_same_under_another_name(tmp_path: Path, name: str) -> None:
    copy_preset(tmp_path, name, "我们的版式")
    copied, original = find_preset("我们的版式"), find_preset(name)
    assert (copied.page, copied.styles) == (original.page, original.styles)
    assert list(PRESETS)[-1] == "我们的版式"


def test_a_copy_may_be_edited(tmp_path: Path) -> None:
    path = copy_preset(tmp_path, "大字版", "再大些")
    path.write_text(
        path.read_text("utf-8").replace("size = 22, leading = 38", "size = 24, leading = 40"),
        "utf-8",
    )
    assert load(tmp_path) == {}
    assert find_preset("再大些").style(Role.PASSAGE).size == 24


def test_a_name_that_is_taken_is_refused(tmp_path: Path) -> None:
    for name in ("普通讲义", "我们的"):
        if name not in SHIPPED:
            copy_preset(tmp_path, "普通讲义", name)
        with pytest.raises(PresetTaken):
            copy_preset(tmp_path, "普通讲义", name)


def test_what_is_not_there_cannot_be_copied(tmp_path: Path) -> None:
    with pytest.raises(PresetUnknown):
        copy_preset(tmp_path, "红头文件", "我们的")


def test_a_preset_travels_to_another_library(tmp_path: Path) -> None:
    here, there = tmp_path / "甲", tmp_path / "乙"
    here.mkdir()
    there.mkdir()
    copy_preset(here, "口袋本 A5", "我们的“口袋本”")
    copy_preset(here, "我们的“口袋本”", "又一本")
    share_preset(here, "又一本", tmp_path / "给乙.toml")
    assert take_preset(there, tmp_path / "给乙.toml") == "又一本"
    assert list(PRESETS) == [*SHIPPED, "又一本"]


def test_a_damaged_file_is_told_and_hides_no_other(tmp_path: Path) -> None:
    copy_preset(tmp_path, "普通讲义", "我们的")
    (tmp_path / "版式" / "坏.toml").write_text("name = ", "utf-8")
    assert list(load(tmp_path)) == ["坏.toml"]
    assert "我们的" in PRESETS


def test_a_file_that_is_no_preset_is_not_taken(tmp_path: Path) -> None:
    (tmp_path / "信.toml").write_bytes("版式".encode("gb18030"))
    with pytest.raises(PresetDamaged):
        take_preset(tmp_path, tmp_path / "信.toml")
    with pytest.raises(FileUnreadable):
        take_preset(tmp_path, tmp_path / "没有.toml")
    assert not (tmp_path / "版式").exists()
