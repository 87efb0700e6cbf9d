namespace UnifiedPlatform.Sdk.Access;

/// <summary>Which posts somebody holds now, without saying who: for checks that work given to a post reaches a person. Imported from the host.</summary>
public interface IStaffing
{
    /// <summary>Every post that an active member of staff holds today.</summary>
    ValueTask<IReadOnlyCollection<Post>> HeldAsync(CancellationToken cancellationToken);
}

/// <summary>A role in a department.</summary>
/// <param name="Department">Code of the department; null: none.</param>
/// <param name="Region">Region of the holder; null: none.</param>
/// <param name="Role">Role, of the rights matrix or of a service item.</param>
public sealed record Post(string? Department, string? Region, string Role);
