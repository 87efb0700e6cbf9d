namespace UnifiedPlatform.Sdk.Protection;

/// <summary>Encrypts single fields (AES-256-GCM; the row and column are bound in, so a value moved elsewhere does not open). Imported from the host.</summary>
public interface IFieldProtector
{
    /// <summary>Encrypts a text for one column of one row.</summary>
    /// <param name="table">Table, e.g. <c>one-window.case_dossier</c>.</param>
    /// <param name="column">Column.</param>
    /// <param name="row">Row key, given before the insert and never changed.</param>
    /// <param name="plain">Clear text.</param>
    byte[] Protect(string table, string column, Guid row, string plain);

    /// <summary>Opens a value. Throws when it was moved, changed, or its key is gone.</summary>
    string Unprotect(string table, string column, Guid row, byte[] sealedValue);
}
