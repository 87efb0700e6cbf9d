using System.Text.Json;

namespace UnifiedPlatform.Host.Residents.Indexing.Server;

/// <summary>An answer of the search server, read whole.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">The answer; an undefined element when there is none.</param>
/// <param name="Elastic">Whether the server says that it is Elasticsearch.</param>
public readonly record struct SearchAnswer(int Status, JsonElement Body, bool Elastic)
{
    /// <summary>Whether it was done.</summary>
    public bool Done => Status is >= 200 and < 300;

    /// <summary>The engine's own name of what is wrong, e.g. <c>index_not_found_exception</c>; null: it gives none. Its free text is not taken: it may quote a document.</summary>
    public string? ErrorType =>
        Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object
        && error.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.GetString() is { Length: <= 80 } name && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') ? name : null;

    /// <summary>The fault that an answer which was not done stands for.</summary>
    public IndexAwayException Fault() => new(
        Status switch
        {
            401 => IndexFault.Credentials,
            403 => IndexFault.Forbidden,
            429 => IndexFault.Overloaded,
            404 => IndexFault.Stale,
            >= 500 => IndexFault.Unavailable,
            _ => IndexFault.Refused,
        },
        ErrorType ?? Status.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
