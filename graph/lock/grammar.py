"""The reading part of Cypher: walks a query clause by clause and refuses whatever could be read as anything else."""

from __future__ import annotations

from collections.abc import Callable

from graph.lock.cursor import END
from graph.lock.expressions import Expressions
from graph.lock.growth import Sizes
from graph.lock.tokens import Token
from graph.lock.words import DIRECTIONS, HINTS, PROCEDURES

MOST_PARTS = 100
"""Clauses and patterns in one query; an engine plans more of them for longer than its time limit."""
SUBQUERY_DEPTH = 8


class Query(Expressions):
    """Walks a whole query. Raises QueryError at the first token that does not read."""

    def __init__(self, text: str, tokens: list[Token]) -> None:
        super().__init__(text, tokens)
        self.columns: list[str] = []
        self.sizes = Sizes()
        self.parts = 0
        self.subqueries = 0
        self.clauses: dict[str, Callable[[], object]] = {
            "match": self._match, "optional": self._optional, "where": self._expression, "with": self._items, "return": self._return,
            "unwind": self._items, "order": self._order, "skip": self._expression, "offset": self._expression, "limit": self._expression,
            "call": self._call, "using": self._hint, "union": self._union,
        }

    def statement(self) -> None:
        """A whole query, after EXPLAIN or PROFILE if need be, with one `;` at its end at most."""
        self._take_word("explain", "profile")
        self._query("")
        self._take_symbol(";")
        if self.at < len(self.tokens):
            raise self._refusal("only one query at a time", "leave out what follows the ;")

    def _query(self, closing: str) -> None:
        """One clause at least, up to the closing brace or the end."""
        self._clause()
        while not self._ends(closing):
            self._clause()

    def _clause(self) -> None:
        self._count_part()
        token = self._next()
        clause = self.clauses.get(token.value) if token.kind == "word" else None
        if clause is None:
            raise self._unexpected(token)
        clause()

    def _ends(self, closing: str) -> bool:
        token = self._peek()
        return token is END or (token.kind == "symbol" and token.text == (closing or ";"))

    def _optional(self) -> None:
        if not self._is_word("match", "call"):
            raise self._unexpected(self._next())

    def _union(self) -> None:
        self._take_word("all", "distinct")
        if self._ends("}"):
            raise self._unexpected(self._next())

    def _match(self) -> None:
        self._pattern()
        while self._take_symbol(","):
            self._count_part()
            self._pattern()

    def _count_part(self) -> None:
        self.parts += 1
        if self.parts > MOST_PARTS:
            raise self._refusal(f"more than {MOST_PARTS} clauses and patterns", "ask in several queries")

    def _return(self) -> None:
        columns = self._items()
        if self.depth == 0:
            self.columns = columns

    def _items(self) -> list[str]:
        """What WITH, RETURN and UNWIND take: expressions, each with an alias if need be. Gives their names, none of them for `*`."""
        self._take_word("distinct")
        names: list[str] = []
        while True:
            start = self.at
            if not self._take_symbol("*"):
                self._expression()
            end = self.at
            named = self._named() if self._take_word("as") else None
            names.append(named.shown if named else self._source(start))
            if not self.sizes.note(named.value if named else names[-1].casefold(), self.tokens[start:end]):
                raise self._refusal("values are joined to themselves again and again", "join less, or collect the rows instead")
            if not self._take_symbol(","):
                break
        return [] if "*" in names else names

    def _source(self, start: int) -> str:
        """The text from the token numbered `start` up to here."""
        last = self.tokens[self.at - 1]
        return self.text[self.tokens[start].start:last.start + len(last.text)]

    def _order(self) -> None:
        self._expect_word("by")
        while True:
            self._expression()
            self._take_word(*DIRECTIONS)
            if not self._take_symbol(","):
                return

    def _hint(self) -> None:
        """USING INDEX n:Label(property), USING SCAN n:Label, USING JOIN ON n."""
        if not self._is_word(*HINTS):
            raise self._unexpected(self._next())
        while self._take_word(*HINTS):
            pass
        self._named()
        while self._take_symbol(":", ","):
            self._named()
        if self._take_symbol("("):
            self._inside("(")

    def _call(self) -> None:
        """A subquery, or one of the procedures that read."""
        scoped = self._take_symbol("(")
        if scoped:
            self._inside("(")
        if scoped or self._is_symbol("{"):
            self._expect_symbol("{")
            self._subquery()
            if self._is_word("in"):
                raise self._refusal("CALL … IN TRANSACTIONS commits, which is closed here", "leave out IN TRANSACTIONS")
            return
        self._procedure()

    def _procedure(self) -> None:
        first = self._peek()
        name = self._dotted(self._next())
        if name not in PROCEDURES:
            raise self._refusal(f"the procedure {name} is not among those that are known to be harmless",
                                f"these are: {', '.join(sorted(PROCEDURES))}", first)
        if self._take_symbol("("):
            self._inside("(")
        if self._take_word("yield") and not self._take_symbol("*"):
            self._yielded()

    def _yielded(self) -> None:
        self._named()
        while True:
            if self._take_word("as"):
                self._named()
            if not self._take_symbol(","):
                return
            self._named()

    def _subquery(self) -> None:
        """What stands in the braces of CALL, EXISTS, COUNT, COLLECT: a query, or a pattern with its WHERE."""
        self._enter()
        self.subqueries += 1
        if self.subqueries > SUBQUERY_DEPTH:
            raise self._refusal(f"subqueries nest more than {SUBQUERY_DEPTH} deep", "split the query with WITH")
        token = self._peek()
        if not (token.kind == "word" and token.value in self.clauses):
            self._match()
        while not self._ends("}"):
            self._clause()
        self._expect_symbol("}")
        self.subqueries -= 1
        self.depth -= 1
