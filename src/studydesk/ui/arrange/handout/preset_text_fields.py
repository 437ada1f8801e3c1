"""改版式, 文字: size and distance of lines, space of paragraphs, numbers, fonts."""

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from studydesk.handout import measures
from studydesk.handout.notices import FontOffer
from studydesk.handout.preset_text import Place
from studydesk.handout.style import Breaking, FontUse, LineEnd, Numbering, Preset, Role
from studydesk.ui.arrange.handout.preset_fields import PresetFields, side_by_side, told
from studydesk.ui.fields import ChoiceField
from studydesk.ui.number_field import NumberField

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

_MULTIPLES = (1.0, 1.25, 1.5, 1.75, 2.0)
_SINGLE = 1.3
"""Em from line to line that word processors call single for 宋体."""

_FIXED = (18, 20, 22, 24, 26, 28, 30)
"""Points from line to line that offices ask for."""

_SPACES = {"不空": 0.0, "半行": 0.5, "一行": 1.0}
_NUMBERINGS = {
    "一、（一）（公文）": Numbering.CHINESE,
    "1. 1.1": Numbering.ARABIC,
    "不编号": Numbering.NONE,
}
_FONTS = {
    "随附字体（每台电脑都一样）": False,
    "这台电脑的宋、仿宋、楷、黑体，没有的用随附的": True,
}
_NO_OTHER = "不另选"

_SHORT = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
_FEWEST_SHOWN = 8
"""Characters of a long name that are shown at least."""


class TextFields(PresetFields):
    """Type, lines and fonts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preset: Preset | None = None
        self._offers: Sequence[FontOffer] = ()
        self.type_size = ChoiceField("正文字号", {})
        self.characters = NumberField("每行", "字", 5, 80)
        self.lines = NumberField("每页", "行", 5, 90)
        self.leading = ChoiceField("行距", {})
        self.before = ChoiceField("正文段前", dict(_SPACES))
        self.after = ChoiceField("正文段后", dict(_SPACES))
        self.even = QCheckBox("整段一起断行，字距更匀（书籍排法）")
        self.hanging = QCheckBox("行尾放不下的逗号、句号悬到版心外")
        self.numbering = ChoiceField("小标题的序号", dict(_NUMBERINGS))
        self.numbers = QCheckBox("选段编段号，讨论时好说“第 3 段”")
        self.codes = QCheckBox("出处后面印编号")
        self.codes.setToolTip("在“选材”的搜索里输入这个编号，就打开选段的原文")
        self.installed = ChoiceField("字体", dict(_FONTS))
        self.fonts = {use: ChoiceField(f"{use}的字体", {_NO_OTHER: ""}) for use in FontUse}
        for choice in (self.installed, *self.fonts.values()):
            choice.setSizeAdjustPolicy(_SHORT)
            choice.setMinimumContentsLength(_FEWEST_SHOWN)
        self.unusable = told("不能用的字体")
        self.tell_wanted(self._signals())
        for field, change in self._measures():
            field.connect(lambda much, change=change: self.measured.emit(change, float(much)))
        self._lay_out()

    def _signals(self) -> Iterator[tuple[Place, SignalInstance]]:
        for use, choice in self.fonts.items():
            yield ("fonts", use.value), choice.edited
        yield ("installed_fonts",), self.installed.edited
        yield ("numbering",), self.numbering.edited
        yield ("paragraph_numbers",), self.numbers.clicked
        yield ("passage_codes",), self.codes.clicked

    def _measures(self) -> Iterator[tuple[SignalInstance, measures.Change]]:
        yield self.type_size.edited, measures.with_size
        yield self.characters.edited, measures.with_characters
        yield self.lines.edited, measures.with_lines
        yield self.leading.edited, measures.with_leading
        yield self.before.edited, measures.with_space_before
        yield self.after.edited, measures.with_space_after
        yield self.even.clicked, measures.with_even_lines
        yield self.hanging.clicked, measures.with_hanging_marks

    def _lay_out(self) -> None:
        form = self.form
        form.addRow("字号", self.type_size)
        form.addRow("每行、每页", side_by_side(self.characters, self.lines))
        form.addRow("行距", self.leading)
        form.addRow("段前、段后", side_by_side(self.before, self.after))
        form.addRow("断行", self.even)
        form.addRow("", self.hanging)
        self.add_heading("编号")
        form.addRow("小标题", self.numbering)
        form.addRow("", self.numbers)
        form.addRow("", self.codes)
        self.add_heading("字体")
        form.addRow("全部", self.installed)
        for use, choice in self.fonts.items():
            form.addRow(use.value, choice)
        form.addRow("", self.unusable)

    def show_preset(self, preset: Preset) -> None:
        """Show what a preset's text is like."""
        self._preset = preset
        body = preset.style(Role.BODY)
        sizes = {f"{name}（{points:g} 磅）": points for name, points in _SIZES.items()}
        _show(self.type_size, sizes, body.size, f"{body.size:g} 磅")
        self.characters.set_range(*measures.range_of_characters(preset))
        self.lines.set_range(*measures.range_of_lines(preset))
        self.characters.set_number(measures.characters_of_line(preset))
        self.lines.set_number(measures.lines_of_page(preset))
        _show(self.leading, _leadings(body.size), body.leading, f"固定值 {body.leading:.4g} 磅")
        for field, space in ((self.before, body.space_before), (self.after, body.space_after)):
            count = space / body.leading
            _show(field, _SPACES, count, f"{count:.2g} 行")
        self.even.setChecked(body.breaking is Breaking.TOTAL_FIT)
        self.hanging.setChecked(body.line_end is LineEnd.HANGING)
        self.numbering.set_value(preset.numbering)
        self.numbers.setChecked(preset.paragraph_numbers)
        self.codes.setChecked(preset.passage_codes)
        self.installed.set_value(preset.installed_fonts)
        self._show_fonts()

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
            choice.set_choices({_NO_OTHER: "", **{family: family for family in families}})
            choice.set_value(wanted)


def _leadings(size: float) -> dict[str, float]:
    """Distances of lines to choose from, by their names, in points."""
    multiples = {times: round(times * _SINGLE * size, 1) for times in _MULTIPLES}
    named = {f"{times:g} 倍（{points:g} 磅）": points for times, points in multiples.items()}
    return named | {f"固定值 {points} 磅": float(points) for points in _FIXED if points > size}


def _show(field: ChoiceField, choices: dict[str, float], value: float, name: str) -> None:
    """Show a value among those to choose from, under a name of its own where it is none of them."""
    shown = next((each for each in choices.values() if abs(each - value) < 0.01), None)
    more: dict[str, float] = {} if shown is not None else {name: value}
    field.set_choices({**more, **choices})
    field.set_value(value if shown is None else shown)
