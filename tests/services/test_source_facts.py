"""报名, 日期 and 版次 of many sources: guessed, asked for once, kept."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from time import process_time

import pytest

from studydesk.domain.article import Source
from studydesk.errors import NotFound
from studydesk.library import Library
from studydesk.services.citing import SourceFacts
from studydesk.services.importing import import_files
from studydesk.services.source_facts import (
    ask_about,
    guessed,
    keep_facts,
    printed_otherwise,
)

BODY = "这是一段写得清楚的正文，讲的是班组学习。\n" * 8


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "资料库") as opened:
        yield opened


def added(library: Library, tmp_path: Path, **pages: str) -> list[str]:
    paths = []
    for name, text in pages.items():
        paths.append(tmp_path / f"{name}.txt")
        paths[-1].write_text(text, "utf-8")
    return [result.source_id for result in import_files(library, paths)]


def test_a_running_head_tells_what_the_file_name_does_not(library: Library, tmp_path: Path) -> None:
    ids = added(library, tmp_path, 版面=f"2026年11月20日 第3版 工人日报\n题目\n{BODY}")
    asked = ask_about(library, ids)
    assert asked is not None
    assert (asked.newspaper, asked.published, asked.page) == (
        "工人日报",
        date(2026, 11, 20),
        "3",
    )
    assert library.source(ids[0]).page == ""


@pytest.mark.parametrize(
    "line",
    [
        "来源：《劳动周刊》2026年5月18日",
        "作者：许青  来源：《劳动周刊》2026年5月18日.",
        "（来源：《劳动周刊》 2026年5月18日 第3版）",
    ],
)
def test_a_line_that_tells_where_a_text_is_from_tells_its_name_whatever_that_ends_in(
    line: str,
) -> None:
    assert guessed(Source("粘贴", f"题目\n{BODY}{line}\n")).newspaper == "劳动周刊"
    assert guessed(Source("粘贴", f"题目\n{BODY}本报在《劳动周刊》之后也谈了。\n")).newspaper == ""


@pytest.mark.parametrize(
    "line",
    [
        "资料来源：《劳动合同法》 2008年1月1日起施行",
        "来源：《劳动合同法》2008年1月1日",
        "来源：《资本论》第1卷 第3版",
        "来源：《实践论》 2026年5月18日",
        "数据来源：《劳动年鉴》 2026年5月18日",
        "来源：《劳动周刊》 2026年5月18日起连载",
        "来源：《劳动故事》",
    ],
)
def test_a_law_or_a_book_that_a_text_goes_by_is_no_newspaper(line: str) -> None:
    assert guessed(Source("粘贴", f"题目\n{BODY}{line}\n")).newspaper == ""


@pytest.mark.parametrize(
    "head",
    [
        "工人日报 2026 年 4 月 27 日 星期一 第 7 版",
        "工人日报　２０２６年４月２７日　第７版",
        "工人日报 第七版 2026年4月27日",
    ],
)
def test_a_running_head_is_read_as_pages_and_pdfs_have_it(head: str) -> None:
    source = guessed(Source("粘贴", f"{head}\n题目\n{BODY}"))
    assert (source.newspaper, source.published, source.page) == (
        "工人日报",
        date(2026, 4, 27),
        "7",
    )


@pytest.mark.parametrize(
    ("head", "page"),
    [
        *(("今日8版", ""), ("共16版", ""), ("导读 3版 5版", ""), ("第2版 第3版", "")),
        *(("今日8版 第1版", "1"), ("第3版 共8版", "3"), ("3版 要闻 3版", "3")),
    ],
)
def test_only_the_page_that_a_running_head_claims_is_asked_for(
    library: Library, tmp_path: Path, head: str, page: str
) -> None:
    day = "江城工人报 2025年5月16日"
    asked = ask_about(library, added(library, tmp_path, 第7版=f"{day} {head}\n题目\n{BODY}"))
    assert asked is not None
    assert asked.page == (page or "7")


def test_a_line_that_leads_to_other_pages_tells_none() -> None:
    assert guessed(Source("粘贴", f"导读 3版 5版\n题目\n{BODY}")).page == ""
    assert guessed(Source("粘贴", f"江城工人报 2025年5月16日 共16版\n题目\n{BODY}")).page == ""


@pytest.mark.parametrize(
    ("head", "page"),
    [
        ("工人日报 2026年4月27日 星期一", ""),
        ("第七版", "7"),
        ("工人日报第七版", "7"),
        ("2026年4月27日第七版", "7"),
        ("工人日报 2026年4月27日 第1版（下转第4版）", "1"),
        ("（上接第一版）", ""),
        ("（上接第1版）", ""),
        ("相关报道见第三版", ""),
        ("（相关报道见第3版）", ""),
        ("本书第一版于2019年出版", ""),
        ("劳动合同（第三版）", ""),
        ("劳动合同（第三版） 2019年5月1日", ""),
        ("今年第二版修订稿", ""),
        ("《资本论》 第一版序言", ""),
        ("劳动合同 第三版", ""),
    ],
)
def test_only_a_running_head_tells_a_page_and_no_turn_or_edition(head: str, page: str) -> None:
    assert guessed(Source("粘贴", f"{head}\n题目\n{BODY}（下转第四版）\n")).page == page


def test_a_date_in_a_sentence_is_not_that_of_the_page(library: Library, tmp_path: Path) -> None:
    ids = added(library, tmp_path, 版面=f"题目\n会议于2025年10月23日在北京举行。\n{BODY}")
    asked = ask_about(library, ids)
    assert asked is not None
    assert asked.published is None


def test_pages_of_one_issue_are_asked_about_at_once_and_keep_their_numbers(
    library: Library, tmp_path: Path
) -> None:
    ids = added(library, tmp_path, 第3版=f"甲\n{BODY}", 第4版=f"乙\n{BODY}")
    asked = ask_about(library, ids)
    assert asked is not None
    assert (asked.page, asked.differs) == ("", frozenset({"page"}))
    keep_facts(library, asked.answered("工人日报", date(2026, 11, 20), ""))
    kept = [library.source(source_id) for source_id in ids]
    assert [(s.newspaper, s.page) for s in kept] == [("工人日报", "3"), ("工人日报", "4")]
    assert {source.published for source in kept} == {date(2026, 11, 20)}


def test_facts_of_many_sources_are_kept_all_together_or_not_at_all(
    library: Library, tmp_path: Path
) -> None:
    (source_id,) = added(library, tmp_path, 版面=f"甲\n{BODY}")
    facts = SourceFacts(source_id, "工人日报", None, "")
    with pytest.raises(NotFound):
        keep_facts(library, [facts, replace(facts, source_id="gone")])
    assert library.source(source_id).newspaper == ""


def test_a_newspaper_that_one_file_name_tells_is_no_others(
    library: Library, tmp_path: Path
) -> None:
    ids = added(library, tmp_path, **{"工人日报 第3版": f"甲\n{BODY}", "别的": f"乙\n{BODY}"})
    asked = ask_about(library, ids)
    assert asked is not None
    assert (asked.newspaper, asked.page) == ("", "")
    assert asked.differs == frozenset({"newspaper", "page"})
    assert asked.lacking == tuple(library.source(each).name for each in ids)


def test_what_is_found_in_one_file_is_no_others_and_stays_unless_all_are_replaced(
    library: Library, tmp_path: Path
) -> None:
    ids = added(library, tmp_path, **{"工人日报 第3版": f"甲\n{BODY}", "别的": f"乙\n{BODY}"})
    asked = ask_about(library, ids)
    assert asked is not None
    day = date(2026, 11, 20)
    told = [(each.newspaper, each.page) for each in asked.answered("江城工人报", day, "2")]
    assert told == [("工人日报", "3"), ("江城工人报", "2")]
    replaced = asked.answered("江城工人报", day, "2", replaces=True)
    assert {each.newspaper for each in replaced} == {"江城工人报"}


def test_what_is_alike_can_be_taken_out_again(library: Library, tmp_path: Path) -> None:
    ids = added(library, tmp_path, 第3版=f"甲\n{BODY}")
    asked = ask_about(library, ids)
    assert asked is not None
    keep_facts(library, asked.answered("", None, ""))
    assert library.source(ids[0]).page == ""


def test_there_is_nothing_to_ask_without_a_source(library: Library) -> None:
    assert ask_about(library, []) is None


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("工人日报 2026年3月5日 第7版", ("工人日报", date(2026, 3, 5), "7")),
        ("（《人民日报》 2026年3月5日 第 01 版）", ("人民日报", date(2026, 3, 5), "1")),
        ("工人日报\n2026-03-05\n第7版", ("工人日报", date(2026, 3, 5), "7")),
        (
            "工人日报　2026年3月5日　星期四　第7版　责任编辑：丁方　美编：李 晓　电话：84111234",
            ("工人日报", date(2026, 3, 5), "7"),
        ),
        (
            "工人日报责任编辑：丁方　2026年3月5日　星期四　第7版责任校对：李晓　电话：010-84111234",
            ("工人日报", date(2026, 3, 5), "7"),
        ),
        (
            "责编：丁方　邮箱：lilun@example.com　工人日报 2026年3月5日 第7版 热线：84111234",
            ("工人日报", date(2026, 3, 5), "7"),
        ),
        (
            "本版编辑:王五·2026年3月5日·工人日报·第7版",
            ("工人日报", date(2026, 3, 5), "7"),
        ),
        ("责编:王一/2026年3月5日/第7版", ("", date(2026, 3, 5), "7")),
        (
            "编辑：李平，2026年3月5日，工人日报07版",
            ("工人日报", date(2026, 3, 5), "7"),
        ),
        ("责任编辑：张三2026年3月5日星期四", ("", date(2026, 3, 5), "")),
        ("首页 > 工人日报 > 版面\n2026年3月5日", ("工人日报", date(2026, 3, 5), "")),
        ("工人日报记者从会上获悉", ("", None, "")),
        ("首页 > 工人日报记者看基层 > 正文", ("", None, "")),
    ],
)
def test_the_first_lines_of_a_paste_tell_where_it_was_printed(
    head: str, told: tuple[str, date | None, str]
) -> None:
    source = guessed(Source("粘贴", f"{head}\n题目\n{BODY}"))
    assert (source.newspaper, source.published, source.page) == told


@pytest.mark.parametrize("words", ["责任", "甲 > ", " " * 3])
def test_a_long_line_is_no_running_head_and_takes_no_time(words: str) -> None:
    source = Source("粘贴", f"题目\n{BODY}词{words * 10_000}尾\n{BODY}")
    begun = process_time()
    assert guessed(source) == source
    assert printed_otherwise(source) == ("", None)
    assert process_time() - begun < 1


def test_what_is_on_record_of_a_source_is_not_guessed_anew() -> None:
    source = guessed(Source("粘贴", f"工人日报 2026年3月5日 第7版\n题目\n{BODY}", "农民日报"))
    assert (source.newspaper, source.page) == ("农民日报", "7")


OF_FILE = Source("a.txt", "", "工人日报", date(2026, 11, 16), "7")


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("人民日报 2026年11月16日 星期一 第7版", ("人民日报", None)),
        ("工人日报 2026年11月15日 星期日 第7版", ("", date(2026, 11, 15))),
        ("解放日报\n2026年11月15日 星期日", ("解放日报", date(2026, 11, 15))),
        ("工人日报 2026年11月16日 第7版", ("", None)),
        ("第7版", ("", None)),
        ("（原载《人民日报》2026年11月3日第2版）", ("", None)),
        ("2026年3月5日", ("", None)),
        ("据人民日报2026年11月3日第2版", ("", None)),
        ("本文据 解放日报 2026年11月3日 第2版", ("", None)),
        ("根据解放日报 2026年11月3日 第2版", ("", None)),
        ("数据 人民日报 2026年11月16日 第7版", ("人民日报", None)),
        ("《人民日报》（2026年11月3日第2版）", ("", None)),
        ("《解放日报》 (2026年11月3日)", ("", None)),
        ("《解放日报》 2026年11月16日 第7版", ("解放日报", None)),
        ("2026年11月15日 星期日", ("", None)),
        ("报名截止\n2026年11月15日 星期日", ("", None)),
        ("第7版\n报名截止\n2026年11月15日 星期日", ("", None)),
        ("2026年11月15日 星期日\n第7版", ("", date(2026, 11, 15))),
        ("第7版\n\n2026年11月15日 星期日", ("", date(2026, 11, 15))),
        ("据人民日报 第7版\n2026年11月15日 星期日", ("", None)),
    ],
)
def test_a_running_head_that_contradicts_the_record_is_told(
    head: str, told: tuple[str, date | None]
) -> None:
    source = replace(OF_FILE, raw=f"{head}\n题目\n{BODY}")
    assert printed_otherwise(source) == told


def test_where_nothing_is_on_record_nothing_contradicts_it() -> None:
    raw = f"人民日报 2026年11月16日 星期一 第7版\n题目\n{BODY}"
    assert printed_otherwise(Source("粘贴", raw)) == ("", None)


@pytest.mark.parametrize("fact", ["clipped: 2024年5月1日 摘", "note: 工人日报 2024年5月1日 第3版"])
def test_what_front_matter_says_besides_tells_no_running_head(fact: str) -> None:
    bare = Source("剪报", f"# 题目\n{BODY}<!-- {fact} -->")
    known = replace(bare, newspaper="人民日报", published=date(2026, 5, 1))
    assert guessed(bare) == bare
    assert printed_otherwise(known) == ("", None)


def test_a_running_head_that_stands_beside_the_text_is_one() -> None:
    head = Source("版面", f"# 题目\n{BODY}<!-- 工人日报 2024年5月1日 第3版 -->")
    assert guessed(head).published == date(2024, 5, 1)
