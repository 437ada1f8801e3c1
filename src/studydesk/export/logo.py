"""A picture that a user gives, made into one that every handout may hold: small, plain, nameless.

What a camera or a program wrote beside the picture (place, time, author) does not travel with it.
"""

from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageOps

from studydesk.errors import LogoRefused

MOST_BYTES = 5_000_000
_MOST_DOTS = 30_000_000
"""Of a picture as it is unfolded: a small file may hold a large one."""

_LONGEST_SIDE = 1200
"""Dots that are kept: 50 mm at 600 to the inch."""

_FLATTEST = 20
"""Times that one side may be as long as the other."""


@lru_cache(maxsize=8)
def plain_picture(name: str, data: bytes) -> tuple[bytes, float]:
    """A PNG or JPEG as a PNG on white, and how many times its height it is wide; the same bytes
    for the same picture, which is kept: presets are read often. Raises LogoRefused.
    """
    if len(data) > MOST_BYTES:
        raise LogoRefused(name, "large")
    try:
        with Image.open(BytesIO(data), formats=("PNG", "JPEG")) as found:
            width, height = found.size
            if width * height > _MOST_DOTS:
                raise LogoRefused(name, "large")
            if max(width, height) > _FLATTEST * min(width, height):
                raise LogoRefused(name, "flat")
            picture = ImageOps.exif_transpose(found).convert("RGBA")
    except Image.DecompressionBombError as error:
        raise LogoRefused(name, "large") from error
    except (OSError, ValueError, SyntaxError, EOFError) as error:
        raise LogoRefused(name, "kind") from error
    picture.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE))
    white = Image.new("RGB", picture.size, "white")
    white.paste(picture, mask=picture.getchannel("A"))
    written = BytesIO()
    white.save(written, "PNG", optimize=True)
    return written.getvalue(), picture.width / picture.height
