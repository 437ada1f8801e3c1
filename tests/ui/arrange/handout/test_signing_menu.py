"""Three people sign; what is changed afterwards is seen."""

from datetime import date

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.ui.arrange.conftest import Desk

from studydesk.domain import edits
from studydesk.domain.packet import Guide
from studydesk.domain.signing import sign
from studydesk.domain.vouching import Duty
from studydesk.library import Reason
from studydesk.ui.arrange.handout.signing_menu import SigningMenu


def menu_of(desk: Desk) -> SigningMenu:
    return desk.page.handout_panel.findings.signing


def signed(printing: Desk) -> SigningMenu:
    menu = menu_of(printing)
    menu.names[Duty.ISSUED].setText("李强")
    menu.buttons[Duty.ISSUED].click()
    return menu


def test_who_signs_is_kept_with_the_day_and_can_be_undone(printing: Desk, qtbot: QtBot) -> None:
    menu = menu_of(printing)
    menu.names[Duty.READ].setText(" 王芳 ")
    qtbot.keyClick(menu.names[Duty.READ], Qt.Key.Key_Return)
    (signature,) = printing.kept().signatures
    assert (signature.duty, signature.name) == (Duty.READ, "王芳")
    assert signature.on == date.today()  # noqa: DTZ011 - the user's own day is meant
    assert menu.text() == "签字 1/3 ▾"
    assert menu.told[Duty.READ].text().endswith("签，签后没有改动。")
    printing.undo()
    assert (printing.packet.signatures, menu.text()) == ((), "签字 0/3 ▾")


def test_nobody_signs_without_a_name(printing: Desk) -> None:
    menu = menu_of(printing)
    assert not menu.buttons[Duty.READ].isEnabled()
    menu.names[Duty.READ].setText("  ")
    assert not menu.buttons[Duty.READ].isEnabled()


def test_a_change_after_a_signature_is_named_beside_the_page(printing: Desk) -> None:
    signed(printing)
    warning = printing.page.handout_panel.changed
    assert not warning.isVisible()
    printing.current.edit("改", edits.change(printing.packet, Guide("另一篇导读。", id="guide")))
    assert warning.text() == "李强（签发）签字后改了导读。"
    assert warning.isVisible()
    printing.undo()
    assert not warning.isVisible()


def test_a_signature_is_taken_back(printing: Desk) -> None:
    menu = signed(printing)
    assert menu.names[Duty.ISSUED].isReadOnly()
    menu.buttons[Duty.ISSUED].click()
    assert printing.packet.signatures == ()
    assert not menu.names[Duty.ISSUED].isReadOnly()


def test_the_names_that_signed_last_are_offered_in_the_next_packet(printing: Desk) -> None:
    menu = signed(printing)
    printing.page.shelf.duplicate("friday")
    assert printing.packet.signatures == ()
    menu.menu().aboutToShow.emit()
    assert menu.names[Duty.ISSUED].text() == "李强"


def test_a_name_that_was_typed_and_not_signed_with_is_offered_again(printing: Desk) -> None:
    menu = menu_of(printing)
    menu.menu().aboutToShow.emit()
    menu.names[Duty.READ].setText("王芳")
    menu.menu().aboutToHide.emit()
    menu.menu().aboutToShow.emit()
    assert menu.names[Duty.READ].text() == "王芳"
    assert not printing.packet.signatures


def test_a_packet_is_kept_as_it_was_signed(printing: Desk) -> None:
    signed(printing)
    printing.current.edit("改", edits.change(printing.packet, Guide("另一篇。", id="guide")))
    printing.current.flush()
    kept = next(v for v in printing.library.versions("friday") if v.reason is Reason.SIGNED)
    assert printing.library.version(kept.number).signatures == printing.packet.signatures
    assert printing.library.version(kept.number).items != printing.packet.items


def test_a_packet_that_others_signed_changes_nothing_of_the_names_that_are_offered(
    printing: Desk,
) -> None:
    menu = signed(printing)
    menu.buttons[Duty.ISSUED].click()
    theirs = sign(printing.packet, Duty.ISSUED, "外单位的人", date(2026, 1, 1))
    printing.current.edit("换", theirs)
    menu.menu().aboutToShow.emit()
    menu.names[Duty.READ].setText("王芳")
    menu.menu().aboutToHide.emit()
    printing.undo()
    menu.menu().aboutToShow.emit()
    assert menu.names[Duty.ISSUED].text() == "李强"
    assert menu.names[Duty.READ].text() == "王芳"
