"""What is told on paper and beside it: the outcome of checks for the proof sheet, and how a
booklet is folded. No Qt here: the command line says the same.
"""

from studydesk.domain.packet import Packet
from studydesk.handout.proof_sheet import Review
from studydesk.services.checking import Checked
from studydesk.ui.item_kinds import label_of
from studydesk.ui.messages import finding_sentence, quotation_sentence

HOW_TO_FOLD = (
    "小册子怎么印：双面打印，选“短边翻转”，不缩放；按顺序叠齐，对折，骑缝订两钉。"
    "只有一两页的拼成一张两份，印好从中间裁开。"
)


def review_of(packet: Packet, checked: Checked) -> Review:
    """The outcome of a check as the proof sheet prints it."""
    return Review(
        {result.item_id: quotation_sentence(result) for result in checked.quotations},
        tuple(
            (label_of(packet, finding.item_id) or "题名", finding_sentence(finding))
            for finding in checked.findings
        ),
        is_done=True,
    )
