"""A place in the tokens of a query, and the refusals that name it."""

from __future__ import annotations

from graph.lock.tokens import Token, place
from graph.lock.words import misplaced, reason
from schema import QueryError

DEPTH = 40
"""How deeply brackets may nest; deeper ones exhaust an engine's stack."""
END = Token("symbol", "", 0)


class Cursor:
    """Walks the tokens of one query, white space and comments left out."""

    def __init__(self, text: str, tokens: list[Token]) -> None:
        self.text = text
        self.tokens = tokens
        self.at = 0
        self.depth = 0

    def _named(self) -> Token:
        token = self._next()
        if token.kind not in ("word", "name"):
            raise self._unexpected(token)
        return token

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
            return self._refusal(*(reason(token.value) or misplaced(token.shown)), token)
        return self._refusal(f"{token.text[:40]} does not belong here", "check the brackets and commas before it", token)

    def _refusal(self, what: str, remedy: str, token: Token | None = None) -> QueryError:
        token = token or self._peek()
        offset = len(self.text) if token is END else token.start
        return QueryError(what, where=place(self.text, offset), remedy=remedy)
