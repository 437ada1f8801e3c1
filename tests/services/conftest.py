"""A small library and a packet of each kind of item, for what goes across rooms."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from studydesk.domain.article import Article, Block, BlockKind, Recovery, Source, Span
from studydesk.domain.packet import (
    Action,
    Agenda,
    AgendaStep,
    EditorNote,
    FacilitatorNote,
    Guide,
    Packet,
    PageBreak,
    PassageItem,
    Question,
    SectionHeading,
    Session,
    Term,
)
from studydesk.domain.passage import Passage
from studydesk.library import Library
from studydesk.services.importing import import_files

PARAGRAPHS = (
    "工匠精神是劳动者对职业的敬畏与热爱，表现为精益求精、追求卓越的品质。",
    "新时代弘扬工匠精神，要从身边的岗位做起，把每一道工序做到位。",
)


def page(name: str = "页.txt", title: str = "工匠精神的时代价值") -> tuple[Source, Article]:
    texts = (title, "王敏", *PARAGRAPHS)
    kinds = (BlockKind.TITLE, BlockKind.AUTHOR, BlockKind.PARAGRAPH, BlockKind.PARAGRAPH)
    source = Source(name, "\n".join(texts), "工人日报", date(2025, 11, 3), "7")
    blocks = []
    for kind, text in zip(kinds, texts, strict=True):
        start = source.raw.index(text)
        blocks.append(Block(kind, text, (Span(start, start + len(text)),)))
    return source, Article(f"{source.id}-1", source.id, tuple(blocks))


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """An open library with one page."""
    with Library.open(tmp_path / "资料库") as library:
        source, article = page()
        library.add(source, Recovery((article,)))
        yield library


@pytest.fixture
def packet() -> Packet:
    """A packet with an item of every kind, its passage from the library's page."""
    source, article = page()
    passage = Passage.pick(article, source, 0, len(PARAGRAPHS[0]))
    return Packet(
        "工匠精神学习",
        Session("一车间", date(2025, 11, 7), "会议室", "李师傅", 60),
        (
            Agenda((AgendaStep("领读", 20), AgendaStep("讨论", 40))),
            SectionHeading("学原文"),
            Guide("身边的师傅是怎样做到精益求精的？"),
            PassageItem(passage),
            EditorNote("着重号为编者所加。"),
            Term("工匠精神", "爱岗敬业、精益求精。"),
            PageBreak(),
            Question("“追求卓越”在我们班组是哪道工序？", expected="说出一道工序即可"),
            Action("我的一件事"),
            FacilitatorNote("先请没说过的师傅说。"),
        ),
    )


@pytest.fixture
def saved(library: Library, packet: Packet) -> Packet:
    """The packet, kept in the library."""
    library.save_packet(packet)
    return replace(packet)


@pytest.fixture
def desk(tmp_path: Path, seed_paths: tuple[Path, ...]) -> Iterator[Library]:
    """A library with the first of the seed pages as it was recovered."""
    with Library.open(tmp_path / "资料库") as library:
        import_files(library, seed_paths[:1])
        yield library


@pytest.fixture
def source(desk: Library) -> Source:
    """That page."""
    return desk.sources()[0]
