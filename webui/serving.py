"""Serves the pages with waitress until it is told to stop."""

from __future__ import annotations

import errno
import signal
import sys
from types import FrameType

import waitress

from graph import Store, refresh_layers
from schema import SettingError
from webui.address import Address, read_address
from webui.app import create_app
from webui.languages import language_setting
from webui.templating import require_built

THREADS = 8


def serve() -> None:
    """Opens the graph and answers until Ctrl-C or a request to end. Raises SettingError, EngineError."""
    address = read_address()
    language_setting()
    require_built()
    signal.signal(signal.SIGTERM, _end)
    with Store() as store:
        refresh_layers(store)
        server = _listen(store, address)
        print(f"Gangmu is at {Address(address.host, server.effective_port).url} (Ctrl-C ends it)", flush=True)
        try:
            server.run()
        except (KeyboardInterrupt, SystemExit):
            print("Ended", file=sys.stderr)
        finally:
            server.close()


def _listen(store: Store, address: Address) -> waitress.server.BaseWSGIServer:
    try:
        return waitress.create_server(
            create_app(store), host=address.host, port=address.port, threads=THREADS, ident="", clear_untrusted_proxy_headers=True,
        )
    except OSError as error:
        remedy = "set GANGMU_ADDRESS to another port" if error.errno == errno.EADDRINUSE else "see GANGMU_ADDRESS"
        raise SettingError(f"cannot listen: {error.strerror}", where=address.url, remedy=remedy) from None


def _end(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt
