"""Who reports, as the dateline of a report says it."""

import pytest

from studydesk.domain.article import Article, Block, BlockKind, Span
from studydesk.domain.cleaning import clean
from studydesk.domain.reports import reporters


@pytest.mark.parametrize(
    ("opening", "names"),
    [
        ("本报讯（记者 李晓明）入冬以来", ("李晓明",)),
        ("本报讯（记者李晓明）入冬以来", ("李晓明",)),
        ("本报讯（记者 李晓明 通讯员 王芳）入冬", ("李晓明", "王芳")),
        ("本报讯(本报记者 李晓明、王芳)入冬", ("李晓明", "王芳")),
        ("新华社北京11月18日电（记者 李 明 王芳）", ("李明", "王芳")),
        ("新华社北京11月18日电 （记者李晓明、欧阳晓芳）", ("李晓明", "欧阳晓芳")),
        ("本报北江11月3日讯（见习记者 古丽·买买提 实习生 王芳）", ("古丽·买买提", "王芳")),
        ("工人日报—中工网讯（记者 李晓明 文/图）", ("李晓明",)),
        ("本报讯（通讯员 王芳 驻京记者 李晓明）", ("王芳", "李晓明")),
        ("新华社北京5月8日电（皇甫平 王敏）入冬", ("皇甫平", "王敏")),
        ("新华社北京5月8日电（上官云）入冬", ("上官云",)),
        ("新华社北京5月8日电（江山 王敏）入冬", ("王敏",)),
        ("本报讯（时评）入冬", ()),
        ("本报讯（上官）入冬", ()),
        ("本报讯（下篇 王敏）入冬", ()),
        ("本报讯 入冬以来（记者 李晓明）", ()),
        ("（记者 李晓明）入冬以来", ()),
        ("本报记者李晓明来到厂里", ()),
    ],
)
def test_the_dateline_names_who_reports(opening: str, names: tuple[str, ...]) -> None:
    assert reporters(opening) == names


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        ("本报讯（记者 李晓明 通讯\n员 王芳）入冬", "本报讯（记者 李晓明 通讯员 王芳）入冬"),
        ("本报讯（记者 李晓\n明）入冬以\n来", "本报讯（记者 李晓明）入冬以来"),
        ("本报讯（记者 李晓明\n　王芳）入冬", "本报讯（记者 李晓明 王芳）入冬"),
        ("本报讯 （ 记者 李 明 ）入 冬", "本报讯（记者 李明）入冬"),
    ],
)
def test_spaces_stay_between_the_names(printed: str, text: str) -> None:
    assert clean(printed, [Span(0, len(printed))], BlockKind.PARAGRAPH) == text


def test_names_of_a_byline_are_the_authors_before_those_of_the_dateline() -> None:
    report = Block(BlockKind.PARAGRAPH, "本报讯（记者 李晓明）入冬。", (Span(3, 17),))
    byline = Block(BlockKind.AUTHOR, "王芳", (Span(0, 2),))
    assert Article("1", "0", (report,)).authors == ("李晓明",)
    assert Article("1", "0", (byline, report)).authors == ("王芳",)


def test_a_later_paragraph_names_no_author() -> None:
    texts = ("入冬。", "本报讯（记者 李晓明）入冬。")
    blocks = tuple(
        Block(BlockKind.PARAGRAPH, text, (Span(at, at + 1),)) for at, text in enumerate(texts)
    )
    assert Article("1", "0", blocks).authors == ()
