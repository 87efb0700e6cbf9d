namespace UnifiedPlatform.Sdk.Build;

/// <summary>Pairs of <c>--name value</c>.</summary>
internal sealed class Arguments
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    public static Arguments Parse(IReadOnlyList<string> args)
    {
        var parsed = new Arguments();
        for (var i = 0; i < args.Count; i += 2)
        {
            if (i + 1 == args.Count || !args[i].StartsWith("--", StringComparison.Ordinal)) throw new BuildFailure($"'{args[i]}' is not followed by a value.");
            parsed._values[args[i][2..]] = args[i + 1];
        }
        return parsed;
    }

    public string this[string name] => Find(name) ?? throw new BuildFailure($"--{name} is missing.");

    public string? Find(string name) => _values.GetValueOrDefault(name);
}
