"""Traditional characters read as Simplified, Western marks as Chinese ones, one for one: offsets stay and every rule is written once."""

from __future__ import annotations

import re
from functools import lru_cache

_TRADITIONAL = (
    "會議決紀錄說報員長時間點請條項陳張劉黃楊趙吳鄭謝許鄧蕭馮葉蘇盧羅賴龔龍譚鍾顧韓關連區鄉鎮縣國務發關門開閉辦協調導領學習傳達強實"
    "進東際標準計劃畫專業產經濟財稅費資賬貸購銷貨價錢幣銀銅鐵鋼錄鑑鑒讓護識認證訊訪評詞試詢該詳誠語誤課調談論諮謀謹證譯議讀變"
    "應對將來個們從後備質負責貢贊賓賽贏軍軌軟載較輔輪輸轉農運過達違遠適選遺遷還邊郵鄰釋針閱隊階陽陰隨險雖雙雜離難電靈靜順須預"
    "領頭題額顯風飛飯飲養餘館驗體鬥魚鳥鹽麥齊齡優億價傷僅儘償內兩冊寫凍劑勞動勢勝務勵匯單衛厲參縣員問啟啓喪嚴團園圍圖塊塢場壞"
    "壓壯夠夥奪奮婦孫寧寬實審專尋屆層屬崗島嶺幹幾庫廠廣廳廢張彈彙彌徵徹徑態慮懷懸戰戶執捨採換揮損搶擔據擬擴擺擾攝攔敗敘敵數"
    "斷於時晉暫曆術機殺權條極構槍樁楊樓樣樹橋檢檔櫃歡歐歲歷歸氣汙沖況淨減測渾湊準滅滯漁漢漲漸潔潛澤濟濱瀏灣災為煉煩熱營燒爐爭"
    "狀獎獨獲現環產畢異當畝療盡監盤眾碼礎礙確禮禦稱種積穩窮競筆節範築簡簽籌糧糾紀約紅級紙細終組結絡給統絲經維網緊線練編緩縣縮"
    "總績續織繪繳罰罷義聖聞聯聲職聽肅腦臨與興舉舊艦蓋蘭處號蟲術補裝裡製複見規視親覺覽觀觸訂訓記設註診該豐貧貫貴買貳貿賞賠趕"
    "跡躍車輛辭適遞鄉釐鑰鏈鎖鐘閣闊雲參陸無並臺擇憑佈佔併週証"
    "則慶攤書棄溝綠萬討講蹤醫頒颱藥係繫鬆獻擊櫥燈牆礦穀籃籬綜綱緝縫膠艙艱蔣薦蠻衝裏誌諾謂豎豬賢賀賜贈軸輩鄒鈴鍵鏡閒闆陣霧頓頻顆飾駐騎騙驅鬧鳳鴻黨齒撥擋滾錫鋪彥偉傑凱勳穎瑩儀麗華榮銘鈞騰"
)
_SIMPLIFIED = (
    "会议决纪录说报员长时间点请条项陈张刘黄杨赵吴郑谢许邓萧冯叶苏卢罗赖龚龙谭钟顾韩关连区乡镇县国务发关门开闭办协调导领学习传达强实"
    "进东际标准计划画专业产经济财税费资账贷购销货价钱币银铜铁钢录鉴鉴让护识认证讯访评词试询该详诚语误课调谈论咨谋谨证译议读变"
    "应对将来个们从后备质负责贡赞宾赛赢军轨软载较辅轮输转农运过达违远适选遗迁还边邮邻释针阅队阶阳阴随险虽双杂离难电灵静顺须预"
    "领头题额显风飞饭饮养余馆验体斗鱼鸟盐麦齐龄优亿价伤仅尽偿内两册写冻剂劳动势胜务励汇单卫厉参县员问启启丧严团园围图块坞场坏"
    "压壮够伙夺奋妇孙宁宽实审专寻届层属岗岛岭干几库厂广厅废张弹汇弥征彻径态虑怀悬战户执舍采换挥损抢担据拟扩摆扰摄拦败叙敌数"
    "断于时晋暂历术机杀权条极构枪桩杨楼样树桥检档柜欢欧岁历归气污冲况净减测浑凑准灭滞渔汉涨渐洁潜泽济滨浏湾灾为炼烦热营烧炉争"
    "状奖独获现环产毕异当亩疗尽监盘众码础碍确礼御称种积稳穷竞笔节范筑简签筹粮纠纪约红级纸细终组结络给统丝经维网紧线练编缓县缩"
    "总绩续织绘缴罚罢义圣闻联声职听肃脑临与兴举旧舰盖兰处号虫术补装里制复见规视亲觉览观触订训记设注诊该丰贫贯贵买贰贸赏赔赶"
    "迹跃车辆辞适递乡厘钥链锁钟阁阔云参陆无并台择凭布占并周证"
    "则庆摊书弃沟绿万讨讲踪医颁台药系系松献击橱灯墙矿谷篮篱综纲缉缝胶舱艰蒋荐蛮冲里志诺谓竖猪贤贺赐赠轴辈邹铃键镜闲板阵雾顿频颗饰驻骑骗驱闹凤鸿党齿拨挡滚锡铺彦伟杰凯勋颖莹仪丽华荣铭钧腾"
)
_TABLE = str.maketrans(_TRADITIONAL, _SIMPLIFIED)


_WESTERN = re.compile(
    r"[,;:](?:(?<=[㐀-鿿”》）%].)(?=\s*[㐀-鿿“《（\d]|\s*$)|(?<=\d.)(?=[㐀-鿿“《]))"
    r"|\.(?<=[㐀-鿿”》）)%].)(?<![\s一二三四五六七八九十].)(?=[㐀-鿿“《（\d]|[ \t]*$)|[!?](?<=[㐀-鿿”》）].)", re.MULTILINE)
"""Marks of Western keyboards between Chinese words: 会议要求,各单位… 落实到位.3号泊位…; not 1,195, 14:30, 1.5, 一.加强."""
_CHINESE = str.maketrans(",;:.!?", "，；：。！？")


@lru_cache(maxsize=4)
def simplified(text: str) -> str:
    """The text with Simplified characters for Traditional ones and Chinese marks; as long as the text."""
    return chinese_marks(text).translate(_TABLE)


@lru_cache(maxsize=4)
def chinese_marks(text: str) -> str:
    """The text with Chinese marks for Western ones; as long as the text."""
    return _WESTERN.sub(lambda mark: mark[0].translate(_CHINESE), text)


def written_traditionally(text: str) -> bool:
    """Whether the text is in Traditional characters: more than one character of twenty is."""
    return 20 * sum(a != b for a, b in zip(text, text.translate(_TABLE), strict=True)) > len(text)
