"""Ids: a type and the fewest stable raw fields of a thing, hashed."""

from __future__ import annotations

import hashlib

DIGEST_BYTES = 10
"""80 bits: two of ten million ids collide with a probability below 1 in 10^10."""


def node_id(type_name: str, *fields: str | int) -> str:
    """`directive-0f3a…`: the type in lower case and 20 hexadecimal digits; the same fields give the same id everywhere."""
    digest = hashlib.blake2b(digest_size=DIGEST_BYTES)
    for field in (type_name, *fields):
        raw = str(field).encode()
        digest.update(len(raw).to_bytes(8, "big") + raw)
    return f"{type_name.lower()}-{digest.hexdigest()}"


def type_of_id(id_: str) -> str:
    """The type's name in lower case, as an id begins with it; empty for what is no id."""
    head, _, tail = id_.rpartition("-")
    return head if head.isalpha() and len(tail) == 2 * DIGEST_BYTES else ""
