"""What several write to the paper, each under a heading and their name, is one article."""

import pytest
from tests.sources.recovery.day_at_work import EVENING, MORNING, NOON, WORK, recovered

from studydesk.domain.article import BlockKind

NOTE = "编者按　师傅的绝活该不该写下来，大家各有各的说法。本期选登几位读者的来稿。"
VOICES = (
    ("写下来，手艺才活得久", "刨床工　王建国", MORNING),
    ("光靠写，写不出手感", "技校教师　李晓梅", WORK),
    ("传绝活，要让师傅有甜头", "企业工会干部　赵志强", NOON),
)
BEHIND = ("低头走路也抬头", "周明", EVENING, MORNING)


def test_who_writes_below_a_note_of_the_editors_begins_no_article() -> None:
    lines = [line for voice in VOICES for line in voice]
    found = recovered("众议", "老师傅的绝活该不该写进教材", NOTE, *lines, *BEHIND)
    first, second = found.articles

    assert first.texts(BlockKind.HEADING) == tuple(voice[0] for voice in VOICES)
    assert first.texts(BlockKind.SPEAKER) == tuple(
        voice[1].replace("\u3000", " ") for voice in VOICES
    )
    assert second.authors == ("周明",)


@pytest.mark.parametrize("count", [0, 1])
def test_bylines_without_a_note_begin_articles(count: int) -> None:
    lines = [line for voice in VOICES[1:] for line in voice]
    found = recovered(*((NOTE,) * count), "夜校", "王敏", EVENING, *lines[:3], *BEHIND)

    assert "周明" in found.articles[-1].authors
