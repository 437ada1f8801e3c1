"""Articles that the library has already, or nearly so, from another source."""

from tests.library.conftest import MakePage

from studydesk.library import Library

BODY = (
    "党的创新理论是做好工会工作的根本遵循，各级工会要结合实际认真学习。\n"
    "要把思想政治引领摆在首位，团结引导广大职工建功立业。\n"
    "要维护好职工合法权益，做实做细普惠服务，办好职工的急难愁盼。"
)
TITLE = "在学懂弄通做实上下功夫"


def test_a_reprint_under_another_title_is_found_by_its_text(
    library: Library, make_page: MakePage
) -> None:
    first, second = (
        make_page((TITLE, BODY)),
        make_page(("转载", f"编者按语。\n{BODY}"), name="二.txt"),
    )
    library.add(*first)
    library.add(*second)
    (found,) = library.likenesses(second[1].articles[0])
    assert found.other_id == first[1].articles[0].id
    assert found.other_source == "工人日报 2025-11-03 第7版"
    assert 0.9 < found.share < 1
    assert not found.same_title


def test_a_text_of_which_another_has_all_and_more_is_not_quite_the_same(
    library: Library, make_page: MakePage
) -> None:
    library.add(*make_page((TITLE, f"{BODY}\n要加强自身建设，把工会建成职工之家。")))
    part = make_page(("转载", BODY), name="二.txt")
    library.add(*part)
    (found,) = library.likenesses(part[1].articles[0])
    assert 0.9 < found.share < 1


def test_the_other_is_called_by_its_file_where_nobody_knows_where_it_was_printed(
    library: Library, make_page: MakePage
) -> None:
    first, second = make_page((TITLE, BODY)), make_page(("转载", BODY), name="二.txt")
    library.add(*first)
    library.update_sources([(first[0].id, "", None, "", first[0].kind, None)])
    (found,) = library.likenesses(second[1].articles[0])
    assert found.other_source == "一版.txt"


def test_the_same_title_tells_by_itself_where_it_is_long(
    library: Library, make_page: MakePage
) -> None:
    library.add(*make_page((TITLE, BODY), ("编者按", BODY[:20])))
    others = make_page((TITLE, "完全不同的一段话。"), ("编者按", "另一段话。"), name="二.txt")
    library.add(*others)
    found = [library.likenesses(article) for article in others[1].articles]
    assert [(likeness.same_title, likeness.share) for likeness in found[0]] == [(True, 0.0)]
    assert found[1] == []


def test_white_space_and_punctuation_make_no_difference(
    library: Library, make_page: MakePage
) -> None:
    library.add(*make_page((TITLE, BODY)))
    other = make_page(("别题", BODY.replace("，", "， ").replace("。", "．")), name="二.txt")
    library.add(*other)
    assert [found.share for found in library.likenesses(other[1].articles[0])] == [1.0]


def test_articles_of_the_same_page_and_strangers_are_not_alike(
    library: Library, make_page: MakePage
) -> None:
    page = make_page(
        (TITLE, BODY), ("再登一次", BODY), ("别的事", "今天天气很好，大家都去看花了。")
    )
    library.add(*page)
    assert [library.likenesses(article) for article in page[1].articles] == [[], [], []]
