using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.Host.Shell.Forms;

/// <summary>Feature of a request whose form is checked as somebody's who is not signed in any more.</summary>
internal sealed record FormAuthor(AccountId Account);
