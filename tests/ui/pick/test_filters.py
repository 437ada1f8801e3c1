"""The menus of the filters, short and very long."""

import pytest
from PySide6.QtWidgets import QLineEdit, QMenu, QWidgetAction
from pytestqt.qtbot import QtBot

from studydesk.library import ArticleFilter, Facet, Facets
from studydesk.ui.pick.filters import MOST, Filters


@pytest.fixture
def filters(qtbot: QtBot) -> Filters:
    filters = Filters()
    qtbot.addWidget(filters)
    return filters


def offer(filters: Filters, sources: int) -> QMenu:
    """Offer so many sources, and open their menu."""
    values = tuple(Facet(f"id-{n}", f"第{n}版&要闻", n) for n in range(sources))
    filters.offer(Facets(values, (), (), ()))
    menu = filters._buttons["source_id"].menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    return menu


def texts(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not isinstance(action, QWidgetAction)]


def test_a_menu_lists_the_values_with_their_counts(filters: Filters) -> None:
    assert texts(offer(filters, 2)) == ["全部来源", "第0版&&要闻　0", "第1版&&要闻　1"]
    assert filters._buttons["source_id"].isEnabled()
    assert not filters._buttons["tag"].isEnabled()


def test_choosing_in_the_menu_filters_and_is_ticked_the_next_time(
    filters: Filters, qtbot: QtBot
) -> None:
    menu = offer(filters, 3)
    with qtbot.waitSignal(filters.changed) as changed:
        menu.actions()[2].trigger()
    assert changed.args == [ArticleFilter(source_id="id-1")]
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["第1版&&要闻　1"]


def test_a_very_long_menu_is_short_and_the_others_are_found_by_name(filters: Filters) -> None:
    menu = offer(filters, 5000)
    assert len(texts(menu)) == MOST + 2
    assert texts(menu)[-1] == f"还有 {5000 - MOST:,} 个，输入几个字来找"
    (field,) = menu.findChildren(QLineEdit)
    field.setText("4321 要闻")
    assert texts(menu) == ["全部来源", "第4321版&&要闻　4321"]
    menu.actions()[2].trigger()
    assert filters.filter.source_id == "id-4321"
    menu.aboutToShow.emit()
    assert texts(menu)[1] == "第4321版&&要闻　4321"


def test_of_equally_many_those_first_by_pinyin_stand_first(filters: Filters) -> None:
    authors = tuple(Facet(name, name, count) for name, count in [("苏", 1), ("安", 1), ("王", 2)])
    filters.offer(Facets((), (), authors, ()))
    menu = filters._buttons["author"].menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    assert texts(menu) == ["全部作者", "王　2", "安　1", "苏　1"]


@pytest.mark.parametrize(
    ("words", "leads"),
    [
        *[("工人日报", True), ("日报", True), ("第11版", True), ("2026-03-02", True), ("11", True)],
        *[("第1版", False), ("1", False), ("1版", False), ("2026-03-0", False), ("。", False)],
    ],
)
def test_a_source_is_named_by_any_part_of_its_name_but_a_piece_of_a_number(
    filters: Filters, words: str, *, leads: bool
) -> None:
    source = Facet("id", "工人日报2026-03-02第11版.pdf", 3)
    filters.offer(Facets((source,), (), (), ()))
    assert filters.named(words) == (("source_id", source) if leads else None)


def test_an_author_is_named_by_a_piece_of_the_name(filters: Filters) -> None:
    author = Facet("李晓明", "李晓明", 2)
    filters.offer(Facets((), (), (author,), ()))
    assert filters.named("晓明") == ("author", author)
