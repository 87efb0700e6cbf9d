using System.Net;
using UnifiedPlatform.Sdk.Access;

namespace UnifiedPlatform.Host.Identity.SignIn;

/// <summary>One try to sign in.</summary>
/// <param name="User">Name as typed.</param>
/// <param name="Password">Password as typed.</param>
/// <param name="Code">Time code; null: not asked yet.</param>
/// <param name="Address">Where it comes from.</param>
/// <param name="Device">Known browser of an account; null: unknown.</param>
/// <param name="AlreadyProved">The password was proved a moment ago on the first of the two pages.</param>
internal sealed record SignInAttempt(string User, string Password, string? Code, IPAddress? Address, (AccountId Account, Guid Device)? Device, bool AlreadyProved = false)
{
    public override string ToString() => nameof(SignInAttempt);
}
