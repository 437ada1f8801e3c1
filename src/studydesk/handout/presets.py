"""The page designs (版式) that come with the program; a library may have others of its own.

Each is a file in resources/presets. All print in black: no type under 10.5 pt, no rule under
0.5 pt.
"""

from collections.abc import Mapping

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

PRESETS: Mapping[str, Preset] = {name: preset for name, (preset, _) in _FOUND.items()}
"""The presets that come with the program, the default first."""

PRESET_FILES: Mapping[str, str] = {name: text for name, (_, text) in _FOUND.items()}
"""Their files, to make copies of."""


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
