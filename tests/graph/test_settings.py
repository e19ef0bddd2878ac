"""Every setting, its default, and what is said of a value that cannot be used."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.settings import as_environment, read_settings
from graph.store import Store
from schema import EngineError, SettingError


def test_the_defaults(data_home: Path) -> None:
    settings = read_settings()
    assert (settings.home, settings.engine, settings.database) == (data_home, "embedded", "gangmu")
    assert (settings.time_limit, settings.idle_seconds, settings.memory_mb) == (60, 60, 1024)


def test_a_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GANGMU_GRAPH", "neo4j+s://graph.example:7687")
    monkeypatch.setenv("GANGMU_GRAPH_USER", "clerk")
    monkeypatch.setenv("GANGMU_GRAPH_PASSWORD", "secret")
    monkeypatch.setenv("GANGMU_GRAPH_DATABASE", "minutes")
    settings = read_settings()
    assert (settings.engine, settings.address) == ("neo4j", "neo4j+s://graph.example:7687")
    assert (settings.user, settings.password, settings.database) == ("clerk", "secret", "minutes")


@pytest.mark.parametrize(("name", "value", "said"), [
    ("GANGMU_GRAPH", "http://localhost:7474", "GANGMU_GRAPH='http://localhost:7474' is no graph"),
    ("GANGMU_GRAPH", "neo4j://", "is no graph"),
    ("GANGMU_TIME_LIMIT", "soon", "GANGMU_TIME_LIMIT='soon' is not a positive number"),
    ("GANGMU_ENGINE_IDLE", "-1", "GANGMU_ENGINE_IDLE='-1' is not a positive number"),
    ("GANGMU_ENGINE_MEMORY", "nan", "GANGMU_ENGINE_MEMORY='nan' is not a positive number"),
])
def test_a_value_that_cannot_be_used(monkeypatch: pytest.MonkeyPatch, name: str, value: str, said: str) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingError, match=said):
        read_settings()


def test_the_engine_process_reads_the_settings_of_its_starter(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GANGMU_ENGINE_IDLE", "7")
    settings = read_settings()
    for name, value in as_environment(settings).items():
        monkeypatch.setenv(name, value)
    assert read_settings() == settings


def test_a_server_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GANGMU_GRAPH", "bolt://127.0.0.1:9")
    with pytest.raises(EngineError, match=r"^bolt://127\.0\.0\.1:9: the graph cannot be reached.*docker compose up"):
        Store()


def test_a_wrong_password(neo4j_graph: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GANGMU_GRAPH", neo4j_graph.settings.address)
    monkeypatch.setenv("GANGMU_GRAPH_PASSWORD", "wrong")
    with pytest.raises(EngineError, match=r"the graph refuses this user and password \(set GANGMU_GRAPH_USER and GANGMU_GRAPH_PASSWORD"):
        Store()
