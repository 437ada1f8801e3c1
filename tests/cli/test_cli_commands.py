import json
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from docx import Document

from studydesk.domain import edits
from studydesk.domain.packet import Guide, PassageItem
from studydesk.domain.signing import sign
from studydesk.domain.vouching import Duty, Kept
from studydesk.errors import FileUnreadable
from studydesk.library import Library
from studydesk.library.studypack import read_studypack, write_studypack
from studydesk.services import starting

Run = Callable[..., SimpleNamespace]


# --- recover, import, search ---------------------------------------------------------------


def test_recover_names_the_articles_and_what_is_doubtful(
    run: Run, seed_paths: tuple[Path, ...]
) -> None:
    ran = run("recover", seed_paths[2])
    assert ran.code == 0
    assert ran.out.startswith("002_c0efcda7d666e9fe.txt：5 篇文章")
    assert "魏国强" in ran.out
    assert "    · " in ran.out


def test_recover_gives_one_object_for_one_file_and_a_list_for_more(
    run: Run, seed_paths: tuple[Path, ...]
) -> None:
    one = json.loads(run("recover", seed_paths[0], "--json").out)
    assert one["source"] == seed_paths[0].name
    assert json.loads(run("recover", *seed_paths[:2], "--json").out)[0] == one


def test_recover_says_which_file_it_cannot_read_and_goes_on(
    run: Run, seed_paths: tuple[Path, ...]
) -> None:
    ran = run("recover", "没有.txt", seed_paths[0], "--json")
    assert ran.code == 1
    assert ran.err == "读不了“没有.txt”：找不到它。请检查文件后再试。\n"
    assert [page["source"] for page in json.loads(ran.out)] == [seed_paths[0].name]


def test_import_says_one_line_for_each_file(
    run: Run, tmp_path: Path, seed_paths: tuple[Path, ...]
) -> None:
    first = run("import", *seed_paths, "--library", tmp_path / "库")
    again = run("import", *seed_paths, "--library", tmp_path / "库")
    assert (first.code, again.code) == (0, 0)
    assert [line.count("导入 ") for line in first.out.splitlines()] == [1] * 5
    assert [line.count("已经有了") for line in again.out.splitlines()] == [1] * 5


def test_search_gives_the_documented_json(run: Run, library: Path) -> None:
    found = json.loads(run("search", "工匠", "--library", library, "--json", "--limit", 2).out)
    assert list(found) == ["query", "total", "hits"]
    assert (found["query"], len(found["hits"])) == ("工匠", 2)
    assert found["total"] > 2
    hit = found["hits"][0]
    assert list(hit) == ["article", "title", "count", "excerpts"]
    excerpt = hit["excerpts"][0]
    assert {excerpt["text"][start:end] for start, end in excerpt["highlights"]} == {"工匠"}


def test_search_marks_what_was_found(run: Run, library: Path) -> None:
    ran = run("search", "新质生产力", "--library", library)
    assert ran.out.startswith("“新质生产力”：")
    assert "【新质生产力】" in ran.out


def test_search_finds_beside_an_open_window(run: Run, library: Path) -> None:
    alone = run("search", "工匠", "--library", library)
    with Library.open(library):
        beside = run("search", "工匠", "--library", library)
    assert (beside.code, beside.out) == (0, alone.out)


def test_search_without_a_hit_is_no_error(run: Run, library: Path) -> None:
    ran = run("search", "鹤鹤", "--library", library)
    assert (ran.code, ran.out) == (0, "“鹤鹤”：0 篇\n")


def test_a_search_for_nothing_says_that_no_words_were_given(run: Run, library: Path) -> None:
    ran = run("search", " ", "--library", library)
    assert (ran.code, ran.out) == (0, "没有写要找的字词，请在 search 后面写上。\n")


def test_a_file_before_the_library_is_told_where_the_library_is_named(
    run: Run, library: Path
) -> None:
    ran = run("不存在.txt", "--library", library)
    assert ran.code == 2
    assert "没有 '不存在.txt' 这个命令" in ran.err
    assert "--library DIR 写在文件前面" in ran.err


# --- export, check -------------------------------------------------------------------------


def test_check_is_content_with_a_packet_that_only_lacks_its_citation(run: Run, pack: Path) -> None:
    ran = run("check", pack)
    *told, wording = ran.out.splitlines()
    assert (ran.code, told) == (
        0,
        [
            "引文核对：1 段，1 段与原文逐字一致。",
            "校对：1 条提示。",
            "  留意　选段　出处还不完整，缺报名、日期、版次。（C01）",
        ],
    )
    assert wording.startswith("规范表述：对照库里")


def altered(pack: Path, change: str) -> None:
    """The file with another packet in it."""
    content = read_studypack(pack)
    item = content.packet.items[0]
    assert isinstance(item, PassageItem)
    if change == "quotation":
        text = item.passage.text.replace("的", "地", 1)
        changed = replace(item, passage=replace(item.passage, text=text))
        packet = edits.change(content.packet, changed)
    else:
        packet = edits.append(content.packet, Guide("学习二十四中全会精神。"))
    write_studypack(pack, packet, content.articles)


@pytest.mark.parametrize(
    ("change", "said"), [("quotation", "与原文不一致"), ("words", "必改　导读　“二十四中全会”")]
)
def test_check_fails_on_a_false_quotation_and_on_a_red_finding(
    run: Run, pack: Path, change: str, said: str
) -> None:
    altered(pack, change)
    ran = run("check", pack)
    assert ran.code == 1
    assert said in ran.out


def test_export_writes_a_false_quotation_but_says_so_and_fails(
    run: Run, pack: Path, tmp_path: Path
) -> None:
    altered(pack, "quotation")
    ran = run("export", pack, "--out", tmp_path / "出", "--format", "docx")
    assert (ran.code, len(list(tmp_path.glob("出/*.docx")))) == (1, 3)
    assert "必改　选段　与原文不一致：第 " in ran.err
    assert ran.err.endswith("不要照这份付印：1 段引文没有核对上（选段）。请改好，或署名保留。\n")


SAID = "班组里人人都要先把安全生产的每一条规矩背熟"


def quoting(pack: Path, words: str) -> None:
    content = read_studypack(pack)
    packet = edits.append(content.packet, Guide(f"文中说“{words}”。"))
    write_studypack(pack, packet, content.articles)


def test_what_is_quoted_is_looked_up_in_the_articles_of_the_packet(run: Run, pack: Path) -> None:
    right = read_studypack(pack).packet.passages[0].text[:20]
    quoting(pack, right.replace("“", "").replace("”", ""))
    assert "（Q1" not in run("check", pack).out
    quoting(pack, SAID)
    ran = run("check", pack)
    assert (ran.code, "参考　导读" in ran.out, "（Q12）" in ran.out) == (0, True, True)
    rules = [
        finding["rule"] for finding in json.loads(run("check", pack, "--json").out)["findings"]
    ]
    assert rules == ["C01", "Q12"]


def test_what_no_article_of_the_packet_says_is_looked_up_in_the_library(
    run: Run, pack: Path, library: Path
) -> None:
    packed = {article.id for article, _ in read_studypack(pack).articles}
    with Library.open(library) as opened:
        others = (opened.article(each.id) for each in opened.articles() if each.id not in packed)
        bodies = (re.findall("[\u4e00-\u9fff]{14,}", other.body) for other in others)
        words = next(found[0] for found in bodies if found)
    quoting(pack, words)
    assert "（Q12）" in run("check", pack).out
    assert "（Q12）" not in run("check", pack, "--library", library).out


def test_a_proof_sheet_tells_of_quotations_in_free_text(
    run: Run, pack: Path, tmp_path: Path
) -> None:
    quoting(pack, SAID)
    run("export", pack, "--out", tmp_path / "出", "--edition", "审校单", "--format", "docx")
    (made,) = tmp_path.glob("出/*")
    cells = [cell.text for table in Document(str(made)).tables for cell in table._cells]
    assert any(f"“{SAID}”：引号里的话" in cell for cell in cells)


def test_check_gives_json_with_places_and_sentences(run: Run, pack: Path) -> None:
    altered(pack, "words")
    checked = json.loads(run("check", pack, "--json").out)
    assert checked["quotations"][0]["status"] == "verbatim"
    red = next(finding for finding in checked["findings"] if finding["severity"] == "red")
    assert (red["rule"], red["suggestion"]) == ("P06", "二十届四中全会")


# --- the demo and the self-check -----------------------------------------------------------


def test_the_demo_names_its_files_and_its_time(run: Run, tmp_path: Path) -> None:
    *files, time = run("demo", "--out", tmp_path / "出").out.splitlines()
    assert sorted(files) == sorted(str(path) for path in tmp_path.glob("出/*"))
    assert len(files) == 6
    assert time.startswith("用时 ")


def test_the_self_check_finds_every_part_in_order(run: Run) -> None:
    ran = run("self-check")
    assert {line.split("：")[1] for line in ran.out.splitlines()} == {"正常"}
    assert (ran.code, len(ran.out.splitlines())) == (0, 10)


def test_the_self_check_names_the_part_that_is_broken(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("studydesk.paths.seeds", lambda: tmp_path)
    ran = run("self-check")
    assert ran.code == 1
    assert "样例：有误（RuntimeError: seeds）" in ran.out


# --- who answers for it --------------------------------------------------------------------


def reddened(pack: Path) -> None:
    content = read_studypack(pack)
    packet = edits.append(content.packet, Guide("学习二十四中全会精神。"))
    write_studypack(pack, packet, content.articles)


def test_a_red_finding_keeps_an_export_from_going_well_until_somebody_answers_for_it(
    run: Run, pack: Path, tmp_path: Path
) -> None:
    reddened(pack)
    out = ("--out", tmp_path / "出", "--format", "docx", "--edition")
    held = run("export", pack, *out, "学员版")
    assert held.code == 1
    assert "（P06）" in held.err
    assert held.err.endswith("1 处必改没有处理（导读“二十四中全会”）。请改好，或署名保留。\n")
    for blank in ("", "  "):
        refused = run("export", pack, *out, "学员版", "--answer", blank)
        assert (refused.code, "请写上这个人的姓名" in refused.err) == (1, True)
    assert run("export", pack, *out, "学员版", "--answer", "王芳").code == 0
    assert run("export", pack, *out, "审校单", "--answer", "王芳").code == 0
    (made,) = tmp_path.glob("出/*审校单.docx")
    cells = [cell.text for table in Document(str(made)).tables for cell in table._cells]
    assert any(cell.startswith("保留：王芳 ") for cell in cells)


def test_nobody_answers_for_a_quotation_that_differs(run: Run, pack: Path, tmp_path: Path) -> None:
    altered(pack, "quotation")
    options = ("--format", "docx", "--answer", "王芳")
    assert run("export", pack, "--out", tmp_path / "出", *options).code == 1


def test_a_check_tells_what_was_let_stand_what_was_not_asked_and_who_signed(
    run: Run, pack: Path
) -> None:
    reddened(pack)
    content = read_studypack(pack)
    guide = content.packet.items[-1]
    packet = edits.silence(content.packet, "C01")
    kept = Kept("P06", guide.id, "text", "二十四中全会", "王芳", date(2026, 11, 20))
    signed = sign(edits.keep(packet, kept), Duty.ISSUED, "李强", date(2026, 11, 20))
    write_studypack(pack, edits.rename(signed, "改了题名"), content.articles)
    ran = run("check", pack)
    assert ran.code == 0
    assert "保留：王芳 2026年11月20日。" in ran.out
    assert "没有查的规则：出处还不完整（C01）。" in ran.out
    assert "签发：李强，2026年11月20日，签后改了题名或会议信息。" in ran.out
    told = json.loads(run("check", pack, "--json").out)
    assert (told["silenced"], told["signatures"][0]["name"]) == (["C01"], "李强")
    assert [finding["kept"]["by"] for finding in told["findings"]] == ["王芳"]


# --- diagnose --------------------------------------------------------------------------------


def test_diagnose_writes_its_file_whether_the_library_opens_or_not(
    run: Run, tmp_path: Path
) -> None:
    with Library.open(tmp_path / "库"):
        ran = run("diagnose", "--out", tmp_path / "甲.zip", "--library", tmp_path / "库")
        assert ran.code == 1
        assert ran.err
    ran = run("diagnose", "--out", tmp_path / "乙.zip", "--library", tmp_path / "库")
    assert (ran.code, ran.out.strip()) == (0, str(tmp_path / "乙.zip"))
    assert all(zipfile.is_zipfile(tmp_path / name) for name in ("甲.zip", "乙.zip"))


def test_diagnose_writes_its_file_where_the_disk_of_the_library_fails(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(folder: Path) -> Library:
        raise FileUnreadable(folder / "library.db", "I/O error")

    monkeypatch.setattr(starting, "open_existing", failing)
    ran = run("diagnose", "--out", tmp_path / "甲.zip", "--library", tmp_path)
    assert ran.code == 1
    assert "library.db" in ran.err
    assert zipfile.is_zipfile(tmp_path / "甲.zip")
