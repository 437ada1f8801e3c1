"""Reading text files and pastes: every encoding that comes, and a clear refusal for the rest."""

import os
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studydesk import errors
from studydesk.domain.article import SourceKind
from studydesk.sources.published import guess_page
from studydesk.sources.readers.text import BIG5, decode
from studydesk.sources.reading import LARGEST, read_file, read_paste

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
TEXT = "发挥工会枢纽作用，在提升职工生活品质中赋能国内大循环。\r\n第一，APP上线。\r\n"
HAN = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=8)


def write(folder: Path, data: bytes, name: str = "page.txt") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"]
)
@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.name[:3])
def test_a_page_reads_the_same_in_every_encoding(seed: Path, encoding: str) -> None:
    text = seed.read_bytes().decode()
    assert decode(text.encode(encoding), "page") == text


def test_line_ends_stay_as_they_are(tmp_path: Path) -> None:
    assert read_file(write(tmp_path, TEXT.encode())).raw == TEXT


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    assert read_file(write(tmp_path, TEXT.encode("utf-8-sig"))).raw == TEXT


@given(HAN)
def test_han_text_survives_utf_8(text: str) -> None:
    assert decode(text.encode(), "page") == text


@given(st.binary(max_size=200))
def test_bytes_are_read_whole_or_refused(data: bytes) -> None:
    try:
        text = decode(data, "page")
    except errors.SourceRefused:
        return
    encodings = ("utf-8-sig", "gb18030", BIG5, "utf-16", "utf-16-le", "utf-16-be")
    wholes = (data.decode(encoding, "replace").removesuffix("\x1a") for encoding in encodings)
    assert text in {
        re.sub("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]", "\ufffd", whole) for whole in wholes
    }


@pytest.mark.parametrize("at", [0, 30, 600])
def test_one_wrong_byte_is_marked_where_it_stands(tmp_path: Path, at: int) -> None:
    before, behind = (TEXT * 9)[:at], (TEXT * 9)[at:]
    data = before.encode() + b"\xff" + behind.encode()
    assert read_file(write(tmp_path, data)).raw == f"{before}\ufffd{behind}"


@pytest.mark.parametrize("at", [3, 31, 601])
def test_where_a_byte_of_gb18030_is_lost_no_other_characters_are_made_up(
    tmp_path: Path, at: int
) -> None:
    data = (TEXT * 9).encode("gb18030")
    with pytest.raises(errors.SourceUndecodable):
        read_file(write(tmp_path, data[:at] + data[at + 1 :]))


def test_a_page_cut_inside_a_character_is_read_to_there(tmp_path: Path) -> None:
    assert read_file(write(tmp_path, ("天天" * 9).encode()[:-1])).raw == f"{'天' * 17}\ufffd"


def test_text_with_many_wrong_bytes_is_refused_with_the_place_of_the_first(tmp_path: Path) -> None:
    data = TEXT.encode()
    with pytest.raises(errors.SourceUndecodable) as refused:
        read_file(write(tmp_path, data[:30] + b"\xff" * 5 + data[30:]))
    assert (refused.value.encoding, refused.value.offset) == ("utf-8", 30)


@pytest.mark.parametrize(
    "text",
    [
        "發揮工會樞紐作用，在提升職工生活品質中賦能國內大循環。" * 5,
        "他說：「做一行，愛一行，鑽一行。」\r\n這是一個普通工人的不普通的故事。",
    ],
)
def test_a_page_in_big5_is_read_as_what_it_is(tmp_path: Path, text: str) -> None:
    assert read_file(write(tmp_path, text.encode("big5"))).raw == text


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", "\u3000\ufeff\u200b".encode()])
def test_nothing_but_white_space_is_empty(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(errors.SourceEmpty):
        read_file(write(tmp_path, data))


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n", b"PK\x03\x04", b"%PDF-1.7", bytes(range(32)) * 9]
)
def test_binary_data_is_refused(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(errors.SourceBinary):
        read_file(write(tmp_path, data))


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
@pytest.mark.parametrize("stray", ["\x07", "\x7f", "\x00", "\x1a"])
def test_a_stray_control_character_is_marked_where_it_stands(
    tmp_path: Path, stray: str, encoding: str
) -> None:
    text = TEXT[:9] + "{}" + TEXT[9:]
    source = read_file(write(tmp_path, text.format(stray).encode(encoding)))
    assert source.raw == text.format("\ufffd")


def test_the_sign_of_dos_for_the_end_of_a_file_is_no_text(tmp_path: Path) -> None:
    assert read_file(write(tmp_path, TEXT.encode("gb18030") + b"\x1a")).raw == TEXT


def test_what_is_no_character_in_a_paste_is_marked() -> None:
    assert read_paste("学\x00习\x01好\ud800。", "粘贴").raw == "学\ufffd习\ufffd好\ufffd。"


def test_an_unknown_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(errors.SourceFormatUnknown):
        read_file(write(tmp_path, b"text", "page.xyz"))


@pytest.mark.parametrize("name", ["图.png", "拍的.JPG", "截图.jpeg", "扫描.tif", "手机.heic"])
def test_a_picture_is_refused_as_one(tmp_path: Path, name: str) -> None:
    with pytest.raises(errors.SourcePicture):
        read_file(write(tmp_path, b"\x89PNG\r\n\x1a\n", name))


def test_a_large_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = write(tmp_path, b"")
    os.truncate(path, LARGEST + 1)
    with pytest.raises(errors.SourceTooLarge) as refused:
        read_file(path)
    assert refused.value.size == LARGEST + 1


def test_a_missing_file_and_a_folder_are_unreadable(tmp_path: Path) -> None:
    folder = tmp_path / "folder.txt"
    folder.mkdir()
    for path in (tmp_path / "none.txt", folder):
        with pytest.raises(errors.FileUnreadable):
            read_file(path)


@pytest.mark.parametrize(
    ("name", "newspaper", "published", "page"),
    [
        ("工人日报_2025-11-03_07版.txt", "工人日报", date(2025, 11, 3), "7"),
        ("劳动午报20251103第2版.txt", "劳动午报", date(2025, 11, 3), "2"),
        ("劳动报 2025-11-03.txt", "劳动报", date(2025, 11, 3), ""),
        ("人民日报2025年1月2日第3版.txt", "人民日报", date(2025, 1, 2), "3"),
        ("20251103 学习汇报.txt", "", date(2025, 11, 3), ""),
        ("解放军报 2025-11-03 第5版.txt", "解放军报", date(2025, 11, 3), "5"),
        ("光明日报理论版20251103.txt", "光明日报", date(2025, 11, 3), ""),
        ("中国青年报_要闻.txt", "中国青年报", None, ""),
        ("学习时报2025-11-03.txt", "学习时报", date(2025, 11, 3), ""),
        ("求是2025年第5期.txt", "求是", None, ""),
        ("实事求是.txt", "", None, ""),
        ("党建 学习.txt", "", None, ""),
        ("群众_来信2025.txt", "", None, ""),
        ("《党建》.txt", "党建", None, ""),
        ("读光明日报有感.txt", "", None, ""),
        ("光明日报社来信.txt", "", None, ""),
        ("000_00dcddb4664631c2.txt", "", None, ""),
        ("2025-13-40.txt", "", None, ""),
    ],
)
def test_a_file_name_says_what_it_says_and_no_more(
    tmp_path: Path, name: str, newspaper: str, published: date | None, page: str
) -> None:
    source = read_file(write(tmp_path, TEXT.encode(), name))
    assert (source.newspaper, source.published, source.page) == (newspaper, published, page)


@pytest.mark.parametrize(
    ("name", "kind"), [("求是", SourceKind.JOURNAL), ("工人日报", SourceKind.NEWSPAPER)]
)
def test_a_journal_is_cited_as_one(tmp_path: Path, name: str, kind: SourceKind) -> None:
    assert read_file(write(tmp_path, TEXT.encode(), f"{name} 2025.txt")).kind is kind


def test_a_paste_keeps_its_text_and_name() -> None:
    source = read_paste(TEXT, "粘贴")
    assert (source.raw, source.name, source.published) == (TEXT, "粘贴", None)


def test_an_empty_paste_is_refused() -> None:
    with pytest.raises(errors.SourceEmpty):
        read_paste(" \n", "粘贴")


@pytest.mark.parametrize(
    ("name", "page"),
    [("09版面乱.txt", ""), ("9版.txt", ""), ("04版.txt", "4"), ("第4版.txt", "4")],
)
def test_no_name_of_a_file_says_another_page_than_is_printed(
    tmp_path: Path, name: str, page: str
) -> None:
    text = "江城工人报　　2025年5月16日　星期五　第04版　综合新闻\n夜校的灯亮了\n三百名青年报到。"
    assert read_file(write(tmp_path, text.encode(), name)).page == page


TOLD = (
    *(
        "今日8版",
        "导读 3版 5版",
        "第2版 第3版",
        "共16版",
        "今日4开8版",
        "今日对开4版",
        "本期4开4版",
    ),
    *(
        "今日出版8版",
        "今日四开八版",
        "今日2张8版",
        "第1-4版",
        "下转第4版",
        "上接第1版",
        "导读见5版 3版",
    ),
)


@pytest.mark.parametrize("told", TOLD)
def test_what_tells_of_other_pages_says_no_page(tmp_path: Path, told: str) -> None:
    text = f"江城工人报 2025年5月16日 {told}\n夜校的灯亮了\n三百名青年报到。"
    assert read_file(write(tmp_path, text.encode(), "第7版.txt")).page == "7"


PRINTED = (
    *("江城工人报 2025年5月16日 第3版 共8版", "共青团员报 2025年5月16日 第3版"),
    *("中共江城市委主管 2025年5月16日 第3版", "今日江城 2025年5月16日 第3版"),
    *("2025年5月16日 第3版 公共服务", "2025年5月16日 3版 共同富裕"),
    *("2025年5月16日 第3版 本期责编 王二", "2025年5月16日 3版 要闻 3版"),
    *("2025年5月16日 第3版 今日8版", "导读见5版 本版第3版 2025年5月16日"),
    *(
        "导读 第5版 2025年5月16日 第3版",
        "2025年5月16日 第3版 下转第4版",
        "2025年5月16日 公共服务 3版",
    ),
)


@pytest.mark.parametrize("head", PRINTED)
def test_a_page_in_the_running_head_is_believed_whatever_stands_beside_it(
    tmp_path: Path, head: str
) -> None:
    text = f"{head}\n夜校的灯亮了\n三百名青年报到。"
    assert read_file(write(tmp_path, text.encode(), "第7版.txt")).page == ""
    assert read_file(write(tmp_path, text.encode(), "第3版.txt")).page == "3"


@pytest.mark.parametrize(
    ("label", "page"),
    [
        *(("09版面乱", ""), ("3版权", ""), ("04版要闻", "4"), ("A04版", "A4")),
        *(("共8版", ""), ("第1版 共8版", "1"), ("第1版、第4版", ""), ("导读 3版", "")),
        *(("2025-11-03-07版", "7"), ("20251103-07版", "7"), ("A1-A4版", "")),
        *(("第3、4版", ""), ("2025年11月3日，4版", "4")),
        ("工人日报 2026-11-16 A3", "A3"),
        ("工人日报A06 2026年11月16日", "A6"),
        ("2026-11-16-A06-要闻", "A6"),
        ("工人日报 2026-11-16 A03-A05", ""),
        ("工人日报 2026-11-16 A3-5", ""),
        ("工人日报 2026-11-16 A4纸打印", ""),
        ("学习材料 A3", ""),
    ],
)
def test_only_what_is_called_a_page_is_one(label: str, page: str) -> None:
    assert guess_page(label) == page
