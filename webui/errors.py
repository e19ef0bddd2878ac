"""Pages for what went wrong, in the visitor's language: what it is, and what to do."""

from __future__ import annotations

import logging

from flask import Flask, g, render_template, request
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from schema import EngineError, GangmuError, QueryError
from webui.as_of import today
from webui.languages import translated as _

log = logging.getLogger("gangmu.webui")


def answer_errors(app: Flask) -> None:
    """Gives each kind of error its page."""
    app.register_error_handler(CSRFError, expired_form)
    app.register_error_handler(HTTPException, refused)
    app.register_error_handler(QueryError, unanswerable)
    app.register_error_handler(EngineError, engine_missing)
    app.register_error_handler(Exception, broken)


def expired_form(error: CSRFError) -> tuple[str, int]:
    """A form without the token of this session: sent from elsewhere, or kept open too long."""
    log.info("refused form for %s: %s", request.path, error.description)
    return error_page(400, _("表单已失效"), _("请返回上一页，刷新后重新提交。"))


def refused(error: HTTPException) -> tuple[str, int]:
    """What the web framework or a page refuses."""
    code = error.code or 500
    titles = {400: _("请求有误"), 404: _("没有找到"), 405: _("不支持这种请求方式"), 413: _("提交的内容太大")}
    advice = {
        400: _("请检查网址中的参数，或从首页重新进入。"),
        404: _("网址可能有误，或者这份纪要已被更正、移出。请用搜索查找。"),
    }
    own = type(error).description
    said = error.description if error.description and error.description != own else advice.get(code, _("请从首页重新进入。"))
    return error_page(code, titles.get(code, _("无法处理这个请求")), said)


def unanswerable(error: QueryError) -> tuple[str, int]:
    """A question that cannot be answered as asked."""
    return error_page(400, _("这个问题无法回答"), _("请修改后重试。"), str(error))


def engine_missing(error: EngineError) -> tuple[str, int]:
    """The graph engine does not answer."""
    log.error("%s", error)
    return error_page(503, _("图数据库没有应答"), _("稍候刷新；若仍不行，请重新启动 Gangmu，或检查 GANGMU_GRAPH 的设置。"), str(error))


def broken(error: Exception) -> tuple[str, int]:
    """Anything else: told to the log whole, to the visitor in a sentence."""
    if isinstance(error, GangmuError):
        return error_page(400, _("无法完成"), str(error))
    log.exception("no page for %s", request.path, exc_info=error)
    return error_page(500, _("程序出错了"), _("数据没有受损。请返回重试；若再次出现，请把服务窗口中的出错记录交给维护人员。"))


def error_page(code: int, title: str, advice: str, detail: str = "") -> tuple[str, int]:
    """The page and its status. The request may have failed before its day was read."""
    g.setdefault("as_of_given", "")
    g.setdefault("as_of", today())
    return render_template("error.html", code=code, title=title, advice=advice, detail=detail), code
