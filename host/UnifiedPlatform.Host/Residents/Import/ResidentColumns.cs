using System.Globalization;
using UnifiedPlatform.Sdk.Imports;
using UnifiedPlatform.Sdk.Text;

namespace UnifiedPlatform.Host.Residents.Import;

/// <summary>Columns of the register's file. Their titles are Chinese in every language: the files come from Chinese offices; a header may also carry the names.</summary>
public static class ResidentColumns
{
    private static readonly (string Name, bool Required, int MaxLength)[] Known =
    [
        ("name", true, 50), ("id_kind", false, 20), ("id_number", true, 40), ("sex", false, 10), ("birth_date", false, 20), ("phone", false, 30), ("region", true, 60),
        ("grid", false, 16), ("road", false, 60), ("house_number", false, 20), ("estate", false, 60), ("building", false, 20), ("unit", false, 20), ("floor", false, 10),
        ("room", false, 20), ("hukou_region", false, 60), ("hukou_household", false, 64), ("household", false, 64), ("relation", false, 10), ("tags", false, 200),
    ];

    /// <summary>The columns with their titles.</summary>
    public static IReadOnlyList<CsvColumn> All(ITexts texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var reader = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-Hans");
            return [.. Known.Select(c => new CsvColumn(c.Name, texts["residents.column." + c.Name.Replace('_', '-')], c.Required, c.MaxLength))];
        }
        finally
        {
            CultureInfo.CurrentUICulture = reader;
        }
    }
}
