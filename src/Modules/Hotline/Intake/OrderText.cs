using System.Xml;

namespace Yimen.Hotline;

/// <summary>What can stand in a text that people read: neither control characters, which no document carries and PostgreSQL refuses in part, nor halves of characters.</summary>
internal static class OrderText
{
    public static bool Fits(params IEnumerable<string?> texts) => texts.All(t => t is null || Fits(t));

    private static bool Fits(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]))
            {
                at++;
            }
            else if (char.IsSurrogate(text[at]) || !XmlConvert.IsXmlChar(text[at]))
            {
                return false;
            }
        }

        return true;
    }
}
