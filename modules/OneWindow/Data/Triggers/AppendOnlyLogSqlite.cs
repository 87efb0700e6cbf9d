using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace UnifiedPlatform.OneWindow.Data.Migrations.Sqlite;

/// <summary>The log is only ever added to. Written by hand, and apart from the folder the tool writes.</summary>
[DbContext(typeof(OneWindowDbContext))]
[Migration("20261122235900_AppendOnlyLog")]
internal sealed class AppendOnlyLog : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("CREATE TRIGGER case_event_no_update BEFORE UPDATE ON case_event BEGIN SELECT RAISE(ABORT, 'case_event is append only'); END;");
        migrationBuilder.Sql("CREATE TRIGGER case_event_no_delete BEFORE DELETE ON case_event BEGIN SELECT RAISE(ABORT, 'case_event is append only'); END;");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("DROP TRIGGER case_event_no_update;");
        migrationBuilder.Sql("DROP TRIGGER case_event_no_delete;");
    }
}
