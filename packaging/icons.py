"""The program's icon in the forms that systems ask for, from the drawing in resources."""

import os
from pathlib import Path

SIZES = (16, 24, 32, 48, 64, 128, 256)
LARGEST = 1024


def make(drawing: Path, folder: Path) -> None:
    """Write studydesk.ico, studydesk.icns and a studydesk-N.png of every size into a folder."""
    from PIL import Image

    for size in (*SIZES, LARGEST):
        _paint(drawing, folder / f"studydesk-{size}.png", size)
    with Image.open(folder / f"studydesk-{LARGEST}.png") as picture:
        picture.save(folder / "studydesk.ico", sizes=[(size, size) for size in SIZES])
        picture.save(folder / "studydesk.icns")


def _paint(drawing: Path, target: Path, size: int) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    if QGuiApplication.instance() is None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(drawing)).render(painter)
    painter.end()
    if not image.save(str(target)):
        raise OSError(f"cannot write {target}")
