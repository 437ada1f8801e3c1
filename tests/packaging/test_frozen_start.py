"""Where the frozen program begins."""

from pathlib import Path

import pytest
import start

archive = pytest.importorskip("PyInstaller.loader.pyimod01_archive")
writers = pytest.importorskip("PyInstaller.archive.writers")


def test_an_import_fails_where_the_file_of_the_program_is_gone_and_the_program_goes_on(
    tmp_path: Path,
) -> None:
    file = tmp_path / "program.pyz"
    code = compile("value = 1", "a.py", "exec")
    writers.ZlibArchiveWriter(str(file), [("a", "a.py", "PYMODULE")], {"a": code})

    of_this_test = type(
        "Reader", (archive.ZlibArchiveReader,), {}
    )  # for other tests, it stays as it is
    start.let_imports_fail(of_this_test)
    reader = of_this_test(str(file))
    assert reader.extract("a") == code
    file.unlink()
    with pytest.raises(ImportError, match="moved or deleted"):
        reader.extract("a")
