"""Which model is asked, read from the environment; without `GANGMU_MODEL` none is, and nothing is contacted."""

from __future__ import annotations

import os
from dataclasses import dataclass

from importers.proposing.address import Endpoint, endpoint
from schema import SettingError

SECONDS = 120.0
NAME = "default"
"""What servers with one model answer to, whatever it is called."""


@dataclass(frozen=True, slots=True)
class ModelSettings:
    """Where the model answers, its name there, the key that the server asks for (or none), and how long one answer may take."""

    endpoint: Endpoint
    name: str
    key: str
    seconds: float


def read_model_settings() -> ModelSettings:
    """The model of the environment. Raises SettingError when none is set or it cannot be used."""
    address = os.environ.get("GANGMU_MODEL") or ""
    if not address:
        raise SettingError("GANGMU_MODEL is not set, so there is no model to ask",
                           remedy="set it to the address of an OpenAI-compatible server, such as http://127.0.0.1:11434/v1")
    return ModelSettings(
        endpoint=endpoint(address),
        name=_plain("GANGMU_MODEL_NAME") or NAME,
        key=_plain("GANGMU_MODEL_KEY"),
        seconds=_seconds(os.environ.get("GANGMU_MODEL_SECONDS") or ""),
    )


def _plain(name: str) -> str:
    value = os.environ.get(name) or ""
    if not (value.isascii() and value.isprintable()):
        raise SettingError(f"{name} holds characters that no server takes", remedy="set it to plain letters, digits and signs")
    return value


def _seconds(raw: str) -> float:
    try:
        seconds = float(raw) if raw else SECONDS
    except ValueError:
        seconds = 0
    if not 0 < seconds <= 3600:
        raise SettingError(f"GANGMU_MODEL_SECONDS={raw!r} is no number of seconds up to 3600", remedy=f"unset it to use {SECONDS:g}")
    return seconds
