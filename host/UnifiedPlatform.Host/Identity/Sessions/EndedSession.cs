using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.Host.Identity.Sessions;

/// <summary>Feature of a request whose cookie is ours and whose session has ended: whose it was.</summary>
internal sealed record EndedSession(AccountId Account);
