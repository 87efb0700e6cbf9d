using System.Globalization;
using System.Text;

namespace UnifiedPlatform.Host.Residents.Demo;

/// <summary>The demo town as files of the register's import, so that its people come in through the front door.</summary>
public static class DemoTownCsv
{
    /// <summary>Seed of the shipped town.</summary>
    public const int Seed = 340822;

    /// <summary>Rows of one file.</summary>
    public const int RowsAFile = 10_000;

    private const string Header = "name,id_kind,id_number,sex,birth_date,phone,region,grid,road,house_number,estate,building,unit,room,hukou_region,hukou_household,household,relation,tags";

    /// <summary>One file with this many residents.</summary>
    public static string Make(int count, DateOnly today, int seed = Seed) => File(DemoTown.People(count, today, seed));

    /// <summary>As many files as the residents need.</summary>
    public static IEnumerable<string> MakeFiles(int count, DateOnly today, int seed = Seed) => DemoTown.People(count, today, seed).Chunk(RowsAFile).Select(File);

    private static string File(IEnumerable<DemoResident> residents)
    {
        var csv = new StringBuilder(Header).Append("\r\n");
        foreach (var r in residents)
        {
            csv.AppendJoin(',', new[]
            {
                r.Name, "111", r.NationalId, r.Sex, r.Birth.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), r.Phone, r.Region, r.Grid, r.Road, r.Number, r.Estate, r.Building,
                r.Unit, r.Room, r.HukouRegion, r.HukouHousehold, r.Household, r.Relation, string.Join('、', r.Tags),
            });
            csv.Append("\r\n");
        }
        return csv.ToString();
    }
}
