"""Every node type, declared once: its labels in two languages, meaning, the standard its term comes from, and its properties."""

from __future__ import annotations

from dataclasses import dataclass

from schema.properties import (
    ACT,
    BASIS,
    CONFIDENCE,
    DATE,
    GENERIC,
    NAME,
    PATH,
    RECURRENCE,
    TEXT,
    TITLE,
    Property,
)


@dataclass(frozen=True, slots=True)
class NodeType:
    """A kind of thing in the graph. `searched` names the properties that full text search reads; `layer` who writes it."""

    name: str
    zh: str
    en: str
    meaning: str
    term: str
    standard: str
    properties: tuple[Property, ...]
    searched: tuple[str, ...] = ()
    layer: str = "documents"

    def property(self, name: str) -> Property | None:
        """The declared property of this name, or None."""
        return next((p for p in self.properties if p.name == name), None)


NODE_TYPES: tuple[NodeType, ...] = (
    NodeType("Document", "文件", "document", "a file of minutes with its text as it was read", "prov:Entity", "PROV-O", (
        NAME,
        Property("path", "text", "路径", "path", "the file's path relative to the folder that was given; what identifies the document"),
        TEXT,
        Property("sha256", "text", "校验值", "SHA-256", "the hash of the original file's bytes", "spdx:checksumValue"),
        Property("format", "text", "格式", "format", "the file format it was read as: txt, docx, pdf …", "dcterms:format"),
        Property("confidence", "number", "识别置信度", "recognition confidence", "0 to 1, of text that was recognised from pictures; absent where the file holds the text"),
        Property("number", "text", "文号", "document number", "the number printed in its head: 云水纪〔2024〕3号", "eli:id_local"),
        Property("classification", "text", "密级", "classification", "the grade of secrecy that it bears: 绝密, 机密, 秘密, 商密 or 内部", "dcterms:accessRights"),
        Property("classified_for", "text", "保密期限", "classified for", "how long the grade holds, as printed: 10年, 长期"),
        Property("body", "text", "发文机关", "issuing body", "the body whose names the names in it belong to"),
        DATE,
    ), ("name", "text")),
    NodeType("Clause", "条款", "clause", "a numbered or unnumbered segment of a document; every sentence belongs to one", "eli:LegalResourceSubdivision", "ELI", (
        TEXT, PATH, ACT,
        Property("class", "text", "类别", "class", "directive, decision, finding, background, slogan, formula, heading, record or unclear"),
        Property("announced", "integer", "预告条数", "announced count", "how many members the lead-in announces: 五点要求"),
        Property("order", "integer", "次序", "order", "its place in the document, from 0"),
    )),
    NodeType("Meeting", "会议", "meeting", "the meeting that a document records", "opengov:Meeting", "OParl / Popolo Event", (
        TITLE, DATE,
        Property("meeting_kind", "text", "会议类型", "kind", "党组会议, 常务会议, 办公会议, 专题会议 …"),
        Property("part_of_day", "text", "时段", "part of day", "上午, 下午, 晚上 or a clock time, as printed"),
        Property("session", "integer", "届次", "session", "the number of 第N次, 第N号, 第N期"),
        Property("place", "text", "地点", "place", "as printed; absent when the minutes name none", "schema:location"),
        Property("enlarged", "boolean", "扩大会议", "enlarged", "true for （扩大）会议"),
    ), ("title",)),
    NodeType("AgendaItem", "议题", "agenda item", "an item of the agenda that is set apart in the document", "opengov:AgendaItem", "OParl", (
        TITLE, DATE, Property("order", "integer", "次序", "order", "its place in the agenda, from 1"),
    ), ("title",)),
    NodeType("Directive", "任务要求", "directive", "the smallest clause that asks somebody to do, keep or stop something", "schema:Action", "schema.org", (
        TEXT, PATH, ACT, DATE,
        Property("due", "date", "完成时限", "due", "the last day allowed, reckoned from the meeting's date; never invented", "schema:endTime"),
        Property("due_text", "text", "时限原文", "time limit as stated", "the words that state the time limit"),
        Property("due_working", "text", "时限推算", "how the last day was reckoned", "which working days were counted and which holidays left out"),
        RECURRENCE,
    ), ("text",)),
    NodeType("Decision", "决定事项", "decision", "an act that settles something: 通过, 同意, 决定, 听取 …", "opengov:Decision", "OParl / Popolo Motion", (
        TEXT, ACT, PATH, DATE,
    ), ("text",)),
    NodeType("ProgressReport", "进展情况", "progress report", "a sentence that reports what became of an earlier directive", "prov:Activity", "PROV-O", (
        TEXT, DATE,
    ), ("text",)),
    NodeType("Organization", "机构", "organization", "a body, a unit of one, or a generic set of them", "org:Organization", "W3C ORG", (
        NAME, GENERIC, CONFIDENCE,
        Property("printed", "text", "原文名称", "as printed", "the fullest surface in the document, where the canonical name is longer"),
        Property("standing", "text", "层级关系", "standing", "own, superior, local or other, seen from the issuing body"),
        Property("members", "texts", "所含层级", "members", "the levels or bodies that a generic set lists: 市, 市（县）区"),
    ), ("name",)),
    NodeType("Person", "人员", "person", "a person who is named", "foaf:Person", "W3C ORG / Popolo", (NAME,), ("name",)),
    NodeType("Post", "职务", "post", "a seat that persons hold for a time", "org:Post", "W3C ORG", (
        TITLE, GENERIC,
    ), ("title",)),
    NodeType("Project", "项目", "project", "a named work, programme or campaign", "schema:Project", "schema.org", (NAME,), ("name",)),
    NodeType("PolicyDocument", "政策文件", "policy document", "a document that is cited, drafted, adopted or implemented", "eli:LegalResource", "ELI", (
        TITLE,
        Property("number", "text", "文号", "number", "as printed", "eli:id_local"),
        Property("aliases", "texts", "简称", "aliases", "short titles that the document gives it (以下简称 …)", "skos:altLabel"),
        Property("from", "text", "起始年", "from", "first year of a plan period: 十四五 → 2021"),
        Property("to", "text", "终止年", "to", "last year of a plan period: 十四五 → 2025"),
    ), ("title",)),
    NodeType("Target", "指标", "target", "a number with a unit that is to be reached or covered", "schema:QuantitativeValue", "schema.org", (
        TEXT,
        Property("indicator", "text", "指标名", "indicator", "what is counted"),
        Property("value", "number", "数值", "value", "the number in the unit as printed", "schema:value"),
        Property("unit", "text", "单位", "unit", "as printed: 条, 公里, %", "schema:unitText"),
    ), ("text",)),
    NodeType("Indicator", "定性指标", "indicator", "an indicator that is named without a value: 优Ⅲ水比例, 达标率", "schema:PropertyValue", "schema.org", (NAME,), ("name",)),
    NodeType("Speech", "讲话精神", "speech", "a speech, instruction or spirit that is studied or carried out", "schema:CreativeWork", "schema.org", (
        TITLE,
        Property("speaker", "text", "讲话人", "speaker", "the name, as printed"),
        Property("occasion", "text", "场合", "occasion", "where it was given, as printed"),
        Property("subject", "text", "主题", "subject", "what it is about, as printed", "dcterms:subject"),
    ), ("title",)),
    NodeType("Event", "被提及会议", "meeting referred to", "a meeting or occasion that the minutes refer to and do not record", "schema:Event", "schema.org", (NAME,), ("name",)),
    NodeType("Mechanism", "机制制度", "mechanism", "a standing arrangement: 月度例会制度, 红黑榜", "schema:Plan", "schema.org", (NAME, RECURRENCE), ("name",)),
    NodeType("Term", "提法", "term", "a set phrase with members or a number in it: 四抢, 两个确保", "skos:Concept", "SKOS", (
        NAME, Property("members", "texts", "组成", "members", "its members, where the text lists them"),
    ), ("name",)),
    NodeType("Occurrence", "应发生次", "expected occurrence", "one round that a recurring duty is expected to take", "schema:Schedule", "schema.org", (
        RECURRENCE, Property("due", "date", "应于", "due", "the last day of the round"),
    )),
    NodeType("Matter", "事项", "matter", "a strand: directives of several meetings about the same thing", "skos:Concept", "SKOS", (
        TITLE, Property("body", "text", "机关", "body", "the issuing body whose strand it is"),
        Property("former", "texts", "曾用编号", "former ids", "the ids that it would have if it began with one of its later directives"),
    ), ("title",), "derived"),
    NodeType("Judgement", "人工判断", "judgement", "what a person decided about something that documents say", "prov:Activity", "PROV-O", (
        Property("judged", "text", "判断种类", "kind of judgement", "status (of a directive) or proposal"),
        Property("subject", "text", "对象", "subject", "the id of what it is about"),
        Property("status", "text", "状态", "status", "open, done, adjusted or dropped; of a proposal accept, reject or open"),
        Property("who", "text", "判断人", "who", "the name given by the person", "prov:wasAssociatedWith"),
        Property("at", "text", "时间", "at", "ISO date and time in UTC", "prov:endedAtTime"),
        DATE,
        Property("proof", "text", "凭据", "proof", "what it rests on"),
        Property("quote", "text", "原文", "quote", "the subject's words, to find it again after a correction"),
        Property("document_path", "text", "文件路径", "path of the document", "where the subject was stated"),
        Property("current", "text", "现对象", "current subject", "the id that the subject has now; null while orphaned"),
        Property("others", "texts", "同件其他任务", "other directives", "the ids that stood beside the subject in its document, none of which it is"),
    ), (), "judgements"),
    NodeType("Proposal", "模型建议", "proposal", "what a model takes from words that no rule understood; it counts for nothing until a person accepts it", "prov:Entity", "PROV-O", (
        Property("proposed", "text", "建议种类", "kind of proposal", "owner, due or directive"),
        TEXT,
        Property("role", "text", "责任方式", "role", "of an owner: LEADS, SUPPORTS or RESPONSIBLE_FOR"),
        Property("owners", "texts", "责任方", "owners", "of a directive: role and words of each who is to do it, LEADS:水利处"),
        Property("due", "date", "完成时限", "due", "the last day allowed, reckoned from the words and the meeting's date by rule, never by the model", "schema:endTime"),
        Property("due_text", "text", "时限原文", "time limit as stated", "the words that state the time limit"),
        RECURRENCE, BASIS,
        Property("model", "text", "模型", "model", "the name of the model, as it was asked for", "prov:wasAttributedTo"),
        DATE,
        Property("subject", "text", "对象", "subject", "the id of the directive it completes, or of the clause that was not understood"),
        Property("quote", "text", "对象原文", "quote of the subject", "the subject's words, to find it again after a correction"),
        Property("document", "text", "文件编号", "document", "the id of the document in which the words stand"),
        Property("document_path", "text", "文件路径", "path of the document", "the path of that document"),
        Property("others", "texts", "同件其他对象", "others", "the ids that stood beside the subject in its document, none of which it is"),
        Property("current", "text", "现对象", "current subject", "the id that the subject has now; null while orphaned"),
        Property("start", "integer", "起", "start", "first character of the words in the document"),
        Property("end", "integer", "止", "end", "character after the words"),
        Property("state", "text", "处理情况", "state", "open, accept or reject: what was decided last"),
    ), (), "proposals"),
)

_BY_NAME = {node_type.name: node_type for node_type in NODE_TYPES}
_BY_ID_PREFIX = {node_type.name.lower(): node_type for node_type in NODE_TYPES}


def node_type(name: str) -> NodeType | None:
    """The declared node type of this name, or None."""
    return _BY_NAME.get(name)


def node_type_of_prefix(prefix: str) -> NodeType | None:
    """The node type whose ids begin with this prefix (its name in lower case), or None."""
    return _BY_ID_PREFIX.get(prefix)
