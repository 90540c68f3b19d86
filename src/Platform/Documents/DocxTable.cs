using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Yimen.Platform.Documents;

/// <summary>A table in a Word file: ruled, as wide as the text, its head on every page.</summary>
internal static class DocxTable
{
    private const int TextWidth = 8844; // 156 mm in twentieths of a point
    private const string Font = "仿宋_GB2312";

    public static Table Of(TablePart part)
    {
        var width = TextWidth / Math.Max(1, part.Head.Count);
        var table = new Table(
            new TableProperties(new TableWidth { Width = TextWidth.ToString(), Type = TableWidthUnitValues.Dxa }, Borders()),
            new TableGrid(part.Head.Select(_ => new GridColumn { Width = width.ToString() })));
        table.Append(new TableRow([new TableRowProperties(new TableHeader()), .. part.Head.Select(c => Cell(c, width, true))]));
        table.Append(part.Rows.Select(row => new TableRow([new TableRowProperties(new CantSplit()), .. part.Head.Select((_, i) => Cell(i < row.Count ? row[i] : "", width, false))])));
        return table;
    }

    private static TableCell Cell(string text, int width, bool head) => new(
        new TableCellProperties(new TableCellWidth { Width = width.ToString(), Type = TableWidthUnitValues.Dxa }),
        new W.Paragraph(DocumentDocx.Letters(text, 24, Font, bold: head)));

    private static TableBorders Borders() => new(
        Rule<TopBorder>(), Rule<LeftBorder>(), Rule<BottomBorder>(), Rule<RightBorder>(), Rule<InsideHorizontalBorder>(), Rule<InsideVerticalBorder>());

    private static T Rule<T>()
        where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Space = 0, Color = "000000" };
}
