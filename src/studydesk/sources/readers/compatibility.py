"""Characters that PDF fonts name by their shape, mapped back to the ones that a writer types."""

import unicodedata
from collections.abc import Iterator

# Radicals of the CJK Radicals Supplement that are whole characters of today, with their
# equivalents after Unicode's EquivalentUnifiedIdeograph.txt; NFKC knows only two of that block.
SUPPLEMENT = dict(
    zip(
        "⺁⺝⺟⺠⺬⺯⻁⻄⻅⻆⻉⻋⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻳",
        "厂月母民示糸虎西见角贝车长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙龟",
        strict=True,
    )
)
# Kangxi radicals that NFKC maps to a form that no page of today is written in.
TODAY = {"⼾": "户", "⾭": "青"}
RANGES = (
    (0x2F00, 0x2FDF),  # Kangxi radicals: ⼯ is 工
    (0x2E80, 0x2EFF),
    (0xF900, 0xFAFF),  # compatibility ideographs
    (0x2F800, 0x2FA1F),
    (0xFB00, 0xFB06),  # Latin ligatures: ﬁ is fi
)
VERTICAL_FORMS = ((0xFE10, 0xFE19), (0xFE30, 0xFE48))


def _entries() -> Iterator[tuple[int, str]]:
    for first, last in RANGES:
        for code in range(first, last + 1):
            yield code, unicodedata.normalize("NFKC", chr(code))
    for first, last in VERTICAL_FORMS:
        for code in range(first, last + 1):
            plain = unicodedata.normalize("NFKC", chr(code))
            # Chinese punctuation is full-width, which NFKC would make half-width.
            yield code, "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in plain)
    yield from ((ord(shape), plain) for shape, plain in (SUPPLEMENT | TODAY).items())


TABLE = {code: plain for code, plain in _entries() if plain != chr(code)}


def map_back(text: str) -> str:
    """The text with radicals, compatibility ideographs, ligatures and the punctuation of vertical
    setting replaced by what they stand for; nothing else changes.
    """
    return text.translate(TABLE)
