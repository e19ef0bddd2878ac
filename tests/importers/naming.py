"""Texts as the whole pipeline reads what they name and who answers."""

from __future__ import annotations

from importers.annotations import MentionType, Minutes
from importers.document import Block, SourceText, assemble
from importers.given_body import GivenBody
from importers.pipeline import understand
from importers.resolution import Resolution, resolve

HEAD = "云河市水利局专题会议纪要\n2024年3月5日，局长陈明主持召开专题会议。会议要求，"


def read(text: str, given: GivenBody | None = None) -> Minutes:
    """The minutes of a text, one paragraph a line, of the issuing body that the user names if any."""
    whole, paragraphs = assemble(Block(line) for line in text.split("\n"))
    return understand(SourceText("a.txt", "a.txt", "txt", "", whole, paragraphs), given)


def resolved(text: str, given: GivenBody | None = None) -> Resolution:
    """The entities of a text."""
    return resolve(read(text, given))


def named(sentence: str, *types: MentionType) -> list[str]:
    """The names of these types in one sentence of fictional minutes, those of the head left out."""
    minutes = read(HEAD + sentence)
    return [m.name for m in minutes.mentions_of(*types) if m.span.start >= len(HEAD)]


def bodies(sentence: str) -> list[str]:
    """The specific bodies of a sentence."""
    minutes = read(HEAD + sentence)
    return [m.name for m in minutes.mentions_of("Organization") if m.span.start >= len(HEAD) and not m.attributes.get("generic")]


def sets(sentence: str) -> list[str]:
    """The sets without names of a sentence."""
    minutes = read(HEAD + sentence)
    return [m.name for m in minutes.mentions_of("Organization") if m.span.start >= len(HEAD) and m.attributes.get("generic")]


def answering(sentence: str) -> list[tuple[str, str]]:
    """Who answers for the directives of a sentence, in which role."""
    minutes = read(HEAD + sentence)
    return [(owner.mention.name, owner.role) for directive in minutes.directives for owner in directive.owners]
