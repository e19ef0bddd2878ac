"""The form of the model's answer: words of the minutes and nothing else, so that no date and no name can be its own."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from schema import ModelError


class SaidOwner(msgspec.Struct, forbid_unknown_fields=True):
    """The words that name who is to do it, and how that one answers for it."""

    words: str
    role: Literal["lead", "support", "responsible"]


class Finding(msgspec.Struct, forbid_unknown_fields=True):
    """What the model takes from the stretch of this number: the demand in its words, who is to do it, and by when in its words."""

    number: int
    directive: str | None
    owners: list[SaidOwner]
    limit: str | None


class Answer(msgspec.Struct, forbid_unknown_fields=True):
    """All findings about what was asked."""

    findings: list[Finding]


def answer_schema() -> dict[str, Any]:
    """The JSON schema that the server is to hold the model to; its root is an object, as servers demand."""
    schema = msgspec.json.schema(Answer)
    types = dict(schema["$defs"])
    return {**types.pop("Answer"), "$defs": types}


def read_answer(said: str) -> Answer:
    """The findings in the model's words. Raises ModelError when they do not keep to the form."""
    try:
        return msgspec.json.decode(said, type=Answer)
    except (msgspec.DecodeError, UnicodeEncodeError, RecursionError):
        raise ModelError("the model's answer does not keep to the JSON schema",
                         remedy="use a server that supports response_format") from None
