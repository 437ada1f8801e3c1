"""What is done to the question bank: keep and remove questions, CSV in and out."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from studydesk.domain.packet import Item, Packet, Question
from studydesk.library import BankedQuestion, Library, Use
from studydesk.services.question_bank import TEMPLATE, read_bank, write_bank
from studydesk.ui import dialogs
from studydesk.ui.deed import Deed
from studydesk.ui.fields import LineField
from studydesk.ui.jobs import Jobs, Progress
from studydesk.ui.offer_panel import OfferPanel

_FILES = "表格 (*.csv)"


def bank_detail(one: BankedQuestion) -> str:
    """The line below a question of the bank: what it fits or how it is tagged, and its uses."""
    tags = [tag for tag in one.tags if tag != TEMPLATE]
    if TEMPLATE in one.tags:
        return f"{one.question.intent}　适用：{'、'.join(tags)}。〔〕里换成文中的话。"
    uses = "、".join(f"{use.on.isoformat()} {use.packet_title}" for use in one.uses[:3])
    parts = (one.question.intent, "、".join(tags), f"用过：{uses}" if uses else "还没用过")
    return "　".join(part for part in parts if part)


def _tracked(
    _progress: Progress, library: Library, work: Callable[..., object], *arguments: object
) -> tuple[object, list[BankedQuestion], list[BankedQuestion]]:
    """What work on the bank gave, and which questions went by it, and which came."""
    before = library.banked()
    given = work(*arguments)
    after = library.banked()
    return (
        given,
        [one for one in before if one not in after],
        [one for one in after if one not in before],
    )


def _quietly(work: Callable[..., object]) -> Callable[..., object]:
    return lambda _progress, *arguments: work(*arguments)


def _import(library: Library, path: Path) -> str:
    taken = read_bank(library, path)
    return f"题库新收 {taken.added} 题，{taken.known} 题原来就有。"


def _export(_progress: Progress, library: Library, path: Path) -> str:
    return f"题库里 {write_bank(library, path)} 道自己的题已写进 {path.name}。"


class BankTools(QObject):
    """The buttons of the bank in the panel of offers; all work is done off the interface."""

    changed = Signal()
    message = Signal(str)
    failed = Signal(object)
    undoable = Signal(object)
    """What was done to the bank: a Deed."""

    def __init__(
        self, library: Library, jobs: Jobs, panel: OfferPanel, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._library, self._jobs, self._panel = library, jobs, panel
        self._question: Question | None = None
        self.tags = LineField("题库标签", "标签，可不填")
        self.tags.setMaximumWidth(120)
        self.keep_button = panel.add_tool("存进题库", "下次别的学习包也能用这一题", self.keep)
        panel.add_field(self.tags)
        self.remove_button = panel.add_tool("移出题库", "学习包里已有的不受影响", self.remove)
        self.import_button = panel.add_tool("导入…", "从 CSV 表格收题", self.import_file)
        self.export_button = panel.add_tool("导出…", "把自己的题写成 CSV 表格", self.export_file)
        self.show_item(None)
        self.show_group("")

    def show_item(self, item: Item | None) -> None:
        """A question can be kept."""
        self._question = item if isinstance(item, Question) else None
        for widget in (self.keep_button, self.tags):
            widget.setVisible(self._question is not None)

    def show_group(self, group: str) -> None:
        """The bank's own buttons go with its list."""
        for button in (self.remove_button, self.import_button, self.export_button):
            button.setVisible(group == "题库")
        self._panel.search.setVisible(group == "题库")

    def keep(self) -> None:
        """Put the current question into the bank, with the tags that are written."""
        question = self._question
        if question is None or not question.text.strip():
            self.message.emit("先把题目写好，再存进题库。")
            return
        tags = self.tags.text().replace("，", " ").replace("、", " ").split()
        self._change(
            "把题存进题库",
            lambda new: "已存进题库。" if new else "题库里已有这一题。",
            self._library.keep_question,
            *(question, tags),
        )

    def remove(self) -> None:
        """Take the marked question out of the bank; templates stay."""
        offer = self._panel.current
        if (
            offer is None
            or not isinstance(offer.item, Question)
            or offer.item.id.startswith("template-")
        ):
            self.message.emit("模板随软件带来，不能移出；自己的题才能移出。")
            return
        forget = self._library.forget_question
        self._change("把题移出题库", lambda _none: "已移出题库。", forget, offer.item.id)

    def note_use(self, question_id: str, packet: Packet) -> None:
        """Remember where a question of the bank went."""
        day = packet.session.held_on or date.today()  # noqa: DTZ011 - the user's own day is meant
        self._jobs.start(
            _quietly(self._library.note_use),
            question_id,
            Use(packet.title, day),
            done=lambda _none: self.changed.emit(),
            failed=self.failed.emit,
        )

    def import_file(self) -> None:
        """Ask for a CSV file and keep its questions."""
        for path in dialogs.ask_files(self._panel, "收进题库", [_FILES])[:1]:
            self._change("往题库导入", str, _import, self._library, path)

    def export_file(self) -> None:
        """Ask for a file and write the user's own questions."""
        path = dialogs.ask_new_file(self._panel, "导出题库", "题库.csv", _FILES)
        if path is not None:
            self._jobs.start(_export, self._library, path, done=self._tell, failed=self.failed.emit)

    def _change(
        self, name: str, say: Callable[[Any], str], work: Callable[..., object], *arguments: object
    ) -> None:
        """Do something to the bank, say so, and let it be taken back."""

        def done(found: tuple[object, list[BankedQuestion], list[BankedQuestion]]) -> None:
            given, gone, came = found
            self._tell(say(given))
            if gone or came:
                back, again = partial(self._swap, came, gone), partial(self._swap, gone, came)
                self.undoable.emit(Deed(name, back, again))

        self._jobs.start(
            _tracked, self._library, work, *arguments, done=done, failed=self.failed.emit
        )

    def _swap(self, out: Sequence[BankedQuestion], into: Sequence[BankedQuestion]) -> None:
        for one in out:
            self._library.forget_question(one.question.id)
        self._library.keep_questions(into)
        self.changed.emit()

    def _tell(self, sentence: str) -> None:
        self.message.emit(sentence)
        self.changed.emit()
