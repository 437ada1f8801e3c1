"""What one edit of a long packet costs until its pages can be looked at.

    PYTHONPATH=src:. python tests/bench/bench_editing.py [--pages 100] [PRESET…]

The packet is the sample's items over and over, with contents, tables and places to write in; edited
is a guide in its middle. Milliseconds of the processor and of the clock for the file, and by the
clock from the edit until the window shows it, short pause included; the middle one of eleven.
"""

import argparse
import os
import time
from collections.abc import Iterator
from dataclasses import replace
from statistics import median

from studydesk import paths
from studydesk.domain import edits
from studydesk.domain.packet import Guide, Packet
from studydesk.handout.model import Edition
from studydesk.handout.presets import PRESETS
from studydesk.library.studypack import read_studypack
from studydesk.services.handouts import preview

EDITS = 11

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def of_pages(sample: Packet, pages: int, edition: Edition, preset: str) -> Packet:
    """The sample's items as often as it takes for so many pages."""
    times, packet = 1, sample
    while (count := preview(packet, edition, preset).page_count) < 0.97 * pages:
        times = max(times + 1, times * pages // count)
        packet = replace(
            sample,
            items=tuple(
                replace(item, id=f"{item.id}-{time}")
                for time in range(times)
                for item in sample.items
            ),
        )
    return packet


def edited(packet: Packet) -> Iterator[Packet]:
    """The packet with a few characters more in the guide in its middle."""
    guides = [item for item in packet.items if isinstance(item, Guide)]
    guide = guides[len(guides) // 2]
    for number in range(EDITS):
        text = guide.text + "改" * (number % 3 + 1)
        yield edits.change(packet, replace(guide, text=text))


def measured(packet: Packet, edition: Edition, preset: str) -> Iterator[tuple[float, float]]:
    """Seconds of the processor and of the clock for each edit."""
    for packet_now in edited(packet):
        cpu, clock = time.process_time(), time.perf_counter()
        preview(packet_now, edition, preset)
        yield time.process_time() - cpu, time.perf_counter() - clock


def shown(packet: Packet, edition: Edition, preset: str) -> Iterator[float]:
    """Seconds from each edit until the panel beside the packet has painted it."""
    from PySide6.QtCore import QEventLoop
    from PySide6.QtWidgets import QApplication

    from studydesk.ui.arrange.handout.preview import Preview
    from studydesk.ui.jobs import Jobs

    application = QApplication.instance() or QApplication([])
    loop, jobs = QEventLoop(), Jobs()
    panel = Preview(jobs, PRESETS)
    panel.resize(640, 900)
    panel.show()
    panel.edition.set_value(edition)
    panel.made.connect(lambda _file: loop.quit())
    for number, packet_now in enumerate((packet, *edited(packet))):
        clock = time.perf_counter()
        panel.show_packet(replace(packet_now, preset=preset))
        loop.exec()
        if number and panel.view:
            panel.view.viewport().repaint()
            yield time.perf_counter() - clock
        application.processEvents()
    jobs.stop()
    panel.deleteLater()


def main() -> None:
    """Print a row for each preset; cards print one passage, however many there are."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("--pages", type=int, default=100)
    long = [name for name, preset in PRESETS.items() if not preset.limits.passages]
    options.add_argument("preset", nargs="*", default=long)
    chosen = options.parse_args()
    sample = read_studypack(paths.resources() / "sample.studypack").packet
    print("| preset | edition | processor ms | clock ms | shown ms |\n|---|---|---|---|---|")
    for preset in chosen.preset:
        for edition in (Edition.PARTICIPANT, Edition.FACILITATOR):
            packet = of_pages(sample, chosen.pages, edition, preset)
            list(measured(packet, edition, preset))
            cpu, clock = (
                1000 * median(each) for each in zip(*measured(packet, edition, preset), strict=True)
            )
            seen = 1000 * median(shown(packet, edition, preset))
            row = f"| {preset} | {edition.value} | {cpu:.0f} | {clock:.0f} | {seen:.0f} |"
            print(row, flush=True)


if __name__ == "__main__":
    main()
