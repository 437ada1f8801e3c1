"""What items of single kinds become in print, wherever they stand and whoever reads them."""

from collections.abc import Iterator
from dataclasses import replace

from studydesk.domain.packet import Action, Agenda, Goals, Term
from studydesk.handout import wording
from studydesk.handout.model import Block, Paragraph, Run, Table
from studydesk.handout.paragraphs import lines, one_line, paragraphs
from studydesk.handout.style import Role

READ_ROW = 7.0
"""Millimetres: rows that are read, not written in."""


def goals(item: Goals) -> Iterator[Block]:
    """The goals, counted where there are several."""
    if len(lines(item.text)) == 1:
        return iter(paragraphs(Role.BODY, item.text, item.id))
    return numbered(Role.BODY, item.text, item.id)


def numbered(role: Role, text: str, item_id: str) -> Iterator[Paragraph]:
    """A paragraph for each line, with its number."""
    for number, line in enumerate(lines(text), start=1):
        label = f"{number}. "
        yield Paragraph(role, (Run(label + line),), item_id, label=len(label))


def term(item: Term) -> Iterator[Block]:
    """A term in bold, what it means, and where that is from."""
    name, definition, origin = map(one_line, (item.term, item.definition, item.origin))
    told = definition + (f"（{origin}）" if origin else "")
    lead = f"{name}：" if name and told else name
    runs = tuple(run for run in (Run(lead, bold=True), Run(told)) if run.text)
    if runs:
        yield Paragraph(Role.TERM, runs, item.id)


def agenda_table(agenda: Agenda) -> Table:
    """The agenda as participants need it: steps and minutes."""
    rows = [
        (one_line(step.activity), str(step.minutes) if step.minutes else "")
        for step in agenda.steps
    ]
    return Table(
        (0.8, 0.2),
        (wording.AGENDA_STEP, wording.MINUTES),
        (*rows, (wording.TOTAL, str(agenda.minutes))),
        row_height=READ_ROW,
        item_id=agenda.id,
        roles=(Role.TABLE_CELL, Role.TABLE_NUMBER),
        spans=True,
    )


def action(item: Action, row_height: float) -> Iterator[Block]:
    """What was agreed the time before, what to write, and rows of so many millimetres for it."""
    table = Table(
        (0.2, 0.8),
        (),
        tuple((row, "") for row in wording.ACTION_ROWS),
        row_height=row_height,
        item_id=item.id,
        roles=(Role.TABLE_HEAD, Role.TABLE_CELL),
        spans=True,
    )
    last = one_line(item.last)
    asked = f"{wording.LAST_ACTION}{last}\n{wording.LAST_DONE}" if last else ""
    for before in paragraphs(Role.ACTION, f"{asked}\n{item.prompt}", item.id):
        yield replace(before, keep_with_next=True)
    yield table
