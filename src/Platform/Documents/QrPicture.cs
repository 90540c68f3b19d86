using System.Text;
using QRCoder;

namespace Yimen.Platform.Documents;

/// <summary>A QR code as one SVG path, so that a strict content policy lets it through and paper shows it sharp.</summary>
public static class QrPicture
{
    /// <summary>Side of the picture in modules, quiet zone included, and the path of its dark modules.</summary>
    public static (int Side, string Path) Of(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        for (var y = 0; y < data.ModuleMatrix.Count; y++)
        {
            for (var x = 0; x < data.ModuleMatrix.Count; x++)
            {
                var from = x;
                while (x < data.ModuleMatrix.Count && data.ModuleMatrix[y][x])
                {
                    x++;
                }
                if (x > from)
                {
                    path.Append($"M{from} {y}h{x - from}v1h{from - x}z");
                }
            }
        }
        return (data.ModuleMatrix.Count, path.ToString());
    }
}
