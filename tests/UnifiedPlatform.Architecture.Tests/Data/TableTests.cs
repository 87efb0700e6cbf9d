using UnifiedPlatform.Architecture.Tests.References;
using UnifiedPlatform.Architecture.Tests.Sources;

namespace UnifiedPlatform.Architecture.Tests.Data;

public sealed class TableTests
{
    private static readonly SourceFile Party = new("modules/PartyBuilding/Data.cs", """class C { void M() { a.ToTable("party_members", (string)null); b.ToTable("contacts"); } }""");

    [Fact]
    public void No_module_reaches_into_another_s_tables()
    {
        var tables = TableRules.Tables(SourceTree.Product);

        Guard.Holds(SourceTree.Written.SelectMany(file => TableRules.Violations(file, tables, ProjectFile.ModuleIds)));
    }

    [Fact]
    public void Every_module_and_the_host_have_tables_of_their_own()
    {
        var owners = TableRules.Tables(SourceTree.Product).Keys;

        Guard.Holds(ProjectFile.Product.Where(project => project.Module).Select(project => project.Path.Split('/')[1]).Append("host").Except(owners).Select(owner => $"{owner} maps no table that is its own."));
    }

    [Theory]
    [InlineData("SELECT id FROM party_members WHERE 1")]
    [InlineData("UPDATE \\\"contacts\\\" SET a = 1")]
    [InlineData("SELECT 1 FROM m_party_building.other")]
    [InlineData("Data Source=modules/party-building/app.db")]
    public void A_planted_reach_is_seen(string sql)
    {
        var window = new SourceFile("modules/OneWindow/Queries.cs", $"class C {{ string S = \"{sql}\"; }}");

        Assert.NotEmpty(TableRules.Violations(window, TableRules.Tables([Party, window]), ["party-building", "one-window"]));
    }

    [Fact]
    public void The_tables_everybody_has_from_the_platform_may_be_named()
    {
        var platform = new SourceFile("sdk/UnifiedPlatform.Sdk/Data/Tables.cs", """class C { void M() => b.ToTable("outbox"); }""");
        var party = new SourceFile("modules/PartyBuilding/Migrations/M.cs", """class C { void M() => b.ToTable("outbox"); }""");
        var host = new SourceFile("host/UnifiedPlatform.Host/Exchange/Reader.cs", """class C { string S = "SELECT 1 FROM outbox"; }""");

        Assert.Empty(TableRules.Violations(host, TableRules.Tables([platform, party]), ["party-building"]));
    }

    [Fact]
    public void One_s_own_tables_may_be_named()
    {
        var own = new SourceFile("modules/PartyBuilding/Queries.cs", """class C { string S = "SELECT id FROM party_members JOIN contacts ON 1"; string T = "m_party_building.members"; }""");

        Assert.Empty(TableRules.Violations(own, TableRules.Tables([Party, own]), ["party-building", "one-window"]));
    }
}
