"""改版式, 页面: margins, what stands at head and foot of pages, page numbers, logo."""

from collections.abc import Iterator

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QWidget

from studydesk.handout import edges
from studydesk.handout.paper import LEAST_MARGIN, Folio
from studydesk.handout.preset_text import Place
from studydesk.handout.style import Preset
from studydesk.ui.arrange.handout.preset_fields import PresetFields, side_by_side, told
from studydesk.ui.fields import ChoiceField, LineField
from studydesk.ui.number_field import NumberField

_FOLIOS = {
    "居中：第 1 页 共 4 页": Folio.CENTRED_OF_TOTAL,
    "居中：— 1 —": Folio.CENTRED_DASHES,
    "居中：1": Folio.CENTRED,
    "外侧：— 1 —（公文）": Folio.OUTER_DASHES,
    "外侧：第 1 页 共 4 页": Folio.OUTER_OF_TOTAL,
    "外侧：1": Folio.OUTER,
    "不印页码": Folio.NONE,
}
_MARGINS = {"上": "top", "下": "bottom", "左": "left", "右": "right"}
_FACTS = "可以写 {题名}、{单位}、{日期}、{版本}，印出来是学习包里的。"


class PageFields(PresetFields):
    """The page and its edges."""

    unwanted = Signal(object)
    """What was wanted at this Place does not do any more."""
    picture_wanted = Signal()
    """The user wants to choose a logo."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.margins = {
            key: NumberField(f"{name}边距", "毫米", LEAST_MARGIN, 120, whole=False)
            for name, key in _MARGINS.items()
        }
        self.mirrored = QCheckBox("双面印：双页左右对调，内侧装订")
        self.header = LineField("页眉", "如：{单位}　{题名}")
        self.header_even = LineField("双数页页眉", "空着就和单数页一样")
        self.footer = LineField("页脚", "页码前的话，可空着")
        self._lines = {"header": self.header, "header_even": self.header_even}
        self._lines["footer"] = self.footer
        self.unknown = told("没有的项", "red")
        self.folio = ChoiceField("页码", dict(_FOLIOS))
        self.folio.setToolTip("外侧：单数页在右，双数页在左")
        self.on_first, self.folio_on_first = QCheckBox("页眉"), QCheckBox("页码")
        self.on_first.setAccessibleName("首页也印页眉")
        self.folio_on_first.setAccessibleName("首页也印页码")
        self.choose_picture = QPushButton("选图片…")
        self.no_picture = QPushButton("不要标志")
        self.height_of_logo = NumberField("标志的高", "毫米", 3, 60, whole=False)
        self.description = LineField("标志上是什么", "如：红旗厂厂徽；给听读屏软件的人")
        self.tell_wanted(self._signals())
        for key, line in self._lines.items():
            line.edited.connect(lambda text, place=(key,): self._want_line(place, text))
        self.choose_picture.clicked.connect(self.picture_wanted)
        self.no_picture.clicked.connect(lambda: self.wanted.emit(("logo",), None))
        self._lay_out()

    def _signals(self) -> Iterator[tuple[Place, SignalInstance]]:
        for key, margin in self.margins.items():
            yield ("page", key), margin.edited
        yield ("page", "mirrored"), self.mirrored.clicked
        yield ("header_on_first",), self.on_first.clicked
        yield ("folio",), self.folio.edited
        yield ("folio_on_first",), self.folio_on_first.clicked
        yield ("logo", "height"), self.height_of_logo.edited
        yield ("logo", "description"), self.description.edited

    def _lay_out(self) -> None:
        form, margins = self.form, self.margins
        form.addRow("上、下边距", side_by_side(margins["top"], margins["bottom"]))
        self._sides = QLabel()
        form.addRow(self._sides, side_by_side(margins["left"], margins["right"]))
        form.addRow("", self.mirrored)
        self.add_heading("页眉、页脚和页码")
        form.addRow("页眉", self.header)
        form.addRow("双数页页眉", self.header_even)
        form.addRow("页脚", self.footer)
        facts = told("页眉里可以写什么")
        facts.setText(_FACTS)
        facts.show()
        form.addRow("", self.unknown)
        form.addRow("", facts)
        form.addRow("页码", self.folio)
        form.addRow("首页也印", side_by_side(self.on_first, self.folio_on_first))
        self.add_heading("标志")
        for button in (self.choose_picture, self.no_picture):
            button.setAutoDefault(False)
        form.addRow("图片", side_by_side(self.choose_picture, self.no_picture))
        form.addRow("高", self.height_of_logo)
        form.addRow("上面是什么", self.description)

    def show_preset(self, preset: Preset, *, keeps_typed: bool = True) -> None:
        """Show what a preset's pages are like; with `keeps_typed`, lines that are being typed, and
        those that cannot be printed, are left alone.
        """
        for key, field in self.margins.items():
            field.set_number(getattr(preset.page, key))
        self._sides.setText("内、外边距" if preset.page.mirrored else "左、右边距")
        self.mirrored.setChecked(preset.page.mirrored)
        for key, line in self._lines.items():
            if not (keeps_typed and (line.hasFocus() or edges.unknown_fact(line.text()))):
                line.set_text(getattr(preset, key))
        self._tell_unknown()
        self.on_first.setChecked(preset.header_on_first)
        self.on_first.setEnabled(bool(preset.header))
        self.folio.set_value(preset.folio)
        self.folio_on_first.setChecked(preset.folio_on_first)
        self.folio_on_first.setEnabled(preset.folio is not Folio.NONE)
        self._show_logo(preset, keeps_typed=keeps_typed)

    def refused(self) -> list[QWidget]:
        """Lines that name what there is not come first."""
        lines = self._lines.values()
        return [line for line in lines if edges.unknown_fact(line.text())] + super().refused()

    def _show_logo(self, preset: Preset, *, keeps_typed: bool) -> None:
        logo = preset.logo
        self.choose_picture.setText(f"换掉 {logo.file}…" if logo else "选图片…")
        for widget in (self.no_picture, self.height_of_logo, self.description):
            widget.setEnabled(logo is not None)
        if logo:
            self.height_of_logo.set_number(logo.height)
            if not (keeps_typed and self.description.hasFocus()):
                self.description.set_text(logo.description)

    def _want_line(self, place: Place, text: str) -> None:
        """Keep no line that names what there is not: it would be printed as it stands."""
        self._tell_unknown()
        if edges.unknown_fact(text):
            self.unwanted.emit(place)
        else:
            self.wanted.emit(place, text)

    def _tell_unknown(self) -> None:
        unknown = [edges.unknown_fact(line.text()) for line in self._lines.values()]
        first = next(filter(None, unknown), "")
        self.unknown.setText(f"没有“{first}”这一项，先不印这一行的改动。")
        self.unknown.setVisible(bool(first))
