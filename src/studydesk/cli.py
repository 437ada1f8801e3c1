"""The commands that need no window. A public interface: names, options, JSON and exit codes stay.

Exit 0 done, 1 the input was refused or a check failed (a Chinese sentence on standard error),
2 wrong usage, 130 Ctrl-C was pressed. What a command needs is imported when it runs, and never Qt.
"""

import argparse
import io
import json
import os
import sys
import time
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from studydesk.arguments import ALL, are_files, command_line
from studydesk.errors import (
    Cancelled,
    FileUnreadable,
    ProgramGone,
    SourceRefused,
    StudyDeskError,
)

if TYPE_CHECKING:
    from studydesk.domain.article import Recovery
    from studydesk.domain.packet import Packet
    from studydesk.handout.model import Edition
    from studydesk.handout.style import Preset
    from studydesk.library.studypack import Studypack
    from studydesk.services.checking import Checked, Finding

DONE, REFUSED, INTERRUPTED = 0, 1, 130

_READ_PDF = "read-pdf"
"""Not for users: how the frozen program starts itself to read a PDF in a process of its own."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that the arguments name, or open the window without one; the exit code."""
    _speak_utf8()
    arguments = sys.argv[1:] if arguments is None else arguments
    if len(arguments) == 2 and arguments[0] == _READ_PDF:
        from studydesk.sources.readers import pdf_text

        return pdf_text.main(arguments[1])
    asked = None if are_files(arguments, _RUNS) else command_line(_RUNS).parse_args(arguments)
    if asked is None or asked.command is None:
        from studydesk import app

        return app.main(arguments)
    try:
        status: int = asked.run(asked)
        sys.stdout.flush()
    except StudyDeskError as error:
        return _refuse(error)
    except KeyboardInterrupt:
        from studydesk.ui.words.outcomes import WAS_INTERRUPTED

        _warn(WAS_INTERRUPTED)
        return INTERRUPTED
    except BrokenPipeError:  # whoever was reading has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return REFUSED
    return status


def _speak_utf8() -> None:
    """Chinese comes out whole whatever the code page; a lone surrogate comes out escaped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _refuse(error: StudyDeskError) -> int:
    from studydesk.ui.words.messages import sentence

    _warn(sentence(error))
    return REFUSED


def _say(line: str = "") -> None:
    sys.stdout.write(f"{line}\n")


def _warn(line: str) -> None:
    sys.stderr.write(f"{line}\n")


def _say_json(value: object) -> None:
    _say(json.dumps(value, ensure_ascii=False))


def _demo(asked: argparse.Namespace) -> int:
    from studydesk.services.demo import make_demo

    began = time.perf_counter()
    for path in make_demo(asked.out):
        _say(str(path))
    _say(f"用时 {time.perf_counter() - began:.1f} 秒。")
    return DONE


def _recover(asked: argparse.Namespace) -> int:
    from studydesk.sources.exchange import recovery_json
    from studydesk.sources.reading import read_file
    from studydesk.sources.recovery.recover import recover

    pages, status = [], DONE
    for path in asked.files:
        try:
            source = read_file(path)
        except (SourceRefused, FileUnreadable, ProgramGone) as error:
            status = _refuse(error)
            continue
        recovery = recover(source)
        if asked.json:
            pages.append(recovery_json(source, recovery))
        else:
            _summarise(source.name, recovery)
    if asked.json and pages:
        _say_json(pages if len(asked.files) > 1 else pages[0])
    return status


def _summarise(name: str, recovery: "Recovery") -> None:
    from studydesk.ui.words.outcomes import problem_sentence

    _say(f"{name}：{len(recovery.articles)} 篇文章，{len(recovery.problems)} 处存疑")
    for article in recovery.articles:
        authors = "、".join(article.authors) or "作者不详"
        _say(f"  {article.title or '（无标题）'}　{authors}　{article.length} 字")
        for problem in recovery.problems:
            if problem.article_id == article.id:
                _say(f"    · {problem_sentence(problem)}")
    for problem in recovery.problems:
        if not problem.article_id:
            _say(f"  · {problem_sentence(problem)}")


def _import(asked: argparse.Namespace) -> int:
    from studydesk.services.importing import Outcome, import_files
    from studydesk.services.interrupting import until_interrupted
    from studydesk.services.starting import open_or_make
    from studydesk.services.unfinished_imports import ImportRecord
    from studydesk.ui.words.outcomes import import_sentence, stopped_import_sentence

    with open_or_make(asked.library) as library, until_interrupted() as progress:
        record = ImportRecord(library)
        record.begin(asked.files)
        try:
            results = import_files(library, asked.files, progress, record)
        except Cancelled:
            left = list(dict.fromkeys(asked.files))
            _warn(stopped_import_sentence(left, is_kept=record.is_kept))
            return INTERRUPTED
        done = [result for result in results if not isinstance(result.error, Cancelled)]
        for result in done:
            tell = _warn if result.outcome is Outcome.REFUSED else _say
            tell(import_sentence(result))
        told = {result.path for result in done}  # a file may have been named twice
        paths = dict.fromkeys(each.path for each in results if each.path)
        left = [path for path in paths if path not in told]
        if left:
            _warn(stopped_import_sentence(left, is_kept=record.is_kept))
        record.close(left)
    refused = any(result.outcome is Outcome.REFUSED for result in done)
    return INTERRUPTED if left else REFUSED if refused else DONE


def _search(asked: argparse.Namespace) -> int:
    from studydesk.services.starting import reading

    with reading(asked.library) as library:
        found = library.search(asked.query, limit=asked.limit)
    if asked.json:
        _say_json(
            {
                "query": found.query,
                "total": found.total,
                "hits": [
                    {
                        "article": hit.article.id,
                        "title": hit.article.title,
                        "count": hit.count,
                        "excerpts": [
                            {"text": excerpt.text, "highlights": excerpt.highlights}
                            for excerpt in hit.excerpts
                        ],
                    }
                    for hit in found.hits
                ],
            }
        )
        return DONE
    if not found.query.strip():
        _say("没有写要找的字词，请在 search 后面写上。")
        return DONE
    _say(f"“{found.query}”：{found.total} 篇")
    for hit in found.hits:
        _say(
            f"{hit.article.title or '（无标题）'}　{'、'.join(hit.article.authors)}　{hit.count} 处"
        )
        for excerpt in hit.excerpts:
            _say(f"    {_marked(excerpt.text, excerpt.highlights)}")
    return DONE


def _marked(text: str, highlights: Sequence[tuple[int, int]]) -> str:
    """The text on one line, with 【】 around what was searched for."""
    for start, end in sorted(highlights, reverse=True):
        text = f"{text[:start]}【{text[start:end]}】{text[end:]}"
    return " ".join(text.split())


def _export(asked: argparse.Namespace) -> int:
    from studydesk.export.writers import WRITERS
    from studydesk.handout.model import HANDOUTS, Edition
    from studydesk.handout.presets import find_preset, preset_for
    from studydesk.library.studypack import read_studypack
    from studydesk.services.checking import answered_for, is_held
    from studydesk.services.handouts import export
    from studydesk.services.names import read_entries, read_names
    from studydesk.ui.words.left_out_words import left_out_sentence
    from studydesk.ui.words.outcomes import imposed_sentences, review_of, unsettled_lines

    pack = read_studypack(asked.pack)
    editions = HANDOUTS if asked.edition == ALL else (Edition(asked.edition),)
    formats = tuple(WRITERS) if asked.format == ALL else (asked.format,)
    presets = _presets(asked)
    if asked.preset:
        preset = find_preset(asked.preset, presets).name
        pack = replace(pack, packet=replace(pack.packet, preset=preset))
    names = read_names(asked.names) if asked.names else ()
    groups = list(dict.fromkeys(read_entries(asked.groups))) if asked.groups else ()
    signing = names if Edition.RECORD in editions else ()
    checked = _checked(pack, asked.library, presets, (*signing, *groups))
    if asked.answer is not None:
        checked = answered_for(checked, asked.answer)
    packet = checked.packet
    written = export(
        packet,
        asked.out,
        editions,
        formats,
        packet.preset,
        booklet=asked.booklet,
        review=review_of(packet, checked),
        names=names,
        groups=groups,
        presets=presets,
    )
    for path in written:
        _say(str(path))
    for told in imposed_sentences(written, booklet=asked.booklet, cards=bool(asked.groups)):
        _warn(told)
    if told := left_out_sentence(packet, preset_for(packet.preset, presets)):
        _warn(told)
    held = checked.unsettled if is_held(checked, editions) else ()
    for told in _of_its_fonts(packet, editions, formats, presets, held):
        _warn(told)
    if not is_held(checked, editions):
        return DONE
    for line in unsettled_lines(packet, checked):
        _warn(line)
    return REFUSED


def _of_its_fonts(
    packet: "Packet",
    editions: Sequence["Edition"],
    formats: Sequence[str],
    presets: Mapping[str, "Preset"],
    held: Collection["Finding"],
) -> Iterator[str]:
    """What one should know of the preset of a packet that was written, and of its fonts; but for
    what it is `held` back for, which is told as such.
    """
    from studydesk.services.checking import missing_glyphs
    from studydesk.services.typefaces import font_report
    from studydesk.ui.words.font_words import font_sentences
    from studydesk.ui.words.outcomes import finding_line, preset_sentence

    if told := preset_sentence(packet.preset, presets):
        yield told
    if "pdf" not in formats:
        return
    fonts = font_report(packet, editions, packet.preset, presets)
    if not fonts.same_everywhere:
        yield from font_sentences(fonts)
    for finding in missing_glyphs(packet, presets):
        if finding not in held:
            yield finding_line(packet, finding)


def _presets(asked: argparse.Namespace) -> Mapping[str, "Preset"]:
    """The presets to be had, with the fonts that were asked for."""
    from studydesk.handout.designs import in_installed_fonts, with_fonts_embedded

    presets = _known_presets(asked.library)
    if asked.installed_fonts:
        presets = {name: in_installed_fonts(preset) for name, preset in presets.items()}
    if asked.embed_fonts:
        presets = {name: with_fonts_embedded(preset) for name, preset in presets.items()}
    return presets


def _known_presets(library: Path | None) -> Mapping[str, "Preset"]:
    """The presets to be had, those of a library too if one is named."""
    from studydesk.handout.presets import PRESETS
    from studydesk.services.presets import read_presets

    return read_presets(library).by_name if library else PRESETS


def _check(asked: argparse.Namespace) -> int:
    from studydesk.library.studypack import read_studypack
    from studydesk.ui.words.checked_json import checked_json
    from studydesk.ui.words.outcomes import check_lines

    pack = read_studypack(asked.pack)
    checked = _checked(pack, asked.library, _known_presets(asked.library))
    if asked.json:
        _say_json({"title": pack.packet.title, **checked_json(checked)})
    else:
        for line in check_lines(pack.packet, checked):
            _say(line)
    return REFUSED if checked.must_be_settled else DONE


def _checked(
    pack: "Studypack",
    library: Path | None,
    presets: Mapping[str, "Preset"],
    names: Iterable[str] = (),
) -> "Checked":
    """The check of a packet, to be printed in one of the presets with these names, against what
    travels with it, and a library if one is named.
    """
    from studydesk.services.checking import check_against
    from studydesk.services.originals import PackedOriginals
    from studydesk.services.starting import reading

    if library is None:
        originals = PackedOriginals(pack.articles)
        return check_against(originals, pack.packet, presets=presets, names=names)
    with reading(library) as opened:
        originals = PackedOriginals(pack.articles, opened)
        return check_against(originals, pack.packet, presets=presets, names=names)


def _self_check(_asked: argparse.Namespace) -> int:
    from studydesk.services.self_check import self_check

    status = DONE
    for part in self_check():
        _say(f"{part.name}：{f'有误（{part.fault}）' if part.fault else '正常'}")
        status = REFUSED if part.fault else status
    return status


def _diagnose(asked: argparse.Namespace) -> int:
    from studydesk.services.diagnosis import write_diagnosis
    from studydesk.services.starting import open_existing
    from studydesk.ui.words.diagnosis_words import about_diagnosis

    status = DONE
    with ExitStack() as closed:
        library = None
        if asked.library is not None:
            try:
                library = closed.enter_context(open_existing(asked.library))
            except StudyDeskError as error:  # what is wrong with it may be why this was asked for
                status = _refuse(error)
        _say(str(write_diagnosis(asked.out, library, about=about_diagnosis)))
    return status


_RUNS = {
    "demo": _demo,
    "recover": _recover,
    "import": _import,
    "search": _search,
    "export": _export,
    "check": _check,
    "self-check": _self_check,
    "diagnose": _diagnose,
}


if __name__ == "__main__":
    sys.exit(main())
