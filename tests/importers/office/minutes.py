"""Three fictional minutes as .docx: plain paragraphs, automatic numbers with revisions and notes, and a table with merged cells."""

from __future__ import annotations

import io

import docx
from docx.document import Document
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

NUMBERING = f"""<w:numbering {nsdecls("w")}>
<w:abstractNum w:abstractNumId="90">
 <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:suff w:val="nothing"/><w:lvlText w:val="%1、"/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:suff w:val="nothing"/><w:lvlText w:val="（%2）"/></w:lvl>
 <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:suff w:val="nothing"/><w:lvlText w:val="%3."/></w:lvl>
</w:abstractNum>
<w:num w:numId="91"><w:abstractNumId w:val="90"/></w:num>
</w:numbering>"""

FOOTNOTES = f"""<w:footnotes {nsdecls("w")}>
<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>
<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>脚注里的话不属于纪要正文。</w:t></w:r></w:p></w:footnote>
</w:footnotes>"""

CHANGE = 'w:author="某" w:date="2024-06-18T09:00:00Z"'

HEAD = (
    "云河市水利局局长办公会议纪要",
    "时间：2024年6月17日上午",
    "地点：局机关三楼会议室",
    "主持：陈明（局长）",
    "出席：罗敏（副局长）、高远（总工程师）",
    "会议听取了规划处关于青石水库除险加固工程的汇报，研究了防汛工作。现纪要如下：",
)

PLAIN = (
    *HEAD,
    "一、关于青石水库除险加固工程",
    "会议指出，工程进展总体顺利。会议明确：",
    "（一）由规划处牵头，建设处、财务处配合，7月底前完成初步设计报批。",
    "（二）建设处要在9月15日前完成大坝护坡施工，每周报送一次进度。",
    "二、关于防汛工作",
    "会议要求，各处室、各直属单位要落实二十四小时值班制度。防御处6月底前开展一次应急演练。",
    "会议还研究了其他事项。",
)

ITEMS = (
    (0, "关于青石水库除险加固工程"),
    (None, "会议指出，工程进展总体顺利。会议明确："),
    (1, "由规划处牵头，建设处、财务处配合，7月底前完成初步设计报批。"),
    (1, "建设处要做好以下工作："),
    (2, "9月15日前完成大坝护坡施工。"),
    (2, "每周报送一次进度。"),
    (0, "关于防汛工作"),
    (None, "会议要求，各处室、各直属单位要落实二十四小时值班制度。"),
    (1, "防御处6月底前开展一次应急演练。"),
)

TASKS = (
    ("序号", "工作任务", "牵头单位", "配合单位", "完成时限"),
    ("一、工程建设", "", "", "", ""),
    ("1", "完成初步设计报批", "规划处", "建设处、财务处", "7月底前"),
    ("2", "完成大坝护坡施工", "建设处", "", "9月15日前"),
    ("3", "完成溢洪道改造", "", "安全处", "10月底前"),
    ("二、防汛工作", "", "", "", ""),
    ("4", "开展一次应急演练", "防御处", "各处室、各直属单位", "6月底前"),
)


def plain(head: bool = True) -> bytes:
    """Minutes of paragraphs only, their numbers typed, below a running head and above page numbers."""
    document = _document(head)
    for line in PLAIN:
        _paragraph(document, line)
    return _saved(document)


def numbered(head: bool = True) -> bytes:
    """Minutes with automatic numbers, a deletion, an insertion, hidden text and a footnote."""
    document = _document(head)
    for child in list(parse_xml(NUMBERING)):
        document.part.numbering_part.element.append(child)
    for line in HEAD:
        _paragraph(document, line)
    for level, line in ITEMS:
        properties = _paragraph(document, line)._p.get_or_add_pPr()
        if level is not None:
            properties.append(parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="91"/></w:numPr>'))
    part = Part(PackURI("/word/footnotes.xml"), "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml", FOOTNOTES.encode(), document.part.package)
    document.part.relate_to(part, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes")
    changed = _paragraph(document, "会议强调，")._p
    for run in (
        f'<w:del {nsdecls("w")} w:id="7" {CHANGE}><w:r><w:delText>由办公室在五月底前通报情况，</w:delText></w:r></w:del>',
        f'<w:ins {nsdecls("w")} w:id="8" {CHANGE}><w:r><w:t>由办公室在八月底前通报情况，</w:t></w:r></w:ins>',
        f'<w:r {nsdecls("w")}><w:rPr><w:vanish/></w:rPr><w:t>内部掌握。</w:t></w:r>',
        f'<w:r {nsdecls("w")}><w:t>不得走过场。</w:t></w:r>', f'<w:r {nsdecls("w")}><w:footnoteReference w:id="2"/></w:r>',
    ):
        changed.append(parse_xml(run))
    return _saved(document)


def tabled(head: bool = True) -> bytes:
    """Minutes with a task table: headings over all columns, an owner merged over two rows, a blank that is blank."""
    document = _document(head)
    for line in (*HEAD, "会议明确，重点抓好以下工作："):
        _paragraph(document, line)
    table = document.add_table(len(TASKS), len(TASKS[0]))
    table.style = "Table Grid"
    for row, words in enumerate(TASKS):
        for column, word in enumerate(words):
            table.cell(row, column).text = word
    for heading in (1, 5):
        table.cell(heading, 0).merge(table.cell(heading, len(TASKS[0]) - 1)).text = TASKS[heading][0]
    table.cell(3, 2).merge(table.cell(4, 2)).text = TASKS[3][2]
    _paragraph(document, "会议要求，各牵头单位要加强调度，每月底前向办公室报送进展情况。")
    return _saved(document)


STYLES = {"Normal", "Default Paragraph Font", "Normal Table", "No List", "Table Grid", "Header", "Footer"}
"""What is left of the template's styles, so that the files stay small."""

MINUTES = {"plain": plain, "numbered": numbered, "tabled": tabled}


def _document(head: bool) -> Document:
    """An empty document with page numbers, and a running head if asked for: on one page a PDF does not show that it runs."""
    document = docx.Document()
    for style in [s for s in document.styles if s.name not in STYLES]:
        style.delete()
    if head:
        document.sections[0].header.paragraphs[0].text = "云河市水利局文件"
    footer = document.sections[0].footer.paragraphs[0]._p
    footer.append(parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>'))
    return document


def _paragraph(document: Document, text: str):  # type: ignore[no-untyped-def]
    """A paragraph set in by two characters that keeps its commas inside the margin: LibreOffice's PDFs lose those that hang over it."""
    paragraph = document.add_paragraph(text)
    paragraph.paragraph_format.first_line_indent = Pt(22)
    inside = OxmlElement("w:overflowPunct")
    inside.set(qn("w:val"), "0")
    paragraph._p.get_or_add_pPr().append(inside)
    return paragraph


def _saved(document: Document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()
