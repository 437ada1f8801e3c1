"""Exports by the command line."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from docx import Document

from studydesk import paths
from studydesk.domain import edits
from studydesk.export import fonts
from studydesk.export.installed_fonts import families
from studydesk.handout.presets import PRESETS
from studydesk.handout.style import Typeface
from studydesk.library import Library
from studydesk.library.studypack import read_studypack, write_studypack
from studydesk.services.presets import copy_preset

Run = Callable[..., SimpleNamespace]


def test_export_writes_every_edition_in_every_format(run: Run, pack: Path, tmp_path: Path) -> None:
    ran = run("export", pack, "--out", tmp_path / "出")
    made = sorted(tmp_path.glob("出/*"))
    assert (ran.code, len(made)) == (0, 6)
    assert sorted(ran.out.splitlines()) == [str(path) for path in made]


def test_export_takes_one_edition_one_format_and_a_preset(
    run: Run, pack: Path, tmp_path: Path
) -> None:
    options = ("--edition", "主持人版", "--format", "pdf", "--preset", "公文式讲义")
    ran = run("export", pack, "--out", tmp_path / "出", *options)
    (made,) = tmp_path.glob("出/*")
    assert (ran.code, made.name.endswith("_周五学习_主持人版.pdf")) == (0, True)


@pytest.mark.parametrize(("preset", "code"), [("公文式讲义", 1), ("普通讲义", 0)])
def test_the_preset_of_the_export_is_asked_for_missing_characters(
    run: Run, pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, preset: str, code: int
) -> None:
    def missing(_text: str, typefaces: Iterable[Typeface] = ()) -> str:
        return "龘" if {typeface.family for typeface in typefaces} == {"仿宋"} else ""

    monkeypatch.setattr(fonts, "missing_characters", missing)
    sent = read_studypack(pack)
    other = "普通讲义" if preset == "公文式讲义" else "公文式讲义"
    write_studypack(pack, replace(sent.packet, preset=other), sent.articles)
    options = ("--edition", "学员版", "--format", "docx", "--preset", preset)
    ran = run("export", pack, "--out", tmp_path / "出", *options)
    assert (ran.code, "龘" in ran.err) == (code, code == 1)


def test_export_lays_a_booklet_beside_the_plain_pdf(run: Run, pack: Path, tmp_path: Path) -> None:
    options = ("--edition", "学员版", "--format", "pdf", "--preset", "口袋本 A5", "--booklet")
    ran = run("export", pack, "--out", tmp_path / "出", *options)
    assert [line.rpartition("_")[2] for line in ran.out.splitlines()] == [
        "学员版.pdf",
        "小册子.pdf",
    ]
    assert "短边翻转" in ran.err


def test_where_no_booklet_can_be_made_it_is_said(run: Run, pack: Path, tmp_path: Path) -> None:
    ran = run("export", pack, "--out", tmp_path / "出", "--format", "docx", "--booklet")
    assert (ran.code, len(ran.out.splitlines())) == (0, 3)
    assert ran.err.startswith("没有做小册子")


def test_a_packet_is_no_page_to_import(run: Run, pack: Path, tmp_path: Path) -> None:
    ran = run("import", pack, "--library", tmp_path / "库")
    assert (ran.code, "export 命令" in ran.err) == (1, True)


def test_a_proof_sheet_tells_what_the_check_found(run: Run, pack: Path, tmp_path: Path) -> None:
    ran = run("export", pack, "--out", tmp_path / "出", "--edition", "审校单", "--format", "docx")
    assert ran.code == 0
    (made,) = tmp_path.glob("出/*")
    cells = [cell.text for table in Document(str(made)).tables for cell in table._cells]
    assert "与原文逐字一致。" in cells
    assert "出处还不完整，缺报名、日期、版次。" in cells


def test_names_are_printed_on_the_sheet_to_sign(run: Run, pack: Path, tmp_path: Path) -> None:
    (tmp_path / "名单.txt").write_text("王敏\n\n杜宇\n", "utf-8")
    options = ("--edition", "记录册", "--format", "docx", "--names", tmp_path / "名单.txt")
    assert run("export", pack, "--out", tmp_path / "出", *options).code == 0
    (made,) = tmp_path.glob("出/*")
    rows = Document(str(made)).tables[0].rows
    assert [row.cells[1].text for row in rows][:4] == ["姓名", "王敏", "杜宇", ""]


def test_a_name_that_would_be_printed_as_a_box_is_told_and_must_be_settled(
    run: Run, pack: Path, tmp_path: Path
) -> None:
    (tmp_path / "名单.txt").write_text("王敏\n欧阳𠮷\n", "utf-8")
    options = ("--format", "pdf", "--names", tmp_path / "名单.txt")
    ran = run("export", pack, "--out", tmp_path / "出", "--edition", "记录册", *options)
    assert ran.code == 1
    assert ran.err.count("必改　名单　字库里没有这些字：𠮷") == 1
    unsigned = run("export", pack, "--out", tmp_path / "出", "--edition", "学员版", *options)
    assert (unsigned.code, unsigned.err) == (0, "")


@pytest.mark.parametrize(
    ("preset", "made", "told"),
    [
        ("班前十分钟卡片", ["学员版", "班组卡片"], "印好从中间的虚线裁开"),
        ("普通讲义", ["学员版"], "没有做班组卡片"),
    ],
)
def test_each_group_gets_a_card(
    run: Run, pack: Path, tmp_path: Path, preset: str, made: list[str], told: str
) -> None:
    (tmp_path / "班组.txt").write_text("钳工一班\n钳工二班\n钳工一班\n", "utf-8")
    options = ("--edition", "学员版", "--format", "pdf", "--groups", tmp_path / "班组.txt")
    ran = run("export", pack, "--out", tmp_path / "出", "--preset", preset, *options)
    assert [Path(line).stem.rpartition("_")[2] for line in ran.out.splitlines()] == made
    assert told in ran.err


def test_export_refuses_an_unknown_preset(run: Run, pack: Path, tmp_path: Path) -> None:
    ran = run("export", pack, "--out", tmp_path / "出", "--preset", "花边")
    assert ran.code == 1
    assert ran.err == f"没有名为“花边”的版式，可以用：{'、'.join(PRESETS)}。\n"
    assert not (tmp_path / "出").exists()


def test_a_packet_whose_preset_is_elsewhere_is_exported_with_the_first(
    run: Run, pack: Path, tmp_path: Path
) -> None:
    sent = read_studypack(pack)
    write_studypack(pack, replace(sent.packet, preset="兄弟厂"), sent.articles)
    ran = run("export", pack, "--out", tmp_path / "出", "--format", "docx")
    assert ran.code == 0
    assert "没有名为“兄弟厂”的版式，先按“普通讲义”排；可以另选一个。" in ran.err
    assert len(list(tmp_path.glob("出/*.docx"))) == 3


def test_boxes_in_a_pdf_are_told(run: Run, pack: Path, tmp_path: Path) -> None:
    opened = read_studypack(pack)
    write_studypack(pack, edits.rename(opened.packet, "学习龘"), opened.articles)
    told = "留意　题名　字库里没有这些字：龘，PDF 会印成方框；DOCX 不受影响。（F01）\n"
    assert run("export", pack, "--out", tmp_path / "出", "--format", "pdf").err == told
    assert run("export", pack, "--out", tmp_path / "出", "--format", "docx").err == ""
    assert "PDF 会印成方框" in run("check", pack).out


def test_fonts_of_this_computer_are_used_when_asked_for_and_told(
    run: Run, pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("studydesk.paths.font_folders", lambda: (tmp_path / "none",))
    families.cache_clear()
    ran = run("export", pack, "--out", tmp_path / "出", "--format", "pdf", "--installed-fonts")
    families.cache_clear()
    assert "这台电脑没有的：" in ran.err
    assert "楷体由随附楷体" in ran.err
    assert run("export", pack, "--out", tmp_path / "出", "--format", "pdf").err == ""


def test_a_docx_carries_its_fonts_when_asked_to(run: Run, pack: Path, tmp_path: Path) -> None:
    asked = ("export", pack, "--format", "docx", "--edition", "学员版", "--out")
    plain = Path(run(*asked, tmp_path / "甲").out.strip()).read_bytes()
    whole = Path(run(*asked, tmp_path / "乙", "--embed-fonts").out.strip()).read_bytes()
    assert b"odttf" in whole
    assert b"odttf" not in plain


def test_a_preset_of_a_library_can_be_asked_for(run: Run, pack: Path, tmp_path: Path) -> None:
    Library.open(tmp_path / "资料库").close()
    copy_preset(tmp_path / "资料库", "口袋本 A5", "我们的")
    asked = ("export", pack, "--out", tmp_path / "出", "--format", "pdf", "--preset", "我们的")
    assert run(*asked).code == 1
    assert run(*asked, "--library", tmp_path / "资料库").code == 0


def test_what_a_card_has_no_room_for_is_told(run: Run, tmp_path: Path) -> None:
    sample = paths.resources() / "sample.studypack"
    options = ("--edition", "学员版", "--format", "pdf", "--preset")
    card = run("export", sample, "--out", tmp_path / "卡片", *options, "班前十分钟卡片")
    assert card.code == 0
    assert re.search("卡片只印选段.*；未印：选段.*思考题", card.err)
    assert "未印" not in run("export", sample, "--out", tmp_path / "出", *options, "普通讲义").err
