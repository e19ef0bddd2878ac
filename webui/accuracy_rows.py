"""The rows of the accuracy table: what each is called and what it means, in the language of the request."""

from __future__ import annotations

from webui.languages import translated as _


def row_label(what: str) -> str:
    """What a row is called; its own name when it is not known."""
    return {
        "HEADER": _("会议概况"), "header title": _("标题"), "header kind": _("类型"), "header date": _("日期"), "header session": _("届次"),
        "header place": _("地点"), "header chair": _("主持人"), "header convener": _("召集机关"), "ATTENDANCE": _("参会人员"),
        "AGENDA": _("议题"), "DIRECTIVE": _("任务"), "directive path": _("所在编号"), "directive act": _("会议用语"),
        "RESPONSIBILITY": _("责任单位"), "responsibility, any role": _("不计角色"), "DUE": _("时限"), "invented dates": _("编造的日期"),
        "DECISION": _("决定"), "decision act": _("决定的种类"), "ORGANIZATION": _("机构"), "organization class": _("泛称机构"),
        "PERSON": _("人员"), "POST": _("职务"), "POLICY": _("所引文件"), "PROJECT": _("项目"), "TARGET": _("指标"),
        "EVOLUTION": _("任务的演变"), "evolution relation": _("演变的种类"), "unrelated kept apart": _("不相干的任务未相连"),
    }.get(what, what)


def row_meaning(what: str) -> str:
    """What counts as right in a row; empty for the parts of the head, whose names say it."""
    return {
        "HEADER": _("以下七项中正确的项数"),
        "ATTENDANCE": _("姓名和角色（出席、列席、请假、记录、汇报）都正确"),
        "AGENDA": _("单独列出的议题标题，允许少量字词出入"),
        "DIRECTIVE": _("找到的任务；原文至少有四成与标准答案重合"),
        "directive path": _("任务上方和本身的编号，如（二）、一要"),
        "directive act": _("管着这项任务的会议用语，如强调、要求、明确"),
        "RESPONSIBILITY": _("责任主体及其角色（牵头、负责、配合、督办）都正确"),
        "responsibility, any role": _("责任主体正确，角色不论"),
        "DUE": _("最后一日和频次都正确"),
        "invented dates": _("标准答案没有的日期或不同的日期，有多少个；应当没有"),
        "DECISION": _("找到的决定；原文至少有四成与标准答案重合"),
        "decision act": _("找到的决定中，通过、原则同意、暂缓等种类正确"),
        "ORGANIZATION": _("有具体名称的机构，每一种写法算一个"),
        "organization class": _("各处室、有关单位等没有具体名称的机构"),
        "PERSON": _("姓名正确"),
        "POST": _("姓名和职务都正确"),
        "POLICY": _("文件名称正确"),
        "PROJECT": _("工程、项目、行动的名称，允许少量字词出入"),
        "TARGET": _("指标、数值和单位都正确"),
        "EVOLUTION": _("前后两次会议的同一任务相连"),
        "evolution relation": _("相连的任务中，细化、延期、完成等种类正确"),
        "unrelated kept apart": _("看似相近、实不相干的任务没有相连"),
    }.get(what, "")


def sample_label(in_sample: bool | None) -> str:
    """Whether the rules were written with a set in sight."""
    return {
        True: _("样本内：编写规则时看过这些文件，新文件上的结果会低一些"),
        False: _("样本外：编写规则时没有看过这些文件"),
        None: _("没有说明编写规则时是否看过这些文件"),
    }[in_sample]
