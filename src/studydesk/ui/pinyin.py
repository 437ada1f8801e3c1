"""The order in which Chinese readers look for names: by pinyin, and 9 before 10."""

from functools import cache

from PySide6.QtCore import QCollator, QCollatorSortKey, QLocale


def pinyin(name: str) -> QCollatorSortKey:
    """What to sort a name by; some 30 µs."""
    return _collator().sortKey(name)


@cache
def _collator() -> QCollator:
    collator = QCollator(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    collator.setNumericMode(True)
    return collator
