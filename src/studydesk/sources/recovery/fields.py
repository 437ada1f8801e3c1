"""Several fields on the line under a title, as saved pages and papers of companies print them:
作者：许青  来源：《厂区生活》2026年5月18日.
"""

import re

_DAY = "\\d{4}[年./-]\\d{1,2}[月./-]\\d{1,2}日?"
_TIME = "\\d{1,2}[:：]\\d{2}(?:[:：]\\d{2})?"
_FIELD = re.compile(
    "(?:作者|来源|编辑|责任编辑)[：:][ \t\u3000]*[^\\s\\d，。；：:|｜丨]{1,24}"
    f"|(?:(?:时间|日期)[：:][ \t\u3000]*)?{_DAY}(?:[ \t]+{_TIME})?"
)
_FIELDS = re.compile(f"[ \t\u3000]*(?:(?:{_FIELD.pattern})[ \t\u3000|｜丨]*){{2,}}")


def fields_after_first(raw: str, start: int, end: int) -> list[int]:
    """Where the second field of a line and those after it begin; nothing for a line that has
    anything else.
    """
    if not _FIELDS.fullmatch(raw, start, end):
        return []
    return [found.start() for found in _FIELD.finditer(raw, start, end)][1:]
