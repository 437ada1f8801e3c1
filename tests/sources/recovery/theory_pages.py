"""Pages in the manner of the theory pages of papers, written for these tests, with what each line
is: kickers, titles on two lines, subtitles, summaries, pull quotes, boxes, captions, imprints.
"""

from tests.sources.recovery.recovery_scorer import DATA


def read_pages() -> dict[str, list[tuple[str, str]]]:
    """Each page by its name: what its lines are, and their text."""
    pages: dict[str, list[tuple[str, str]]] = {}
    for row in (DATA / "theory.txt").read_text("utf-8").splitlines():
        if row.startswith("# "):
            rows = pages.setdefault(row[2:], [])
        else:
            kind, _, text = row.partition("|")
            rows.append((kind, text))
    return pages
