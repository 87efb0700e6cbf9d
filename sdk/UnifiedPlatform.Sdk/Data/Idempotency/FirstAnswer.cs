using Microsoft.AspNetCore.Http;

namespace UnifiedPlatform.Sdk.Data.Idempotency;

/// <summary>What was answered to the first request with a key.</summary>
internal sealed record FirstAnswer(bool SameRequest, int Status, string? Location, string? ContentType, byte[] Body)
{
    public async Task WriteAsync(HttpContext context)
    {
        var response = context.Response;
        response.StatusCode = Status;
        if (Location is not null) response.Headers.Location = Location;
        if (ContentType is not null) response.ContentType = ContentType;
        response.Headers["Idempotency-Replayed"] = "true";
        if (Body.Length > 0) await response.Body.WriteAsync(Body, context.RequestAborted);
    }
}
