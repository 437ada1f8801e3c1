"""What is done to the question bank: keep and remove questions, CSV in and out."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QToolButton

from studydesk.domain.packet import Item, Packet, Question
from studydesk.library import BankChange, BankedQuestion, Library, Use
from studydesk.services.question_bank import TEMPLATE, read_bank, write_bank
from studydesk.ui import dialogs
from studydesk.ui.arrange.offer_tools import OfferTools
from studydesk.ui.deed import Deed
from studydesk.ui.fields import LineField
from studydesk.ui.icons import IconButton
from studydesk.ui.jobs import Jobs, Progress
from studydesk.ui.mnemonics import let_choose
from studydesk.ui.offer_panel import OfferPanel
from studydesk.ui.own_undo import OwnUndo

_FILES = "表格 (*.csv)"


def bank_detail(one: BankedQuestion) -> str:
    """The line below a question of the bank: what it fits or how it is tagged, and its uses."""
    tags = [tag for tag in one.tags if tag != TEMPLATE]
    if TEMPLATE in one.tags:
        return f"{one.question.intent}　适用：{'、'.join(tags)}。〔…〕里换成文中的话。"
    uses = "、".join(f"{use.on.isoformat()} {use.packet_title}" for use in one.uses[:3])
    parts = (one.question.intent, "、".join(tags), f"用过：{uses}" if uses else "还没用过")
    return "　".join(part for part in parts if part)


def _keep(
    _progress: Progress, library: Library, question: Question, tags: Sequence[str]
) -> tuple[str, BankChange]:
    change = library.keep_question(question, tags)
    return "已存进题库。" if change.added else "题库里已有这一题。", change


def _forget(_progress: Progress, library: Library, question_id: str) -> tuple[str, BankChange]:
    return "已移出题库。", library.forget_question(question_id)


def _import(_progress: Progress, library: Library, path: Path) -> tuple[str, BankChange]:
    taken = read_bank(library, path)
    return f"题库新收 {taken.added} 题，{taken.known} 题原来就有。", taken.change


def _note(_progress: Progress, library: Library, question_id: str, use: Use) -> None:
    library.note_use(question_id, use)


def _export(_progress: Progress, library: Library, path: Path) -> str:
    return f"题库里 {write_bank(library, path)} 道自己的题已写进 {path.name}。"


class BankTools(OfferTools):
    """The buttons of the bank in the panel of offers; all work is done off the interface."""

    def __init__(
        self, library: Library, jobs: Jobs, panel: OfferPanel, parent: QObject | None = None
    ) -> None:
        super().__init__(library, jobs, panel, parent)
        self._question: Question | None = None
        self.tags = LineField("题库标签", "标签，可不填")
        self.tags.setMaximumWidth(120)
        self.tags.returnPressed.connect(self.keep)
        OwnUndo(self.tags)
        self.keep_button = panel.add_tool("存进题库", "下次别的学习包也能用这一题", self.keep)
        panel.add_field(self.tags)
        self.more = self._more()
        panel.add_at_search(self.more)
        self.show_item(None)
        self.show_group("")

    def _more(self) -> IconButton:
        """What is done now and then: a menu leaves its room to the questions."""
        button = IconButton("ellipsis", "题库：移出、导入、导出")
        menu = QMenu(button)
        menu.setToolTipsVisible(True)
        for text, tip, slot in (
            ("移出题库", "学习包里已有的不受影响", self.remove),
            ("导入…", "从 CSV 表格收题", self.import_file),
            ("导出…", "把自己的题写成 CSV 表格", self.export_file),
        ):
            menu.addAction(text, slot).setToolTip(tip)
        let_choose(menu)
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button

    def show_item(self, item: Item | None) -> None:
        """A question can be kept."""
        self._question = item if isinstance(item, Question) else None
        for widget in (self.keep_button, self.tags):
            widget.setVisible(self._question is not None)

    def show_group(self, group: str) -> None:
        """The bank's own buttons go with its list."""
        for widget in (self._panel.search, self.more):
            widget.setVisible(group == "题库")

    def keep(self) -> None:
        """Put the current question into the bank, with the tags that are written."""
        question = self._question
        if question is None or not question.text.strip():
            self.message.emit("先把题目写好，再存进题库。")
            return
        tags = self.tags.text().replace("，", " ").replace("、", " ").split()
        self._change("把题存进题库", _keep, question, tags)

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
        self._change("把题移出题库", _forget, offer.item.id)

    def note_use(self, question_id: str, packet: Packet) -> None:
        """Remember where a question of the bank went."""
        day = packet.session.held_on or date.today()  # noqa: DTZ011 - the user's own day is meant
        self._jobs.start(
            _note,
            self._library,
            question_id,
            Use(packet.title, day),
            done=lambda _none: self.changed.emit(),
            failed=self.failed.emit,
        )

    def import_file(self) -> None:
        """Ask for a CSV file and keep its questions."""
        for path in dialogs.ask_files(self._panel, "收进题库", [_FILES])[:1]:
            self._change("往题库导入", _import, path)

    def export_file(self) -> None:
        """Ask for a file and write the user's own questions."""
        path = dialogs.ask_new_file(self._panel, "导出题库", "题库.csv", _FILES)
        if path is not None:
            done, failed = self._tell, self.failed.emit
            self._jobs.start(_export, self._library, path, done=done, failed=failed, writes=bool)

    def _change(
        self, name: str, work: Callable[..., tuple[str, BankChange]], *arguments: object
    ) -> None:
        """Do something to the bank, say so, and let it be taken back."""

        def done(outcome: tuple[str, BankChange]) -> None:
            sentence, change = outcome
            self._tell(sentence)
            if change:
                back = partial(self._swap, change.came, change.gone)
                again = partial(self._swap, change.gone, change.came)
                self.undoable.emit(Deed(name, back, again))

        self._jobs.start(
            work, self._library, *arguments, done=done, failed=self.failed.emit, in_order=True
        )

    def _swap(self, out: Sequence[BankedQuestion], into: Sequence[BankedQuestion]) -> None:
        self._library.swap_questions(out, into)
        self.changed.emit()
