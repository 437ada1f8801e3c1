"""What the frozen program does without: as data, for studydesk.spec and its tests."""

import re
from pathlib import PurePath

EXCLUDED_MODULES = [
    # Python's own: there is no network, no console and no other window than Qt's.
    "asyncio", "curses", "ensurepip", "ftplib", "idlelib", "lib2to3", "pydoc", "readline", "ssl",
    "_hashlib", "_ssl", "sqlite3.test", "test", "tkinter", "turtle", "venv", "xmlrpc",
    # of libraries: what they would use if it were there
    "PIL.AvifImagePlugin", "PIL.ImageCms", "PIL.ImageQt", "PIL.ImageTk", "PIL.WebPImagePlugin",
    "PIL._avif", "PIL._imagingcms", "PIL._imagingtk", "PIL._webp", "PySide6.QtDBus", "cairo",
    "brotli", "jieba.analyse", "jieba.lac_small", "lxml.isoschematron", "lxml.objectify",
    "matplotlib", "numpy", "pandas", "pkg_resources",
    "reportlab.graphics.barcode", "setuptools", "sqlalchemy",
    # of development
    "_pytest", "hypothesis", "mypy", "pip", "pytest", "pytestqt",
]  # fmt: skip

QT_LIBRARIES = {
    "Core", "DBus", "Gui", "Network", "OpenGL", "Pdf", "PdfWidgets", "PrintSupport", "Svg",
    "WaylandClient", "Widgets", "WlShellIntegration", "XcbQpa",
}  # fmt: skip
"""Network because Pdf is linked with it, and for the channel between two starts."""

QT_PLUGINS = {
    "iconengines": {"qsvgicon"},
    "imageformats": {"qgif", "qico", "qjpeg", "qsvg"},
    "platforminputcontexts": {
        "composeplatforminputcontextplugin",
        "ibusplatforminputcontextplugin",
    },
    "platforms": {"qcocoa", "qminimal", "qoffscreen", "qwayland", "qwindows", "qxcb"},
    "platformthemes": {"qxdgdesktopportal"},
    "printsupport": {"cupsprintersupport"},
    "styles": {"qmacstyle", "qmodernwindowsstyle"},
    "wayland-decoration-client": {"adwaita", "bradient"},
    "wayland-graphics-integration-client": {"qt-plugin-wayland-egl"},
    "wayland-shell-integration": {"xdg-shell"},
    "xcbglintegrations": {"qxcb-egl-integration", "qxcb-glx-integration"},
}
"""Offscreen is there for the program's check of itself; the two of input methods are Qt's own and
ibus, which fcitx speaks as well.
"""

_OWN_LIBRARIES = re.compile(
    r"lib(python3|Qt6|icu|pyside6|shiboken6|sqlite3|ffi|bz2|lzma|expat|uuid|pdfium|mpdec"
    r"|xcb-(cursor|icccm|image|keysyms|render-util|util)\.|z\.|zstd)"
    r"|lib.*-[0-9a-f]{8}\.so.*"  # what a wheel brings along under a name of its own
)
"""On Linux: what comes along. All else, X11, GL and fonts above all, is the system's own."""

_QT_LIBRARY = re.compile(
    r"(?:lib)?Qt6?([A-Z][A-Za-z0-9]*?)(?:\.abi3)?(?:\.so.*|\.dll|\.pyd|\.framework)?"
)
_NEVER = re.compile(
    r"opengl32sw\.dll|d3dcompiler.*|(?:icuuc|mscms|ucrtbase|api-ms-.*)\.dll|Qt6?VirtualKeyboard.*",
    re.IGNORECASE,
)
"""Qt's stand-in for a graphics card, and what belongs to Windows itself."""

_UNUSED_DATA = re.compile(r"jieba/(analyse|lac_small)/|jieba/.*\.p$|lxml/isoschematron/")


def is_needed(place: str, platform: str) -> bool:
    """Whether a file belongs into the folder of the program; `place` is where it would be there,
    `platform` as in sys.platform.
    """
    parts = PurePath(place.replace("\\", "/")).parts
    name = parts[-1]
    if _NEVER.fullmatch(name) or _UNUSED_DATA.search("/".join(parts)):
        return False
    if "translations" in parts and "PySide6" in parts:
        return name == "qtbase_zh_CN.qm"
    if "plugins" in parts and "PySide6" in parts:
        return _plugin_is_needed(parts)
    library = next((_QT_LIBRARY.fullmatch(part) for part in reversed(parts) if _is_qt(part)), None)
    if library:
        return library[1] in QT_LIBRARIES
    if platform == "linux" and re.match(r"lib[^/]*\.so", name):
        return bool(_OWN_LIBRARIES.match(name))
    return True


def _is_qt(part: str) -> bool:
    return bool(_QT_LIBRARY.fullmatch(part)) and part != "Qt"


def _plugin_is_needed(parts: tuple[str, ...]) -> bool:
    kind = parts[parts.index("plugins") + 1]
    name = parts[-1].partition(".")[0]
    wanted = QT_PLUGINS.get(kind, set())
    return name in wanted or name.removeprefix("lib") in wanted
