"""What two validators say of DOCX files: openxml-audit, and the Open XML SDK where it is there."""

import json
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from openxml_audit import OpenXmlValidator
from tests.export.random_packets import Design, designs, packets

from studydesk import paths
from studydesk.domain.packet import (
    AnswerSpace,
    FurtherReading,
    Goals,
    Item,
    Packet,
    PassageItem,
    Question,
)
from studydesk.domain.parts import Part
from studydesk.domain.passage import Passage
from studydesk.export.docx.writer import write_docx
from studydesk.handout.compose import compose
from studydesk.handout.model import Edition
from studydesk.handout.presets import PRESETS
from studydesk.handout.style import Preset, Sources
from studydesk.library.studypack import read_studypack

EACH = [(preset, edition) for preset in PRESETS for edition in Edition]
SDK = next(
    (Path(sys.prefix) / "validators/node_modules/@xarsh").glob(
        "ooxml-validator-*/ooxml-validator*"
    ),
    None,
)

needs_sdk = pytest.mark.skipif(SDK is None, reason="needs the Open XML SDK")
chosen = pytest.mark.parametrize("parts", [None, tuple(Part)], ids=["usual parts", "all parts"])
any_packet = given(packets, st.sampled_from(Edition), designs)


def examples(most: int) -> settings:
    """So many packets, each as it was found: to make a smaller one takes too long here."""
    return settings(
        max_examples=most,
        phases=(Phase.reuse, Phase.generate),
        suppress_health_check=[HealthCheck.function_scoped_fixture],
    )


@pytest.fixture(scope="module")
def packet() -> Packet:
    """The sample packet with every answer space, and a passage of several paragraphs."""
    sample = read_studypack(paths.resources() / "sample.studypack").packet
    text = "甲说了一句。\n乙也说了一句。"
    more: tuple[Item, ...] = (
        Goals("说出技能断层指什么\n定下一件能做的事"),
        PassageItem(Passage("s-1", 0, len(text), text)),
        *(Question(f"答在{space}里。", space=space) for space in AnswerSpace),
        FurtherReading("王敏《工匠精神》\nhttps://example.org/" + "a/" * 40),
    )
    return replace(sample, items=(*sample.items, *more))


def faults_by_audit(data: bytes, path: Path) -> list[str]:
    path.write_bytes(data)
    return [str(error) for error in OpenXmlValidator().validate(path).errors]


def faults_by_sdk(data: bytes, path: Path) -> list[str]:
    path.write_bytes(data)
    done = subprocess.run(
        [str(SDK), str(path), "Microsoft365"], capture_output=True, encoding="utf-8", check=False
    )
    told = json.loads(done.stdout)
    return [] if told["ok"] else [str(error) for error in told["errors"]]


def written(packet: Packet, edition: Edition, preset: Preset, names: tuple[str, ...] = ()) -> bytes:
    return write_docx(compose(packet, edition, preset, names=names))


@chosen
@pytest.mark.parametrize("sources", Sources)
def test_one_validator_finds_nothing_in_any_preset_edition_and_choice_of_parts(
    packet: Packet, sources: Sources, parts: tuple[Part, ...] | None, tmp_path: Path
) -> None:
    packet = replace(packet, parts=parts)
    for name, edition in EACH:
        data = written(packet, edition, replace(PRESETS[name], sources=sources), ("张三", "李四"))
        assert faults_by_audit(data, tmp_path / "讲义.docx") == [], (name, edition)


@needs_sdk
@chosen
def test_nor_does_the_other(packet: Packet, parts: tuple[Part, ...] | None, tmp_path: Path) -> None:
    packet = replace(packet, parts=parts)
    made = {
        written(packet, edition, replace(PRESETS[name], sources=Sources.FOOTNOTE)): (name, edition)
        for name, edition in EACH
    }
    for data, named in made.items():
        assert faults_by_sdk(data, tmp_path / "讲义.docx") == [], named


@examples(25)
@any_packet
def test_one_validator_finds_nothing_in_any_packet(
    tmp_path: Path, packet: Packet, edition: Edition, design: Design
) -> None:
    data = written(packet, edition, design.made())
    assert faults_by_audit(data, tmp_path / "讲义.docx") == []


@needs_sdk
@examples(8)
@any_packet
def test_nor_does_the_other_in_any_packet(
    tmp_path: Path, packet: Packet, edition: Edition, design: Design
) -> None:
    data = written(packet, edition, design.made())
    assert faults_by_sdk(data, tmp_path / "讲义.docx") == []


def test_a_validator_finds_what_is_wrong(packet: Packet, tmp_path: Path) -> None:
    good = written(packet, Edition.PARTICIPANT, PRESETS["普通讲义"])
    assert faults_by_audit(good, tmp_path / "讲义.docx") == []
    assert faults_by_audit(spoilt(good), tmp_path / "讲义.docx")


@needs_sdk
def test_and_so_does_the_other(packet: Packet, tmp_path: Path) -> None:
    spoilt_one = spoilt(written(packet, Edition.PARTICIPANT, PRESETS["普通讲义"]))
    assert faults_by_sdk(spoilt_one, tmp_path / "讲义.docx")


def spoilt(data: bytes) -> bytes:
    """The file with a property where the schema has none."""
    read, made = BytesIO(data), BytesIO()
    with ZipFile(read) as old, ZipFile(made, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "word/document.xml":
                part = part.replace(b"<w:pPr><w:pStyle", b"<w:pPr><w:jc w:val='left'/><w:pStyle", 1)
            new.writestr(name, part)
    return made.getvalue()
