"""Patterns and expressions at the level of a query, where operands and operators alternate.

A bare word is a name only where no clause can begin: after an operator, a comma, AS, a dot.
"""

from __future__ import annotations

from graph.lock.brackets import Brackets
from graph.lock.words import SELECTORS, SUBQUERIES, TESTS, TYPES

OPERATORS = frozenset("+-*/%^=<>|&!:~")
WORD_OPERATORS = frozenset({"and", "or", "xor", "in", "contains"})


class Expressions(Brackets):
    """Walks patterns and expressions."""

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
        self._enter()
        if not self._is_word("when"):
            self._expression()
        while self._take_word("when"):
            self._tested()
            while self._take_symbol(","):
                self._tested()
            self._expect_word("then")
            self._expression()
        if self._take_word("else"):
            self._expression()
        self._expect_word("end")
        self.depth -= 1

    def _tested(self) -> None:
        """What follows WHEN: a condition, or what the value of the CASE is compared with, `IS NULL` too."""
        if self._take_word("is"):
            self._test()
        else:
            self._expression()

    def _called_or_named(self) -> None:
        token = self._named()
        if token.kind == "word" and token.value in SUBQUERIES and self._take_symbol("{"):
            self._subquery()
            return
        self._continue(token)
