using UnifiedPlatform.OneWindow.Cases;
using UnifiedPlatform.OneWindow.Domain.Cases;
using UnifiedPlatform.Sdk.Text;
using UnifiedPlatform.Sdk.Web;

namespace UnifiedPlatform.OneWindow.Pages;

/// <summary>Words of papers.</summary>
internal static class PaperWords
{
    /// <summary>The lookup code in two groups, as it is read aloud.</summary>
    public static string Code(string? code) => code is { Length: 10 } ? $"{code[..5]}-{code[5..]}" : code ?? "";

    /// <summary>When something happened to the case.</summary>
    public static string When(CaseFileView file, string kind, IShell shell) =>
        file.Log.LastOrDefault(entry => entry.Kind == kind) is { } happened ? new Formats(shell).MomentIso(happened.At) : new Formats(shell).DayFull(file.Case.ReceivedOn);

    public static string Due(DateOnly? due, int? missing, IShell shell, ITexts texts)
    {
        var formats = new Formats(shell);
        return due is { } day ? formats.DayFull(day) : missing is { } year ? formats.CalendarMissing(year) : texts[Keys.ClockNone];
    }

    /// <summary>Who took the case in.</summary>
    public static string Clerk(CaseFileView file, ITexts texts)
    {
        var entry = file.Log.LastOrDefault(happened => happened.Kind is EventKinds.Accepted) ?? file.Log.LastOrDefault(happened => happened.Kind == EventKinds.Received);
        return file.NameOf(entry?.Actor) is { } name ? texts.Format(Keys.LogActor, name, texts.Office(entry?.Org ?? file.Case.Lead)) : texts.Office(file.Case.Lead);
    }
}
