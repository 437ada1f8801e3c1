"""What one row of the article list says, in words."""

from dataclasses import dataclass

from studydesk.domain.article import count_characters
from studydesk.domain.reading import reading_minutes
from studydesk.library import ArticleSummary, Excerpt, Hit

UNTITLED = "（无标题）"

_HOUR, _LONG = 60, 120
"""Minutes of an hour, and from how many on hours are told."""


def time_aloud(characters: int) -> str:
    """How long a text takes to read aloud: 朗读 12 分钟, or 朗读约 25 小时."""
    minutes = reading_minutes(characters)
    return f"朗读约 {round(minutes / _HOUR)} 小时" if minutes >= _LONG else f"朗读 {minutes} 分钟"


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article in the list, with what a search found in it."""

    article: ArticleSummary
    excerpts: tuple[Excerpt, ...] = ()
    title_highlights: tuple[tuple[int, int], ...] = ()
    count: int = 0

    @classmethod
    def of_hit(cls, hit: Hit) -> "ArticleRow":
        """A row for an article that a search found."""
        return cls(hit.article, hit.excerpts, hit.title_highlights, hit.count)

    @property
    def title(self) -> str:
        """The title, or how the text begins where the page gave none."""
        return self.article.title or self._opening or UNTITLED

    @property
    def _opening(self) -> str:
        opening = self.article.opening
        return f"{opening}…" if self.article.length > count_characters(opening) else opening

    @property
    def facts(self) -> str:
        """Author and time to read aloud; where there is no author, the column, called one."""
        authors = self.article.authors
        who = "、".join(authors[:3]) + ("等" if len(authors) > 3 else "")
        column = f"栏目“{self.article.column}”" if self.article.column else ""
        parts = (who or column, time_aloud(self.article.length))
        return " · ".join(part for part in parts if part)

    @property
    def marks(self) -> tuple[tuple[str, str], ...]:
        """Signs at the end of the row, each with its meaning: hits, passages picked, problems."""
        article = self.article
        return tuple(
            (sign, meaning)
            for number, sign, meaning in (
                (self.count, f"{self.count} 处", f"找到 {self.count} 处"),
                (article.picked, f"●{article.picked}", f"有 {article.picked} 处选段在学习包里"),
                (article.problems, f"⚠{article.problems}", f"有 {article.problems} 处存疑"),
            )
            if number
        )

    @property
    def spoken(self) -> str:
        """The whole row as a screen reader says it."""
        return "，".join((self.title, self.facts, *(meaning for _, meaning in self.marks)))
