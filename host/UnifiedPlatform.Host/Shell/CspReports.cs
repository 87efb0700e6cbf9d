using System.Text.Json;
using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.Host.Shell;

/// <summary>Takes what browsers report against the content policy: only the rule and the page's path are written down.</summary>
internal static class CspReports
{
    private const int LongestReport = 8 << 10;

    public static void MapCspReports(this IEndpointRouteBuilder routes) => routes
        .MapPost("/csp-report", TakeAsync).DisableAntiforgery().Public("Browsers report without an account.").ExcludeFromDescription();

    private static async Task<IResult> TakeAsync(HttpRequest request, ILogger<ShellFrame> logger, CancellationToken cancellationToken)
    {
        if (request.ContentLength is null or > LongestReport) return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        try
        {
            using var report = await JsonDocument.ParseAsync(request.Body, cancellationToken: cancellationToken);
            if (report.RootElement.TryGetProperty("csp-report", out var body))
                logger.LogWarning("A browser refused {Directive} on {Path}.", Text(body, "effective-directive"), PathOf(Text(body, "document-uri")));
        }
        catch (JsonException)
        {
            return Results.BadRequest();
        }
        return Results.NoContent();
    }

    private static string Text(JsonElement body, string name) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: < 200 } text ? text : "";

    private static string PathOf(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.AbsolutePath : "";
}
