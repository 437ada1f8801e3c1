"""Every file format a handout can be written in, under the ending of its files."""

from collections.abc import Mapping
from typing import Protocol

from studydesk.export.progress import Share, unheard
from studydesk.handout.model import HandoutDocument


class Writer(Protocol):
    """Makes a file of a document, and tells how far it is."""

    def __call__(self, document: HandoutDocument, share: Share = unheard) -> bytes:
        """The bytes of the file."""


def _docx(document: HandoutDocument, share: Share = unheard) -> bytes:
    from studydesk.export.docx.writer import (
        write_docx,  # each library is loaded when it is first used
    )

    return write_docx(document, share)


def _pdf(document: HandoutDocument, share: Share = unheard) -> bytes:
    from studydesk.export.pdf.writer import write_pdf

    return write_pdf(document, share=share).data


WRITERS: Mapping[str, Writer] = {"docx": _docx, "pdf": _pdf}
"""File ending → writer; a new format is listed here."""
