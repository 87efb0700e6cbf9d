using System.Security.Cryptography;
using UnifiedPlatform.Host.Residents.Indexing;
using UnifiedPlatform.Host.Residents.Pinyin;

namespace UnifiedPlatform.Host.Tests.Residents;

public sealed class PinyinTests
{
    private static readonly PinyinTable Table = PinyinTable.Shipped;
    private static readonly NameReader Names = new(Table);
    private static readonly TypedPinyin Typed = new(Table);

    [Fact]
    public void The_table_is_the_one_the_script_made_from_Unihan_15() =>
        Assert.Equal("c93d6f4d3c6e92f3b06050b241b396f85b98b8b9c4a64d027a2d835c78241755", Convert.ToHexStringLower(SHA256.HashData(PinyinTable.ShippedBytes())));

    [Fact]
    public void Every_character_of_the_national_list_of_8105_can_be_read()
    {
        var common = Table.Common.ToList();

        Assert.Equal(8105, common.Count);
        Assert.All(common, c => Assert.NotEmpty(Table.Of(c)));
        Assert.True(common.Count(c => !c.IsBmp) > 190);
    }

    [Theory]
    [InlineData("单雄信", "shan xiong xin")]
    [InlineData("仇和", "qiu he")]
    [InlineData("解晓东", "xie xiao dong")]
    [InlineData("查良镛", "zha liang yong")]
    [InlineData("曾志伟", "zeng zhi wei")]
    [InlineData("尉迟恭", "yu chi gong")]
    [InlineData("万俟卨", "mo qi xie")]
    [InlineData("朴槿惠", "piao jin hui")]
    [InlineData("区文", "ou wen")]
    [InlineData("盖大成", "ge da cheng")]
    [InlineData("缪建民", "miao jian min")]
    [InlineData("翟天临", "zhai tian lin")]
    [InlineData("乐嘉", "yue jia")]
    [InlineData("员平", "yun ping")]
    [InlineData("句平", "gou ping")]
    [InlineData("繁星宇", "po xing yu")]
    [InlineData("折家", "she jia")]
    [InlineData("召平", "shao ping")]
    [InlineData("都平", "du ping")]
    [InlineData("澹台明", "tan tai ming")]
    [InlineData("隗平", "wei ping")]
    [InlineData("覃平", "qin ping")]
    [InlineData("阚平", "kan ping")]
    [InlineData("卜平", "bu ping")]
    [InlineData("能平", "nai ping")]
    [InlineData("乜平", "nie ping")]
    [InlineData("单于夫罗", "chan yu fu luo")]
    [InlineData("欧阳娜", "ou yang na")]
    [InlineData("长孙无忌", "zhang sun wu ji")]
    [InlineData("吕布", "lv bu")]
    [InlineData("𠮷田", "ji tian")]
    public void A_surname_is_read_as_families_say_it(string name, string pinyin) => Assert.Equal(pinyin, Names.Read(SearchText.Name(name))[0].ToString());

    [Fact]
    public void Other_modern_readings_stay_and_are_at_most_four()
    {
        Assert.Contains("di li", Names.Read("翟丽").Select(r => r.ToString()));
        Assert.All(Table.Common.Take(2000).Chunk(3), c => Assert.InRange(Names.Read(string.Concat(c)).Count, 1, 4));
    }

    [Fact]
    public void A_person_may_say_the_name_in_another_way() => Assert.Equal("he yi shan", Assert.Single(Names.Read("黑一山", "Hè Yī Shān")).ToString());

    [Fact]
    public void The_first_part_of_a_name_with_dots_stands_for_the_surname()
    {
        var reading = Names.Read(SearchText.Name("买买提•吐尔逊"))[0];

        Assert.Equal(["mai", "mai", "ti"], reading.Syllables.Take(reading.SurnameLength));
        Assert.Equal(["tu", "er", "xun"], reading.Given);
    }

    [Theory]
    [InlineData("xian", "xian|xi an")]
    [InlineData("zhangwei", "zhang wei")]
    [InlineData("fangan", "fang an|fan gan")]
    [InlineData("lver", "lv er")]
    public void Typed_letters_are_cut_in_every_way(string letters, string cuts)
    {
        var found = Typed.Whole(letters).Select(c => string.Join(' ', c)).ToList();
        foreach (var cut in cuts.Split('|')) Assert.Contains(cut, found);
    }

    [Fact]
    public void A_begun_syllable_is_completed()
    {
        Assert.Contains(Typed.Begun("zhangwe"), cut => cut.Whole is ["zhang"] && cut.Begun == "we");
        Assert.Equal(["wei", "wen", "weng"], Typed.Completions("we"));
    }

    [Theory]
    [InlineData("张　伟", "张伟")]
    [InlineData("买买提.吐尔逊", "买买提·吐尔逊")]
    [InlineData("买买提・吐尔逊", "买买提·吐尔逊")]
    [InlineData("Ｊohn  SMITH", "john smith")]
    [InlineData("张\u200B伟", "张伟")]
    [InlineData("\u2F2F人", "工人")]
    public void A_name_is_folded_for_comparison(string written, string folded) => Assert.Equal(folded, SearchText.Name(written));

    [Theory]
    [InlineData("城东路18号3栋2单元402室", "城 东 路 18 号 3 幢 2 单 元 402 室")]
    [InlineData("幸福路１２号楼b座", "幸 福 路 12 幢 b 座")]
    public void An_address_is_cut_into_units(string written, string units) => Assert.Equal(units, string.Join(' ', SearchText.AddressUnits(written)));

    [Fact]
    public void Every_rune_is_kept_whole()
    {
        Assert.Equal(2, SearchText.Fold("𠮷㼆").Count);
        Assert.Equal("㼆\uFFFD", SearchText.Name("㼆" + '\uD840'));
    }
}
