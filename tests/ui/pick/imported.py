"""Pages of text that are imported as files."""

from pathlib import Path

from studydesk.library import Library
from studydesk.services.importing import ImportResult, import_files

BODY = "党的创新理论是做好工会工作的根本遵循，各级工会要结合实际认真学习，学以致用。\n" * 6


def imported(library: Library, tmp_path: Path, **pages: str) -> list[ImportResult]:
    paths = []
    for name, text in pages.items():
        paths.append(tmp_path / f"{name}.txt")
        paths[-1].write_text(text, "utf-8")
    return import_files(library, paths)
