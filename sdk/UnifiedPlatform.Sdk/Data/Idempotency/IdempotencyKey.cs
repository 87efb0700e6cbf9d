using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.Sdk.Data.Idempotency;

/// <summary>The key of a changing request, whose it is and what was asked with it.</summary>
internal sealed record IdempotencyKey(string Scope, string Key, byte[] RequestHash)
{
    public const string Header = "Idempotency-Key", Field = "_key";
    private const int MostCharacters = 128, BufferThreshold = 64 * 1024;
    private const string AntiforgeryField = "_form";

    public bool Valid => Key.Length is > 0 and <= MostCharacters && Key.All(letter => letter is > ' ' and < '\u007f');

    /// <summary>Null: the request carries none and is carried out as often as it is sent.</summary>
    public static async ValueTask<IdempotencyKey?> ReadAsync(HttpContext context)
    {
        var request = context.Request;
        var form = request.HasFormContentType ? await request.ReadFormAsync(context.RequestAborted) : null;
        var key = request.Headers[Header].FirstOrDefault() ?? form?[Field].FirstOrDefault();
        if (string.IsNullOrEmpty(key)) return null;

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, request.QueryString.Value ?? "");
        if (form is null) await AddBodyAsync(hash, request, context.RequestAborted);
        else await AddFormAsync(hash, form, context.RequestAborted);
        var caller = context.Features.Get<IActorFeature>()?.Actor?.Account.ToString() ?? "anonymous";
        return new($"{caller} {request.Method} {request.PathBase}{request.Path}", key, hash.GetHashAndReset());
    }

    private static async Task AddBodyAsync(IncrementalHash hash, HttpRequest request, CancellationToken cancellationToken)
    {
        request.EnableBuffering(BufferThreshold);
        await AddAsync(hash, request.Body, cancellationToken);
        request.Body.Position = 0;
    }

    private static async Task AddFormAsync(IncrementalHash hash, IFormCollection form, CancellationToken cancellationToken)
    {
        foreach (var (name, values) in form.Where(field => field.Key is not (Field or AntiforgeryField)).OrderBy(field => field.Key, StringComparer.Ordinal))
        {
            Add(hash, name);
            foreach (var value in values) Add(hash, value ?? "");
        }
        foreach (var file in form.Files)
        {
            Add(hash, file.Name);
            Add(hash, file.FileName);
            await using var content = file.OpenReadStream();
            await AddAsync(hash, content, cancellationToken);
        }
    }

    private static async Task AddAsync(IncrementalHash hash, Stream content, CancellationToken cancellationToken)
    {
        var buffer = new byte[16 * 1024];
        for (int read; (read = await content.ReadAsync(buffer, cancellationToken)) > 0;) hash.AppendData(buffer, 0, read);
    }

    // The length keeps neighbours apart: a=bc and ab=c are two requests.
    private static void Add(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        hash.AppendData(BitConverter.GetBytes(bytes.Length));
        hash.AppendData(bytes);
    }
}
