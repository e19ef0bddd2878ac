"""The accuracy page: how well minutes are read, by the card that `gangmu.py evaluate` wrote here or the one that ships."""

from __future__ import annotations

from flask import Blueprint, render_template

from importers import current_card, rules_version
from webui.accuracy_rows import row_label, row_meaning, sample_label
from webui.asking import store
from webui.languages import in_chinese

blueprint = Blueprint("accuracy", __name__, url_prefix="/accuracy")


@blueprint.get("/")
def show() -> str:
    """The tables of the card, one a set of gold."""
    card, own = current_card(store().settings.home)
    sets = [(one.zh if in_chinese() else one.en, one) for one in card.sets]
    outdated = own and card.rules != rules_version()
    return render_template("accuracy.html", card=card, own=own, outdated=outdated, sets=sets,
                           row_label=row_label, row_meaning=row_meaning, sample_label=sample_label)
