"""The embedded engine: one process a data folder, started by whoever needs it, ended a minute after nobody does."""

from graph.engine.attachment import Attachment, attach

__all__ = ["Attachment", "attach"]
