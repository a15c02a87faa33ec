"""Words brought to one form: English plurals, Russian endings, Russian in Latin letters, traditional Chinese signs.

Crude, and alike on both sides: the tables and the texts go through the same functions.
"""

from __future__ import annotations

import re
from functools import lru_cache

from brightline.text.fold import fold

_RUSSIAN = """
иями ями ами ыми ими ого его ому ему ая яя ое ее ые ие ый ий ой ей ых их ым им ом ем ам ям ах ях ов ев ую юю
ия ии ию а я о е ы и у ю ь й
"""
_ENDINGS = tuple(sorted({fold(ending) for ending in re.findall(r"\w+", _RUSSIAN)}, key=lambda end: (-len(end), end)))
# Letter by letter, after BGN/PCGN without its signs; `_SAME` brings the other tables in use to the same spelling.
_LATIN = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ж": "zh", "з": "z", "и": "i", "й": "i", "к": "k",
    "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh",
    "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "i", "ь": "", "э": "e", "ю": "iu", "я": "ia",
}  # fmt: skip
_SAME = (
    ("shch", "S"), ("sch", "S"), ("skh", "S"), ("sh", "S"), ("zh", "Z"), ("kh", "h"), ("ch", "C"), ("tz", "c"),
    ("ts", "c"),
    ("yu", "u"), ("ju", "u"), ("iu", "u"), ("ya", "a"), ("ja", "a"), ("ia", "a"), ("ye", "e"), ("ie", "e"), ("je", "e"),
    ("x", "ks"), ("w", "v"), ("y", "i"), ("j", "i"), ("ii", "i"),
)  # fmt: skip
_LATIN_ENDINGS = (
    "iami", "ami", "imi", "ogo", "omu", "emu", "ego", "ov", "ev", "oi", "ei", "ih", "im", "om", "em", "am", "ah", "oe",
    "e", "a", "o", "i", "u",
)  # fmt: skip


_TRADITIONAL = (
    "軸機電導體積處數據車銑鏡線連頻變換傳輸無飛儀潤劑藥裝兒設備製壓測試發號達視訊極紅衛錄檢彈槍貨費資紙筆書學獎貸還"
    "膠組業產動員結構觸點閘開關陣陳雙雜離響頭顯風馬驅鋼鋁銅鐵鈦鉭鎳錢鍵鑽閃間陸際隨險雲靜項須預領顆額類飲飼館驗鮮麥"
    "麵黃齒齊齡龍橢樣樂標櫃歐殼氣漁濾瀝爐獵環療監盤碼礦種穩穀競範節簾糧純紡細終給統經綠維網緊織繃纖羅聯聲腦與艙蓋蘋"
    "蘿蟲補複見規親訂計許評話該認語誤調談論諧護讀貝負財責買賣質購賽軍軟載輔輪轉運過遠選郵醫釋針鈕鉀銷鋰鋸錶鍋鎖鏈鐘"
    "門陽雞難霧順頂顱飾餅駕髮魚鹽龜傢圖圓場塊塗壞夾寫專尋層屬帳幣幫廠廣強彎徑從復態慣慶應懸戰戲掃採擇擊擴攝敵斷時暫"
    "條東檔單嚴園國報墊執術衝褲襪襯觀貼輕輯農鄰銀龐蝦蠟傘價儲優償兩冊凍剛創劃劇勞勢匯區協卻參啟喪"
)
_SIMPLIFIED = (
    "轴机电导体积处数据车铣镜线连频变换传输无飞仪润剂药装儿设备制压测试发号达视讯极红卫录检弹枪货费资纸笔书学奖贷还"
    "胶组业产动员结构触点闸开关阵陈双杂离响头显风马驱钢铝铜铁钛钽镍钱键钻闪间陆际随险云静项须预领颗额类饮饲馆验鲜麦"
    "面黄齿齐龄龙椭样乐标柜欧壳气渔滤沥炉猎环疗监盘码矿种稳谷竞范节帘粮纯纺细终给统经绿维网紧织绷纤罗联声脑与舱盖苹"
    "萝虫补复见规亲订计许评话该认语误调谈论谐护读贝负财责买卖质购赛军软载辅轮转运过远选邮医释针钮钾销锂锯表锅锁链钟"
    "门阳鸡难雾顺顶颅饰饼驾发鱼盐龟家图圆场块涂坏夹写专寻层属帐币帮厂广强弯径从复态惯庆应悬战戏扫采择击扩摄敌断时暂"
    "条东档单严园国报垫执术冲裤袜衬观贴轻辑农邻银庞虾蜡伞价储优偿两册冻刚创划剧劳势汇区协却参启丧"
)
_TO_SIMPLIFIED = str.maketrans(_TRADITIONAL, _SIMPLIFIED)


def simplified(text: str) -> str:
    """The text with the traditional Chinese signs that goods words use written as simplified ones, sign for sign."""
    return text.translate(_TO_SIMPLIFIED)


@lru_cache(maxsize=32768)
def stem(word: str) -> str:
    """A folded word without its grammatical ending."""
    first = word[:1]
    if "а" <= first <= "я":
        return _without(word, _ENDINGS, 3)
    return _singular(word) if first.isascii() else word


@lru_cache(maxsize=32768)
def latin_stem(word: str) -> str:
    """A folded Latin word as if it were Russian in Latin letters: one spelling for the several tables in use."""
    for written, plain in _SAME:
        word = word.replace(written, plain)
    return _without(word, _LATIN_ENDINGS, 4)


def in_latin(word: str) -> str:
    """A folded Russian word in Latin letters."""
    return "".join(_LATIN.get(letter, letter) for letter in word)


def _without(word: str, endings: tuple[str, ...], least: int) -> str:
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= least:
            return word[: -len(ending)]
    return word


def _singular(word: str) -> str:
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("ses", "xes", "ches", "shes", "zes")) else word[:-1]
