using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Yimen.Platform.Sheets;

/// <summary>The rows of a workbook by a door's columns.</summary>
internal static class ImportSheet
{
    private const int LongestGiven = 60;

    /// <summary>The rows with their numbers and the file's digest, or null with what is wrong with the file as a whole.</summary>
    public static (List<ImportLine> Lines, string Digest)? Read(ImportDoor door, IFormFile? file, out string fault)
    {
        fault = "请选择要上传的文件。";
        if (file is not { Length: > 0 })
        {
            return null;
        }

        try
        {
            using var stream = file.OpenReadStream();
            var rows = Workbook.Rows(stream, Workbook.Open(stream)[0]).Take(door.Most + 1).ToList();
            fault = rows.Count == 0 ? "工作簿中没有数据。"
                : rows.Count > door.Most ? $"一次不超过 {door.Most} 行，请分成几个文件。"
                : door.Columns.FirstOrDefault(c => !rows[0].Cells.ContainsKey(c.Head)) is { } missing ? $"缺少“{missing.Head}”列，请使用下载的模板。"
                : "";
            stream.Position = 0;
            return fault.Length > 0 ? null : (rows.ConvertAll(r => Line(door, r.Number, r.Cells)), Convert.ToHexStringLower(SHA256.HashData(stream)));
        }
        catch (UnreadableWorkbook unreadable)
        {
            fault = unreadable.Message;
            return null;
        }
    }

    public static RowFault Fault(ImportDoor door, IReadOnlyList<ImportLine> lines, LineFault fault)
    {
        var column = door.Columns.First(c => c.Field == fault.Field);
        var given = lines.First(l => l.Number == fault.Number)[fault.Field];
        return new(fault.Number, column.Head, fault.Code, given.Length > LongestGiven ? given[..LongestGiven] + "…" : given, fault.Message);
    }

    private static ImportLine Line(ImportDoor door, int number, IReadOnlyDictionary<string, string> cells) =>
        new(number, door.Columns.ToDictionary(c => c.Field, c => cells.GetValueOrDefault(c.Head, "").Trim()));
}
