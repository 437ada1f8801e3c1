"""Empty lines inside a sentence at which a column ends and another article may go on."""

from bisect import bisect_left

from studydesk.sources.recovery.setting import Setting

# A sentence that breaks off no farther away, in lines, may go on there.
NEAR = 100


def is_column_break(page: Setting, index: int) -> bool:
    """Whether more empty lines than between rows stand above a line, and the text of another
    article breaks off nearby, which may go on there.
    """
    if page.lines[index].gap <= page.gap_of_rows(index):
        return False
    at = bisect_left(page.open_ends, index - NEAR)
    return at < len(page.open_ends) and page.open_ends[at] <= index + NEAR
