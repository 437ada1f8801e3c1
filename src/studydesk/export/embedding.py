"""TrueType fonts in a PDF: reportlab's subsets, with a ToUnicode map that holds for every plane."""

from collections.abc import Sequence

from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfbase.ttfonts import SUBSETN, TTFont

_ENTRIES_OF_A_BLOCK = 100
"""PDF allows no more in one beginbfchar (Adobe Technical Note 5014)."""

_MAP_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<00> <FF>
endcodespacerange"""

_MAP_FOOT = """endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


class EmbeddedFont(TTFont):
    """A font that writes its ToUnicode maps itself: reportlab's are wrong beyond U+FFFF, so that
    196 of the 8105 general standard characters could not be searched for or copied.
    """

    def addObjects(self, doc: PDFDocument) -> None:  # noqa: N802  # the name is reportlab's
        """Write the font's subsets into the document."""
        subsets = self.state[doc].subsets
        TTFont.addObjects(self, doc)
        for number, subset in enumerate(subsets):
            name = SUBSETN(number) + b"+" + self.face.name + self.face.subfontNameX
            stream = doc.idToObject["toUnicodeCMap:" + name.decode("ascii")]
            stream.content = to_unicode_map(subset)


def to_unicode_map(subset: Sequence[int]) -> str:
    """The character map that leads from codes back to text; code n stands for `subset[n]`."""
    entries = [
        f"<{code:02X}> <{chr(character).encode('utf-16-be').hex().upper()}>"
        for code, character in enumerate(subset)
        if character
    ]
    blocks = [
        entries[first : first + _ENTRIES_OF_A_BLOCK]
        for first in range(0, len(entries), _ENTRIES_OF_A_BLOCK)
    ]
    lines = [f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks]
    return "\n".join((_MAP_HEAD, *lines, _MAP_FOOT))
