"""Files made to hurt: they are small, and ask for gigabytes, for ever, or for files elsewhere."""

import zlib
from collections.abc import Callable, Iterable, Mapping

from tests.sources.readers.word_documents import document, package, paragraph, part, relationships

MEGABYTE = 1 << 20
ENTITIES = "".join(f'<!ENTITY e{at} "{f"&e{at - 1};" * 10}">' for at in range(1, 12))
BOMB = f'<!DOCTYPE d [<!ENTITY e0 "笑">{ENTITIES}]>'
FOREIGN = '<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]>'


def word(story: str | bytes) -> bytes:
    """A DOCX file with this main part and nothing else."""
    return package({"word/document.xml": story})


def word_that_lies() -> bytes:
    """A DOCX file whose directory claims four gigabytes."""
    data = bytearray(word(part("document", paragraph("学习。"))))
    entry = data.rindex(b"PK\x01\x02")
    data[entry + 24 : entry + 28] = b"\xff\xff\xff\xfe"
    return bytes(data)


def word_with_relationships(target: str) -> bytes:
    """A DOCX file whose main part is somewhere else."""
    return package({"_rels/.rels": relationships(("officeDocument", target))})


def word_of_labels(label: str) -> bytes:
    """A DOCX file of paragraphs that are numbered with this label."""
    level = f'<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="{label}"/></w:lvl>'
    numbers = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    return document(
        paragraph("甲", properties=numbers) * 20_000,
        numbering=f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    )


def word_of_references(count: int) -> bytes:
    """A DOCX file that refers to one long note again and again."""
    return document(
        paragraph('<w:r><w:footnoteReference w:id="1"/></w:r>') * count,
        footnotes=f'<w:footnote w:id="1">{paragraph("注" * 100_000)}</w:footnote>',
    )


def word_of_an_instruction() -> bytes:
    """A DOCX file with a field whose instruction is long and that goes on over many paragraphs."""
    field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{}</w:instrText></w:r>'
    return document(paragraph("字。", field.format("x" * 9_000_000)), "<w:p/>" * 60_000)


def word_of_full_parts() -> bytes:
    """A DOCX file of three parts, each nearly as large as any may be."""
    full = '<w:b a="" b="" c="" d=""/>' * 280_000
    return document(paragraph(full), styles=full, numbering=full)


def pdf_of(*objects: bytes) -> bytes:
    """A PDF file of these objects, the first of them the catalogue, with a correct directory."""
    data, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    tail = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        len(places) + 1,
        len(data),
    )
    return data + head + table + tail


def stream(content: bytes, more: bytes = b"") -> bytes:
    """A compressed stream."""
    packed = zlib.compress(content, 9)
    return b"<< /Length %d /Filter /FlateDecode %s >>\nstream\n%s\nendstream" % (
        len(packed),
        more,
        packed,
    )


CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R >>"
ONE_PAGE = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"


def pdf_page(more: bytes) -> bytes:
    """The dictionary of a page."""
    return b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R %s >>" % more


def pdf_bomb() -> bytes:
    """A page whose content unfolds to half a gigabyte, twice packed."""
    packer = zlib.compressobj(9)
    once = b"".join(packer.compress(b"q Q " * (MEGABYTE // 4)) for _ in range(512))
    packed = zlib.compress(once + packer.flush(), 9)
    content = b"<< /Length %d /Filter [/FlateDecode /FlateDecode] >>\nstream\n%s\nendstream" % (
        len(packed),
        packed,
    )
    return pdf_of(CATALOGUE, ONE_PAGE, pdf_page(b""), content)


def pdf_of_forms(depth: int = 28) -> bytes:
    """A page that shows a form that shows another one twice, and so on."""
    forms = [
        stream(
            b"/F Do " * 4,
            b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] "
            b"/Resources << /XObject << /F %d 0 R >> >>" % (6 + at),
        )
        for at in range(depth)
    ]
    last = stream(b"0 0 m", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9]")
    resources = b"/Resources << /XObject << /F 5 0 R >> >>"
    return pdf_of(CATALOGUE, ONE_PAGE, pdf_page(resources), stream(b"/F Do"), *forms, last)


def pdf_of_words(words: str, places: Iterable[tuple[int, int]], size: int) -> bytes:
    """A page with the same letters at all these places."""
    shown = "".join(f"1 0 0 1 {left} {height} Tm ({words}) Tj " for left, height in places)
    font = b"/Resources << /Font << /F 5 0 R >> >>"
    helvetica = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    content = stream(f"BT /F {size} Tf {shown}ET".encode())
    return pdf_of(CATALOGUE, ONE_PAGE, pdf_page(font), content, helvetica)


def pdf_loop() -> bytes:
    """A tree of pages that bites its own tail."""
    return pdf_of(CATALOGUE, b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2000000000 >>")


def tag_of(attributes: str) -> bytes:
    """A web page of one paragraph with these attributes."""
    return f"<p {attributes}>正文。".encode()


HOSTILE: Mapping[str, Callable[[], bytes]] = {
    "bomb.docx": lambda: word(b"<w>" + bytes(200 * MEGABYTE)),
    "lie.docx": word_that_lies,
    "laugh.docx": lambda: word(f"{BOMB}<d>&e11;</d>"),
    "foreign.docx": lambda: word(f"{FOREIGN}<d>&e;</d>"),
    "swarm.docx": lambda: word(part("document", "<w:p/>" * 5_000_000)),
    "deep.docx": lambda: word(part("document", "<w:p>" * 100_000)),
    "up.docx": lambda: word_with_relationships("../../../../../etc/passwd"),
    "absolute.docx": lambda: word_with_relationships("/etc/passwd"),
    "loop.docx": lambda: word_with_relationships("_rels/.rels"),
    "entries.docx": lambda: b"PK\x03\x04" + b"PK\x01\x02" * 4_000_000,
    "runs.docx": lambda: document(paragraph("<w:r><w:t>字</w:t></w:r>" * 250_000)),
    "fields.docx": lambda: document(
        paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 100_000)
    ),
    "labels.docx": lambda: word_of_labels("%1" * 5000),
    "counts.docx": lambda: word_of_labels("%1" * 30),
    "references.docx": lambda: word_of_references(60_000),
    "notes.docx": lambda: word_of_references(10_000),
    "styles.docx": lambda: document(
        paragraph("字"), styles='<w:style w:styleId="a"><w:basedOn w:val="a"/></w:style>' * 200_000
    ),
    "instruction.docx": word_of_an_instruction,
    "parts.docx": word_of_full_parts,
    "bomb.pdf": pdf_bomb,
    "forms.pdf": pdf_of_forms,
    "loop.pdf": pdf_loop,
    "scattered.pdf": lambda: pdf_of_words(
        "a", ((at * 7919 % 600, at * 104729 % 800) for at in range(60_000)), 9
    ),
    "grid.pdf": lambda: pdf_of_words(
        "ab", ((12 * at, 8 * row) for row in range(100) for at in range(40)), 5
    ),
    "swarm.html": lambda: b"<b>" * 6_000_000,
    "deep.html": lambda: b"<div>" * 90_000 + "字。".encode(),
    "spans.html": lambda: b"<p>" + "<i>字。</i>".encode() * 120_000,
    "scripts.html": lambda: "<p>字。<script></script>".encode() * 60_000,
    "list.html": lambda: b"<ol>" + "<li>字。".encode() * 80_000,
    "attributes.html": lambda: tag_of(" ".join(f"a{at}=1" for at in range(40_000))),
    "marks.html": lambda: tag_of(" ".join(f"a{at}=1" for at in range(300_000))),
    "words.html": lambda: tag_of(" ".join(f"a{at}" for at in range(300_000))),
    "quotes.html": lambda: tag_of("".join(f'a{at}=">"' for at in range(40_000))),
    "few.html": lambda: tag_of(" ".join(f"a{at}" for at in range(150))) * 20_000,
    "laugh.html": f"{BOMB}<p>&e11;</p>".encode,
    "title.html": lambda: b"<title>" + b" " * 15_000_000 + b"x",
    "lines.txt": lambda: "字\n".encode() * 240_000,
    "titles.md": lambda: "# 题\n".encode() * 10_000,
    "front.md": lambda: b"---\n" + b"a: b\n" * 80_000,
    "nest.mht": lambda: b"Content-Type: multipart/mixed; boundary=a\n\n--a\n" * 60_000,
}
