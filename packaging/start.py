"""Where the frozen program begins."""

import sys
from importlib import import_module
from typing import Any


def let_imports_fail(archive: type[Any]) -> None:
    """Let an import fail where the file of the program is gone, which is told in the window.
    PyInstaller would end the program there, without a word that anybody sees; or only one of its
    threads, and what that was doing would go on for ever.
    """
    extract = archive.extract

    def extract_or_fail(self: object, name: str, raw: bool = False) -> object:  # noqa: FBT001, FBT002 - its own
        try:
            return extract(self, name, raw)
        except SystemExit as error:
            raise ImportError(str(error)) from error

    archive.extract = extract_or_fail


if __name__ == "__main__":
    # What PyInstaller reads the program with; it is there in the frozen one only.
    let_imports_fail(import_module("pyimod01_archive").ZlibArchiveReader)
    from studydesk.cli import main

    sys.exit(main())
