"""Ways to spoil a file: bits, cuts and copies in any; members and XML in zip packages; numbers that claim too much."""

from __future__ import annotations

import io
import random
import re
import warnings
import zipfile
from collections.abc import Callable, Sequence
from typing import Protocol

MOST_STEPS = 3
"""So many ways are taken with one file at the most."""

LARGEST = 4_000_000
"""Bytes beyond which a mutant is not made larger."""

_NUMBER = re.compile(rb"\d+")
_TAG = re.compile(rb"<[A-Za-z][^<>]{0,200}>")
HUGE = (b"0", b"-1", b"65536", b"1048577", b"2147483648", b"99999999999999999999", b"1e308", b"NaN")
ENTITIES = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'


class Origin(Protocol):
    """A file that pieces are taken from."""

    @property
    def data(self) -> bytes:
        """Its bytes."""


Mutation = Callable[[bytes, random.Random], bytes]


def mutated(data: bytes, others: Sequence[Origin], seed: str) -> bytes:
    """The file after one to three mutations; the same seed gives the same file."""
    chance = random.Random(seed)
    for _ in range(chance.randint(1, MOST_STEPS)):
        package = data.startswith(b"PK\x03\x04") and chance.random() < 0.8
        data = _package(data, chance) if package else chance.choice(PLAIN)(data, chance)
        if chance.random() < 0.05:
            data = _spliced(data, chance.choice(others).data, chance)
    return data


def _stretch(data: bytes, chance: random.Random, longest: int = 4096) -> tuple[int, int]:
    start = chance.randint(0, max(len(data) - 1, 0))
    return start, min(len(data), start + chance.randint(1, longest))


def flip_bits(data: bytes, chance: random.Random) -> bytes:
    """Some bits the other way round."""
    changed = bytearray(data)
    for _ in range(min(len(data), chance.choice((1, 4, 64)))):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def truncate(data: bytes, chance: random.Random) -> bytes:
    """The beginning alone."""
    return data[:chance.randint(0, len(data))]


def cut_out(data: bytes, chance: random.Random) -> bytes:
    """Without a stretch."""
    start, end = _stretch(data, chance)
    return data[:start] + data[end:]


def repeat(data: bytes, chance: random.Random) -> bytes:
    """With a stretch many times over."""
    start, end = _stretch(data, chance, 256)
    times = min(chance.choice((2, 50, 5000)), max(1, (LARGEST - len(data)) // max(end - start, 1)))
    return data[:start] + data[start:end] * times + data[end:]


def overwrite(data: bytes, chance: random.Random) -> bytes:
    """With a stretch of zeros, of ones or of anything."""
    start, end = _stretch(data, chance, 512)
    return data[:start] + chance.choice((bytes(end - start), b"\xff" * (end - start), chance.randbytes(end - start))) + data[end:]


def inflate_numbers(data: bytes, chance: random.Random) -> bytes:
    """With some of its written numbers far too large, or none at all."""
    share = chance.choice((0.001, 0.02, 0.5))
    return _NUMBER.sub(lambda match: chance.choice(HUGE) if chance.random() < share else match[0], data)


def spoil_markup(data: bytes, chance: random.Random) -> bytes:
    """With one of its tags gone, repeated, nested deeply, or preceded by entities."""
    tags = list(_TAG.finditer(data))
    if not tags:
        return flip_bits(data, chance)
    tag = chance.choice(tags)
    put = chance.choice((b"", tag[0] * 2, tag[0] * chance.choice((300, 20_000)), b"&b;&c;" + tag[0], tag[0] + "会议\ud7ff\x00".encode()))
    changed = data[:tag.start()] + put + data[tag.end():]
    return ENTITIES + changed if chance.random() < 0.1 else changed


def nest(data: bytes, chance: random.Random) -> bytes:
    """With brackets of its kind opened thousands of times."""
    opening = chance.choice((b"{\\b ", b"<div>", b"<table><tr><td>", "（".encode(), b"[[", b"<<"))
    start, _ = _stretch(data, chance)
    return data[:start] + opening * chance.choice((150, 3000, 50_000)) + data[start:]


PLAIN: tuple[Mutation, ...] = (flip_bits, truncate, cut_out, repeat, overwrite, inflate_numbers, spoil_markup, nest)


def _spliced(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """The beginning of one file and the end of another."""
    return data[:chance.randint(0, len(data))] + other[chance.randint(0, len(other)):]


def _package(data: bytes, chance: random.Random) -> bytes:
    """A zip package with members spoilt, swapped, doubled or left out, or packed in another way."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            members = [(item.filename, package.read(item)) for item in package.infolist()]
    except Exception:  # an earlier mutation spoilt it: it is no package any more
        return chance.choice(PLAIN)(data, chance)
    if not members:
        return data
    index = chance.randrange(len(members))
    name, content = members[index]
    way = chance.random()
    if way < 0.7:
        members[index] = (name, chance.choice((spoil_markup, inflate_numbers, repeat, *PLAIN))(content, chance))
    elif way < 0.8:
        del members[index]
    elif way < 0.9:
        other = chance.randrange(len(members))
        members[index], members[other] = (name, members[other][1]), (members[other][0], content)
    else:
        members.append((chance.choice((name, name.upper(), "../" + name, "/" + name)), content + bytes(chance.choice((0, 900_000)))))
    return _packed(members, chance)


def _packed(members: list[tuple[str, bytes]], chance: random.Random) -> bytes:
    stream = io.BytesIO()
    method = chance.choice((zipfile.ZIP_DEFLATED, zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED, zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2))
    with warnings.catch_warnings(action="ignore"), zipfile.ZipFile(stream, "w", method) as package:
        for name, content in members:
            package.writestr(zipfile.ZipInfo(name), content, method)
    return stream.getvalue()
