"""The logical structure of finished PDFs: what ISO 32000 and ISO 14289 ask of a tagged file."""

from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from typing import Any

import pikepdf
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from tests.export.random_packets import Design, designs, packets

from studydesk import paths
from studydesk.domain.edits import insert, set_parts
from studydesk.domain.packet import FurtherReading, Goals, Packet
from studydesk.domain.parts import Part
from studydesk.export.pdf.writer import write_pdf
from studydesk.handout.compose import compose
from studydesk.handout.model import Edition, HandoutDocument, Paragraph, Run
from studydesk.handout.presets import PRESETS
from studydesk.handout.style import Role
from studydesk.library.studypack import read_studypack

Node = tuple[str, list["Node"]]
"""A type and what stands in it; marked content is ("#", [])."""

WITHIN = {
    "L": {"LI"},
    "LI": {"Lbl", "LBody"},
    "Table": {"TR"},
    "TR": {"TH", "TD"},
    "TOC": {"TOCI"},
    "TOCI": {"Reference"},
    "Reference": {"Link"},
}
"""What may stand in what does not hold text itself."""


@pytest.fixture(scope="module")
def packet() -> Packet:
    sample = read_studypack(paths.resources() / "sample.studypack").packet
    more = (
        Goals("说出技能断层指什么\n定下一件能做的事"),
        FurtherReading("王敏《工匠精神》\n另一篇"),
    )
    return set_parts(insert(sample, 0, *more), frozenset(Part))


def tree(element: pikepdf.Object) -> Node:
    if isinstance(element, int) or element.get("/Type") == "/MCR":
        return "#", []
    if element.get("/Type") == "/OBJR":
        return "@", []
    held: Any = element.get("/K", [])
    kids = list(held) if isinstance(held, pikepdf.Array | list) else [held]
    return str(element.S)[1:], [tree(kid) for kid in kids]


def structure(data: bytes) -> Node:
    with pikepdf.open(BytesIO(data)) as pdf:
        return tree(pdf.Root.StructTreeRoot.K)


def walk(node: Node) -> Iterator[Node]:
    yield node
    for kid in node[1]:
        yield from walk(kid)


def shapes(node: Node) -> list[str]:
    return [kid for kid, _ in node[1]]


def check(data: bytes) -> None:
    document = structure(data)
    nodes = list(walk(document))
    for node in nodes:
        kind, kids = node
        assert set(shapes(node)) <= WITHIN.get(kind, set(shapes(node))), kind
        assert kids or kind in {"#", "@", "TD", "TH", "Document"}, kind
        if kind == "LI":
            assert shapes(node)[-1] == "LBody"
        if kind == "Table":
            assert len({len(row) for _, row in kids}) == 1
    assert [kind for kind, _ in nodes].count("Title") <= 1
    levels = [1 if kind == "Title" else int(kind[1:]) for kind, _ in nodes if is_heading(kind)]
    assert levels[:1] in ([], [1])
    assert all(after <= before + 1 for before, after in pairwise(levels))


def is_heading(kind: str) -> bool:
    return kind == "Title" or (kind[0] == "H" and kind[1:].isdecimal())


@pytest.mark.parametrize("preset", PRESETS)
def test_every_handout_is_well_tagged(packet: Packet, preset: str) -> None:
    for edition in Edition:
        check(write_pdf(compose(packet, edition, PRESETS[preset])).data)


@settings(max_examples=15, phases=(Phase.reuse, Phase.generate))
@given(packets, st.sampled_from(Edition), designs)
def test_any_handout_is_well_tagged(packet: Packet, edition: Edition, design: Design) -> None:
    check(write_pdf(compose(packet, edition, design.made())).data)


def test_goals_further_reading_and_sources_are_lists(packet: Packet) -> None:
    document = compose(packet, Edition.PARTICIPANT, PRESETS["普通讲义"])
    lists = [node for node in walk(structure(write_pdf(document).data)) if node[0] == "L"]
    assert [len(kids) for _, kids in lists][:2] == [2, 2]
    assert len(lists) == 3
    assert {tuple(shapes(item)) for _, items in lists for item in items} == {("Lbl", "LBody")}


def test_a_source_told_in_two_ways_is_one_item(packet: Packet) -> None:
    document = compose(packet, Edition.PARTICIPANT, PRESETS["普通讲义"])
    *_, sources = [node for node in walk(structure(write_pdf(document).data)) if node[0] == "L"]
    assert any(shapes(body) == ["#", "P"] for _, (_, body) in sources[1])


def test_the_title_is_tagged_and_shown(packet: Packet) -> None:
    document = compose(packet, Edition.PARTICIPANT, PRESETS["公文式讲义"])
    with pikepdf.open(BytesIO(write_pdf(document).data)) as pdf:
        root = pdf.Root
        assert "Title" in [kind for kind, _ in walk(tree(root.StructTreeRoot.K))]
        assert root.StructTreeRoot.RoleMap.Title == "/H1"
        told = pdf.open_metadata()
        assert str(pdf.docinfo.Title) == told["dc:title"] == packet.title
        assert told["dc:language"] == {"zh-CN"}
        assert str(root.Lang) == "zh-CN"
        assert bool(root.MarkInfo.Marked)
        assert bool(root.ViewerPreferences.DisplayDocTitle)


def test_lists_and_heads_say_what_kind_they_are(packet: Packet) -> None:
    data = write_pdf(compose(packet, Edition.PARTICIPANT, PRESETS["普通讲义"])).data
    told = set()
    with pikepdf.open(BytesIO(data)) as pdf:
        for item in pdf.objects:
            if (
                isinstance(item, pikepdf.Dictionary)
                and item.get("/Type") == "/StructElem"
                and "/A" in item
            ):
                attributes = {str(item.A[key]) for key in item.A.keys() - {"/O"}}
                told.add((str(item.S), *attributes))
    assert told == {("/L", "/Decimal"), ("/TH", "/Column"), ("/TH", "/Row")}


def test_links_of_the_contents_are_told_and_found_in_the_structure(packet: Packet) -> None:
    data = write_pdf(compose(packet, Edition.PARTICIPANT, PRESETS["大字版"])).data
    links = [shapes(node) for node in walk(structure(data)) if node[0] == "Link"]
    assert links
    assert all(sorted(set(link)) == ["#", "@"] for link in links)
    with pikepdf.open(BytesIO(data)) as pdf:
        numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        parents = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
        annotations = [link for page in pdf.pages for link in page.get("/Annots", [])]
        assert len(annotations) == sum(link.count("@") for link in links)
        for link in annotations:
            parent: Any = parents[int(link.StructParent)]
            assert parent.S == "/Link"
            assert str(link.Contents).strip()


def test_a_note_as_long_as_a_page_is_tagged_as_one() -> None:
    noted = Paragraph(Role.PASSAGE, (Run("规定"), Run("①", raised=True)), note="① " + "注" * 900)
    document = HandoutDocument("注", Edition.PARTICIPANT, PRESETS["普通讲义"], (noted,))
    assert [kind for kind, _ in structure(write_pdf(document).data)[1]] == ["P", "Note"]
