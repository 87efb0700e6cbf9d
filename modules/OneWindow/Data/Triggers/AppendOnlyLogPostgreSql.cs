using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace UnifiedPlatform.OneWindow.Data.Migrations.PostgreSql;

/// <summary>The log is only ever added to. Written by hand, and apart from the folder the tool writes.</summary>
[DbContext(typeof(OneWindowDbContext))]
[Migration("20261122235900_AppendOnlyLog")]
internal sealed class AppendOnlyLog : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("CREATE FUNCTION case_event_append_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'case_event is append only'; END $$;");
        migrationBuilder.Sql("CREATE TRIGGER case_event_append_only BEFORE UPDATE OR DELETE ON case_event FOR EACH ROW EXECUTE FUNCTION case_event_append_only();");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("DROP TRIGGER case_event_append_only ON case_event;");
        migrationBuilder.Sql("DROP FUNCTION case_event_append_only();");
    }
}
