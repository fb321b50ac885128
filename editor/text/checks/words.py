"""Closed lists that several rules share."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

NUMERALS = "〇零一二三四五六七八九十百千"

# Characters that transcribe foreign and minority names (after the tables of 世界人名翻译大辞典; the common ones).
TRANSCRIBING = frozenset(
    "阿埃艾爱安奥巴白柏拜班邦鲍贝本比彼毕别宾波玻伯博勃卜布采查茨次达大戴丹当道得德登邓狄迪蒂丁东杜敦多厄尔恩尔"
    "法凡范方菲费芬丰冯佛夫弗伏福富盖甘冈高戈哥歌格根贡古瓜圭哈海汉豪合河赫黑亨洪胡怀惠霍基吉季济加贾简杰金京"
    "卡凯坎康考柯科克肯库夸昆拉莱赖兰朗劳勒雷累黎里理力立丽利莉连列林琳龙隆卢鲁路露吕伦罗洛马玛麦迈曼芒毛梅"
    "门蒙孟米密敏明摩莫默姆穆拿娜纳乃奈南内尼年涅宁纽农努诺欧帕派潘庞培佩彭皮平珀蒲普齐奇契恰钱乔切钦琼丘热仁日"
    "荣茹儒瑞若撒萨塞赛桑瑟森莎沙珊山尚绍舍申圣施什史士室叔舒朔丝司斯思松苏素孙索塔泰坦汤唐陶特滕提田铁廷亭通图土"
    "托瓦万汪威韦维卫魏温翁沃乌武伍西希锡席夏先香肖谢辛欣兴雄休修许雪逊雅亚延扬杨耶叶依伊以因英尤于约赞泽曾扎詹"
    "张珍芝治朱祖佐买热提克江木吐肉孜汗哈布阿依古丽达瓦次仁扎西卓玛旺久"
    "愛奧貝畢賓達當鄧東爾范費豐馮蓋岡貢漢懷濟賈傑凱庫萊蘭勞黎麗連龍盧魯呂倫羅馬瑪麥邁門納內寧紐農諾歐龐"
    "齊錢喬欽瓊熱榮薩賽紹聖師絲蘇孫湯圖萬韋衛溫烏錫謝興許遜亞揚楊葉約贊澤張"
)
_LONGEST_PART = 8
_SHORTEST_NAME = 4


def transcribed_name(before: str, after: str) -> bool:
    """Whether a mark between two stretches of text stands inside a transcribed name (卡尔.马克思, 买买提.艾力).

    Both neighbors must be of characters that transcribe names, two at least on one side and four together.
    """
    left = _run(reversed(before[-_LONGEST_PART:]))
    right = _run(iter(after[:_LONGEST_PART]))
    return bool(left and right) and left + right >= _SHORTEST_NAME and max(left, right) > 1


def _run(characters: Iterator[str]) -> int:
    return sum(1 for _ in takewhile(TRANSCRIBING.__contains__, characters))


SURNAMES = frozenset(
    "王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅钟"
    "卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚汤陶黎温莫易樊乔文"
    "安殷颜庄章鲁倪庞邢俞翟蓝聂齐向申葛柴伍覃骆关焦柳欧祝纪尚毕耿芦左季管符辛苗詹曲欧靳祁路涂兰甘裴梅童翁霍游阮尤岳"
    "柯牟滕谷舒卜成饶宁凌盛查单冉鲍华包屈房喻解蒲卫简时连车项闵邬吉党阳司费蒙席晏隋古强穆姬宫景米麦谈柏瞿艾沙鄢桂"
    "張劉陳楊黃趙吳孫馬鄭羅謝韓許鄧蕭馮蘇葉呂蔣鍾盧陸譚韋賈鄒閻龍萬顧賴賀嚴錢龔湯喬顏莊魯龐聶齊關歐紀畢蘆蘭閔寧"
    "饒單鮑華衛簡時連車項鄔黨陽費談"
)

INTERPUNCT_EVENTS = re.compile(
    r"[”」]?[^，。；！？\n]{0,4}(?:晚会|晚會|事件|事变|事變|运动|運動|惨案|慘案|起义|起義|地震|大案|专案|專案|事故|讲话|講話|特大|革命)"
)
