using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Yimen.Platform.Ui;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Yimen.Platform.Documents;

/// <summary>A document as a Word file on A4 by the measures of GB/T 9704: margins 37/35/28/26 mm, title 二号, text 三号, 28 points a line.</summary>
public static class DocumentDocx
{
    private const string DemoWords = "演示文书，不具法律效力";
    private const string Song = "宋体";
    private const string FangSong = "仿宋_GB2312";
    private const int Body = 32; // 三号, in half points
    private const int TitleSize = 44; // 二号

    public const string ContentType = DocumentPages.Docx;

    public static byte[] Of(DocumentView view) => Written(view.Content.Title, Blocks(view), view.Demo);

    /// <summary>A paper that is not issued here: the same layout without code and seal.</summary>
    /// <param name="number">The number that its own room gave it; null for a draft.</param>
    public static byte[] Draft(DocumentContent content, bool demo, string? number = null) => Written(content.Title, Unissued(content, demo, number), demo);

    private static byte[] Written(string title, IEnumerable<OpenXmlElement> blocks, bool demo)
    {
        using var bytes = new MemoryStream();
        using (var file = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document))
        {
            var main = file.AddMainDocumentPart();
            var footer = main.AddNewPart<FooterPart>();
            footer.Footer = new Footer(PageNumber());
            main.Document = new Document(new Body([.. blocks, Page(main.GetIdOfPart(footer), demo ? Stamp(main) : null)]));
            file.PackageProperties.Title = title;
        }
        return bytes.ToArray();
    }

    // on every page, not only the first
    private static string Stamp(MainDocumentPart main)
    {
        var header = main.AddNewPart<HeaderPart>();
        header.Header = new Header(Line(DemoWords, JustificationValues.Right, 20, "C00000"));
        return main.GetIdOfPart(header);
    }

    private static IEnumerable<OpenXmlElement> Blocks(DocumentView view)
    {
        yield return Line(view.Content.UnitName, JustificationValues.Center, TitleSize, "C00000");
        if (view.Demo)
        {
            yield return Line(DemoWords, JustificationValues.Center, Body, "C00000");
        }
        if (view.Record.RevokedAt is not null)
        {
            yield return Line("本文书已撤销", JustificationValues.Center, Body, "C00000");
        }
        yield return Line(view.Content.Title, JustificationValues.Center, TitleSize);
        yield return Line(view.Record.Number, JustificationValues.Center, Body);
        if (view.Content.Addressee is { } to)
        {
            yield return Line(to + "：", JustificationValues.Left, Body);
        }
        foreach (var (part, numeral) in view.Parts())
        {
            yield return Block(part, numeral);
        }
        foreach (var line in Ending(view))
        {
            yield return line;
        }
    }

    private static IEnumerable<OpenXmlElement> Unissued(DocumentContent content, bool demo, string? number)
    {
        yield return Line(content.UnitName, JustificationValues.Center, TitleSize, "C00000");
        if (demo)
        {
            yield return Line(DemoWords, JustificationValues.Center, Body, "C00000");
        }
        yield return Line(content.Title, JustificationValues.Center, TitleSize);
        if (number is not null)
        {
            yield return Line(number, JustificationValues.Center, Body);
        }
        if (content.Addressee is { } to)
        {
            yield return Line(to + "：", JustificationValues.Left, Body);
        }
        foreach (var (part, numeral) in DocumentView.Counted(content.Parts))
        {
            yield return Block(part, numeral);
        }
        yield return Line("", JustificationValues.Left, Body);
        yield return Line(content.UnitName, JustificationValues.Right, Body);
        yield return Line(Dates.Day(content.Date), JustificationValues.Right, Body);
    }

    private static IEnumerable<OpenXmlElement> Ending(DocumentView view)
    {
        if (view.Content.Attachments.Count > 0)
        {
            yield return Prose("附件：" + string.Join("；", view.Content.Attachments.Select((name, i) => $"{i + 1}. {name}")));
        }
        yield return Line("", JustificationValues.Left, Body);
        yield return Line(view.Content.UnitName, JustificationValues.Right, Body);
        yield return Line(Dates.Day(view.Content.Date), JustificationValues.Right, Body);
        if (view.Content.Note is { } note)
        {
            yield return Prose($"（{note}）");
        }
        yield return Line($"核验码：{view.Code}　{view.VerifyUrl}", JustificationValues.Left, 20);
    }

    private static OpenXmlElement Block(DocumentPart part, string numeral) => part switch
    {
        Paragraph p => Prose(p.Text),
        Numbered n => Prose(numeral + n.Text),
        Heading h => Prose(h.Text, "黑体"),
        TablePart t => DocxTable.Of(t),
        _ => throw new InvalidOperationException($"No Word form for {part.GetType().Name}."),
    };

    private static W.Paragraph Prose(string text, string font = FangSong) => new(
        new ParagraphProperties(Spacing(), new Indentation { FirstLineChars = 200, FirstLine = (Body * 20).ToString() }, new Justification { Val = JustificationValues.Both }),
        Letters(text, Body, font));

    private static W.Paragraph Line(string text, JustificationValues where, int size, string? colour = null) => new(
        new ParagraphProperties(Spacing(), new Justification { Val = where }),
        Letters(text, size, size == TitleSize ? Song : FangSong, colour, size == TitleSize));

    private static SpacingBetweenLines Spacing() => new() { Line = "560", LineRule = LineSpacingRuleValues.AtLeast };

    internal static Run Letters(string text, int size, string font, string? colour = null, bool bold = false)
    {
        var look = new RunProperties(new RunFonts { Ascii = font, HighAnsi = font, EastAsia = font });
        if (bold)
        {
            look.Append(new Bold());
        }
        if (colour is not null)
        {
            look.Append(new Color { Val = colour });
        }
        look.Append(new FontSize { Val = size.ToString() });
        return new Run(look, new W.Text(Clean(text)) { Space = SpaceProcessingModeValues.Preserve });
    }

    // XML has no place for control characters, and one pasted into a form must not spoil the file
    private static string Clean(string text) => string.Concat(text.Select(c => c < ' ' && c != '\t' ? ' ' : c));

    private static W.Paragraph PageNumber() => new(
        new ParagraphProperties(new Justification { Val = JustificationValues.Center }),
        Letters("— ", 28, Song), new SimpleField(Letters("1", 28, Song)) { Instruction = "PAGE" }, Letters(" —", 28, Song));

    // in twentieths of a point: 1 mm is 56.7
    private static SectionProperties Page(string footer, string? header) => new(
        [.. header is null ? Array.Empty<OpenXmlElement>() : [new HeaderReference { Type = HeaderFooterValues.Default, Id = header }],
        new FooterReference { Type = HeaderFooterValues.Default, Id = footer },
        new PageSize { Width = 11906, Height = 16838 },
        new PageMargin { Top = 2098, Bottom = 1985, Left = 1588, Right = 1474, Header = 851, Footer = 1588, Gutter = 0 }]);
}
