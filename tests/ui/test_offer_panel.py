"""What is said of an offer below the list of offers."""

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from studydesk.domain.packet import Question
from studydesk.ui.offer_panel import Offer, OfferPanel

OFFERS = (Offer("问题", "怎样做？", "来自题库", Question("怎样做？")),)


@pytest.fixture
def panel(qtbot: QtBot) -> OfferPanel:
    panel = OfferPanel(("题库",))
    qtbot.addWidget(panel)
    panel.show()
    return panel


def test_the_first_offer_is_told_of_where_the_cursor_waited_for_it(
    panel: OfferPanel, qtbot: QtBot
) -> None:
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    panel.show_offers((), "正在找……")
    panel.open("题库")
    panel.show_offers(OFFERS, "")
    assert panel.list.hasFocus()
    assert panel.detail.text() == "来自题库"


def test_tab_goes_through_the_panel_as_it_is_read(panel: OfferPanel) -> None:
    tools: list[QWidget] = [panel.add_tool(name, "", lambda: None) for name in ("置顶", "隐藏")]
    wanted = [panel.buttons["题库"], *tools, panel.search, panel.list]
    chain: list[QWidget] = [wanted[0]]
    while len(chain) < len(wanted):
        following = chain[-1].nextInFocusChain()
        while following and following not in (*wanted, panel.add_button):
            following = following.nextInFocusChain()
        assert following is not None
        chain.append(following)
    assert chain == wanted


def test_the_row_of_groups_stays_where_it_is_whatever_is_shown_above(qtbot: QtBot) -> None:
    around, panel = QWidget(), OfferPanel(("题库",))
    qtbot.addWidget(around)
    column = QVBoxLayout(around)
    column.addStretch(1)
    column.addWidget(panel)
    around.resize(310, 400)
    around.show()
    row = panel.buttons["题库"]
    places = set()
    for offers, nothing in (((), ""), ((), "没有。" * 30), (OFFERS, ""), (OFFERS * 9, "")):
        panel.open("题库")
        panel.show_offers(offers, nothing)
        QApplication.processEvents()
        places.add(row.mapTo(around, row.rect().topLeft()).y())
    row.click()
    qtbot.waitUntil(lambda: places == {row.mapTo(around, row.rect().topLeft()).y()})


def test_an_offer_is_added_beside_its_words_also_where_there_is_little_width(
    panel: OfferPanel, qtbot: QtBot
) -> None:
    panel.setFixedSize(310, 240)
    panel.open("题库")
    panel.show_offers(OFFERS, "")
    qtbot.waitUntil(lambda: panel.detail.width() > 0)
    assert panel.detail.mapTo(panel, panel.detail.rect().topRight()).x() < panel.add_button.x()


def test_an_offer_and_what_is_said_of_it_are_cut_nowhere_in_a_low_window(
    panel: OfferPanel, qtbot: QtBot
) -> None:
    offer = Offer("理解", "从小处说起，" * 6, "能用自己的话说，才算读懂。" * 12, OFFERS[0].item)
    panel.open("题库")
    panel.show_offers((offer, offer), "")
    panel.setFixedSize(310, 240)
    qtbot.waitUntil(lambda: panel.height() == 240 and panel.detail.height() > 0)
    needed = panel.detail.heightForWidth(panel.detail.width())
    assert panel.list.height() >= panel.list.sizeHintForRow(0)
    assert panel.detail.height() >= needed > panel.detail.visibleRegion().boundingRect().height()
