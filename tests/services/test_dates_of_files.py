from datetime import date
from pathlib import Path

import docx
from pypdfium2 import PdfDocument

from studydesk.domain.packet import Packet
from studydesk.handout.model import Edition
from studydesk.services.handouts import export


def test_files_say_that_they_were_made_today(packet: Packet, tmp_path: Path) -> None:
    word, pdf = export(packet, tmp_path, (Edition.PARTICIPANT,), ("docx", "pdf"), "普通讲义")
    today = date.today()  # noqa: DTZ011 - the user's own day is meant
    created = docx.Document(str(word)).core_properties.created
    assert created is not None
    assert created.date() == today
    with PdfDocument(pdf) as file:
        assert file.get_metadata_value("CreationDate") == f"D:{today:%Y%m%d}000000Z"
