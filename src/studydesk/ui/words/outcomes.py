"""The sentences that users read about what was found and done: doubts, findings of the proof,
quotation checks, imports. No Qt: the commands speak with them too.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from studydesk import errors
from studydesk.domain.article import Correction, Problem, ProblemKind, Severity
from studydesk.domain.packet import Packet
from studydesk.handout.model import Edition
from studydesk.handout.presets import preset_for
from studydesk.handout.proof_sheet import UNCHECKED, Found, Review
from studydesk.handout.style import Preset
from studydesk.handout.wording import NO_FINDINGS
from studydesk.library import Likeness
from studydesk.services.checking import (
    NAMES,
    SESSION,
    Checked,
    Finding,
    QuotationResult,
    QuotationStatus,
)
from studydesk.services.handouts import has_cards, is_booklet, number_beside
from studydesk.services.importing import ImportResult, Outcome
from studydesk.services.phrase_bank import LEVEL_NAMES
from studydesk.services.unfinished_imports import UnfinishedImport
from studydesk.ui.words import messages
from studydesk.ui.words.finding_words import finding_sentence, rule_name
from studydesk.ui.words.item_kinds import label_of, labels
from studydesk.ui.words.vouching_words import (
    held_sentence,
    kept_sentence,
    remark,
    signature_sentence,
)

_IN_DOUBT, _UNSEEN = "Q16", "这里的原文是从版面还原的，有存疑，请对照原报。"
_PROBLEMS = {
    ProblemKind.TITLE_MISSING: "没有找到标题，请对照原报补上。",
    ProblemKind.TITLE_UNCERTAIN: "标题到哪里为止不确定，请对照原报。",
    ProblemKind.AUTHOR_UNKNOWN: "没有找到作者，请对照原报补上。",
    ProblemKind.BODY_MISSING: "没有正文，请对照原报补上，或者重新导入。",
    ProblemKind.END_MISSING: "文章到这里断了，结尾可能缺了，请对照原报。",
    ProblemKind.REPEATED: "有一段文字出现了两次，其中一处可能是误排。",
    ProblemKind.COLUMNS_MIXED: "像是串栏：放在这里是程序猜的，可能猜错，请看前后连不连得上。",
    ProblemKind.ORDINAL_MISSING: "序号不连续，中间可能缺了一段。",
    ProblemKind.CHARACTER_MISSING: "这一段的开头或结尾像是缺了字，请对照原报。",
    ProblemKind.ILLEGIBLE: "这里有字取不出来，请对照原报补上。",
}
_PROBLEMS_WITH_DETAIL = {
    ProblemKind.AUTHOR_UNKNOWN: "“{}”像是编辑、校对的署名，不是这一篇的作者，也不是正文。",
    ProblemKind.COLUMNS_MIXED: "小标题又从“{}”数起，像是别处串来的，请看它属不属于这一篇。",
    ProblemKind.REPEATED: "有 {} 字出现了两次，其中一处可能是误排。",
    ProblemKind.ORDINAL_MISSING: "序号不连续，可能缺了“{}”这一段。",
    ProblemKind.ILLEGIBLE: "这里有 {} 个字取不出来，请对照原报补上。",
}


def problem_sentence(problem: Problem) -> str:
    """What recovery found doubtful, in one sentence."""
    detailed = _PROBLEMS_WITH_DETAIL.get(problem.kind, "")
    if problem.detail and detailed:
        return detailed.format(problem.detail)
    return _PROBLEMS[problem.kind]


def _corrected(fixes: Sequence[Correction]) -> str:
    """What the user put right in a passage, and what is printed there; nothing where nothing."""
    if not fixes:
        return ""
    pairs = (
        f"“{fix.original}”改为“{fix.text}”" if fix.text else f"“{fix.original}”已删去"
        for fix in fixes
    )
    return f"其中改正过 {len(fixes)} 处原报的字：{'；'.join(pairs)}。"


def _is_parted(words: str, other: str) -> bool:
    """Whether words begin a paragraph where the others only go on, with the same words."""
    behind = words[1:]
    goes_on = bool(behind) and (other.startswith(behind) or behind.startswith(other or "\n"))
    return words.startswith("\n") and goes_on


def quotation_sentence(result: QuotationResult) -> str:
    """The outcome of the quotation check of one passage, in one sentence."""
    match result.status:
        case QuotationStatus.VERBATIM:
            moved = "，只是在文中的位置变了" if result.moved else ""
            return f"与原文逐字一致{moved}。{_corrected(result.corrections)}"
        case QuotationStatus.SOURCE_MISSING if result.is_deleted:
            return "原文在回收站里，不能核对。请从“文件”菜单的“回收站…”恢复它，或重新选段。"
        case QuotationStatus.SOURCE_MISSING:
            return "原文不在资料库里，不能核对。请导入原文，或重新选段。"
        case QuotationStatus.DIFFERS if _is_parted(result.expected, result.found):
            return f"与原文不一致：原文在第 {result.offset} 字后面分了段，选段没有。"
        case QuotationStatus.DIFFERS if _is_parted(result.found, result.expected):
            return f"与原文不一致：选段在第 {result.offset} 字后面分了段，原文没有。"
        case QuotationStatus.DIFFERS:
            expected, found = result.expected.strip(), result.found.strip()
            expected = f"原文是“{expected}”" if expected else "原文到此为止"
            found = f"选段是“{found}”" if found else "选段到此为止"
            return f"与原文不一致：第 {result.offset + 1} 字起，{expected}，{found}。"


def quotation_severity(result: QuotationResult) -> Severity | None:
    """How much the outcome of the check matters; None where there is nothing to tell."""
    if result.status is not QuotationStatus.VERBATIM:
        return Severity.RED
    return Severity.GREY if result.corrections else None


def check_lines(packet: Packet, checked: Checked) -> Iterator[str]:
    """A whole check as lines to read: two that sum up, and one for whatever is not in order; who
    signed; and what keeps the packet from going out.
    """
    yield f"引文核对：{len(checked.quotations)} 段，{checked.verbatim} 段与原文逐字一致。"
    for result in checked.quotations:
        severity = quotation_severity(result)
        if severity is not None:
            place = label_of(packet, result.item_id)
            yield f"  {LEVEL_NAMES[severity]}　{place}　{_quotation_told(checked, result)}"
    kept = len(checked.findings) - len(checked.open)
    yield f"校对：{len(checked.findings)} 条提示{f'，保留 {kept} 条' if kept else ''}。"
    for finding in checked.findings:
        stands = checked.kept(finding)
        told = f"　{kept_sentence(stands)}。" if stands else ""
        yield f"  {finding_line(packet, finding)}{told}"
    if not checked.findings:
        yield f"  {NO_FINDINGS}"
    if checked.wordings:
        yield wording_line(checked)
    if checked.silenced:
        yield f"没有查的规则：{'；'.join(map(rule_name, sorted(checked.silenced)))}。"
    for signature in packet.signatures:
        yield signature_sentence(packet, signature)


def wording_line(checked: Checked) -> str:
    """What set wording the user's words were held against, and how old that is."""
    day = checked.looked_up
    until = f"，核对到 {day.year} 年 {day.month} 月 {day.day} 日" if day else ""
    return f"规范表述：对照库里 {checked.wordings} 条{until}；没有列入的没有查。"


def unsettled_lines(packet: Packet, checked: Checked) -> Iterator[str]:
    """Whatever should keep a handout from going out, a line each; then what to do."""
    for result in checked.unsettled_quotations:
        place = label_of(packet, result.item_id)
        yield f"{LEVEL_NAMES[Severity.RED]}　{place}　{quotation_sentence(result)}"
    for finding in checked.unsettled:
        yield finding_line(packet, finding)
    if checked.must_be_settled:
        yield f"文件已写出，但不要照这份付印：{held_sentence(checked)}请改好，或署名保留。"


def unproven_sentences(packet: Packet, checked: Checked) -> Iterator[str]:
    """Each passage of what was exported or printed that is not proven to be its source's words."""
    names = labels(packet)
    for result in checked.unproven:
        lost = result.status is QuotationStatus.SOURCE_MISSING
        told = "的原文找不到，没有核对" if lost else "与原文不一致"
        yield f"{names.get(result.item_id, '一个选段')}{told}，见校对。"


NO_BOOKLET = "没有做小册子：只有学员版和主持人版的 PDF 才拼成小册子。"
NO_CARDS = "没有做班组卡片：只有卡片版式的学员版 PDF 才给每个班组做一张。"
HOW_TO_FOLD = (
    "小册子怎么印：双面打印，选“短边翻转”，不缩放；按顺序叠齐，对折，骑马订（两个钉）。"
    "只有一两页的拼成一张两份，印好从中间裁开。"
)
HOW_TO_CUT = (
    "班组卡片怎么印：A4 横放，不缩放，印好从中间的虚线裁开；一张有两页的双面打印，选“短边翻转”。"
)
BOTH_SIDES = "PDF 按双面排好：双面打印选“长边翻转”，在左边装订。"


def printing_sentences(paths: Collection[Path], preset: Preset) -> Iterator[str]:
    """How to print, fold or cut what was exported, as far as it is not as usual."""
    yield from imposed_sentences(paths)
    plain = (path for path in paths if not is_booklet(path) and not has_cards(path))
    if preset.is_two_sided and any(path.suffix == ".pdf" for path in plain):
        yield BOTH_SIDES


def beside_sentence(paths: Collection[Path]) -> str:
    """That files of these names were there, which are never replaced, and by what those of an
    export are known, be they new or there already as they would be written; else nothing.
    """
    number = next(filter(None, map(number_beside, paths)), "")
    return f"同名文件已有，原样没动；这次的带{number}。" if number else ""


def fitting_sentence(edition: Edition, pages: int) -> str:
    """That an edition could have a page less, and where that is offered."""
    return f"{edition}末页字不多：在上面看“{edition}”，点“挤进 {pages} 页”，可省一页纸。"


def review_of(packet: Packet, checked: Checked | None) -> Review:
    """The outcome of a check as the proof sheet prints it; UNCHECKED where it is that of another
    packet, or of this one before an edit.
    """
    if checked is None or checked.packet != packet:
        return UNCHECKED
    return Review(
        {result.item_id: _quotation_told(checked, result) for result in checked.quotations},
        tuple(
            Found(
                LEVEL_NAMES[finding.severity],
                label_of(packet, finding.item_id) or place_told(finding) or "题名",
                _sentence_on_paper(finding),
                kept_sentence(kept) if (kept := checked.kept(finding)) else "",
            )
            for finding in sorted(checked.findings, key=_gravity)
        ),
        tuple(map(rule_name, sorted(checked.silenced))),
        {signature.duty: remark(packet, signature) for signature in packet.signatures},
        wording_line(checked) if checked.wordings else "",
        is_done=True,
    )


def place_told(finding: Finding) -> str:
    """Where that stands which belongs to no item of the packet, nor to its title."""
    return {SESSION: "会议信息", NAMES: "名单"}.get(finding.field, "")


def _sentence_on_paper(finding: Finding) -> str:
    """What was found; characters that are boxes on paper are told by their numbers, too."""
    sentence = finding_sentence(finding)
    if finding.rule != "F01":
        return sentence
    numbered = (f"{character}（U+{ord(character):04X}）" for character in finding.found)
    return sentence.replace("、".join(finding.found), "、".join(numbered))


def _gravity(finding: Finding) -> int:
    return list(Severity).index(finding.severity)


def _quotation_told(checked: Checked, result: QuotationResult) -> str:
    kept = checked.kept(result)
    doubts = ((each.rule, each.field, each.item_id) for each in checked.findings)
    unseen = (_IN_DOUBT, "passage", result.item_id) in doubts
    told = quotation_sentence(result) + (_UNSEEN if unseen else "")
    return told + (f"{kept_sentence(kept)}。" if kept else "")


def finding_line(packet: Packet, finding: Finding) -> str:
    """What a proof rule found, after how much it matters and where it is."""
    place = label_of(packet, finding.item_id) or place_told(finding) or "题名"
    severity = LEVEL_NAMES[finding.severity]
    return f"{severity}　{place}　{finding_sentence(finding)}（{finding.rule}）"


def _pictures(pages: Sequence[int]) -> str:
    """That pages of a file are but scans, and which; nothing where none is."""
    if not pages:
        return ""
    some = "、".join(map(str, pages[:8])) + ("等" if len(pages) > 8 else "")
    return f"第 {some} 页是扫描的图片，没有文字，没有读进来；要用请先做文字识别。"


def _unread(names: Sequence[str]) -> str:
    """That something inside a file was not read, and what; nothing where all was."""
    if not names:
        return ""
    some = "、".join(names[:4]) + ("等" if len(names) > 4 else "")
    return f"文件里嵌入的“{some}”读不出来，原处标作“\ufffd”；要用请打开原文件，把那里的文字补上。"


def likeness_sentence(likeness: Likeness) -> str:
    """What an article that was imported has in common with one that was there."""
    share = 100 if likeness.share == 1 else min(round(100 * likeness.share), 99)
    same = f"{share}% 的文字相同" if share else "题目相同，文字不同"
    title = likeness.title or "（无标题）"
    other = likeness.other_title or "（无标题）"
    return f"“{title}”和已有的“{other}”（{likeness.other_source}）{same}。"


def import_sentence(result: ImportResult) -> str:
    """What became of one imported file, in one sentence."""
    match result.outcome:
        case Outcome.ADDED:
            doubts = f"，{result.problems} 处存疑" if result.problems else ""
            if result.was_there:
                told = f"“{result.name}”：以前导入过，放回 {result.articles} 篇文章{doubts}。"
                told += _filled(result) + printed_sentence(*result.printed)
                return told + _by_hand(result)
            if not (result.articles or result.pictures):
                return f"“{result.name}”里只有报头、页码这样的字，没有文章；原文可在“整理”里看。"
            told = f"“{result.name}”：导入 {result.articles} 篇文章{doubts}。"
            told += printed_sentence(*result.printed)
            return told + _pictures(result.pictures) + _unread(result.unread)
        case Outcome.ALREADY_THERE:
            told = f"“{result.name}”：资料库里已经有了，没有重复导入。"
            return told + _filled(result) + _by_hand(result)
        case Outcome.REFUSED:
            told = messages.sentence(result.error or errors.SourceRefused(result.name))
            return told if result.name in told else f"“{result.name}”：{told}"


_FILES_NAMED = 20
"""Files that a sentence names of each kind; more are counted only."""


def unfinished_sentence(found: UnfinishedImport) -> str:
    """That an import was cut off, and what is in the library of it and what is not."""
    missing = f"{len(found.missing)} 项没有收进来：{_named(found.missing)}"
    taken = f"{len(found.taken)} 个文件已经收进资料库：{_named(found.taken)}"
    if not found.missing:
        return f"上次导入没来得及说结果：{taken}，一个不少。"
    rest = f"；{taken}" if found.taken else ""
    return f"上次的导入没有做完，{missing}{rest}。要接着导入吗？已有的不会重复。"


WAS_INTERRUPTED = "已停下，没有做完。做完的都在，没做完的不会留下半截。"
"""That a command was interrupted."""


def stopped_import_sentence(left: Sequence[Path], *, is_kept: bool) -> str:
    """That an import was stopped, and what is not in the library of it; whether that is on record
    there.
    """
    told = f"已停下，{len(left)} 项没有导入：{_named(left)}。"
    if not is_kept:
        return f"{told}没导入的没能记下，请再导入一次。"
    return f"{told}没导入的已经记下：再导入一次就行，下次在窗口里打开这个资料库时也会问。"


def _named(files: Sequence[Path]) -> str:
    more = "等" if len(files) > _FILES_NAMED else ""
    return "、".join(f"“{file.name}”" for file in files[:_FILES_NAMED]) + more


def _filled(result: ImportResult) -> str:
    """Which facts of a page that was there the file told; nothing where it told none."""
    names = {"newspaper": "报名", "published": "日期", "page": "版次"}
    return f"已补上{'、'.join(map(names.__getitem__, result.filled))}。" if result.filled else ""


def printed_sentence(newspaper: str, published: date | None) -> str:
    """That a page has another newspaper or another date printed than is on record of it; nothing
    where it has neither.
    """
    if not newspaper and published is None:
        return ""
    day = f"{published.year} 年 {published.month} 月 {published.day} 日" if published else ""
    printed = f"{f'《{newspaper}》' if newspaper else ''}{day}"
    return f"版面上印的是{printed}，和记下的出处不一样，请核对。"


def _by_hand(result: ImportResult) -> str:
    """That a page stays as the user tidied it, and how to have it recovered afresh."""
    if not result.by_hand:
        return ""
    return "保留您整理过的样子；要重新识别，请到“整理”里点“恢复自动识别”。"


def packet_file_sentence(name: str, found: object) -> str:
    """What came of opening a packet file: a packet, one that differs, or what went wrong."""
    if isinstance(found, errors.StudyDeskError):
        told = messages.sentence(found)
        return f"✕ {told}" if name in told else f"✕ “{name}”：{told}"
    if isinstance(found, Packet):
        return f"✓ “{name}”：学习包“{found.title}”已打开。"
    return f"✓ “{name}”：资料库里已有这个学习包，请在上面选怎么办。"


def preset_sentence(name: str, presets: Mapping[str, Preset]) -> str:
    """That a packet is not printed with the preset that it has noted; nothing where it is."""
    if name in presets:
        return ""
    return f"没有名为“{name}”的版式，先按“{preset_for(name, presets).name}”排；可以另选一个。"


def imposed_sentences(
    paths: Collection[Path], *, booklet: bool = False, cards: bool = False
) -> Iterator[str]:
    """How to fold booklets and cut cards apart, or why there are none where they were asked for."""
    if any(map(is_booklet, paths)):
        yield HOW_TO_FOLD
    elif booklet:
        yield NO_BOOKLET
    if any(map(has_cards, paths)):
        yield HOW_TO_CUT
    elif cards:
        yield NO_CARDS
