"""Owners in tails: （责任单位：X；配合单位：Y）, lines 责任部门：X, cells below 牵头单位, and rules stated once (排在首位的为牵头单位)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from importers.annotations import Directive, Minutes, Owner, Role, Span
from importers.lexicon import alternation, lexicon
from importers.rules.doers import DoerIndex
from importers.rules.owner_clauses import ROLES
from importers.rules.table_columns import cells, names_of

_UNIT = r"(?:单位|部门|处室|科室|领导|机构|人|负责人|主体|同志|方)?"
_FIRST_LEADS = re.compile(r"(?:(?:排|列|位)(?:名|在|于|列)?(?:第一|首|前|最前)|第一个|首个|首位)[^，。；]{0,12}(?:为|是|系)?(?:牵头|主办|总牵头)")
_OTHERS_SUPPORT = re.compile(r"其[他余它][^，。；]{0,8}(?:为|是)?(?:配合|协办|参与)")


@cache
def _label() -> re.Pattern[str]:
    return re.compile(rf"(?P<word>{alternation(lexicon('owners').pairs('labels'))}){_UNIT}\s*[：:]")


@cache
def _column() -> re.Pattern[str]:
    return re.compile(rf"(?P<word>{alternation(lexicon('owners').pairs('labels'))}){_UNIT}(?:和责任人|及责任人)?")


def _role_of(word: str) -> Role:
    return ROLES[lexicon("owners").pairs("labels")[word]]


class TailReader:
    """Reads the tails of directives; knows the columns of the tables and what the document says once about its lists."""

    def __init__(self, minutes: Minutes, index: DoerIndex) -> None:
        self.text = index.text
        self.minutes = minutes
        self.index = index
        self.first_leads = bool(_FIRST_LEADS.search(minutes.text))
        self.others_support = bool(_OTHERS_SUPPORT.search(minutes.text))
        self.columns = dict(self._columns())

    def _columns(self) -> Iterator[tuple[int, dict[int, Role]]]:
        """For the start of each table row, the roles of its columns by number. A heading may take two rows."""
        roles: dict[int, Role] = {}
        below_heading = False
        for paragraph in self.minutes.source.paragraphs:
            line = self.text[paragraph.start:paragraph.end]
            if "\t" not in line:
                continue
            names = names_of(line, cells(line, Span(0, len(line))))
            heading = {n: _role_of(m["word"]) for n, name in enumerate(names) if (m := _column().fullmatch(name))}
            roles = {**(roles if below_heading else {}), **heading} if heading else roles
            below_heading = bool(heading)
            yield paragraph.start, roles

    def owners_of(self, directive: Directive, stated: list[Owner]) -> list[Owner]:
        """The owners of a directive's tails; a tail behind the full stop gives only the roles that the words leave open."""
        found = [owner for tail in directive.tails for owner in self._owners(tail)]
        if all(self._closes(directive, tail) for tail in directive.tails):
            return found
        return [owner for owner in found if not _settled(owner.role, stated)]

    def _closes(self, directive: Directive, tail: Span) -> bool:
        """Whether the tail stands before the stop of the directive's own sentence, or in its row."""
        between = self.text[directive.span.end:tail.start]
        return not any(stop in between for stop in "。；！\n")

    def _owners(self, tail: Span) -> list[Owner]:
        labels = list(_label().finditer(self.text, tail.start, tail.end))
        if not labels:
            role = self._cell_role(tail)
            return self._listed(tail, role) if role else []
        ends = [label.start() for label in labels[1:]] + [tail.end]
        return [o for label, end in zip(labels, ends, strict=True) for o in self._listed(Span(label.end(), self._stop(label.end(), end)), _role_of(label["word"]))]

    def _stop(self, start: int, end: int) -> int:
        """Where a labelled list ends: before ； or a full stop."""
        stop = re.compile("[；;。]").search(self.text, start, end)
        return stop.start() if stop else end

    def _cell_role(self, tail: Span) -> Role | None:
        """The role of a table cell by the heading of its column."""
        row = self.text.rfind("\n", 0, tail.start) + 1
        return self.columns.get(row, {}).get(self.text.count("\t", row, tail.start))

    def _listed(self, span: Span, role: Role) -> list[Owner]:
        """The doers of a list; the first leads where the document says so."""
        mentions = self.index.mentions_in(span)
        owners = [Owner(mention, role, f"owner-tail-{role}") for mention in mentions]
        if self.first_leads and role == "responsible" and len(owners) > 1:
            owners[0].role = "lead"
            for owner in owners[1:]:
                owner.role = "support" if self.others_support else "responsible"
        return owners


def _settled(role: Role, stated: list[Owner]) -> bool:
    """Whether the words already say who has this part: one doer is enough for lead and responsible together."""
    doing = ("lead", "responsible")
    return any(owner.role == role or (role in doing and owner.role in doing) for owner in stated)
