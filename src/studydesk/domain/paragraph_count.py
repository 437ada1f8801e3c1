"""段号: which lines of a passage are paragraphs that are counted, in print and elsewhere."""

import re

from studydesk.domain.surnames import NOT_NAMES, SURNAMES

_LABEL = re.compile("[^，。；！？：“”]{2,10}：")
_SIGNATURE = re.compile("——[^。！？；]{1,58}")
_SENTENCE = re.compile(
    "——([^。！？；，（\u3000 ]{2,3})[，（\u3000 ][^。！？；]{0,50}"
    "(?:长|员|主任|书记|主席|委员|经理|代表|教授|技师|工程师|师傅|老师|工人|职工|干部|劳模|[焊电钳车瓦木]工|司机|医生|护士|律师)）?。"
)


def is_counted(line: str) -> bool:
    """Whether a line that is no subheading is a paragraph: not a label on its own (主要做法：),
    which heads what follows, nor who spoke (——王敏，车间主任。). An item of a list that begins with
    —— ends as sentences do, and neither begins with a name nor ends with a post.
    """
    line = line.strip()
    return not (_LABEL.fullmatch(line) or _SIGNATURE.fullmatch(line) or _is_signed(line))


def _is_signed(line: str) -> bool:
    found = _SENTENCE.fullmatch(line)
    return found is not None and found[1][0] in SURNAMES and found[1] not in NOT_NAMES
