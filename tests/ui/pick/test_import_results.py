"""What the window says and asks after an import."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from tests.ui.pick.imported import BODY, imported

from studydesk import paths
from studydesk.domain.article import Recovery
from studydesk.library import Library
from studydesk.services.citing import SourceFacts
from studydesk.services.importing import ImportResult, Outcome, import_paste
from studydesk.services.source_facts import keep_facts
from studydesk.ui import dialogs
from studydesk.ui.desk import Desk
from studydesk.ui.jobs import Job
from studydesk.ui.main_window import MainWindow
from studydesk.ui.pick.import_results import ImportResults


def test_newspaper_date_and_page_are_asked_once_and_prefilled(
    panel: ImportResults, library: Library, tmp_path: Path
) -> None:
    head = "工人日报 2026年11月20日 第"
    results = imported(
        library, tmp_path, 甲=f"{head}3版\n题\n{BODY}", 乙=f"{head}4版\n另一题\n{BODY}再\n"
    )
    panel.show_results(results)
    form = panel.form
    assert form.isVisible()
    assert (form.newspaper.text(), form.published.text()) == ("工人日报", "2026-11-20")
    assert (form.page.text(), form.page.placeholderText()) == ("", "各不相同，空着就不改")
    form.newspaper.setText("《工会日报》")
    given: list[SourceFacts] = []
    panel.facts_given.connect(given.extend)
    form._save_button.click()
    first, second = (result.source_id for result in results)
    assert given == [
        SourceFacts(first, "工会日报", date(2026, 11, 20), "3"),
        SourceFacts(second, "工会日报", date(2026, 11, 20), "4"),
    ]
    assert not form.isVisible()


def test_what_the_library_had_already_is_told_before_what_is_new(
    panel: ImportResults, library: Library, tmp_path: Path
) -> None:
    old = "安全生产十条\n" + "".join(
        f"第{n}条，进车间先看{n}号通道是不是畅通。\n" for n in range(40)
    )
    imported(library, tmp_path, 旧页=old)
    new = f"另一题\n{BODY}"
    panel.show_results(
        imported(library, tmp_path, 新页=new, 重登=f"{old}又及。\n", 旧页=old, 空="\n")
    )
    assert [line[0] for line in panel.lines()] == ["✕", "≈", "＝", "✓", "✓"]


def test_where_the_other_was_printed_is_told_as_it_is_known_by_now(
    panel: ImportResults, library: Library, tmp_path: Path
) -> None:
    old, new = imported(library, tmp_path, 旧页=f"题目一\n{BODY}", 重登=f"题目二\n{BODY}又及。\n")
    panel.show_results([new])
    assert "（旧页.txt）" in panel.lines()[0]
    keep_facts(library, [SourceFacts(old.source_id, "工人日报", date(2026, 4, 27), "7")])
    panel.look_again()
    assert "（工人日报 2026-04-27 第7版）" in panel.lines()[0]


def test_what_is_told_of_an_import_is_kept_and_taken_back(
    desk: Desk, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    page = tmp_path / "新版面.txt"
    page.write_text(f"题\n{BODY}", "utf-8")
    with qtbot.waitSignal(desk.pick.imported) as imported:
        desk.take_files([page])
    assert imported.args is not None
    (source_id,) = imported.args[0]
    assert window.status._saved.text().startswith("已保存")
    form = desk.pick.browser.results.form
    form.newspaper.setText("工会日报")
    with qtbot.waitSignal(desk.current.facts_kept):
        form._save_button.click()
    assert desk.library.source(source_id).newspaper == "工会日报"
    with qtbot.waitSignal(desk.current.facts_kept):
        window.actions_by_id["undo"].trigger()
    assert desk.library.source(source_id).newspaper == ""


def test_what_is_wrong_with_a_date_is_told_of_the_date_as_it_is_by_now(
    panel: ImportResults, library: Library, tmp_path: Path
) -> None:
    panel.show_results(imported(library, tmp_path, 甲=f"题\n{BODY}"))
    panel.form.published.setText("去年")
    panel.form._save_button.click()
    told = {}
    for typed in ("2026-02-30", "2026-02-31", "2026-02-3"):
        panel.form.published.setText(typed)
        told[typed] = panel.form._doubt.text()
    assert list(told.values()) == ["没有2026年2月30日这一天。", "没有2026年2月31日这一天。", ""]


def test_nothing_is_asked_where_nothing_was_added(panel: ImportResults) -> None:
    panel.show_results([ImportResult("甲.txt", Outcome.ALREADY_THERE, "s")])
    assert not panel.form.isVisible()


def test_a_new_article_that_was_there_already_can_be_left_out_and_brought_back(
    desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    pages = {
        "原报": f"在学懂弄通做实上下功夫\n王敏\n{BODY}",
        "转载": f"转来的一篇\n李明\n{BODY}完。\n",
    }
    pick, panel = desk.pick, desk.pick.browser.results
    results = imported(desk.library, tmp_path, **pages)
    pick._imported(results)
    likeness = results[1].alike[0]
    pick.open_article(likeness.article_id)
    (sentence,) = [line for line in panel.lines() if line.startswith("≈")]
    assert "在学懂弄通做实上下功夫" in sentence
    out = next(b for b in panel.findChildren(QPushButton) if b.text() == "不要新的")
    out.click()
    qtbot.waitUntil(lambda: out.text() == "恢复")
    assert pick.article is None
    assert desk.library.number(likeness.article_id) == 0
    desk.undoing.undo()
    qtbot.waitUntil(lambda: out.text() == "不要新的")
    out.click()
    qtbot.waitUntil(lambda: out.text() == "恢复")
    out.click()
    qtbot.waitUntil(lambda: out.text() == "不要新的")
    assert desk.library.number(likeness.article_id) > 0
    assert sentence in panel.lines()
    assert desk.notice.sentence.startswith("已恢复文章")
    look = next(b for b in panel.findChildren(QPushButton) if b.text() == "看已有的")
    look.click()
    assert pick.article is not None
    assert pick.article.id == likeness.other_id


def test_many_pages_that_the_library_had_already_keep_nobody_waiting(
    desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    def page(name: str) -> str:
        heads = [f"第{number}篇讲工匠精神的文章\n王敏\n" for number in range(4)]
        return "\n".join(f"{head}{BODY}{head}" for head in heads) + f"\n{name}完。\n"

    pages = {f"第{number}版": page(str(number)) for number in range(40)}
    results = imported(desk.library, tmp_path, **pages)
    assert sum(len(result.alike) for result in results) > 100
    desk.pick._imported(results)
    panel = desk.pick.browser.results
    QApplication.processEvents()
    first = len(panel.lines())
    bar = panel._scroll.verticalScrollBar()
    every = len(results) + sum(len(result.alike) for result in results)
    for _ in range(every):  # a few lines come each time
        bar.setValue(bar.maximum())
        QApplication.processEvents()
    assert first < len(panel.lines()) == every


@pytest.mark.parametrize(
    ("pastes", "files", "told"),
    [
        (1, 0, "粘贴的文字，1 篇文章"),
        (2, 0, "粘贴 2 次，2 篇文章"),
        (1, 1, "1 个文件、粘贴的文字，2 篇文章"),
    ],
)
def test_what_was_pasted_is_not_called_a_file(
    panel: ImportResults, library: Library, tmp_path: Path, pastes: int, files: int, told: str
) -> None:
    pasted = [import_paste(library, f"题{number}\n\n{BODY}") for number in range(pastes)]
    pages = {f"页{number}": f"页{number}的题\n{BODY}再\n" for number in range(files)}
    panel.show_results([*imported(library, tmp_path, **pages), *pasted])
    assert panel.fold.text() == f"导入结果：{told} ▴"


def test_each_chosen_file_has_a_line_and_packets_among_them_are_opened(
    desk: Desk, window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, picture = tmp_path / "版面.txt", tmp_path / "图.jpg"
    page.write_text(f"题\n{BODY}", "utf-8")
    picture.write_bytes(b"\xff\xd8\xff\xe0")
    good, broken = tmp_path / "好.studypack", tmp_path / "坏.studypack"
    broken.write_bytes(b"PK nothing")
    with qtbot.waitSignal(desk.shelf.message):
        desk.shelf.save_file(good)
    chosen = [good, picture, broken, page]
    monkeypatch.setattr(dialogs, "ask_files", lambda *_: chosen)
    window.actions_by_id["import"].trigger()
    results = desk.pick.browser.results
    qtbot.waitUntil(lambda: len(results.lines()) == len(chosen))
    told = "\n".join(results.lines())
    assert all(told.count(f"“{file.name}”") == 1 for file in chosen)
    assert results.fold.text() == "导入结果：4 个文件，1 篇文章 ▴"
    assert "“好.studypack”：学习包“" in told


def test_a_packet_file_among_imported_ones_says_what_it_did_and_is_taken_back(
    desk: Desk, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    page, pack = tmp_path / "版面.txt", paths.resources() / "sample.studypack"
    page.write_text(f"题\n{BODY}", "utf-8")
    desk.take_files([page, pack])
    results = desk.pick.browser.results
    qtbot.waitUntil(lambda: len(results.lines()) == 2)
    came = desk.current.packet
    assert came is not None
    assert came.title in desk.notice.sentence
    assert "“周五班组学习”还在" in desk.notice.sentence
    desk.notice.undo_button.click()
    assert desk.current.packet is not None
    assert desk.current.packet.title == "周五班组学习"
    assert came.id not in {each.id for each in desk.library.packets()}
    assert results.isVisible()
    window.actions_by_id["redo"].trigger()
    assert desk.current.packet.title == came.title


def test_a_form_that_was_settled_does_not_come_back(
    panel: ImportResults, library: Library, tmp_path: Path
) -> None:
    panel.show_results(imported(library, tmp_path, 甲=f"题\n{BODY}"))
    panel.form.newspaper.setText("工会日报")
    given: list[SourceFacts] = []
    panel.facts_given.connect(given.extend)
    panel.settle()
    panel.give_room(900)
    assert panel.form.isHidden()
    assert panel.cite.isHidden()
    panel.settle()
    assert [facts.newspaper for facts in given] == ["工会日报"]


def test_what_is_imported_meanwhile_waits_for_its_turn(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    importing, told, began = desk.pick.importing, list[str](), list[str]()
    importing.message.connect(told.append)
    importing.work_started.connect(lambda what, _job: began.append(what))
    pages = [tmp_path / name for name in ("甲.txt", "乙.txt")]
    for page in pages:
        page.write_text(f"{page.stem}\n{BODY}", encoding="utf-8")
    ended = list[list[str]]()
    importing.done.connect(lambda results: ended.append([each.name for each in results]))
    for page in pages:
        importing.take_files([page])
    assert len(began) == 1
    assert told == ["还在导入前面的；做完就接着导入这一次的。"]
    qtbot.waitUntil(lambda: ended == [["甲.txt", "乙.txt"]])


def test_what_waits_is_imported_though_the_import_before_it_was_cancelled(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    page = tmp_path / "甲.txt"
    page.write_text(f"甲\n{BODY}", encoding="utf-8")
    importing = desk.pick.importing

    def stop(_what: str, job: Job) -> None:
        job.cancel()
        importing.work_started.disconnect(stop)

    importing.work_started.connect(stop)
    importing.take_files([page])
    with qtbot.waitSignal(importing.done):
        importing.take_files([page])


def test_what_was_imported_and_is_deleted_since_is_told_as_gone(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    page, results = tmp_path / "甲.txt", desk.pick.browser.results
    page.write_text(f"甲\n{BODY}", "utf-8")
    with qtbot.waitSignal(desk.pick.imported):
        desk.take_files([page])
    assert not results.form.isHidden()
    desk.delete_article()
    qtbot.waitUntil(lambda: results.lines() == ["－ “甲.txt”：文章已删除。"])
    assert "0 篇文章" in results.fold.text()
    assert results.form.isHidden()
    assert all(button.isHidden() for button in results._rows[0].findChildren(QPushButton))
    desk.undoing.undo()
    qtbot.waitUntil(lambda: results.lines()[0].startswith("✓"))
    assert "1 篇文章" in results.fold.text()


def test_doubts_that_were_settled_are_told_of_no_more(
    panel: ImportResults, library: Library, tmp_path: Path
) -> None:
    results = imported(library, tmp_path, 甲="只有正文，没有标题。\n" * 8)
    panel.show_results(results)
    assert f"，{results[0].problems} 处存疑" in panel.lines()[0]
    source_id = results[0].source_id
    library.tidy(source_id, [], Recovery(tuple(library.articles_of(source_id))))
    panel.look_again()
    assert panel.lines() == ["✓ “甲.txt”：导入 1 篇文章。"]


def test_what_is_to_be_filled_in_later_can_be_opened_again_where_that_is_told(
    panel: ImportResults, library: Library, tmp_path: Path
) -> None:
    told: list[str] = []
    panel.form.told.connect(told.append)
    panel.show_results(imported(library, tmp_path, 甲=f"题\n{BODY}"))
    panel.form._cancel.click()
    assert panel.cite.isVisible()
    assert panel.cite.text() in told[0]
    panel.cite.click()
    assert panel.form.isVisible()
    panel.form.newspaper.setText("工会日报")
    panel.form._save_button.click()
    assert panel.form.isHidden()
    assert panel.cite.isHidden()


def test_a_page_that_has_another_paper_printed_than_its_file_name_is_asked_about(
    desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    name, head = "工人日报 2026-11-16 第7版", "人民日报 2026年11月15日 星期日 第7版"
    results = imported(desk.library, tmp_path, **{name: f"{head}\n题目\n{BODY}"})
    pick, panel = desk.pick, desk.pick.browser.results
    pick._imported(results)
    asked = "版面上印的是《人民日报》2026 年 11 月 15 日"
    assert asked in panel.lines()[0]
    desk.tidy_source(results[0].source_id)
    qtbot.waitUntil(lambda: "出处存疑" in desk.tidy.head.facts.text())
    assert asked in desk.tidy.head.facts.toolTip()
    source = desk.library.source(results[0].source_id)
    assert (source.newspaper, source.published) == ("工人日报", date(2026, 11, 16))
    desk.show_page("pick")
    panel.form.newspaper.setText("人民日报")
    panel.form.published.setText("2026-11-15")
    panel.form._save_button.click()
    qtbot.waitUntil(lambda: asked not in panel.lines()[0])
    desk.tidy_source(results[0].source_id)
    qtbot.waitUntil(lambda: "出处存疑" not in desk.tidy.head.facts.text())
