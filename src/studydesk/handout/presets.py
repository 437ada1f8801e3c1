"""The page designs (版式) that come with the program; a library may have others of its own.

Each is a file in resources/presets. All print in black: no type under 10.5 pt, no rule under
0.5 pt.
"""

from collections.abc import Iterator, Mapping
from threading import Lock

from studydesk import paths
from studydesk.errors import PresetUnknown
from studydesk.handout.preset_file import read_preset
from studydesk.handout.style import Preset


class _Shipped(Mapping[str, Preset]):
    """The presets of the program by name, the default first. Their files are read one after the
    other, as far as one is looked for.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._presets: dict[str, Preset] = {}
        self._texts: dict[str, str] = {}
        self._unread = iter(sorted((paths.resources() / "presets").glob("*.toml")))

    def __getitem__(self, name: str) -> Preset:
        self._read_up_to(name)
        return self._presets[name]

    def __iter__(self) -> Iterator[str]:
        self._read_up_to(None)
        return iter(self._presets)

    def __len__(self) -> int:
        self._read_up_to(None)
        return len(self._presets)

    def texts(self) -> Mapping[str, str]:
        """The text of each file, by the name of its preset."""
        self._read_up_to(None)
        return self._texts

    def _read_up_to(self, name: str | None) -> None:
        """Read files until the preset of this name is found, or all."""
        with self._lock:
            while name not in self._presets and (path := next(self._unread, None)):
                text = path.read_text("utf-8")
                preset = read_preset(text, self._presets)
                self._presets[preset.name], self._texts[preset.name] = preset, text


_SHIPPED = _Shipped()

PRESETS: Mapping[str, Preset] = _SHIPPED
"""The presets that come with the program, the default first."""


def preset_files() -> Mapping[str, str]:
    """Their files, to make copies of."""
    return _SHIPPED.texts()


def find_preset(name: str, presets: Mapping[str, Preset] = PRESETS) -> Preset:
    """The preset of this name, of the program's or of those given. Raises PresetUnknown."""
    try:
        return presets[name]
    except KeyError:
        raise PresetUnknown(name, tuple(presets)) from None


def preset_for(name: str, presets: Mapping[str, Preset] = PRESETS) -> Preset:
    """The preset of the name that a packet has noted; the first where there is no such one: it was
    deleted, or is another library's.
    """
    return presets.get(name) or next(iter(presets.values()))
