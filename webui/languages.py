"""Chinese and English: which one a request is answered in, and the catalogue that is read straight from its .po file."""

from __future__ import annotations

import io
import os
from functools import cache
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations
from flask import Flask, request
from flask_babel import Babel, Domain, get_locale, gettext

from schema import SettingError

LANGUAGES = {"zh": "中文", "en": "English"}
COOKIE = "language"
CATALOGUES = Path(__file__).parent / "translations"


class Catalogue(Domain):  # type: ignore[misc]
    """The wordings of the pages. Chinese is the wording of the source itself; the others are translated from it."""

    def get_translations(self) -> NullTranslations:
        """The wordings in the language of the current request."""
        return read_catalogue(str(get_locale()))


@cache
def read_catalogue(language: str) -> NullTranslations:
    """One language's wordings, compiled in memory, so that nothing has to be built when a wording is edited."""
    file = CATALOGUES / f"{language}.po"
    if not file.exists():
        return NullTranslations()
    compiled = io.BytesIO()
    with file.open("rb") as stream:
        write_mo(compiled, read_po(stream, locale=language))
    compiled.seek(0)
    return Translations(compiled)


class Languages(Babel):  # type: ignore[misc]
    """Flask-Babel with our catalogue."""

    domain_instance = Catalogue()


def speak_languages(app: Flask) -> None:
    """Gives the application its languages."""
    language_setting()
    Languages(app, default_locale="zh", locale_selector=choose_language)


def choose_language() -> str:
    """The visitor's own choice, else the setting, else what the browser asks for, else Chinese."""
    chosen = request.cookies.get(COOKIE, "")
    if chosen in LANGUAGES:
        return chosen
    return language_setting() or request.accept_languages.best_match(list(LANGUAGES), "zh") or "zh"


def language_setting() -> str:
    """GANGMU_LANGUAGE, or empty. Raises SettingError for a language that there is not."""
    language = os.environ.get("GANGMU_LANGUAGE", "")
    if language and language not in LANGUAGES:
        raise SettingError(f"GANGMU_LANGUAGE={language!r} is no language of the pages", remedy=f"set it to {' or '.join(LANGUAGES)}")
    return language


def translated(wording: str, **values: object) -> str:
    """A wording of the source in the language of the request; imported as `_`, by which wordings are collected."""
    return str(gettext(wording, **values))


def in_chinese() -> bool:
    """True while the current request is answered in Chinese."""
    return str(get_locale()) == "zh"
