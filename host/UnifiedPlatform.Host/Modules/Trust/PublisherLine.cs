namespace UnifiedPlatform.Host.Modules.Trust;

/// <summary>A publisher in the API.</summary>
internal sealed record PublisherLine(Guid Id, string Name, string Level, IReadOnlyList<string> IdPrefixes, IReadOnlyList<string>? Ceiling, IReadOnlyList<PublisherKeyLine> Keys)
{
    public static PublisherLine Of(PublisherView view) => new(
        view.Publisher.Id, view.Publisher.Name, System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(view.Publisher.Level.ToString()), Words.Of(view.Publisher.IdPrefixes),
        view.Publisher.Ceiling is { } ceiling ? Words.Of(ceiling) : null, [.. view.Keys.Select(key => new PublisherKeyLine(key.Fingerprint, key.AddedAt, key.RevokedAt, key.RevokedReason))]);
}
