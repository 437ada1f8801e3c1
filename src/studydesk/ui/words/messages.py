"""The sentences that users read about errors: what happened, what is safe, what to do.

No Qt, for the commands speak with them too; and nothing of what errors are about, for the window
has this before its first paint. What is no error is told in `outcomes`.
"""

import math
import re
from collections.abc import Mapping

from studydesk import errors, paths

MEGABYTE = 1024 * 1024

_OF_THE_SYSTEM = {
    "no such file or directory": "找不到它",
    "is a directory": "它是一个文件夹",
    "not a directory": "路径里有一段不是文件夹",
    "folder with nothing to read": "这个文件夹里没有能读的文件",
    "folder with too much to read": "里面能读的文件超过 5,000 个，请分几次导入",
    "folder with much of other kinds": "里面读不了的文件太多，只列了前 500 个，其余没有逐个列出",
    "too many levels of symbolic links": "它的快捷方式（链接）绕回了自己",
    "not a regular file": "它不是一个普通文件",
    "permission denied": "没有权限",
    "operation not permitted": "没有权限",
    "read-only file system": "所在的磁盘是只读的",
    "file exists": "同名的文件或文件夹挡住了它",
    "file name too long": "它的名称或所在的位置太长",
    "cannot allocate memory": "内存不够",
    "input/output error": "磁盘读写出错",
    "disk i/o error": "磁盘读写出错",
    "unable to open database file": "打不开它",
    "no locks available": "所在的网络盘不能锁定文件",
    "operation not supported": "所在的网络盘不能锁定文件",
    "no such device": "所在的磁盘断开了",
    "no such device or address": "所在的磁盘断开了",
    "stale file handle": "所在的网络盘断开了",
    "host is down": "所在的网络盘断开了",
    "transport endpoint is not connected": "所在的网络盘断开了",
    "embedded null byte": "文件名里有不能用的字符",
    "invalid argument": "文件名里有不能用的字符",
}
_EDITS = {
    "no-such-item": "这项内容已经不在学习包里了。",
    "empty-title": "标题不能空着，原来的标题保留着。",
    "empty-name": "请写上姓名，没有签字。",
    "nobody": "照用必改的提示要有人负责，请写上这个人的姓名。",
    "finding-gone": "这句话已经改过了，没有再动。",
    "empty-passage": "没有选中文字。请先选中要摘的句子或段落。",
    "operation-outside-passage": "选中的地方不在这个选段里，选段没有改动。",
    "empty-insertion": "没有写要插入的话，选段没有改动。",
    "empty-operation": "没有选中文字，选段没有改动。",
    "no-such-block": "这里没有可以整理的文字，版面没有改动。",
    "nothing-to-split": "从这里分不开，前面或后面没有文字。版面没有改动。",
    "nothing-to-correct": "没有选中要更正的字，版面没有改动。",
    "nothing-changed": "这里本来就是这样，版面没有改动。",
    "no-block-before": "它是一篇文章的开头，前面没有段落可以接。版面没有改动。",
    "block-before-itself": "段落不能移到自己的位置上，版面没有改动。",
    "cuts-correction": "这一步会切开改过的字，请先用“改回原文”改回那一处。版面没有改动。",
    "correction-outside-block": "更正只能在同一段连着的文字里做，版面没有改动。",
    "empty-block": "这样一来整段就空了。不要的段落请移出文章。版面没有改动。",
    "body-not-supplied": "正文只能来自版面，能补的是题名、作者这些。版面没有改动。",
    "field-on-page": "版面上已经有这一项，请直接更正它，或改它的类别。版面没有改动。",
    "passage-changed": "这个选段刚刚又变了，没有替换。请重新核对引文。",
    "edited-since": "学习包在那以后又改过，请打开它，到编排里一步一步撤消。",
    "article-covered": (
        "这篇文章的字已经在同一版的别的文章里，放回去就重复了。它还在回收站里，资料库没有改动。"
    ),
    "source-deleted": "这一版的文章都在回收站里，不能整理。请先从回收站恢复。版面没有改动。",
    "operations-overlap": "这里已经有一处省略、强调或填空，请先取消它。选段没有改动。",
}
_THINGS = {
    "article": "这篇文章",
    "packet": "这个学习包",
    "passage": "这一段",
    "source": "这个来源",
    "backup": "这份备份",
}
_LIBRARIES: dict[type[errors.LibraryError], str] = {
    errors.LibraryNotFolder: "“{}”不是文件夹。资料库是一个文件夹，请选一个文件夹。",
    errors.LibraryMissing: "“{}”里没有资料库。请检查文件夹，或先导入一些版面。",
    errors.LibraryAway: (
        "资料库“{}”不在原来的地方：U 盘或网络盘没有接上，或者文件夹被移走、改名了。"
        "学习台没有动它的内容，也没有另建资料库。请接好或放回原处，再试一次；移走了的，"
        "请另选资料库，选它现在的文件夹；要从头开始，就选一个空文件夹。"
    ),
    errors.LibraryNowhere: (
        "资料库“{}”打不开，也没有新建：它的上一级文件夹不在。U 盘或网络盘没有接上，或者路径写错了。"
        "什么也没有改动。请接好，或检查路径，或先建好上一级文件夹，再试一次。"
    ),
    errors.LibraryGone: (
        "资料库“{}”里只剩下备份：装内容的文件被删除、移走或改了名。"
        "备份还在，学习台什么也没有动，也没有另建资料库。请把它放回原处，再试一次，"
        "或从最近的备份恢复；要从头开始，就另选一个空文件夹。"
    ),
    errors.LibraryClosed: "资料库“{}”已经关上，这一步没有做。内容都在，请重新打开再试。",
    errors.LibraryLost: (
        "资料库“{}”没有回应：U 盘或网络盘断开了，或者文件夹被移走。"
        "已保存的内容都在那里；请接好或放回原处，再试一次。"
    ),
    errors.LibraryReadOnly: ("资料库“{}”不能写入，内容没有改动。请检查权限，或复制到别处再打开。"),
    errors.LibraryTooNew: (
        "资料库“{}”是新版学习台建的，没有打开，内容没有改动。请升级学习台，或从升级以前的备份恢复。"
    ),
    errors.LibraryDamaged: (
        "资料库“{}”打不开：文件已损坏，或不是学习台的资料库。它没有被改动，请从其中的备份恢复。"
    ),
}
_UPDATES = {
    "kind": "不是学习台的安装包。请选文件名以 studydesk 开头的安装包。",
    "system": "是给另一种系统用的安装包，在这台电脑上装不了。",
    "processor": "是给另一种处理器用的安装包，在这台电脑上装不了。",
    "damaged": "和校验文件 SHA256SUMS 对不上：没有下载完整，或被改过。请重新下载，不要安装。",
    "content": "里面不是学习台的安装包：可能是没有下载成的网页，或改了名的别的文件。请重新下载。",
    "cut": "不完整：没有下载完，或者已经损坏。请重新下载，不要安装。",
    "older": "不比现在的版本新，不用安装。",
}
_PROGRAM_GONE = (
    "学习台的程序在运行时被更新、移走或删除了，这一步没有做完，没有留下写了一半的文件。"
    "已保存的内容都在。请关掉并重新打开学习台再做一次；打不开就重新安装。"
)
_TRY_AGAIN = "若再次出现，请把日志文件发给维护者。"


def sentence(error: Exception) -> str:
    """What to tell a user about an error; a fault of the program gets a calm one too."""
    match error:
        case (
            errors.SourceRefused()
            | errors.FileUnreadable()
            | errors.BankUnreadable()
            | errors.UpdateRefused()
            | errors.NotOpened()
            | errors.FileMissing()
        ):
            return _about_reading(error)
        case errors.FileUnwritable() | errors.DiskFull():
            return _about_writing(error)
        case errors.StudypackDamaged() | errors.StudypackTooNew():
            return _about_studypack(error)
        case errors.LibraryError():
            return _about_library(error)
        case errors.Cancelled():
            return "已取消，什么也没有改动。"
        case errors.NotFound(what=what):
            return f"资料库里找不到{_THINGS.get(what, '它')}，可能已经删除。其他内容都在。"
        case errors.DisplayMissing():
            return "这里没有图形界面，打不开窗口。请在桌面上打开学习台，或用不要窗口的命令。"
        case (
            errors.PresetUnknown()
            | errors.PresetDamaged()
            | errors.PresetTaken()
            | errors.LogoRefused()
        ):
            return _about_presets(error)
        case errors.EditRefused(reason=reason):
            return _EDITS.get(reason, "这一步不能做，学习包没有改动。")
        case _:
            return _about_the_program(error)


def _about_the_program(error: Exception) -> str:
    if isinstance(error, errors.ProgramGone) or not paths.is_program_there():
        return _PROGRAM_GONE
    return f"学习台自身出了差错，已经记入日志。已保存的内容都在。{_TRY_AGAIN}"


def _about_writing(error: errors.FileUnwritable | errors.DiskFull) -> str:
    match error:
        case errors.FileUnwritable(path=path, reason=reason):
            return f"不能写入“{path}”：{_reason(reason)}。原有的文件没有动，请换一个位置再试。"
        case errors.DiskFull(path=path):
            return f"磁盘已满，“{path}”没有写成。原有的文件没有动，请腾出空间再试。"


def _about_presets(
    error: errors.PresetUnknown | errors.PresetDamaged | errors.PresetTaken | errors.LogoRefused,
) -> str:
    match error:
        case errors.PresetUnknown(name=name, known=known):
            choice = f"可以用：{'、'.join(known)}" if known else "请从版式列表里选一个"
            return f"没有名为“{name}”的版式，{choice}。"
        case errors.PresetDamaged(place=place) if place in _PLACES:
            return f"{_PLACES[place]}。"
        case errors.PresetDamaged(place=place):
            where = re.sub(r"^line (\d+)$", r"第 \1 行", place)
            return f"版式文件有误，请检查这一处：{where}。其他版式照常可用。"
        case errors.PresetTaken(name=name):
            return f"已经有名为“{name}”的版式，请换一个名称。"
        case errors.LogoRefused(name=name, reason=reason):
            return f"标志“{name}”{_PICTURES.get(reason, '用不了')}；印出来没有标志，其余照常。"


_PICTURES = {
    "missing": "不在“版式”文件夹里",
    "kind": "不是完整的 PNG 或 JPEG 图片",
    "large": "太大了，请用 5 MB、3000 万像素以内的图片",
    "flat": "太细长了",
}

_PLACES = {
    "page": "边距太大，纸上放不下文字",
    "page.header_gap": "上边距太小，放不下页眉",
    "page.footer_gap": "下边距太小，放不下页码",
    "header": "页眉太长，要在六十字以内",
    "footer": "页脚太长，要在三十字以内",
    "name": "版式要有名称",
}
"""What is wrong at a place of a preset file, where it can be said without naming the place."""


_TABLES = {
    "too-large": "超过了 4 MB",
    "no-text": "不是文本表格，或者编码不对",
    "no-columns": "第一行要有“题型”和“题目”两栏",
    "no-table": "不是完整的表格",
    "kind": "题型不认得，只能是{}",
    "minutes": "时间要写 0 到 240 的整数",
    "uses": "“用过”要写日期、空格和题名，几次之间用“；”隔开",
    "no-phrases": "第一行要有“规范表述”一栏",
    "phrase-day": "日期要写成 2026-11-02 这样",
    "phrase-level": "级别只能是必改、留意、参考",
}


def _about_bank(error: errors.BankUnreadable) -> str:
    line = f"第 {error.line} 行" if error.line else ""
    what = _TABLES.get(error.reason, "读不出题目")
    if error.reason == "kind":
        from studydesk.domain.packet import QuestionKind  # the window does without it at first

        what = what.format("、".join(QuestionKind))
    return f"“{error.path.name}”{line}{what}。原有的没有改动，请改好再导入。"


def _about_studypack(error: errors.StudypackDamaged | errors.StudypackTooNew) -> str:
    match error:
        case errors.StudypackDamaged(path=path):
            return f"“{path.name}”不是学习包文件，或者已经损坏。资料库没有改动，请向对方再要一份。"
        case errors.StudypackTooNew(path=path):
            return f"“{path.name}”是新版学习台做的，请先升级本机的学习台。资料库没有改动。"


_REFUSALS: Mapping[type[errors.SourceRefused], str] = {
    errors.SourceEmpty: "“{}”里没有文字，没有导入。",
    errors.SourceBinary: (
        "“{}”里不是文字，没有导入。请用做它的程序打开，另存为 .docx 再导入，或直接粘贴文字。"
    ),
    errors.SourceFormatUnknown: (
        "还不能读“{}”这种格式，没有导入。请另存为 .docx 或 .txt 再导入，或直接粘贴文字。"
    ),
    errors.SourceIsPacket: (
        "“{}”是学习包，不是版面，没有导入。请在学习台的窗口里打开它，或用 export 命令导出成讲义。"
    ),
    errors.SourcePicture: (
        "“{}”是图片，里面的字还认不出来，没有导入。请用手机或 WPS 的文字识别取出文字，再粘贴进来。"
    ),
    errors.SourceOldWord: (
        "“{}”是旧版的文档格式，没有导入。请用 WPS 或 Word 打开它，另存为 .docx 再导入，"
        "或复制文字直接粘贴。"
    ),
    errors.SourceDamaged: "“{}”不完整或已经损坏，没有导入。请重新下载，或打开后另存一份再导入。",
    errors.SourceEncrypted: "“{}”加了密码，没有导入。请先用密码打开，另存为不加密的再导入。",
    errors.SourceScanned: (
        "“{}”是扫描的图片，里面没有文字，没有导入。请先做文字识别，再导入或粘贴识别出的文字。"
    ),
    errors.SourceGarbled: (
        "“{}”里的文字取出来是乱码，没有导入。请换一份文件，或先做文字识别，再粘贴识别出的文字。"
    ),
    errors.SourceTooComplex: (
        "“{}”里层层套着的东西太多，或展开以后太大，没有导入。请只留文字，另存一份再导入。"
    ),
}


def _about_other_files(
    error: errors.BankUnreadable | errors.UpdateRefused | errors.NotOpened | errors.FileMissing,
) -> str:
    match error:
        case errors.FileMissing(path=path):
            return (
                f"找不到“{path.name}”：已经移走、改名或删除，或者所在的磁盘没有接上。"
                f"它原来在“{path.parent}”里。"
            )
        case errors.NotOpened(path=path):
            return f"这台电脑没有打开“{path.name}”的程序。它在“{path.parent}”里。"
        case errors.BankUnreadable():
            return _about_bank(error)
        case errors.UpdateRefused(name=name, reason=reason):
            return f"“{name}”{_UPDATES.get(reason, '不能用来更新。')}现在的学习台没有动。"


def _about_reading(
    error: errors.SourceRefused
    | errors.FileUnreadable
    | errors.BankUnreadable
    | errors.UpdateRefused
    | errors.NotOpened
    | errors.FileMissing,
) -> str:
    match error:
        case (
            errors.BankUnreadable()
            | errors.UpdateRefused()
            | errors.NotOpened()
            | errors.FileMissing()
        ):
            return _about_other_files(error)
        case errors.FileUnreadable(path=path, reason=reason):
            return f"读不了“{path.name or path}”：{_reason(reason)}。请检查文件后再试。"
        case errors.SourceTooLarge(name=name, size=size, limit=limit):
            return (
                f"“{name}”有 {_above(size, MEGABYTE)} MB，超过了 {limit // MEGABYTE} MB 的上限，"
                "没有导入。请拆成几个文件。"
            )
        case errors.SourceTooLong(name=name, length=length, limit=limit):
            unit = "万行" if isinstance(error, errors.SourceTooManyLines) else "万字"
            return (
                f"“{name}”有 {_above(length, 10_000)} {unit}，"
                f"超过了 {limit // 10_000} {unit}的上限，没有导入。请按版面或文章拆成几个文件。"
            )
        case errors.SourceUndecodable(name=name, offset=offset):
            return (
                f"“{name}”的文字编码不对（第 {offset + 1} 个字节起读不出），没有导入。"
                "请用记事本或 WPS 另存为 UTF-8 再导入。"
            )
        case errors.SourceRefused(name=name):
            return _REFUSALS.get(type(error), "“{}”不能导入，资料库没有改动。").format(name)


def _above(amount: int, unit: int) -> str:
    """So many units, with a decimal that is never rounded down to the limit."""
    return f"{math.ceil(10 * amount / unit) / 10:g}"


def _about_library(error: errors.LibraryError) -> str:
    if isinstance(error, errors.LibraryInUse):
        by = _holder(error)
        return f"资料库“{error.folder}”正被另一个学习台使用{by}。请先关掉那一个，内容没有改动。"
    said = _LIBRARIES.get(type(error), "资料库“{}”现在不能使用，内容没有改动。")
    return said.format(error.folder)


def _holder(error: errors.LibraryInUse) -> str:
    """Who has a library, as far as that is known, behind a colon."""
    user = f"用户“{error.user}”" if error.user else ""
    machine = f"电脑“{error.machine}”" if error.machine else ""
    known = ["上的".join(filter(None, (machine, user)))]
    if error.since is not None:
        since = error.since.astimezone()
        known.append(f"{since.month}月{since.day}日 {since.hour}:{since:%M} 打开的")
    told = "，".join(filter(None, known))
    return f"：{told}" if told else ""


def _reason(reason: str) -> str:
    return _OF_THE_SYSTEM.get(reason.lower(), reason or "系统没有说明原因")
