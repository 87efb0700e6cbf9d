using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using UnifiedPlatform.OneWindow.Data;
using UnifiedPlatform.Sdk.Counter;
using UnifiedPlatform.Sdk.Protection;

namespace UnifiedPlatform.OneWindow.Cases;

/// <summary>Keeps what the units found out, sealed.</summary>
internal sealed class Answers(OneWindowDbContext database, IFieldProtector protector)
{
    private const string Table = "one-window.case_answer";
    private const string Column = "sealed";

    /// <summary>Answers of the given rounds by part key.</summary>
    public async Task<IReadOnlyDictionary<string, GivenAnswer>> OfCaseAsync(Guid caseId, CancellationToken cancellationToken)
    {
        var rows = await database.Answers.AsNoTracking().Where(row => row.CaseId == caseId).OrderBy(row => row.Round).ToListAsync(cancellationToken);
        var given = new Dictionary<string, GivenAnswer>();
        foreach (var row in rows) given[row.PartKey] = Open(row);
        return given;
    }

    public void Add(Guid caseId, string part, int round, string schema, PartOpinion opinion, JsonElement? result, string? words, IReadOnlyList<FileRef> files, string hash, Guid by, DateOnly doneOn)
    {
        var id = Guid.CreateVersion7();
        database.Answers.Add(new AnswerRow
        {
            Id = id, CaseId = caseId, PartKey = part, Round = round, Schema = schema, Hash = hash, By = by, DoneOn = doneOn,
            Files = CaseJson.Write(files.Select(file => file.Hash).ToList()),
            Sealed = protector.Protect(Table, Column, id, CaseJson.Write(new SealedAnswer(opinion, words, result))),
        });
    }

    public static string HashOf(PartOpinion opinion, JsonElement? result, string? words) => Hashes.Of(CaseJson.Write(new SealedAnswer(opinion, words, result)));

    private GivenAnswer Open(AnswerRow row)
    {
        var content = CaseJson.Read<SealedAnswer>(protector.Unprotect(Table, Column, row.Id, row.Sealed));
        return new GivenAnswer(row.Round, row.Schema, content.Opinion, content.Words, content.Result, row.By, row.DoneOn);
    }

    private sealed record SealedAnswer(PartOpinion Opinion, string? Words, JsonElement? Result);
}

/// <summary>An answer as it was given.</summary>
internal sealed record GivenAnswer(int Round, string Schema, PartOpinion Opinion, string? Words, JsonElement? Result, Guid By, DateOnly DoneOn);
