"""The reading part of Cypher: walks a query and refuses whatever could be read as anything else.

At the level of a query, operands and operators alternate, so that a bare word is a name only where no clause can begin: after an
operator, a comma, AS, a dot. Inside brackets no clause can begin at all, except in braces, which must be a map, a
quantifier, or a subquery that reads.
"""

from __future__ import annotations

from collections.abc import Callable

from graph.lock.bounds import check_range, check_reduce
from graph.lock.tokens import Token, place
from graph.lock.words import (
    BEFORE_BRACKET,
    DIRECTIONS,
    FUNCTIONS,
    HINTS,
    ITERATING,
    PROCEDURES,
    SELECTORS,
    SUBQUERIES,
    TESTS,
    TYPES,
    misplaced,
    reason,
)
from schema import QueryError

DEPTH = 40
"""How deeply brackets may nest; deeper ones exhaust an engine's stack."""
LOOPS = 2
"""How many lists may be gone through one inside the other: three can outrun every time limit."""
CLOSING = {"(": ")", "[": "]"}
OPERATORS = frozenset("+-*/%^=<>|&!:~")
WORD_OPERATORS = frozenset({"and", "or", "xor", "in", "contains"})
END = Token("symbol", "", 0)


class Reader:
    """Walks the tokens of one query (white space and comments left out). Raises QueryError at the first that does not read."""

    def __init__(self, text: str, tokens: list[Token]) -> None:
        self.text = text
        self.tokens = tokens
        self.at = 0
        self.depth = 0
        self.loops = 0
        self.clauses: dict[str, Callable[[], None]] = {
            "match": self._match, "optional": self._optional, "where": self._expression, "with": self._items, "return": self._items,
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

    # Queries and clauses

    def _query(self, closing: str) -> None:
        """One clause at least, up to the closing brace or the end."""
        self._clause()
        while not self._ends(closing):
            self._clause()

    def _clause(self) -> None:
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
            self._pattern()

    def _items(self) -> None:
        """What WITH, RETURN and UNWIND take: expressions, each with an alias if need be."""
        self._take_word("distinct")
        while True:
            if not self._take_symbol("*"):
                self._expression()
            if self._take_word("as"):
                self._named()
            if not self._take_symbol(","):
                return

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
        token = self._peek()
        if not (token.kind == "word" and token.value in self.clauses):
            self._match()
        while not self._ends("}"):
            self._clause()
        self._expect_symbol("}")
        self.depth -= 1

    # Patterns and expressions

    def _pattern(self) -> None:
        """`p = ANY SHORTEST (a)-[:X]->{1,3}(b)`."""
        if self._peek().kind in ("word", "name") and self._is_symbol("=", ahead=1):
            self.at += 2
        while self._is_word(*SELECTORS) or self._peek().kind == "number":
            self.at += 1
        if self._is_word("shortestpath", "allshortestpaths"):
            self.at += 1
        if not self._is_symbol("("):
            raise self._unexpected(self._next())
        while self._is_symbol("(", "[", "{", "-", "<", ">", "+", "*"):
            self._bracketed() if self._is_symbol("(", "[", "{") else self._next()

    def _expression(self) -> None:
        self._operand()
        while self._operator():
            self._operand()

    def _operand(self) -> None:
        while self._take_symbol("+", "-", "!", ":", "=", "<", ">") or self._take_word("not"):
            pass
        if self._is_word("case"):
            self._case()
        elif self._is_symbol("(", "[", "{"):
            self._bracketed()
        elif self._take_symbol("$"):
            self._parameter()
        elif self._peek().kind in ("string", "number"):
            self.at += 1
        else:
            self._called_or_named()
        self._suffixes()

    def _suffixes(self) -> None:
        """Properties, subscripts, and the quantifier of a bracketed pattern."""
        while True:
            if self._take_symbol("."):
                self._named()
            elif self._is_symbol("[") or (self._is_symbol("{") and self.tokens[self.at - 1].text == ")"):
                self._bracketed()
            else:
                return

    def _operator(self) -> bool:
        """Whether an operator came that wants an operand; IS and what belongs to it are taken on the way."""
        while self._take_word("is"):
            self._test()
        if self._take_word(*WORD_OPERATORS):
            return True
        if self._take_word("starts", "ends"):
            self._expect_word("with")
            return True
        came = False
        while self._peek().kind == "symbol" and self._peek().text in OPERATORS:
            self.at += 1
            came = True
        return came

    def _test(self) -> None:
        start = self.at
        while self._take_word(*TESTS, *TYPES) or self._take_symbol(":", "<", ">", "|"):
            pass
        if self.at == start:
            raise self._unexpected(self._next())

    def _case(self) -> None:
        self._expect_word("case")
        if not self._is_word("when"):
            self._expression()
        while self._take_word("when"):
            self._expression()
            while self._take_symbol(","):
                self._expression()
            self._expect_word("then")
            self._expression()
        if self._take_word("else"):
            self._expression()
        self._expect_word("end")

    def _called_or_named(self) -> None:
        token = self._named()
        if token.kind == "word" and token.value in SUBQUERIES and self._take_symbol("{"):
            self._subquery()
            return
        self._continue(token)

    def _continue(self, first: Token) -> None:
        """What may follow a name: more of it after dots, the arguments of a function, a map projection."""
        name = self._dotted_rest(first)
        if self._is_symbol("("):
            self._check_function(name, first)
            self._looped(name in ITERATING)
        elif self._is_symbol("{"):
            self._bracketed()

    def _check_function(self, name: str, first: Token) -> None:
        if name not in FUNCTIONS:
            what = f"the function {name} is not among those that are known to be harmless"
            raise self._refusal(*(reason(name) or (what, "the functions of Cypher that both engines have may be used")), first)
        if name == "range":
            check_range(self.text, self.tokens, self.at)
        if name == "reduce":
            check_reduce(self.text, self.tokens, self.at)

    # Brackets, inside which no clause begins

    def _bracketed(self) -> None:
        if self._is_symbol("{"):
            self.at += 1
            self._map()
        else:
            self._looped(self._is_symbol("[") and self._peek(2).value == "in")

    def _looped(self, iterates: bool) -> None:
        """Round or square brackets, counted when they go through a list."""
        self.loops += iterates
        if self.loops > LOOPS:
            raise self._refusal(f"more than {LOOPS} lists are gone through one inside the other", "UNWIND them instead")
        self._inside(self._next().text)
        self.loops -= iterates

    def _inside(self, opening: str) -> None:
        self._enter()
        while not self._take_symbol(CLOSING[opening]):
            self._element()
        self.depth -= 1

    def _element(self) -> None:
        """One thing inside brackets; of names it matters what they call."""
        token = self._peek()
        if self._is_symbol("(", "[", "{"):
            self._bracketed()
        elif self._take_symbol("$"):
            if not self._is_symbol("("):
                self._parameter()
        elif self._take_symbol("."):
            self._property()
        elif token.kind in ("word", "name"):
            self._word_inside()
        elif token is END or token.text in (")", "]", "}", ";"):
            raise self._unexpected(self._next())
        else:
            self.at += 1

    def _property(self) -> None:
        if not self._take_symbol("*"):
            self._named()
            if self._is_symbol("(", "{"):
                raise self._unexpected(self._next())

    def _word_inside(self) -> None:
        token = self._next()
        if token.kind == "word" and token.value in BEFORE_BRACKET:
            return
        if token.kind == "word" and token.value in SUBQUERIES and self._take_symbol("{"):
            self._subquery()
            return
        if token.kind == "word" and token.value == "call" and self._is_symbol("{"):
            raise self._unexpected(token)
        self._continue(token)

    def _map(self) -> None:
        """`{key: value}`, a projection `{.name, other}`, or a quantifier `{1,3}`; nothing else may stand in braces."""
        self._enter()
        while not self._take_symbol("}"):
            self._entry()
            if not self._is_symbol("}"):
                self._expect_symbol(",")
        self.depth -= 1

    def _entry(self) -> None:
        if self._is_symbol(",") or (self._peek().kind == "number" and self._is_symbol(",", "}", ahead=1)):
            self.at += self._peek().kind == "number"
        elif self._take_symbol("."):
            self._property()
        else:
            self._named()
            if self._take_symbol(":"):
                while not self._is_symbol(",", "}"):
                    self._element()
            elif not self._is_symbol(",", "}"):
                raise self._unexpected(self._peek())

    # Single tokens

    def _parameter(self) -> None:
        if self._peek().kind == "number":
            self.at += 1
        else:
            self._named()

    def _named(self) -> Token:
        token = self._next()
        if token.kind not in ("word", "name"):
            raise self._unexpected(token)
        return token

    def _dotted(self, first: Token) -> str:
        if first.kind not in ("word", "name"):
            raise self._unexpected(first)
        return self._dotted_rest(first)

    def _dotted_rest(self, first: Token) -> str:
        name = first.value
        while self._is_symbol(".") and self._peek(1).kind in ("word", "name"):
            name += "." + self._peek(1).value
            self.at += 2
        return name

    def _enter(self) -> None:
        self.depth += 1
        if self.depth > DEPTH:
            raise self._refusal(f"brackets nest more than {DEPTH} deep", "split the query with WITH")

    def _peek(self, ahead: int = 0) -> Token:
        return self.tokens[self.at + ahead] if self.at + ahead < len(self.tokens) else END

    def _next(self) -> Token:
        token = self._peek()
        if token is END:
            raise self._unexpected(token)
        self.at += 1
        return token

    def _is_word(self, *words: str) -> bool:
        token = self._peek()
        return token.kind == "word" and token.value in words

    def _is_symbol(self, *symbols: str, ahead: int = 0) -> bool:
        token = self._peek(ahead)
        return token.kind == "symbol" and token.text in symbols

    def _take_word(self, *words: str) -> bool:
        taken = self._is_word(*words)
        self.at += taken
        return taken

    def _take_symbol(self, *symbols: str) -> bool:
        taken = self._is_symbol(*symbols)
        self.at += taken
        return taken

    def _expect_word(self, word: str) -> None:
        if not self._take_word(word):
            raise self._refusal(f"{word.upper()} is missing", f"write {word.upper()} before {self._peek().text or 'the end'}")

    def _expect_symbol(self, symbol: str) -> None:
        if not self._take_symbol(symbol):
            raise self._unexpected(self._peek())

    def _unexpected(self, token: Token) -> QueryError:
        if token is END:
            return self._refusal("the query ends too early", "finish it: MATCH … RETURN …", token)
        if token.kind == "word":
            return self._refusal(*misplaced(token.value), token)
        return self._refusal(f"{token.text[:40]} does not belong here", "check the brackets and commas before it", token)

    def _refusal(self, what: str, remedy: str, token: Token | None = None) -> QueryError:
        token = token or self._peek()
        offset = len(self.text) if token is END else token.start
        return QueryError(what, where=place(self.text, offset), remedy=remedy)
