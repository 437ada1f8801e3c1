"""What handouts are set in on this computer: told before a file goes to another one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from studydesk.domain.packet import Packet
from studydesk.handout.compose import compose
from studydesk.handout.model import Edition
from studydesk.handout.notices import FontOffer, FontUsed
from studydesk.handout.presets import PRESETS, preset_for
from studydesk.handout.style import Preset

if TYPE_CHECKING:
    from studydesk.export.fonts import Substitution


@dataclass(frozen=True, slots=True)
class FontReport:
    """What text is set in; the characters that a face had to borrow, or that none has; and the
    fonts that a preset asks for and that cannot be had.
    """

    used: tuple[FontUsed, ...]
    substitutions: "tuple[Substitution, ...]"
    unusable: tuple[FontOffer, ...]

    @property
    def same_everywhere(self) -> bool:
        """Whether every computer would set all of it alike, with nothing borrowed."""
        stood_in = any(font.stands_in or not font.is_bundled for font in self.used)
        borrowed = any(one.used for one in self.substitutions)
        return not (stood_in or borrowed or self.unusable)


def font_report(
    packet: Packet,
    editions: Sequence[Edition],
    preset_name: str,
    presets: Mapping[str, Preset] = PRESETS,
) -> FontReport:
    """The fonts of a packet's editions as PDF, each of them and each character once."""
    from studydesk.export.fonts import unusable_fonts
    from studydesk.export.pdf.writer import lay_out_only

    preset = preset_for(preset_name, presets)
    layouts = [lay_out_only(compose(packet, edition, preset)) for edition in editions]
    used = dict.fromkeys(font for layout in layouts for font in layout.fonts)
    borrowed = dict.fromkeys(one for layout in layouts for one in layout.substitutions)
    return FontReport(tuple(used), tuple(borrowed), unusable_fonts(preset))
