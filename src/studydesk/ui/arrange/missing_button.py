"""还缺 4 项: what a packet does not say yet, and a way to each of them."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from studydesk.domain.missing import MissingFact, missing_facts
from studydesk.domain.packet import Packet
from studydesk.ui.words.citation_words import part_names
from studydesk.ui.words.item_kinds import labels

_FACTS = {"unit": "单位", "held_on": "日期", "place": "地点", "host": "主持人"}


class MissingButton(QPushButton):
    """Its menu lists what is missing; nothing is shown where nothing is."""

    fact_wanted = Signal(str)
    """Go to this field of the session, by its name."""
    citation_wanted = Signal(str, str)
    """Go to this part of a passage's citation: item id, part."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[tuple[MissingFact, ...], tuple[str, ...]] | None = None
        self.setProperty("role", "link")
        self.setStyleSheet("text-align: left; padding: 0 4px 0 12px;")
        self.setToolTip("打印前要补的，点一项就到那里")
        self.setMenu(QMenu(self))
        self.hide()

    def show_packet(self, packet: Packet) -> None:
        """List what is missing in a packet."""
        names = labels(packet)
        missing = missing_facts(packet)
        texts = tuple(_told(fact, names.get(fact.item_id, "")) for fact in missing)
        if self._shown == (missing, texts):
            return
        self._shown = missing, texts
        self.menu().clear()
        for fact, text in zip(missing, texts, strict=True):
            action = self.menu().addAction(text.replace("&", "&&"))
            action.triggered.connect(partial(self._go, fact))
        self.setText(f"⚠ 还缺 {len(missing)} 项 ▾")
        self.setAccessibleName(f"还缺 {len(missing)} 项：{'；'.join(texts)}")
        self.setVisible(bool(missing))

    def _go(self, fact: MissingFact, _checked: bool = False) -> None:
        if fact.item_id:
            self.citation_wanted.emit(fact.item_id, fact.fields[0])
        else:
            self.fact_wanted.emit(fact.fields[0])


def _told(fact: MissingFact, name: str) -> str:
    if not fact.item_id:
        return "、".join(_FACTS[field] for field in fact.fields)
    names = part_names(fact.kind)
    fields = "、".join(names[field][0] for field in fact.fields)
    shared = f"（{fact.passages} 段共用，填一次）" if fact.passages > 1 else ""
    return f"{name}的出处：{fields}{shared}"
