"""From mentions to entities: which mentions of a document, within its issuing body, name the same thing."""

from __future__ import annotations

from dataclasses import dataclass, field

from importers.annotations import Mention, MentionType, Minutes
from schema import Value


@dataclass(slots=True)
class Entity:
    """Something that mentions name; `key` is its canonical name within the issuing body, from which its id is made."""

    type: MentionType
    key: str
    properties: dict[str, Value]
    mentions: list[Mention] = field(default_factory=list)


@dataclass(slots=True)
class Resolution:
    """The entities of a document and the issuing body that scopes them; `entity_of` maps a mention's identity to its entity."""

    body: str
    body_confidence: float
    entities: list[Entity]
    entity_of: dict[int, Entity]

    def of(self, mention: Mention) -> Entity:
        """The entity that a mention names."""
        return self.entity_of[id(mention)]


def resolve(minutes: Minutes) -> Resolution:
    """Groups the mentions by type and name."""
    entities: dict[tuple[str, str], Entity] = {}
    entity_of: dict[int, Entity] = {}
    for mention in minutes.mentions:
        key = (mention.type, mention.name)
        entity = entities.setdefault(key, Entity(mention.type, mention.name, dict(mention.attributes)))
        entity.mentions.append(mention)
        entity_of[id(mention)] = entity
    return Resolution("", 0.0, list(entities.values()), entity_of)
