"""From mentions to entities: which mentions of a document, within its issuing body, name the same thing."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from importers.annotations import Mention, MentionType, Minutes
from importers.body_identity import BodyNames
from importers.hierarchy import Part, parts_of
from importers.issuing_body import IssuingBody, issuing_body
from importers.own_names import RELATIVE_UNITS
from importers.standings import standing
from schema import Value

_QUOTES = re.compile(r"[“”\"「」‘’\s　]")
_WORK = re.compile(r"(?<=[㐀-鿿]{4})(?:工程|项目)$")


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
    """The entities of a document and the issuing body that scopes them; `entity_of` maps a mention's identity to its entity."""

    body: IssuingBody
    entities: list[Entity]
    entity_of: dict[int, Entity]
    parts: list[Part] = field(default_factory=list)
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
    entities: dict[tuple[str, str], Entity] = {}
    entity_of: dict[int, Entity] = {}
    for mention in minutes.mentions:
        key = names.of(mention) if mention.type == "Organization" else plain_key(mention)
        entity = entities.setdefault((mention.type, key), Entity(mention.type, key, {}))
        entity.mentions.append(mention)
        entity_of[id(mention)] = entity
    parent = names.canonical(body.parent) if body.parent else ""
    _add_issuing_body(entities, body, parent)
    _describe(entities, body)
    return Resolution(body, list(entities.values()), entity_of, _hierarchy(minutes, names, entities, body, parent))


def plain_key(mention: Mention) -> str:
    """The name without quotation marks and spaces; a project also without 工程: 河湖“四乱”整治, 环湖绿道工程."""
    if mention.type in ("Target", "PolicyDocument"):
        return re.sub(r"\s+", "", mention.name)
    key = _QUOTES.sub("", mention.name) if mention.type != "Person" else mention.name
    return _WORK.sub("", key) if mention.type == "Project" else key


def _add_issuing_body(entities: dict[tuple[str, str], Entity], body: IssuingBody, parent: str) -> None:
    """The issuing body, and the body above it that the user names, are entities even where no words name them."""
    if parent:
        entities.setdefault(("Organization", parent), Entity("Organization", parent, {}))
    if body.key:
        entity = entities.setdefault(("Organization", body.key), Entity("Organization", body.key, {}))
        if not body.stated:
            entity.properties["confidence"] = body.confidence


def _describe(entities: dict[tuple[str, str], Entity], body: IssuingBody) -> None:
    """Gives every entity its shown name and the properties that its mentions state, the first statement first."""
    for entity in entities.values():
        for mention in entity.mentions:
            for name, value in mention.attributes.items():
                entity.properties.setdefault(name, value)
        longest = max((m.name for m in entity.mentions), key=len, default=entity.key)
        entity.name = _shown(entity, longest)
        if entity.type == "Organization" and not entity.properties.get("generic"):
            _describe_body(entity, longest, body)


def _shown(entity: Entity, longest: str) -> str:
    """A project or document by its fullest words, a post as printed first, all else by its canonical name."""
    if entity.type in ("Project", "PolicyDocument"):
        return longest
    return entity.mentions[0].name if entity.type == "Post" else entity.key


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
