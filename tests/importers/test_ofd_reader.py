"""OFD documents: lines and paragraphs by position, tables, templates, transforms; the same minutes as .txt; hostile packages."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from importers.formats.ofd_reader import read
from importers.formats.ofd_text import steps
from schema import InputError
from tests.importers.ofd_writer import Page, document, package, path_object, text_object
from tests.importers.sameness import said

GOLD = Path(__file__).resolve().parents[1] / "gold"
FLOWING = ("county_executive", "hospital_director", "joint_conference_table", "leading_group_tails", "soe_board", "street_prose",
           "taiwan_district", "university_president", "village_representatives")
"""Minutes whose paragraphs stand in one line each."""

FULL = "乙" * 27
"""A line that reaches the margin."""


def blocks_of(text: str):
    """The lines as the writer takes them; neighbouring lines with tabs make a table."""
    blocks: list = []
    for line in text.splitlines():
        cells = line.split("\t")
        if len(cells) == 1:
            blocks.append(line)
        elif blocks and not isinstance(blocks[-1], str):
            blocks[-1].append(cells + [""] * (len(blocks[-1][0]) - len(cells)))
        else:
            blocks.append([cells])
    return blocks


@pytest.mark.parametrize("name", FLOWING)
def test_the_same_minutes_say_the_same_as_text_and_as_ofd(name):
    text = "\n".join(line.strip() for line in (GOLD / f"{name}.txt").read_text(encoding="utf-8").splitlines() if line.strip())
    plain = said("a.txt", text.encode())
    assert plain.total() > 100
    assert said("a.ofd", document(blocks_of(text), "会议文件 请勿折叠")) == plain


def texts(data: bytes) -> list[str]:
    return [block.text for block in read(data)]


def printing(*objects: str, **more) -> list[str]:
    """What a page with these objects says."""
    return texts(package([[Page(list(objects))]], **more))


def test_paragraphs_run_over_pages_and_running_heads_and_page_numbers_are_dropped():
    body = ["# 某局会议纪要", *(f"会议要求第{n}项工作由规划处牵头，" + "各处室要抓紧落实相关工作。" * 6 for n in range(12))]
    found = read(document(body, "某局办公室 二〇二四年印"))
    assert [block.text for block in found] == [body[0][2:], *body[1:]]
    assert [block.page for block in found] == sorted(block.page or 0 for block in found) and found[-1].page == 3


def test_tables_stay_in_place_and_a_cell_over_several_rows_says_in_each_what_it_says_in_the_first():
    table = [["序号", "任务", "责任单位"], ["1", "完成城区剩余87个老旧投放点的提升改造和验收", "市城管局"], ["2", "开展主题实践活动", None], ["3", "", "市教育局"]]
    assert texts(document(["会议议定：", table, "散会。"])) == [
        "会议议定：", "序号\t任务\t责任单位", "1\t完成城区剩余87个老旧投放点的提升改造和验收\t市城管局", "2\t开展主题实践活动\t市城管局", "3\t\t市教育局", "散会。"]


def test_a_cell_over_several_columns_fills_the_first():
    rules = [path_object(20, y, 110, y) for y in (50, 60, 70)] + [path_object(x, 50, x, 70) for x in (20, 110)] + [path_object(x, 60, x, 70) for x in (50, 80)]
    words = [text_object("一、工程", 22, 52), text_object("甲事", 22, 62), text_object("乙", 52, 62), text_object("丙", 82, 62)]
    assert printing(*rules, *words) == ["一、工程", "甲事\t乙\t丙"]


def test_several_documents_stand_one_after_the_other_with_their_pages_counted_on():
    found = read(package([[Page([text_object("甲件", 30, 100)])], [Page([text_object(FULL, 30, 100)]), Page([text_object("续乙件。", 30, 60), text_object("丙。", 41, 70)])]]))
    assert [(block.text, block.page) for block in found] == [("甲件", 1), (FULL + "续乙件。", 2), ("丙。", 3)]


def test_a_template_is_read_under_its_page_and_one_under_several_pages_once():
    pages = [Page([text_object(FULL, 30, 100), text_object(f"{n}页。", 30, 110)], template="5") for n in "甲乙"]
    assert texts(package([pages], {"5": Page([text_object("某某局文件", 80, 60)])})) == ["某某局文件", FULL + "甲页。", FULL + "乙页。"]


@pytest.mark.parametrize(("xml", "expected"), [
    ('<ofd:TextObject Boundary="20 50 100 10" Size="5"><ofd:TextCode X="0" Y="4" DeltaX="g 2 5 15 5">时间上午</ofd:TextCode></ofd:TextObject>', ["时间上 午"]),
    ('<ofd:TextObject Boundary="20 50 100 10" Size="5"><ofd:TextCode X="30" Y="4" DeltaX="5">后面</ofd:TextCode><ofd:TextCode X="20" Y="4" DeltaX="5">前面</ofd:TextCode></ofd:TextObject>', ["前面后面"]),
    ('<ofd:TextObject Boundary="20 50 100 10" Size="5"><ofd:TextCode X="0" Y="4">没有距离ab</ofd:TextCode></ofd:TextObject>', ["没有距离ab"]),
    ('<ofd:TextObject Boundary="20 50 5 40" Size="5"><ofd:TextCode X="0" Y="4" DeltaY="g 2 5">竖排字</ofd:TextCode></ofd:TextObject>', ["竖排字"]),
    ('<ofd:TextObject Boundary="20 50 100 10" Size="1" CTM="5 0 0 5 0 0"><ofd:TextCode X="0" Y="0.8" DeltaX="g 2 1">放大的</ofd:TextCode></ofd:TextObject>', ["放大的"]),
    ('<ofd:TextObject Boundary="20 50 100 10" Size="5" CTM="0.7 0.7 -0.7 0.7 0 0"><ofd:TextCode X="0" Y="4" DeltaX="5">水印</ofd:TextCode></ofd:TextObject>' + text_object("正文", 20, 80), ["正文"]),
    ('<ofd:TextObject Boundary="20 50 100 10" Size="5" Visible="false"><ofd:TextCode X="0" Y="4" DeltaX="5">藏着</ofd:TextCode></ofd:TextObject>' + text_object("正文", 20, 80), ["正文"]),
    ('<ofd:PageBlock><ofd:PageBlock>' + text_object("深处", 20, 80) + "</ofd:PageBlock></ofd:PageBlock>", ["深处"]),
    (text_object("　　", 20, 50) + text_object("缩进", 32, 50), ["缩进"]),
])
def test_where_characters_stand(xml, expected):
    assert printing(xml) == expected


def test_codes_and_glyphs_that_do_not_pair_one_to_one_stand_where_their_glyph_does():
    two_in_one = '<ofd:CGTransform CodePosition="1" CodeCount="2" GlyphCount="1"><ofd:Glyphs>9</ofd:Glyphs></ofd:CGTransform>'
    xml = '<ofd:TextObject Boundary="20 50 100 10" Size="5">{}<ofd:TextCode X="0" Y="4" DeltaX="5 5 20">甲fi乙丙</ofd:TextCode></ofd:TextObject>'
    assert printing(xml.format(two_in_one)) == ["甲fi乙 丙"]
    one_in_two = '<ofd:CGTransform CodePosition="0" CodeCount="1" GlyphCount="2"><ofd:Glyphs>8 9</ofd:Glyphs></ofd:CGTransform>'
    assert printing('<ofd:TextObject Boundary="20 50 100 10" Size="5">' + one_in_two
                    + '<ofd:TextCode X="0" Y="4" DeltaX="5 15 5">甲乙丙</ofd:TextCode></ofd:TextObject>') == ["甲 乙丙"]


def test_composite_objects_print_what_their_unit_holds():
    unit = f'<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="88" Width="50" Height="9"><ofd:Content>{text_object("单元", 0, 0)}</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>'
    assert printing('<ofd:CompositeObject Boundary="60 50 50 9" ResourceID="88"/>', text_object("前", 20, 50), resources=unit) == ["前 单元"]


@pytest.mark.parametrize(("words", "most", "expected"), [
    ("5.6 5.6 2.8", 9, [5.6, 5.6, 2.8]), ("g 3 5.6 2.8", 9, [5.6, 5.6, 5.6, 2.8]), ("g 2 1 g 2 -3", 9, [1, 1, -3, -3]),
    ("g 999999999 1", 4, [1, 1, 1, 1]), ("g 3", 9, []), ("1 x 2", 9, [1]), ("", 9, []), (None, 9, []), ("g -2 7 8", 9, [8]),
])
def test_distances_in_g_notation(words, most, expected):
    assert steps(words, most) == expected


def changed(old: str, new: str, member: str = "Doc_0/Pages/Page_0/Content.xml") -> bytes:
    """A good document with something in a part put in another's place."""
    source, target = io.BytesIO(document(["会议要求抓好落实。"])), io.BytesIO()
    with zipfile.ZipFile(source) as before, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as after:
        for item in before.infolist():
            words = before.read(item).decode()
            after.writestr(item.filename, words.replace(old, new) if item.filename == member else words)
    return target.getvalue()


@pytest.mark.parametrize(("data", "reason"), [
    (b"PK\x03\x04nonsense", "damaged"),
    (document(["会议"])[:900], "damaged"),
    (changed("<ofd:DocRoot>", "<ofd:Other>", "OFD.xml"), "no readable .ofd"),
    (changed("Doc_0/Document.xml", "../../etc/passwd", "OFD.xml"), "is missing"),
    (changed("Pages/Page_0/", "Pages/Page_7/", "Doc_0/Document.xml"), "is missing"),
    (changed("<ofd:Layer", '<ofd:PageBlock Boundary="x"><ofd:Layer'), "no readable .ofd"),
    (changed("</ofd:TextObject>", "</ofd:TextObject>" + " " * 30_000_000), "unpacks to far more"),
    (changed("会议要求抓好落实。", "\ue001\ue002\ue003\ue004\ue005\ue006\ue007\ue008。"), "without saying which characters"),
    (package([[Page(['<ofd:ImageObject Boundary="0 0 210 297" ResourceID="9"/>'])]]), "its pages are pictures"),
    (package([[]]), "its pages are pictures"),
])
def test_hostile_and_broken_packages_are_refused(data, reason):
    with pytest.raises(InputError, match=reason):
        read(data)


def test_entities_stay_unread():
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    data = changed("会议要求抓好落实。", "会议&b;", "Doc_0/Pages/Page_0/Content.xml")
    source, target = io.BytesIO(data), io.BytesIO()
    with zipfile.ZipFile(source) as before, zipfile.ZipFile(target, "w") as after:
        for item in before.infolist():
            words = before.read(item).decode()
            after.writestr(item.filename, words.replace("?>", "?>" + bomb, 1) if "Page_0" in item.filename else words)
    assert texts(target.getvalue()) == ["会议"]


def test_a_unit_that_holds_itself_is_refused():
    unit = ('<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="88"><ofd:Content><ofd:CompositeObject Boundary="0 0 9 9" ResourceID="88"/>'
            '<ofd:CompositeObject Boundary="0 0 9 9" ResourceID="88"/></ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>')
    with pytest.raises(InputError, match="nested too deeply"):
        printing('<ofd:CompositeObject Boundary="60 50 50 9" ResourceID="88"/>', resources=unit)
