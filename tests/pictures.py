"""Pictures of the window in every state worth looking at: python tests/pictures.py FOLDER.

One run makes them all, at several sizes and scales, light and dark, so that they can be seen
side by side after a change. Needs no display.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

SOURCE = Path(__file__).resolve().parents[1] / "src"
sys.path.insert(0, str(SOURCE))

if TYPE_CHECKING:  # the application comes first, then everything else
    from studydesk.domain.article import Article
    from studydesk.domain.packet import Packet
    from studydesk.ui.desk import Desk
    from studydesk.ui.theme import Appearance

SHEETS: dict[str, tuple[str, int, int, str, str]] = {
    "1366-light": ("1", 1366, 768, "light", "all"),
    "1366-dark": ("1", 1366, 768, "dark", "all"),
    "1064-light": ("1", 1064, 600, "light", "main"),
    "1064-dark": ("1", 1064, 600, "dark", "main"),
    "1920-light": ("1", 1920, 1080, "light", "main"),
    "1920-dark": ("1", 1920, 1080, "dark", "main"),
    "150-percent-light": ("1.5", 1280, 720, "light", "main"),
    "150-percent-dark": ("1.5", 1280, 720, "dark", "main"),
    "200-percent-light": ("2", 1366, 768, "light", "main"),
    "missing-fonts": ("1", 1366, 768, "light", "fonts"),
}
"""Scale, width and height in logical pixels, appearance, and which states."""

LONG_TITLE = "在深入实施创新驱动发展战略中充分发挥工人阶级主力军作用" * 2 + "四个字也"


def main(folder: Path) -> int:
    """Make every sheet in a process of its own: the scale is settled once for a process."""
    worst = 0
    for name, (scale, *_) in SHEETS.items():
        settings = {"QT_SCALE_FACTOR": scale, "LC_ALL": "C.UTF-8"}
        environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, **settings}
        command = [sys.executable, __file__, str(folder / name), name]
        worst = max(worst, subprocess.run(command, env=environment, check=False).returncode)
    return worst


def make_sheet(folder: Path, name: str) -> None:
    """All pictures of one size, scale and appearance."""
    from studydesk import app
    from studydesk.ui import theme

    _, width, height, mode, which = SHEETS[name]
    folder.mkdir(parents=True, exist_ok=True)
    application = app.make_application()
    if which == "fonts":
        theme.load_fonts = cache(lambda: None)
    appearance = theme.Appearance(application, mode)
    with tempfile.TemporaryDirectory() as home:
        studio = Studio(Path(home), folder, appearance, (width, height))
        studio.take(main_states if which != "all" else all_states)


class Studio:
    """A window on a starter library, and the camera."""

    def __init__(
        self, home: Path, folder: Path, appearance: "Appearance", size: tuple[int, int]
    ) -> None:
        from studydesk.services import starting
        from studydesk.ui.main_window import MainWindow
        from studydesk.ui.settings import Settings

        self.home, self.folder, self._size = home, folder, size
        self.window = MainWindow(Settings(home / "window.json"), appearance)
        self.window.resize(*size)
        self.window.show()
        self.library = starting.open_library(home / "资料库")
        self.window.enter(self.library)
        self.window.resize(*size)
        self.settle()

    @property
    def desk(self) -> "Desk":
        """What stands in the window."""
        assert self.window.desk is not None
        return self.window.desk

    def take(self, states: Callable[["Studio"], Iterator[str]]) -> None:
        """Go from state to state and take a picture of each."""
        for number, state in enumerate(states(self), 1):
            self.settle()
            self.window.grab().save(str(self.folder / f"{number:02}-{state}.png"))
        self.window.close()

    def settle(self) -> None:
        """Wait until nothing is under way and everything is painted."""
        from PySide6.QtTest import QTest

        QTest.qWait(250)
        until = time.monotonic() + 15
        while self.window.jobs.busy and time.monotonic() < until:
            QTest.qWait(50)
        QTest.qWait(150)

    def press(self, *keys: str) -> None:
        """Press keys in the reader."""
        from PySide6.QtGui import QKeySequence
        from PySide6.QtTest import QTest

        for key in keys:
            QTest.keySequence(self.desk.pick.reader.text, QKeySequence(key))

    def search(self, words: str) -> None:
        """Search, and wait for the answer."""
        self.desk.pick.browser.search.setText(words)
        self.settle()


def main_states(studio: Studio) -> Iterator[str]:
    """The states of a usual day."""
    desk, pick = studio.desk, studio.desk.pick
    desk.show_page("arrange")
    yield "arrange-sample"
    desk.show_page("pick")
    articles = studio.library.articles()
    pick.open_article(articles[0].id)
    yield "pick-reading"
    studio.press("Down", "Down", "Space")
    yield "pick-selection"
    studio.press("Return")
    yield "pick-just-added"
    studio.search("工匠精神")
    pick.browser.list.select(pick.browser.list.articles.rows[0].article.id)
    yield "pick-search"
    yield from _tidy_states(studio)


def _tidy_states(studio: Studio) -> Iterator[str]:
    """The interleaved page on the tidy desk: as it comes, at a problem, while it is put right."""
    desk, tidy = studio.desk, studio.desk.tidy
    desk.tidy_source(studio.library.sources()[4].id)
    studio.settle()
    yield "tidy-interleaved"
    for _ in range(4):
        tidy.strip.step(1)
    yield "tidy-problem"
    tidy.articles.choose_rows([row.at for row in list(tidy.articles.rows)[-28:-24]])
    yield "tidy-several-blocks"
    tidy.articles.go_to_row(3)
    tidy.commands.words.correct()
    yield "tidy-words"
    tidy.words.close_field()
    tidy.chooser.open_list()
    studio.settle()
    tidy.chooser.popup.grab().save(str(studio.folder / "sheet-tidy-sources.png"))
    tidy.chooser.popup.hide()
    desk.show_page("pick")


def all_states(studio: Studio) -> Iterator[str]:
    """Every state, the rare ones too."""
    from studydesk.domain.packet import Packet, Question

    yield from main_states(studio)
    window, desk, pick = studio.window, studio.desk, studio.desk.pick
    studio.search("没有这样的词")
    yield "pick-search-without-hit"
    studio.search("")
    worst = max(studio.library.articles(), key=lambda article: article.problems)
    pick.open_article(worst.id)
    yield "pick-many-problems"
    pick.edit_source_facts()
    yield "pick-source-form"
    pick.reader.form.hide()
    studio.press("Ctrl+Home")
    _import_good_and_bad(studio)
    yield "pick-import-failed"
    pick.browser.results.hide()
    _show_long_titles(studio)
    yield "pick-100000-articles-long-titles"
    pick.browser.refresh()
    window.tell_failure(OSError("ours"))
    yield "pick-notice"
    desk.notice.hide()
    _open(studio, Packet("学", items=tuple(Question(f"第{n}问？") for n in range(500))))
    yield "pick-500-items"
    desk.show_page("arrange")
    yield "arrange-500-items"
    _open(studio, Packet("周五班组学习"))
    yield "arrange-empty-packet"
    desk.show_page("pick")
    yield "pick-empty-packet"
    yield from _rare_pages(studio)


def _rare_pages(studio: Studio) -> Iterator[str]:
    from studydesk.errors import LibraryReadOnly
    from studydesk.handout.presets import PRESETS
    from studydesk.library import Library
    from studydesk.ui.booklet_sheet import BookletSheet
    from studydesk.ui.preset_form import PresetForm
    from studydesk.ui.sheets import about_sheet, shortcut_sheet

    window = studio.window
    form = PresetForm(window)
    form.show_preset(PRESETS["公文式讲义"], is_as_before=True)
    for name, sheet in (
        ("shortcuts", shortcut_sheet(window)),
        ("about", about_sheet(window, "文稿/学习台")),
        ("preset", form),
        ("booklet", BookletSheet(PRESETS["口袋本 A5"].page, 8, window)),
    ):
        sheet.show()
        studio.settle()
        sheet.grab().save(str(studio.folder / f"sheet-{name}.png"))
        sheet.close()
    window.open_library(studio.home / "资料库")
    studio.settle()
    window._leave()
    window.enter(Library.open(studio.home / "空的资料库"))
    studio.desk.show_page("pick")
    yield "pick-empty-library"
    studio.desk.show_page("tidy")
    yield "tidy-empty-library"
    window._leave()
    window._tell_start_failure(LibraryReadOnly(Path("/U盘/学习台")))
    yield "start-failed"


def _open(studio: Studio, packet: "Packet") -> None:
    studio.library.save_packet(packet)
    studio.desk.shelf.open(packet.id)


def _import_good_and_bad(studio: Studio) -> None:
    good, bad, empty = (studio.home / name for name in ("版面.txt", "照片.jpg", "空白.txt"))
    good.write_text("新的标题\n\n作者甲\n\n" + "这是一段写得清楚的正文。" * 20, "utf-8")
    bad.write_bytes(bytes(range(256)) * 40)
    empty.write_text("\n", "utf-8")
    studio.desk.pick.importing.take_files([good, bad, empty])
    studio.settle()


def _show_long_titles(studio: Studio) -> None:
    from studydesk.ui.article_row import ArticleRow

    article = replace(studio.library.articles()[0], title=LONG_TITLE)
    rows = tuple(ArticleRow(replace(article, id=str(n))) for n in range(100))
    studio.desk.pick.browser.list.show_rows(rows)
    studio.desk.pick.browser.count.setText("全部 100,000 篇")
    source = studio.library.sources()[0]
    studio.desk.pick.reader.text.show_again(_titled(studio, LONG_TITLE), source)


def _titled(studio: Studio, title: str) -> "Article":
    from studydesk.domain.article import Block, BlockKind, Span

    article = studio.library.article(studio.library.articles()[0].id)
    rest = (block for block in article.blocks if block.kind is not BlockKind.TITLE)
    return replace(article, blocks=(Block(BlockKind.TITLE, title, (Span(0, 1),)), *rest))


if __name__ == "__main__":
    if len(sys.argv) == 3:
        make_sheet(Path(sys.argv[1]), sys.argv[2])
    elif len(sys.argv) == 2:
        sys.exit(main(Path(sys.argv[1])))
    else:
        sys.exit("python tests/pictures.py FOLDER")
