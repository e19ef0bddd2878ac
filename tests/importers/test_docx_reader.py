"""Word documents: automatic numbers, revisions, text boxes, tables; and hostile packages."""

from __future__ import annotations

import contextlib
import io
import zipfile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from importers.formats.docx_reader import read
from schema import InputError

NUMBERING = """<w:numbering {ns}>
<w:abstractNum w:abstractNumId="90">
 <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/><w:lvlText w:val="%1、"/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
 <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>
 <w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="decimalEnclosedCircle"/><w:lvlText w:val="%4"/></w:lvl>
 <w:lvl w:ilvl="4"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3.%5"/></w:lvl>
 <w:lvl w:ilvl="5"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="●"/></w:lvl>
</w:abstractNum>
<w:num w:numId="91"><w:abstractNumId w:val="90"/></w:num>
<w:num w:numId="92"><w:abstractNumId w:val="90"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
</w:numbering>"""


def texts(document: docx.document.Document) -> list[str]:
    stream = io.BytesIO()
    document.save(stream)
    return [block.text for block in read(stream.getvalue()) if block.text]


def numbered(*levels: tuple[int, int]) -> list[str]:
    """The texts of paragraphs p0, p1 … that belong to a list (its id) at a level."""
    document = docx.Document()
    root = document.part.numbering_part.element
    for child in list(parse_xml(NUMBERING.format(ns=nsdecls("w")))):
        root.append(child)
    for number, (list_id, level) in enumerate(levels):
        properties = document.add_paragraph(f"p{number}")._p.get_or_add_pPr()
        properties.append(parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'))
    return texts(document)


@pytest.mark.parametrize(("levels", "expected"), [
    ([(91, 0)] * 3, ["一、p0", "二、p1", "三、p2"]),
    ([(91, 0)] * 11, [*(f"{n}、p{i}" for i, n in enumerate("一二三四五六七八九十")), "十一、p10"]),
    ([(91, 0), (91, 1), (91, 1), (91, 0), (91, 1)], ["一、p0", "（一）p1", "（二）p2", "二、p3", "（一）p4"]),
    ([(91, 0), (91, 2), (91, 3), (91, 3), (91, 4), (91, 5)], ["一、p0", "1.p1", "①p2", "②p3", "1.3 p4", "p5"]),
    ([(91, 0), (92, 0), (91, 0)], ["一、p0", "一、p1", "二、p2"]),
    ([(0, 0), (77, 0)], ["p0", "p1"]),
])
def test_automatic_numbers(levels, expected):
    assert numbered(*levels) == expected


def with_xml(xml: str) -> list[str]:
    document = docx.Document()
    names = nsdecls("w") + ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    document.element.body.insert(0, parse_xml(f"<w:p {names}>{xml}</w:p>"))
    return texts(document)


@pytest.mark.parametrize(("xml", "expected"), [
    ("<w:ins><w:r><w:t>增</w:t></w:r></w:ins><w:del><w:r><w:delText>删</w:delText></w:r></w:del><w:r><w:t>留</w:t></w:r>", ["增留"]),
    ("<w:moveFrom><w:r><w:t>旧处</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>新处</w:t></w:r></w:moveTo>", ["新处"]),
    ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r><w:r><w:t>显</w:t></w:r>", ["显"]),
    ('<w:r><w:t>一</w:t><w:br/><w:t>二</w:t><w:tab/><w:t>三</w:t><w:noBreakHyphen/></w:r>', ["一", "二\t三-"]),
    ("<w:hyperlink><w:r><w:t>链接</w:t></w:r></w:hyperlink><w:sdt><w:sdtContent><w:r><w:t>控件</w:t></w:r></w:sdtContent></w:sdt>", ["链接控件"]),
    ("<w:r><w:instrText>PAGE</w:instrText></w:r><w:fldSimple><w:r><w:t>3</w:t></w:r></w:fldSimple>", ["3"]),
    ("<w:r><w:t>正文</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></mc:Choice>"
     "<mc:Fallback><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>", ["正文", "框"]),
])
def test_what_is_kept_and_what_is_dropped(xml, expected):
    assert with_xml(xml) == expected


def test_tables_stay_in_place_and_merged_cells_say_what_they_say_above():
    document = docx.Document()
    document.add_paragraph("前")
    table = document.add_table(3, 3)
    for row, words in enumerate([("序号", "事项", "单位"), ("1", "甲事", "规划处"), ("2", "乙事", "")]):
        for column, word in enumerate(words):
            table.cell(row, column).text = word
    table.cell(1, 2).merge(table.cell(2, 2))
    wide = document.add_table(1, 3)
    wide.cell(0, 0).merge(wide.cell(0, 2)).text = "一、工程"
    document.add_paragraph("后")
    assert texts(document) == ["前", "序号\t事项\t单位", "1\t甲事\t规划处", "2\t乙事\t规划处", "一、工程", "后"]


def test_a_mark_of_secrecy_in_a_running_head_stands_above_the_text_and_nothing_else_of_it():
    document = docx.Document()
    document.add_paragraph("纪要")
    head = document.sections[0].header
    head.paragraphs[0].text = "云河市水利局"
    head.add_paragraph("机密★10年")
    document.sections[0].footer.paragraphs[0].text = "第1页"
    assert texts(document) == ["机密★10年", "纪要"]


def package(**members: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()


def good() -> bytes:
    stream = io.BytesIO()
    docx.Document().save(stream)
    return stream.getvalue()


@pytest.mark.parametrize(("data", "reason"), [
    (b"PK\x03\x04nonsense", "damaged"),
    (good()[:4000], "damaged"),
    (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "encrypted, or an old .doc"),
    (package(**{"word/document.xml": b"<w:document/>"}), "no readable .docx"),
    (package(a=bytes(20_000_000)), "unpacks to far more"),
    ("会议纪要".encode(), "damaged"),
])
def test_hostile_and_broken_packages_are_refused(data, reason):
    with pytest.raises(InputError, match=reason):
        read(data)


def test_an_entity_bomb_stays_small():
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)) + "]>"
    source = io.BytesIO(good())
    target = io.BytesIO()
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for item in old.infolist():
            data = old.read(item)
            if item.filename == "word/document.xml":
                data = bomb.encode() + data.split(b"?>", 1)[1].replace(b"<w:body>", b"<w:body><w:p><w:r><w:t>&i;</w:t></w:r></w:p>")
            new.writestr(item, data)
    with contextlib.suppress(InputError):
        assert sum(len(block.text) for block in read(target.getvalue())) < 1000


def test_deep_nesting_is_refused():
    opening = "<w:sdt><w:sdtContent>" * 300
    with pytest.raises(InputError):
        document = docx.Document()
        stream = io.BytesIO()
        document.save(stream)
        source, target = io.BytesIO(stream.getvalue()), io.BytesIO()
        with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
            for item in old.infolist():
                data = old.read(item)
                if item.filename == "word/document.xml":
                    data = data.replace(b"<w:body>", b"<w:body>" + opening.encode() + b"<w:p/>" + opening.replace("<w:", "</w:").encode())
                    data = data.replace(b"</w:sdt></w:sdtContent>", b"</w:sdtContent></w:sdt>")
                new.writestr(item, data)
        read(target.getvalue())
