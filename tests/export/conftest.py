"""Documents for the writers, and finished pages read back."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from fontTools import subset
from fontTools.ttLib import TTFont

from studydesk import paths
from studydesk.export import installed_fonts
from studydesk.handout.model import Block, Edition, HandoutDocument, Paragraph, Run
from studydesk.handout.presets import PRESETS
from studydesk.handout.style import Face, Role


@dataclass(frozen=True)
class Glyph:
    """One character of a finished page: its text and its box in points from the lower left."""

    text: str
    left: float
    bottom: float
    right: float
    top: float


@pytest.fixture(scope="session")
def handout() -> Callable[..., HandoutDocument]:
    """A document of these blocks in the preset of this name."""

    def document(*blocks: Block, preset: str = "公文式讲义", footer: str = "") -> HandoutDocument:
        return HandoutDocument(
            "学习讲义", Edition.PARTICIPANT, PRESETS[preset], blocks, "某工会", footer
        )

    return document


@pytest.fixture(scope="session")
def seed_paragraphs() -> tuple[Paragraph, ...]:
    """Every line of the five starter pages as body text."""
    return tuple(
        Paragraph(Role.PASSAGE, (Run(line),), item_id=f"line-{number}")
        for number, line in enumerate(
            line
            for page in sorted(paths.seeds().glob("*.txt"))
            for line in page.read_text("utf-8").splitlines()
            if line.strip()
        )
    )


@pytest.fixture(scope="session")
def general_standard_characters() -> str:
    """通用规范汉字表: the 8105 characters that every handout may need."""
    lines = Path(__file__).with_name("general_standard_characters.txt").read_text("utf-8")
    return "".join(lines.split())


@pytest.fixture(scope="session")
def glyphs_of() -> Callable[..., Iterator[list[Glyph]]]:
    """The characters of each page of a PDF, as another program sees them: boxes around their
    ink or, loose, as wide as their advance.
    """

    def pages(data: bytes, *, loose: bool = False) -> Iterator[list[Glyph]]:
        with closing(pypdfium2.PdfDocument(data)) as pdf:
            for page in pdf:
                text = page.get_textpage()
                characters = text.get_text_range()
                yield [
                    Glyph(character, *text.get_charbox(place, loose=loose))
                    for place, character in enumerate(characters)
                    if not character.isspace()
                ]

    return pages


@pytest.fixture
def make_font(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Path]]:
    """Puts a font into the only font folder there is."""

    def make(
        family: str, *, allowed: int = 8, characters: str = "学习工匠精神，2026", bold: bool = False
    ) -> Path:
        font = TTFont(paths.resources() / "fonts" / f"{Face.KAI.value}.ttf")
        cut = subset.Subsetter()
        cut.populate(text=characters)
        cut.subset(font)
        names: Any = font["name"]
        names.names = []
        for number, name in ((1, family), (2, "Bold" if bold else "Regular"), (6, "Same Name")):
            names.setName(name, number, 3, 1, 0x409)
        facts: Any = font["OS/2"]
        facts.fsType, facts.ulCodePageRange1, facts.ulUnicodeRange2 = allowed, 1 << 18, 1 << 27
        head: Any = font["head"]
        head.macStyle = int(bold)
        path = tmp_path / f"{family}{'-bold' * bold}.ttf"
        font.save(path)
        return path

    monkeypatch.setattr(paths, "font_folders", lambda: (tmp_path, tmp_path / "none"))
    installed_fonts.families.cache_clear()
    yield make
    installed_fonts.families.cache_clear()
