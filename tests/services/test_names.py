"""The names of a list are found however the list is written."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studydesk.errors import FileUnreadable, SourceTooLarge
from studydesk.services.names import entries_in, names_in, read_names


@pytest.mark.parametrize(
    "text",
    [
        "张三\n李四\n欧阳 建国",
        "张三、李四、欧阳 建国",
        "1. 张三\n2. 李四\n3. 欧阳 建国\n",
        "序号,姓名,班组\n1,张三,甲班\n2,李四,乙班\n3,欧阳 建国,甲班",
        "1\t张三\t甲班\n2\t李四\t乙班\n3\t欧阳 建国\t甲班",
        '班组,"姓 名"\n"甲,乙班",张三\n甲班,李四\n,欧阳 建国',
    ],
)
def test_names_are_found_in_lists_and_tables(text: str) -> None:
    assert names_in(text) == ("张三", "李四", "欧阳 建国")


@pytest.mark.parametrize(
    "text",
    [
        "张三 李四 王五六",
        "张三　李四\t王五六",
        "1.张三 2.李四 3.王五六",
        "1、张三　2、李四　3、王五六",
        "①张三②李四③王五六",
        "参加人员：张三、李四 王五六",
        "张三 李四\n王五六",
        "序号 姓名\n1 张三\n2 李四\n3 王五六",
        "1 张三 甲班\n2 李四 乙班\n3 王五六 甲班",
    ],
)
def test_names_with_spaces_or_numbers_between_are_parted(text: str) -> None:
    assert names_in(text) == ("张三", "李四", "王五六")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("张 三\n李 四\n王五六", ("张 三", "李 四", "王五六")),
        ("张　三 李四光 欧阳 建国", ("张 三", "李四光", "欧阳 建国")),
        ("张 三丰", ("张 三丰",)),
        ("张三 组长\n李四 甲班", ("张三 组长", "李四 甲班")),
        ("Mary Ann\nJohn Smith", ("Mary Ann", "John Smith")),
        ("买买提·艾力 张三（请假）", ("买买提·艾力", "张三（请假）")),
    ],
)
def test_a_space_within_a_name_parts_nothing(text: str, names: tuple[str, ...]) -> None:
    assert names_in(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("张三、李四、组长：王五", ("张三", "李四", "王五")),
        ("名单如下：张三、李四。", ("张三", "李四")),
        ("张三 李四 组长：王五", ("张三", "李四", "王五")),
        ("主持人：张三，记录人：李四", ("张三", "李四")),
        ("钳工一班（2人）：张三、李四", ("张三", "李四")),
        ("张三（班长：代）李四", ("张三（班长：代）", "李四")),
        ("张三（班长、代）李四", ("张三（班长 代）", "李四")),
        ("甲班（张三、李四）乙班（王五）", ("张三", "李四", "乙班（王五）")),
    ],
)
def test_nobody_before_a_colon_or_in_brackets_is_lost(text: str, names: tuple[str, ...]) -> None:
    assert names_in(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("一班 张三\n一班 李四", ("一班 张三", "一班 李四")),
        ("钳工班 张三 李四", ("钳工班 张三", "李四")),
        ("班长 张三\n副班长 李四", ("班长 张三", "副班长 李四")),
        ("一班 张三 二班 李四", ("一班 张三", "二班 李四")),
        ("1、张三 钳工 2、李四 焊工", ("张三 钳工", "李四 焊工")),
        ("张三 男 李四 女", ("张三 男", "李四 女")),
        ("一班\n张三\n李四1班\n", ("张三", "李四1班")),
        ("张三，甲班，李小班", ("张三", "李小班")),
        ("1 张三 2 李四 3 王五", ("张三", "李四", "王五")),
        ("张三 13800001111", ("张三",)),
    ],
)
def test_groups_posts_and_numbers_are_no_people(text: str, names: tuple[str, ...]) -> None:
    assert names_in(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "姓名,张三,李四",
        "姓名\t张三\t李四\n班组\t甲班\t乙班",
        "姓名 张三\n姓名 李四",
        "序号\t姓名\t班组\t序号\t姓名\t班组\n1\t张三\t甲班\t2\t李四\t乙班",
        "1\t张三\t2\t李四",
        "1,张三,李四\n2",
        "序号,姓名\n1,张三\n李四",
        "班组,姓名\n甲班,张三、李四",
        '张三、"李四"',
    ],
)
def test_nobody_in_a_table_is_lost(text: str) -> None:
    assert names_in(text) == ("张三", "李四")


@pytest.mark.parametrize("odd", ["等", "等15人", "共15人", "共 15 人", "（共15人）", "15人"])
def test_one_odd_word_on_a_long_line_hides_nobody(odd: str) -> None:
    assert names_in("张三 李四 王五六 " * 9 + odd) == ("张三", "李四", "王五六") * 9


def test_a_long_line_that_parts_nowhere_goes_on_in_the_next() -> None:
    text = " ".join(f"Mary{number}" for number in range(40))
    assert " ".join(names_in(text)) == text
    assert "".join(names_in("张三李四" * 30)) == "张三李四" * 30


GIVEN = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF, exclude_characters="等员名")
NAMES = st.builds(
    "{}{}{}".format,
    st.sampled_from("张王李刘陈杨赵吴徐孙"),
    st.sampled_from(["", "", " ", "\u3000"]),
    st.text(GIVEN, min_size=1, max_size=2),
)
WORDS = '等|共15人|12|3.|一班|班长|组长：|（代、女）|(|男|√|代|名单：|"|a'
ODD = st.sampled_from(WORDS.split("|"))


@given(st.lists(st.tuples(NAMES, st.sampled_from("、,，;；/。|\t\n \u3000")), min_size=1))
def test_any_names_with_anything_between_are_these_names(parts: list[tuple[str, str]]) -> None:
    text = "".join(f"{name}{sign}" for name, sign in parts)
    assert names_in(text) == tuple(name.replace("\u3000", " ") for name, _ in parts)


@given(st.lists(st.tuples(NAMES | ODD, st.sampled_from("、,，\t\n "))))
def test_no_letter_of_a_name_is_lost_between_whatever_words(parts: list[tuple[str, str]]) -> None:
    found = iter("".join(names_in("".join(map("".join, parts)))))
    letters = "".join(word for word, _ in parts if word[0] in "张王李刘陈杨赵吴徐孙")
    assert all(letter in found for letter in "".join(letters.split()))


def test_a_long_line_of_names_takes_no_time_and_is_read_to_the_most() -> None:
    assert len(names_in("张三 " * 200_000)) == 2000


def test_groups_keep_the_spaces_of_their_names() -> None:
    assert entries_in("机修 一班\n机修 二班") == ("机修 一班", "机修 二班")


def test_nothing_has_no_names() -> None:
    assert names_in(" \n\n") == ()


def test_a_mark_that_is_never_closed_hides_no_names() -> None:
    names = names_in('"' + "张三、李四、" * 30_000)
    assert set(names[1:]) == {"张三", "李四"}


def test_a_list_may_be_a_file_as_excel_writes_it(tmp_path: Path) -> None:
    path = tmp_path / "名单.csv"
    path.write_bytes("姓名,电话\r\n张三,1\r\n李四,2\r\n".encode("gb18030"))
    assert read_names(path) == ("张三", "李四")


def test_a_list_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileUnreadable):
        read_names(tmp_path / "名单.csv")


def test_a_file_too_large_for_a_list_is_refused(tmp_path: Path) -> None:
    (tmp_path / "名单.txt").write_bytes(b"x" * (1024 * 1024 + 1))
    with pytest.raises(SourceTooLarge):
        read_names(tmp_path / "名单.txt")
