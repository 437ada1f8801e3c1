"""What a PDF says of itself for catalogues and readers (XMP, ISO 16684-1), beside the entries that
every PDF has: title, author, language.
"""

from html import escape

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFStream
from reportlab.pdfgen.canvas import Canvas

from studydesk.handout.model import HandoutDocument

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>zh-CN</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>StudyDesk</xmp:CreatorTool>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


def describe(canvas: Canvas, document: HandoutDocument) -> None:
    """Put what a document says of itself into its file, plain, so that any program finds it."""
    told = _PACKET.format(
        title=escape(document.title, quote=False),
        author=escape(document.author, quote=False),
        subject=escape(document.edition.value, quote=False),
    )
    entries = PDFDictionary({"Type": "/Metadata", "Subtype": "/XML"})
    stream = PDFStream(entries, told.encode("utf-8", "replace"), filters=[])
    vars(canvas._doc.Catalog).update(Metadata=stream)
