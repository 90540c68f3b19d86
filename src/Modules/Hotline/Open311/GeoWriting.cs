using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using System.Xml;

namespace Yimen.Hotline.Open311;

/// <summary>Writes a document as XML 1.0 or as JSON, both in UTF-8.</summary>
internal static class GeoWriting
{
    private static readonly XmlWriterSettings Xml = new() { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.Entitize };
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static byte[] AsXml(this GeoDocument document)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Xml))
        {
            xml.WriteStartDocument();
            Write(xml, document.Root, document.Node);
        }

        return bytes.ToArray();
    }

    public static byte[] AsJson(this GeoDocument document)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Json))
        {
            Write(json, document.Node);
        }

        return bytes.ToArray();
    }

    private static void Write(XmlWriter xml, string name, GeoNode node)
    {
        xml.WriteStartElement(name);
        switch (node)
        {
            case GeoObject fields:
                Array.ForEach(fields.Fields, f => Write(xml, f.Name, f.Value));
                break;
            case GeoList list:
                list.Items.ToList().ForEach(i => Write(xml, list.Item, i));
                break;
            case GeoText { Text: { Length: > 0 } text }:
                xml.WriteString(Clean(text));
                break;
            case GeoFlag flag:
                xml.WriteString(flag.Flag ? "true" : "false");
                break;
            case GeoNumber number:
                // never an exponent: clients read coordinates as plain decimals
                xml.WriteString(((decimal)number.Number).ToString(CultureInfo.InvariantCulture));
                break;
        }

        xml.WriteEndElement();
    }

    private static void Write(Utf8JsonWriter json, GeoNode node)
    {
        switch (node)
        {
            case GeoObject fields:
                json.WriteStartObject();
                foreach (var (name, value) in fields.Fields)
                {
                    json.WritePropertyName(name);
                    Write(json, value);
                }

                json.WriteEndObject();
                break;
            case GeoList list:
                json.WriteStartArray();
                list.Items.ToList().ForEach(i => Write(json, i));
                json.WriteEndArray();
                break;
            case GeoText { Text: { Length: > 0 } text }:
                json.WriteStringValue(Clean(text));
                break;
            case GeoFlag flag:
                json.WriteBooleanValue(flag.Flag);
                break;
            case GeoNumber number:
                json.WriteNumberValue((decimal)number.Number);
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }

    // XML 1.0 knows no control characters, not even escaped; what another door let in must not break the whole list
    private static string Clean(string text)
    {
        if (OrderText.Fits(text))
        {
            return text;
        }

        var kept = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]))
            {
                kept.Append(text[at]).Append(text[++at]);
            }
            else if (XmlConvert.IsXmlChar(text[at]) && !char.IsSurrogate(text[at]))
            {
                kept.Append(text[at]);
            }
        }

        return kept.ToString();
    }
}
