"""What a file shows but does not name is pointed out."""

from studydesk.domain.article import ProblemKind, Severity, Source
from studydesk.sources.recovery.recover import recover

BODY = "手艺是练出来的，也是传下来的。师傅带徒弟，一招一式都要讲明白。"


def test_characters_that_cannot_be_read_are_a_problem_at_their_place() -> None:
    raw = f"把手艺传下去\n王敏\n{BODY}有\ufffd\ufffd字，还有\ue123字。\n"
    problems = [p for p in recover(Source("a", raw)).problems if p.kind is ProblemKind.ILLEGIBLE]
    assert [raw[p.span.start : p.span.end] for p in problems] == ["\ufffd\ufffd", "\ue123"]
    assert [(p.severity, p.detail) for p in problems] == [(Severity.RED, "2"), (Severity.RED, "1")]


def test_a_page_that_can_be_read_has_none() -> None:
    problems = recover(Source("a", f"把手艺传下去\n王敏\n{BODY}")).problems
    assert ProblemKind.ILLEGIBLE not in {problem.kind for problem in problems}
