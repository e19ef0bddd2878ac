"""The stages in order: each reads what those before it found and fills in its own part of the minutes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from importers.annotations import Clause, Minutes, Span
from importers.completeness import check_completeness
from importers.document import SourceText
from importers.emission import emit
from importers.given_body import GivenBody
from importers.issuing_body import check_given_body
from importers.outline import build_outline
from importers.recognition_doubts import doubt_recognition
from importers.resolution import resolve
from importers.rules.agenda import find_agenda
from importers.rules.clause_classes import classify
from importers.rules.counts import check_counts
from importers.rules.decisions import find_decisions
from importers.rules.directives import find_directives
from importers.rules.generic_sets import find_generic_sets
from importers.rules.header import read_header
from importers.rules.indicators import find_indicators
from importers.rules.known_names import find_known_names
from importers.rules.links import link_acts
from importers.rules.mechanisms import find_mechanisms
from importers.rules.organizations import find_organizations
from importers.rules.owners import assign_owners
from importers.rules.people import name_people
from importers.rules.personal_data import find_personal_data
from importers.rules.policies import find_policies
from importers.rules.posts import hold_posts
from importers.rules.progress import find_progress
from importers.rules.projects import find_projects
from importers.rules.secrecy import find_secrecy
from importers.rules.speech_acts import assign_acts
from importers.rules.speeches import find_speeches
from importers.rules.targets import find_targets
from importers.rules.task_tables import find_tabled_tasks
from importers.rules.terms import find_terms
from importers.rules.time_limits import limit_directives
from schema import Record


@dataclass(frozen=True, slots=True)
class Stage:
    """A step of understanding, and what of `Minutes` it reads and writes."""

    run: Callable[[Minutes], None]
    reads: str
    writes: str


STAGES: tuple[Stage, ...] = (
    Stage(build_outline, "text, paragraphs", "clauses"),
    Stage(find_agenda, "clauses", "agenda"),
    Stage(read_header, "text", "header, people and conveners that it names"),
    Stage(name_people, "text, people of the header", "people"),
    Stage(hold_posts, "people", "posts, bodies inside them, holdings"),
    Stage(find_generic_sets, "text", "sets of bodies without names"),
    Stage(find_organizations, "header, bodies found so far", "bodies"),
    Stage(find_policies, "header", "documents that the text names"),
    Stage(find_projects, "bodies", "works, programmes and campaigns"),
    Stage(find_speeches, "people, header", "speeches, meetings referred to"),
    Stage(find_mechanisms, "text", "standing arrangements"),
    Stage(find_terms, "documents", "set phrases with a number"),
    Stage(find_known_names, "documents, works, terms", "those that the user's lexicons name"),
    Stage(find_indicators, "text", "indicators without a value"),
    Stage(assign_acts, "clauses", "the act that governs each clause"),
    Stage(find_decisions, "clauses, acts", "decisions"),
    Stage(find_directives, "clauses, acts", "directives with their tails"),
    Stage(find_tabled_tasks, "rows of tables", "directives with their tails"),
    Stage(find_progress, "clauses", "progress"),
    Stage(find_targets, "directives, decisions", "figures to be reached"),
    Stage(assign_owners, "directives, bodies, sets, people", "owners of each directive"),
    Stage(limit_directives, "directives, date of the meeting", "due of each directive"),
    Stage(link_acts, "directives, decisions, clauses, all that is named", "links"),
    Stage(check_counts, "clauses", "announced counts"),
    Stage(classify, "clauses, directives, decisions, progress", "the class of each clause"),
    Stage(find_secrecy, "text", "grade of secrecy, doubts"),
    Stage(find_personal_data, "text", "doubts"),
    Stage(doubt_recognition, "paragraphs", "doubts"),
    Stage(check_given_body, "header, posts, the body that the user names", "doubts"),
    Stage(check_completeness, "header, directives, decisions", "doubts; refuses what is no minutes"),
)


def understand(source: SourceText, given: GivenBody | None = None) -> Minutes:
    """Takes a document, of the issuing body that the user names if any, through every stage."""
    whole = Span(0, len(source.text))
    minutes = Minutes(source, Clause(whole, whole), given=given)
    for stage in STAGES:
        stage.run(minutes)
    return minutes


def records_of(source: SourceText, given: GivenBody | None = None) -> list[Record]:
    """The records of one document, closed by its `end`; they depend on the document and the settings (`given` among them) alone."""
    minutes = understand(source, given)
    return emit(minutes, resolve(minutes))
