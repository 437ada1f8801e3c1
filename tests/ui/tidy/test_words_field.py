"""整理: the field in which characters are put right."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.ui.tidy.conftest import Tidying

LONG = "坚持党管审计。深刻认识到，坚持和加强党中央集中统一领导。"


def test_what_is_typed_goes_to_where_the_caret_was(tidying: Tidying) -> None:
    tidying.put_caret("加强党中央集中统一领导是")
    tidying.press("F2")
    tidying.page.words.line.insertPlainText("更")
    QTest.keyClick(tidying.page.words.line, Qt.Key.Key_Return)
    assert "坚持和更加强党中央集中统一领导是" in tidying.row("审计事业的最大优势").text


def test_what_was_selected_is_written_over(tidying: Tidying) -> None:
    tidying.select("党管审计")
    tidying.press("F2")
    tidying.page.words.line.insertPlainText("党委审计")
    QTest.keyClick(tidying.page.words.line, Qt.Key.Key_Enter)
    assert tidying.row("深刻认识到").text.startswith("坚持党委审计。")


def test_the_field_grows_with_its_words(tidying: Tidying) -> None:
    tidying.select("党管审计")
    tidying.press("F2")
    field = tidying.page.words
    low = field.line.height()
    field.line.setText(LONG * 4)
    assert field.line.height() >= 3 * low // 2
    assert field.line.height() < 5 * low
    assert field.geometry().bottom() <= tidying.page.articles.viewport().height()
