"""The line above 整理: which source, how far it is tidied, back and forth, whether it is saved."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from studydesk.library import source_name
from studydesk.services.source_facts import printed_otherwise
from studydesk.services.tidying import TidiedPage
from studydesk.ui.icons import IconButton
from studydesk.ui.key_names import native
from studydesk.ui.theme import GRID
from studydesk.ui.tidy.source_chooser import SourceChooser
from studydesk.ui.words.outcomes import printed_sentence

_FACTS = "这一版的报名、日期、版次"


class TidyHead(QWidget):
    """Its buttons are connected by the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chooser = SourceChooser()
        self.facts, self.saved = QLabel(), QLabel()
        for label, name in ((self.facts, "这个来源"), (self.saved, "保存状态")):
            label.setProperty("role", "muted")
            label.setAccessibleName(name)
        self.cite = _link("填写出处…", _FACTS)
        self.afresh = _link("恢复自动识别", "去掉在这个来源上做过的所有整理（可以撤消）")
        self.restore = _link("恢复删掉的文章", "把这个来源里删掉的文章从回收站放回来（可以撤消）")
        self.undo = IconButton("undo-2", f"撤消（{native('Ctrl+Z')}）")
        self.redo = IconButton("redo-2", f"重做（{native('Ctrl+Y')}）")
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID, GRID // 2, 2 * GRID, GRID // 2)
        row.setSpacing(GRID)
        left: tuple[QWidget, ...] = (self.chooser, self.cite, self.facts, self.restore)
        right: tuple[QWidget, ...] = (self.saved, self.afresh, self.undo, self.redo)
        self.restore.hide()
        for widget in left:
            row.addWidget(widget)
        row.addStretch()
        for widget in right:
            row.addWidget(widget)

    def show_page(self, page: TidiedPage) -> None:
        """Say what the page is by now."""
        tidied, source = " · 整理过" if page.operations else "", page.source
        published = source.published.isoformat() if source.published else ""
        title = next((each.title for each in page.recovery.articles if each.title), "")
        name = source_name(source.newspaper, published, source.page, title, source.name)
        self.chooser.show_name(name, source.name)
        is_known = source.newspaper or published or source.page
        self.cite.setText("改出处…" if is_known else "填写出处…")
        doubt = printed_sentence(*printed_otherwise(source))
        self.cite.setToolTip(doubt or _FACTS)
        doubted = " · 出处存疑" if doubt else ""
        deleted = len(page.trashed)
        self.facts.setText(f"{len(page.recovery.articles) - deleted} 篇文章{tidied}{doubted}")
        self.restore.setText(f"恢复删掉的 {deleted} 篇")
        self.restore.setVisible(deleted > 0)
        self.facts.setToolTip(doubt)
        self.afresh.setVisible(bool(page.operations))

    def offer_undo(self, there: bool, what: str) -> None:
        """Offer to take back what was done last, as the menu does."""
        self._offer(self.undo, "撤消", native("Ctrl+Z"), there, what)

    def offer_redo(self, there: bool, what: str) -> None:
        """Offer to do again what was taken back last, as the menu does."""
        self._offer(self.redo, "重做", native("Ctrl+Y"), there, what)

    def _offer(self, button: IconButton, name: str, keys: str, there: bool, what: str) -> None:
        button.setEnabled(there)
        button.setToolTip(f"{name}：{what}（{keys}）" if there else what)


def _link(text: str, tip: str) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("role", "link")
    button.setToolTip(tip)
    return button
