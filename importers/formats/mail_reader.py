"""Mails (.eml, and web archives, which are built alike): the mail's own words, and the files that are attached. Source: RFC 5322, 2045-2047, 2231, 2557."""

from __future__ import annotations

import email
from collections.abc import Iterator
from email.message import Message

from importers.document import Block
from importers.formats import html_reader
from importers.formats.line_flow import flowing
from importers.formats.mail_parts import AS_SENT, content, file_name, is_words, leaves, subject, words
from importers.formats.text_reader import lines
from importers.limits import ATTACHMENTS
from schema import InputError

ENCRYPTED = ("application/pkcs7-mime", "application/x-pkcs7-mime", "application/pgp-encrypted")


def read(data: bytes) -> list[Block]:
    """The paragraphs and table rows of a mail's own words, under its subject where they do not hold it. Raises InputError."""
    mail, parts = _opened(data)
    if any(part.get_content_type() in ENCRYPTED for part in parts):
        raise InputError("is encrypted", remedy="open it in the mail program and save its text or its attachments")
    blocks = [block for part in parts if is_words(part) for block in _blocks(part)]
    alone = not any(file_name(part) for part in parts)
    return [*_titled(subject(mail), blocks), *blocks] if alone else blocks


def attachments(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each file attached to a mail, mails among them; equal names are told apart. Raises InputError."""
    _, parts = _opened(data)
    seen: dict[str, int] = {}
    for part in parts:
        name = file_name(part)
        if name:
            seen[name] = seen.get(name, 0) + 1
            stem, dot, ending = name.rpartition(".")
            yield (name if seen[name] == 1 else f"{stem} ({seen[name]}){dot}{ending}"), content(part)


def _opened(data: bytes) -> tuple[Message, list[Message]]:
    try:
        mail = email.message_from_bytes(data, policy=AS_SENT)
        parts = list(leaves(mail))
    except RecursionError:
        raise InputError("is nested too deeply", remedy="save its attachments and import them") from None
    if not mail.keys():
        raise InputError("is no mail", remedy="save it again from the mail program as .eml")
    if len(parts) > ATTACHMENTS:
        raise InputError(f"has more than {ATTACHMENTS} parts", remedy="save its attachments in a folder and import that")
    return mail, parts


def _blocks(part: Message) -> list[Block]:
    text = words(part)
    return html_reader.page_blocks(text) if part.get_content_subtype() == "html" else [Block(line) for line in flowing(lines(text))]


def _titled(title: str, blocks: list[Block]) -> list[Block]:
    """The subject as a line of its own, unless the words hold it or there are none."""
    said = "".join("".join(block.text.split()) for block in blocks)
    return [Block(line) for line in lines(title)[:1]] if said and title and "".join(title.split()) not in said else []
