"""OpenDocument text: numbers, white space, tables, what is left out; broken, encrypted and hostile packages."""

from __future__ import annotations

import io
import zipfile

import pytest

from importers.formats.odt_reader import read
from schema import InputError

NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
    for short, long in (("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"), ("draw", "drawing"))
)
STYLES = """<text:list-style style:name="L">
<text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/>
<text:list-level-style-number text:level="2" style:num-format="一, 二, 三, ..." style:num-prefix="（" style:num-suffix="）"/>
<text:list-level-style-number text:level="3" style:num-format="1" style:num-suffix="." text:display-levels="1"/>
<text:list-level-style-number text:level="4" style:num-format="1" text:display-levels="2"/>
<text:list-level-style-bullet text:level="5" text:bullet-char="●"/>
</text:list-style>
<text:list-style style:name="M"><text:list-level-style-number text:level="1" style:num-format="①, ②, ③, ..." text:start-value="4"/></text:list-style>
<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>"""


def package(content: str, **members: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
        for name, text in members.items():
            archive.writestr(name, text)
    return stream.getvalue()


def document(body: str, styles: str = STYLES) -> str:
    automatic = f"<office:automatic-styles>{styles}</office:automatic-styles>"
    return f"<office:document-content {NAMES}>{automatic}<office:body><office:text>{body}</office:text></office:body></office:document-content>"


def texts(body: str) -> list[str]:
    return [block.text for block in read(package(document(body))) if block.text]


def item(words: str, inner: str = "", more: str = "") -> str:
    return f"<text:list-item {more}>{f'<text:p>{words}</text:p>' if words else ''}{inner}</text:list-item>"


def listed(items: str, more: str = 'text:style-name="L"') -> str:
    return f"<text:list {more}>{items}</text:list>"


@pytest.mark.parametrize(("body", "expected"), [
    (listed(item("甲") + item("乙", listed(item("丙", listed(item("丁", listed(item("戊")), ""), "")) + item("己"), "")) + item("庚")),
     ["一、甲", "二、乙", "（一）丙", "1.丁", "1.1 戊", "（二）己", "三、庚"]),
    (listed(item("甲")) + "<text:p>乙</text:p>" + listed(item("丙"), 'text:style-name="L" text:continue-numbering="true"') + listed(item("丁")),
     ["一、甲", "乙", "二、丙", "一、丁"]),
    (listed(item("甲"), 'text:style-name="L" xml:id="a"') + listed(item("乙"), 'text:style-name="M"') + listed(item("丙"), 'text:style-name="L" text:continue-list="a"'),
     ["一、甲", "④乙", "二、丙"]),
    (listed(item("甲")) + listed(item("", listed(item("乙"), "")), 'text:style-name="L" text:continue-numbering="true"'), ["一、甲", "（一）乙"]),
    (listed(item("甲", "<text:p>二段</text:p>") + item("乙", more='text:start-value="5"') + "<text:list-header><text:p>头</text:p></text:list-header>"), ["一、甲", "二段", "五、乙", "头"]),
    (listed(item("甲", "<text:p/>") + item("") + item("乙"), 'text:style-name="none"'), ["甲", "乙"]),
])
def test_automatic_numbers(body: str, expected: list[str]) -> None:
    assert texts(body) == expected


def test_numbers_of_headings() -> None:
    outline = '<text:outline-style style:name="O"><text:outline-level-style text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/></text:outline-style>'
    body = '<text:h text:outline-level="1">甲</text:h><text:h text:outline-level="2">乙</text:h><text:h text:outline-level="1">丙</text:h>'
    assert [b.text for b in read(package(document(body, outline)))] == ["一、甲", "乙", "二、丙"]


@pytest.mark.parametrize(("body", "expected"), [
    ("<text:p>甲 \n 乙<text:s text:c='3'/>丙<text:tab/>丁<text:line-break/>戊\u2011</text:p>", ["甲 乙   丙\t丁", "戊-"]),
    ("<text:tracked-changes><text:changed-region><text:deletion><text:p>删</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>甲<text:change/>乙</text:p>", ["甲乙"]),
    ("<text:p>甲<text:note><text:note-body><text:p>注</text:p></text:note-body></text:note><office:annotation><text:p>批</text:p></office:annotation></text:p>", ["甲"]),
    ("<text:p>甲<text:span text:style-name='H'>隐</text:span><text:ruby><text:ruby-base>乙</text:ruby-base><text:ruby-text>yǐ</text:ruby-text></text:ruby></text:p>", ["甲乙"]),
    ("<text:p>甲<draw:frame><draw:text-box><text:p>框</text:p></draw:text-box></draw:frame>乙</text:p>", ["甲乙", "框"]),
    ("<text:section text:display='none'><text:p>隐</text:p></text:section><text:section><text:p>甲</text:p></text:section>", ["甲"]),
    ("<text:p>甲<text:s text:c='999999999'/>乙</text:p>", ["甲" + " " * 64 + "乙"]),
])
def test_what_is_kept_and_what_is_left_out(body: str, expected: list[str]) -> None:
    assert texts(body) == expected


def cell(words: str, more: str = "") -> str:
    return f"<table:table-cell {more}><text:p>{words}</text:p></table:table-cell>"


COVERED = "<table:covered-table-cell/>"


def test_tables_stay_in_place_and_merged_cells_say_what_they_say_above() -> None:
    rows = (
        cell("一、工程", 'table:number-columns-spanned="3"') + COVERED * 2,
        cell("1") + cell("甲局", 'table:number-rows-spanned="2" table:number-columns-spanned="2"') + COVERED,
        cell("2") + '<table:covered-table-cell table:number-columns-repeated="2"/>',
        cell("3") + cell("", 'table:number-columns-repeated="99999999"') + cell("末"),
    )
    table = "<table:table>" + "".join(f"<table:table-row>{row}</table:table-row>" for row in rows) + "</table:table>"
    assert texts(f"<text:p>前</text:p>{table}<text:p>后</text:p>") == ["前", "一、工程", "1\t甲局", "2\t甲局", "3" + "\t" * 65 + "末", "后"]


@pytest.mark.parametrize(("data", "reason"), [
    (b"PK\x03\x04nonsense", "damaged"), (package(document("<text:p>甲</text:p>"))[:300], "damaged"), (package("<a"), "no readable .odt"),
    (package(f"<office:document-content {NAMES}><office:body/></office:document-content>"), "without text"),
    (package("x", **{"META-INF/manifest.xml": "<manifest:encryption-data/>"}), "is encrypted"), (package("x", **{"encrypted-package": ""}), "is encrypted"),
    (package(document("<text:p>甲</text:p>" + " " * 20_000_000)), "unpacks to far more"),
    (package(document("<text:section>" * 220 + "</text:section>" * 220)), "nested too deeply"),
    (package(document("<text:p>" + "<text:span>" * 220 + "</text:span>" * 220 + "</text:p>")), "nested too deeply"),
])
def test_broken_encrypted_and_hostile_packages_are_refused(data: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        read(data)


def test_entities_stay_unread() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>' + document("<text:p>甲&a;&b;</text:p>")
    assert [block.text for block in read(package(bomb))] == ["甲"]
