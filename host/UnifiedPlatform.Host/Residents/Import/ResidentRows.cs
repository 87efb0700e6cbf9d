using UnifiedPlatform.Host.Residents.Register;
using UnifiedPlatform.Sdk.Access;
using UnifiedPlatform.Sdk.Calendar;
using UnifiedPlatform.Sdk.Domain;
using UnifiedPlatform.Sdk.Imports;
using UnifiedPlatform.Sdk.Residents;
using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.Host.Residents.Import;

/// <summary>Reads the rows of a file into residents; each fault goes to its line and column with the cure. Scoped.</summary>
public sealed class ResidentRows(IRegions regions, TagCatalogue tags, IAccess access, IWorkCalendar calendar, ITexts texts)
{
    private static readonly char[] Between = ['、', ';', '；', '|', '/'];
    private readonly IReadOnlyList<ScopeArm> _arms = access.Rights.Arms(ResidentPermissions.Import);

    public IReadOnlyList<ImportedResident> Read(CsvTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var (seen, heads) = (new Dictionary<string, int>(StringComparer.Ordinal), new Dictionary<string, int>(StringComparer.Ordinal));
        var residents = new List<ImportedResident>(table.Rows.Count);
        foreach (var row in table.Rows)
        {
            if (Read(row) is not { } resident) continue;
            if (!seen.TryAdd(resident.DocumentKind + ":" + resident.DocumentNumber, row.Line))
                row.Fault("id_number", "import.duplicate", seen[resident.DocumentKind + ":" + resident.DocumentNumber]);
            if (resident is { Household: { } household, Relation: "02" } && !heads.TryAdd(resident.Region + ":" + household, row.Line))
                row.Fault("relation", "residents.import.second-head", heads[resident.Region + ":" + household]);
            residents.Add(resident);
        }
        return residents;
    }

    private ImportedResident? Read(CsvRow row)
    {
        var name = Name(row);
        var kind = Kind(row);
        var (number, birthById, sexById) = Number(row, kind);
        var region = Region(row);
        var birth = Birth(row, birthById);
        var sex = Sex(row) ?? sexById ?? "0";
        var phone = Phone(row);
        var relation = Relation(row);
        var kinds = Tags(row);
        var (grid, hukou) = (Grid(row, region), HukouRegion(row));
        if (name is null || number is null || region is null) return null;
        return new ImportedResident
        {
            Line = row.Line, Name = name, DocumentKind = kind, DocumentNumber = number, Sex = sex, Birth = birth, Phone = phone, Region = region, Grid = grid,
            Road = row.Optional("road"), Number = row.Optional("house_number"), Estate = row.Optional("estate"), Building = row.Optional("building"), Unit = row.Optional("unit"),
            Floor = row.Optional("floor"), Room = row.Optional("room"), HukouRegion = hukou, HukouHousehold = row.Optional("hukou_household"), Household = row.Optional("household"),
            Relation = relation, Tags = kinds,
        };
    }

    private string? Name(CsvRow row)
    {
        if (row.Optional("name") is not { } typed) return null;
        if (PersonName.TryParse(Gb18030.Mapped(typed), out var name, out var fault)) return name.Original;
        row.FaultWords("name", fault.In(texts));
        return null;
    }

    private string Kind(CsvRow row)
    {
        if (row.Optional("id_kind") is not { } typed) return PersonSecrets.IdentityCard;
        if (Code(CodeTables.DocumentKind, typed) is { } code) return code;
        row.Fault("id_kind", "residents.import.id-kind");
        return PersonSecrets.IdentityCard;
    }

    private (string? Number, DateOnly? Birth, string? Sex) Number(CsvRow row, string kind)
    {
        if (row.Optional("id_number") is not { } typed) return default;
        if (kind != PersonSecrets.IdentityCard)
        {
            var other = string.Concat(typed.Where(char.IsLetterOrDigit)).ToUpperInvariant();
            if (other.Length is >= 4 and <= 30) return (other, null, null);
            row.Fault("id_number", "residents.import.other-number");
            return default;
        }
        if (NationalId.TryParse(typed, calendar.Today, out var id, out var fault)) return (id.Value, id.Birth, ((int)id.Sex).ToString(System.Globalization.CultureInfo.InvariantCulture));
        row.FaultWords("id_number", fault.In(texts));
        return default;
    }

    private string? Sex(CsvRow row)
    {
        if (row.Optional("sex") is not { } typed) return null;
        if (Code(CodeTables.Sex, typed) is { } code) return code;
        row.Fault("sex", "residents.import.sex");
        return null;
    }

    private DateOnly? Birth(CsvRow row, DateOnly? byId)
    {
        if (row.Day("birth_date") is not { } typed) return byId;
        if (typed > calendar.Today || typed.Year < 1880) row.Fault("birth_date", "residents.import.birth-impossible");
        else if (byId is { } known && known != typed) row.Fault("birth_date", "residents.import.birth-differs");
        return typed;
    }

    private string? Phone(CsvRow row)
    {
        if (row.Optional("phone") is not { } typed) return null;
        if (PhoneNumber.TryParse(typed, out var phone, out var fault)) return phone.Value;
        row.FaultWords("phone", fault.In(texts));
        return null;
    }

    private string? Region(CsvRow row)
    {
        if (row.Optional("region") is not { } typed) return null;
        var community = typed.All(char.IsAsciiDigit) ? regions.Find(typed) : Named(typed);
        if (community is not { Code.Length: 12 })
        {
            row.Fault("region", "residents.import.region-unknown");
            return null;
        }
        if (_arms.Any(a => a.Kind == ScopeKind.All || (a.Kind == ScopeKind.Region && a.Values.Any(v => community.Code.StartsWith(v, StringComparison.Ordinal))))) return community.Code;
        row.Fault("region", "residents.import.region-out-of-scope");
        return null;
    }

    // Within the regions the importer answers for, so that a common name is not looked for in the whole country.
    private Region? Named(string typed)
    {
        var within = _arms.Where(a => a.Kind == ScopeKind.Region).SelectMany(a => a.Values).ToList();
        if (within.Count == 0) within = [.. regions.Children("").Select(r => r.Code)];
        foreach (var code in within)
        {
            if (code.Length == 12 && regions.Find(code) is { } own && (own.Name == typed || regions.FindCommunity(code[..9], typed)?.Code == code)) return own;
            if (regions.FindCommunity(code, typed) is { } found) return found;
            foreach (var town in regions.Path(code).Where(r => r.Code.Length == 9).Concat(code.Length == 6 ? regions.Children(code) : []))
                if (typed.StartsWith(town.Name, StringComparison.Ordinal) && regions.FindCommunity(town.Code, typed[town.Name.Length..]) is { } inTown) return inTown;
        }
        return null;
    }

    private string? Grid(CsvRow row, string? region)
    {
        if (row.Optional("grid") is not { } typed) return null;
        if (region is not null && typed.Length <= 3 && int.TryParse(typed, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var serial) && serial > 0)
            return GridCode.Create(RegionCode.Parse(region, null), false, serial).Value;
        if (!GridCode.TryParse(typed, out var grid, out var fault)) row.FaultWords("grid", fault.In(texts));
        else if (region is not null && grid.Community.Value != region) row.Fault("grid", "residents.import.grid-elsewhere");
        else return grid.Value;
        return null;
    }

    private string? HukouRegion(CsvRow row)
    {
        if (row.Optional("hukou_region") is not { } typed) return null;
        if (!typed.All(char.IsAsciiDigit))
        {
            if (Named(typed) is { } named) return named.Code;
            row.Fault("hukou_region", "residents.import.region-unknown");
            return null;
        }
        // Below the county only our own divisions are known; elsewhere the county is enough to be told apart.
        if (RegionCode.TryParse(typed, out var code, out var fault) && code.Value.Length >= 6 && regions.Find(code.Value[..6]) is not null) return code.Value;
        if (fault is not null) row.FaultWords("hukou_region", fault.In(texts));
        else row.Fault("hukou_region", "residents.import.region-unknown");
        return null;
    }

    private string? Relation(CsvRow row)
    {
        if (row.Optional("relation") is not { } typed) return null;
        if (row.Optional("household") is null)
        {
            row.Fault("household", "residents.import.household-missing");
            return null;
        }
        if (Code(CodeTables.Relation, typed) is { } code) return code == "01" ? "02" : code;
        row.Fault("relation", "residents.import.relation");
        return null;
    }

    private string[] Tags(CsvRow row)
    {
        if (row.Optional("tags") is not { } typed) return [];
        var kinds = new List<string>();
        foreach (var title in typed.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (tags.OwnKind(title) is { } kind) kinds.Add(kind);
            else row.Fault("tags", "residents.import.tag-unknown");
        }
        return [.. kinds.Distinct(StringComparer.Ordinal)];
    }

    private string? Code(CodeTable table, string typed) => table.Contains(typed) ? typed : table.Codes.FirstOrDefault(code => string.Equals(table.NameOf(code, texts), typed, StringComparison.OrdinalIgnoreCase));
}
