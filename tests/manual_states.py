"""The window as the manual shows it, on the sample packet and the pages of the starter library."""

from collections.abc import Iterator
from pathlib import Path

from tests.window_states import State, Studio

from studydesk.domain.packet import PassageItem


def manual_states(studio: Studio) -> Iterator[State]:
    """The window under the name of each picture in resources/help."""
    studio.desk.arrange.tour.never.click()
    yield from _arranging(studio)
    desk, pick, tidy = studio.desk, studio.desk.pick, studio.desk.tidy
    desk.show_page("pick")
    studio.search("工匠精神")
    pick.browser.list.select(pick.browser.list.articles.rows[0].article.id)
    studio.settle()
    studio.press("Down", "Space")
    yield studio.at("pick")
    desk.tidy_source(studio.library.sources()[4].id)
    studio.settle()
    for _ in range(4):
        tidy.strip.step(1)
    yield studio.at("tidy")


def _arranging(studio: Studio) -> Iterator[State]:
    arrange = studio.desk.arrange
    handout = arrange.handout_panel
    studio.desk.show_page("arrange")
    passage = next(item for item in studio.packet.items if isinstance(item, PassageItem))
    arrange.show_item(passage.id)
    yield studio.at("arrange")
    handout.findings_button.setChecked(True)
    yield studio.at("findings")
    handout.findings_button.setChecked(False)
    handout.export_panel.set_folder(Path("/文稿/十一月的学习"))
    studio.desk.export()
    yield studio.at("export")
    handout.export_button.setChecked(False)
    arrange.offering.open_questions()
    yield studio.at("questions")
