"""Scores what the text names: bodies and sets of bodies, people and their posts, documents, works, figures."""

from __future__ import annotations

from importers.evaluation.findings import Findings, surfaces
from importers.evaluation.gold import Gold
from importers.evaluation.matching import bare, likeness, paired, squeezed
from importers.evaluation.tally import Tally
from schema import Node

LEAST_INDICATOR = 0.5
"""How alike the names of two indicators with the same figure and unit have to be."""

Figure = tuple[str, float, str]
"""Indicator, value, unit."""


def score_entities(gold: Gold, findings: Findings, tally: Tally) -> None:
    """ORGANIZATION, organization class, PERSON, POST, POLICY, PROJECT, TARGET."""
    document = findings.documents.get(gold.document)
    _score_bodies(gold, findings, document, tally)
    people = {node.id: bare(node.properties.get("name")) for node in findings.within(document, "Person")}
    _compare(tally, "PERSON", gold.document, {bare(person.name) for person in gold.people}, set(people.values()))
    _score_posts(gold, findings, document, people, tally)
    titles = {bare(policy.title or policy.number) for policy in gold.policies}
    policies = findings.within(document, "PolicyDocument")
    _compare(tally, "POLICY", gold.document, titles, {_title(node, document, titles) for node in policies})
    works = sorted({words for node in findings.within(document, "Project") for words in surfaces(node.evidence, document)})
    tally.compare_loosely("PROJECT", gold.document, [bare(project) for project in gold.projects], works)
    _score_targets(gold, findings, document, tally)


def _compare(tally: Tally, what: str, document: str, gold: set[str], found: set[str]) -> None:
    tally.compare(what, document, {(name,) for name in gold}, {(name,) for name in found})


def _score_bodies(gold: Gold, findings: Findings, document: str | None, tally: Tally) -> None:
    """Owners that the gold lists neither as bodies nor as sets of bodies are neither right nor wrong here."""
    named, classes = {bare(name) for name in gold.organizations}, {bare(name) for name in gold.organization_classes}
    owners = {bare(owner.org) for directive in gold.directives for owner in directive.responsible} - named - classes
    specific: set[str] = set()
    generic: set[str] = set()
    for node in findings.within(document, "Organization"):
        (generic if node.properties.get("generic") else specific).update(surfaces(node.evidence, document))
    _compare(tally, "ORGANIZATION", gold.document, named, specific - owners)
    _compare(tally, "organization class", gold.document, classes, generic - owners)


def _score_posts(gold: Gold, findings: Findings, document: str | None, people: dict[str, str], tally: Tally) -> None:
    """Person and post together; any wording of the post that the document has may be the one of the gold."""
    stated = {(bare(person.name), bare(post)) for person in gold.people for post in person.posts}
    found: set[tuple[str, str]] = set()
    for edge in findings.edges:
        if edge.type == "HOLDS" and edge.source in people and any(e.document == document for e in edge.evidence):
            person, title = people[edge.source], findings.words(edge.target, "title")
            printed = {(person, words) for words in {*surfaces(findings.nodes[edge.target].evidence, document), title}}
            found |= printed & stated or {(person, title)}
    tally.compare("POST", gold.document, stated, found)


def _title(node: Node, document: str | None, titles: set[str]) -> str:
    """The wording of a document's title that the gold has, else the first in order."""
    name = bare(node.properties.get("title") or node.properties.get("number"))
    return min({*surfaces(node.evidence, document), name}, key=lambda words: (words not in titles, words))


def _score_targets(gold: Gold, findings: Findings, document: str | None, tally: Tally) -> None:
    stated: list[Figure] = [(squeezed(t.indicator), t.value, squeezed(t.unit)) for t in gold.targets]
    found = [_figure(node) for node in findings.within(document, "Target")]
    tally.pair("TARGET", gold.document, [_shown(f) for f in stated], [_shown(f) for f in found], paired(stated, found, _same_figure, 1.0))


def _figure(node: Node) -> Figure:
    found = node.properties
    value = found.get("value")
    return squeezed(found.get("indicator")), float(value) if isinstance(value, (int, float)) else 0.0, squeezed(found.get("unit"))


def _shown(figure: Figure) -> str:
    return f"{figure[0]} {figure[1]:g} {figure[2]}"


def _same_figure(gold: Figure, found: Figure) -> float:
    """1 for the same value and unit of indicators that are alike, or one within the other; else 0."""
    if gold[1:] != found[1:]:
        return 0.0
    a, b = gold[0], found[0]
    alike = a in b or b in a or likeness(a, b) >= LEAST_INDICATOR
    return 1.0 if alike else 0.0
