"""Everything that must be right before a packet is printed: quotations and the user's words."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from studydesk.domain import edits
from studydesk.domain.article import Article, Severity, Source, source_id_of
from studydesk.domain.packet import Packet, PassageItem
from studydesk.domain.passage import Insertion
from studydesk.domain.vouching import Kept
from studydesk.errors import EditRefused, NotFound
from studydesk.handout.model import Edition
from studydesk.handout.presets import PRESETS, preset_for
from studydesk.handout.style import Preset, Role
from studydesk.proof.doubts import in_doubt
from studydesk.proof.facts import other_identity, other_title
from studydesk.proof.finding import Finding, Progress, unheard, written
from studydesk.proof.phrase_bank import look_for
from studydesk.proof.quotation import QuotationResult, QuotationStatus, check_quotations
from studydesk.proof.timing import needed, over_time
from studydesk.services.originals import Originals
from studydesk.services.phrase_bank import bank_day, phrases
from studydesk.services.quoting import look_up

__all__ = [
    "NAMES",
    "SESSION",
    "Checked",
    "Finding",
    "QuotationResult",
    "QuotationStatus",
    "answered_for",
    "check",
    "check_against",
    "is_held",
    "may_stand",
    "minutes_wanted",
    "missing_glyphs",
    "standing",
]

_T = TypeVar("_T")

SOURCE_MISSING, DIFFERS = "Q01", "Q14"
"""The rules by which a passage is let stand: its source cannot be had, or has other words by now.
An answer to the one is none to the other.
"""


@dataclass(frozen=True, slots=True)
class Checked:
    """The quotation check of every passage of a packet, and what the proof rules found in it;
    those of `silenced` were not asked. What somebody let stand is among the findings. The user's
    words were held against so many set wordings, the last of which was looked up on a day.
    """

    packet: Packet
    quotations: tuple[QuotationResult, ...]
    findings: tuple[Finding, ...]
    silenced: frozenset[str] = frozenset()
    wordings: int = 0
    looked_up: date | None = None

    @property
    def verbatim(self) -> int:
        """How many passages agree with their sources."""
        return sum(result.status is QuotationStatus.VERBATIM for result in self.quotations)

    @property
    def unproven(self) -> tuple[QuotationResult, ...]:
        """The passages that do not agree with their sources, or have none to be held against."""
        return tuple(r for r in self.quotations if r.status is not QuotationStatus.VERBATIM)

    @property
    def unsettled_quotations(self) -> tuple[QuotationResult, ...]:
        """Those of them that keep the packet from going out, unless somebody answers for them by
        name; for one that its page has not at all, nobody can.
        """
        return tuple(result for result in self.unproven if self.kept(result) is None)

    @property
    def open(self) -> tuple[Finding, ...]:
        """The findings that nobody let stand."""
        return tuple(finding for finding in self.findings if self.kept(finding) is None)

    @property
    def unsettled(self) -> tuple[Finding, ...]:
        """The red findings among them: to be put right, or let stand by name."""
        return tuple(finding for finding in self.open if finding.severity is Severity.RED)

    @property
    def must_be_settled(self) -> bool:
        """Whether something keeps the packet from going out."""
        return bool(self.unsettled_quotations or self.unsettled)

    def kept(self, found: Finding | QuotationResult) -> Kept | None:
        """What was said when this was let stand, if it was. A red finding needs a name for that,
        and no name is enough for a passage that is not as it is printed.
        """
        if not may_stand(found):
            return None
        kept = _among(self.packet.kept, standing(found))
        needs_name = isinstance(found, QuotationResult) or found.severity is Severity.RED
        return None if kept and needs_name and not kept.by.strip() else kept


def may_stand(found: Finding | QuotationResult) -> bool:
    """Whether anybody can let this stand: a passage that neither its article nor its page has,
    nobody can.
    """
    if isinstance(found, Finding):
        return True
    return found.status is not QuotationStatus.DIFFERS or found.is_printed


def is_held(checked: Checked, editions: Iterable[Edition]) -> bool:
    """Whether something has to be settled before these editions go out. The proof sheet, on which
    it stands, goes out always.
    """
    return checked.must_be_settled and any(edition is not Edition.PROOF for edition in editions)


def minutes_wanted(packet: Packet) -> int:
    """How many minutes a packet asks for where its session is too short for them; else 0."""
    return needed(packet) if any(over_time(packet)) else 0


def standing(found: Finding | QuotationResult, by: str = "", reason: str = "") -> Kept:
    """What is kept in a packet to let something stand that was found; with a name, as of today.
    A source that is missing is let stand for the passage as it is, not for another in its place,
    nor for what it is seen to say once it is back.
    """
    on = date.today() if by else None  # noqa: DTZ011 - the user's own day is meant
    if isinstance(found, QuotationResult):
        rule = DIFFERS if found.status is QuotationStatus.DIFFERS else SOURCE_MISSING
        return Kept(rule, found.item_id, _PASSAGE, found.digest, by, on, reason)
    return Kept(found.rule, found.item_id, found.field, found.found, by, on, reason)


def answered_for(checked: Checked, name: str) -> Checked:
    """The check with everything let stand by name that may be. Raises EditRefused("nobody")."""
    name = " ".join(name.split())
    if not name:
        raise EditRefused("nobody")
    found: tuple[Finding | QuotationResult, ...]
    found, packet = (*checked.unsettled, *checked.unsettled_quotations), checked.packet
    for each in found:
        packet = edits.keep(packet, standing(each, name))
    return replace(checked, packet=packet)


def _among(kept: Iterable[Kept], wanted: Kept) -> Kept | None:
    bare = replace(wanted, by="", on=None, reason="")
    return next((one for one in kept if replace(one, by="", on=None, reason="") == bare), None)


def check(
    packet: Packet,
    article_of: Callable[[str], Article | None],
    source_of: Callable[[str], Source | None],
    silenced: Iterable[str] = (),
    progress: Progress = unheard,
    presets: Mapping[str, Preset] = PRESETS,
) -> Checked:
    """Check a packet; `article_of` and `source_of` find articles and sources by id, and may
    return None or raise NotFound where they are gone. Rules that are `silenced`, or that the
    packet does without, find nothing. One of the `presets` is what it is printed in. Raises
    Cancelled as `progress` does, before any passage or field.
    """
    from studydesk.proof.rules import proofread  # the window opens without it

    kept = (_or_none(article_of), _or_none(source_of))
    quotations = check_quotations(packet, *kept, _part(progress, 0, 2))
    quiet = frozenset(silenced) | frozenset(packet.silenced)
    read = dict.fromkeys(passage.article_id for passage in packet.passages)
    articles = [article for article in map(kept[0], read) if article is not None]
    found = (
        *proofread(packet, _part(progress, 1, 2)),
        *other_identity(packet, articles),
        *other_title(packet, articles),
        *missing_glyphs(packet, presets),
    )
    return Checked(packet, quotations, _heard(found, quiet), quiet)


def check_against(
    originals: Originals,
    packet: Packet,
    progress: Progress = unheard,
    presets: Mapping[str, Preset] = PRESETS,
    names: Iterable[str] = (),
) -> Checked:
    """All that is checked before a packet is shown as checked, exported or printed: its passages,
    the user's words, and what these quote, against the texts that can be had; and the `names`
    that are printed beside it. Raises Cancelled as `progress` does.
    """
    quiet = originals.silenced_rules()
    begin, worded, quoted = (_part(progress, number, 3) for number in range(3))
    checked = check(packet, originals.article, originals.source, quiet, begin, presets)
    bank = tuple(phrase for phrase in phrases(originals) if phrase.is_on)
    found = look_for(bank, packet, worded)
    articles, sources = _or_none(originals.article), _or_none(originals.source)
    more = (
        *_new(found, checked.findings),
        *in_doubt(packet, articles, sources, originals.problems),
        *look_up(originals, packet, quoted),
        *_missing({("", NAMES): "".join(names)}, packet, presets),
    )
    return replace(
        checked,
        quotations=tuple(_seen_in_trash(originals, packet, checked.quotations)),
        findings=(*checked.findings, *_heard(more, checked.silenced)),
        wordings=len(bank),
        looked_up=bank_day(bank),
    )


def _seen_in_trash(
    originals: Originals, packet: Packet, results: Iterable[QuotationResult]
) -> Iterator[QuotationResult]:
    """The results, with those marked whose article is missing only because it was deleted."""
    articles = {
        item.id: item.passage.article_id for item in packet.items if isinstance(item, PassageItem)
    }
    for result in results:
        key = articles[result.item_id]
        is_lost = result.status is QuotationStatus.SOURCE_MISSING
        deleted = originals.ids_in_trash(source_id_of(key)) if is_lost else ()
        yield replace(result, is_deleted=True) if key in deleted else result


def _part(progress: Progress, number: int, parts: int) -> Progress:
    """The progress of one of so many equal parts of the whole, from 0."""
    return lambda done, total: progress(number * total + done, parts * total)


def _new(worded: Iterable[Finding], known: Iterable[Finding]) -> Iterator[Finding]:
    """What differs from the wording of the bank, where no rule found something else."""
    told: dict[tuple[str, str], list[Finding]] = {}
    for one in known:
        if one.start < one.end:
            told.setdefault((one.item_id, one.field), []).append(one)
    for found in worded:
        there = told.get((found.item_id, found.field), ())
        if not any(one.start < found.end and found.start < one.end for one in there):
            yield found


def _heard(found: Iterable[Finding], silenced: Collection[str]) -> tuple[Finding, ...]:
    return tuple(finding for finding in found if finding.rule not in silenced)


def missing_glyphs(packet: Packet, presets: Mapping[str, Preset] = PRESETS) -> tuple[Finding, ...]:
    """What a PDF of the packet has boxes for, because no face that it is set in has the character:
    red in a passage, its source and the facts of the session, which nobody can word otherwise,
    amber elsewhere, one finding for each item. A DOCX has every character.
    """
    texts: dict[tuple[str, str], str] = {}
    for place, text in _printed(packet):
        texts[place] = texts.get(place, "") + text
    return tuple(_missing(texts, packet, presets))


def _missing(
    texts: Mapping[tuple[str, str], str], packet: Packet, presets: Mapping[str, Preset]
) -> Iterator[Finding]:
    from studydesk.export.fonts import missing_characters  # the window opens without it

    styles = preset_for(packet.preset, presets).styles
    anywhere = [style.typeface for style in styles.values()]
    of_passages = [styles[Role.PASSAGE].typeface]
    for (item_id, field), text in texts.items():
        if found := missing_characters(text, of_passages if field == _PASSAGE else anywhere):
            severity = Severity.RED if field in _GIVEN else Severity.AMBER
            yield Finding("F01", severity, item_id, field, 0, 0, found)


_PASSAGE = "passage"
SESSION, NAMES = "session", "names"
"""The fields of what is printed and belongs to no item: the facts of the session, and the names of
a list, of those who sign or of groups, which the packet does not keep.
"""
_GIVEN = {_PASSAGE, "citation", SESSION, NAMES}


def _printed(packet: Packet) -> Iterator[tuple[tuple[str, str], str]]:
    """Item, field and text of whatever a handout may print; steps of an agenda are one field."""
    session = packet.session
    yield ("", SESSION), session.unit + session.place + session.host
    for words in written(packet):
        yield (words.item_id, words.field.partition(".")[0]), words.text
    for item in packet.items:
        if isinstance(item, PassageItem):
            cited = item.passage.citation
            insertions = (o.text for o in item.passage.operations if isinstance(o, Insertion))
            yield (item.id, _PASSAGE), "".join((item.passage.text, *insertions))
            yield (
                (item.id, "citation"),
                "".join((cited.title, *cited.authors, cited.newspaper, cited.page)),
            )


def _or_none(find: Callable[[str], _T | None]) -> Callable[[str], _T | None]:
    def found(key: str) -> _T | None:
        try:
            return find(key)
        except NotFound:
            return None

    return found
