"""Every file format a handout can be written in, under the ending of its files."""

from collections.abc import Callable, Mapping

from studydesk.handout.model import HandoutDocument


def _docx(document: HandoutDocument) -> bytes:
    from studydesk.export.docx import write_docx  # each library is loaded when it is first used

    return write_docx(document)


def _pdf(document: HandoutDocument) -> bytes:
    from studydesk.export.pdf import write_pdf

    return write_pdf(document).data


WRITERS: Mapping[str, Callable[[HandoutDocument], bytes]] = {"docx": _docx, "pdf": _pdf}
"""File ending → writer; a new format is listed here."""
