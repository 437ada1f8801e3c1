"""What is shipped, what is not, and what systems are told of it."""

import configparser
import json
import os
import plistlib
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import build
import debian
import icons
import licences
import macos
import pytest
import shiboken6
import trimming
import try_wine
import windows
from PIL import Image

import studydesk
from studydesk import paths
from studydesk.sources.reading import READERS

ROOT = Path(__file__).parents[2]
PACKAGING = ROOT / "packaging"
IMPORTING = "zz-studydesk-import.desktop"
OFFERED = set(READERS) - {".doc", ".dot", ".wps", ".wpt"}
"""What can be imported, without what is mostly refused."""
IMPORTED = {  # what is not known by its ending is known by how it begins
    "text/plain": {".txt", ".text", ".md", ".markdown"},
    "text/html": {".html", ".htm", ".shtml"},
    "application/xhtml+xml": {".xhtml"},
    "application/x-mimearchive": {".mht", ".mhtml"},
    "application/pdf": {".pdf"},
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": {".docx"},
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template": {".dotx"},
    "application/vnd.ms-word.document.macroEnabled.12": {".docm"},
}
IMPORTED_ON_MACOS = {
    "public.plain-text": {".txt", ".text", ".md", ".markdown"},
    "public.html": {".html", ".htm", ".shtml"},
    "public.xhtml": {".xhtml"},
    "com.adobe.pdf": {".pdf"},
    "org.openxmlformats.wordprocessingml.document": {".docx"},
    "org.openxmlformats.wordprocessingml.template": {".dotx"},
    "org.openxmlformats.wordprocessingml.document.macroenabled": {".docm"},
}
NAMESPACE = "{http://www.freedesktop.org/standards/shared-mime-info}"


# --- what is shipped -----------------------------------------------------------------------


@pytest.mark.parametrize(
    "place",
    [
        "resources/fonts/StudyDeskKai-Regular.ttf",
        "jieba/dict.txt",
        "libpython3.11.so.1.0",
        "libsqlite3.so.0",
        "libxcb-cursor.so.0",
        "pikepdf.libs/libqpdf-781b0270.so.30.4.2",
        "pypdfium2_raw/libpdfium.so",
        "PySide6/QtWidgets.abi3.so",
        "PySide6/Qt/lib/libQt6PrintSupport.so.6",
        "PySide6/Qt/lib/libicudata.so.73",
        "PySide6/Qt/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so",
        "PySide6/Qt/plugins/platforminputcontexts/libcomposeplatforminputcontextplugin.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6/Qt/translations/qtbase_zh_CN.qm",
    ],
)
def test_what_the_program_uses_is_shipped(place: str) -> None:
    assert trimming.is_needed(place, "linux")


@pytest.mark.parametrize(
    "place",
    [
        "libX11.so.6",
        "libfontconfig.so.1",
        "libgtk-3.so.0",
        "libstdc++.so.6",
        "libQt6Quick.so.6",
        "jieba/analyse/idf.txt",
        "PySide6/Qt/lib/libQt6Qml.so.6",
        "PySide6/Qt/plugins/platforminputcontexts/libqtvirtualkeyboardplugin.so",
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "PySide6/Qt/translations/qtbase_de.qm",
    ],
)
def test_what_is_the_systems_own_or_of_no_use_is_not_shipped(place: str) -> None:
    assert not trimming.is_needed(place, "linux")


@pytest.mark.parametrize(
    ("place", "platform", "needed"),
    [
        (r"PySide6\Qt6Widgets.dll", "win32", True),
        (r"PySide6\Qt6Quick.dll", "win32", False),
        (r"PySide6\opengl32sw.dll", "win32", False),
        (r"PySide6\plugins\platforms\qwindows.dll", "win32", True),
        (r"PySide6\plugins\styles\qmodernwindowsstyle.dll", "win32", True),
        ("VCRUNTIME140.dll", "win32", True),
        ("icuuc.dll", "win32", False),
        ("PySide6/Qt/lib/QtGui.framework/Versions/A/QtGui", "darwin", True),
        ("PySide6/Qt/lib/QtQml.framework/Versions/A/QtQml", "darwin", False),
        ("PySide6/Qt/plugins/platforms/libqcocoa.dylib", "darwin", True),
        ("libcrypto.3.dylib", "darwin", True),
    ],
)
def test_other_systems_name_the_same_things_otherwise(
    place: str, platform: str, needed: bool
) -> None:
    assert trimming.is_needed(place, platform) == needed


def test_no_library_is_left_out_that_the_program_declares() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"][
        "dependencies"
    ]
    assert not {name.lower() for name in licences.names(declared)} & set(trimming.EXCLUDED_MODULES)


def test_all_qt_that_the_source_imports_is_shipped() -> None:
    sources = "\n".join(path.read_text("utf-8") for path in (ROOT / "src").rglob("*.py"))
    assert set(re.findall(r"PySide6\.Qt(\w+)", sources)) <= trimming.QT_LIBRARIES


def test_a_folder_is_looked_over(tmp_path: Path) -> None:
    (tmp_path / "_internal").mkdir()
    (tmp_path / "_internal/mscms.dll").touch()
    faults = build.look_over(tmp_path)
    assert "must not be there: _internal/mscms.dll" in faults
    assert "missing: licences/sbom.json" in faults


def test_a_folder_that_is_too_large_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(build, "MOST_BYTES", 2)
    (tmp_path / "file").write_bytes(b"123")
    assert "3 bytes, more than 2" in build.look_over(tmp_path)


# --- what is told of it --------------------------------------------------------------------


def test_the_version_is_that_of_the_program() -> None:
    assert build.version() == studydesk.__version__


def test_every_library_that_is_shipped_has_a_licence_and_stands_in_the_list(tmp_path: Path) -> None:
    licences.collect(ROOT, tmp_path / "licences", "1.2.3")
    bill = json.loads((tmp_path / "licences/sbom.json").read_text("utf-8"))
    names = {part["name"] for part in bill["components"]}
    assert {"PySide6_Essentials", "shiboken6", "lxml", "pillow", "Python"} <= names
    assert all(part["licenses"] for part in bill["components"])
    assert "hypothesis" not in names
    assert {"Noto Serif SC", "LXGW WenKai", "Lucide"} <= names
    texts = {
        path.stem if path.is_file() else path.name for path in (tmp_path / "licences").iterdir()
    }
    of_qt = {"PySide6_Addons", "PySide6_Essentials", "shiboken6"}
    assert {*names, "StudyDesk", "LGPL-3"} - of_qt <= texts


@pytest.mark.needs("dpkg")
def test_what_comes_from_debian_stands_in_the_list_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("libz.so.1", "libQt6Core.so.6"):
        (tmp_path / name).touch()
    monkeypatch.setattr("platform.freedesktop_os_release", lambda: {"ID": "debian"})
    licences.collect(ROOT, tmp_path / "licences", "1.2.3")
    licences.add_debian(tmp_path, tmp_path / "licences")
    bill = json.loads((tmp_path / "licences/sbom.json").read_text("utf-8"))
    zlib = bill["components"][-1]
    assert (zlib["name"], zlib["licenses"]) == ("zlib1g", [{"expression": "Zlib"}])
    assert "zlib" in (tmp_path / "licences/zlib1g.txt").read_text("utf-8")
    assert zlib["purl"].startswith("pkg:deb/debian/zlib1g@")
    monkeypatch.setattr(licences, "DOCUMENTS", tmp_path)
    with pytest.raises(LookupError, match="zlib1g/copyright is not there"):
        licences.add_debian(tmp_path, tmp_path / "licences")
    monkeypatch.setattr(licences, "OF_DEBIAN", {})
    with pytest.raises(LookupError, match=r"zlib1g .* of debian .* add it to OF_DEBIAN"):
        licences.add_debian(tmp_path, tmp_path / "licences")


def test_the_icon_has_the_forms_that_systems_ask_for(tmp_path: Path) -> None:
    program = "import sys, icons, pathlib; icons.make(*map(pathlib.Path, sys.argv[1:]))"
    drawing = paths.resources() / "icons/studydesk.svg"
    command = [sys.executable, "-c", program, str(drawing), str(tmp_path)]
    subprocess.run(command, check=True, env={**os.environ, "PYTHONPATH": str(PACKAGING)})
    with Image.open(tmp_path / "studydesk.ico") as icon:
        assert icon.info["sizes"] == {(size, size) for size in icons.SIZES}
    with Image.open(tmp_path / "studydesk.icns") as icon:
        assert max(icon.info["sizes"])[0] >= 512


def test_linux_opens_packets_with_the_program() -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.read(PACKAGING / "linux/studydesk.desktop", "utf-8")
    kind = ElementTree.parse(PACKAGING / "linux/studydesk.xml").find(f"{NAMESPACE}mime-type")
    assert kind is not None
    assert entry["Desktop Entry"]["Exec"] == "studydesk %F"
    assert entry["Desktop Entry"]["MimeType"] == f"{kind.attrib['type']};"
    assert [glob.attrib["pattern"] for glob in kind.iter(f"{NAMESPACE}glob")] == ["*.studypack"]


def test_linux_offers_the_program_for_pages_that_it_imports() -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.read(PACKAGING / "linux" / IMPORTING, "utf-8")
    assert entry["Desktop Entry"]["Exec"] == "studydesk %F"
    assert entry["Desktop Entry"]["MimeType"].strip(";").split(";") == list(IMPORTED)
    assert set.union(*IMPORTED.values()) == OFFERED


@pytest.mark.needs("update-desktop-database")
def test_the_program_is_the_usual_one_of_linux_for_its_packets_alone(tmp_path: Path) -> None:
    for name in ("studydesk.desktop", IMPORTING):
        shutil.copy(PACKAGING / "linux" / name, tmp_path)
    other = (PACKAGING / "linux" / IMPORTING).read_text("utf-8")
    for name in ("libreoffice-writer.desktop", "wps-office-wps.desktop", "xed.desktop"):
        (tmp_path / name).write_text(other, "utf-8")
    subprocess.run(["update-desktop-database", str(tmp_path)], check=True)
    lines = (tmp_path / "mimeinfo.cache").read_text("utf-8").splitlines()[1:]
    programs = {
        kind: names.strip(";").split(";") for kind, names in (line.split("=") for line in lines)
    }
    assert programs.pop("application/x-studypack") == ["studydesk.desktop"]
    assert programs
    assert all(names[-1] == IMPORTING and len(names) == 4 for names in programs.values())


@pytest.mark.needs("desktop-file-validate")
@pytest.mark.parametrize("name", ["studydesk.desktop", IMPORTING])
def test_the_menu_entry_is_a_proper_one(name: str) -> None:
    command = ["desktop-file-validate", str(PACKAGING / "linux" / name)]
    assert subprocess.run(command, capture_output=True, check=True).stdout == b""


def test_windows_offers_the_program_for_pages_that_it_imports_and_takes_that_back() -> None:
    script = (PACKAGING / "windows/studydesk.nsi").read_text("utf-8")
    offered = re.findall(r'"\${OFFER}\\SupportedTypes" "(\.\w+)"', script)
    assert sorted(offered) == sorted(OFFERED)
    assert re.search(r'Section "Uninstall".*DeleteRegKey HKCU "\${OFFER}"', script, re.DOTALL)
    kinds = re.findall(r'WriteRegStr HKCU "Software\\Classes\\(\.\w+)', script)
    assert set(kinds) == {".studypack"}


@pytest.mark.needs("readelf")
def test_the_debian_package_asks_for_what_the_folder_lacks(tmp_path: Path) -> None:
    (library,) = Path(shiboken6.__file__).parent.glob("libshiboken6.*")
    shutil.copy(library, tmp_path)
    system, *others = debian.depends(tmp_path)
    assert re.fullmatch(r"libc6 \(>= 2\.\d+\)", system)
    assert others == ["libgcc-s1", "libstdc++6"]
    (tmp_path / "libstdc++.so.6").touch()
    assert debian.depends(tmp_path)[1:] == ["libgcc-s1"]


@pytest.mark.needs("readelf")
def test_a_library_that_no_package_is_known_for_stops_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (library,) = Path(shiboken6.__file__).parent.glob("libshiboken6.*")
    shutil.copy(library, tmp_path)
    monkeypatch.setattr(debian, "PACKAGES", {})
    with pytest.raises(LookupError, match=r"libstdc"):
        debian.depends(tmp_path)


def test_windows_shows_the_version_in_four_numbers(tmp_path: Path) -> None:
    windows.write_version(tmp_path / "version.txt", "1.2.3")
    assert "filevers=(1, 2, 3, 0)" in (tmp_path / "version.txt").read_text("utf-8")


@pytest.mark.needs("makensis")
def test_the_installer_for_windows_is_made(tmp_path: Path) -> None:
    folder = tmp_path / "studydesk"
    (folder / "_internal").mkdir(parents=True)
    (folder / "studydesk.exe").write_bytes(b"MZ")
    with Image.new("RGBA", (64, 64)) as picture:
        picture.save(tmp_path / "studydesk.ico")
    setup = windows.make_installer(folder, tmp_path, tmp_path, "1.2.3")
    assert setup.read_bytes().startswith(b"MZ")
    assert setup.name == "studydesk-1.2.3-windows-setup.exe"


def test_the_uninstaller_removes_nothing_but_what_was_installed() -> None:
    script = (PACKAGING / "windows/studydesk.nsi").read_text("utf-8")
    removed = re.findall(r'^\s*RMDir /r "(.+)"', script, re.MULTILINE)
    assert set(removed) == {r"$INSTDIR\_internal"}


def test_windows_gets_every_pin_and_what_has_no_wheel_apart() -> None:
    pins = (ROOT / "constraints.txt").read_text("utf-8")
    others, to_build = try_wine.pins_for_windows(pins)
    assert re.findall("(?m)^[a-z0-9-]+", to_build) == ["jieba"]
    assert "\npefile==" in others
    assert "'win32'" not in others
    assert others.count("sha256:") + to_build.count("sha256:") == pins.count("sha256:")


def test_an_embeddable_python_is_opened_for_packages(tmp_path: Path) -> None:
    archive = tmp_path / "python.zip"
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("python.exe", b"MZ")
        file.writestr("python312._pth", "python312.zip")
    try_wine.unpack(archive, tmp_path / "python")
    assert [path.name for path in (tmp_path / "python").iterdir()] == ["python.exe"]


def test_windows_is_told_paths_as_it_writes_them(tmp_path: Path) -> None:
    wine = try_wine.Wine(tmp_path, ":1")
    command = wine.command(wine.drive / "学习台 库/a.studypack", "--version")
    assert command == ["wine", r"C:\学习台 库\a.studypack", "--version"]


def test_macos_offers_the_program_for_pages_that_it_imports() -> None:
    recipe = (PACKAGING / "studydesk.spec").read_text("utf-8")
    offered = recipe.partition('"文章"')[2].partition("UTExportedTypeDeclarations")[0]
    known = set(re.findall(r'"((?:public|com|org)\.[\w.-]+)"', offered))
    assert known == set(IMPORTED_ON_MACOS)
    extensions = re.search(r'"CFBundleTypeExtensions": \[(.*?)\]', offered)
    assert extensions is not None
    by_ending = {f".{ending}" for ending in re.findall(r'"(\w+)"', extensions[1])}
    assert set.union(by_ending, *IMPORTED_ON_MACOS.values()) == OFFERED


def test_macos_signs_with_an_identity_where_there_is_one() -> None:
    assert macos.signing_command(Path("a.app"), "")[-3:] == ["--sign", "-", Path("a.app")]
    assert "runtime" in macos.signing_command(Path("a.app"), "Developer ID")
    rights = plistlib.loads(macos.RIGHTS.read_bytes())
    assert rights == {"com.apple.security.cs.allow-unsigned-executable-memory": True}


def test_the_release_keeps_no_secret() -> None:
    workflow = (ROOT / ".github/workflows/release.yml").read_text("utf-8")
    told = re.findall(
        r"(?i)^\s*(?:certificate|identity|apple_id|team|\w*password): (.*)$", workflow, re.M
    )
    assert len(told) == 6
    assert all(re.fullmatch(r"\$\{\{ secrets\.\w+ \}\}", value) for value in told)


def test_the_release_leaves_no_test_out() -> None:
    workflow = (ROOT / ".github/workflows/release.yml").read_text("utf-8")
    tests = workflow.partition("\n  build:")[0]
    assert 0 < tests.index("dev.TEST_PROGRAMS") < tests.index(".ci/run")


def test_the_release_calls_what_is_here() -> None:
    workflow = (ROOT / ".github/workflows/release.yml").read_text("utf-8")
    called = re.findall(r"(?:packaging/|\.ci/)[\w/]+(?:\.\w+)?", workflow)
    assert len(called) == 4
    assert all((ROOT / name).is_file() for name in called)


# --- the whole -----------------------------------------------------------------------------


@pytest.mark.packages
@pytest.mark.timeout(1800)
def test_the_package_is_built_installed_used_and_removed() -> None:
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    subprocess.run([sys.executable, PACKAGING / "build.py"], check=True, env=environment)
    (package,) = (ROOT / "dist").glob("*.deb")
    subprocess.run([sys.executable, PACKAGING / "try_deb.py", package], check=True)
