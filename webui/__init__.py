"""Shows the graph in a browser: pages rendered on the server, in Chinese and English."""

from webui.app import create_app

__all__ = ["create_app"]
