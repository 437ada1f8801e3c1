"""The names of a list are found however the list is written."""

from pathlib import Path

import pytest

from studydesk.errors import FileUnreadable, SourceTooLarge
from studydesk.services.names import names_in, read_names


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
