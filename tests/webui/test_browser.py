"""The pages in a real Chromium: nothing leaves the machine, nothing is blocked, everything is reached by keyboard and by narrow screens."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

LOOKED_AT = (
    "/", "/search/?q=易涝点", "/meetings/", "/meetings/{meeting}", "/directives/?show=overdue", "/directives/{directive}", "/organizations/",
    "/organizations/{organization}", "/documents/{document}?start=20&end=30", "/entities/{person}", "/neighbourhood/{organization}",
    "/cypher/", "/cypher/?query=MATCH (n:Directive) RETURN n", "/?as_of=2025-12-31",
)
WIDE, NARROW = {"width": 1280, "height": 800}, {"width": 360, "height": 740}
LOCALES = {"zh": "zh-CN", "en": "en-GB"}


@pytest.fixture(params=[("zh", "light"), ("zh", "dark"), ("en", "light"), ("en", "dark")], ids="-".join)
def looked_at(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A page in one language and one theme that tells what it asked for and what went wrong."""
    language, theme = request.param
    with browser.new_context(locale=LOCALES[language], color_scheme=theme, viewport=WIDE) as context:
        yield context.new_page()


@pytest.fixture
def visitor(browser: Browser) -> Iterator[Page]:
    """A visitor with a Chinese browser."""
    with browser.new_context(locale="zh-CN", viewport=WIDE) as context:
        yield context.new_page()


def test_every_page_is_accessible_silent_and_unblocked(looked_at: Page, address: str, ids: dict[str, str]) -> None:
    """axe finds nothing; no request goes elsewhere; nothing fails or is blocked by the policy; no page is wider than a small screen."""
    elsewhere, wrong = list[str](), list[str]()
    looked_at.on("request", lambda request: None if request.url.startswith(address) else elsewhere.append(request.url))
    looked_at.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
    looked_at.on("pageerror", lambda error: wrong.append(str(error)))
    for path in LOOKED_AT:
        looked_at.set_viewport_size(WIDE)
        looked_at.goto(address + path.format(**ids))
        found = Axe().run(looked_at)
        assert found.violations_count == 0, f"{path}: {found.generate_report()}"
        looked_at.set_viewport_size(NARROW)
        assert looked_at.evaluate("document.documentElement.scrollWidth") <= NARROW["width"], path
    assert not elsewhere and not wrong


def test_error_pages_are_accessible(looked_at: Page, address: str) -> None:
    for path in ("/nowhere", "/?as_of=x", "/cypher/?query=MATCH (n"):
        looked_at.goto(address + path)
        found = Axe().run(looked_at)
        assert found.violations_count == 0, f"{path}: {found.generate_report()}"


def test_pages_need_no_scripts(browser: Browser, address: str, ids: dict[str, str]) -> None:
    with browser.new_context(java_script_enabled=False, locale="zh-CN") as context:
        page = context.new_page()
        page.goto(f"{address}/meetings/")
        page.get_by_role("link", name="云泽市水务局局长办公会议纪要（第二次）").click()
        expect(page.get_by_role("complementary", name="任务与决定")).to_contain_text("财务审计处")
        page.get_by_role("button", name="English").click()
        expect(page.get_by_role("heading", name="Outline")).to_be_visible()
        page.get_by_role("button", name="Dark").click()
        assert page.locator("html").get_attribute("data-theme") == "dark"


def test_search_by_keyboard_alone(visitor: Page, address: str) -> None:
    visitor.goto(f"{address}/meetings/")
    visitor.keyboard.press("Tab")
    expect(visitor.get_by_role("link", name="跳到正文")).to_be_focused()
    visitor.keyboard.press("Enter")
    expect(visitor.locator("main")).to_be_focused()
    visitor.keyboard.press("/")
    expect(visitor.get_by_role("searchbox", name="搜索")).to_be_focused()
    visitor.keyboard.type("排水管理处")
    visitor.keyboard.press("Enter")
    found = visitor.get_by_role("link", name="排水管理处", exact=True).first
    expect(found).to_be_visible()
    found.focus()
    visitor.keyboard.press("Enter")
    expect(visitor.get_by_role("heading", level=1)).to_have_text("排水管理处")


def test_results_follow_the_typing(visitor: Page, address: str) -> None:
    visitor.goto(f"{address}/search/?as_of=2025-12-31")
    visitor.get_by_role("searchbox", name="搜索").press_sequentially("段启")
    expect(visitor.get_by_role("link", name="段启明", exact=True)).to_be_visible()
    expect(visitor).to_have_url(re.compile(r"q=%E6%AE%B5%E5%90%AF.*as_of=2025-12-31"))


def test_the_status_is_changed_by_keyboard_and_the_name_remembered(visitor: Page, address: str, ids: dict[str, str]) -> None:
    visitor.goto(f"{address}/directives/{ids['由排水管理处牵头，规划计']}")
    visitor.get_by_role("radio", name="已办结").focus()
    visitor.keyboard.press("Space")
    visitor.keyboard.press("Tab")
    visitor.keyboard.type("验收报告")
    visitor.keyboard.press("Tab")
    visitor.keyboard.type("段启明")
    visitor.keyboard.press("Enter")
    expect(visitor.get_by_role("status")).to_have_text("已登记。")
    expect(visitor.locator(".title-row .standing")).to_have_text("已办结")
    expect(visitor.get_by_label("登记人")).to_have_value("段启明")
    visitor.get_by_role("radio", name="未完成").check()
    visitor.get_by_role("button", name="登记", exact=True).click()
    expect(visitor.locator(".title-row .standing")).to_have_text("逾期")


def test_a_fact_and_its_words_light_each_other(visitor: Page, address: str) -> None:
    visitor.goto(f"{address}/meetings/")
    visitor.get_by_role("link", name="云泽市水务局局长办公会议纪要", exact=True).click()
    card, words = visitor.locator(".cards > li").nth(2), visitor.locator(".statement", has_text="要加强汛期值守")
    card.hover()
    expect(words).to_have_class("statement directive lit")
    words.hover()
    expect(card).to_have_class("lit")
    card.get_by_role("link", name="看原文").focus()
    expect(words).to_have_class("statement directive lit")
    visitor.keyboard.press("Enter")
    expect(words).to_be_in_viewport()


def test_the_day_stays_while_one_walks(visitor: Page, address: str) -> None:
    visitor.goto(f"{address}/")
    visitor.get_by_label("截至").fill("2025-12-31")
    visitor.get_by_role("button", name="查看").click()
    expect(visitor.get_by_role("status")).to_contain_text("2025-12-31")
    visitor.get_by_role("link", name="机构", exact=True).click()
    assert "as_of=2025-12-31" in visitor.url
    visitor.get_by_role("link", name="回到今天").click()
    assert "as_of" not in visitor.url


def test_a_query_runs_by_its_keys_and_downloads_whole(visitor: Page, address: str) -> None:
    visitor.goto(f"{address}/cypher/")
    visitor.get_by_label("查询语句").fill("MATCH (d:Directive) RETURN d ORDER BY d.id")
    visitor.keyboard.press("Control+Enter")
    expect(visitor.get_by_role("status")).to_have_text("5 行")
    with visitor.expect_download() as download:
        visitor.get_by_role("button", name="下载 CSV").click()
    assert download.value.suggested_filename == "gangmu.csv"


def test_the_responsibility_list_is_taken_away(visitor: Page, address: str, ids: dict[str, str]) -> None:
    visitor.goto(f"{address}/organizations/{ids['排水管理处']}")
    for kind in ("XLSX", "CSV"):
        with visitor.expect_download() as download:
            visitor.get_by_role("link", name=kind).click()
        assert download.value.suggested_filename.startswith("排水管理处_责任清单_")
        assert download.value.path().stat().st_size > 100


def test_on_paper_there_is_nothing_to_press(visitor: Page, address: str) -> None:
    visitor.emulate_media(media="print", color_scheme="dark")
    visitor.goto(f"{address}/")
    expect(visitor.get_by_role("navigation", name="主导航")).to_be_hidden()
    expect(visitor.get_by_role("button", name="搜索")).to_be_hidden()
    assert visitor.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
