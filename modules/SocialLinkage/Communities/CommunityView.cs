namespace UnifiedPlatform.SocialLinkage.Communities;

/// <summary>A community with what the three parties have there.</summary>
public sealed record CommunityView(string Code, string Name, int Organisations, int Workers, int OpenAssessments);
