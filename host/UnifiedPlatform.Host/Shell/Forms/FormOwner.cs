using Microsoft.AspNetCore.Antiforgery;
using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.Host.Shell.Forms;

/// <summary>Binds a token to the account it was made for: a form left open by one person is refused to the next.</summary>
internal sealed class FormOwner : IAntiforgeryAdditionalDataProvider
{
    public string GetAdditionalData(HttpContext context) => (context.Features.Get<FormAuthor>()?.Account ?? context.Features.Get<IActorFeature>()?.Actor?.Account)?.ToString() ?? "";

    public bool ValidateAdditionalData(HttpContext context, string additionalData) => string.Equals(additionalData, GetAdditionalData(context), StringComparison.Ordinal);
}
