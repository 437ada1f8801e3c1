"""How everything looks: colours for light and dark, the 8-pixel grid, fonts, one style sheet."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from string import Template

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from studydesk import paths

GRID = 8
"""All distances are multiples or halves of this, in pixels."""

ICON = 20
"""The side of an icon in pixels."""

UI_FAMILIES = [
    "Microsoft YaHei UI",
    "PingFang SC",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Noto Sans SC",
    "WenQuanYi Micro Hei",
    "StudyDesk Serif",
    "StudyDesk Marks",
]
READING_FAMILIES = ["StudyDesk Serif", "Source Han Serif SC", "Noto Serif CJK SC", "SimSun"]
READING_FAMILIES.append("StudyDesk Marks")

_AT_ONCE = 60
"""Widgets that are styled in some milliseconds."""

MODES = {"follow": "跟随系统", "light": "浅色", "dark": "深色"}
"""The appearances a user can choose from, by the name they are stored under."""


@dataclass(frozen=True, slots=True)
class Colours:
    """Every colour of the window; text colours reach 4.5 to 1 on every ground they stand on, and
    the edges of fields and boxes 3 to 1 (WCAG 2.2).
    """

    window: str
    surface: str
    paper: str
    text: str
    muted: str
    line: str
    edge: str
    hover: str
    accent: str
    on_accent: str
    selected: str
    tint: str
    hit: str
    red: str
    amber: str
    green: str


LIGHT = Colours(
    window="#f4f4f2",
    surface="#ffffff",
    paper="#fcfbf7",
    text="#23262b",
    muted="#5d636b",
    line="#dcdcd8",
    edge="#7d8086",
    hover="#eaeae6",
    accent="#2b5c96",
    on_accent="#ffffff",
    selected="#dfe9f5",
    tint="#e9f0f8",
    hit="#fae6a4",
    red="#a8261c",
    amber="#7d5200",
    green="#2b6a3f",
)
DARK = Colours(
    window="#1e2023",
    surface="#25272b",
    paper="#222428",
    text="#dadcdf",
    muted="#adb3ba",
    line="#3a3d42",
    edge="#979da5",
    hover="#2e3135",
    accent="#8db6e8",
    on_accent="#13202f",
    selected="#31435a",
    tint="#2a3545",
    hit="#5d4c12",
    red="#f2a39a",
    amber="#e4bc6c",
    green="#8cc99d",
)


def colours(palette: QPalette) -> Colours:
    """The colours that go with a widget's palette. Its text is asked, not its ground, which the
    style sheet makes transparent for some.
    """
    return LIGHT if palette.color(QPalette.ColorRole.WindowText).lightness() < 128 else DARK


def palette_of(scheme: Colours) -> QPalette:
    """A palette for Fusion in these colours."""
    role = QPalette.ColorRole
    window = QColor(scheme.window)
    palette = QPalette(window, window)  # of one colour PySide asks whether it is one of `Qt`
    for target, colour in (
        (role.Window, scheme.window),
        (role.WindowText, scheme.text),
        (role.Base, scheme.surface),
        (role.AlternateBase, scheme.window),
        (role.Text, scheme.text),
        (role.Button, scheme.window),
        (role.ButtonText, scheme.text),
        (role.ToolTipBase, scheme.surface),
        (role.ToolTipText, scheme.text),
        (role.Highlight, scheme.selected),
        (role.HighlightedText, scheme.text),
        (role.PlaceholderText, scheme.muted),
        (role.Link, scheme.accent),
        (role.LinkVisited, scheme.accent),
        (role.Accent, scheme.accent),
        (role.Mid, scheme.line),
    ):
        palette.setColor(target, QColor(colour))
    for target in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        faint = QColor(scheme.muted)
        faint.setAlpha(150)
        palette.setColor(QPalette.ColorGroup.Disabled, target, faint)
    return palette


def sheet_of(scheme: Colours) -> str:
    """The style sheet in these colours."""
    return Template(_SHEET).substitute(
        asdict(scheme),
        name="dark" if scheme is DARK else "light",
        icons=(paths.resources() / "icons").as_posix(),
    )


@cache
def _styled() -> "QtCore.Qt.WidgetAttribute":
    """Qt's own mark of a widget that has been given its style."""
    return QtCore.Qt.WidgetAttribute.WA_WState_Polished


@cache
def _own_style() -> "QtCore.Qt.WidgetAttribute":
    """Qt's own mark of a widget that is not told of another style of the application."""
    return QtCore.Qt.WidgetAttribute.WA_SetStyle


@cache
def load_fonts() -> None:
    """Make the bundled typefaces known to Qt, so that reading looks the same everywhere. It takes
    longer than the first paint, which has no words.
    """
    for file in sorted((paths.resources() / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


def ui_font() -> QFont:
    """The system's own typeface for Chinese, 13 pixels high."""
    font = QFont(UI_FAMILIES)
    font.setPixelSize(13)
    return font


def reading_font(size: int) -> QFont:
    """The typeface of the reader, `size` pixels high."""
    font = QFont(READING_FAMILIES)
    font.setPixelSize(size)
    return font


class Appearance(QObject):
    """Puts the application into light or dark; follows the system while running if asked to."""

    changed = Signal()

    def __init__(self, application: QApplication, mode: str = "follow") -> None:
        super().__init__(application)
        self._application, self._mode = application, mode
        self._waiting: list[QWidget] = []
        self._next = QTimer(self, interval=0, singleShot=True)
        self._next.timeout.connect(self._style_some)
        application.setFont(ui_font())
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._apply)
        self._apply()

    @property
    def mode(self) -> str:
        """One of MODES."""
        return self._mode

    def set_mode(self, mode: str) -> None:
        """Take another appearance at once."""
        self._mode = mode
        self._apply()

    def _apply(self) -> None:
        dark = self._mode == "dark" or (self._mode == "follow" and self._system_is_dark())
        scheme = DARK if dark else LIGHT
        every = self._application.allWidgets()
        self._put_off(every)
        followers = [widget for widget in every if not widget.testAttribute(_own_style())]
        _mark(followers, _own_style, on=True)  # each would lay itself out with every sheet
        # Without a sheet first: else every widget hands each change down to all below it again.
        self._application.setStyleSheet("")
        self._application.setPalette(palette_of(scheme))
        followers = self._alive(followers)
        _mark([widget for widget in followers if widget.isVisible()], _own_style, on=False)
        self._application.setStyleSheet(sheet_of(scheme))
        _mark(self._alive(followers), _own_style, on=False)
        self._next.start()
        self.changed.emit()

    def _system_is_dark(self) -> bool:
        """By the colours that come from the system, as long as ours are not in their place: asked
        for its scheme, PySide makes all names of `Qt`, a tenth of the time to the first paint.
        """
        if not self._application.styleSheet():
            return self._application.palette().window().color().lightnessF() < 0.5
        return QGuiApplication.styleHints().colorScheme() is QtCore.Qt.ColorScheme.Dark

    def _put_off(self, every: Sequence[QWidget]) -> None:
        """Let what nobody sees now wait: other pages, menus, forms. It is most of the window, and
        can be styled when the rest has been painted.
        """
        unseen = [w for w in every if w.testAttribute(_styled()) and not w.isVisible()]
        _mark(unseen, _styled, on=False)  # Qt styles anew what has been styled before
        there = set(every) if self._waiting else ()
        self._waiting = [*(widget for widget in self._waiting if widget in there), *unseen]

    def _alive(self, widgets: list[QWidget]) -> list[QWidget]:
        """Those that are still there: of Qt's own, nobody is told when they go."""
        there = set(self._application.allWidgets())
        return [widget for widget in widgets if widget in there]

    def _style_some(self) -> None:
        """Style a few of those that wait; between them the window answers."""
        some, self._waiting = self._waiting[:_AT_ONCE], self._waiting[_AT_ONCE:]
        for widget in self._alive(some):
            QApplication.sendEvent(widget, QEvent(QEvent.Type.Polish))
            QApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))
        if self._waiting:
            self._next.start()


def _mark(
    widgets: Iterable[QWidget], mark: "Callable[[], QtCore.Qt.WidgetAttribute]", *, on: bool
) -> None:
    for widget in widgets:
        widget.setAttribute(mark(), on)  # which is not asked for where there are none yet


_SHEET = """
* { outline: 0; }
QMainWindow, QDialog { background: $window; }
QToolTip { color: $text; background: $surface; border: 1px solid $line; padding: 4px 6px; }
QMenuBar { background: $window; border-bottom: 1px solid $line; padding: 2px 4px; }
QMenuBar::item { padding: 5px 10px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $hover; }
QMenu { background: $surface; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 4px 28px 4px 28px; border-radius: 4px; }
QMenu::item:selected { background: $selected; color: $text; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QMenu::icon { padding-left: 6px; }
QStatusBar { background: $window; border-top: 1px solid $line; }
QStatusBar::item { border: 0; }
QSplitter::handle { background: $line; }
QSplitter::handle:hover { background: $accent; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QListView, QTreeView, QTextEdit, QPlainTextEdit, QScrollArea, QPdfView { border: 0; }
QTextEdit[pane="true"], QListView[pane="true"], QListWidget, QTableView {
    border-top: 2px solid transparent; }
QTextEdit[pane="true"]:focus, QListView[pane="true"]:focus, QListWidget:focus, QTableView:focus {
    border-top: 2px solid $accent; }
QTextEdit[pane="framed"] { border: 2px solid transparent; border-radius: 4px; }
QTextEdit[pane="framed"]:focus { border-color: $accent; }
QScrollArea[pane="true"], QPdfView { border-left: 2px solid transparent; }
QScrollArea[pane="true"]:focus, QPdfView:focus { border-left: 2px solid $accent; }
QLineEdit, QPlainTextEdit[field="true"], QTextEdit[field="true"], QSpinBox, QDateEdit, QComboBox,
QTimeEdit { background: $surface; color: $text; border: 1px solid $edge; border-radius: 4px;
    padding: 4px 8px; min-height: 20px; selection-background-color: $selected;
    selection-color: $text; }
QLineEdit:focus, QPlainTextEdit[field="true"]:focus, QTextEdit[field="true"]:focus,
QSpinBox:focus, QDateEdit:focus, QComboBox:focus, QTimeEdit:focus { border: 2px solid $accent;
    padding: 3px 7px; }
QComboBox, QComboBox:focus { padding-right: 28px; padding-top: 4px; padding-bottom: 4px; }
QComboBox:focus { min-height: 18px; max-height: 18px; }
QComboBox::drop-down { border: 0; width: 0; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $line; border-width: 0 1px;
    selection-background-color: $selected; selection-color: $text; }
QCheckBox { spacing: 6px; border: 2px solid transparent; border-radius: 4px; padding: 0 2px; }
QCheckBox:focus { border-color: $accent; }
QCheckBox::indicator, QListView::indicator { width: 14px; height: 14px; background: $surface;
    border: 1px solid $edge; border-radius: 3px; }
QCheckBox::indicator:hover { background: $hover; }
QCheckBox::indicator:focus { border-color: $accent; }
QCheckBox::indicator:checked, QListView::indicator:checked { background: $accent;
    border-color: $accent; image: url("$icons/check-$name.svg"); }
QPushButton { background: $surface; border: 1px solid $line; border-radius: 4px;
    padding: 5px 14px; min-height: 20px; }
QPushButton:hover { background: $hover; }
QPushButton:focus { border: 2px solid $accent; padding: 4px 13px; }
QPushButton:disabled { color: $muted; background: $window; }
QPushButton[role="primary"] { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton[role="primary"]:hover { border-color: $text; }
QPushButton[role="primary"]:focus { border: 4px double $on_accent; padding: 2px 11px; }
QPushButton[role="primary"]:disabled { background: $hover; color: $muted; border-color: $line; }
QPushButton[role="link"] { background: transparent; border: 2px solid transparent;
    color: $accent; padding: 0 2px; }
QPushButton[role="link"]:hover { text-decoration: underline; }
QPushButton[role="link"]:focus { border-color: $accent; }
QPushButton[role="link"]:disabled { color: $muted; }
QPushButton::menu-indicator { image: none; width: 0; }
QPushButton[role="bar"] { background: transparent; border: 0; padding: 4px 10px; }
QPushButton[role="bar"]:hover { background: $hover; }
QPushButton[role="chooser"] { background: transparent; border-color: transparent;
    text-align: left; font-size: 15px; padding: 4px 8px; }
QPushButton[role="chooser"]:hover { background: $hover; }
QPushButton[role="chooser"]:focus { border: 2px solid $accent; padding: 3px 7px; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 4px;
    padding: 4px 6px; }
QToolButton:hover { background: $hover; }
QToolButton:focus { border: 2px solid $accent; padding: 3px 5px; }
QToolButton:checked { background: $selected; }
QToolButton:pressed { background: $selected; }
QToolButton::menu-indicator { image: none; width: 0; }
QToolButton[rail="true"] { border-radius: 6px; padding: 8px 2px 6px 2px; color: $muted; }
QToolButton[rail="true"]:focus { padding: 7px 1px 5px 1px; }
QToolButton[rail="true"]:checked { background: $selected; color: $text; }
QLabel[framed="true"] { border: 2px solid transparent; border-radius: 4px; }
QLabel[framed="true"]:focus { border-color: $accent; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="title"] { font-size: 18px; font-weight: 600; }
QLabel[role="heading"] { font-size: 15px; font-weight: 600; }
QLabel[role="badge"] { color: $amber; background: $surface; border: 1px solid $line;
    border-radius: 7px; padding: 0 3px; font-size: 11px; }
QLabel[role="red"] { color: $red; }
QLabel[role="amber"] { color: $amber; }
QFrame[card="true"] { background: $surface; border: 1px solid $edge; border-radius: 6px; }
QWidget[ground="surface"] { background: $surface; }
QWidget[ground="window"] { background: $window; }
QWidget[ground="paper"] { background: $paper; }
QFrame[hairline="true"] { background: $line; border: 0; }
QFrame[hint="true"] { background: $surface; border: 0; border-top: 1px solid $line; }
QFrame[floating="true"] { background: $surface; border: 1px solid $line; border-radius: 6px; }
QProgressBar { background: $line; border: 0; border-radius: 2px; max-height: 4px;
    min-height: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $line; border-radius: 4px; margin: 1px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""
