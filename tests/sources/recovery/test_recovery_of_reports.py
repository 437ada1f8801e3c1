"""News reports: their opening stays one paragraph, as it is printed, and names their authors."""

import pytest
from tests.sources.recovery.test_recovery_rules import kinds, only

from studydesk.domain.article import BlockKind, ProblemKind, Recovery, Source
from studydesk.sources.recovery.recover import recover

TITLE = "工会送清凉到工地"
NEWS = "入冬以来，北江机械厂铸造车间的炉火一直没有歇过，职工们干劲十足。"
MORE = "厂工会把热姜茶送到了炉台边上，大家都说好。"


def read(raw: str) -> Recovery:
    return recover(Source("paste", raw))


def wrap(text: str, width: int = 16) -> str:
    """A paragraph in printed lines, the first set in."""
    first = width - 2
    rows = [text[at : at + width] for at in range(first, len(text), width)]
    return "\n".join(["　　" + text[:first], *rows])


@pytest.mark.parametrize(
    ("opening", "names"),
    [
        ("本报讯（记者 李晓明）", ("李晓明",)),
        ("本报讯（记者李晓明）", ("李晓明",)),
        ("本报讯（记者 李晓明 通讯员 王芳）", ("李晓明", "王芳")),
        ("新华社北京11月18日电（记者 李晓明 王芳）", ("李晓明", "王芳")),
        ("本报北江11月18日电 （见习记者 李晓明）", ("李晓明",)),
        ("本报讯(本报记者 李晓明、王芳)", ("李晓明", "王芳")),
    ],
)
@pytest.mark.parametrize("wrapped", [False, True])
def test_the_opening_of_a_report_stays_whole(
    opening: str, names: tuple[str, ...], *, wrapped: bool
) -> None:
    paragraphs = (opening + NEWS, MORE)
    lines = [wrap(text) if wrapped else f"　　{text}" for text in paragraphs]
    found = read("\n".join([TITLE, "", *lines]))
    article = only(found)
    assert (article.title, article.authors) == (TITLE, names)
    first, second = article.texts(BlockKind.PARAGRAPH)
    assert first.replace(" ", "") == (opening + NEWS).replace(" ", "")
    assert second == MORE
    assert [block.kind for block in article.blocks[1:]] == [BlockKind.PARAGRAPH] * 2
    assert not found.furniture
    assert not found.problems


def test_who_reports_on_a_line_of_its_own_is_read_with_the_text_below() -> None:
    lines = (
        "　　本报讯（记者 李晓明 通讯员 王芳）\n入冬以来，北江机械厂铸造车间的炉\n火一直没有歇过。"
    )
    article = only(read(f"{TITLE}\n\n{lines}\n　　{MORE}"))
    assert not article.texts(BlockKind.HEADING)
    assert article.texts(BlockKind.PARAGRAPH)[0].endswith(
        "王芳）入冬以来，北江机械厂铸造车间的炉火一直没有歇过。"
    )


def test_reports_one_behind_the_other_are_articles_of_their_own() -> None:
    found = read(
        f"{TITLE}\n本报讯（记者 李晓明）{NEWS}\n{MORE}\n托育点开进工业园\n"
        "新华社北京11月18日电（记者 王芳）近日，江东工业园首家职工托育点揭牌启用。\n"
        "园区工会负责人介绍了情况，双职工家庭每月只需承担六百元餐费。\n"
        "本报讯（记者 赵敏）三千册图书日前送进远洋渔船，船员返港后可以更换。"
    )
    assert [article.title for article in found.articles] == [TITLE, "托育点开进工业园", ""]
    assert [article.authors for article in found.articles] == [("李晓明",), ("王芳",), ("赵敏",)]
    assert kinds(found) == {ProblemKind.TITLE_MISSING}


def test_a_title_that_begins_like_a_dateline_stays_one() -> None:
    assert only(read(f"本报举办电影周\n王敏\n{NEWS}\n{MORE}")).title == "本报举办电影周"


# --- indents ---------------------------------------------------------------------------------


def test_a_line_set_in_behind_a_full_stop_begins_a_paragraph() -> None:
    rows = (
        "　　入冬以来，北江机械厂铸造车间的",
        "炉火一直没有歇过，职工们干劲十足。",
        "　　厂工会把热姜茶送到了炉台边上，",
        "大家都说好。",
    )
    article = only(read("\n".join([TITLE, "王敏", *rows])))
    assert article.texts(BlockKind.PARAGRAPH)[1].startswith("厂工会")


def test_a_closing_mark_on_a_line_of_its_own_ends_its_sentence() -> None:
    rows = (
        "入冬以来，车间的炉火一直没有歇过，",
        "职工们说：“大家干劲十足，越干越有劲。",
        "”",
        "　　今年，厂工会把热姜茶送到了炉台",
        "边上，大家都说好，来年冬天还要接着",
        "送，不让一个班组落下，不让一名职工",
        "受冻。",
    )
    article = only(read("\n".join([TITLE, "王敏", *rows])))
    first, second = article.texts(BlockKind.PARAGRAPH)
    assert first.endswith("越干越有劲。”")
    assert second.startswith("今年，")


def test_lines_that_are_all_set_in_stay_paragraphs() -> None:
    text = (NEWS + MORE) * 3
    rows = [f"　　{text[at : at + 17]}" for at in range(0, len(text), 17)]
    article = only(read("\n".join([TITLE, "王敏", *rows])))
    assert len(article.texts(BlockKind.PARAGRAPH)) < len(rows) / 2
