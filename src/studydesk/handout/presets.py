"""The page designs (版式): those that come with the program, and the user's own.

Each that comes with the program is a file in resources/presets. All print in black: no type
under 10.5 pt, no rule under 0.5 pt.
"""

from collections import ChainMap
from collections.abc import Iterable, Mapping

from studydesk import paths
from studydesk.errors import PresetUnknown
from studydesk.handout.preset_file import read_preset
from studydesk.handout.style import Preset


def _shipped() -> Mapping[str, tuple[Preset, str]]:
    """Each preset of the program with the text of its file, the default first."""
    found: dict[str, tuple[Preset, str]] = {}
    for path in sorted((paths.resources() / "presets").glob("*.toml")):
        text = path.read_text("utf-8")
        preset = read_preset(text, {name: known for name, (known, _) in found.items()})
        found[preset.name] = (preset, text)
    return found


_FOUND = _shipped()

SHIPPED: Mapping[str, Preset] = {name: preset for name, (preset, _) in _FOUND.items()}
"""The presets that come with the program, the default first."""

SHIPPED_FILES: Mapping[str, str] = {name: text for name, (_, text) in _FOUND.items()}
"""Their files, to make copies of."""

_ALL: ChainMap[str, Preset] = ChainMap({}, dict(SHIPPED))
PRESETS: Mapping[str, Preset] = _ALL
"""Every preset by name: those of the program, then those of the library that is open."""


def adopt(own: Iterable[Preset]) -> None:
    """Have the presets of a library, and no other library's, stand beside the program's."""
    _ALL.maps[0] = {preset.name: preset for preset in own if preset.name not in SHIPPED}


def find_preset(name: str) -> Preset:
    """The preset of this name. Raises PresetUnknown."""
    try:
        return PRESETS[name]
    except KeyError:
        raise PresetUnknown(name) from None
