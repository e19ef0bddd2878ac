"""Minutes made up by the thousand: records with the proportions of real ones, shared people and bodies included."""

from __future__ import annotations

import random
from collections.abc import Iterator

from schema import Edge, End, Evidence, Node, Record, node_id

VERBS = ("加快推进", "抓紧完成", "组织开展", "落实好", "进一步加强", "按月报送", "会同编制", "牵头制定", "做好", "巩固提升")
THINGS = ("堤防加固", "河道清淤", "闸站改造", "水质监测", "取水许可", "河湖巡查", "防汛演练", "节水载体", "蓝藻打捞", "污水管网",
          "水源地保护", "幸福河湖")
PLACES = ("青石河", "云溪湖", "望江圩", "柳塘", "长荡圩", "石门水库", "南塘港", "白鹭洲", "东濠", "新开河", "七里浜", "鹤溪")
ENDS = ("工作", "任务", "工程", "方案", "台账", "措施", "责任", "进度")
DIRECTIVES = 30
PEOPLE, BODIES = 400, 150
"""How many people and bodies all documents together name; each names a dozen of them."""


def records(wanted: int) -> Iterator[Record]:
    """At least `wanted` records of whole documents, always the same ones."""
    chance = random.Random(2024)
    count = number = 0
    while count < wanted:
        document = list(_document(number, chance))
        yield from document
        count += len(document)
        number += 1


def _document(number: int, chance: random.Random) -> Iterator[Record]:
    path = f"{2015 + number % 10}/第{number}号.docx"
    id_, meeting = node_id("Document", path), node_id("Meeting", path)
    date = f"{2015 + number % 10}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    sentences = [_sentence(chance) for _ in range(DIRECTIVES)]
    people = chance.sample([f"林{n}" for n in range(PEOPLE)], 12)
    bodies = chance.sample([f"第{n}管理处" for n in range(BODIES)], 12)
    text = "会议纪要\n" + "、".join(people) + "出席。\n" + "\n".join(f"{s}（{bodies[i % 12]}负责）。" for i, s in enumerate(sentences))

    def said(words: str) -> tuple[Evidence, ...]:
        start = text.index(words)
        return (Evidence(id_, start, start + len(words), words, "made up"),)

    found: list[Record] = [
        Node("Document", id_, {"name": path, "path": path, "text": text, "sha256": f"{number:064}", "body": "云泽市水务局", "date": date}),
        Node("Meeting", meeting, {"title": f"第{number}次会议", "date": date, "meeting_kind": "办公会议"}, said("会议纪要")),
        Edge("RECORDS", id_, meeting, {}, said("会议纪要")),
    ]
    for name in people:
        person, post = node_id("Person", name), node_id("Post", name)
        found += [Node("Person", person, {"name": name}, said(name)), Node("Post", post, {"title": f"{name}之职"}, said(name)),
                  Edge("HOLDS", person, post, {"from": date[:4]}, said(name)),
                  Edge("ATTENDED", person, meeting, {"role": "attend"}, said(name))]
    found += [Node("Organization", node_id("Organization", name), {"name": name}, said(name)) for name in bodies]
    for place, sentence in enumerate(sentences):
        clause, directive = node_id("Clause", path, place), node_id("Directive", path, place)
        proof, owner = said(sentence), bodies[place % 12]
        found += [
            Node("Clause", clause, {"text": sentence, "path": ["一", f"（{place}）"], "class": "directive", "order": place}, proof),
            Node("Directive", directive, {"text": sentence, "date": date, "act": "要求", "path": ["一", f"（{place}）"]}, proof),
            Edge("PART_OF", clause, id_, {}, proof),
            Edge("ISSUED", meeting, directive, {}, proof),
            Edge("STATED_IN", directive, clause, {}, proof),
            Edge("LEADS", node_id("Organization", owner), directive, {"basis": "stated"}, said(owner)),
        ]
    yield from found
    yield End(id_, len(found))


def _sentence(chance: random.Random) -> str:
    parts = [f"{chance.choice(VERBS)}{chance.choice(PLACES)}{chance.choice(THINGS)}{chance.choice(ENDS)}" for _ in range(2)]
    return "，".join(parts) + f"，{chance.randint(1, 12)}月底前完成{chance.randint(2, 99)}处"
