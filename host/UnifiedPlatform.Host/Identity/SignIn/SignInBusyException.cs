namespace UnifiedPlatform.Host.Identity.SignIn;

/// <summary>More passwords wait to be checked than may wait; the answer is 503.</summary>
internal sealed class SignInBusyException() : Exception("Too many passwords wait to be checked.");
