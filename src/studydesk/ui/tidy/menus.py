"""The menus of 整理: at the mouse, and below the buttons."""

from PySide6.QtWidgets import QMenu

from studydesk.domain.article import BlockKind
from studydesk.ui.block_kinds import KIND_NAMES
from studydesk.ui.key_names import native
from studydesk.ui.tidy.commands import IN_RAW, NUMBERED, TidyCommands
from studydesk.ui.tidy.hints import told_of

_SUPPLIED = (BlockKind.TITLE, BlockKind.AUTHOR, BlockKind.AFFILIATION, BlockKind.COLUMN)
"""What the user is offered to supply where the page lacks it."""

_TITLE_LENGTH = 24
"""Characters of a title or a correction that are told."""


def fill(menu: QMenu, commands: TidyCommands) -> None:
    """Fill a menu with everything that can be done where the caret is."""
    actions, choice = commands.actions, commands.choice
    here = choice.rows[choice.articles.here()] if len(choice.rows) else None
    if here and here.is_deleted:
        restore, ids = menu.addAction("从回收站恢复这一篇"), [here.article_id]
        restore.triggered.connect(lambda _checked=False: commands.restore_wanted.emit(ids))
        menu.addSeparator()
    menu.addActions([actions["split"], actions["join"]])
    menu.addSeparator()
    menu.addAction(actions["cut"])
    if commands.moves.carried:
        menu.addActions([actions["put"], actions["put_before"]])
    fill_kinds(menu.addMenu("改为"), commands)
    fill_articles(menu.addMenu("移到文章"), commands)
    menu.addActions([actions["move_up"], actions["move_down"]])
    menu.addSeparator()
    menu.addActions([actions["aside"], actions["drop"], actions["correct"]])
    for original, now, take_back in commands.words.corrections():
        action = menu.addAction(f"“{_short(now)}”改回原文“{_short(original)}”")
        action.triggered.connect(lambda _checked=False, take_back=take_back: take_back())
    menu.addSeparator()
    menu.addActions([actions["split_article"], actions["join_article"]])
    menu.addActions([actions["article_up"], actions["article_down"]])
    fill_supplies(menu.addMenu(f"补写\t{native('F4')}"), commands)


def fill_in_raw(menu: QMenu, commands: TidyCommands) -> None:
    """Fill a menu with what can be done to characters that are selected in the raw page."""
    fill_articles(menu, commands)
    menu.addSeparator()
    fill_kinds(menu.addMenu("改为"), commands)
    menu.addActions([commands.actions[name] for name in IN_RAW])


def _say_what(menu: QMenu, commands: TidyCommands) -> None:
    """Which characters are meant, where that is not the row of the caret."""
    stretches = commands.choice.stretches()
    if len(stretches) > 1 or not all(each.is_whole for each in stretches):
        menu.addAction(told_of(stretches)).setEnabled(False)
        menu.addSeparator()


def fill_kinds(menu: QMenu, commands: TidyCommands) -> None:
    """Every kind that a block can be."""
    _say_what(menu, commands)
    for kind in KIND_NAMES:
        for level in (1, 2, 3) if kind is BlockKind.HEADING else (0,):
            menu.addAction(commands.action_of(kind, level))
        if kind in {BlockKind.PULL_QUOTE, BlockKind.PARAGRAPH}:
            menu.addSeparator()


def fill_articles(menu: QMenu, commands: TidyCommands) -> None:
    """Every article, and a new one."""
    _say_what(menu, commands)
    moves = commands.moves
    for number, (article_id, name, here) in enumerate(moves.neighbours(), 1):
        keys = f"\t{number}" if number <= NUMBERED else ""
        action = menu.addAction(f"{number}　{_short(name)}{keys}")
        action.setEnabled(not here)
        action.triggered.connect(lambda _checked=False, to=article_id: moves.to_article(to))
    menu.addSeparator()
    menu.addAction("另成一篇\t0").triggered.connect(lambda: moves.to_article(""))


def fill_supplies(menu: QMenu, commands: TidyCommands) -> None:
    """What can be supplied to the article of the caret."""
    for kind in _SUPPLIED:
        action = menu.addAction(f"{KIND_NAMES[kind]}…")
        action.triggered.connect(lambda _checked=False, kind=kind: commands.words.supply(kind))


def _short(text: str) -> str:
    text = text.replace("&", "&&")  # a single one would make the next letter a key
    return text if len(text) <= _TITLE_LENGTH else f"{text[: _TITLE_LENGTH - 1]}…"
