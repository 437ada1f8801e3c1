"""The sentences about who answers for a packet: what was let stand, what was signed, and what was
changed since. No Qt: the commands speak with them too.
"""

from collections.abc import Iterator
from datetime import date

from studydesk.domain.packet import Packet
from studydesk.domain.signing import Changes, changes_since
from studydesk.domain.vouching import Kept, Signature
from studydesk.handout.wording import chinese_date
from studydesk.services.checking import Checked, QuotationResult
from studydesk.ui.words.finding_words import found_told
from studydesk.ui.words.item_kinds import labels

_NAMED = 6
"""Items that are named before 等."""


_PLACES, _WORDS = 2, 12
"""Places that are named of what keeps a packet from going out, and characters of its words."""


def kept_sentence(kept: Kept) -> str:
    """Who let something stand, when and why; as far as that was said."""
    day = chinese_date(kept.on) if kept.on else ""
    who = " ".join(filter(None, (kept.by, day)))
    told = f"保留：{who}" if who else "保留"
    return f"{told}，{kept.reason}" if kept.reason else told


def way_out(differs: QuotationResult, *, is_left: bool) -> str:
    """What can be done about a passage that its article has otherwise, or no more."""
    left = "整理时已选保留原样；" if is_left else ""
    if differs.is_printed:
        return f"{left}请去整理换用新文，或署名保留：版面上原有这段话。"
    return f"{left}版面上没有这样的话，请去整理对照现在的文章，或重新选段。"


def changes_told(packet: Packet, changes: Changes) -> str:
    """What was changed, item by item; empty where nothing was."""
    names = labels(packet)
    parts = (
        ("题名或会议信息", changes.facts),
        (_listed([names[item_id] for item_id in changes.changed]), bool(changes.changed)),
    )
    changed = "、".join(text for text, so in parts if so)
    added = _listed([names[item_id] for item_id in changes.added])
    told = (
        f"改了{changed}" if changed else "",
        f"添了{added}" if added else "",
        f"删了 {changes.removed} 项" if changes.removed else "",
        "调了次序" if changes.moved else "",
        "换了版式或要印的部分" if changes.printing else "",
    )
    return "，".join(part for part in told if part)


def _listed(names: list[str]) -> str:
    return "、".join(names[:_NAMED]) + ("等" if len(names) > _NAMED else "")


def day_told(day: date) -> str:
    """A day of this or another year, as short as can be understood."""
    this_year = day.year == date.today().year  # noqa: DTZ011 - the user's own day is meant
    return f"{day.month}月{day.day}日" if this_year else chinese_date(day)


def signature_sentence(packet: Packet, signature: Signature) -> str:
    """Who signed as what and when, and what was changed since, if anything."""
    told = f"{signature.duty.value}：{signature.name}，{chinese_date(signature.on)}"
    return f"{told}，{remark(packet, signature)}。"


def remark(packet: Packet, signature: Signature) -> str:
    """Whether a packet is as it was signed."""
    changed = changes_told(packet, changes_since(packet, signature))
    return f"签后{changed}" if changed else "签后没有改动"


def changed_lines(packet: Packet) -> Iterator[str]:
    """For signatures that a packet was changed since: whose they are, and what was changed."""
    who: dict[str, list[str]] = {}
    for signature in packet.signatures:
        if changes := changes_since(packet, signature):
            signer = f"{signature.name}（{signature.duty.value}）"
            who.setdefault(changes_told(packet, changes), []).append(signer)
    for told, signers in who.items():
        yield f"{'、'.join(signers)}签字后{told}。"


def held_sentence(checked: Checked) -> str:
    """What keeps a packet from going out, and where it stands; empty where nothing does."""
    names = labels(checked.packet)
    differing = [names.get(result.item_id, "") for result in checked.unsettled_quotations]
    red = [names.get(one.item_id, "") + found_told(one, _WORDS) for one in checked.unsettled]
    told = (
        f"{len(differing)} 段引文没有核对上（{_first(differing)}）" if differing else "",
        f"{len(red)} 处必改没有处理（{_first(red)}）" if red else "",
    )
    held = "，".join(part for part in told if part)
    return f"{held}。" if held else ""


def _first(places: list[str]) -> str:
    return "、".join(places[:_PLACES]) + ("等" if len(places) > _PLACES else "")
