"""The names of a list are found however the list is written."""

from pathlib import Path

import pytest

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
