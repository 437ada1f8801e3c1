"""The sentences about fonts: which are used, which cannot be had, and what stands in for them."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from studydesk.handout.notices import FontFault, FontOffer, FontUsed
from studydesk.handout.style import Face

if TYPE_CHECKING:
    from studydesk.export.fonts import Substitution
    from studydesk.services.typefaces import FontReport

_FAULTS = {
    FontFault.NOT_INSTALLED: "这台电脑没有安装",
    FontFault.FORBIDDEN: "的版权不许嵌入 PDF",
    FontFault.NOT_TRUETYPE: "的轮廓是 CFF 的，PDF 里用不了",
    FontFault.VARIABLE: "是可变字体，PDF 里用不了",
    FontFault.DAMAGED: "的文件不完整，PDF 里用不了",
}

_FACES = {
    Face.SERIF: "随附宋体",
    Face.SERIF_BOLD: "随附粗宋体",
    Face.SANS_BOLD: "随附黑体",
    Face.KAI: "随附楷体",
}

_NAMED = 12
"""Characters of one font that are named before 等."""


def font_sentence(offer: FontOffer) -> str:
    """Why a font is not used, if it is not, and what is in its place."""
    if offer.fault is None:
        return f"“{offer.family}”可以用。"
    return f"“{offer.family}”{_FAULTS[offer.fault]}，由随附字体代替。"


def borrowed_sentence(substitutions: Iterable["Substitution"]) -> str:
    """Which characters each font lacks, and which one prints them instead."""
    lent: dict[tuple[str, str], list[str]] = {}
    for found in substitutions:
        if found.used:
            lent.setdefault((_face(found.wanted), _face(found.used)), []).append(found.character)
    return "；".join(
        f"{wanted}里没有“{_first(characters)}，由{used}代印"
        for (wanted, used), characters in lent.items()
    )


def export_sentences(
    report: "FontReport", paths: Iterable[Path], docx_size: int, *, embedded: bool
) -> Iterator[str]:
    """What the files of an export are set in; `embedded`, a DOCX carries its fonts, and has at
    most `docx_size` bytes, 0 where there is none.
    """
    if any(path.suffix == ".pdf" for path in paths):
        yield from font_sentences(report)
    if docx_size:
        yield docx_sentence(report, docx_size, embedded=embedded)


def docx_sentence(report: "FontReport", size: int, *, embedded: bool) -> str:
    """What a DOCX of so many bytes names its fonts by, or that they are in it."""
    if embedded:
        told = f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{size // 1000} KB"
        return f"DOCX 带着随附字体（{told}），没有这些字体的电脑上也一样。"
    named = _listed(font.meant for font in report.used)
    return f"DOCX 里写的是{named}；打开它的电脑没有哪种，就换成相近的。"


def font_sentences(report: "FontReport") -> Iterator[str]:
    """What a PDF is set in, what stands in for what, and which characters came from elsewhere."""
    own = [font for font in report.used if not font.is_bundled]
    if not own and not any(font.stands_in for font in report.used):
        yield "PDF 用的是随附字体，每台电脑都一样。"
    elif own:
        yield f"PDF 用了这台电脑的{_listed(map(_own, own))}。"
    if lacking := list(_stood_in(report.used, {font.meant for font in own})):
        yield f"这台电脑没有的：{'，'.join(lacking)}。"
    yield from map(font_sentence, report.unusable)
    if borrowed := borrowed_sentence(report.substitutions):
        yield f"{borrowed}。"


def _own(font: FontUsed) -> str:
    return font.used if font.used == font.meant else f"{font.meant}（{font.used}）"


def _stood_in(used: Iterable[FontUsed], had: Collection[str]) -> Iterator[str]:
    """Each family that was meant, and the faces in its place; of one that is there, the bold."""
    faces: dict[str, list[str]] = {}
    for font in used:
        if font.stands_in:
            faces.setdefault(font.meant, []).append(_face(font.used))
    for family, others in faces.items():
        yield f"{family}{'的粗体' if family in had else ''}由{_listed(others)}代替"


def _listed(words: Iterable[str]) -> str:
    return "、".join(dict.fromkeys(words))


def _first(characters: Sequence[str]) -> str:
    """Some characters, and the closing quotation mark, with 等 where there are more."""
    return "".join(characters[:_NAMED]) + ("”等" if len(characters) > _NAMED else "”")


def _face(name: str) -> str:
    return _FACES[Face(name)] if name in set(Face) else f"“{name}”"
