"""Web pages: encodings, white space, lists, tables, what is left out; broken and hostile pages."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.formats.html_reader import read
from schema import InputError


def page(body: str, head: str = "") -> list[str]:
    return [block.text for block in read(f"<html><head>{head}</head><body>{body}</body></html>".encode())]


@pytest.mark.parametrize(("declared", "encoding"), [
    ("gb2312", "gbk"), ("GBK", "gb18030"), ("utf-8", "utf-8"), ("big5", "big5"), ("utf-8", "gbk"), ("x-unknown", "gbk"), ("", "gbk"), ("", "utf-16"), ("gbk", "utf-8-sig"),
])
def test_the_encoding_is_as_declared_or_as_it_looks(declared: str, encoding: str) -> None:
    words = "會議紀錄" if encoding == "big5" else "会议纪要（朱镕）"
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">' if declared else ""
    assert [b.text for b in read(f"<html><head>{meta}<title>x</title></head><body><p>{words}</p></body></html>".encode(encoding))] == [words]


@pytest.mark.parametrize(("body", "expected"), [
    ("<p>甲<b>乙</b>\n丙</p>丁<div>戊<br>己</div>", ["甲乙丙", "丁", "戊", "己"]),
    ("<p>a\nb</p><p> 甲 &nbsp; 乙 </p><p>&nbsp;</p><p>甲\t乙</p>", ["a b", "甲   乙", "甲\t乙"]),
    ("<pre>甲\n  乙</pre>", ["甲", "乙"]),
    ("<script>a</script><style>b</style><nav>c</nav><header>d</header><footer>e</footer><div class='menu x'>f</div><p>甲</p><noscript>g</noscript>", ["甲"]),
    ("<article><header><h1>题</h1></header><p>甲</p></article><aside>a</aside>", ["题", "甲"]),
    ("<p>甲<del>乙</del><ins>丙</ins><span style='DISPLAY: none'>丁</span><span hidden>戊</span></p><p style='mso-hide:all'>己</p>", ["甲丙"]),
    ("<form><input value=a><textarea>b</textarea><p>甲</p></form>", ["甲"]),
    ("<!-- a --><p>甲<![if !supportLists]>一、<![endif]>乙</p>", ["甲一、乙"]),
    ("<div title='header'><p>头</p></div><p>甲<a class='sdfootnoteanc'><sup>1</sup></a></p><div id='sdfootnote1'><p>注</p></div>", ["甲"]),
    ("<p>甲<a href='http://example.org'>乙</a><img src='http://example.org/a.png' alt='丙'></p>", ["甲乙"]),
])
def test_what_is_kept_and_what_is_left_out(body: str, expected: list[str]) -> None:
    assert page(body) == expected


def test_a_line_break_of_an_office_program_stands_for_a_space() -> None:
    assert page("<p>主\n持 人</p>", "<meta name=generator content='LibreOffice 7.4'>") == ["主 持 人"]
    assert page("<p>主\n持 人</p>") == ["主持 人"]


@pytest.mark.parametrize(("body", "expected"), [
    ("<ol><li>甲<li>乙</ol>", ["1.甲", "2.乙"]),
    ("<ol start=3 type=a><li>甲<li value=9><p>乙</p><p>丙</p></li></ol>", ["c.甲", "i.乙", "丙"]),
    ("<ol style='list-style-type: cjk-ideographic'><li>甲<ol type=I><li>乙</ol><li>丙</ol>", ["一、甲", "I.乙", "二、丙"]),
    ("<ol style='list-style:none'><li>甲</ol><ul><li>乙</ul><ol reversed><li>丙<li>丁</ol>", ["甲", "乙", "2.丙", "1.丁"]),
    ("<ol><li>（一）甲<li>2、乙<li>3.5米</ol>", ["（一）甲", "2、乙", "3.3.5米"]),
    ("<ol start=99999999999><li>甲</ol>", ["1.甲"]),
])
def test_lists_with_their_numbers(body: str, expected: list[str]) -> None:
    assert page(body) == expected


@pytest.mark.parametrize(("body", "expected"), [
    ("前<table><tr><th>序号<th>单位<th>时限</tr><tr><td>1<td rowspan=2>甲局<td>月底</tr><tr><td>2<td>年底</tr></table>后",
     ["前", "序号\t单位\t时限", "1\t甲局\t月底", "2\t甲局\t年底", "后"]),
    ("<table><tr><td colspan=3>一、工程</tr><tr><td>1<td colspan=2>甲<p>乙</p></tr></table>", ["一、工程", "1\t甲 乙"]),
    ("<table><tr><td rowspan=2 colspan=2>甲<td>乙</tr><tr><td>丙</tr></table>", ["甲\t\t乙", "甲\t\t丙"]),
    ("<table><caption>表</caption><tr><td>甲<td>乙</tr></table>", ["表", "甲\t乙"]),
    ("<table><tr><td><p>甲</p><p>乙</p><table><tr><td>丙<td>丁</tr></table></tr></table>", ["甲", "乙", "丙\t丁"]),
    ("<table><tr><td>菜单<td>" + "会议要求抓好落实。" * 200 + "</tr></table>", ["菜单", "会议要求抓好落实。" * 200]),
])
def test_tables_in_place(body: str, expected: list[str]) -> None:
    assert page(body) == expected


@pytest.mark.parametrize(("data", "reason"), [
    (b"<html>" + b"<div>" * 3_000 + "文".encode(), "nested too deeply"),
    (b"<html><table>" + b"<tr><td>1<td rowspan=99999>x</tr>" * 2_000, "more than 500 columns"),
    (b"<html>" + b"\x01\x9f\x00" * 999, "not"),
])
def test_hostile_pages_are_refused(data: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        read(data)


def test_entities_stay_small_and_nothing_is_fetched() -> None:
    bomb = '<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]><html><body><p>甲&a;&b;</p></body></html>'
    assert "root:" not in "".join(block.text for block in read(bomb.encode()))


@given(st.lists(st.sampled_from(["<p>", "<table>", "<tr>", "<td rowspan=9>", "</table>", "<ol>", "<li>", "</ol>", "<br>", "甲", " ", "\n", "</p>", "<nav>", "&nbsp;", "<td>"]),
                max_size=60).map("".join))
def test_any_order_of_elements_is_read_or_refused(body: str) -> None:
    with contextlib.suppress(InputError):
        assert all("\n" not in text and text.strip() for text in page(body) if "\t" not in text and text)
