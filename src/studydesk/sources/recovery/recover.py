"""Recovery: the raw text of a page becomes articles, furniture and problems.

raw → lines → units (paragraphs, titles, bylines) → drafts of articles → blocks → problems.
Nothing is lost: what finds no place in an article is furniture.
"""

from collections.abc import Callable

from studydesk.domain.article import Article, Problem, Recovery, Source
from studydesk.sources.readers.legibility import illegible_problems
from studydesk.sources.recovery.articles import assemble, sign_at_end
from studydesk.sources.recovery.blocks import build
from studydesk.sources.recovery.displaced import bring_back, settle_fragments
from studydesk.sources.recovery.lines import read_lines
from studydesk.sources.recovery.neighbours import neighbour_problems
from studydesk.sources.recovery.page import Page
from studydesk.sources.recovery.panels import speakers_above
from studydesk.sources.recovery.paragraphs import gather
from studydesk.sources.recovery.problems import problems_of, repeat_problems


def recover(source: Source, ask: Callable[[], object] = lambda: None) -> Recovery:
    """The articles of a source in reading order; ids are the source's with -1, -2, … behind.
    `ask` is called often, and may raise Cancelled: the longest pages take seconds.

    Every character that is not white space is in exactly one block or one furniture span.
    """
    raw, source_id = source.raw, source.id
    lines, furniture = read_lines(raw, ask)
    page = Page(raw, speakers_above(raw, gather(raw, lines, ask)), ask)
    page = Page(raw, settle_fragments(page), ask)
    drafts, outside = assemble(page)
    page, drafts = bring_back(page, drafts)
    for draft in drafts:
        sign_at_end(draft)
    furniture.extend(span for unit in outside for span in unit.spans)
    articles: list[Article] = []
    problems: list[Problem] = []
    for draft in drafts:
        ask()
        built = build(page, draft)
        furniture.extend(built.furniture)
        if not built.blocks:
            continue
        article = Article(f"{source_id}-{len(articles) + 1}", source_id, tuple(built.blocks))
        articles.append(article)
        moved = [unit.spans[0] for unit in draft.moved]
        unsure = [unit.spans[0] for unit in draft.head if unit.lines[0].unsure]
        items = {unit.spans[0] for unit in draft.body if unit.lines[0].row or unit.lines[0].listed}
        problems.extend(problems_of(article, moved, unsure, items))
    known = {(problem.kind, problem.span) for problem in problems}
    beside = neighbour_problems(raw, articles)
    problems.extend(each for each in beside if (each.kind, each.span) not in known)
    problems.extend(repeat_problems(raw, articles, ask))
    problems.extend(illegible_problems(raw, articles))
    problems.sort(key=lambda problem: problem.span)
    return Recovery(tuple(articles), tuple(sorted(furniture)), tuple(problems))
