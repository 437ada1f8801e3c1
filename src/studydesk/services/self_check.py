"""The program tests itself, in a folder of its own: used on frozen builds and on new machines."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import is_zipfile

from studydesk import paths
from studydesk.domain.article import spans_text
from studydesk.domain.packet import Packet, PassageItem, Question
from studydesk.domain.passage import Passage
from studydesk.handout.model import Edition
from studydesk.handout.presets import PRESETS
from studydesk.handout.style import Face
from studydesk.library import Library
from studydesk.services.checking import check
from studydesk.services.handouts import export
from studydesk.sources.reading import read_file, read_paste
from studydesk.sources.recovery.recover import recover

_PAGE = """工匠精神的时代价值

王敏

工匠精神是劳动者对职业的敬畏与热爱，表现为精益求精、追求卓越的品质。新时代弘扬工匠精神，要从身边的岗位做起。

（作者单位：某某职业技术学院）
"""


@dataclass(frozen=True, slots=True)
class CheckedPart:
    """One part of the program and what is wrong with it; an empty `fault` is good."""

    name: str
    fault: str = ""


def self_check() -> Iterator[CheckedPart]:
    """Check part after part: fonts, recovery, library, search, key terms, quotations, exports,
    and reading what was exported.
    """
    with TemporaryDirectory(prefix="studydesk-") as temporary:
        folder = Path(temporary)
        for name, part in _PARTS.items():
            try:
                part(folder)
            except Exception as error:  # noqa: BLE001 - a broken build fails in any way at all
                yield CheckedPart(name, f"{type(error).__name__}: {error}")
            else:
                yield CheckedPart(name)


def _require(condition: object, what: str) -> None:
    if not condition:
        raise RuntimeError(what)


def _fonts(_folder: Path) -> None:
    from studydesk.export.fonts import bundled_face

    for face in Face:
        _require("学" in bundled_face(face).characters, face.value)


def _starter_content(_folder: Path) -> None:
    _require(list(paths.seeds().glob("*.txt")), "seeds")
    for name in ("starter.json", "sample.studypack", "help/manual.html"):
        _require((paths.resources() / name).is_file(), name)


def _recovery(_folder: Path) -> None:
    source = read_paste(_PAGE, "page")
    recovery = recover(source)
    blocks = [block for article in recovery.articles for block in article.blocks]
    spans = [*recovery.furniture, *(span for block in blocks for span in block.spans)]
    kept = spans_text(source.raw, sorted(spans))
    _require("".join(kept.split()) == "".join(source.raw.split()), "characters lost or repeated")
    _require([article.title for article in recovery.articles] == ["工匠精神的时代价值"], "title")


def _library(folder: Path) -> None:
    source = read_paste(_PAGE, "page")
    with Library.open(folder / "library") as library:
        _require(library.add(source, recover(source)), "page not kept")
    with Library.open(folder / "library") as library:
        _require(library.articles(), "page not found again")


def _search(folder: Path) -> None:
    with Library.open(folder / "library") as library:
        for query in ("匠", "工匠", "精益求精"):
            _require(library.search(query).total == 1, query)


def _packet(folder: Path) -> tuple[Packet, Library]:
    library = Library.open(folder / "library")
    article = library.article(library.articles()[0].id)
    passage = Passage.pick(article, library.source(article.source_id), 0, 40)
    question = Question("文中说的品质，在我们班组是哪道工序？")
    return Packet("自检", items=(PassageItem(passage), question)), library


def _key_terms(folder: Path) -> None:
    from studydesk.study.keywords import key_terms

    with Library.open(folder / "library") as library:
        terms = key_terms(library.article(library.articles()[0].id))
    _require("工匠精神" in terms, " ".join(terms))


def _quotation_check(folder: Path) -> None:
    packet, library = _packet(folder)
    with library:
        checked = check(packet, library.article, library.source)
    _require(checked.verbatim == 1, "passage not verbatim")


def _export(suffix: str) -> Callable[[Path], None]:
    def part(folder: Path) -> None:
        packet, library = _packet(folder)
        library.close()
        for preset in PRESETS:
            for path in export(packet, folder, tuple(Edition), (suffix,), preset):
                whole = is_zipfile(path) if suffix == "docx" else _is_pdf(path)
                _require(whole, path.name)

    return part


def _reading(folder: Path) -> None:
    for path in folder.iterdir():
        if path.suffix in (".docx", ".pdf"):
            _require("自检" in "".join(read_file(path).raw.split()), path.name)


def _is_pdf(path: Path) -> bool:
    data = path.read_bytes()
    return data.startswith(b"%PDF-") and data.rstrip().endswith(b"%%EOF")


_PARTS: dict[str, Callable[[Path], None]] = {
    "字体": _fonts,
    "样例": _starter_content,
    "整理版面": _recovery,
    "资料库": _library,
    "检索": _search,
    "关键词": _key_terms,
    "引文核对": _quotation_check,
    "导出 DOCX": _export("docx"),
    "导出 PDF": _export("pdf"),
    "读入文档": _reading,
}
