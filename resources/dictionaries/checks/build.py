"""Make ``scripts.toml``: the characters that exist in one script only. Run from the root of the repository.

The characters come from the conversion tables of the OpenCC package: what Simplified text writes otherwise, and what
Traditional text writes otherwise. Taken out are those that the standards of the other side hold too (通用规范汉字表
keeps 乾 徵 藉 瞭 昇 …; Big5 holds 后 里 干 …) and new printing forms that are used in Traditional text (黄 户 温).
"""

from __future__ import annotations

from pathlib import Path

import opencc

HERE = Path(__file__).parent

# In 通用规范汉字表 or kept in names, though OpenCC rewrites them.
BOTH_IN_SIMPLIFIED = frozenset(
    "乾徵藉瞭著夥薰吒咤祇剋仝昇邨迺瞋噘勠蹚甦淼犇堃喆珪祕皙晳椀濛澂塚甯陞崑崙菸菴讎榘捱袷癥麴薹拚摺醣祐巖鎔暱尅矽砲"
    "谿谘谣貭邱阯鵰麯甪畲畬桠桕晹昰"
)
# New printing forms and variants that Traditional text prints too.
BOTH_IN_TRADITIONAL = frozenset(
    "着户卧厨叁决况净凉减凑冲凛污强奥晋吴静温黄猪猫咏脉恒灾携潜毁咤暅牦榅疱禀笋虬衅鼹麽亘厦厩凤凭姹彦産删册珊"
    "别吕侣内户录彻恳栖樽沪溉弃姗摇遥谣瑶换唤焕痪涣争挣睁狰筝铮却够弑愠虚嘘墟媪栅悯呐疏疎奂滚敕潴皑盖矶糇缆胭脚腭葱蒀蓥蔼虾觉诶辉辨邮鬓齿龟槚毶麹喎唝霡崄窎脔岚"
)


def encodable(character: str, encoding: str) -> bool:
    """Whether an encoding has a character."""
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def main() -> None:
    """Write the table."""
    to_simplified, to_traditional = opencc.OpenCC("t2s"), opencc.OpenCC("s2t")
    han = [chr(code) for code in (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000))]
    printed = {
        config: set("".join(map(opencc.OpenCC(config).convert, han))) for config in ("s2tw", "s2hk", "tw2s", "hk2s")
    }
    traditional_only = [
        character
        for character in han
        if to_simplified.convert(character) != character
        and (character not in printed["tw2s"] | printed["hk2s"] or character in "於後麼")
        and character not in BOTH_IN_SIMPLIFIED
        and encodable(to_simplified.convert(character), "gbk")  # else nobody can set the Simplified form (頔)
        and (encodable(character, "big5hkscs") or encodable(character, "gbk"))
    ]
    simplified_only = [
        character
        for character in han
        if to_traditional.convert(character) != character
        and character not in printed["s2tw"] | printed["s2hk"]
        and not encodable(character, "big5")
        and (encodable(character, "gb2312") or character in "镕暅珰玚")
        and character not in BOTH_IN_TRADITIONAL
    ]
    lines = ["# Characters that exist in one script only. Made by build.py; do not edit.", ""]
    for name, characters in (("simplified_only", simplified_only), ("traditional_only", traditional_only)):
        rows = ["".join(characters[at : at + 80]) for at in range(0, len(characters), 80)]
        lines += [f'{name} = """', *(f"{row}\\" for row in rows), '"""', ""]
    (HERE / "scripts.toml").write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
