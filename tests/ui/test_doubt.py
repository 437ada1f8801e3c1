"""What is doubtful in a field, and the click that leaves it."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from studydesk.ui.arrange.handout.preset_fields import side_by_side
from studydesk.ui.number_field import NumberField

LEFT = Qt.MouseButton.LeftButton


def test_a_click_that_leaves_a_doubtful_number_meets_what_it_was_aimed_at(qtbot: QtBot) -> None:
    form, field, below = QWidget(), NumberField("每行", "字", 8, 48), QPushButton("下面的")
    column = QVBoxLayout(form)
    for widget in (side_by_side(field), below):
        column.addWidget(widget)
    qtbot.addWidget(form)
    with qtbot.waitExposed(form):
        form.show()
    QTest.keyClicks(field.line, "3")
    aim = below.mapTo(form, QPoint(20, 3))
    with qtbot.waitSignal(below.clicked, timeout=1000):
        QTest.mousePress(form.windowHandle(), LEFT, pos=aim)
        field.line.editingFinished.emit()
        QApplication.processEvents()
        QTest.mouseRelease(form.windowHandle(), LEFT, pos=aim)
    qtbot.waitUntil(field.doubt.isVisible)
    assert field.doubt.text() == "每行要在 8～48 字之间，仍按 8"
