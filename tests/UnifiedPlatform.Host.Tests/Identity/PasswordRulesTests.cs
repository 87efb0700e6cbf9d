using UnifiedPlatform.Host.Identity.SignIn;

namespace UnifiedPlatform.Host.Tests.Identity;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("Short-1-kraa")]
    [InlineData("correct horse battery staple")]
    [InlineData("Veld-7-kraan-os")]
    [InlineData("月亮圆圆挂在老槐树梢A1-")]
    public void Good_ones_are_taken(string password) => Assert.Null(PasswordRules.Fault(password, ["clerk", "程窗", "0001"], classes: true));

    [Theory]
    [InlineData("Kraan-7-vel")]
    [InlineData("Password1234")]
    [InlineData("P@ssw0rd2026!")]
    [InlineData("!!Administrator1")]
    [InlineData("Qwertyuiop123")]
    [InlineData("abcabcabcabc1A-")]
    [InlineData("1234567890123")]
    [InlineData("Aaaaaaaaaaaa1-")]
    [InlineData("WoAiZhongGuo1949!")]
    [InlineData("mijn-Clerk-7-geheim")]
    [InlineData("veldkraanosje")]
    public void Common_short_personal_or_plain_ones_are_refused(string password) => Assert.NotNull(PasswordRules.Fault(password, ["clerk"], classes: true));

    [Fact]
    public void Longer_than_128_is_refused() => Assert.NotNull(PasswordRules.Fault(new string('x', 60) + "Q7-" + new string('y', 70), [], classes: true));

    [Fact]
    public void Without_classes_length_is_enough() => Assert.Null(PasswordRules.Fault("veldkraanosje", [], classes: false));
}
