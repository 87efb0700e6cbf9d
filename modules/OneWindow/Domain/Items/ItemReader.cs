using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using UnifiedPlatform.OneWindow.Domain.Cases;
using UnifiedPlatform.OneWindow.Domain.Lint;
using UnifiedPlatform.Sdk.Modules;

namespace UnifiedPlatform.OneWindow.Domain.Items;

/// <summary>Reads a <c>service-item/1</c> document: unknown, repeated and missing members are refused, never guessed.</summary>
public static class ItemReader
{
    private const int MaxBytes = 256 * 1024;

    public static JsonSerializerOptions Options { get; } = new(PlatformJson.CreatePlain())
    {
        PropertyNameCaseInsensitive = false,
        NumberHandling = JsonNumberHandling.Strict,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        ReadCommentHandling = JsonCommentHandling.Disallow,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters =
        {
            new ExactEnumConverter(typeof(LimitUnit), typeof(LawMark), typeof(DocumentKind), typeof(CaseOutcome), typeof(ClockAnchor), typeof(CaseStatus), typeof(Queues.Lane)),
        },
    };

    /// <summary>The document, or what is wrong with it (L01) by JSON path.</summary>
    public static (ItemDocument? Document, LintFinding? Problem) Read(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (bytes.Length > MaxBytes) return (null, new LintFinding("L01", "$", "too-large"));
        try
        {
            var item = JsonSerializer.Deserialize<ServiceItem>(bytes, Options);
            if (item is null) return (null, new LintFinding("L01", "$", "empty"));
            if (item.Schema != ServiceItem.SchemaName) return (null, new LintFinding("L01", "$.schema", "schema-unknown"));
            return (new ItemDocument(text, Convert.ToHexStringLower(SHA256.HashData(bytes)), item), null);
        }
        catch (JsonException wrong)
        {
            return (null, new LintFinding("L01", wrong.Path ?? "$", "malformed"));
        }
    }
}
