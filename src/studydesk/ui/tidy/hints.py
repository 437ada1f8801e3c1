"""The line below 整理: what the caret stands on or what is chosen, and the keys for that."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from studydesk.domain.article import BlockKind
from studydesk.ui.block_kinds import FURNITURE, kind_label
from studydesk.ui.key_names import native
from studydesk.ui.theme import GRID
from studydesk.ui.tidy.row_text import Chosen
from studydesk.ui.tidy.rows import Row, Rows
from studydesk.ui.tidy.selection import Stretch, size_of

Hint = tuple[str, str]
"""Where, and which keys."""

_BETWEEN = "　"
RAW: Hint = (
    "原始版面（只读）",
    _BETWEEN.join(("↑↓ 移动，右边跟着走", "回车 到右边改", "F6 下一栏")),
)


class TidyHints(QWidget):
    """Says the same to a screen reader, as the text it belongs to is told what it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "window")
        self.where, self.keys = QLabel(), QLabel()
        self.where.setAccessibleName("光标在哪里")
        self.keys.setAccessibleName("可以用的键")
        self.keys.setProperty("role", "muted")
        self.keys.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._hint: Hint = ("", "")
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID // 2, 2 * GRID, GRID // 2)
        row.setSpacing(2 * GRID)
        row.addWidget(self.where)
        row.addWidget(self.keys, 1)

    def tell(self, hint: Hint) -> None:
        """Show where the user is, and what keys do there."""
        self._hint = hint
        self.where.setText(hint[0])
        self._show_keys()
        self.keys.setToolTip(hint[1].replace(_BETWEEN, "\n"))

    def _show_keys(self) -> None:
        """As many keys as there is room for; the last one tells where the others are."""
        *keys, last = self._hint[1].split(_BETWEEN)
        margins = self._row.contentsMargins()
        taken = self.where.sizeHint().width() + self._row.spacing()
        room = self.width() - taken - margins.left() - margins.right()
        measure = self.keys.fontMetrics()
        while keys and measure.horizontalAdvance(_BETWEEN.join((*keys, last))) > room:
            keys.pop()
        self.keys.setText(_BETWEEN.join((*keys, last)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width has room for more keys, or fewer."""
        super().resizeEvent(event)
        self._show_keys()


def hint_of(rows: Rows, chosen: Chosen, stretches: Sequence[Stretch], carried: str) -> Hint:
    """What is to be said about what is chosen and which characters of it a command takes, while so
    much is cut and not put yet (1 段、另外 4 字).
    """
    if carried:
        put = (("Ctrl+V", "放在这段后面"), ("Ctrl+Alt+V", "放在前面"), ("Esc", "不移了"))
        return f"剪下了 {carried}", f"光标放到要去的地方：{_BETWEEN}{_told(*put)}"
    printed = [row for row in chosen.rows if row.is_printed]
    if not printed:
        row = chosen.rows[0] if chosen.rows else None
        return (f"{row.label}（补写的）", "F2 改写") if row and row.kind else ("", "")
    articles = [row.article_id for row in rows if row.is_name and row.article_id]
    out, more = ("Del", "移出"), ("右键", "更多")
    moving, to_article = (("Ctrl+X", "剪下"), ("Alt+↑↓", "移动")), _to_article(len(articles))
    if all(row.is_furniture for row in printed):
        return FURNITURE, _told(("Del", "放回文章"), ("Ctrl+Alt+1", "改为标题"), more)
    if len(printed) > 1:
        rows_keys = (*moving, to_article, ("0", "另成一篇"), ("退格", "合成一段"))
        return told_of(stretches), _told(*rows_keys, out, more)
    if chosen.has_selection and not all(each.is_whole for each in stretches):
        words_keys = (("回车", "单独成段"), to_article, ("Ctrl+Alt+1", "改为标题"), out)
        rest_keys = (("F2", "改字"), ("Ctrl+Del", "去掉重复"), ("Ctrl+X", "剪下"))
        return told_of(stretches), _told(*words_keys, *rest_keys, more)
    is_title = printed[0].kind is BlockKind.TITLE
    make = ("Ctrl+Alt+0", "改为段落") if is_title else ("Ctrl+Alt+1", "改为标题")
    keys = (("回车", "拆开"), ("退格", "接上段"), make, to_article, out, ("F2", "改字"))
    rest = (("Ctrl+Shift+Return", "另起一篇"), ("Ctrl+Shift+↓", "选段"), *moving)
    return _where(rows, articles, printed[0]), _told(*keys, *rest, more)


def told_of(stretches: Sequence[Stretch]) -> str:
    """What a command takes, when characters are selected."""
    some = not all(each.is_whole for each in stretches)
    return f"选中 {size_of(stretches)}{'，只动这些字' if some else ''}"


def raw_hint(rows: Rows, stretches: Sequence[Stretch]) -> Hint:
    """What is to be said about the raw page, where these characters are selected, or none."""
    if not stretches:
        return RAW
    articles = [row for row in rows if row.is_name and row.article_id]
    keys = (_to_article(len(articles)), ("0", "另成一篇"), ("Del", "移出"))
    return f"原始版面 · {told_of(stretches)}", _told(*keys, ("回车", "到右边改"), ("右键", "更多"))


def _told(*keys: tuple[str, str]) -> str:
    """Keys, as this system writes them, and what each does."""
    return _BETWEEN.join(f"{native(key)} {what}" for key, what in keys)


def _to_article(articles: int) -> tuple[str, str]:
    return ("1", "移到文章 1") if articles == 1 else (f"1…{min(9, articles)}", "移到文章")


def _where(rows: Rows, articles: list[str], row: Row) -> str:
    own = [rows[number] for number in rows.of_article(row.article_id)]
    kind = kind_label(row.kind, row.level) if row.kind else FURNITURE
    number = articles.index(row.article_id) + 1
    return f"文章 {number} · {kind} · {own.index(row) + 1}/{len(own)}"
