"""What is said of an offer below the list of offers."""

import pytest
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
