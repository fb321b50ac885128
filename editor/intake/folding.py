"""A view of a line for matching: Simplified, half width, one kind of blank; as long as the line itself.

Patterns are written once, in Simplified characters; offsets found in the folded line are offsets in the line.
"""

from __future__ import annotations

_TRADITIONAL = (
    "來編輯責記訊員攝對審監製發佈時間瀏覽閱讀點擊數號標題關鍵詞欄頻轉載網報臺導實習約圖視總終覆複復該聲類體頁條後閉訪"
    "問歡賞評論註冊錄掃碼維劃統籌計準備專業職務單歷書華領電話郵聯繫權說協會縣區鄉鎮黨團國廣傳黃錢陳劉張楊趙吳孫馬鄭馮"
    "蕭韓鄧許呂蘇盧蔣賈葉閻鍾譚鄒羅賀龍龔嚴湯萬顧範鄔紀聶簡齊溫莊駱譯語繪畫寫稱續內為緊圍觀當現這裡個幾將過還與從進動"
    "處親環質擇預購閒學衛曆詳細濾認證識舉熱線違訂檢綜錯糾給麼優請無離樣雙節於幣讓貼藍綠採賴寧畢遲謝蘭項竇車魯韋閔龐饒"
    "鮑鳳應諸歐陽樂滿勞麥鐘隊場廳廠戰經濟運鐵氣農醫眾興東門開讚贊夾鏈連長變婁喬倫麗紅盜圓遊觸閣豐偉勝術鄺鄖藺蕪榮廬瀟"
    "塊餘紹雲貴瓊贛瀘滬粵產創啟傑愛曉靜瑩豬鳥魚叢兩爲億們價衆儲則別辦佔衞厲參聽啓頭婦宮賓堯屬嶽鞏帥師強態戶執護顯晉暫"
    "機雜構欒樓沒塗獨盤礙禮稅筆籤級納組絡繼緱繆腦騰蘆荊薦營裝見覺議設訴説誦調談諶費資軒輕轅邊選鬱裏銀鏡閆聞閲陸頂順顏"
    "館駐齡週覈誌簽"
)
_SIMPLIFIED = (
    "来编辑责记讯员摄对审监制发布时间浏览阅读点击数号标题关键词栏频转载网报台导实习约图视总终复复复该声类体页条后闭访"
    "问欢赏评论注册录扫码维划统筹计准备专业职务单历书华领电话邮联系权说协会县区乡镇党团国广传黄钱陈刘张杨赵吴孙马郑冯"
    "萧韩邓许吕苏卢蒋贾叶阎钟谭邹罗贺龙龚严汤万顾范邬纪聂简齐温庄骆译语绘画写称续内为紧围观当现这里个几将过还与从进动"
    "处亲环质择预购闲学卫历详细滤认证识举热线违订检综错纠给么优请无离样双节于币让贴蓝绿采赖宁毕迟谢兰项窦车鲁韦闵庞饶"
    "鲍凤应诸欧阳乐满劳麦钟队场厅厂战经济运铁气农医众兴东门开赞赞夹链连长变娄乔伦丽红盗圆游触阁丰伟胜术邝郧蔺芜荣庐潇"
    "块余绍云贵琼赣泸沪粤产创启杰爱晓静莹猪鸟鱼丛两为亿们价众储则别办占卫厉参听启头妇宫宾尧属岳巩帅师强态户执护显晋暂"
    "机杂构栾楼没涂独盘碍礼税笔签级纳组络继缑缪脑腾芦荆荐营装见觉议设诉说诵调谈谌费资轩轻辕边选郁里银镜闫闻阅陆顶顺颜"
    "馆驻龄周核志签"
)
_WIDE = "：︰﹕∶｜︱│┃丨／（）﹙﹚【】［］〔〕〖〗\u3000\u00a0\u0009\u2002\u2003\u2009\u202f＞›»》，；•‧・●－‑–＋"
_NARROW = "::::|||||/()()[][][][]       >>>》,;····---+"
_TABLE = {
    **dict(zip(map(ord, _TRADITIONAL), _SIMPLIFIED, strict=True)),
    **dict(zip(map(ord, _WIDE), _NARROW, strict=True)),
    **{0xFF10 + digit: str(digit) for digit in range(10)},
}


def fold(line: str) -> str:
    """The line in Simplified characters and half-width marks, every character where it was."""
    return line.translate(_TABLE)
