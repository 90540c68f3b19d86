using System.Globalization;
using System.IO.Compression;
using System.Xml;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using MiniExcelLibs;

namespace Yimen.Platform.Sheets;

/// <summary>The file is no workbook that we can read; the message says why, in Chinese.</summary>
public sealed class UnreadableWorkbook(string message) : Exception(message);

/// <summary>Reads the rows of an XLSX one by one, whoever made it. Nothing of the file's own formulas or links is followed.</summary>
public static class Workbook
{
    public const long MaxBytes = 20 * 1024 * 1024;
    private const long MaxPosted = MaxBytes + (64 * 1024);
    private const long MaxUnpacked = 400L * 1024 * 1024;

    /// <summary>Lets an endpoint take a workbook: other posts are held smaller.</summary>
    public static TBuilder TakesWorkbook<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new RequestSizeLimitAttribute(MaxPosted), new RequestFormLimitsAttribute { MultipartBodyLengthLimit = MaxPosted });

    /// <summary>The sheets' names; refuses what is not XLSX, what is too large, and what would unpack to far more than it says.</summary>
    /// <exception cref="UnreadableWorkbook">With the reason.</exception>
    public static IReadOnlyList<string> Open(Stream file)
    {
        if (file.Length > MaxBytes)
        {
            throw new UnreadableWorkbook($"文件不能超过 {MaxBytes / 1024 / 1024} MB，请分成几个文件。");
        }

        return Reading(() =>
        {
            using (var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true))
            {
                if (zip.GetEntry("xl/workbook.xml") is null)
                {
                    throw new UnreadableWorkbook("这不是 Excel 工作簿（.xlsx）。旧版 .xls 请先另存为 .xlsx。");
                }

                if (zip.Entries.Sum(e => e.Length) > MaxUnpacked)
                {
                    throw new UnreadableWorkbook("文件展开后过大，请分成几个文件。");
                }
            }

            file.Position = 0;
            return MiniExcel.GetSheetNames(file);
        });
    }

    /// <summary>The rows of a sheet with their number in the file (the head is row 1), cells by their head, as text. Read lazily.</summary>
    public static IEnumerable<(int Number, IReadOnlyDictionary<string, string> Cells)> Rows(Stream file, string sheet)
    {
        file.Position = 0;
        using var rows = Reading(() => file.Query(useHeaderRow: true, sheetName: sheet, excelType: ExcelType.XLSX).GetEnumerator());
        for (var number = 2; Reading(rows.MoveNext); number++)
        {
            var cells = ((IDictionary<string, object?>)rows.Current).ToDictionary(c => c.Key.Trim(), c => Text(c.Value));
            if (cells.Values.Any(v => v.Length > 0))
            {
                yield return (number, cells);
            }
        }
    }

    private static string Text(object? cell) => cell switch
    {
        null => "",
        string text => Clean(text),
        bool flag => flag ? "是" : "否",
        double number => number.ToString("0.##########", CultureInfo.InvariantCulture),
        DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Clean(Convert.ToString(cell, CultureInfo.InvariantCulture)),
    };

    private static string Clean(string? text) => (text ?? "").ReplaceLineEndings("\n").Trim();

    private static T Reading<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or ArgumentException or FormatException or KeyNotFoundException or NullReferenceException or IOException)
        {
            throw new UnreadableWorkbook("文件无法读取，可能已损坏或加密。请用 Excel 或 WPS 打开后另存为 .xlsx 再上传。");
        }
    }
}
