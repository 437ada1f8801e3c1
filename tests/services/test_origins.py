"""An article tells whose the words of a passage are: who has an office there, and who signs it."""

from pathlib import Path

from studydesk.domain.packet import Packet, PassageItem, Session
from studydesk.domain.passage import Passage
from studydesk.library import Library
from studydesk.services.importing import import_files
from studydesk.services.origins import origin, origins
from studydesk.services.outfitting import asked, outfit
from studydesk.study.agenda import PLANS

SAID = "手艺练不到家，活就没有底气"
TOLD = (
    f"夜校办了半年，来的人一天比一天多。王建国笑着说：“{SAID}。”大家听了，把这句话抄在了黑板上，"
    "班组里每天下班都要练半个小时，徒弟们说练得值。"
)
OFFICE = "副市长王建国来到车间，看了机床，又问了师傅们的活，走的时候天已经黑了。"
HOUR = next(plan for plan in PLANS if plan.minutes == 60)


def packet_of(tmp_path: Path, library: Library) -> Packet:
    file = tmp_path / "夜校.txt"
    file.write_text(f"夜校办到机台旁\n\n{OFFICE}\n\n{TOLD}\n", encoding="utf-8")
    source_id = import_files(library, [file])[0].source_id
    (article,) = library.articles_of(source_id)
    start = article.body.index(TOLD)
    passage = Passage.pick(article, library.source(source_id), start, start + len(TOLD))
    return Packet("学习", Session(minutes=60), (PassageItem(passage),))


def test_nothing_is_asked_of_an_official_whose_office_stands_elsewhere_in_the_article(
    tmp_path: Path,
) -> None:
    with Library.open(tmp_path / "资料库") as library:
        packet = packet_of(tmp_path, library)
        article = origin(library, packet.passages[0])
        assert article
        assert OFFICE in article.body
        for made in (
            asked(packet, HOUR, origins(library, packet)),
            outfit(library, packet, HOUR),
        ):
            assert not [one for one in made.questions if SAID in one.question.text]


def test_a_passage_whose_article_is_gone_stands_by_itself(tmp_path: Path) -> None:
    with Library.open(tmp_path / "资料库") as library:
        assert origin(library, Passage("fort", 0, 2, "夜校")) is None
