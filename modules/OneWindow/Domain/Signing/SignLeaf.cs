using UnifiedPlatform.OneWindow.Domain.Items;
using UnifiedPlatform.Sdk.Counter;

namespace UnifiedPlatform.OneWindow.Domain.Signing;

/// <summary>One signature of a tree.</summary>
public sealed record SignLeaf(string Path, Sign Signer, LeafState State, PartOpinion? Opinion)
{
    public Unit? Unit => (Signer as Sign.ByRole)?.Unit;

    public Guid? Person => (Signer as Sign.ByPerson)?.Person;
}
