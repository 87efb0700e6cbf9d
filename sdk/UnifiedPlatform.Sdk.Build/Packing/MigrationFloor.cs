using UnifiedPlatform.Sdk.Build.Metadata;
using UnifiedPlatform.Sdk.Modules.Code;

namespace UnifiedPlatform.Sdk.Build.Packing;

/// <summary>Reads from the migrations themselves whether older versions of the module run on the newest schema.</summary>
internal static class MigrationFloor
{
    /// <summary>Every version runs on the schema.</summary>
    public const string Any = "0.0.0";

    private const string Migration = "Microsoft.EntityFrameworkCore.Migrations.MigrationAttribute", Builder = "Microsoft.EntityFrameworkCore.Migrations.MigrationBuilder";

    // What takes nothing away from code written before it.
    private static readonly string[] Adding = ["AddColumn", "CreateTable", "CreateIndex", "DropIndex", "CreateSequence", "EnsureSchema", "InsertData", "AddForeignKey", "AddCheckConstraint", "get_ActiveProvider"];

    /// <summary>Whether every migration after the first of each database only adds.</summary>
    public static bool OnlyAdds(AssemblyContents assembly, string path)
    {
        var later = assembly.Types.Select(type => (type.FullName, Name: type.Attributes.FirstOrDefault(attribute => attribute.Type == Migration)?.Text(0))).Where(migration => migration.Name is not null)
            .GroupBy(migration => migration.FullName[..migration.FullName.LastIndexOf('.')], StringComparer.Ordinal)
            .SelectMany(database => database.OrderBy(migration => migration.Name, StringComparer.Ordinal).Skip(1)).Select(migration => migration.FullName + ".Up").ToHashSet(StringComparer.Ordinal);
        if (later.Count == 0) return true;
        using var code = new CodeFile(path);
        return code.Uses().Where(use => use.Type == Builder && later.Contains(use.Place)).All(use => Adding.Contains(use.Member));
    }
}
