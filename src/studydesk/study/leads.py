"""As what something in a text leads on: to the own work, to a deed, to looking back on it."""

from collections.abc import Iterator, Mapping

from studydesk.study.find import Find
from studydesk.study.list_items import TO_DO

_HELP = "any-help"
"""What somebody is to be helped with is not looked for at the own work."""
_DEEDS, _PART = "any-deeds", "any-part"
BESIDE = _DEEDS, _PART
"""What leads on from the sentences beside something: from what they tell that is done, from all."""

_LEADS_ON: Mapping[str, str] = {
    "list": "any-list",
    **dict.fromkeys(("row", "announced"), "any-row"),
    "named": "any-measure",
    "provision": "any-case",
    **dict.fromkeys(("item", "title-demand", "title-measure"), "any-demand"),
    **dict.fromkeys(("case", "trouble"), _HELP),
    **dict.fromkeys(
        ("claim", "contrast", "opening", "closing", "title-claim"),
        "any-statement",
    ),
}
"""As what each structure leads on, the best first; the wordings are in frames.toml."""
_HAVE_MEASURES = {"any-list", "any-row", "any-measure", "any-demand"}
_RANKS = (*dict.fromkeys(_LEADS_ON.values()), _DEEDS, _PART)


def leading(find: Find) -> Iterator[str]:
    """As what something leads on, the best first; as nothing, where it only can be understood."""
    best = _LEADS_ON.get(find.structure)
    if best is None:
        return
    yield best
    if best in _HAVE_MEASURES and _is_to_do(find):
        yield _DEEDS
    if best != _HELP:
        yield _PART


def _is_to_do(find: Find) -> bool:
    """Whether what is found has a name of its own, lists anything that can be done, or calls for
    it.
    """
    words = find.more.get("keys", find.words).split("；")
    return find.structure == "named" or any(map(TO_DO.match, words))


def rank(structure: str) -> int:
    """How far behind the best a structure stands that leads on; 0 is the best."""
    return _RANKS.index(structure)
