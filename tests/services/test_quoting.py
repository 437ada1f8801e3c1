"""Quotations in free text are looked up: verbatim, otherwise, or nowhere."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from studydesk.domain.article import SourceKind
from studydesk.domain.packet import FacilitatorNote, Guide, Packet, PassageItem, Term
from studydesk.domain.passage import Citation, Passage
from studydesk.errors import NotFound
from studydesk.library import Library
from studydesk.services.importing import import_files
from studydesk.services.quoting import look_up

SAID = "使得原有技能的有效周期缩短，部分岗位出现技能断层现象"


@pytest.fixture
def library(tmp_path: Path, seed_paths: tuple[Path, ...]) -> Iterator[Library]:
    """A library with the pages of the seeds."""
    with Library.open(tmp_path / "资料库") as library:
        import_files(library, seed_paths[:2])
        yield library


def found(library: Library, text: str) -> list[tuple[str, str, str]]:
    packet = Packet("学习", items=(Guide(text),))
    return [(one.rule, one.found, one.suggestion) for one in look_up(library, packet)]


def test_what_the_library_says_just_so_is_no_finding(library: Library) -> None:
    assert found(library, f"文中说“{SAID}。”") == []


@pytest.mark.parametrize("right", ["断层", "周期", "，", "使得"])
def test_a_changed_character_is_found_with_the_librarys_words(library: Library, right: str) -> None:
    wrong = SAID.replace(right, "、" if right == "，" else right[0] + "某")
    assert found(library, f"文中说“{wrong}”") == [("Q11", wrong, SAID)]


@pytest.mark.parametrize(("speaker", "rules"), [("习近平总书记", ["Q04"]), ("这位作者", [])])
def test_a_leaders_words_in_a_text_of_somebody_else_are_quoted_at_second_hand(
    library: Library, speaker: str, rules: list[str]
) -> None:
    said = Guide(f"{speaker}强调：“{SAID}。”")
    assert [one.rule for one in look_up(library, Packet("学习", items=(said,)))] == rules


def test_a_leaders_words_in_a_text_of_his_own_are_not(tmp_path: Path) -> None:
    text = "职工要把每一道工序做到位，练出一手绝活。"
    passage = Passage("gone", 0, len(text), text, citation=Citation("讲话", ("习近平",)))
    said = Guide("习近平总书记指出：“把每一道工序做到位，练出一手绝活。”")
    with Library.open(tmp_path / "空") as library:
        assert look_up(library, Packet("学习", items=(PassageItem(passage), said))) == ()


@pytest.mark.parametrize(
    ("before", "rules"),
    [
        ("《求是》刊文指出：", []),  # whoever wrote there
        ("习近平总书记在《求是》发表的文章中强调：", ["Q04"]),
        ("习近平总书记在《要领》一文中指出：", []),  # the text is named
        ("《某项意见》明确指出：", ["Q04"]),
        ("《要领》指出：", []),
        ("《工人日报》强调：", []),
        ("据《工人日报》，习近平总书记指出：", []),
        ("王敏引用习近平总书记的话强调：", []),
        ("读了《求是》，班长强调：", []),
        ("读了《习近平关于工人阶级的论述》，班长强调：", []),
        ("学习习近平新时代中国特色社会主义思想和毛泽东思想，班长强调：", []),
        ("习近平总书记讲过话。班长强调：", []),
    ],
)
def test_who_is_quoted_is_a_person_first_and_a_work_that_says_it_itself(
    tmp_path: Path, before: str, rules: list[str]
) -> None:
    text = "把每一道工序做到位，练出一手绝活。"
    cited = Citation("要领", ("王敏",), "工人日报")
    passage = PassageItem(Passage("gone", 0, len(text), text, citation=cited))
    packet = Packet("学习", items=(passage, Guide(f"{before}“{text}”")))
    with Library.open(tmp_path / "空") as library:
        assert [one.rule for one in look_up(library, packet)] == rules


@pytest.mark.parametrize(("newspaper", "rules"), [("工人日报", []), ("中国工人", ["Q04"])])
def test_the_newspaper_of_an_article_of_the_library_counts_too(
    library: Library, newspaper: str, rules: list[str]
) -> None:
    facts = (newspaper, None, "", SourceKind.NEWSPAPER, None)
    library.update_sources([(source.id, *facts) for source in library.sources()])
    assert [one[0] for one in found(library, f"《工人日报》指出：“{SAID}。”")] == rules


def test_words_that_no_text_has_are_not_found(library: Library) -> None:
    words = "全面推进乡村振兴必须牢牢抓好粮食生产"
    assert found(library, f"有人强调：“{words}”") == [("Q12", words, "")]


def test_a_passage_counts_even_where_its_article_is_gone(tmp_path: Path) -> None:
    text = "为职工搭建更加广阔的舞台。"
    note = FacilitatorNote("“为职工搭建更加广阔的舞台”")
    packet = Packet("学习", items=(PassageItem(Passage("gone", 0, len(text), text)), note))
    with Library.open(tmp_path / "空") as library:
        assert look_up(library, packet) == ()


def test_what_a_facilitator_may_say_needs_no_source(library: Library) -> None:
    note = FacilitatorNote("开场：“今天不念文件，只谈手艺，先请大家看看自己的手。”")
    assert look_up(library, Packet("学习", items=(note,))) == ()


def test_an_article_that_is_deleted_meanwhile_is_in_the_way_of_nothing(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(article_id: str) -> None:
        raise NotFound("article", article_id)

    monkeypatch.setattr(library, "article", gone)
    assert found(library, f"文中说“{SAID}。”") == []


_PLAIN = re.compile("[\u4e00-\u9fff，、]{30,60}(?=。)")


def test_a_definition_is_held_against_the_text_that_it_names_as_its_origin(
    library: Library,
) -> None:
    articles = (library.article(summary.id) for summary in library.articles())
    article = next(one for one in articles if one.title)
    said = next(filter(None, (_PLAIN.search(block.text) for block in article.body_blocks)))[0]
    changed = f"{said[:10]}某{said[11:]}"

    def told(definition: str, origin: str) -> list[tuple[str, str, str]]:
        packet = Packet("学习", items=(Term("技能断层", definition, origin),))
        return [(one.rule, one.found, one.suggestion) for one in look_up(library, packet)]

    origin = f"甲：《{article.title}》，《某报》2026年1月1日"
    assert told(said, origin) == []
    assert told(changed, origin) == [("Q11", changed, said)]
    assert told(changed, "《另一篇》") == []
    assert told(changed, "") == []
    assert told("各人岗位上手艺接不上的地方，谁也说不清从哪里补起。", origin) == []
