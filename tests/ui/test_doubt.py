"""What is doubtful in a field, and the click that leaves it."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QVBoxLayout, QWidget
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


def in_a_form(qtbot: QtBot) -> tuple[QScrollArea, list[NumberField]]:
    """A scrolled form that shows five fields, and all that are in it, one below the other."""
    form, area = QWidget(), QScrollArea(widgetResizable=True)
    fields = [NumberField(f"第{number}个", "字", 8, 48) for number in range(12)]
    column = QVBoxLayout(form)
    for field in fields:
        column.addWidget(side_by_side(field))
    area.setWidget(form)
    area.resize(400, 200)
    qtbot.addWidget(area)
    with qtbot.waitExposed(area):
        area.show()
    end = fields[4].mapTo(form, fields[4].rect().bottomLeft())
    area.resize(400, end.y() + 2 * area.frameWidth() + 2)
    return area, fields


def is_seen(widget: QWidget) -> bool:
    return widget.isVisible() and widget.visibleRegion().boundingRect().size() == widget.size()


def test_a_doubt_below_what_is_seen_of_a_form_comes_into_sight(qtbot: QtBot) -> None:
    _area, fields = in_a_form(qtbot)
    field = fields[4]
    field.line.setFocus()
    QTest.keyClicks(field.line, "3")
    field.line.editingFinished.emit()
    qtbot.waitUntil(lambda: field.height() >= field.sizeHint().height())  # it has its place
    qtbot.waitUntil(lambda: is_seen(field.doubt))
    assert is_seen(field.line)


def test_a_doubt_leaves_in_its_place_what_somebody_types_in(qtbot: QtBot) -> None:
    _area, fields = in_a_form(qtbot)
    far = fields[-1]
    QTest.keyClicks(far.line, "3")
    fields[0].line.setFocus()
    far.line.editingFinished.emit()
    qtbot.waitUntil(far.doubt.isVisible)
    QApplication.processEvents()
    assert is_seen(fields[0].line)
    assert not is_seen(far.doubt)
