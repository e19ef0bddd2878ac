"""Who met, when and where: fictional heads of minutes in many layouts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.annotations import Minutes
from importers.rules.header_kind import kind_of
from tests.importers.reading import who_met

COUNTY = """清溪县人民政府
县长办公会议纪要
〔2024〕9号
清溪县人民政府办公室　　　　2024年5月20日

　　5月17日上午，县委副书记、县长邱正阳同志在县政府三楼常务会议室主持召开2024年第9次县长办公会议，研究防汛抗旱等工作。县委常委、常务副县长魏　东，副县长王和平出席会议，县水利局主要负责同志列席会议。现纪要如下：
　　一、会议听取了县水利局局长高峰关于防汛准备情况的汇报。
出  席：邱正阳　魏　东　王和平
　　　　马　丽
列  席：高　峰（县水利局局长）、县发改局刘明亮
请　假：何春梅（在省委党校学习）
记　录：苏　青
"""
UNIVERSITY = """江海大学
校长办公会议纪要
第 8 期

时 间
2022年4月12日上午9:00
地 点
行政楼第二会议室
主 持
校长 范景行
出 席
范景行 邓 伟 尤 佳
记 录
粟 米
"""
HOSPITAL = """云川市第二人民医院院长办公会会议记录
会议时间：2023年8月2日（周三）14:30-16:40　　会议地点：行政楼5楼会议室
主持人：王秉文院长　　记录人：院办 沈洁
参会人员：党委书记郑秋生、副院长 冯立新
缺席：副院长包晓军（外出学习）
"""
TABLE = """会议纪要
会议名称\t安全生产委员会扩大会议\t编号\t安委纪〔2024〕3号
会议时间\t2024年9月12日 14:00\t会议地点\t集团总部12楼会议室
主持人\t董事长 贺 川\t记录人\t齐小雨
参会人员\t总经理 甘霖、安全总监 屈原平；各分公司负责人
"""
BOARD = """华远建设集团有限公司第三届董事会第十二次会议纪要
2023年12月28日，华远建设集团有限公司以视频会议形式召开第三届董事会第十二次会议。会议由董事长唐国栋主持，董事潘文斌、章雪峰出席会议，总会计师庞丽列席会议。
"""
ON_SITE = """关于研究滨河大道改造工程有关问题的
现场办公会议纪要
2024年6月5日下午，副市长韩雪松带领市住建局负责人察看施工现场，并在项目部会议室召开现场办公会。市住建局局长蔡志刚、市城管局副局长童心等参加会议。
"""
DELEGATED = """市政府专题会议纪要
（2024年第31期）
受市长赵卫东同志委托，3月5日，副市长何伟同志在市政府202会议室主持召开专题会议，市政府副秘书长汤勇，市发改委负责同志参加会议。
"""
TAIWAN = """東湖市中山區公所112年第3次里鄰工作會報紀錄
一、時間：中華民國112年3月15日（星期三）下午2時
二、地點：本所四樓會議室
三、主席：陳區長明德　　　　　　紀錄：林佳蓉
四、出席人員：王主任秘書志豪、里長劉金水、柯課長文哲(請假)
五、列席人員：蔡組長文傑
"""
COMMUNIQUE = """魏东主持召开国务院常务会议
央视网消息：国务院总理魏东3月1日主持召开国务院常务会议，审议《国务院2024年重点工作分工方案》。
会议指出，要深入学习贯彻习近平总书记重要讲话精神。
"""
VILLAGE = """李家湾村村民代表会议记录
时间：二〇二三年三月十六日晚七点
地点：村委会会议室
主持人：李长庚（村党支部书记、村委会主任）
参加人员：全体村“两委”成员、村民代表42人
记录人：李小满
"""
INVITED = """关于协调解决城北片区供水问题的会议纪要
2024年4月2日，副区长闻人杰在区政府四楼会议室召集区住建局等单位进行专题研究。参加会议的有：区住建局局长晏殊明、区水务局副局长管仲。
区政府办公室
2024年4月5日
"""
POLITBURO = """中共中央政治局召开会议 分析研究经济工作 中共中央总书记习近平主持会议
中共中央政治局12月6日召开会议，决定明年1月在北京召开全会。中共中央总书记习近平主持会议。
"""

#          text        title                                   kind          date          session  place              chair        convener
HEADS = [
    (COUNTY, "清溪县人民政府县长办公会议纪要", "办公会议", "2024-05-17", 9, "县政府三楼常务会议室", ["邱正阳"], ["清溪县人民政府"]),
    (UNIVERSITY, "江海大学校长办公会议纪要", "办公会议", "2022-04-12", 8, "行政楼第二会议室", ["范景行"], ["江海大学"]),
    (HOSPITAL, "云川市第二人民医院院长办公会会议记录", "办公会议", "2023-08-02", None, "行政楼5楼会议室", ["王秉文"], ["云川市第二人民医院"]),
    (TABLE, "会议纪要", "委员会会议", "2024-09-12", None, "集团总部12楼会议室", ["贺川"], ["安全生产委员会"]),
    (BOARD, "华远建设集团有限公司第三届董事会第十二次会议纪要", "董事会会议", "2023-12-28", 12, None, ["唐国栋"], ["华远建设集团有限公司第三届董事会"]),
    (ON_SITE, "关于研究滨河大道改造工程有关问题的现场办公会议纪要", "现场办公会", "2024-06-05", None, "项目部会议室", [], []),
    (DELEGATED, "市政府专题会议纪要", "专题会议", "2024-03-05", 31, "市政府202会议室", ["何伟"], ["市政府"]),
    (TAIWAN, "東湖市中山區公所112年第3次里鄰工作會報紀錄", "其他", "2023-03-15", 3, "本所四樓會議室", ["陳明德"], ["東湖市中山區公所"]),
    (COMMUNIQUE, "魏东主持召开国务院常务会议", "常务会议", None, None, None, ["魏东"], ["国务院"]),
    (VILLAGE, "李家湾村村民代表会议记录", "代表大会", "2023-03-16", None, "村委会会议室", ["李长庚"], ["李家湾村"]),
    (INVITED, "关于协调解决城北片区供水问题的会议纪要", "其他", "2024-04-02", None, "区政府四楼会议室", [], []),
    (POLITBURO, "中共中央政治局召开会议分析研究经济工作中共中央总书记习近平主持会议", "其他", None, None, None, ["习近平"], ["中共中央政治局"]),
]

ATTENDANCE = [
    (COUNTY, {"魏东 attend", "王和平 attend", "马丽 attend", "高峰 observe", "高峰 report", "刘明亮 observe", "何春梅 absent", "苏青 record"}),
    (UNIVERSITY, {"邓伟 attend", "尤佳 attend", "粟米 record"}),
    (HOSPITAL, {"郑秋生 attend", "冯立新 attend", "包晓军 absent", "沈洁 record"}),
    (TABLE, {"甘霖 attend", "屈原平 attend", "齐小雨 record"}),
    (BOARD, {"潘文斌 attend", "章雪峰 attend", "庞丽 observe"}),
    (ON_SITE, {"韩雪松 attend", "蔡志刚 attend", "童心 attend"}),
    (DELEGATED, {"汤勇 attend"}),
    (TAIWAN, {"王志豪 attend", "劉金水 attend", "柯文哲 absent", "蔡文傑 observe", "林佳蓉 record"}),
    (VILLAGE, {"李小满 record"}),
    (INVITED, {"闻人杰 attend", "晏殊明 attend", "管仲 attend"}),
    (POLITBURO, set()),
]


def words(minutes: Minutes, place: str) -> str | None:
    span = getattr(minutes.header, place)
    return "".join(span.of(minutes.text).split()) if span else None


@pytest.mark.parametrize(("text", "title", "kind", "date", "session", "place", "chair", "convener"), HEADS)
def test_head(text: str, title: str, kind: str, date: str | None, session: int | None, place: str | None, chair: list[str], convener: list[str]) -> None:
    minutes = who_met(text)
    header = minutes.header
    assert (words(minutes, "title"), header.kind, header.date, header.session, words(minutes, "place")) == (title, kind, date, session, place)
    assert [c.name for c in header.chairs] == chair
    assert [c.name for c in header.conveners] == convener


@pytest.mark.parametrize(("text", "expected"), ATTENDANCE)
def test_attendance(text: str, expected: set[str]) -> None:
    assert {f"{a.person.name} {a.role}" for a in who_met(text).header.attendance} == expected


@pytest.mark.parametrize(("name", "kind"), [
    ("局党组（扩大）会议纪要", "党组会议"), ("局党组暨理论学习中心组（扩大）会议", "党组会议"), ("青原职业技术学院党委会会议纪要", "党委会议"), ("街道党工委会议", "党委会议"), ("中共江海大学委员会常委会会议", "党委会议"),
    ("区十七届人民政府第26次常务会议", "常务会议"), ("市防汛抗旱指挥部第2次全体会议", "全体会议"), ("局长办公会", "办公会议"), ("党政办公会议", "办公会议"), ("现场办公会", "现场办公会"), ("专题会议", "专题会议"),
    ("河湖长制工作联席会议", "联席会议"), ("领导小组第三次会议", "领导小组会议"), ("学术委员会会议", "委员会会议"), ("加快青澜河工程建设协调会议在云泽召开", "协调会议"), ("二季度重点项目调度会", "调度会议"),
    ("党组理论学习中心组集体学习会", "理论学习中心组会议"), ("第一届理事会第二次会议", "理事会会议"), ("村民代表会议", "代表大会"), ("第6次工地例会", "例会"), ("企业家座谈会", "座谈会"), ("推进会", "其他"), ("联络员会议", "其他"),
    ("關於排水改善協調會", "协调会议"), ("防汛应急预案", None),
])
def test_kind(name: str, kind: str | None) -> None:
    assert kind_of(name) == kind


@pytest.mark.parametrize(("text", "date", "part"), [
    ("会议纪要\n时间：2018年4月10日上午", "2018-04-10", "上午"), ("会议纪要\n时间：2024.7.3", "2024-07-03", None), ("会议纪要\n（2024年第5期）\n7月3日上午，局长段启明主持召开会议。", "2024-07-03", "上午"),
    ("会议纪要\n市水纪〔2024〕5号\n12月30日，局长段启明主持召开会议。", "2024-12-30", None), ("会议纪要\n办公室　2025年1月6日\n12月30日，局长段启明主持召开会议。", "2024-12-30", None),
    ("会议纪要\n7月3日上午，局长段启明主持召开会议，研究2024年重点工作。", None, "上午"), ("会议纪要\n近日，局长段启明主持召开会议。", None, None), ("会议纪要\n局长段启明主持召开会议，传达2024年3月5日会议精神。", None, None),
])
def test_date(text: str, date: str | None, part: str | None) -> None:
    header = who_met(text).header
    assert (header.date, header.part_of_day) == (date, part)


@pytest.mark.parametrize(("sentence", "place"), [
    ("局长段启明在局四楼会议室主持召开会议。", "局四楼会议室"), ("局长段启明在充分调研的基础上召开会议。", None), ("局长段启明主持召开会议，要求在市区召开现场会。", None), ("会议在市行政中心召开，局长段启明主持会议。", "市行政中心"),
])
def test_place(sentence: str, place: str | None) -> None:
    minutes = who_met(f"会议纪要\n2024年3月5日，{sentence}")
    assert words(minutes, "place") == place


@pytest.mark.parametrize(("text", "kind"), [
    ("关于供水问题的会议纪要\n2024年3月5日，局长段启明主持召开专题会议，研究供水工作。", "专题会议"), ("供水推进会会议纪要\n2024年3月5日，局长段启明主持召开专题会议，研究供水工作。", "其他"), ("会议纪要\n局长段启明主持会议。", "其他"),
])
def test_the_first_telling_name_gives_the_kind(text: str, kind: str) -> None:
    assert who_met(text).header.kind == kind


def test_nothing_is_found_where_nothing_is_said() -> None:
    header = who_met("关于做好防汛工作的通知\n各单位要加强值班。").header
    assert (header.date, header.place, header.chairs, header.attendance, header.conveners) == (None, None, [], [], [])


@given(st.text(alphabet="张李王海泉区局长书记主持召开会议纪要在于时间地点出席列席：:、，。（）() 　\t\n0123月日年第次由任同志A·", max_size=200))
def test_any_text_is_read_and_every_span_lies_in_it(text: str) -> None:
    minutes = who_met(text)
    header = minutes.header
    spans = [header.title, header.place, header.number, header.date_span, header.span, *(m.span for m in minutes.mentions)]
    assert all(0 <= s.start < s.end <= len(minutes.text) for s in spans if s)


@pytest.mark.parametrize(("text", "kind", "convener"), [
    ("云泽市节水工作联席会议\n2025年第1次会议纪要\n2025年2月20日下午，云泽市节水工作联席会议在市政府召开。", "联席会议", "云泽市节水工作联席会议"),
    ("云泽水务集团有限公司\n第三届董事会第九次会议纪要\n时间：2024年4月26日9时", "董事会会议", "云泽水务集团有限公司第三届董事会"),
])
def test_a_standing_body_that_meets(text: str, kind: str, convener: str) -> None:
    header = who_met(text).header
    assert (header.kind, [c.name for c in header.conveners]) == (kind, [convener])


def test_reporters_are_known_by_the_attendance() -> None:
    text = "会议纪要\n2024年3月5日，局长段启明主持召开会议，副局长储亮，设备科计伟参加。\n会议听取了储亮关于供水的汇报。\n设备科计伟汇报了方案。"
    found = {(a.person.name, a.role) for a in who_met(text).header.attendance}
    assert {("储亮", "report")} <= found


def test_who_looked_round_first_presides_too() -> None:
    text = "现场办公会纪要\n2024年5月23日上午，副区长段启明实地查看旧货市场，并在市场二楼会议室主持召开现场办公会。"
    assert [c.name for c in who_met(text).header.chairs] == ["段启明"]
