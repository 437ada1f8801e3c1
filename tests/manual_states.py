"""The window as the manual shows it, on the sample packet and the pages of the starter library."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from tests.window_states import State, Studio

from studydesk.domain import edits
from studydesk.domain.packet import PassageItem
from studydesk.domain.passage import Passage


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
    before, title = studio.packet, "发挥工匠人才作用"
    found = next(one for one in studio.library.articles() if one.title.startswith(title))
    article = studio.library.article(found.id)
    start = article.body.index("一是推进“劳模工匠助企行”")
    end = article.body.index("\n", article.body.index("搭建工匠人才交流平台", start))
    source = studio.library.source(article.source_id)
    several = replace(passage, passage=Passage.pick(article, source, start, end))
    studio.desk.current.edit("换一段", edits.change(before, several))
    arrange.offering.open_questions()
    studio.settle()
    arrange.offering.panel.list.setCurrentRow(1)
    yield studio.at("questions")
    studio.desk.current.edit("换回来", before)
