namespace UnifiedPlatform.Host.Shell.Forms;

/// <summary>The token's cookie is Secure everywhere; on loopback browsers send it over plain HTTP too, which the framework's own check does not know.</summary>
internal sealed class FormCookie : CookieBuilder
{
    public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
    {
        var options = base.Build(context, expiresFrom);
        options.Secure = true;
        return options;
    }
}
