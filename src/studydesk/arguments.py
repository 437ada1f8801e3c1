"""What may be typed after `studydesk`: commands, options, and complaints about them, in Chinese."""

import argparse
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import NoReturn

from studydesk import __version__

ALL = "all"

Run = Callable[[argparse.Namespace], int]
"""A command: what was asked for → exit code."""

_WRONG_USAGE = 2

_COMPLAINTS = (
    (r"the following arguments are required: (.*)", r"还缺 \1"),
    (r"unrecognized arguments: (.*)", r"不认识 \1"),
    (r"argument (.+): expected (?:one|at least one) argument.*", r"\1 后面要有一个值"),
    (
        r"argument 命令: invalid choice: (.+) \(choose from (.*)\)",
        r"没有 \1 这个命令，可以是 \2；要在窗口里打开文件，--library DIR 写在文件前面",
    ),
    (r"argument (.+): invalid choice: (.+) \(choose from (.*)\)", r"\1 不能是 \2，可以是 \3"),
    (r"argument (.+): invalid \w+ value: (.+)", r"\1 不能是 \2"),
)


class _Parser(argparse.ArgumentParser):
    """An ArgumentParser that speaks Chinese."""

    def __init__(self, prog: str, description: str) -> None:
        super().__init__(prog=prog, description=description, add_help=False)
        self.arguments = self.add_argument_group("参数")
        self.options = self.add_argument_group("选项")
        self.options.add_argument("-h", "--help", action="help", help="显示这段说明")

    def format_usage(self) -> str:
        """The usage line, under its Chinese name."""
        return super().format_usage().replace("usage: ", "用法：", 1)

    def format_help(self) -> str:
        """The whole help, under Chinese names."""
        return super().format_help().replace("usage: ", "用法：", 1)

    def error(self, message: str) -> NoReturn:
        """Say in Chinese what is wrong with the command line, and leave with 2."""
        for english, chinese in _COMPLAINTS:
            message = re.sub(english, chinese, message)
        self.exit(_WRONG_USAGE, f"{self.format_usage()}命令写得不对：{message}。\n")


def command_line(runs: Mapping[str, Run]) -> argparse.ArgumentParser:
    """The parser of all commands and options; what it parses has the command of `runs` as `run`."""
    parser = _Parser(prog="studydesk", description="学习台：把报纸版面变成可以打印的学习资料。")
    parser.options.add_argument(
        "--version", action="version", version=f"StudyDesk {__version__}", help="显示版本"
    )
    parser.options.add_argument("--library", type=Path, metavar="DIR", help="打开窗口时用的资料库")
    commands = parser.add_subparsers(
        dest="command", title="命令（不写命令就打开窗口）", metavar="命令", prog="studydesk"
    )

    def add(name: str, what: str) -> _Parser:
        command: _Parser = commands.add_parser(name, help=what, description=what)
        command.set_defaults(run=runs[name])
        return command

    demo = add("demo", "不开窗口做一遍：用自带的版面和样例学习包，导出全部讲义（没有审校单）")
    _add_out(demo)
    recover = add("recover", "把版面整理成文章")
    _add_files(recover)
    recover.options.add_argument(
        "--json",
        action="store_true",
        help="输出 JSON：一个文件是一个对象，几个文件是对象的列表",
    )
    importing = add("import", "把版面整理后存入资料库，每个文件一行结果")
    _add_files(importing)
    _add_library(importing)
    search = add("search", "在资料库里检索")
    search.arguments.add_argument("query", metavar="QUERY", help="要找的字词，空格隔开的都要有")
    _add_library(search)
    search.options.add_argument("--json", action="store_true", help="输出 JSON")
    search.options.add_argument(
        "--limit", type=_whole, default=100, metavar="N", help="最多列出几篇（100）"
    )
    _add_export(add("export", "核对引文，把学习包导出成 DOCX 和 PDF；引文与原文不符时退出码为 1"))
    check = add("check", "核对引文并校对；有红色提示时退出码为 1")
    _add_pack(check)
    _add_originals(check)
    check.options.add_argument("--json", action="store_true", help="输出 JSON")
    diagnose = add("diagnose", "存一个诊断包：版本、设置、出错的位置，没有文章和学习包里的字")
    diagnose.options.add_argument(
        "--out", type=Path, required=True, metavar="FILE.zip", help="诊断包存成这个文件"
    )
    diagnose.options.add_argument(
        "--library", type=Path, metavar="DIR", help="这个资料库里各有多少，也写进去"
    )
    add("self-check", "程序自检：字体、资料库、检索、两种导出")
    return parser


def _add_export(command: _Parser) -> None:
    from studydesk.export.writers import WRITERS
    from studydesk.handout.model import Edition

    _add_pack(command)
    _add_out(command)
    _add_originals(command)
    editions = (*(edition.value for edition in Edition), ALL)
    choose = command.options.add_argument
    choose("--edition", choices=editions, default=ALL, help="版本（all：全部讲义；审校单另选）")
    choose("--format", choices=(*WRITERS, ALL), default=ALL, help="格式（all：全部）")
    choose("--preset", default="", metavar="NAME", help="版式名称（不写：学习包自己的版式）")
    choose(
        "--installed-fonts",
        action="store_true",
        help="PDF 用这台电脑的仿宋、楷体等，没有的才用随附字体（不写：随附字体，每台电脑都一样）",
    )
    choose("--embed-fonts", action="store_true", help="DOCX 带上随附字体，没有它们的电脑上也一样")
    choose(
        "--names", type=Path, metavar="FILE", help="签到表上的姓名，文本文件，一行一个；不会存下来"
    )
    choose(
        "--groups",
        type=Path,
        metavar="FILE",
        help="班组的名字，文本文件，一行一个：卡片版式的学员版 PDF 另做一份，每个班组一张",
    )
    choose(
        "--booklet",
        action="store_true",
        help="给每份学员版、主持人版 PDF 另附拼好版的小册子，对折装订",
    )
    choose(
        "--answer",
        metavar="NAME",
        help="必改的提示照用，由这个人负责；印在审校单上（引文与原文不符的不行）",
    )


def _add_files(command: _Parser) -> None:
    command.arguments.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help="版面文本文件"
    )


def _add_library(command: _Parser) -> None:
    command.options.add_argument(
        "--library", type=Path, required=True, metavar="DIR", help="资料库文件夹"
    )


def _add_originals(command: _Parser) -> None:
    command.options.add_argument(
        "--library", type=Path, metavar="DIR", help="除了学习包自带的原文，还到这个资料库里查"
    )


def _add_pack(command: _Parser) -> None:
    command.arguments.add_argument("pack", type=Path, metavar="PACK.studypack", help="学习包文件")


def _add_out(command: _Parser) -> None:
    command.options.add_argument(
        "--out", type=Path, required=True, metavar="DIR", help="文件写到这个文件夹"
    )


def _whole(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


def are_files(arguments: Sequence[str], commands: Collection[str]) -> bool:
    """Whether the window is asked to open packet files, as a double click on them does, or to take
    other files, as 打开方式 asks. What is called as one of the commands is that.
    """
    files = arguments[2:] if arguments[:1] == ["--library"] else arguments
    if not files or files[0] in commands:
        return False
    return all(_is_file(file) for file in files)


def _is_file(argument: str) -> bool:
    """Whether an argument means a file: one that is there, or one that is not and is told of in
    the window, as it has a folder or an ending.
    """
    path = Path(argument)
    named = bool(path.suffix) or path.name != argument
    return path.exists() or (named and not argument.startswith("-"))
