"""The main job without a window: starter library, sample packet, every handout in every format."""

from pathlib import Path
from tempfile import TemporaryDirectory

from studydesk.export.writers import WRITERS
from studydesk.handout.model import HANDOUTS
from studydesk.services.handouts import export
from studydesk.services.starting import open_library


def make_demo(folder: Path) -> list[Path]:
    """Export the sample packet of a temporary starter library into a folder; the files."""
    with TemporaryDirectory(prefix="studydesk-") as temporary:
        with open_library(Path(temporary) / "学习台") as library:
            packet = library.packet(library.packets()[0].id)
        return export(packet, folder, HANDOUTS, tuple(WRITERS), packet.preset)
