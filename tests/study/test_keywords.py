import os
import subprocess
import sys
from pathlib import Path

import pytest

from studydesk.domain.article import Article, Block, BlockKind
from studydesk.study.keywords import LONGEST_TERM, key_terms

PARAGRAPHS = (
    "发展新质生产力，需要深化产业工人队伍建设改革。工会要推动产业工人队伍建设改革走深走实。",
    "新质生产力呼唤高技能人才。技能断层现象，是高技能人才供给不足的表现。",
    "一是加强技能培训，二是完善技能断层的预警。工作要推动，作用要发挥，体系要完善。",
)


def article(*paragraphs: str, title: str = "") -> Article:
    blocks = [Block(BlockKind.TITLE, title, ())] if title else []
    blocks += [Block(BlockKind.PARAGRAPH, text, ()) for text in paragraphs]
    return Article("a-1", "a", tuple(blocks))


def test_terms_of_the_field_stay_whole() -> None:
    terms = key_terms(article(*PARAGRAPHS))
    assert {"新质生产力", "产业工人队伍建设改革", "技能断层", "高技能人才"} <= set(terms)
    assert not {"新质", "生产力", "队伍", "改革"} & set(terms)


def test_general_words_and_counting_words_are_no_terms() -> None:
    assert not {"推动", "作用", "体系", "一是", "二是"} & set(key_terms(article(*PARAGRAPHS)))


def test_every_term_stands_in_the_article_and_is_no_saying() -> None:
    picked = article(*PARAGRAPHS, title="技能断层怎么补")
    for term in key_terms(picked, count=30):
        assert term in picked.title + picked.body
        assert 2 <= len(term) <= LONGEST_TERM


def test_no_more_terms_come_than_are_asked_for() -> None:
    assert len(key_terms(article(*PARAGRAPHS), count=2)) == 2


@pytest.mark.parametrize("text", ["", "ABC 123 ……", "\n\n"])
def test_a_text_without_chinese_has_no_terms(text: str) -> None:
    assert key_terms(article(text)) == ()


def test_the_segmenter_loads_only_when_used_says_nothing_and_writes_nothing(tmp_path: Path) -> None:
    written = tmp_path / "written"
    written.mkdir()
    program = (
        "import sys\n"
        "from studydesk.domain.article import Article, Block, BlockKind\n"
        "from studydesk.study.keywords import key_terms\n"
        "assert 'jieba' not in sys.modules\n"
        "key_terms(Article('a', 'b', (Block(BlockKind.PARAGRAPH, '工匠精神，工匠精神', ()),)))\n"
    )
    folders = dict.fromkeys(("TMPDIR", "TEMP", "TMP", "XDG_CACHE_HOME"), str(written))
    compiled_anew = {**os.environ, **folders, "PYTHONPYCACHEPREFIX": str(tmp_path / "compiled")}
    command = [sys.executable, "-W", "always", "-c", program]
    ran = subprocess.run(command, capture_output=True, text=True, check=True, env=compiled_anew)
    assert (ran.stdout, ran.stderr) == ("", "")
    assert list(written.iterdir()) == []
