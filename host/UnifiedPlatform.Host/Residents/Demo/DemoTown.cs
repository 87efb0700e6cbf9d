using System.Globalization;
using UnifiedPlatform.Host.Residents.Divisions;
using UnifiedPlatform.Sdk.Domain;

namespace UnifiedPlatform.Host.Residents.Demo;

/// <summary>Settles a town with people who do not exist: real communities, households with heads, elders who live alone. The same seed gives the same people.</summary>
public sealed class DemoTown
{
    private const string Town = "340822100", AddressCode = "990822";
    private static readonly string[] Roads = ["城东路", "人民路", "稼先路", "育儿路", "望江路", "高河大道", "振宁路", "团结路", "学苑路", "菜市街"];
    private static readonly string[] Estates = ["金桥花园", "锦绣家园", "凌云小区", "稼先苑", "阳光新城"];
    private static readonly string[] Elsewhere = ["340822102", "340822101", "340822107", "340803", "340104", "360430"];

    private readonly Random _chance;
    private readonly DemoNames _names;
    private readonly DateOnly _today;
    private readonly IReadOnlyList<Sdk.Residents.Region> _communities = Regions.Shipped.Children(Town);
    private readonly Dictionary<(DateOnly Day, bool Woman), int> _serials = [];
    private int _phones, _households;

    private DemoTown(int seed, DateOnly today) => (_chance, _names, _today) = (new Random(seed), new DemoNames(new Random(seed + 1)), today);

    /// <summary>The first people of the town, whole households one after the other; the last one may be cut.</summary>
    public static IEnumerable<DemoResident> People(int count, DateOnly today, int seed = DemoTownCsv.Seed) => new DemoTown(seed, today).Everybody().Take(count);

    private IEnumerable<DemoResident> Everybody()
    {
        foreach (var resident in FirstDoors()) yield return resident;
        while (true)
            foreach (var resident in Household())
                yield return resident;
    }

    // The people of the story: an elder who lives alone, her neighbour, and a daughter behind another door.
    private IEnumerable<DemoResident> FirstDoors()
    {
        var bridge = new Door(_communities[1].Code, Grid(_communities[1].Code, 3), "城东路", "18", "", "3", "2", "402");
        yield return Resident("王秀兰", woman: true, new DateOnly(1958, 3, 12), bridge, NextHousehold(), "02", "13800005678", ["living-alone", "minimum-living"]);
        var neighbour = bridge with { Building = "5", Unit = "1", Room = "101" };
        yield return Resident("王秀英", woman: true, new DateOnly(1952, 6, 8), neighbour, NextHousehold(), "02", NextPhone(), ["living-alone"]);
        var (daughter, home) = (bridge with { Road = "稼先路", Number = "42", Estate = "金桥花园", Building = "1", Unit = "1", Room = "304" }, NextHousehold());
        yield return Resident("陈国强", woman: false, new DateOnly(1981, 11, 3), daughter, home, "02", NextPhone(), []);
        yield return Resident("李丽", woman: true, new DateOnly(1983, 5, 21), daughter, home, "12", NextPhone(), []);
    }

    private IEnumerable<DemoResident> Household()
    {
        var (door, household) = (AnyDoor(), NextHousehold());
        return _chance.Next(100) switch
        {
            < 14 => Alone(door, household),
            < 26 => Couple(door, household, Year(60, 84)),
            < 74 => Family(door, household),
            < 88 => ThreeGenerations(door, household),
            _ => [Single(door, household, _chance.Next(2) == 0, Year(19, 58), "02", _names.Surname())],
        };
    }

    private IEnumerable<DemoResident> Alone(Door door, string household) => [Single(door, household, _chance.Next(10) < 7, Year(66, 93), "02", _names.Surname(), "living-alone")];

    private IEnumerable<DemoResident> Couple(Door door, string household, int year)
    {
        yield return Single(door, household, woman: false, year, "02", _names.Surname(), "empty-nest");
        yield return Single(door, household, woman: true, year + _chance.Next(-2, 5), "12", _names.Surname(), "empty-nest");
    }

    private IEnumerable<DemoResident> Family(Door door, string household)
    {
        var (surname, year) = (_names.Surname(), Year(28, 52));
        yield return Single(door, household, woman: false, year, "02", surname);
        yield return Single(door, household, woman: true, year + _chance.Next(-2, 5), "12", _names.Surname());
        for (var children = _chance.Next(1, 3); children > 0; children--) yield return Child(door, household, surname, year);
    }

    private IEnumerable<DemoResident> ThreeGenerations(Door door, string household)
    {
        var (surname, year) = (_names.Surname(), Year(60, 80));
        yield return Single(door, household, woman: false, year, "02", surname);
        yield return Single(door, household, woman: true, year + _chance.Next(-2, 5), "12", _names.Surname());
        var son = Single(door, household, woman: false, year + _chance.Next(23, 29), "20", surname);
        yield return son;
        yield return Single(door, household, woman: true, son.Birth.Year + _chance.Next(-2, 4), "38", _names.Surname());
        var grandson = _chance.Next(2) == 0;
        yield return Single(door, household, !grandson, Math.Min(_today.Year - 1, son.Birth.Year + _chance.Next(23, 32)), grandson ? "41" : "42", surname);
    }

    private DemoResident Child(Door door, string household, string surname, int fathersYear)
    {
        var daughter = _chance.Next(2) == 0;
        return Single(door, household, daughter, Math.Min(_today.Year - 1, fathersYear + _chance.Next(22, 34)), daughter ? "30" : "20", surname);
    }

    private DemoResident Single(Door door, string household, bool woman, int year, string relation, string surname, params string[] tags)
    {
        var birth = new DateOnly(year, 1, 1).AddDays(_chance.Next(365));
        if (birth >= _today) birth = _today.AddDays(-1 - _chance.Next(300));
        var age = _today.Year - birth.Year;
        List<string> all = [.. tags];
        if (age > 80) all.Add("advanced-age");
        if (age > 60 && _chance.Next(12) == 0) all.Add("minimum-living");
        if (_chance.Next(25) == 0) all.Add("disabled");
        if (!woman && age > 40 && _chance.Next(20) == 0) all.Add("veteran");
        var phone = age < 12 || (age > 75 && _chance.Next(3) == 0) ? null : NextPhone();
        return Resident(_names.Whole(surname, woman, year), woman, birth, door, household, relation, phone, all);
    }

    private DemoResident Resident(string name, bool woman, DateOnly birth, Door door, string household, string relation, string? phone, IReadOnlyList<string> tags)
    {
        var moved = _chance.Next(100) < 12;
        return new DemoResident
        {
            Name = name, NationalId = NationalIdFor(birth, woman), Sex = woman ? "2" : "1", Birth = birth, Phone = phone, Region = door.Community, Grid = door.Grid, Road = door.Road,
            Number = door.Number, Estate = door.Estate, Building = door.Building, Unit = door.Unit, Room = door.Room, HukouRegion = moved ? Elsewhere[_chance.Next(Elsewhere.Length)] : door.Community,
            HukouHousehold = "H" + household, Household = household, Relation = relation, Tags = tags,
        };
    }

    private Door AnyDoor()
    {
        var community = _communities[_chance.Next(_communities.Count)];
        var grid = Grid(community.Code, _chance.Next(1, 6));
        // Above 200 it is a village: groups of houses, no storeys.
        if (string.CompareOrdinal(community.Code[9..], "200") >= 0)
            return new Door(community.Code, grid, community.ShortName + _names.Surname() + "屋组", Number(1, 90), "", "", "", "");
        var estate = _chance.Next(3) == 0 ? Estates[_chance.Next(Estates.Length)] : "";
        return new Door(community.Code, grid, Roads[_chance.Next(Roads.Length)], Number(1, 240), estate, Number(1, 16), Number(1, 4), Number(1, 12) + "0" + Number(1, 4));
    }

    private string NationalIdFor(DateOnly birth, bool woman)
    {
        var serial = _serials[(birth, woman)] = _serials.GetValueOrDefault((birth, woman), woman ? 0 : -1) + 2;
        var first = AddressCode + birth.ToString("yyyyMMdd", CultureInfo.InvariantCulture) + serial.ToString("000", CultureInfo.InvariantCulture);
        return first + NationalId.CheckCharacter(first);
    }

    // A range no operator has given out.
    private string NextPhone() => "1990099" + (_phones++ % 10_000).ToString("0000", CultureInfo.InvariantCulture);

    private string NextHousehold() => (++_households).ToString("000000", CultureInfo.InvariantCulture);

    private int Year(int youngest, int oldest) => _today.Year - _chance.Next(youngest, oldest + 1);

    private string Number(int least, int most) => _chance.Next(least, most + 1).ToString(CultureInfo.InvariantCulture);

    private static string Grid(string community, int serial) => GridCode.Create(RegionCode.Parse(community, null), false, serial).Value;

    private sealed record Door(string Community, string Grid, string Road, string Number, string Estate, string Building, string Unit, string Room);
}
