"""改版式: the fields of one of the user's own presets, each of which shows on the page at once."""

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import Qt, QTimer, Signal, SignalInstance
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from studydesk.handout import edges, measures
from studydesk.handout.notices import FontOffer
from studydesk.handout.preset_text import Changes, Place
from studydesk.handout.style import Folio, FontUse, Preset, Role
from studydesk.ui.fields import ChoiceField, LineField, NumberField
from studydesk.ui.theme import GRID

_PAUSE = 250
"""Milliseconds without another change before one is written."""

_WIDTH, _HEIGHT = 54 * GRID, 88 * GRID

_SIZES = {
    "五号": 10.5,
    "小四": 12.0,
    "四号": 14.0,
    "小三": 15.0,
    "三号": 15.75,
    "小二": 18.0,
    "二号": 22.0,
    "小一": 24.0,
    "一号": 26.0,
}
"""Sizes of type by their Chinese names, in points."""

_FOLIOS = {
    "居中：第 1 页 共 4 页": Folio.CENTRED_OF_TOTAL,
    "外侧：— 1 —": Folio.OUTER_DASHES,
}
_MARGINS = {"上": "top", "下": "bottom", "左": "left", "右": "right"}
_BUNDLED = "随附字体（每台电脑都一样）"
_FACTS = f"可以写 {'、'.join(edges.FACTS)}，印出来是学习包里的。"


class PresetForm(QDialog):
    """Margins, type, fonts, header and logo of a preset."""

    edited = Signal(object)
    """The user wants these Changes."""
    picture_wanted = Signal()
    """The user wants to choose a logo."""
    restored = Signal()
    """The user wants the preset as it was when the form was opened."""
    file_wanted = Signal()
    """The user wants to edit the file itself."""
    deletion_wanted = Signal()
    """The user wants the preset no longer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preset: Preset | None = None
        self._offers: Sequence[FontOffer] = ()
        self._waiting: dict[Place, str | float | bool | None] = {}
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self.flush)
        self.name = LineField("版式名称")
        self.name.editingFinished.connect(self._rename)
        self.margins = {key: NumberField(f"{n}边距", "毫米", 3, 120) for n, key in _MARGINS.items()}
        self.mirrored = QCheckBox("双面印：双页左右对调，内侧装订")
        self.type_size = ChoiceField("正文字号", {})
        self.characters = NumberField("每行", "字", 5, 80)
        self.lines = NumberField("每页", "行", 5, 90)
        self.numbers = QCheckBox("选段编段号，讨论时好说“第 3 段”")
        self.codes = QCheckBox("出处后面印编号，在搜索里输入就回到原文")
        self.fonts = {use: ChoiceField(f"{use}的字体", {_BUNDLED: ""}) for use in FontUse}
        self.unusable = self._told("不能用的字体")
        self.header = LineField("页眉", "如：{单位}　{题名}")
        self.on_first = QCheckBox("首页也印页眉")
        self.footer = LineField("页脚", "页码前的话，可空着")
        self.folio = ChoiceField("页码", dict(_FOLIOS))
        self.choose_picture = QPushButton("选图片…")
        self.no_picture = QPushButton("不要标志")
        self.height_of_logo = NumberField("标志的高", "毫米", 3, 60)
        self.description = LineField("标志上是什么", "如：红旗厂厂徽；给听读屏软件的人")
        self.unknown, self.trouble = self._told("没有的项"), self._told("不能这样改")
        for label in (self.unknown, self.trouble):
            label.setProperty("role", "red")
        self._connect()
        self._lay_out()

    @staticmethod
    def _told(name: str) -> QLabel:
        label = QLabel()
        label.setWordWrap(True)
        label.setProperty("role", "muted")
        label.setAccessibleName(name)
        label.hide()
        return label

    # --- building -------------------------------------------------------------------------

    def _connect(self) -> None:
        for place, signal in self._signals():
            signal.connect(lambda value, place=place: self._want(place, value))
        for place, line in (("header",), self.header), (("footer",), self.footer):
            line.edited.connect(lambda text, place=place: self._want_line(place, text))
        self.type_size.edited.connect(lambda size: self._measure(measures.with_size, size))
        self.characters.edited.connect(lambda n: self._measure(measures.with_characters, n))
        self.lines.edited.connect(lambda n: self._measure(measures.with_lines, n))
        self.choose_picture.clicked.connect(self.picture_wanted)
        self.no_picture.clicked.connect(lambda: self._want(("logo",), None))

    def _signals(self) -> Iterator[tuple[Place, SignalInstance]]:
        """What the fields tell, each with the place in the file that it is about."""
        for key, margin in self.margins.items():
            yield ("page", key), margin.edited
        for use, choice in self.fonts.items():
            yield ("fonts", use.value), choice.edited
        yield ("page", "mirrored"), self.mirrored.clicked
        yield ("paragraph_numbers",), self.numbers.clicked
        yield ("passage_codes",), self.codes.clicked
        yield ("header_on_first",), self.on_first.clicked
        yield ("folio",), self.folio.edited
        yield ("logo", "height"), self.height_of_logo.edited
        yield ("logo", "description"), self.description.edited

    def _lay_out(self) -> None:
        fields = QWidget()
        form = QFormLayout(fields)
        form.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        form.setVerticalSpacing(GRID)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow("名称", self.name)
        _add_heading(form, "页面")
        form.addRow("上、下边距", _side_by_side(self.margins["top"], self.margins["bottom"]))
        self._sides = QLabel()
        form.addRow(self._sides, _side_by_side(self.margins["left"], self.margins["right"]))
        form.addRow("", self.mirrored)
        _add_heading(form, "正文")
        form.addRow("字号", self.type_size)
        form.addRow("每行、每页", _side_by_side(self.characters, self.lines))
        form.addRow("", self.numbers)
        form.addRow("", self.codes)
        _add_heading(form, "字体")
        for use, choice in self.fonts.items():
            form.addRow(use.value, choice)
        form.addRow("", self.unusable)
        _add_heading(form, "页眉、页脚和页码")
        form.addRow("页眉", self.header)
        form.addRow("", self.on_first)
        form.addRow("页脚", self.footer)
        facts = self._told("页眉里可以写什么")
        facts.setText(_FACTS)
        facts.show()
        form.addRow("", self.unknown)
        form.addRow("", facts)
        form.addRow("页码", self.folio)
        _add_heading(form, "标志")
        form.addRow("图片", _side_by_side(self.choose_picture, self.no_picture))
        form.addRow("高", self.height_of_logo)
        form.addRow("上面是什么", self.description)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(fields)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GRID, 0, GRID)
        column.setSpacing(GRID)
        column.addWidget(area, 1)
        self.trouble.setContentsMargins(2 * GRID, 0, 2 * GRID, 0)
        column.addWidget(self.trouble)
        column.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        self.delete, self.file = delete, file = QPushButton("删掉"), QPushButton("打开文件")
        file.setToolTip("用文本编辑器改这里没有的：每种段落的字号、缩进、段距……")
        for button, wanted in ((delete, self.deletion_wanted), (file, self.file_wanted)):
            button.setProperty("role", "link")
            button.clicked.connect(wanted)
        self.restore = QPushButton("恢复原样")
        self.restore.setToolTip("回到打开这里之前的样子")
        self.restore.clicked.connect(self._restore)
        close = QPushButton("完成")
        close.setProperty("role", "primary")
        close.clicked.connect(self.close)
        for button in (delete, file, self.restore, close, self.choose_picture, self.no_picture):
            button.setAutoDefault(False)  # Enter ends a field, and does nothing else
        row = QHBoxLayout()
        row.setContentsMargins(2 * GRID, 0, 2 * GRID, 0)
        row.addWidget(delete)
        row.addWidget(file)
        row.addStretch(1)
        row.addWidget(self.restore)
        row.addWidget(close)
        return row

    def show_beside(self, window: QWidget) -> None:
        """Open at the left of the window, so that the page stays in sight, and on the screen."""
        room = window.screen().availableGeometry()
        self.resize(_WIDTH, min(_HEIGHT, room.height() - 6 * GRID))
        self.move(max(room.left(), window.x() + 2 * GRID), max(room.top(), window.y() + 6 * GRID))
        self.show()
        self.activateWindow()

    # --- what is shown --------------------------------------------------------------------

    def show_preset(self, preset: Preset, *, is_as_before: bool, is_own: bool = True) -> None:
        """Show what a preset is like; what is being typed is left alone. Where it is not yet one
        of the user's own, there is no file to do anything with.
        """
        self._preset = preset
        self.setWindowTitle(f"改版式：{preset.name}")
        if not self.name.hasFocus():
            self.name.set_text(preset.name)
        for key, field in self.margins.items():
            field.set_number(round(getattr(preset.page, key)))
        self._sides.setText("内、外边距" if preset.page.mirrored else "左、右边距")
        self.mirrored.setChecked(preset.page.mirrored)
        size = preset.style(Role.BODY).size
        sizes = {f"{name}（{points:g} 磅）": points for name, points in _SIZES.items()}
        if size not in sizes.values():
            sizes[f"{size:g} 磅"] = size
        self.type_size.set_choices(dict(sizes))
        self.type_size.set_value(size)
        self.characters.set_number(measures.characters_of_line(preset))
        self.lines.set_number(measures.lines_of_page(preset))
        self.numbers.setChecked(preset.paragraph_numbers)
        self.codes.setChecked(preset.passage_codes)
        self._show_fonts()
        for line, text in ((self.header, preset.header), (self.footer, preset.footer)):
            if not line.hasFocus():
                line.set_text(text)
        self._tell_unknown()
        self.on_first.setChecked(preset.header_on_first)
        self.on_first.setEnabled(bool(preset.header))
        self.folio.set_value(preset.folio)
        self._show_logo(preset)
        self.restore.setEnabled(not is_as_before)
        for button in (self.delete, self.file):
            button.setEnabled(is_own)

    def offer_fonts(self, offers: Iterable[FontOffer], sentences: Sequence[str]) -> None:
        """Offer the fonts of this computer; `sentences` tell of those that cannot be used."""
        self._offers = tuple(offers)
        self.unusable.setText(f"还有 {len(sentences)} 种字体 PDF 里用不了，鼠标停在这里看原因。")
        self.unusable.setToolTip("\n".join(sentences))
        self.unusable.setVisible(bool(sentences))
        self._show_fonts()

    def _show_fonts(self) -> None:
        usable = [offer.family for offer in self._offers if offer.fault is None]
        for use, choice in self.fonts.items():
            wanted = self._preset.fonts.get(use, "") if self._preset else ""
            families = usable if wanted in ("", *usable) else [*usable, wanted]
            choice.set_choices({_BUNDLED: "", **{family: family for family in families}})
            choice.set_value(wanted)

    def _show_logo(self, preset: Preset) -> None:
        logo = preset.logo
        self.choose_picture.setText(f"换掉 {logo.file}…" if logo else "选图片…")
        for widget in (self.no_picture, self.height_of_logo, self.description):
            widget.setEnabled(logo is not None)
        if logo:
            self.height_of_logo.set_number(round(logo.height))
            if not self.description.hasFocus():
                self.description.set_text(logo.description)

    def tell(self, sentence: str) -> None:
        """Say why a change was not made; empty where it was."""
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))

    # --- what is wanted -------------------------------------------------------------------

    def _want(self, place: Place, value: str | float | bool | None) -> None:
        self._waiting[place] = value
        self._timer.start()

    def _want_line(self, place: Place, text: str) -> None:
        """Keep no line that names what there is not: it would be printed as it stands."""
        self._tell_unknown()
        if edges.unknown_fact(text):
            self._waiting.pop(place, None)
        else:
            self._want(place, text)

    def _tell_unknown(self) -> None:
        unknown = edges.unknown_fact(self.header.text()) or edges.unknown_fact(self.footer.text())
        self.unknown.setText(f"没有“{unknown}”这一项，先不印这一行的改动。")
        self.unknown.setVisible(bool(unknown))

    def _measure(self, change: "measures.Change", count: float) -> None:
        self.flush()
        if self._preset is not None:
            self._waiting.update(change(self._preset, count))
            self._timer.start()

    def _rename(self) -> None:
        name = self.name.text().strip()
        if self._preset is None or name == self._preset.name:
            return
        if name:
            self._want(("name",), name)
        else:
            self.name.set_text(self._preset.name)

    def _restore(self) -> None:
        """Want nothing of what was changed, not even what is just being typed."""
        self.restore.setFocus()
        self._timer.stop()
        self._waiting = {}
        self.restored.emit()

    def flush(self) -> None:
        """Hand over what was changed, now."""
        self._timer.stop()
        if self._waiting:
            changes: Changes = self._waiting
            self._waiting = {}
            self.edited.emit(changes)

    def done(self, result: int) -> None:
        """However the form is closed, what was changed is kept."""
        self.flush()
        super().done(result)


def _add_heading(form: QFormLayout, text: str) -> None:
    heading = QLabel(text)
    heading.setProperty("role", "heading")
    heading.setContentsMargins(0, GRID, 0, 0)
    form.addRow(heading)


def _side_by_side(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        row.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
    row.addStretch(1)
    return holder
