"""Conversion against the bare OpenCC package: text alone, with all spans and kinds, and in two processes.

Run ``python -m benchmarks.conversion [--quick]``. Every figure is a median of processor time over short turns that all
candidates take one after another on the same ten articles, so that another load on the machine hits all of them alike.
Ratios count, seconds do not; two processes are timed by the clock and need two idle cores.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import TYPE_CHECKING

from editor.article import Variant
from editor.text.variants import Glossary, Options, convert, convert_text
from editor.text.variants.converters import bare
from editor.text.variants.routes import Config

if TYPE_CHECKING:
    from collections.abc import Callable

LENGTH = 2000
CHUNK = 10
GOALS = {"text": 0.9, "spans": 0.3, "two processes": 1.7}
OPTIONS = Options(glossary=Glossary(protected=("界面新闻", "界面新聞", "永州融媒", "湘江源头", "湘江源頭")))

_SENTENCES = (
    "今年以来，{place}{body}紧紧围绕高质量发展的目标，扎实推进{thing}建设，取得明显成效。",
    "记者{name}从{body}获悉，截至{number}月底，全{unit}已完成投资{number}.{number}亿元，同比增长{number}%。",
    "“过去买菜要走很远的路，现在下楼就有市场。”村民{name}高兴地说。",
    "{body}副主任{name}介绍，下一步将加强{thing}管理，让群众办事只跑一次。",
    "在{place}的一家面粉厂里，工人们正在准备发货，一箱箱产品整齐地摆放在仓库门前。",
    "会议强调，各级干部要深入基层，了解群众所盼，公布办事流程，把每一项措施落到实处。",
    "{place}历史悠久，山谷里松树成林，每到秋天，游客纷纷前来观光，周末尤其热闹。",
    "据了解，该项目总面积{number}万平方米，设计年产值{number}亿元，建成后可带动{number}余人就业。",
    "近年来，当地抓住国家级开发区升级的机遇，把招商引资作为头号工程，主动对接粤港澳大湾区，引进企业{number}家。",
    "夜幕降临，江边的步道上灯光亮起，散步的老人、跑步的青年和嬉闹的孩子构成一幅温馨的画面。",
    "为破解融资难题，{place}设立风险补偿资金，联合多家银行推出信用贷款，累计放款{number}亿元。",
    "走进{place}的蔬菜种植基地，一排排钢架大棚整齐排列，智能温控系统实时监测温度和湿度。",
    "“材料网上提交，当天就能拿到执照。”一位刚刚办完手续的企业负责人赞不绝口。",
    "专家认为，乡村要振兴，产业是基础，人才是关键，必须让懂技术、善经营的年轻人留得住。",
    "随着铁路建成通车，从{place}到省城的时间缩短到{number}分钟，沿线的景区迎来了大批外地客人。",
    "教育部门加大投入，新建和改建学校{number}所，增加学位{number}00个，城区大班额问题基本得到解决。",
    "活动现场，{unit}内{number}家企业带来{number}个岗位，吸引了众多求职者前来咨询，初步达成意向{number}人。",
    "{name}家住{place}，曾因缺少资金一度想放弃，后来在{body}的支持下办起了合作社，日子越过越红火。",
    "河长制实施后，{place}境内的水质持续改善，白鹭、野鸭等鸟类数量明显增多，河岸成了市民休闲的好去处。",
    "“我们将继续优化{thing}，为企业提供全过程、全天候的帮办代办。”{body}有关负责人{name}表示。",
    "当天下午，与会人员实地察看了{place}的农田水利设施和育秧工厂，详细询问早稻播种进度和农资储备情况。",
    "据气象部门预报，未来三天{place}以多云天气为主，最高气温{number}度，适宜开展春耕生产。",
    "该平台自上线以来，注册用户已达{number}万，日均访问量超过{number}万次，网上可办率达到{number}%。",
    "在抗击洪水的日子里，党员{name}带头巡堤查险，连续奋战{number}个小时，守护了下游村庄的安全。",
    "市民在社区卫生服务中心就能享受到三甲医院专家的诊疗，{number}种常见病的药品实现全覆盖。",
    "秋收时节，{place}的田野一片金黄，联合收割机来回穿梭，农户把刚打下的稻子运回晒场。",
    "通过校地合作，{body}与{number}所高校签订协议，共建实训基地，每年培养技能人才{number}00余名。",
    "{unit}里还建起了图书室、老年活动中心和儿童乐园，居民足不出户就能参加各类文体活动。",
    "本次比赛共有来自{number}个代表队的{number}名选手参加，经过激烈角逐，{place}代表队获得团体第一名。",
    "面对突如其来的疫情，医护人员逆行出征，社区工作者挨家挨户排查，志愿者主动承担起物资配送任务。",
    "数据显示，上半年{place}规模以上工业增加值增长{number}.{number}%，高于全省平均水平{number}个百分点。",
    "“孩子的录取通知书寄到了，全家都很激动。”{name}拿着通知书，眼里闪着泪光。",
    "老街的改造坚持修旧如旧，保留了青石板路和木质门窗，让传统民居焕发新的生机。",
    "{body}组织执法人员对辖区内的超市、餐馆和农贸市场开展检查，发现问题{number}处，当场整改{number}处。",
    "作为{thing}的重要组成部分，新落成的文化馆将免费向公众开放，每周举办讲座和展览。",
    "这条产业链上，从原料到成品，从研发到销售，{number}家企业环环相扣，形成了完整的配套。",
)
_WORDS = {
    "place": (
        "永州市",
        "祁阳县",
        "蓝山县",
        "冷水滩区",
        "江华高新区",
        "道县",
        "东安县",
        "宁远县",
        "双牌县",
        "新田县",
        "零陵区",
    ),
    "body": (
        "县委宣传部",
        "园区管委会",
        "市发改委",
        "融媒体中心",
        "县农业农村局",
        "市场监管局",
        "县教育局",
        "市文旅局",
    ),
    "thing": (
        "园区",
        "产业链",
        "营商环境",
        "基础设施",
        "文化旅游",
        "制造业",
        "志愿服务",
        "城乡交通",
        "智慧城市",
        "农产品品牌",
    ),
    "unit": ("市", "县", "区", "园区", "小区", "街道"),
    "name": (
        *("周燕妮", "唐武君", "李志刚", "王建国", "于文静", "陈立新", "刘晓明", "张海燕", "黄国强", "彭沛", "蒋海兵"),
        *(
            "杨小平",
            "吴建平",
            "赵敏",
            "孙小红",
            "何文杰",
            "谢巧云",
            "魏佳",
            "罗长江",
            "田文",
            "邓永红",
            "曾庆华",
            "范军",
        ),
    ),
}


def articles(count: int) -> list[str]:
    """Made-up news texts of 2,000 characters, the same on every run."""
    chance = random.Random(20210919)
    return [_article(chance) for _ in range(count)]


def _article(chance: random.Random) -> str:
    paragraphs: list[str] = []
    while sum(map(len, paragraphs)) < LENGTH:
        sentences = [
            chance.choice(_SENTENCES).format(
                number=chance.randrange(2, 99), **{key: chance.choice(words) for key, words in _WORDS.items()}
            )
            for _ in range(chance.randrange(2, 5))
        ]
        paragraphs.append("".join(sentences) + "\n\n")
    return "".join(paragraphs)[:LENGTH]


def convert_all(texts: list[str], target: Variant, source: Variant) -> int:
    """Work of one process; returns the number of characters."""
    return sum(len(convert_text(text, target, source=source, options=OPTIONS)) for text in texts)


def cpu_of_all(texts: list[str], target: Variant, source: Variant) -> float:
    """The same; returns the seconds of processor time that it took, which other programs do not lengthen."""
    started = time.process_time()
    convert_all(texts, target, source)
    return time.process_time() - started


def _timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _ratios(candidates: dict[str, Callable[[list[str]], object]], texts: list[str], rounds: int) -> dict[str, float]:
    """Processor seconds of each candidate for all texts: medians of short turns, chunk by chunk one after another."""
    chunks = [texts[start : start + CHUNK] for start in range(0, len(texts), CHUNK)]
    for work in candidates.values():
        work(chunks[0])
    taken: dict[str, list[float]] = {name: [] for name in candidates}
    for _ in range(rounds):
        for chunk in chunks:
            for name, work in candidates.items():
                started = time.process_time()
                work(chunk)
                taken[name].append(time.process_time() - started)
    return {name: statistics.median(seconds) * len(chunks) for name, seconds in taken.items()}


def measure(config: Config, texts: list[str], rounds: int) -> bool:
    """Print the figures of one configuration; whether all goals are reached."""
    source, target = (Variant.ZH_CN, Variant.ZH_TW) if config is Config.S2TW else (Variant.ZH_TW, Variant.ZH_CN)
    opencc = bare(config)
    half = len(texts) // 2

    def spans(some: list[str]) -> int:
        return sum(len(convert(text, target, source=source, options=OPTIONS).changes) for text in some)

    def records(some: list[str]) -> int:
        return sum(len(list(convert(text, target, source=source, options=OPTIONS).changes)) for text in some)

    found = _ratios(
        {
            "opencc": lambda some: [opencc(text) for text in some],
            "text": lambda some: convert_all(some, target, source),
            "spans": spans,
            "records": records,
        },
        texts,
        rounds,
    )
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:

        def two() -> list[float]:
            parts = [pool.submit(cpu_of_all, part, target, source) for part in (texts[:half], texts[half:])]
            return [part.result() for part in parts]

        two()
        turns = [(_timed(lambda: convert_all(texts, target, source)), _timed(two)) for _ in range(rounds)]
        processor = cpu_of_all(texts, target, source) / max(two())
    found["one process"] = statistics.median(one for one, _ in turns)
    found["two processes"] = statistics.median(both for _, both in turns)
    size = sum(len(text.encode()) for text in texts) / 1e6
    print(f"{config}: {len(texts)} articles of {LENGTH} characters, {size:.1f} MB, median of {rounds} rounds")
    ratios = {
        "text": found["opencc"] / found["text"],
        "spans": found["opencc"] / found["spans"],
        "records": found["opencc"] / found["records"],
        "two processes": found["one process"] / found["two processes"],
    }
    print(f"  {'opencc':14} {found['opencc']:8.3f} s  {size / found['opencc']:6.1f} MB/s")
    for name, ratio in ratios.items():
        goal = f"goal {GOALS[name]}" if name in GOALS else "every span made into a record of its own"
        print(f"  {name:14} {found[name]:8.3f} s  {size / found[name]:6.1f} MB/s  ratio {ratio:.2f}  ({goal})")
    print(f"  two processes by processor time alone, whatever else runs here: ratio {processor:.2f}")
    return all(ratios[name] >= goal for name, goal in GOALS.items())


def main() -> int:
    """Run both directions."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="400 articles instead of 10,000")
    quick = parser.parse_args().quick
    simplified = articles(400 if quick else 10_000)
    traditional = [bare(Config.S2TW)(text) for text in simplified]
    rounds = 5 if quick else 3
    reached = [measure(Config.S2TW, simplified, rounds), measure(Config.TW2S, traditional, rounds)]
    return 0 if all(reached) else 1


if __name__ == "__main__":
    raise SystemExit(main())
