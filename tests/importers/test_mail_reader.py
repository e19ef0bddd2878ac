"""Mails: own words and attachments in the encodings that mails use; mails in mails; what is refused."""

from __future__ import annotations

import email.policy
import io
from email.message import EmailMessage
from pathlib import Path

import docx
import pytest

from importers.answers import answer
from importers.files import FoundFile
from importers.formats.mail_reader import attachments, read
from importers.workers import record_lines
from schema import InputError, Node, read_records

MINUTES = "云河市水利局局长办公会议纪要\n2024年3月5日，局长陈明主持召开局长办公会议。会议要求，由规划处牵头，6月底前完成方案编制。\n"


def mail(subject: str = "纪要", body: str | None = "见附件。", **attached: bytes) -> EmailMessage:
    message = EmailMessage(policy=email.policy.SMTP)
    message["Subject"], message["From"] = subject, "banshi@example.org"
    if body is not None:
        message.set_content(body)
    for name, data in attached.items():
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message


def as_docx(text: str = MINUTES) -> bytes:
    document, stream = docx.Document(), io.BytesIO()
    for line in text.splitlines():
        document.add_paragraph(line)
    document.save(stream)
    return stream.getvalue()


def words(data: bytes) -> list[str]:
    return [block.text for block in read(data) if block.text]


def raw(*lines: bytes) -> bytes:
    return b"\r\n".join(lines)


@pytest.mark.parametrize("encoding", ["gb2312", "gbk", "gb18030", "utf-8", "big5"])
def test_words_and_subject_in_every_encoding(encoding: str) -> None:
    text = "請民政課於六月底前完成整備。" if encoding == "big5" else "由规划处牵头，6月底前完成。"
    sent = raw(b"Subject: =?" + encoding.encode() + b"?Q?" + "".join(f"={byte:02X}" for byte in "會議" .encode(encoding if encoding != "gb2312" else "gbk")).encode() + b"?=",
               b"Content-Type: text/plain; charset=" + encoding.encode(), b"Content-Transfer-Encoding: 8bit", b"", text.encode(encoding))
    assert words(sent) == ["會議", text]


def test_gb2312_that_is_gbk_and_bare_bytes_of_a_header() -> None:
    sent = raw("Subject: 会议纪要（朱镕）".encode("gbk"), b'Content-Type: text/plain; charset="gb2312"', b"", "副局长朱镕、高喆参加。".encode("gbk"))
    assert words(sent) == ["会议纪要（朱镕）", "副局长朱镕、高喆参加。"]


@pytest.mark.parametrize("subject", ["转发：Re: 会议纪要", "会议  纪要", ""])
def test_the_subject_is_not_said_twice(subject: str) -> None:
    assert words(mail(subject, "会议纪要\n正文").as_bytes()) == ["会议纪要", "正文"]


def test_html_is_taken_before_plain_text_and_pictures_that_it_shows_are_no_files() -> None:
    message = mail("纪要", "甲 乙")
    message.add_alternative("<table><tr><td>甲</td><td>乙</td></tr></table><img src=cid:a>", subtype="html")
    message.get_payload()[1].add_related(b"\x89PNG", "image", "png", cid="<a>", filename="logo.png")
    assert words(message.as_bytes()) == ["纪要", "甲\t乙"]
    assert list(attachments(message.as_bytes())) == []


@pytest.mark.parametrize("disposition", [
    b"attachment; filename*=gb18030''" + b"".join(b"%%%02X" % byte for byte in "朱镕纪要".encode("gb18030")) + b".txt",
    b'attachment; filename="=?gb2312?B?1uzpRrzN0qo=?=.txt"', 'attachment; filename="朱镕纪要.txt"'.encode("gbk"),
    'attachment; filename="朱镕纪要.txt"'.encode(),
])
def test_names_of_attachments(disposition: bytes) -> None:
    sent = raw(b"Subject: x", b'Content-Type: multipart/mixed; boundary="b"', b"", b"--b", b"Content-Disposition: " + disposition, b"", b"text", b"--b--")
    assert [name for name, _ in attachments(sent)] == ["朱镕纪要.txt"]


def test_names_cannot_lead_elsewhere_and_equal_ones_are_told_apart() -> None:
    message = mail(**{"../../etc/a.txt": b"1", ".._.._etc_a.txt": b"2"})
    assert [name for name, _ in attachments(message.as_bytes())] == ["_.._etc_a.txt", "_.._etc_a (2).txt"]


def documents(data: bytes) -> tuple[list[str], tuple[str, ...]]:
    """The paths of the documents that a mail gives, and the reasons why others were refused."""
    said = answer(FoundFile(Path("mail.eml"), "in/mail.eml", None, data), record_lines)
    nodes = [r for r in read_records(io.BytesIO(said.lines)) if isinstance(r, Node) and r.type == "Document"]
    assert said.read == len(nodes)
    return [str(node.properties["path"]) for node in nodes], said.refused


def test_each_attachment_of_a_known_kind_is_a_document() -> None:
    message = mail(**{"纪要.docx": as_docx(), "logo.gif": b"GIF89a", "断.docx": b"PK\x03\x04"})
    paths, refused = documents(message.as_bytes())
    assert paths == ["in/mail.eml/纪要.docx"]
    assert len(refused) == 1 and refused[0].startswith("in/mail.eml/断.docx: is damaged")


def test_a_mail_without_attachments_is_a_document_or_refused() -> None:
    assert documents(mail("纪要", MINUTES).as_bytes()) == (["in/mail.eml"], ())
    paths, refused = documents(mail("午饭", "食堂今天吃饺子。").as_bytes())
    assert paths == [] and len(refused) == 1 and "no meeting minutes" in refused[0]


def nested(depth: int) -> EmailMessage:
    message = mail(**{"纪要.txt": MINUTES.encode()})
    for number in range(depth):
        outer = mail(f"转发{number}")
        outer.add_attachment(message)
        message = outer
    return message


def test_mails_in_mails() -> None:
    assert documents(nested(2).as_bytes()) == (["in/mail.eml/转发0.eml/纪要.eml/纪要.txt"], ())


def test_mails_are_not_opened_without_end() -> None:
    paths, refused = documents(nested(9).as_bytes())
    assert paths == [] and "more than 4 deep" in refused[0]


@pytest.mark.parametrize(("data", "reason"), [
    ("没有头的一段话。\n".encode(), "no mail"),
    (raw(b"Content-Type: application/pkcs7-mime; smime-type=enveloped-data", b"", b"MIIB"), "encrypted"),
    (mail(**{f"{n}.txt": b"x" for n in range(300)}).as_bytes(), "more than 200 parts"),
    (raw(*(line for n in range(3000) for line in (b'Content-Type: multipart/mixed; boundary="%d"' % n, b"", b"--%d" % n))), "nested too deeply"),
])
def test_what_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        read(data)


def test_a_web_archive_gives_its_page() -> None:
    sent = raw(b"MIME-Version: 1.0", b'Content-Type: multipart/related; boundary="b"', b"", b"--b", b"Content-Type: text/html; charset=gb2312",
               b"Content-Location: file:///C:/a.htm", b"", "<p>会议纪要</p>".encode("gbk"), b"--b", b"Content-Type: text/html", b"Content-Location: header.htm", b"", b"<p>head</p>", b"--b--")
    assert words(sent) == ["会议纪要"]
