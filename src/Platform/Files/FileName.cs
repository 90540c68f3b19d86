using System.Text;

namespace Yimen.Platform.Files;

/// <summary>Names come from outside and are text for people, nothing more.</summary>
public static class FileName
{
    private const int Longest = 120;

    /// <summary>The last part of whatever was sent, without signs that a file system or a header could take for something else.</summary>
    public static string Clean(string? name)
    {
        var last = (name ?? "").Split('/', '\\')[^1];
        var text = new StringBuilder();
        foreach (var rune in last.EnumerateRunes())
        {
            text.Append(Rune.IsControl(rune) || IsBidi(rune) || "\"<>|:*?\uFFFD".Contains(rune.ToString()) ? "_" : rune.ToString());
        }
        var clean = text.ToString().Trim().TrimEnd('.', ' ');
        var ending = Path.GetExtension(clean);
        return clean.Length == 0 || clean == ending ? "文件" + ending
            : clean.Length <= Longest ? clean
            : Cut(clean, Longest) + (ending.Length < 10 ? ending : "");
    }

    // never between the two halves of a rare character
    private static string Cut(string text, int length) => text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];

    // text that runs backwards can make .exe look like .pdf
    private static bool IsBidi(Rune rune) => rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x200E or 0x200F;
}
