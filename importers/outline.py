"""The clause tree: numbered items at any depth, several to a line or one to a paragraph, and the sentences between them."""

from __future__ import annotations

from dataclasses import replace

from importers.annotations import Clause, Doubt, Marker, Minutes, Span
from importers.document import Paragraph
from importers.formats.line_flow import PAGE_NUMBER
from importers.item_titles import item_title, plainly_listed, went_on
from importers.numbering import Numbering, believed, continued, going_on
from importers.rules.demands import tells_first
from importers.rules.lines import REPORTER, TAIL_LINE, leaves_the_outline
from importers.rules.markers import Candidate, candidates, of_task_row
from importers.rules.speech_acts import introduces_a_list, takes_the_word
from importers.rules.table_columns import task_rows
from importers.script import simplified
from importers.sentences import sentences


def build_outline(minutes: Minutes) -> None:
    """Hangs every sentence of the document into the clause tree below `minutes.root`."""
    _Outline(minutes).build()
    _stretch(minutes.root)


class _Outline:
    """Reads the paragraphs in order and keeps the numberings that are open, outermost first."""

    def __init__(self, minutes: Minutes) -> None:
        self.minutes = minutes
        self.original = minutes.text
        self.text = simplified(minutes.text)
        told = (p for p in minutes.source.paragraphs if not PAGE_NUMBER.fullmatch(self.text, p.start, p.end))
        self.paragraphs = [p for p in told if self.text[p.start:p.end].strip()]
        tasks = task_rows(self.text, [(p.start, p.end) for p in self.paragraphs])
        numbering = zip(self.paragraphs, tasks, strict=True)
        self.candidates = [of_task_row(self.text, p) if task else candidates(self.text, p) for p, task in numbering]
        self.goes_on = going_on(self.candidates)
        self.open: list[Numbering] = []
        self.host: Clause | None = None
        """The sentence that the next list may hang on."""

    def build(self) -> None:
        for index, paragraph in enumerate(self.paragraphs):
            if self.host and not introduces_a_list(self.text, self.host.lead):
                self.host = None
            self._paragraph(index, paragraph)

    def _paragraph(self, index: int, paragraph: Paragraph) -> None:
        found = believed(self.candidates[index], self.candidates[index + 1] if index + 1 < len(self.candidates) else (), self.open)
        start = found[0].marker.span.start if found and found[0].leads else None
        if start is None:
            start = found[0].marker.span.start if found else paragraph.end
            self._unnumbered(Span(paragraph.start, start), paragraph)
        for number, candidate in enumerate(found):
            end = found[number + 1].marker.span.start if number + 1 < len(found) else paragraph.end
            self._item(candidate, Span(candidate.marker.span.end, end), index, found[number + 1:number + 2])

    # unnumbered text

    def _unnumbered(self, span: Span, paragraph: Paragraph) -> None:
        whole = span.end == paragraph.end
        if whole and self.open and TAIL_LINE.match(self.text, span.start, span.end):
            self._continue(span)
            return
        if "\t" in self.text[span.start:span.end].strip():
            self._add(Clause(span, span, parent=self._titled(), rule="row"))
            return
        if leaves_the_outline(self.text, span.start, span.end) and not (self.open and REPORTER.match(self.text, span.start, span.end)):
            self.open.clear()
        self._leave_items()
        self._sentences(span, self.open[-1].clause if self.open else self.minutes.root)

    def _titled(self) -> Clause:
        """What a table row stands in: the innermost title above it, or the sentence that announced the table."""
        return next((level.clause for level in reversed(self.open) if level.governs), self.host or self.minutes.root)

    def _continue(self, span: Span) -> None:
        """Adds a tail in a line of its own (责任部门：工程技术部) to the item above it."""
        clause = self.open[-1].clause
        while clause.children:
            clause = clause.children[-1]
        clause.lead = Span(clause.lead.start, span.end)

    def _leave_items(self) -> None:
        """An unnumbered paragraph closes every numbering but those whose latest item is a title above it."""
        while self.open and not (self.open[-1].governs and self.open[-1].leads):
            self.open.pop()

    def _sentences(self, span: Span, parent: Clause) -> None:
        for sentence in sentences(self.text, span.start, span.end):
            if self.text[sentence.start:sentence.end].strip():
                self.host = self._add(Clause(sentence, sentence, parent=parent, rule="sentence"))

    def _add(self, clause: Clause) -> Clause:
        assert clause.parent is not None
        clause.parent.children.append(clause)
        return clause

    # numbered items

    def _item(self, candidate: Candidate, body: Span, index: int, after: list[Candidate]) -> None:
        marker = self._as_printed(candidate.marker)
        parent = self._parent(candidate)
        clause = self._add(Clause(Span(marker.span.start, body.end), body, marker, parent, rule="marker"))
        level = Numbering(marker.family, marker.ordinal, candidate.leads, clause, candidate.leads and self.goes_on[index])
        if marker.family == "row":
            return
        self.open.append(level)
        self.host = clause
        self._fill(level, body, index, after)

    def _as_printed(self, marker: Marker) -> Marker:
        return replace(marker, label=marker.span.of(self.original).strip().rstrip("、.．，：:").lstrip("| "))

    def _parent(self, candidate: Candidate) -> Clause:
        """Closes what the marker ends and gives the clause that its item belongs to."""
        if candidate.marker.family == "row":
            return self._titled()
        at = continued(candidate, self.open, introduced=self.host is not None and self.host.marker is None)
        if at is not None:
            parent = self.open[at].clause.parent
            self._count(candidate, self.open[at])
            del self.open[at:]
            assert parent is not None
            return parent
        if self.host:
            return self.host
        return self.open[-1].clause if self.open else self.minutes.root

    def _count(self, candidate: Candidate, level: Numbering) -> None:
        if candidate.marker.ordinal != level.ordinal + 1 and candidate.marker.family != "row":
            printed = candidate.marker.span.of(self.original).strip()
            self.minutes.doubts.append(Doubt(f"the numbering jumps to {printed} after number {level.ordinal}", candidate.marker.span))

    def _fill(self, level: Numbering, body: Span, index: int, after: list[Candidate]) -> None:
        """Divides an item's own text: a title and the sentences below it, or one demand."""
        clause = level.clause
        title = item_title(self.text, clause, body, leads=level.leads, below=self._below(level, index, after))
        if title is not None:
            clause.lead, clause.rule = title, "title"
            rest = Span(title.end, body.end)
            alone = not self.text[rest.start:rest.end].strip()
            level.governs = level.governs or (alone and not plainly_listed(clause)) or went_on(self.text, clause)
        else:
            rest = self._after_demand(clause, body)
        if self.text[rest.start:rest.end].strip():
            self._below_item(level, rest, title is not None)

    def _below_item(self, level: Numbering, rest: Span, titled: bool) -> None:
        """The sentences after an item's lead: below it, or beside its list where the meeting takes the word again."""
        if titled or level.clause.rule == "sentences":
            self._sentences(rest, level.clause)
            return
        parent = self._list_parent(level)
        level.clause.span = Span(level.clause.span.start, rest.start)
        del self.open[next(i for i, other in enumerate(self.open) if other is level):]
        self._sentences(rest, parent)

    def _list_parent(self, level: Numbering) -> Clause:
        """What the list of an item stands in: the clause above the sentence that introduced it."""
        above = level.clause.parent
        assert above is not None
        return above.parent if above.marker is None and above.parent is not None else above

    def _after_demand(self, clause: Clause, body: Span) -> Span:
        """What of an item's text is not its demand. Sets the clause's lead.

        An item that begins with what was said or done is divided into sentences; else it ends where the meeting takes the word again.
        """
        found = sentences(self.text, body.start, body.end)
        if len(found) > 1 and tells_first(self.text, found[0]):
            clause.lead, clause.rule = found[0], "sentences"
            return Span(found[0].end, body.end)
        for sentence in found[1:]:
            if takes_the_word(self.text, sentence):
                clause.lead = Span(body.start, sentence.start)
                return Span(sentence.start, body.end)
        clause.lead = body
        return Span(body.end, body.end)

    def _below(self, level: Numbering, index: int, after: list[Candidate]) -> bool:
        """Whether something that is no sibling follows: a deeper numbering, or an unnumbered paragraph."""
        if after:
            return self._is_deeper(after[0], level)
        if index + 1 >= len(self.paragraphs):
            return False
        paragraph, following = self.paragraphs[index + 1], self.candidates[index + 1]
        if following and following[0].leads:
            return self._is_deeper(following[0], level)
        leaves = leaves_the_outline(self.text, paragraph.start, paragraph.end)
        return not (leaves or TAIL_LINE.match(self.text, paragraph.start, paragraph.end))

    def _is_deeper(self, candidate: Candidate, level: Numbering) -> bool:
        families = {other.family for other in self.open}
        return candidate.marker.family not in families or (candidate.marker.ordinal == 1 and candidate.marker.family != level.family)


def _stretch(root: Clause) -> None:
    """Makes every clause cover its children."""
    order: list[Clause] = []
    waiting = [root]
    while waiting:
        clause = waiting.pop()
        order.append(clause)
        waiting.extend(clause.children)
    for clause in reversed(order):
        if clause.children:
            end = max(clause.lead.end, clause.children[-1].span.end)
            clause.span = Span(clause.span.start, max(end, clause.span.end) if clause is root else end)
        elif clause is not root:
            clause.span = Span(clause.span.start, clause.lead.end)
