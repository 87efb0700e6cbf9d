using System.Globalization;
using System.Text;
using QRCoder;

namespace UnifiedPlatform.Sdk.Web.Components;

internal static class QrPath
{
    /// <summary>Size in modules and an SVG path of one unit a module, dark runs joined.</summary>
    public static (int Size, string Path) Of(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        // The generator adds a quiet zone of four modules; the page's own margin replaces it.
        const int quiet = 4;
        var size = rows.Count - 2 * quiet;
        var path = new StringBuilder();
        for (var y = 0; y < size; y++)
            for (var x = 0; x < size; x++)
            {
                var start = x;
                while (x < size && rows[y + quiet][x + quiet]) x++;
                if (x > start) path.Append(CultureInfo.InvariantCulture, $"M{start} {y}h{x - start}v1h-{x - start}z");
            }
        return (size, path.ToString());
    }
}
