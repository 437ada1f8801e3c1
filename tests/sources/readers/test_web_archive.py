"""Pages saved with their files in one: which is the page, and what is too much."""

import quopri
from time import process_time

import pytest

from studydesk import errors
from studydesk.sources.readers.web import read_web_archive

PAGE = "<h1>把手艺传下去</h1><p>手艺是练出来的，也是传下来的。</p>"
MULTIPART = 'Content-Type: multipart/related; boundary="{0}"\r\n\r\n--{0}\r\n'
HTML = "Content-Type: text/html\r\nContent-Transfer-Encoding: {}\r\n\r\n"


def archive(head: str, page: bytes, end: str = "\r\n--b--\r\n") -> bytes:
    return f"MIME-Version: 1.0\r\n{MULTIPART.format('b')}{head}".encode() + page + end.encode()


@pytest.mark.parametrize(
    "end", ["\r\n--b--\r\n", "", "\r\n--b\r\nContent-Type: image/png\r\n\r\nAA"]
)
def test_the_page_is_found_also_where_the_archive_is_cut_short(end: str) -> None:
    data = archive(HTML.format("quoted-printable"), quopri.encodestring(PAGE.encode("gbk")), end)
    assert read_web_archive(data, "a").text.split("\n")[1] == "手艺是练出来的，也是传下来的。"


def test_a_page_may_stand_behind_other_parts_and_in_a_part_of_parts() -> None:
    picture = "Content-Type: image/png\r\n\r\nAAAA\r\n--b\r\n"
    data = archive(picture + MULTIPART.format("c") + HTML.format("8bit"), PAGE.encode())
    assert read_web_archive(data, "a").text.startswith("# 把手艺传下去")


NESTED = "".join(MULTIPART.format(f"b{at}") for at in range(150))


@pytest.mark.parametrize(
    "head",
    [
        NESTED + "Content-Type: text/html\r\n\r\n" + "--\n" * 500_000,
        MULTIPART.format("b") + "--b\n\n" * 500_000,
        "A:b\n" * 500_000,
    ],
    ids=["depth", "parts", "heads"],
)
def test_an_archive_that_asks_for_too_much_is_refused_at_once(head: str) -> None:
    started = process_time()
    with pytest.raises(errors.SourceTooComplex):
        read_web_archive(f"MIME-Version: 1.0\r\n{head}\n".encode(), "a")
    assert process_time() - started < 1
