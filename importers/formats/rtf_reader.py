"""Rich Text Format: text in the code page of its font or as \\u numbers, automatic numbers, tables in place.

Deleted and hidden text, running heads, notes, comments, pictures and objects are left out; nothing that a field or link points at is fetched.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from importers.document import Block
from importers.formats.rtf_flow import CellEdge, Flow
from importers.formats.rtf_tokens import CHARACTER_SETS, WESTERN, Token, codec_of, tokens
from importers.formats.rtf_words import CHARACTERS, LEFT_OUT, READ_THOUGH_STARRED
from schema import InputError

DEEPEST = 1_000
"""Groups that may stand in each other; office programs stay below 50."""


@dataclass(slots=True)
class _Group:
    """What holds until the brace that closes the group."""

    font: int | None = None
    fallback: int = 1
    left_out: bool = False
    hidden: bool = False
    deleted: bool = False
    numbering: bool = False
    font_table: bool = False
    box: Flow | None = None

    def inner(self) -> _Group:
        return _Group(self.font, self.fallback, self.left_out, self.hidden, self.deleted, self.numbering, self.font_table)


@dataclass(slots=True)
class _Reading:
    """How far an RTF file has been read."""

    group: _Group = field(default_factory=_Group)
    outer: list[_Group] = field(default_factory=list)
    flows: list[Flow] = field(default_factory=lambda: [Flow()])
    code_page: str = WESTERN
    fonts: dict[int, str] = field(default_factory=dict)
    listed_font: int = 0
    default_font: int = 0
    raw: bytearray = field(default_factory=bytearray)
    passing: int = 0
    starred: bool = False
    continued: bool = False

    def take(self, token: Token) -> None:
        """Goes on by one token."""
        if token.text:
            self._bytes(token.text)
            return
        self._decode()
        if self.passing and token.word in CHARACTERS:
            self.passing -= 1
            return
        self.passing = 0
        starred, self.starred = self.starred, False
        match token.word:
            case "{":
                self._open()
            case "}":
                self._close()
            case "*":
                self.starred = True
            case word:
                self._control(word, token.number, starred)

    def finished(self) -> list[Block]:
        """The blocks of the body."""
        self._decode()
        while len(self.flows) > 1:
            self._end_box()
        return self.flows[0].finished()

    def _open(self) -> None:
        if len(self.outer) >= DEEPEST:
            raise InputError("is nested too deeply", remedy="open it in Word or WPS and save it again")
        self.outer.append(self.group)
        self.group = self.group.inner()

    def _close(self) -> None:
        if self.group.box is not None and self.group.box is self.flows[-1]:
            self._end_box()
        self.group = self.outer.pop() if self.outer else _Group()

    def _end_box(self) -> None:
        box = self.flows.pop()
        self.flows[-1].boxes += box.finished()

    def _bytes(self, text: bytes) -> None:
        passed = min(self.passing, len(text))
        self.passing -= passed
        if not self.group.left_out and not self.group.font_table:
            self.raw += text[passed:]

    def _decode(self) -> None:
        """Puts the bytes at hand out as text: only together do they make characters of two bytes."""
        if self.raw:
            font = self.group.font if self.group.font is not None else self.default_font
            text = self.raw.decode(self.fonts.get(font, self.code_page), "ignore")
            self.raw.clear()
            self._put(text)

    def _put(self, text: str) -> None:
        group, flow = self.group, self.flows[-1]
        if not (group.left_out or group.hidden or group.deleted or group.font_table):
            (flow.number if group.numbering else flow.words).append(text)

    def _control(self, word: str, number: int | None, starred: bool) -> None:
        if word in LEFT_OUT or (starred and word not in READ_THOUGH_STARRED):
            self.group.left_out = True
        elif self.group.left_out:
            return
        elif word == "u":
            self._put(chr((number or 0) % 0x10000))
            self.passing = self.group.fallback
        elif word in CHARACTERS:
            self._put("" if self.group.numbering and word == "tab" else CHARACTERS[word])
        elif not self._structure(word, number):
            self._property(word, number)

    def _structure(self, word: str, number: int | None) -> bool:
        """Ends of paragraphs, cells and rows, and the edges of cells; whether the word was one of them."""
        flow = self.flows[-1]
        match word:
            case "par" | "sect" | "\n" | "\r":
                flow.end_paragraph()
            case "cell":
                flow.end_cell()
            case "row":
                flow.end_row()
            case "trowd":
                flow.edges, self.continued = [], False
            case "cellx":
                flow.edges.append(CellEdge(number or 0, self.continued))
                self.continued = False
            case "clvmrg":
                self.continued = True
            case "intbl":
                flow.in_table = True
            case "pard":
                flow.in_table = False
            case _:
                return False
        return True

    def _property(self, word: str, number: int | None) -> None:
        group, on = self.group, number != 0
        match word:
            case "v":
                group.hidden = on
            case "deleted" | "mvf":
                group.deleted = on
            case "plain":
                group.hidden = group.deleted = False
                group.font = None
            case "uc":
                group.fallback = min(max(number or 0, 0), 8)
            case "listtext" | "pntext":
                group.numbering = True
            case "shptxt":
                group.box = Flow()
                self.flows.append(group.box)
            case "ansicpg":
                self.code_page = codec_of(number)
            case "deff":
                self.default_font = number or 0
            case "fonttbl":
                group.font_table = True
            case _:
                self._font(word, number or 0)

    def _font(self, word: str, number: int) -> None:
        match word:
            case "f" if self.group.font_table:
                self.listed_font = number
            case "f":
                self.group.font = number
            case "fcharset" if self.group.font_table and number in CHARACTER_SETS:
                self.fonts[self.listed_font] = CHARACTER_SETS[number]


def read(data: bytes) -> list[Block]:
    """The paragraphs and table rows of an RTF file in reading order. Raises InputError when it is none or cut off at its head."""
    if data.lstrip()[:5] != b"{\\rtf":
        raise InputError("is no RTF file", remedy="open it in the program that wrote it and save it as .docx")
    reading = _Reading()
    for token in tokens(data):
        reading.take(token)
    return reading.finished()
