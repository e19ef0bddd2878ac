"""Files inside a mail, found again by the hash of their bytes, so that the original of an attachment can be kept as any other."""

from __future__ import annotations

import email
import hashlib
from collections.abc import Iterator
from email.message import Message
from pathlib import Path

MAIL = ".eml"


def attached(file: Path, sha256: str) -> bytes | None:
    """The attachment with this hash, at any depth of the mail; None when it has none or is no mail."""
    if not file.name.lower().endswith(MAIL):
        return None
    try:
        return next((data for data in _inside(file.read_bytes()) if hashlib.sha256(data).hexdigest() == sha256), None)
    except (OSError, ValueError, LookupError, AttributeError, TypeError, RecursionError):
        return None


def _inside(mail: bytes) -> Iterator[bytes]:
    """The bytes of every part of a mail, and of the mails attached to it."""
    for part in email.message_from_bytes(mail).walk():
        data = _bytes(part)
        yield data
        if (part.get_filename() or "").lower().endswith(MAIL) and not part.is_multipart():
            yield from _inside(data)


def _bytes(part: Message) -> bytes:
    if part.get_content_type() == "message/rfc822" and part.is_multipart():
        inner = part.get_payload(0)
        return inner.as_bytes() if isinstance(inner, Message) else b""
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""
