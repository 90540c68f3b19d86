using System.Text;
using Microsoft.Playwright;

namespace Yimen.Browser;

/// <summary>Small real files as an applicant would bring them.</summary>
internal static class Paper
{
    /// <summary>One red pixel.</summary>
    public static FilePayload Picture(string name) => new()
    {
        Name = name,
        MimeType = "image/png",
        Buffer = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg=="),
    };

    /// <summary>One empty page.</summary>
    public static FilePayload Pdf(string name)
    {
        string[] parts =
        [
            "1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n",
            "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n",
            "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>\nendobj\n",
        ];
        var text = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        foreach (var part in parts)
        {
            places.Add(text.Length);
            text.Append(part);
        }

        var table = text.Length;
        text.Append("xref\n0 4\n0000000000 65535 f \n").AppendJoin("", places.Select(p => $"{p:D10} 00000 n \n"));
        text.Append($"trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return new() { Name = name, MimeType = "application/pdf", Buffer = Encoding.ASCII.GetBytes(text.ToString()) };
    }
}
