using System.Reflection;
using System.Text.Json;
using UnifiedPlatform.Runtime;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.Host.Tests.Modules;

public sealed class FailureTextTests
{
    [Theory]
    [InlineData("zh-Hans")]
    [InlineData("en")]
    public void Every_reason_and_state_has_words(string language)
    {
        var file = Path.Combine(Checkout.Root, "host", "UnifiedPlatform.Host", "Resources", $"modules.{language}.json");
        var texts = JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(file)) ?? [];
        var reasons = typeof(ModuleFailureCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => $"module-failure.{field.GetRawConstantValue()}");
        var states = Enum.GetNames<ModuleState>().Select(state => $"module-state.{state.ToLowerInvariant()}");

        Assert.DoesNotContain(reasons.Concat(states), key => !texts.ContainsKey(key));
    }
}
