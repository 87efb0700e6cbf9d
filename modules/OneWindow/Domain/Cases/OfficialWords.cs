using UnifiedPlatform.Sdk.Audit;

namespace UnifiedPlatform.OneWindow.Domain.Cases;

/// <summary>An official's words go into the log, so they may hold no id number and no phone number.</summary>
public static class OfficialWords
{
    public const int MaxLength = 500;

    public static bool Fit(string? words) => words is null || (words.Length <= MaxLength && !PersonalPatterns.In(words));
}
