"""What the five pages of the starter library become."""

from pathlib import Path

import pytest

from studydesk.domain.article import ProblemKind, Recovery
from studydesk.sources.reading import read_file
from studydesk.sources.recovery.recover import recover

SEEDS = Path(__file__).parents[3] / "seeds"


def page(number: str) -> Recovery:
    return recover(read_file(next(SEEDS.glob(f"{number}_*.txt"))))


@pytest.mark.parametrize(
    ("number", "authors"),
    [
        ("000", ["苏文帅", "", "黄蔚", "王敏", "杜宇"]),
        ("001", ["", "钱志权 吕秋慧", "", "彭维锋"]),
        ("002", ["魏国强", "方启军", "杨思斌", "", "史强"]),
        ("003", ["张奎", "", "姜宇", "余茜 马春媛", "常晶"]),
        ("004", ["马璞", "钟洪江", "蔡安辉"]),
    ],
)
def test_every_article_has_its_authors(number: str, authors: list[str]) -> None:
    assert [" ".join(article.authors) for article in page(number).articles] == authors


@pytest.mark.parametrize(
    ("number", "titles"),
    [
        (
            "000",
            [
                "发挥工会枢纽作用 在提升职工生活品质中赋能国内大循环",
                "怎样获得职业技能等级证书？",
                "提升金融专业能力 助力构建现代化产业体系",
                "",
                "加大培育力度 打造高素质数字人才队伍",
            ],
        ),
        (
            "003",
            [
                "推进工会“五化”建设 助力“产改”走深走实",
                "",
                "运用能动司法 回应劳动权益保障新需求",
                "工会数智化建设助推基层治理效能提升的路径思考",
                "弘扬工匠精神为制造业发展提质增效",
            ],
        ),
        (
            "004",
            [
                "更好发挥牵头抓总作用 深化产业工人队伍建设改革",
                "深入学习贯彻党的二十届四中全会精神 奋力谱写工会工作高质量发展新篇章",
                "深入学习贯彻党的二十届四中全会精神 以高质量经审工作护航工会事业高质量发展",
            ],
        ),
    ],
)
def test_every_article_has_its_title(number: str, titles: list[str]) -> None:
    assert [article.title for article in page(number).articles] == titles


def test_the_page_that_breaks_every_printed_line_has_no_line_end_in_a_word() -> None:
    body = "".join(article.body for article in page("001").articles)
    assert body.count("新质生产力") == 9
    assert "求木之长者，必固其根本。" in body
    assert "4月28日" in body


def test_a_stray_ending_goes_to_the_article_whose_sentence_it_ends() -> None:
    second = page("004").articles[1]
    assert "坚定不移走中国特色社会主义工会发展道路" in second.body
    assert second.affiliation == "作者系全国总工会副主席、书记处书记、党组成员"


@pytest.mark.parametrize(
    ("number", "kind", "detail"),
    [
        ("000", ProblemKind.REPEATED, "150"),
        ("000", ProblemKind.TITLE_MISSING, ""),
        ("000", ProblemKind.END_MISSING, ""),
        ("000", ProblemKind.COLUMNS_MIXED, ""),
        ("001", ProblemKind.TITLE_MISSING, ""),
        ("001", ProblemKind.AUTHOR_UNKNOWN, ""),
        ("002", ProblemKind.REPEATED, "116"),
        ("002", ProblemKind.ORDINAL_MISSING, "第四"),
        ("004", ProblemKind.REPEATED, "196"),
        ("004", ProblemKind.COLUMNS_MIXED, ""),
    ],
)
def test_what_is_damaged_is_said(number: str, kind: ProblemKind, detail: str) -> None:
    found = {(problem.kind, problem.detail) for problem in page(number).problems}
    assert (kind, detail) in found
