using UnifiedPlatform.Sdk.Audit;
using UnifiedPlatform.Sdk.Failures;
using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.Host.Residents.Indexing;

/// <summary>Takes what an administrator asks of the index. Scoped.</summary>
internal sealed class IndexActs(IResidentIndex index, IndexKeeper keeper, IAudit audit, ITexts texts)
{
    /// <summary>Asks for the act and gives the answer, or refuses what cannot be done.</summary>
    public async Task<IResult> AskAsync(string act, IResult asked, CancellationToken cancellationToken)
    {
        var wanted = Enum.Parse<IndexAct>(act, ignoreCase: true);
        if (wanted == IndexAct.Return && (await index.StateAsync(cancellationToken)).Previous is null)
            return new Refusal("residents.index-no-way-back", StatusCodes.Status409Conflict, texts[Keys.IndexNothingToReturn]).ToResult();
        await audit.ReadAsync(new AuditEntry("job", "system.index", "resident-index") { Reason = act }, cancellationToken);
        keeper.Ask(wanted);
        return asked;
    }
}
