using Microsoft.AspNetCore.Http.Features;

namespace UnifiedPlatform.Host.Modules;

/// <summary>The package of a request: multipart field <c>package</c>, or the body itself.</summary>
internal sealed class PackageUpload(Stream stream) : IAsyncDisposable
{
    public const string Field = "package";

    private static readonly long Limit = new Runtime.PackageLimits().PackageBytes;

    public Stream Stream { get; } = stream;

    public static async Task<PackageUpload> OpenAsync(HttpContext context, CancellationToken cancellationToken)
    {
        // Whatever a program calls the bytes it sends, only multipart is a form here.
        if (context.Request.ContentType?.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) != true)
        {
            // One byte more than a package may have, so that the store says what is wrong and not the server.
            if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = Limit + 1;
            return new PackageUpload(context.Request.Body);
        }
        var form = await context.Request.ReadFormAsync(cancellationToken);
        return new PackageUpload(form.Files.GetFile(Field)?.OpenReadStream() ?? Stream.Null);
    }

    public ValueTask DisposeAsync() => Stream.DisposeAsync();
}
