"""The account of a document as text: a clause a paragraph, indented as the outline is, each finding with its [rule]."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from importers.annotations import Clause, Directive, Due, Link, Mention, Minutes, Span
from importers.explanation.accounts import Account, accounts, links_of
from importers.explanation.coverage import Coverage, coverage
from importers.files import FoundFile
from importers.reading import read_minutes

INDENT = "    "
VISIBLE = {code: 0x2400 + code for code in range(0x20)} | {0x7F: 0x2421}
"""Control characters that would act on a terminal become their pictures."""
YEAR = re.compile(r"\d{4}")


def explained_lines(found: FoundFile) -> bytes:
    """The account of a file as UTF-8. Raises InputError."""
    return (explanation(read_minutes(found)) + "\n").encode()


def explanation(minutes: Minutes) -> str:
    """How a document was read: its head, every clause with what it gave and by which rule, the doubts, the share not understood."""
    parts = [_head(minutes), *(_clause(minutes, account) for account in accounts(minutes)), _doubts(minutes), _shares(coverage(minutes))]
    return "\n".join(line.translate(VISIBLE) for part in parts for line in part) + "\n"


def _words(minutes: Minutes, span: Span) -> str:
    """A stretch on one line."""
    return " ".join(span.of(minutes.text).split())


def _head(minutes: Minutes) -> Iterator[str]:
    header = minutes.header
    yield f"══ {minutes.source.path}"
    told = {"title": header.title and _words(minutes, header.title), "kind": header.kind, "date": header.date, "session": header.session,
            "place": header.place and _words(minutes, header.place), "number": header.number and _words(minutes, header.number)}
    for name, value in told.items():
        yield f"   {name:9} {value if value is not None else '–'}"
    for name, people in (("convener", header.conveners), ("chair", header.chairs)):
        yield f"   {name:9} {_listed(people) or '–'}"
    for there in header.attendance:
        yield f"   {there.role:9} {_named(there.person)}"


def _named(mention: Mention) -> str:
    return f"{mention.name} [{mention.rule}]"


def _listed(mentions: Iterable[Mention]) -> str:
    return "、".join(map(_named, mentions))


def _clause(minutes: Minutes, account: Account) -> Iterator[str]:
    """A line on what the clause is, its words, and a line for each finding."""
    clause, margin = account.clause, INDENT * account.depth
    label = f"{clause.marker.label}  " if clause.marker else ""
    announced = f" · {clause.announced} announced" if clause.announced else ""
    yield ""
    yield f"{margin}{label}{clause.class_.upper()}{_act(clause)}{announced}  [{clause.rule}]"
    if words := _words(minutes, clause.lead):
        yield f"{margin}{INDENT}{words}"
    for line in _findings(minutes, account):
        yield f"{margin}{INDENT}{line}"


def _act(clause: Clause) -> str:
    """The verb of the meeting that governs the clause, its own or one from above."""
    if clause.act:
        return f" · {clause.act}"
    return f" · under {clause.inherited}" if clause.inherited else ""


def _findings(minutes: Minutes, account: Account) -> Iterator[str]:
    links = links_of(minutes)
    for item in account.items:
        yield f"→ agenda item {_quote(minutes, item.title, account)}".rstrip()
    for directive in account.directives:
        yield from _directive(minutes, directive, account, links.get(id(directive), []))
    for decision in account.decisions:
        yield f"→ decision {decision.act} {_quote(minutes, decision.span, account)}[{decision.rule}]"
        yield from map(_link, links.get(id(decision), []))
    for report in account.progress:
        yield f"→ report {_quote(minutes, report.span, account)}[{report.rule}]"
    yield from map(_link, account.links)
    for type_ in dict.fromkeys(mention.type for mention in account.mentions):
        yield f"· {type_}: " + _listed(mention for mention in account.mentions if mention.type == type_)


def _quote(minutes: Minutes, span: Span, account: Account) -> str:
    """The words of an act, unless they are the whole clause."""
    words = _words(minutes, span)
    whole = words == _words(minutes, account.clause.lead).rstrip("。；;")
    return "" if whole else f"“{words}” "


def _directive(minutes: Minutes, directive: Directive, account: Account, links: list[Link]) -> Iterator[str]:
    act = f"under {directive.act} " if directive.act else ""
    yield f"→ directive {act}{_quote(minutes, directive.span, account)}[{directive.rule}]"
    for owner in directive.owners:
        inferred = "" if owner.basis == "stated" else " (inferred)"
        yield f"  {owner.role:11} {owner.mention.name}{inferred} [{owner.rule}]"
    if directive.due:
        yield f"  {'due':11} {_working(minutes, directive.due)} [{directive.due.rule}]"
    for tail in directive.tails:
        yield f"  {'tail':11} {_words(minutes, tail)}"
    yield from map(_link, links)


def _working(minutes: Minutes, due: Due) -> str:
    """The words of a time limit, and the day that was reckoned from them."""
    words = _words(minutes, due.span)
    if due.recurrence:
        return f"{words} → every {due.recurrence}"
    if due.date is None:
        return f"{words} → no day can be told"
    reckoned = "" if YEAR.search(words) else f", reckoned from the meeting of {minutes.header.date}"
    return f"{words} → {due.date}{reckoned}"


def _link(link: Link) -> str:
    return f"  {link.type.lower():11} {link.target.name} [{link.rule}]"


def _doubts(minutes: Minutes) -> Iterator[str]:
    yield ""
    yield f"── {len(minutes.doubts)} doubts"
    for doubt in minutes.doubts:
        place = f": {_words(minutes, doubt.span)}" if len(doubt.span) else ""
        yield f"   {doubt.level}: {doubt.message}{place}"


def _shares(found: Coverage) -> Iterator[str]:
    yield ""
    yield f"── {found.total} sentences, {found.not_understood:.1%} not understood"
    for class_, count in sorted(found.sentences.items(), key=lambda pair: (-pair[1], pair[0])):
        if count:
            yield f"   {class_:11}{count:5}{count / found.total:8.1%}"
