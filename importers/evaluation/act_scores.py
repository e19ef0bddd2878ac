"""Scores directives with their path, act, owners and time limit, and decisions."""

from __future__ import annotations

from importers.evaluation.findings import ROLES, Findings, surfaces
from importers.evaluation.gold import Gold, GoldDecision, GoldDirective
from importers.evaluation.matching import LEAST_OVERLAP, bare, best_overlap, paired, place_of, places_of
from importers.evaluation.tally import Tally
from schema import Node

SHOWN = 24
"""Characters of a directive that tell in a list of mistakes which one is meant."""


def score_acts(gold: Gold, text: str, findings: Findings, tally: Tally) -> None:
    """DIRECTIVE with path and act, RESPONSIBILITY, DUE, invented dates, DECISION. `text` is squeezed."""
    document = findings.documents.get(gold.document)
    found = list(findings.within(document, "Directive"))
    pairs = _paired(text, gold.directives, found)
    tally.pair("DIRECTIVE", gold.document, [d.quote for d in gold.directives], _texts(found), pairs)
    for i, truth in enumerate(gold.directives):
        node = found[pairs[i]] if i in pairs else None
        if node:
            _score_place(gold.document, truth, node, tally)
        _score_owners(gold.document, truth, _owners(findings, document, truth, node), tally)
        _score_due(gold.document, truth, node, tally)
    for node in (node for j, node in enumerate(found) if j not in pairs.values()):
        _score_surplus(findings, node, tally)
    decisions = list(findings.within(document, "Decision"))
    pairs = _paired(text, gold.decisions, decisions)
    tally.pair("DECISION", gold.document, [d.quote for d in gold.decisions], _texts(decisions), pairs)
    for i, j in pairs.items():
        act, seen = gold.decisions[i].act, decisions[j].properties.get("act")
        tally.judge("decision act", gold.document, seen == act, f"{gold.decisions[i].quote[:SHOWN]}: {seen!r}, gold {act!r}")


def _texts(nodes: list[Node]) -> list[str]:
    return [str(node.properties.get("text", "")) for node in nodes]


def _paired(text: str, gold: list[GoldDirective] | list[GoldDecision], found: list[Node]) -> dict[int, int]:
    """Which quotes of the gold were found: index in `gold` → index in `found`."""
    places = [place_of(text, act.quote, act.occurrence) for act in gold]
    return paired(places, [places_of(text, words) for words in _texts(found)], best_overlap, LEAST_OVERLAP)


def _score_place(document: str, truth: GoldDirective, node: Node, tally: Tally) -> None:
    """Where it stands in the outline, and under which verb of the meeting."""
    path, act = node.properties.get("path") or [], node.properties.get("act") or None
    markers = [bare(marker) for marker in path] if isinstance(path, list) else []
    words = truth.quote[:SHOWN]
    tally.judge("directive path", document, markers == [bare(m) for m in truth.path], f"{words}: {path!r}, gold {truth.path!r}")
    tally.judge("directive act", document, act == truth.act, f"{words}: {act!r}, gold {truth.act!r}")


def _owners(findings: Findings, document: str | None, truth: GoldDirective, node: Node | None) -> set[tuple[str, str]]:
    """Who answers for a directive; of an owner's several names the one that the gold has, else the longest."""
    wanted = [bare(owner.org) for owner in truth.responsible]
    owners: set[tuple[str, str]] = set()
    for edge in findings.into(node.id, *ROLES) if node else ():
        names = surfaces(edge.evidence, document) | surfaces(findings.nodes[edge.source].evidence, document)
        names.add(findings.words(edge.source, "name", "title"))
        name = next((name for name in wanted if name in names), None) or max(sorted(names), key=len)
        owners.add((name, ROLES[edge.type]))
    return owners


def _score_owners(document: str, truth: GoldDirective, owners: set[tuple[str, str]], tally: Tally) -> None:
    where = f"{document} {truth.quote[:SHOWN]}"
    stated = {(bare(owner.org), owner.role) for owner in truth.responsible}
    tally.compare("RESPONSIBILITY", where, stated, owners)
    tally.compare("responsibility, any role", where, {(name,) for name, _ in stated}, {(name,) for name, _ in owners})


def _score_due(document: str, truth: GoldDirective, node: Node | None, tally: Tally) -> None:
    """The last day and the frequency together; a day that the gold does not have is an invented one."""
    stated = (truth.due.date or "", truth.due.recurrence or "") if truth.due else ("", "")
    properties = node.properties if node else {}
    found = (str(properties.get("due") or ""), str(properties.get("recurrence") or ""))
    tally.compare("DUE", f"{document} {truth.quote[:SHOWN]}", {stated} - {("", "")}, {found} - {("", "")})
    if found[0] and found[0] != stated[0]:
        tally.count("invented dates", 0, 0, 1)


def _score_surplus(findings: Findings, node: Node, tally: Tally) -> None:
    """What hangs on a directive that the gold does not have."""
    surplus: set[tuple[str, str]] = {(edge.source, edge.type) for edge in findings.into(node.id, *ROLES)}
    tally.count("RESPONSIBILITY", 0, 0, len(surplus))
    tally.count("responsibility, any role", 0, 0, len(surplus))
    if node.properties.get("due"):
        tally.count("DUE", 0, 0, 1)
        tally.count("invented dates", 0, 0, 1)
