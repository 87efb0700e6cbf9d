using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.Kit.Tests.Kit;

/// <summary>The handbook's page of the first hour. A command that stands there is typed here letter by letter.</summary>
internal static class Handbook
{
    private static readonly HashSet<string> Lines = [.. File.ReadLines(Path.Combine(Checkout.Root, "sdk", "docs", "first-hour.md"))];

    /// <summary>The command, once it is known that the page has it as a line.</summary>
    public static string Says(string command) => Lines.Contains(command) ? command : throw new InvalidOperationException($"sdk/docs/first-hour.md has no line '{command}': the page and this test are to be changed together.");

    /// <summary>Fails unless the page tells of a verb of the host.</summary>
    public static void Names(string verb)
    {
        if (!Lines.Any(line => line.Contains(verb, StringComparison.Ordinal))) throw new InvalidOperationException($"sdk/docs/first-hour.md does not tell of '{verb}'.");
    }
}
