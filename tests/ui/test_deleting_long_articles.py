"""Articles of long pages, which take time to be indexed, go and come back with the window drawn."""

import pytest

from studydesk.domain.article import Source
from studydesk.services.tidying import recovered
from studydesk.ui.desk import Desk
from studydesk.ui.main_window import MainWindow
from studydesk.ui.safekeeping import TrashSheet


@pytest.fixture
def article_id(desk: Desk) -> str:
    """The article of a long page."""
    line = "第{}个车间的夜校把白天没有弄懂的事情说清楚，课后把学到的本领用在岗位上。"
    text = "夜校办到家门口\n作者：李明\n" + "\n".join(line.format(n) for n in range(800))
    source = Source("长.txt", text)
    recovery = recovered(source)
    desk.library.add(source, recovery)
    return recovery.articles[0].id


@pytest.fixture
def sheet(window: MainWindow, desk: Desk, article_id: str) -> TrashSheet:
    """The trash with that article in it."""
    desk.deleting.delete([article_id])
    window.actions_by_id["trash"].trigger()
    (sheet,) = window.findChildren(TrashSheet)
    return sheet


def is_there(desk: Desk, article_id: str) -> bool:
    return article_id in {summary.id for summary in desk.library.articles()}


def test_an_article_goes_and_comes_back_by_undo(
    window: MainWindow, desk: Desk, article_id: str
) -> None:
    started = []
    desk.pick.work_started.connect(lambda what, _job: started.append(what))
    desk.deleting.delete([article_id])
    window.actions_by_id["undo"].trigger()
    assert started == ["正在删除文章", "正在恢复文章"]


def test_an_article_comes_back_from_the_trash(
    desk: Desk, article_id: str, sheet: TrashSheet
) -> None:
    started = []
    desk.pick.work_started.connect(lambda what, _job: started.append(what))
    sheet.take.click()
    assert started == ["正在恢复文章"]
    assert is_there(desk, article_id)
    assert sheet.list.count() == 0
    sheet.take_step("undo")
    assert not is_there(desk, article_id)
    assert sheet.list.count() == 1
    sheet.reject()


def test_an_article_that_is_not_waited_for_stays_in_the_trash(
    desk: Desk, article_id: str, sheet: TrashSheet
) -> None:
    desk.pick.work_started.connect(lambda _what, job: job.cancel())
    sheet.take.click()
    assert not is_there(desk, article_id)
    assert sheet.list.count() == 1
    assert "已取消" in desk.notice.sentence
    sheet.reject()
