using System.Collections.Frozen;

namespace UnifiedPlatform.Host.Residents.Pinyin;

/// <summary>Readings of surnames where the dictionary's first reading is not how families say it. A person must own this list (resident-index.md §2).</summary>
public static class Surnames
{
    private static readonly FrozenDictionary<string, string[]> Single = new Dictionary<string, string[]>
    {
        ["单"] = ["shan"], ["仇"] = ["qiu"], ["解"] = ["xie"], ["查"] = ["zha"], ["曾"] = ["zeng"], ["朴"] = ["piao"], ["区"] = ["ou"],
        ["盖"] = ["ge"], ["缪"] = ["miao"], ["翟"] = ["zhai"], ["乐"] = ["yue"], ["员"] = ["yun"], ["句"] = ["gou"], ["繁"] = ["po"],
        ["折"] = ["she"], ["召"] = ["shao"], ["都"] = ["du"], ["隗"] = ["wei"], ["覃"] = ["qin"], ["晟"] = ["sheng"], ["阚"] = ["kan"],
        ["卜"] = ["bu"], ["能"] = ["nai"], ["乜"] = ["nie"], ["黑"] = ["he"], ["任"] = ["ren"], ["华"] = ["hua"], ["宁"] = ["ning"],
        ["燕"] = ["yan"], ["葛"] = ["ge"], ["纪"] = ["ji"], ["哈"] = ["ha"], ["过"] = ["guo"], ["洗"] = ["xian"], ["冼"] = ["xian"],
        ["尉"] = ["wei"], ["种"] = ["chong"], ["重"] = ["chong"], ["秘"] = ["bi"], ["祭"] = ["zhai"], ["逄"] = ["pang"], ["应"] = ["ying"],
        ["车"] = ["che"], ["谌"] = ["chen", "shen"], ["俞"] = ["yu"], ["郇"] = ["xun", "huan"], ["教"] = ["jiao"], ["长"] = ["chang"],
        ["降"] = ["xiang"], ["相"] = ["xiang"], ["眭"] = ["sui"], ["令"] = ["ling"], ["撒"] = ["sa"], ["那"] = ["na"], ["沈"] = ["shen"],
        ["石"] = ["shi"], ["贾"] = ["jia"], ["柏"] = ["bai"], ["薄"] = ["bo"], ["参"] = ["can"], ["禚"] = ["zhuo"], ["亓"] = ["qi"],
        ["佴"] = ["nai"], ["妫"] = ["gui"], ["逯"] = ["lu"], ["牟"] = ["mou", "mu"], ["万"] = ["wan"], ["叶"] = ["ye"], ["吁"] = ["xu"],
        ["𠮷"] = ["ji"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string[]> Double = new Dictionary<string, string[]>
    {
        ["欧阳"] = ["ou yang"], ["上官"] = ["shang guan"], ["司马"] = ["si ma"], ["诸葛"] = ["zhu ge"], ["尉迟"] = ["yu chi"],
        ["万俟"] = ["mo qi"], ["澹台"] = ["tan tai"], ["单于"] = ["chan yu", "shan yu"], ["皇甫"] = ["huang fu"], ["夏侯"] = ["xia hou"],
        ["东方"] = ["dong fang"], ["赫连"] = ["he lian"], ["慕容"] = ["mu rong"], ["公孙"] = ["gong sun"], ["令狐"] = ["ling hu"],
        ["宇文"] = ["yu wen"], ["长孙"] = ["zhang sun"], ["司徒"] = ["si tu"], ["司空"] = ["si kong"], ["轩辕"] = ["xuan yuan"],
        ["钟离"] = ["zhong li"], ["端木"] = ["duan mu"], ["南宫"] = ["nan gong"], ["西门"] = ["xi men"], ["东郭"] = ["dong guo"],
        ["南郭"] = ["nan guo"], ["闻人"] = ["wen ren"], ["公羊"] = ["gong yang"], ["公冶"] = ["gong ye"], ["宗政"] = ["zong zheng"],
        ["濮阳"] = ["pu yang"], ["淳于"] = ["chun yu"], ["太叔"] = ["tai shu"], ["申屠"] = ["shen tu"], ["仲孙"] = ["zhong sun"],
        ["鲜于"] = ["xian yu"], ["闾丘"] = ["lv qiu"], ["司寇"] = ["si kou"], ["子车"] = ["zi ju"], ["颛孙"] = ["zhuan sun"],
        ["巫马"] = ["wu ma"], ["漆雕"] = ["qi diao"], ["乐正"] = ["yue zheng"], ["拓跋"] = ["tuo ba"], ["独孤"] = ["du gu"],
        ["呼延"] = ["hu yan"], ["百里"] = ["bai li"], ["第五"] = ["di wu"], ["梁丘"] = ["liang qiu"], ["左丘"] = ["zuo qiu"],
        ["完颜"] = ["wan yan"], ["叱干"] = ["chi gan"], ["纳兰"] = ["na lan"], ["贺兰"] = ["he lan"], ["哥舒"] = ["ge shu"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether two characters are one surname.</summary>
    public static bool IsDouble(string firstTwo) => Double.ContainsKey(firstTwo);

    /// <summary>Readings of a surname of two characters, syllables apart; the likeliest first.</summary>
    public static IReadOnlyList<string> OfDouble(string surname) => Double[surname];

    /// <summary>Readings that come before the dictionary's; none for most.</summary>
    public static IReadOnlyList<string> OfSingle(string surname) => Single.GetValueOrDefault(surname, []);
}
