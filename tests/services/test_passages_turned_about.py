"""What is nearly as a passage is offered only where the page still has it in its order."""

from pathlib import Path

from studydesk.domain.packet import Packet, PassageItem
from studydesk.domain.passage import Passage
from studydesk.domain.tidying import Correct, MoveBlocks
from studydesk.library import Library
from studydesk.services.importing import import_files
from studydesk.services.reattaching import accept
from studydesk.services.tidying import changed_passages, tidy

PICKED = (
    "工人师傅下班以后都到夜校去上课，学的是图纸和量具。",
    "请来的老师是从各个班组里推选出来的，每周轮着讲一次。",
    "师傅们端着碗围坐一桌，小毛病就这样改好了。",
)
RAW = "夜校开到车间里\n王敏\n　　" + "\n　　".join((*PICKED, "日子就这样过下去，直到那年冬天。"))


def test_a_page_is_kept_and_opened_though_the_paragraphs_of_a_passage_were_turned_about(
    tmp_path: Path,
) -> None:
    (page := tmp_path / "页.txt").write_text(RAW, "utf-8")
    with Library.open(tmp_path / "资料库") as library:
        import_files(library, [page])
        (source,) = library.sources()
        (article,) = library.articles_of(source.id)
        text = "\n".join(PICKED)
        at = article.body.index(text)
        item = PassageItem(Passage.pick(article, source, at, at + len(text)), id="i")
        library.save_packet(Packet("周五", items=(item,), id="p"))
        first, second, third = map(RAW.index, PICKED)
        (change,) = tidy(library, source.id, [Correct(first, first + 2, "职工")]).changed
        accepted = accept(library, library.packet("p"), change).packet
        tidy(library, source.id, [])
        moves = [MoveBlocks((second,), third, after=True), MoveBlocks((first,), second, after=True)]
        tidy(library, source.id, moves)
        library.save_packet(accepted)  # as undo in 编排 does
        (change,) = changed_passages(library, source.id)
        assert change.after is None or change.after.text in library.articles_of(source.id)[0].body
