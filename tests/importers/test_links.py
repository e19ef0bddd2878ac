"""What directives and decisions have to do with what they name."""

from __future__ import annotations

import pytest

from tests.importers.naming import HEAD, read


def links(sentence: str) -> list[tuple[str, str]]:
    """Type and target of every link of a sentence, in order."""
    return [(link.type, link.target.name) for link in read(HEAD + sentence).links]


@pytest.mark.parametrize(("sentence", "link"), [
    ("要制定出台《云河保护行动意见》。", ("DRAFTS", "云河保护行动意见")),
    ("要严格执行《约谈制度》。", ("IMPLEMENTS", "约谈制度")),
    ("要做好宣传，《约谈制度》同步上墙。", ("CITES", "约谈制度")),
    ("要改造危桥18座。", ("SETS", "危桥18座")),
    ("要推进望云河西控工程。", ("ABOUT", "望云河西控工程")),
    ("要成立水质攻坚领导小组。", ("CREATES", "水质攻坚领导小组")),
    ("要建立重点工程月度例会制度。", ("CREATES", "重点工程月度例会制度")),
    ("要加强与市财政局的沟通协调。", ("CONSULTS", "市财政局")),
    ("要加强与发改、财政等部门的对接。", ("CONSULTS", "财政")),
])
def test_links_of_directives(sentence: str, link: tuple[str, str]) -> None:
    assert link in links(sentence)


def test_an_alias_links_to_its_document_too() -> None:
    found = links("起草《路长制实施办法》（以下简称《办法》）。要对照《办法》抓好落实。")
    assert ("IMPLEMENTS", "办法") in found
    assert ("IMPLEMENTS", "路长制实施办法") in found


def test_a_clause_invokes_its_authority() -> None:
    assert ("INVOKES", "县政府") in links("按照县委、县政府的决策部署，要抓好落实。")


def test_who_answers_is_not_consulted() -> None:
    assert not [link for link in links("由市财政局牵头，市审计局配合。") if link[0] == "CONSULTS"]
