"""整理 among the other pages: what is asked for there, and what it must not take away."""

from pytestqt.qtbot import QtBot

from studydesk.ui.desk import Desk


def test_the_article_that_was_read_is_tidied_though_another_source_has_problems(
    desk: Desk, qtbot: QtBot
) -> None:
    summaries = desk.library.source_summaries()
    by_default = next(source.id for source in summaries if source.problems)
    wanted = next(source.id for source in reversed(summaries) if source.id != by_default)
    desk.pick.open_article(desk.library.articles_of(wanted)[0].id)
    with qtbot.waitSignal(desk.tidy.current.opened, timeout=20_000):
        desk.tidy_article()
        qtbot.waitUntil(lambda: desk.tidy.chooser.sources.rowCount() > 0)
    qtbot.waitUntil(lambda: not desk.tidy._jobs.busy, timeout=20_000)
    assert desk.tidy.current.source_id == wanted
