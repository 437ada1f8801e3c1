"""The installer for Windows, for one user and without an administrator's rights."""

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

SCRIPT = Path(__file__).parent / "windows" / "studydesk.nsi"

VERSION_RECORD = """VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0, OS=0x40004,
                    fileType=1, subtype=0, date=(0, 0)),
  kids=[
    StringFileInfo([StringTable("080404B0", [
      StringStruct("CompanyName", "StudyDesk"),
      StringStruct("FileDescription", "学习台"),
      StringStruct("FileVersion", "{version}"),
      StringStruct("LegalCopyright", "MIT licence"),
      StringStruct("OriginalFilename", "studydesk.exe"),
      StringStruct("ProductName", "学习台 StudyDesk"),
      StringStruct("ProductVersion", "{version}"),
    ])]),
    VarFileInfo([VarStruct("Translation", [0x0804, 1200])]),
  ],
)
"""


def four_numbers(version: str) -> tuple[int, ...]:
    """A version as Windows wants it: 1.2.3 is (1, 2, 3, 0)."""
    numbers = [int(part) for part in version.split(".")]
    return tuple([*numbers, 0, 0, 0, 0][:4])


def write_version(target: Path, version: str) -> None:
    """Write down what Windows shows as the properties of the program."""
    record = VERSION_RECORD.format(version=version, numbers=four_numbers(version))
    target.write_text(record, "utf-8")


def make_installer(
    folder: Path, out: Path, work: Path, version: str, options: Sequence[str] = ()
) -> Path:
    """The installer of a frozen folder; `options` are more of makensis. Raises FileNotFoundError
    where NSIS is not installed.
    """
    makensis = shutil.which("makensis") or shutil.which(r"C:\Program Files (x86)\NSIS\makensis.exe")
    if makensis is None:
        raise FileNotFoundError("makensis: the installer is made by NSIS 3")
    target = out / f"studydesk-{version}-windows-setup.exe"
    names = {
        "VERSION": version,
        "FOUR_NUMBERS": ".".join(str(number) for number in four_numbers(version)),
        "FOLDER": str(folder),
        "ICON": str(work / "studydesk.ico"),
        "TARGET": str(target),
        "SIZE": str(
            sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) // 1024
        ),
    }
    defined = [f"-D{name}={value}" for name, value in names.items()]
    command = [makensis, "-V2", "-WX", "-INPUTCHARSET", "UTF8", *options, *defined, str(SCRIPT)]
    subprocess.run(command, check=True)
    return target
