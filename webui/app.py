"""The application: one blueprint a noun, around one open graph."""

from __future__ import annotations

from datetime import timedelta

from flask import Blueprint, Flask
from flask_wtf import CSRFProtect

from graph import Store
from webui import asking
from webui.as_of import keep_as_of
from webui.errors import answer_errors
from webui.languages import speak_languages
from webui.pages import (
    accuracy,
    cypher,
    directives,
    documents,
    entities,
    meetings,
    neighbourhood,
    organizations,
    preferences,
    proposals,
    search,
    start,
)
from webui.security import guard, session_secret
from webui.templating import equip_templates

PAGES: tuple[Blueprint, ...] = (
    start.blueprint, search.blueprint, meetings.blueprint, directives.blueprint, organizations.blueprint, entities.blueprint,
    documents.blueprint, neighbourhood.blueprint, cypher.blueprint, accuracy.blueprint, proposals.blueprint, preferences.blueprint,
)
LARGEST_FORM = 256 * 1024


def create_app(store: Store) -> Flask:
    """The web UI over an open graph."""
    app = Flask(__name__)
    app.config.update(
        SECRET_KEY=session_secret(store.settings.home),
        SESSION_COOKIE_NAME="gangmu",
        SESSION_COOKIE_SAMESITE="Lax",
        PERMANENT_SESSION_LIFETIME=timedelta(days=365),
        WTF_CSRF_TIME_LIMIT=None,
        WTF_CSRF_SSL_STRICT=False,
        MAX_CONTENT_LENGTH=LARGEST_FORM,
    )
    app.extensions[asking.EXTENSION] = store
    guard(app)
    CSRFProtect(app)
    keep_as_of(app)
    speak_languages(app)
    answer_errors(app)
    for blueprint in PAGES:
        app.register_blueprint(blueprint)
    equip_templates(app)
    return app
