"""What the stages find in a document: the vocabulary that they share. Offsets are half-open, into the document's text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from importers.document import SourceText
from importers.given_body import GivenBody

ClauseClass = Literal["directive", "decision", "finding", "background", "slogan", "formula", "heading", "record", "unclear"]
"""`record` is what tells who met when and where; `formula` is 会议还研究了其他事项, 望遵照执行; `unclear` was not understood."""

MentionType = Literal["Organization", "Person", "Post", "PolicyDocument", "Project", "Target", "Indicator", "Speech", "Event",
                      "Mechanism", "Term"]
Role = Literal["lead", "support", "responsible", "supervise"]
AttendanceRole = Literal["attend", "observe", "absent", "record", "report"]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def holds(self, other: Span) -> bool:
        """Whether the other stretch lies within this one."""
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """The words of the stretch."""
        return text[self.start:self.end]


@dataclass(frozen=True, slots=True)
class Marker:
    """What numbers a clause: （一）, 二要, 1、, 一是, ①. `label` is as printed without the trailing 、 or . ; `family` tells the kind."""

    span: Span
    label: str
    family: str
    ordinal: int


@dataclass(slots=True, eq=False)
class Clause:
    """A node of the outline. `span` covers marker, lead-in and children; `lead` is what stands between the marker and the first child.

    `act` is the verb of the meeting that governs the clause (会议强调 → 强调), `inherited` the one that reaches it from outside,
    and `class_` what it is.
    """

    span: Span
    lead: Span
    marker: Marker | None = None
    parent: Clause | None = None
    children: list[Clause] = field(default_factory=list)
    act: str | None = None
    inherited: str | None = None
    class_: ClauseClass = "unclear"
    announced: int | None = None
    rule: str = ""

    @property
    def path(self) -> list[str]:
        """The markers above and at the clause, outermost first."""
        above = self.parent.path if self.parent else []
        return [*above, self.marker.label] if self.marker else above


@dataclass(slots=True)
class Mention:
    """A stretch that names something. `name` is the name as it should be kept (its surface unless the rule knows better).

    `attributes` holds what its node's declared properties need: generic, members, number, indicator, value, unit, speaker …
    """

    type: MentionType
    span: Span
    rule: str
    name: str
    attributes: dict[str, str | int | float | bool | list[str] | None] = field(default_factory=dict)


@dataclass(slots=True)
class Owner:
    """Who answers for a directive: the mention (Organization, Person or Post) and in which role."""

    mention: Mention
    role: Role
    rule: str
    basis: Literal["stated", "inferred"] = "stated"


@dataclass(slots=True)
class Due:
    """A time limit: the words, the last day allowed as an ISO prefix (null when it cannot be reckoned) and the frequency.

    `working` tells how working days were counted, where they were.
    """

    span: Span
    date: str | None
    recurrence: str | None
    rule: str
    working: str | None = None


@dataclass(slots=True)
class Directive:
    """A demand: its words (`span`), the clause that states it, the markers above and at it, who answers and by when.

    `tails` are stretches outside `span` that give owners and time limits: （责任单位：…；完成时限：…）, cells of a task table.
    """

    span: Span
    clause: Clause
    path: list[str]
    act: str | None
    rule: str
    tails: list[Span] = field(default_factory=list)
    owners: list[Owner] = field(default_factory=list)
    due: Due | None = None


@dataclass(slots=True)
class Decision:
    """An act that settles something: its words, and the verb in the guidelines' terms."""

    span: Span
    clause: Clause
    act: str
    rule: str


@dataclass(slots=True)
class Progress:
    """A sentence that reports what became of an earlier directive."""

    span: Span
    clause: Clause
    rule: str


@dataclass(slots=True)
class AgendaItem:
    """An item of the agenda that is set apart; `clause` where the item heads one."""

    title: Span
    clause: Clause | None = None


@dataclass(slots=True)
class Attendance:
    """A person at the meeting, or excused from it."""

    person: Mention
    role: AttendanceRole


@dataclass(slots=True)
class Holding:
    """A person and a post that the text gives them. `body` is the organization inside the post, if one is named."""

    person: Mention
    post: Mention
    body: Mention | None = None


@dataclass(slots=True)
class Header:
    """What the head of the minutes (or their lead sentence) tells of the meeting. A blank is a value: what is not printed is None."""

    title: Span | None = None
    kind: str | None = None
    date: str | None = None
    date_span: Span | None = None
    part_of_day: str | None = None
    session: int | None = None
    place: Span | None = None
    number: Span | None = None
    secrecy: str | None = None
    secrecy_term: str | None = None
    enlarged: bool = False
    conveners: list[Mention] = field(default_factory=list)
    chairs: list[Mention] = field(default_factory=list)
    attendance: list[Attendance] = field(default_factory=list)
    span: Span | None = None


@dataclass(slots=True)
class Link:
    """A relation of a directive, decision or clause to a mention: CITES, DRAFTS, IMPLEMENTS, SETS, ABOUT, CREATES, CONSULTS, INVOKES."""

    type: str
    source: Directive | Decision | Clause
    target: Mention
    rule: str


@dataclass(slots=True)
class Doubt:
    """Something a person should look at, with its place. `rule` tells its kind: doubt, secrecy or personal-data."""

    message: str
    span: Span
    level: Literal["warning", "error"] = "warning"
    rule: str = "doubt"


@dataclass(slots=True)
class Minutes:
    """A document on its way through the stages; each stage fills in its own part and reads those before it.

    `given` is the issuing body that the user names.
    """

    source: SourceText
    root: Clause
    header: Header = field(default_factory=Header)
    agenda: list[AgendaItem] = field(default_factory=list)
    directives: list[Directive] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    progress: list[Progress] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    holdings: list[Holding] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    given: GivenBody | None = None

    @property
    def text(self) -> str:
        """The document's text."""
        return self.source.text

    def mentions_of(self, *types: MentionType) -> list[Mention]:
        """The mentions of these types, in the order of the text."""
        return sorted((m for m in self.mentions if m.type in types), key=lambda m: m.span.start)

    def clauses(self) -> list[Clause]:
        """Every clause below the root, in the order of the text."""
        found: list[Clause] = []
        waiting = list(reversed(self.root.children))
        while waiting:
            clause = waiting.pop()
            found.append(clause)
            waiting.extend(reversed(clause.children))
        return found
