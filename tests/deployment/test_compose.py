"""The compose file, the image and the example of secrets hold together with each other and with the code."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from graph.settings import read_settings
from webui.address import read_address

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("schema", "importers", "graph", "webui")


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    document = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
    assert isinstance(document, dict)
    return document


@pytest.fixture(scope="module")
def dockerfile() -> str:
    return (ROOT / "Dockerfile").read_text(encoding="utf-8")


def test_holds_to_the_compose_schema() -> None:
    tool = Path(sys.executable).with_name("check-jsonschema")
    done = subprocess.run([tool, "--builtin-schema", "vendor.compose-spec", "docker-compose.yml"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_neo4j_is_the_one_that_the_tests_run(compose: dict[str, Any]) -> None:
    pom = (ROOT / "tests" / "neo4j" / "pom.xml").read_text(encoding="utf-8")
    version = re.search(r"<artifactId>neo4j</artifactId>\s*<version>([\d.]+)</version>", pom)
    assert version and compose["services"]["neo4j"]["image"] == f"neo4j:{version[1]}-community"


def test_app_image_is_named_after_this_version(compose: dict[str, Any]) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert compose["services"]["app"]["image"] == f"{project['name']}:{project['version']}"


def test_app_image_has_a_python_that_the_door_takes(dockerfile: str) -> None:
    tag = re.search(r"^FROM python:3\.(\d+)-", dockerfile, re.MULTILINE)
    assert tag and 11 <= int(tag[1]) <= 14


def test_every_port_is_published_on_loopback_only(compose: dict[str, Any]) -> None:
    ports = [port for service in compose["services"].values() for port in service["ports"]]
    assert ports and all(port.startswith("127.0.0.1:") for port in ports)


def test_every_service_has_a_health_check_a_memory_limit_and_volumes_that_exist(compose: dict[str, Any]) -> None:
    for service in compose["services"].values():
        assert service["healthcheck"]["test"] and service["mem_limit"]
        assert {volume.split(":")[0] for volume in service["volumes"]} <= set(compose["volumes"])


def test_neo4j_fits_its_memory_limit(compose: dict[str, Any]) -> None:
    settings = compose["services"]["neo4j"]["environment"]
    needed = megabytes(settings["NEO4J_server_memory_heap_max__size"]) + megabytes(settings["NEO4J_server_memory_pagecache_size"])
    assert needed < megabytes(compose["services"]["neo4j"]["mem_limit"])


def test_every_setting_is_one_that_the_code_reads(compose: dict[str, Any], dockerfile: str) -> None:
    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    named = set(re.findall(r"GANGMU_[A-Z_]+", f"{compose} {dockerfile} {example}"))
    sources = "".join(path.read_text(encoding="utf-8") for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
    assert named and {name for name in named if f'"{name}"' not in sources} == set()


def test_settings_are_taken_as_they_are_meant(compose: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    app = compose["services"]["app"]
    for name, value in app["environment"].items():
        monkeypatch.setenv(name, value)
    settings, address = read_settings(), read_address()
    assert (settings.engine, settings.address) == ("neo4j", "neo4j://neo4j:7687")
    assert app["ports"] == [f"127.0.0.1:{address.port}:{address.port}"] and address.host == "0.0.0.0"
    assert "127.0.0.1:7687:7687" in compose["services"]["neo4j"]["ports"]
    assert f":{settings.home.as_posix()}" in app["volumes"][0]


def test_secret_comes_from_the_environment_file_only(compose: dict[str, Any]) -> None:
    for value in (compose["services"]["app"]["environment"]["GANGMU_GRAPH_PASSWORD"], compose["services"]["neo4j"]["environment"]["NEO4J_AUTH"]):
        assert "${GANGMU_GRAPH_PASSWORD:?" in value
    assert re.search(r"^GANGMU_GRAPH_PASSWORD=$", (ROOT / ".env.example").read_text(encoding="utf-8"), re.MULTILINE)
    assert ".env" in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()


def test_both_health_checks_ask_the_port_that_is_published(compose: dict[str, Any], dockerfile: str) -> None:
    port = compose["services"]["app"]["ports"][0].split(":")[-1]
    check = compose["services"]["app"]["healthcheck"]["test"][-1]
    assert f"127.0.0.1:{port}/" in check and check in dockerfile and f"EXPOSE {port}" in dockerfile


def test_image_does_not_run_as_root(dockerfile: str) -> None:
    user = re.search(r"^USER (\w+)$", dockerfile, re.MULTILINE)
    assert user and user[1] != "root" and dockerfile.index("USER") < dockerfile.index("\nCMD")


def test_image_holds_what_the_door_needs() -> None:
    kept = re.findall(r"^!(\S+)$", (ROOT / ".dockerignore").read_text(encoding="utf-8"), re.MULTILINE)
    assert {*PACKAGES, "gangmu.py", "requirements.txt", "requirements-node.txt", "package.json", "package-lock.json"} <= set(kept)
    assert all((ROOT / path).exists() for path in kept)


def megabytes(size: str) -> int:
    """A size such as 512m or 2g in megabytes."""
    return int(size[:-1]) * {"m": 1, "g": 1024}[size[-1]]
