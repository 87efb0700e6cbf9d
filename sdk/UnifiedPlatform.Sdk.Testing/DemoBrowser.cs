using System.Net;
using System.Text.RegularExpressions;

namespace UnifiedPlatform.Sdk.Testing;

/// <summary>A signed-in person without a browser: keeps cookies, posts forms with their hidden fields, follows no redirect by itself.</summary>
public sealed class DemoBrowser : IDisposable
{
    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);

    private DemoBrowser(Uri address) => Client = new HttpClient(new CookieHandler(_cookies)) { BaseAddress = address };

    /// <summary>The client with the person's cookies.</summary>
    public HttpClient Client { get; }

    /// <summary>A visitor who has not signed in.</summary>
    public static DemoBrowser Visit(TestPlatform platform)
    {
        ArgumentNullException.ThrowIfNull(platform);
        return new DemoBrowser(platform.Address);
    }

    /// <summary>A visitor of any host who has not signed in.</summary>
    public static DemoBrowser Visit(Uri address) => new(address);

    /// <summary>The same person at another node: the cookies go along.</summary>
    public DemoBrowser At(Uri address)
    {
        var browser = new DemoBrowser(address);
        foreach (var (name, value) in _cookies) browser._cookies[name] = value;
        return browser;
    }

    /// <summary>Somebody whom a header of every request names.</summary>
    internal static DemoBrowser As(Uri address, string header, string value)
    {
        var browser = new DemoBrowser(address);
        browser.Client.DefaultRequestHeaders.Add(header, value);
        return browser;
    }

    /// <summary>A cookie the browser holds; null: none.</summary>
    public string? Cookie(string name) => _cookies.GetValueOrDefault(name);

    /// <summary>Signs a demo account in through the page.</summary>
    public static async Task<DemoBrowser> SignInAsync(TestPlatform platform, string user, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(platform);
        return await SignInAsync(platform.Address, user, platform.PasswordOf(user), cancellationToken);
    }

    /// <summary>Signs somebody in through the page of any host.</summary>
    public static async Task<DemoBrowser> SignInAsync(Uri address, string user, string password, CancellationToken cancellationToken = default)
    {
        var browser = new DemoBrowser(address);
        using var answer = await browser.SubmitAsync("/sign-in", "/sign-in", new() { ["user"] = user, ["password"] = password }, cancellationToken);
        if (answer.StatusCode is not (HttpStatusCode.SeeOther or HttpStatusCode.Redirect)) throw new InvalidOperationException($"Signing in as {user} answered {(int)answer.StatusCode}.");
        return browser;
    }

    /// <summary>The text of a page.</summary>
    public async Task<string> PageAsync(string path, CancellationToken cancellationToken = default)
    {
        using var answer = await Client.GetAsync(new Uri(path, UriKind.Relative), cancellationToken);
        return answer.IsSuccessStatusCode ? await answer.Content.ReadAsStringAsync(cancellationToken) : throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode}.");
    }

    /// <summary>Loads a page, takes the hidden fields of its form with that action, adds the given ones and posts it.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(string page, string action, Dictionary<string, string> fields, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(fields);
        using var content = new FormUrlEncodedContent(await FilledAsync(page, action, fields, cancellationToken));
        return await PostAsync(action, content, cancellationToken);
    }

    /// <summary>The same with a file in the field <c>file</c>.</summary>
    public async Task<HttpResponseMessage> UploadAsync(string page, string action, Dictionary<string, string> fields, byte[] file, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(fields);
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in await FilledAsync(page, action, fields, cancellationToken)) content.Add(new StringContent(value), name);
        content.Add(new ByteArrayContent(file), "file", "upload.csv");
        return await PostAsync(action, content, cancellationToken);
    }

    /// <summary>What a shown page sends with its form of that action, beside what somebody fills in.</summary>
    public static Dictionary<string, string> HiddenFields(string html, string action)
    {
        var form = Regex.Matches(html, "<form\\b[^>]*>.*?</form>", RegexOptions.Singleline).Select(match => match.Value)
            .FirstOrDefault(candidate => Regex.IsMatch(candidate, $"action=\"{Regex.Escape(action)}\"")) ?? throw new InvalidOperationException($"The page has no form that posts to {action}.");
        return Regex.Matches(form, "<input\\b[^>]*type=\"hidden\"[^>]*>").Select(match => match.Value)
            .Where(input => Attribute(input, "name") is not null)
            .GroupBy(input => Attribute(input, "name")!, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => Attribute(group.First(), "value") ?? "", StringComparer.Ordinal);
    }

    /// <summary>Posts fields to an action.</summary>
    public async Task<HttpResponseMessage> PostAsync(string action, HttpContent content, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(action, UriKind.Relative)) { Content = content };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return await Client.SendAsync(request, cancellationToken);
    }

    private async Task<Dictionary<string, string>> FilledAsync(string page, string action, Dictionary<string, string> fields, CancellationToken cancellationToken)
    {
        var sent = HiddenFields(await PageAsync(page, cancellationToken), action);
        foreach (var (name, value) in fields) sent[name] = value;
        return sent;
    }

    /// <inheritdoc/>
    public void Dispose() => Client.Dispose();

    private static string? Attribute(string tag, string name) =>
        Regex.Match(tag, $"\\b{name}=\"([^\"]*)\"") is { Success: true } match ? WebUtility.HtmlDecode(match.Groups[1].Value) : null;

    // The session cookie is Secure; a browser sends it to loopback over plain HTTP, .NET's cookie container does not.
    private sealed class CookieHandler(Dictionary<string, string> cookies) : DelegatingHandler(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (cookies.Count > 0) request.Headers.Add("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
            var answer = await base.SendAsync(request, cancellationToken);
            foreach (var header in answer.Headers.TryGetValues("Set-Cookie", out var values) ? values : [])
            {
                var pair = header.Split(';')[0];
                var equals = pair.IndexOf('=', StringComparison.Ordinal);
                if (pair[(equals + 1)..].Length == 0) cookies.Remove(pair[..equals]);
                else cookies[pair[..equals]] = pair[(equals + 1)..];
            }
            return answer;
        }
    }
}
