"""Whether a sentence tells that somebody says it, and who: a workmate or somebody else."""

import re
from typing import Literal

from studydesk.study.names import names_in
from studydesk.study.offices import ASSEMBLY, HIGH, SPEAKER, STATE
from studydesk.study.people import Company
from studydesk.study.vocabulary import any_of

Voice = Literal["", "mate", "other", "unmarked", "leader"]
"""Nobody; a workmate; somebody else; the same without quotation marks, so that nothing tells where
the words end; a leader so.
"""
SAYS = re.compile(any_of("saying"))
"""How somebody's words come in."""
_TO_THE_POINT = re.compile("[^，：。“]*：?")
"""The words of a sentence up to the first comma or colon."""
_DEED = re.compile("(?<![讲说谈作])[了过着]|来到|走[进访]|为[^，]*[办送解]|^[^，]*是[^，]+$")
"""How the words about an office tell of what was done, and not of what was said."""
HEARD = re.compile("[他她]|回答|报告|口号|公开信|来信")
"""What tells before a colon that somebody's words follow, besides a name."""
QUOTED = re.compile("“[^”]*(?:”|$)")
"""Words between quotation marks."""
_BY_PAPER = re.compile("(?:按照?|根据|依照)[^，]*$")
"""What is done as somebody asks for, who is not quoted."""
_BARE = "：“"
"""How words come in that no verb need stand before; where one does, it tells who says them."""
_LEAD = 40
"""Characters before a saying that tell who says it."""
DASHED = re.compile("\\s*(?:——|—|－－|--)")
"""How a line begins that signs what stands above it."""


def said(text: str, known: Company) -> tuple[Voice, bool]:
    """Who says something in a sentence, and whether an office does."""
    bare = QUOTED.sub("“”", text)
    bare = re.sub("(?<=[说道问讲])。$", "：", bare) if "“" in bare else bare
    first = _TO_THE_POINT.match(bare)
    ahead = first[0] if first else ""
    colon = ahead.endswith("：")
    office = bool((STATE if colon else HIGH).search(ahead))
    office = office and (colon or not _DEED.search(ahead)) and not DASHED.match(bare)
    heard = colon and not SAYS.search(ahead) and not known.has_workmate(ahead[:-1])
    others = office or (heard and bool(HEARD.search(ahead) or names_in(ahead)))
    mates = somebody = False  # somebody: one person, by a name or as 他
    for says in SAYS.finditer(bare):
        lead = re.split("[。！？；：“”]", bare[max(0, says.start() - _LEAD) : says.start()])[-1]
        told_before = says[0] == _BARE and SAYS.search(lead.rpartition("，")[2] + _BARE[:1])
        if _BY_PAPER.match(lead) or told_before:
            continue
        mate = known.has_workmate(lead)
        mates, others = mates or mate, others or not mate
        somebody |= not mate and bool(HEARD.match(lead) or names_in(lead))
        office |= known.has_official(lead) or bool(ASSEMBLY.search(lead))
    if (office or somebody) and "“" not in text:
        return ("leader" if SPEAKER.search(text) else "unmarked"), office
    return ("other" if office or others else "mate" if mates else ""), office
