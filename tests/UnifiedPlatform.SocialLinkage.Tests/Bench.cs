using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Testing;

namespace UnifiedPlatform.SocialLinkage.Tests;

internal static class Bench
{
    public static TheoryData<DatabaseKind> Kinds => [DatabaseKind.Sqlite, DatabaseKind.PostgreSql];

    public static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<ModuleBench> OpenAsync(DatabaseKind kind)
    {
        Assert.SkipUnless(kind == DatabaseKind.Sqlite || TestDatabase.Available, TestDatabase.SkipReason);
        return await ModuleBench.OpenAsync(new SocialLinkageModule(), "social-linkage", "SocialLinkage", kind, Cancelled);
    }
}
