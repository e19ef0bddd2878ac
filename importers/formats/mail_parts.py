"""The parts of a mail: its own words and what is attached, names and words in the encodings that mails really use (gb2312 that is GBK, bare 8-bit)."""

from __future__ import annotations

import email.header
import email.policy
import re
import unicodedata
from collections.abc import Iterator
from email.message import Message

from importers.formats.text_reader import in_declared_encoding
from schema import InputError

LONGEST_NAME = 120


class _AsSent(email.policy.Compat32):
    """Keeps bare 8-bit bytes of headers, where the library would put marks of doubt."""

    def header_fetch_parse(self, name: str, value: str) -> str:
        return value


AS_SENT = _AsSent()

_PREFIX = re.compile(r"(?:\s*(?:re|fw|fwd|回复|答复|转发)\s*[:：])+\s*", re.IGNORECASE)
_NOT_IN_NAMES = re.compile(r"[\x00-\x1f\x7f/\\:*?\"<>|\u202a-\u202e\u2066-\u2069]+")


def leaves(mail: Message) -> Iterator[Message]:
    """The parts that are not divided further, mails inside whole; pictures that the words show (a logo) are left out.

    Of the same words in two forms it is the HTML, which keeps tables.
    """
    kind = mail.get_content_type()
    if kind == "message/rfc822" or not mail.is_multipart():
        yield mail
        return
    parts = [part for part in mail.get_payload() if isinstance(part, Message)]
    if kind == "multipart/related":
        parts = parts[:1] + [part for part in parts[1:] if file_name(part) and not part.get("content-id")]
    found = [leaf for part in parts for leaf in leaves(part)]
    if kind == "multipart/alternative" and any(is_words(leaf) and leaf.get_content_subtype() == "html" for leaf in found):
        found = [leaf for leaf in found if not (is_words(leaf) and leaf.get_content_subtype() == "plain")]
    yield from found


def is_words(leaf: Message) -> bool:
    """Whether a part is of the mail's own words."""
    return leaf.get_content_type() in ("text/plain", "text/html") and not file_name(leaf) and leaf.get_content_disposition() != "attachment"


def words(leaf: Message) -> str:
    """The text of a part. Raises InputError when it cannot be decoded."""
    return in_declared_encoding(content(leaf), leaf.get_content_charset())


def content(leaf: Message) -> bytes:
    """The bytes of a part; of a mail inside, that mail. Raises InputError when they cannot be had."""
    if leaf.get_content_type() == "message/rfc822" and leaf.is_multipart():
        inner = leaf.get_payload(0)
        try:
            return inner.as_bytes() if isinstance(inner, Message) else b""
        except (ValueError, LookupError, AttributeError, TypeError) as error:
            raise InputError(f"holds a mail that is damaged ({type(error).__name__})", remedy="save the mail again") from None
    payload = leaf.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def file_name(leaf: Message) -> str:
    """The name that a part is to have as a file, fit for a path; empty for what is no file."""
    for header, parameter in (("content-disposition", "filename"), ("content-type", "name")):
        name = leaf.get_param(parameter, header=header)
        if isinstance(name, tuple):
            return _fit(_decoded(name[2].encode("latin-1", "replace"), name[0]))
        if name:
            return _fit(_unfolded(str(name)))
    if leaf.get_content_type() == "message/rfc822" and leaf.is_multipart():
        inner = leaf.get_payload(0)
        return _fit((subject(inner) if isinstance(inner, Message) else "") or "mail") + ".eml"
    return ""


def subject(mail: Message) -> str:
    """What the mail says that it is about, without 转发： and its like."""
    return _PREFIX.sub("", _unfolded(str(mail.get("subject", ""))), count=1).strip()


def _unfolded(value: str) -> str:
    """A header's words: encoded ones (=?gb2312?B?…?=) decoded, bare bytes read as what they look like."""
    try:
        pieces = email.header.decode_header(re.sub(r"[\r\n]+[ \t]?", " ", value).strip('"'))
    except (ValueError, email.errors.HeaderParseError):
        pieces = [(value, None)]
    return "".join(_decoded(p.encode("ascii", "surrogateescape") if isinstance(p, str) and not _clean(p) else p, charset) for p, charset in pieces)


def _clean(text: str) -> bool:
    return not any("\udc80" <= character <= "\udcff" for character in text)


def _decoded(piece: str | bytes, charset: str | None) -> str:
    if isinstance(piece, str):
        return piece
    try:
        return in_declared_encoding(piece, charset)
    except InputError:
        return piece.decode("gb18030", "replace")


def _fit(name: str) -> str:
    """A name without what no file name may hold, its ending kept when it is too long."""
    clean = _NOT_IN_NAMES.sub("_", unicodedata.normalize("NFC", name)).strip(" .")
    return clean if len(clean) <= LONGEST_NAME else clean[: LONGEST_NAME - 20] + "…" + clean[-19:]
