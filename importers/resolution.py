"""From mentions to entities: which mentions of a document, within its issuing body, name the same thing."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from importers.annotations import Mention, MentionType, Minutes
from importers.body_identity import BodyNames
from importers.hierarchy import Part, parts_of
from importers.issuing_body import IssuingBody, issuing_body
from importers.namesakes import person_keys
from importers.own_names import RELATIVE_UNITS
from importers.post_identity import PostKeys
from importers.project_identity import ProjectKeys
from importers.standings import standing
from importers.title_identity import TitleKeys
from schema import Value

_QUOTES = re.compile(r"[“”\"「」‘’\s　]")


@dataclass(slots=True)
class Entity:
    """Something that mentions name; `key` is its canonical name within the issuing body, from which its id is made; `name` is shown."""

    type: MentionType
    key: str
    properties: dict[str, Value]
    mentions: list[Mention] = field(default_factory=list)
    name: str = ""


@dataclass(slots=True)
class Resolution:
    """The entities of a document and the issuing body that scopes them; `entity_of` maps a mention's identity to its entity.

    `aliases` are short titles with the documents that they are given to.
    """

    body: IssuingBody
    entities: list[Entity]
    entity_of: dict[int, Entity]
    parts: list[Part] = field(default_factory=list)
    aliases: list[tuple[Entity, Entity]] = field(default_factory=list)
    by_key: dict[tuple[str, str], Entity] = field(init=False)

    def __post_init__(self) -> None:
        self.by_key = {(entity.type, entity.key): entity for entity in self.entities}

    def of(self, mention: Mention) -> Entity:
        """The entity that a mention names."""
        return self.entity_of[id(mention)]

    def named(self, type_: MentionType, key: str) -> Entity | None:
        """The entity of this type and canonical name."""
        return self.by_key.get((type_, key))


def resolve(minutes: Minutes) -> Resolution:
    """Groups the mentions by type and canonical name and places the bodies in their hierarchy."""
    body = issuing_body(minutes)
    names = BodyNames(minutes, body)
    titles, projects = TitleKeys(minutes), ProjectKeys(minutes)
    keys = _keys(minutes, body, names, titles, projects)
    entities: dict[tuple[str, str], Entity] = {}
    entity_of: dict[int, Entity] = {}
    for mention in minutes.mentions:
        key = keys(mention)
        entity = entities.setdefault((mention.type, key), Entity(mention.type, key, {}))
        entity.mentions.append(mention)
        entity_of[id(mention)] = entity
    parent = names.canonical(body.parent) if body.parent else ""
    _add_issuing_body(entities, body, parent)
    _describe(entities, body, {**titles.full, **projects.full})
    parts = _hierarchy(minutes, names, entities, body, parent)
    aliases = [(entities["PolicyDocument", alias], entities["PolicyDocument", title]) for alias, title in titles.titles.items()]
    return Resolution(body, list(entities.values()), entity_of, parts, aliases)


def _keys(minutes: Minutes, body: IssuingBody, names: BodyNames, titles: TitleKeys, projects: ProjectKeys) -> Callable[[Mention], str]:
    """What gives every mention its canonical name."""
    people = person_keys(minutes, body, names.of)
    of_type: dict[MentionType, Callable[[Mention], str]] = {
        "Organization": names.of, "Person": lambda mention: people[id(mention)], "Post": PostKeys(minutes, names).of,
        "PolicyDocument": titles.of, "Project": projects.of,
    }
    return lambda mention: of_type.get(mention.type, plain_key)(mention)


def plain_key(mention: Mention) -> str:
    """The name without quotation marks and spaces."""
    return (re.compile(r"\s+") if mention.type == "Target" else _QUOTES).sub("", mention.name)


def _add_issuing_body(entities: dict[tuple[str, str], Entity], body: IssuingBody, parent: str) -> None:
    """The issuing body, and the body above it that the user names, are entities even where no words name them."""
    if parent:
        entities.setdefault(("Organization", parent), Entity("Organization", parent, {}))
    if body.key:
        entity = entities.setdefault(("Organization", body.key), Entity("Organization", body.key, {}))
        if not body.stated:
            entity.properties["confidence"] = body.confidence


def _describe(entities: dict[tuple[str, str], Entity], body: IssuingBody, full: dict[str, str]) -> None:
    """Gives every entity its shown name and the properties that its mentions state, the first statement first.

    `full` are the titles and names of works that the user gives, by their keys.
    """
    for entity in entities.values():
        for mention in entity.mentions:
            for name, value in mention.attributes.items():
                entity.properties.setdefault(name, value)
        longest = max((m.name for m in entity.mentions), key=len, default=entity.key)
        entity.name = full.get(entity.key, "") if entity.type in ("PolicyDocument", "Project") else ""
        entity.name = entity.name or _shown(entity, longest)
        if entity.type == "Organization" and not entity.properties.get("generic"):
            _describe_body(entity, longest, body)


def _shown(entity: Entity, longest: str) -> str:
    """A project or document by its fullest words, a person and a post as printed first, all else by its canonical name."""
    if entity.type == "PolicyDocument":
        titles = [m.name for m in entity.mentions if m.rule != "policy-number"]
        return max(titles, key=len, default=longest)
    if entity.type == "Project":
        return longest
    return entity.mentions[0].name if entity.type in ("Person", "Post") else entity.key


def _describe_body(entity: Entity, longest: str, body: IssuingBody) -> None:
    entity.properties["standing"] = standing(entity.key, body)
    if entity.key == body.key and body.name:
        entity.name = body.name
    elif body.key and entity.key in RELATIVE_UNITS:
        entity.name = body.key + entity.key
    if entity.mentions and longest != entity.name:
        entity.properties["printed"] = longest


def _hierarchy(minutes: Minutes, names: BodyNames, entities: dict[tuple[str, str], Entity], body: IssuingBody, parent: str) -> list[Part]:
    standings = {key: str(entity.properties["standing"]) for (type_, key), entity in entities.items()
                 if type_ == "Organization" and "standing" in entity.properties}
    given = [Part(body.key, parent, None, "part-given")] if parent else []
    return parts_of(minutes, names.of, standings, body.key, given)
