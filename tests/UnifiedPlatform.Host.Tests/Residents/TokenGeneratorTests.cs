using UnifiedPlatform.Host.Residents.Indexing;
using UnifiedPlatform.Host.Residents.Pinyin;

namespace UnifiedPlatform.Host.Tests.Residents;

public sealed class TokenGeneratorTests
{
    private static readonly KeyedHashes Hashes = new();
    private static readonly TokenGenerator Generator = new(new NameReader(PinyinTable.Shipped), Hashes);

    private static IndexedResident Resident(string name) => new()
    {
        Id = Guid.CreateVersion7(), Version = 1, Name = name, NationalId = "990822195803120025", Phone = "13800005678", BirthDate = new DateOnly(1958, 3, 12),
        Sex = "2", Address = "高河镇凌桥居委会城东路18号", Region = "340822100002", Grid = "3408221000020003", Tags = ["living-alone"],
    };

    [Fact]
    public void A_name_gives_characters_pairs_syllables_and_initials()
    {
        var tokens = Generator.Tokens(Resident("张伟明"));

        Assert.Superset(new HashSet<string>
        {
            "x张伟明", "n张", "n伟", "n明", "n张伟", "n伟明", "yzhang", "yzhang·w", "yzhang·wei", "yzhang·wei·m", "yzhang·wei·ming", "yzhang·wm",
            "z" + "z", "zzw", "zzwm", "vwei", "vwei·m", "vwei·ming", "uw", "uwm",
        }, tokens.ToHashSet());
    }

    [Fact]
    public void Ids_phones_and_dates_are_keyed_hashes_and_the_place_is_readable()
    {
        var tokens = Generator.Tokens(Resident("张伟"));

        Assert.Superset(new HashSet<string>
        {
            "i" + Hashes.Token("id", "990822195803120025"), "j" + Hashes.Token("id6", "120025"), "k" + Hashes.Token("id4", "0025"),
            "p" + Hashes.Token("phone", "13800005678"), "q" + Hashes.Token("phone4", "5678"), "b" + Hashes.Token("birth", "19580312"),
            "e1958", "s2", "d340822", "w340822100", "c340822100002", "g3408221000020003", "tliving·alone", "a凌桥", "a路18", "a18号",
        }, tokens.ToHashSet());
        Assert.DoesNotContain(tokens, t => t.Contains("19580312", StringComparison.Ordinal) || t.Contains("5678", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("John O'Neil-SMITH")]
    [InlineData("A_b\"c\" OR *")]
    [InlineData("\uD840 lone")]
    [InlineData("")]
    public void A_token_holds_nothing_the_index_would_split_or_fold(string name) =>
        Assert.All(Generator.Tokens(Resident(name)), t => Assert.DoesNotContain(t, c => char.IsAscii(c) && !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c)));

    [Fact]
    public void A_resident_who_is_gone_has_none() => Assert.Empty(Generator.Tokens(Resident("张伟") with { Gone = true }));
}
