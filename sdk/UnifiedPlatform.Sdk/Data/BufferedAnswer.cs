using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace UnifiedPlatform.Sdk.Data;

/// <summary>Holds an answer back until the transaction has been committed.</summary>
internal sealed class BufferedAnswer : IDisposable
{
    private readonly HttpContext _context;
    private readonly IHttpResponseBodyFeature _real;
    private readonly MemoryStream _body = new();
    private bool _released;

    public BufferedAnswer(HttpContext context)
    {
        _context = context;
        _real = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(_body));
    }

    public byte[] Body => _body.ToArray();

    public async Task SendAsync(CancellationToken cancellationToken)
    {
        await _context.Response.BodyWriter.FlushAsync(cancellationToken);
        Release();
        if (_body.Length > 0) await _context.Response.Body.WriteAsync(_body.GetBuffer().AsMemory(0, (int)_body.Length), cancellationToken);
    }

    public void Release()
    {
        if (_released) return;
        _released = true;
        _context.Features.Set(_real);
    }

    public void Dispose()
    {
        Release();
        _body.Dispose();
    }
}
