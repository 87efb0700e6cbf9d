using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.OneWindow.Cases;
using UnifiedPlatform.OneWindow.Data;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Calendar;
using UnifiedPlatform.Sdk.Protection;

namespace UnifiedPlatform.OneWindow.Drafts;

/// <summary>Half-typed new cases: one for an author and a resident, sealed, gone after thirty days or with the acceptance.</summary>
internal sealed class CaseDrafts(OneWindowDbContext database, IFieldProtector protector, IAccess access, IWorkCalendar calendar, TimeProvider clock)
{
    private const string Table = "one-window.case_draft";
    private const string Column = "body";

    private Guid Me => access.Actor.Account.Value;

    /// <summary>The typed values by name of their field; null: no draft.</summary>
    public async Task<CaseDraft?> FindAsync(Guid resident, CancellationToken cancellationToken)
    {
        var row = await database.Drafts.AsNoTracking().FirstOrDefaultAsync(row => row.Author == Me && row.SubjectId == resident, cancellationToken);
        return row is null || row.ExpiresOn < calendar.Today ? null
            : new CaseDraft(row.ItemCode, CaseJson.Read<Dictionary<string, IReadOnlyList<string>>>(protector.Unprotect(Table, Column, row.Id, row.Body)), row.UpdatedAt);
    }

    /// <summary>The author's newest drafts, without what was typed.</summary>
    public async Task<IReadOnlyList<OwnDraft>> MineAsync(int limit, CancellationToken cancellationToken) =>
        await database.Drafts.AsNoTracking().Where(row => row.Author == Me && row.ExpiresOn >= calendar.Today).OrderByDescending(row => row.UpdatedAt).Take(limit)
            .Select(row => new OwnDraft(row.SubjectId, row.ItemCode, row.UpdatedAt)).ToListAsync(cancellationToken);

    /// <summary>Keeps what was typed. <paramref name="key"/>: the posted form's idempotency key; a form that has become a case leaves no draft behind when it is sent again.</summary>
    public async Task KeepAsync(Guid resident, string item, IReadOnlyDictionary<string, IReadOnlyList<string>> typed, string? key, CancellationToken cancellationToken)
    {
        if (Opening.KeyOf(access.Actor, key) is { } createKey && await database.Cases.BeyondAccess("the key is the caller's own").AnyAsync(row => row.CreateKey == createKey, cancellationToken)) return;
        var row = await database.Drafts.FirstOrDefaultAsync(row => row.Author == Me && row.SubjectId == resident, cancellationToken);
        if (row is null)
        {
            row = new DraftRow { Id = Guid.CreateVersion7(), Author = Me, SubjectId = resident, ItemCode = item, Body = [], UpdatedAt = clock.GetUtcNow(), ExpiresOn = calendar.Today.AddDays(DraftRow.KeptDays) };
            database.Drafts.Add(row);
        }
        row.Body = protector.Protect(Table, Column, row.Id, CaseJson.Write(typed));
        (row.ItemCode, row.UpdatedAt, row.ExpiresOn) = (item, clock.GetUtcNow(), calendar.Today.AddDays(DraftRow.KeptDays));
        await database.SaveChangesAsync(cancellationToken);
    }

    public async Task DropAsync(Guid resident, CancellationToken cancellationToken)
    {
        if (await database.Drafts.FirstOrDefaultAsync(row => row.Author == Me && row.SubjectId == resident, cancellationToken) is not { } row) return;
        database.Drafts.Remove(row);
        await database.SaveChangesAsync(cancellationToken);
    }
}

/// <summary>That there is a draft: whose case, of which item, since when.</summary>
internal sealed record OwnDraft(Guid Subject, string Item, DateTimeOffset At);

/// <summary>A draft.</summary>
internal sealed record CaseDraft(string Item, IReadOnlyDictionary<string, IReadOnlyList<string>> Typed, DateTimeOffset At);
