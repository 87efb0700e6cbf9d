namespace UnifiedPlatform.Host.Identity.SignIn;

/// <summary>A field of a kept form.</summary>
public sealed record KeptField(string Name, string Value);
