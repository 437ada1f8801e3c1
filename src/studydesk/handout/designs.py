"""The designs that Chinese is set in, and the names they go by on different computers.

Windows, macOS, WPS and Linux have a 仿宋 each, under names of their own, or none. Where one is
asked for, the first that a computer has is taken.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from studydesk.handout.style import Preset, Typeface


@dataclass(frozen=True, slots=True)
class Design:
    """字体: the families that are cut alike, the nearest first, and its name in Latin letters;
    `panose` tells a word processor that has none of them what to look for (ECMA-376 part 1,
    17.8.3.13).
    """

    latin: str
    families: tuple[str, ...]
    panose: str


DESIGNS: Mapping[str, Design] = {
    "宋体": Design(
        "Song",
        (
            "宋体",
            "SimSun",
            "方正书宋_GBK",
            "方正书宋简体",
            "华文宋体",
            "STSong",
            "Songti SC",
            "宋体-简",
            "新宋体",
            "NSimSun",
        ),
        "02010600030101010101",
    ),
    "仿宋": Design(
        "FangSong",
        (
            "仿宋",
            "FangSong",
            "仿宋_GB2312",
            "FangSong_GB2312",
            "方正仿宋_GBK",
            "方正仿宋简体",
            "华文仿宋",
            "STFangsong",
            "朱雀仿宋",
            "Zhuque Fangsong (technical preview)",
        ),
        "02010609060101010101",
    ),
    "楷体": Design(
        "Kai",
        (
            "楷体",
            "KaiTi",
            "楷体_GB2312",
            "KaiTi_GB2312",
            "方正楷体_GBK",
            "方正楷体简体",
            "华文楷体",
            "STKaiti",
            "楷体-简",
            "Kaiti SC",
            "霞鹜文楷",
            "LXGW WenKai",
        ),
        "02010609060101010101",
    ),
    "黑体": Design(
        "Hei",
        (
            "黑体",
            "SimHei",
            "方正黑体_GBK",
            "方正黑体简体",
            "华文黑体",
            "STHeiti",
            "Heiti SC",
            "黑体-简",
        ),
        "02010609060101010101",
    ),
    "方正小标宋简体": Design(
        "Title",
        (
            "方正小标宋简体",
            "FZXiaoBiaoSong-B05S",
            "方正小标宋_GBK",
            "FZXiaoBiaoSong-B05",
            "华文中宋",
            "STZhongsong",
        ),
        "03000509000000000000",
    ),
}
"""Each design under the family that a preset and a DOCX name it by."""


def design_of(family: str) -> Design | None:
    """The design that a family is cut like, by any of its names."""
    return next((design for design in DESIGNS.values() if family in design.families), None)


def in_installed_fonts(preset: Preset) -> Preset:
    """The preset in the fonts that a computer has of its designs (用本机字体)."""
    styles = {
        role: replace(style, typeface=with_families(style.typeface))
        for role, style in preset.styles.items()
    }
    forms = in_installed_fonts(preset.forms) if preset.forms else None
    return replace(preset, styles=styles, forms=forms, installed_fonts=True)


def with_fonts_embedded(preset: Preset) -> Preset:
    """The preset whose DOCX carry their fonts."""
    forms = with_fonts_embedded(preset.forms) if preset.forms else None
    return replace(preset, forms=forms, embed_fonts=True)


def with_families(typeface: Typeface) -> Typeface:
    """The typeface in the first family of its design that a computer has."""
    design = DESIGNS.get(typeface.family)
    return replace(typeface, others=design.families) if design else typeface
