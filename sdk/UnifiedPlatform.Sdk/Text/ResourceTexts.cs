using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text.Json;

namespace UnifiedPlatform.Sdk.Text;

/// <summary>Texts read once from a <c>Resources</c> folder: <c>zh-Hans.json</c> and <c>en.json</c>, and <c>*.zh-Hans.json</c> and <c>*.en.json</c> beside them.</summary>
/// <remarks>The language is that of <see cref="CultureInfo.CurrentUICulture"/>; anything but English reads Chinese, and an English gap falls back to Chinese. Nothing is cached outside the instance, so a new version of a package brings its own words.</remarks>
public sealed class ResourceTexts : ITexts
{
    private static readonly Meter Meter = new("UnifiedPlatform.Text");
    private static readonly Counter<long> MissingTexts = Meter.CreateCounter<long>("texts.missing", description: "Texts asked for and not found, by key");

    private readonly FrozenDictionary<string, string> _chinese;
    private readonly FrozenDictionary<string, string> _english;
    private readonly ConcurrentDictionary<string, byte> _missing = new(StringComparer.Ordinal);

    private ResourceTexts(FrozenDictionary<string, string> chinese, FrozenDictionary<string, string> english) => (_chinese, _english) = (chinese, english);

    /// <summary>Keys that were asked for and not found.</summary>
    public IReadOnlyCollection<string> Missing => [.. _missing.Keys];

    /// <summary>Reads a folder; a folder that does not exist holds no texts.</summary>
    public static ResourceTexts Read(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return new ResourceTexts(ReadLanguage(folder, "zh-Hans"), ReadLanguage(folder, "en"));
    }

    /// <inheritdoc/>
    public string this[string key]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(key);
            if (CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" && _english.TryGetValue(key, out var english)) return english;
            return _chinese.TryGetValue(key, out var chinese) ? chinese : Note(key, $"[{key}]");
        }
    }

    /// <inheritdoc/>
    public string Format(string key, params object?[] arguments)
    {
        var text = this[key];
        try
        {
            return string.Format(CultureInfo.CurrentCulture, text, arguments);
        }
        catch (FormatException)
        {
            return Note(key, text);
        }
    }

    private string Note(string key, string shown)
    {
        _missing.TryAdd(key, 0);
        MissingTexts.Add(1, new KeyValuePair<string, object?>("key", key));
        return shown;
    }

    private static FrozenDictionary<string, string> ReadLanguage(string folder, string language)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!Directory.Exists(folder)) return FrozenDictionary<string, string>.Empty;
        foreach (var file in Directory.EnumerateFiles(folder, "*.json").Where(file => IsOf(file, language)).Order(StringComparer.Ordinal))
            foreach (var (key, text) in ReadFile(file))
                if (!texts.TryAdd(key, text)) throw new InvalidDataException($"Text '{key}' stands twice, the second time in {Path.GetFileName(file)}.");
        return texts.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static Dictionary<string, string> ReadFile(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllBytes(file)) ?? [];
        }
        catch (JsonException broken)
        {
            throw new InvalidDataException($"{Path.GetFileName(file)} is not a flat JSON object of texts (line {broken.LineNumber + 1}).", broken);
        }
    }

    private static bool IsOf(string file, string language)
    {
        var name = Path.GetFileName(file);
        return name == language + ".json" || name.EndsWith("." + language + ".json", StringComparison.Ordinal);
    }
}
