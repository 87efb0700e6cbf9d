namespace UnifiedPlatform.Host.Audit;

/// <summary>Where the chain stands: last entry and the day it belongs to.</summary>
/// <param name="Seq">Number of the last entry; 0: none yet.</param>
/// <param name="Day">Its day; empty: none yet.</param>
/// <param name="Count">Entries of that day.</param>
/// <param name="Hash">Hash of the last entry.</param>
/// <param name="CloseBefore">Close of the day before.</param>
internal sealed record ChainHead(long Seq, string Day, long Count, byte[] Hash, byte[] CloseBefore)
{
    public static readonly ChainHead Empty = new(0, "", 0, [], []);
}
