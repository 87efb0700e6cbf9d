using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.Sdk.Audit;

/// <summary>The bytes of one audit record: UTF-8 JSON with a fixed order of members. They are stored and hashed as they are and never written again.</summary>
public static class AuditBody
{
    /// <summary>Largest number of residents one record names.</summary>
    public const int MostSubjects = 200;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = false };

    /// <summary>Writes the record.</summary>
    /// <param name="id">Key of the record.</param>
    /// <param name="at">When, UTC.</param>
    /// <param name="actor">Who; null: nobody is signed in.</param>
    /// <param name="roles">Role keys of the actor.</param>
    /// <param name="address">Address the request came from.</param>
    /// <param name="trace">Trace id.</param>
    /// <param name="source">Module id, or <c>host</c>.</param>
    /// <param name="entry">What happened.</param>
    public static byte[] Write(Guid id, DateTimeOffset at, Actor? actor, IEnumerable<string> roles, string? address, string? trace, string source, AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Subjects.Count > MostSubjects) throw new ArgumentException($"An audit record names at most {MostSubjects} residents; write one record a page.");
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("v", 1);
            json.WriteString("id", id.ToString("D"));
            json.WriteString("at", at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture));
            Text(json, "actor", actor?.Account.ToString());
            json.WriteString("kind", Kind(actor));
            Text(json, "name", actor is { Kind: ActorKind.Module or ActorKind.System } ? actor.Name : null);
            Text(json, "session", actor?.SessionHash);
            Texts(json, "roles", roles.Order(StringComparer.Ordinal));
            Text(json, "dept", actor?.Department);
            json.WriteString("act", entry.Act);
            json.WriteString("rtype", entry.ResourceType);
            Text(json, "rid", entry.ResourceId);
            Texts(json, "subjects", entry.Subjects.Select(subject => subject.ToString("D")));
            Texts(json, "fields", entry.Fields);
            Text(json, "purpose", entry.Purpose ?? actor?.Purpose);
            Text(json, "case", entry.CaseNumber);
            Text(json, "ip", address);
            json.WriteString("result", entry.Result);
            Text(json, "reason", PersonalPatterns.Refuse(entry.Reason));
            Text(json, "trace", trace);
            json.WriteString("src", source);
            json.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }

    private static string Kind(Actor? actor) => actor?.Kind switch
    {
        null => "anonymous",
        ActorKind.Staff => "staff",
        ActorKind.Machine => "machine",
        ActorKind.Module => "module",
        _ => "system",
    };

    private static void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (value is null) json.WriteNull(name);
        else json.WriteString(name, value);
    }

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
