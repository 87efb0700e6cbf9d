using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using UnifiedPlatform.Sdk.Data;
using UnifiedPlatform.Sdk.Domain;

namespace UnifiedPlatform.OneWindow.Cases;

/// <summary>Gives case numbers without gaps: the counter row is raised by the transaction that makes the case, as late as possible, and falls back with it.</summary>
internal sealed class CaseNumbers(IUnitOfWork unit)
{
    private const int LastSerial = 99_999;

    /// <summary>The next number of a department and day; null: the day's numbers are used up.</summary>
    public async Task<CaseNumber?> NextAsync(string region, string org, DateOnly day, CancellationToken cancellationToken)
    {
        var county = region[..6];
        await using var command = unit.Command(
            "INSERT INTO number_serial (scope, day, last) VALUES (@scope, @day, 1) ON CONFLICT (scope, day) DO UPDATE SET last = number_serial.last + 1 RETURNING last");
        Add(command, "@scope", county + org);
        Add(command, "@day", command is SqliteCommand ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : day);
        var serial = Convert.ToInt32(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
        return serial > LastSerial ? null : CaseNumber.Create(RegionCode.Parse(county, null), org, day, serial);
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
