"""Small DOCX files written part by part, as Word and WPS write them."""

import zipfile
from io import BytesIO

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
PARTS = ("styles", "numbering", "footnotes", "endnotes")


def text(words: str, properties: str = "") -> str:
    """A run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(*runs: str, properties: str = "") -> str:
    """A paragraph of runs; a run may also be plain words."""
    inside = "".join(run if run.startswith("<") else text(run) for run in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def table(*rows: tuple[str, ...]) -> str:
    """A table of cells, each of one paragraph or of the paragraphs given as XML."""
    lines = ("".join(f"<w:tc>{cell_of(words)}</w:tc>" for words in row) for row in rows)
    return f"<w:tbl><w:tblGrid/>{''.join(f'<w:tr>{line}</w:tr>' for line in lines)}</w:tbl>"


def cell_of(words: str) -> str:
    """What is in a cell."""
    return words if words.startswith("<") else paragraph(words)


def field(instruction: str, result: str | None = None) -> str:
    """A complex field, with or without a result."""
    shown = "" if result is None else f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}'
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{instruction}</w:instrText></w:r>{shown}"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def relationships(*kinds_and_targets: tuple[str, str]) -> str:
    """A part that says which parts there are."""
    lines = (
        f'<Relationship Id="r{at}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(kinds_and_targets)
    )
    return f'<Relationships xmlns="{RELATIONSHIPS}">{"".join(lines)}</Relationships>'


def part(name: str, inside: str) -> str:
    """A part of WordprocessingML."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{name} {NAMESPACES}>{inside}</w:{name}>'


def package(files: dict[str, str | bytes]) -> bytes:
    """A zip archive of these files."""
    data = BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


def document(*blocks: str, **parts: str) -> bytes:
    """A DOCX file with these blocks; parts are styles, numbering, footnotes and endnotes."""
    files: dict[str, str | bytes] = {
        "_rels/.rels": relationships(("officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": relationships(
            *((name, f"{name}.xml") for name in PARTS if name in parts)
        ),
        "word/document.xml": part("document", f"<w:body>{''.join(blocks)}</w:body>"),
    }
    files |= {f"word/{name}.xml": part(name, inside) for name, inside in parts.items()}
    return package(files)
