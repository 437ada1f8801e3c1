"""From the five pages to printed handouts, through services only, and read back from the files."""

import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.export.as_written import with_contents
from tests.reading_back import bare, text_of_docx

from studydesk.domain.article import BlockKind, count_characters
from studydesk.domain.packet import (
    Action,
    FacilitatorNote,
    Guide,
    Packet,
    PassageItem,
    Question,
    QuestionKind,
    Session,
    Term,
)
from studydesk.domain.passage import Emphasis, Omission, Passage
from studydesk.domain.reading import reading_minutes
from studydesk.handout.compose import compose
from studydesk.handout.model import Edition, HandoutDocument, Table
from studydesk.handout.presets import PRESETS
from studydesk.library import Library
from studydesk.services.checking import check
from studydesk.services.handouts import export, preview
from studydesk.services.importing import import_files
from studydesk.services.packs import open_pack, save_pack
from studydesk.study.agenda import plan_agenda

MILLIMETRE = 72 / 25.4


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """A library with the five pages."""
    from studydesk import paths

    with Library.open(tmp_path_factory.mktemp("desk") / "资料库") as library:
        import_files(library, sorted(paths.seeds().glob("*.txt")))
        yield library


@pytest.fixture(scope="module")
def packet(desk: Library) -> Packet:
    """What somebody might put together for Friday: four long paragraphs and all around them."""
    picked = [_first_long_paragraph(desk, hit.article.id) for hit in desk.search("工匠").hits[:4]]
    picked[0] = picked[0].with_operation(Emphasis(0, 8)).with_operation(Omission(20, 30))
    return Packet(
        "周五学习：工匠精神",
        Session("一车间", date(2025, 11, 28), "会议室", "李师傅", 60),
        (
            plan_agenda(60),
            Guide("新设备来了，老手艺够不够用？"),
            *(PassageItem(passage) for passage in picked),
            Term("工匠精神", "爱岗敬业、精益求精。", "通用说法"),
            Question("哪一句最像我们班组？", QuestionKind.UNDERSTAND, expected="言之成理即可"),
            Question("文中的办法，从哪道工序做起？", QuestionKind.CONNECT, follow_ups="谁带头？"),
            Action(),
            FacilitatorNote("先请没说过的师傅说。"),
        ),
    )


def _first_long_paragraph(library: Library, article_id: str) -> Passage:
    article = library.article(article_id)
    text = next(
        block.text
        for block in article.blocks
        if block.kind is BlockKind.PARAGRAPH and len(block.text) > 100
    )
    start = article.body.index(text)
    return Passage.pick(article, library.source(article.source_id), start, start + len(text))


def text_of_pdf(path: Path, document: HandoutDocument) -> str:
    """The text inside the margins, without page numbers and the heads that tables repeat."""
    page = document.preset.page
    box = {"-x": page.left, "-y": page.top, "-W": page.text_width, "-H": page.text_height}
    crop = [part for key, mm in box.items() for part in (key, str(round(mm * MILLIMETRE)))]
    command = ["pdftotext", "-raw", *crop, str(path), "-"]
    said = subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8")
    heads = [bare("".join(block.header)) for block in document.blocks if isinstance(block, Table)]
    text = ""
    for part in map(bare, said.split("\f")):
        repeated = [head for head in heads if head and head in text and part.startswith(head)]
        text += part.removeprefix(repeated[0] if repeated else "")
    return text


def test_every_passage_is_verbatim_and_nothing_must_be_settled(
    desk: Library, packet: Packet
) -> None:
    checked = check(packet, desk.article, desk.source)
    assert (checked.verbatim, checked.must_be_settled) == (4, False)


def test_the_reading_fits_the_agenda(packet: Packet) -> None:
    characters = sum(count_characters(passage.text) for passage in packet.passages)
    assert 1 <= reading_minutes(characters) <= 10


@pytest.mark.needs("pdftotext")
@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("edition", Edition)
def test_packet_docx_and_pdf_say_the_same_in_the_same_order(
    packet: Packet, tmp_path: Path, edition: Edition, preset: str
) -> None:
    document = with_contents(compose(packet, edition, PRESETS[preset]))
    expected = bare("".join(document.texts()))
    as_docx, as_pdf = export(packet, tmp_path, (edition,), ("docx", "pdf"), preset)
    assert text_of_docx(as_docx.read_bytes()) == expected
    assert text_of_pdf(as_pdf, document) == expected


@pytest.mark.needs("pdftotext")
@pytest.mark.parametrize("edition", [Edition.PARTICIPANT, Edition.FACILITATOR])
def test_every_quotation_stands_verbatim_in_the_finished_files(
    packet: Packet, tmp_path: Path, edition: Edition
) -> None:
    document = compose(packet, edition, PRESETS[packet.preset])
    as_docx, as_pdf = export(packet, tmp_path, (edition,), ("docx", "pdf"), packet.preset)
    for text in (text_of_docx(as_docx.read_bytes()), text_of_pdf(as_pdf, document)):
        for passage in packet.passages:
            assert bare(passage.printed) in text


@pytest.mark.parametrize("preset", PRESETS)
def test_the_participants_read_nothing_that_is_for_the_facilitator(
    packet: Packet, tmp_path: Path, preset: str
) -> None:
    hidden = ("言之成理即可", "谁带头？", "先请没说过的师傅说。")
    participant, facilitator = export(
        packet, tmp_path, (Edition.PARTICIPANT, Edition.FACILITATOR), ("docx",), preset
    )
    assert not [text for text in hidden if bare(text) in text_of_docx(participant.read_bytes())]
    assert not [text for text in hidden if bare(text) not in text_of_docx(facilitator.read_bytes())]


def test_the_preview_knows_the_page_of_every_passage_and_question(packet: Packet) -> None:
    shown = preview(packet, Edition.PARTICIPANT, packet.preset)
    printed = [item for item in packet.items if isinstance(item, PassageItem | Question)]
    pages = [shown.item_pages[item.id] for item in printed]
    assert pages == sorted(pages)
    assert 1 <= pages[0] <= pages[-1] <= shown.page_count
    assert shown.substitutions == ()


def test_the_packet_travels_to_another_library_and_prints_the_same(
    desk: Library, packet: Packet, tmp_path: Path
) -> None:
    desk.save_packet(packet)
    save_pack(desk, packet.id, tmp_path / "周五.studypack")
    with Library.open(tmp_path / "另一个") as other:
        arrived = open_pack(other, tmp_path / "周五.studypack")
        assert check(arrived, other.article, other.source).verbatim == 4
    for edition in Edition:
        here, there = (preview(one, edition, one.preset).data for one in (packet, arrived))
        assert here == there
