import sys
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from studydesk.errors import FileUnreadable, LogoRefused, PresetDamaged, PresetTaken, PresetUnknown
from studydesk.handout.preset_text import Changes
from studydesk.handout.presets import PRESETS
from studydesk.handout.style import Preset, Role
from studydesk.services.presets import (
    LibraryPresets,
    change_preset,
    copy_preset,
    keep_logo,
    put_away_preset,
    put_back_preset,
    read_presets,
    restore_preset,
    share_preset,
    take_preset,
)
from studydesk.services.starting import open_library

BASED = 'name = "我们的"\nbased_on = "普通讲义"\n'


def found(library: Path, name: str) -> Preset:
    return read_presets(library).by_name[name]


def with_files(library: Path, **texts: str) -> LibraryPresets:
    folder = library / "版式"
    folder.mkdir()
    for name, text in texts.items():
        (folder / f"{name}.toml").write_text(text, "utf-8")
    return read_presets(library)


@pytest.mark.parametrize("name", PRESETS)
def test_a_copy_is_the_same_under_another_name(tmp_path: Path, name: str) -> None:
    copy_preset(tmp_path, name, "我们的版式")
    copied, original = found(tmp_path, "我们的版式"), PRESETS[name]
    assert (copied.page, copied.styles) == (original.page, original.styles)
    assert list(read_presets(tmp_path).by_name)[-1] == "我们的版式"


def test_a_copy_may_be_edited(tmp_path: Path) -> None:
    path = copy_preset(tmp_path, "大字版", "再大些")
    path.write_text(
        path.read_text("utf-8").replace("size = 22, leading = 38", "size = 24, leading = 40"),
        "utf-8",
    )
    assert read_presets(tmp_path).faults == {}
    assert found(tmp_path, "再大些").style(Role.PASSAGE).size == 24


def test_a_file_that_stays_as_it_is_is_understood_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = copy_preset(tmp_path, "普通讲义", "只读一次")
    kept = found(tmp_path, "只读一次")
    monkeypatch.setattr("studydesk.services.presets.read_preset", None)
    assert found(tmp_path, "只读一次") is kept
    monkeypatch.undo()
    path.write_text(path.read_text("utf-8").replace("只读一次", "又改过"), "utf-8")
    assert "只读一次" not in read_presets(tmp_path).by_name
    assert found(tmp_path, "又改过").styles == kept.styles


def test_a_name_that_is_taken_is_refused(tmp_path: Path) -> None:
    for name in ("普通讲义", "我们的"):
        if name not in PRESETS:
            copy_preset(tmp_path, "普通讲义", name)
        with pytest.raises(PresetTaken):
            copy_preset(tmp_path, "普通讲义", name)


def test_names_that_differ_in_marks_no_file_may_have_are_not_taken(tmp_path: Path) -> None:
    first = copy_preset(tmp_path, "普通讲义", "A/B")
    second = copy_preset(tmp_path, "普通讲义", "A?B")
    assert (first.name, second.name) == ("A B.toml", "A B（2）.toml")
    assert list(read_presets(tmp_path).by_name)[-2:] == ["A/B", "A?B"]


@pytest.mark.parametrize("name", ["", "  ", "a\x00b", "a\x7fb"])
def test_a_name_that_cannot_be_written_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(PresetDamaged):
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
    assert list(read_presets(there).by_name) == [*PRESETS, "又一本"]


def test_a_file_named_like_a_preset_of_the_program_is_told(tmp_path: Path) -> None:
    presets = with_files(tmp_path, a=BASED.replace("我们的", "大字版"))
    assert isinstance(presets.faults["a.toml"], PresetTaken)
    assert presets.by_name == PRESETS


def test_the_second_of_two_files_with_one_name_is_told(tmp_path: Path) -> None:
    presets = with_files(tmp_path, a=BASED + "[page]\ntop = 30", b=BASED + "[page]\ntop = 50")
    assert list(presets.faults) == ["b.toml"]
    assert presets.by_name["我们的"].page.top == 30


@pytest.mark.parametrize(
    "text",
    ["name = ", 'based_on = ["a"]', "forms = {}", "a = " + "9" * 5000, "a = " + "[" * 100_000],
)
def test_a_damaged_file_is_told_and_hides_no_other(tmp_path: Path, text: str) -> None:
    presets = with_files(tmp_path, a=text, b=BASED)
    assert {name: type(fault) for name, fault in presets.faults.items()} == {
        "a.toml": PresetDamaged
    }
    assert "我们的" in presets.by_name


def test_what_cannot_be_read_as_a_file_is_told_and_hides_no_other(tmp_path: Path) -> None:
    with_files(tmp_path, b=BASED)
    (tmp_path / "版式" / "a.toml").mkdir()
    presets = read_presets(tmp_path)
    assert isinstance(presets.faults["a.toml"], FileUnreadable)
    assert "我们的" in presets.by_name


@pytest.mark.skipif(sys.platform == "win32", reason="not everybody may make links there")
def test_a_link_to_nothing_is_told(tmp_path: Path) -> None:
    with_files(tmp_path)
    (tmp_path / "版式" / "a.toml").symlink_to(tmp_path / "没有")
    assert list(read_presets(tmp_path).faults) == ["a.toml"]


def test_a_library_with_a_broken_preset_opens(tmp_path: Path) -> None:
    with_files(tmp_path, a="forms = {}")
    with open_library(tmp_path) as library:
        assert library.packets()


def test_a_file_that_is_no_preset_is_not_taken(tmp_path: Path) -> None:
    (tmp_path / "信.toml").write_bytes("版式".encode("gb18030"))
    with pytest.raises(PresetDamaged):
        take_preset(tmp_path, tmp_path / "信.toml")
    with pytest.raises(FileUnreadable):
        take_preset(tmp_path, tmp_path / "没有.toml")
    assert not (tmp_path / "版式").exists()


def test_a_preset_of_the_library_is_changed_in_its_file(tmp_path: Path) -> None:
    path = copy_preset(tmp_path, "普通讲义", "我们的")
    changes: Changes = {("name",): "车间", ("page", "left"): 35.0, ("page", "mirrored"): True}
    assert change_preset(tmp_path, "我们的", changes) == "车间"
    presets = read_presets(tmp_path)
    assert presets.own == {"车间": path}
    assert presets.by_name["车间"].page.left == 35


def test_what_would_make_no_preset_is_refused_and_the_file_stays(tmp_path: Path) -> None:
    path = copy_preset(tmp_path, "普通讲义", "我们的")
    before = path.read_bytes()
    with pytest.raises(PresetDamaged):
        change_preset(tmp_path, "我们的", {("page", "left"): 190.0})
    with pytest.raises(PresetTaken):
        change_preset(tmp_path, "我们的", {("name",): "大字版"})
    with pytest.raises(PresetUnknown):
        change_preset(tmp_path, "大字版", {("page", "left"): 30.0})
    assert path.read_bytes() == before


def test_no_preset_is_hidden_behind_one_that_gets_its_name_back(tmp_path: Path) -> None:
    copy_preset(tmp_path, "普通讲义", "甲")
    before = read_presets(tmp_path).files["甲"]
    change_preset(tmp_path, "甲", {("name",): "乙"})
    copy_preset(tmp_path, "大字版", "甲")
    with pytest.raises(PresetTaken):
        restore_preset(tmp_path, "乙", before)
    assert sorted(read_presets(tmp_path).own) == ["乙", "甲"]
    assert read_presets(tmp_path).faults == {}


@pytest.mark.parametrize("text", ["name = ", BASED + "[page]\nleft = -3"])
def test_a_text_that_is_no_preset_is_not_put_back(tmp_path: Path, text: str) -> None:
    path = copy_preset(tmp_path, "普通讲义", "甲")
    before = path.read_bytes()
    with pytest.raises(PresetDamaged):
        restore_preset(tmp_path, "甲", text)
    assert path.read_bytes() == before


def test_a_preset_that_was_put_away_is_put_back(tmp_path: Path) -> None:
    path = copy_preset(tmp_path, "普通讲义", "甲", {("page", "left"): 35.0})
    text = path.read_text("utf-8")
    kept = put_away_preset(tmp_path, "甲")
    assert read_presets(tmp_path).own == {}
    put_back_preset(tmp_path, kept)
    assert not kept.exists()
    assert read_presets(tmp_path).files["甲"] == text
    kept = put_away_preset(tmp_path, "甲")
    copy_preset(tmp_path, "大字版", "甲")
    with pytest.raises(PresetTaken):
        put_back_preset(tmp_path, kept)
    assert kept.exists()


# --- logos ---------------------------------------------------------------------------------


def picture(kind: str, size: tuple[int, int] = (300, 100), mode: str = "RGB") -> bytes:
    written = BytesIO()
    facts = Image.Exif()
    facts[0x9286] = "在哪里拍的"
    exif = {} if kind == "BMP" else {"exif": facts}
    Image.new(mode, size).save(written, kind, **exif)
    return written.getvalue()


@pytest.mark.parametrize(
    ("kind", "mode"),
    [("PNG", "RGB"), ("PNG", "RGBA"), ("PNG", "P"), ("JPEG", "L"), ("JPEG", "CMYK")],
)
def test_a_picture_is_kept_plain_beside_the_presets(tmp_path: Path, kind: str, mode: str) -> None:
    path = tmp_path / "厂徽.jpg"
    path.write_bytes(picture(kind, mode=mode))
    copy_preset(tmp_path, "普通讲义", "我们的")
    assert keep_logo(tmp_path, path) == "厂徽.png"
    assert keep_logo(tmp_path, path) == "厂徽（2）.png"
    change_preset(tmp_path, "我们的", {("logo", "file"): "厂徽.png"})
    logo = found(tmp_path, "我们的").logo
    assert logo is not None
    assert logo.shape == 3
    with Image.open(BytesIO(logo.picture)) as kept:
        assert (kept.format, kept.mode, dict(kept.getexif())) == ("PNG", "RGB", {})
    assert "在哪里拍的".encode() not in (tmp_path / "版式" / "厂徽.png").read_bytes()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "kind"),
        (b"<svg/>", "kind"),
        (picture("BMP"), "kind"),
        (picture("PNG")[:-30], "kind"),
        (picture("JPEG", (2000, 2000))[:900], "kind"),
        (picture("PNG", (300, 10)), "flat"),
        (picture("PNG", (6000, 5001), "1"), "large"),
        (bytes(5_000_001), "large"),
    ],
    ids=["empty", "svg", "bmp", "cut png", "cut jpeg", "flat", "many dots", "many bytes"],
)
def test_what_is_no_usable_picture_is_refused(tmp_path: Path, data: bytes, reason: str) -> None:
    path = tmp_path / "图.png"
    path.write_bytes(data)
    with pytest.raises(LogoRefused) as refused:
        keep_logo(tmp_path, path)
    assert refused.value.reason == reason
    assert not (tmp_path / "版式").exists()


def test_a_preset_whose_logo_is_gone_is_used_without_and_told(tmp_path: Path) -> None:
    presets = with_files(tmp_path, a=BASED + '[logo]\nfile = "没有.png"\n')
    fault = presets.faults["a.toml"]
    assert isinstance(fault, LogoRefused)
    assert (fault.name, fault.reason) == ("没有.png", "missing")
    logo = presets.by_name["我们的"].logo
    assert logo is not None
    assert logo.picture == b""
