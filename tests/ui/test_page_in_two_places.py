"""A page is tidied in 整理 while its articles are deleted, restored or imported again elsewhere."""

from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from studydesk.domain import edits
from studydesk.domain.article import Article
from studydesk.domain.packet import PassageItem
from studydesk.domain.passage import Passage
from studydesk.domain.tidying import JoinArticles, MoveBlocks, SplitArticle, Tidying
from studydesk.ui.desk import Desk

TITLES = ("春耕生产全面展开", "铁路新线今日通车", "科技下乡受到欢迎")
PAGE = "\n\n".join(
    f"{title}\n本报记者 张三\n　　{title}的消息传来，大家都说好。\n　　会议昨天在京召开。"
    for title in TITLES
)


class Page:
    """A page of three articles in the window."""

    def __init__(self, desk: Desk, file: Path, qtbot: QtBot) -> None:
        self.desk, self.file, self._qtbot = desk, file, qtbot
        file.write_text(PAGE, "utf-8")
        self.id = self.come()
        self.first_ids = self.ids()

    def come(self) -> str:
        """Import it; its id."""
        self.desk.show_page("pick")
        with self._qtbot.waitSignal(self.desk.pick.imported) as got:
            self.desk.take_files([self.file])
        self._qtbot.waitUntil(lambda: not self.desk.pick.importing._is_on)
        source_id: str = got.args[0][0]
        return source_id

    def ids(self) -> list[str]:
        """Its articles in the library."""
        return self.desk.library.ids_of([self.id])

    def trashed(self) -> set[str]:
        """Its articles in the trash."""
        return set(self.desk.library.ids_in_trash(self.id))

    def articles(self) -> tuple[Article, ...]:
        """Its articles as 整理 has them."""
        assert self.desk.tidy.current.page is not None
        return self.desk.tidy.current.page.recovery.articles

    def open(self) -> None:
        """Show it in 整理."""
        self.desk.tidy_source(self.id)
        self._qtbot.waitUntil(lambda: self.desk.tidy.current.source_id == self.id)

    def tidy(self, *steps: Tidying) -> None:
        """Do these steps in 整理."""
        self.open()
        for step in steps:
            assert self.desk.tidy.current.do("整理", step)
        assert self.desk.flush()

    def join(self, number: int, to: int) -> None:
        """Join an article to another, each by its number on the page as it was printed."""
        self.tidy(JoinArticles(at(TITLES[number]), at(TITLES[to])))


def at(words: str) -> int:
    """Where in the raw text these words begin."""
    return PAGE.index(words)


@pytest.fixture
def page(desk: Desk, tmp_path: Path, qtbot: QtBot) -> Page:
    return Page(desk, tmp_path / "页.txt", qtbot)


def test_an_article_that_was_split_off_twice_in_one_place_is_deleted_and_follows_its_page(
    page: Page, desk: Desk
) -> None:
    paragraph = at("春耕生产全面展开的消息")
    split, back = SplitArticle(paragraph), MoveBlocks((paragraph,), at("本报记者"), after=True)
    page.tidy(split, back, split)
    (twice,) = (each for each in page.ids() if each.endswith("-2") and "-at" in each)
    picked = Passage.pick(desk.library.article(twice), desk.library.source(page.id), 0, 8)
    assert desk.current.packet is not None
    desk.current.edit("加选段", edits.append(desk.current.packet, PassageItem(picked)))
    desk.show_page("pick")
    desk.pick.open_article(page.first_ids[1])
    desk.pick.reader.source_saved.emit("工人日报", date(2026, 11, 20), "3")
    assert desk.current.packet.passages[-1].citation.newspaper == "工人日报"
    desk.deleting.delete([twice])
    assert page.trashed() == {twice}
