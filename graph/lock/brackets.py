"""What stands in brackets, where no clause begins: values, patterns, calls, maps, and subqueries that have to read too."""

from __future__ import annotations

from abc import ABC, abstractmethod

from graph.lock.bounds import check_range
from graph.lock.cursor import END, Cursor
from graph.lock.growth import ITERATING, check_reduce
from graph.lock.tokens import Token
from graph.lock.words import BEFORE_BRACKET, FUNCTIONS, SUBQUERIES, reason

LOOPS = 2
"""How many lists may be gone through one inside the other: three can outrun every time limit."""
CLOSING = {"(": ")", "[": "]"}


class Brackets(Cursor, ABC):
    """Walks through brackets; of names it matters what they call, of braces that they hold a map, a quantifier or a subquery."""

    loops = 0

    @abstractmethod
    def _subquery(self) -> None:
        """What stands in the braces of CALL, EXISTS, COUNT, COLLECT."""

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

    def _parameter(self) -> None:
        if self._peek().kind == "number":
            self.at += 1
        else:
            self._named()

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
