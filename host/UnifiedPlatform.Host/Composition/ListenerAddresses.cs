namespace UnifiedPlatform.Host.Composition;

/// <summary>Addresses to listen on, separated by semicolons.</summary>
internal static class ListenerAddresses
{
    private static readonly char[] Separators = [';'];

    /// <summary>Stops the start over an address that is none.</summary>
    public static void RefuseInvalid(string flag, string urls)
    {
        foreach (var url in Split(urls))
            if (Parse(url) is not { Scheme: "http" or "https", Port: >= 0 and <= ushort.MaxValue })
                throw new StartupFailure($"--{flag} has '{url}', which is no address to listen on. Write it as http://127.0.0.1:5080, several separated by semicolons.");
    }

    /// <summary>Addresses other machines reach.</summary>
    public static IEnumerable<string> Remote(string urls) => Split(urls).Where(url => !IsLoopback(url));

    public static bool IsPlain(string url) => url.StartsWith("http://", StringComparison.OrdinalIgnoreCase);

    private static string[] Split(string urls) => urls.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    // "*" and "+" stand for every address of the machine.
    private static bool IsLoopback(string url) =>
        Parse(url) is { } address && Uri.TryCreate($"{address.Scheme}://{(address.Host is "*" or "+" ? "any.invalid" : address.Host)}", UriKind.Absolute, out var uri) && uri.IsLoopback;

    private static BindingAddress? Parse(string url)
    {
        try
        {
            return BindingAddress.Parse(url);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
