"""The rows of a list that may have a hundred thousand: those that are looked at are in memory."""

from collections import OrderedDict
from collections.abc import Sequence
from typing import overload

from studydesk.library import ArticleSummary, Library
from studydesk.ui.words.article_row import ArticleRow

PAGE = 100
"""Rows that are read together, which takes a millisecond."""

KEPT = 12
"""Pages of rows that are kept, the last ones used."""

_GONE = ArticleRow(ArticleSummary("", "", "", (), "", "", "", None, "", 0, (), 0, 0, ""))
"""Stands where an article was deleted, until the list is brought up to date."""


class ArticleRows(Sequence[ArticleRow]):
    """Rows in the order of `numbers`, of which the library tells more when it is asked."""

    def __init__(self, library: Library, numbers: Sequence[int]) -> None:
        self.numbers = numbers
        self._library = library
        self._pages: OrderedDict[int, list[ArticleRow]] = OrderedDict()

    def __len__(self) -> int:
        return len(self.numbers)

    @overload
    def __getitem__(self, place: int) -> ArticleRow: ...
    @overload
    def __getitem__(self, place: slice) -> list[ArticleRow]: ...
    def __getitem__(self, place: int | slice) -> ArticleRow | list[ArticleRow]:
        if isinstance(place, slice):
            return [self[each] for each in range(len(self))[place]]
        page, row = divmod(range(len(self))[place], PAGE)
        return self._page(page)[row]

    def place(self, article_id: str) -> int:
        """Where an article is listed, or -1. The number of one that is deleted may be given to
        another, before the list is brought up to date.
        """
        try:
            place = self.numbers.index(self._library.number(article_id))
        except ValueError:
            return -1
        return place if self[place].article.id == article_id else -1

    def _page(self, page: int) -> list[ArticleRow]:
        if page not in self._pages:
            numbers = self.numbers[page * PAGE : (page + 1) * PAGE]
            found = self._library.summaries(numbers)
            self._pages[page] = [
                ArticleRow(found[number]) if number in found else _GONE for number in numbers
            ]
            if len(self._pages) > KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(page)
        return self._pages[page]
