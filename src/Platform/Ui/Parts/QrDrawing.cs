using System.Collections;
using System.Collections.Concurrent;
using System.Text;
using QRCoder;

namespace Yimen.Platform.Ui;

/// <summary>A QR code as the side of its square and one SVG path.</summary>
internal sealed record QrDrawing(int Size, string Path)
{
    private const int Most = 1000;
    private static readonly ConcurrentDictionary<string, QrDrawing> Drawn = new();

    /// <summary>Drawn once and remembered: for public addresses that many pages show. Choosing its mask takes longer than a page's queries.</summary>
    public static QrDrawing Kept(string text)
    {
        if (Drawn.Count >= Most)
        {
            Drawn.Clear();
        }

        return Drawn.GetOrAdd(text, Of);
    }

    public static QrDrawing Of(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        return new(data.ModuleMatrix.Count, Draw(data.ModuleMatrix));
    }

    // each run of dark modules in a row is one rectangle
    private static string Draw(List<BitArray> rows)
    {
        var drawn = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows.Count; x++)
            {
                var from = x;
                while (x < rows.Count && rows[y][x])
                {
                    x++;
                }

                if (x > from)
                {
                    drawn.Append('M').Append(from).Append(' ').Append(y).Append('h').Append(x - from).Append("v1h-").Append(x - from).Append('z');
                }
            }
        }

        return drawn.ToString();
    }
}
