using System.Globalization;
using System.Text.Json;
using Yimen.Catalog.Fields;
using Yimen.Catalog.Sheets;
using Yimen.Kernel;
using Yimen.Platform.Sheets;

namespace Yimen.Catalog.Province;

/// <summary>The province's list as a file: XLSX with one sheet, or the same heads as properties of JSON objects. What it does not tell is not compared.</summary>
internal static class ProvinceFile
{
    public const string Sheet = "省目录";
    public const int MaxLines = 50_000;
    private const int MostFaults = 50;

    public static readonly IReadOnlyList<string> Heads = ["业务办理项编码", "省目录编号", "版本", "事项名称", "状态", "办件类型", "法定办结时限", "承诺办结时限", "可在线申办"];

    private static readonly string[] Properties = ["code", "provincialId", "version", "name", "state", "projectType", "statutory", "promised", "online"];

    /// <summary>The lines, or what is wrong with them: at most fifty complaints.</summary>
    /// <exception cref="UnreadableWorkbook">The file as a whole cannot be read.</exception>
    public static (IReadOnlyList<ProvinceLine> Lines, IReadOnlyList<string> Faults) Read(Stream file)
    {
        var (lines, faults, seen) = (new List<ProvinceLine>(), new List<string>(), new HashSet<string>());
        foreach (var (number, cells) in IsJson(file) ? Json(file) : Xlsx(file))
        {
            if (faults.Count >= MostFaults || lines.Count >= MaxLines)
            {
                break;
            }

            if (FaultOf(cells, seen) is { } fault)
            {
                faults.Add($"第 {number} 行：{fault}");
            }
            else
            {
                lines.Add(Line(cells));
            }
        }

        return lines.Count + faults.Count == 0 ? throw new UnreadableWorkbook("文件中没有数据。")
            : lines.Count >= MaxLines ? throw new UnreadableWorkbook($"一次不超过 {MaxLines} 行。")
            : (lines, faults);
    }

    private static ProvinceLine Line(IReadOnlyDictionary<string, string> cells) => new()
    {
        Code = Of(cells, 0)!.ToUpperInvariant(), ProvincialId = Of(cells, 1)!, Version = int.Parse(Of(cells, 2)!, CultureInfo.InvariantCulture), Name = Of(cells, 3)!,
        State = Of(cells, 4) is { Length: > 0 } state ? state : Compared.InUse,
        ProjectType = Of(cells, 5), Statutory = Of(cells, 6), Promised = Of(cells, 7), Online = Of(cells, 8),
    };

    private static string? FaultOf(IReadOnlyDictionary<string, string> cells, HashSet<string> seen)
    {
        var (code, state) = ((Of(cells, 0) ?? "").ToUpperInvariant(), Of(cells, 4) ?? "");
        return !HandlingCode.TryParse(code, out _, out string wrong) ? wrong
            : !seen.Add(code) ? $"编码 {code} 出现多次"
            : !ProvincialRef.IsNumber(Of(cells, 1) ?? "") ? "省目录编号由字母、数字和短横线组成，不超过 40 个字符"
            : !int.TryParse(Of(cells, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var version) || version is < 1 or > ProvincialRef.MaxVersion ? "版本应为整数"
            : Of(cells, 3) is not { Length: > 0 and <= 200 } name || FieldRules.Clean(name).Length == 0 ? "请填写事项名称，不超过 200 个字"
            : state is not ("" or Compared.InUse or Compared.Suspended or Compared.Cancelled) ? $"状态应为在用、暂停或取消，现为“{state}”"
            : cells.Values.Any(v => v.Length > 200) ? "每格不超过 200 个字"
            : null;
    }

    private static string? Of(IReadOnlyDictionary<string, string> cells, int at) => cells.GetValueOrDefault(Heads[at]);

    private static bool IsJson(Stream file)
    {
        var first = file.ReadByte();
        file.Position = 0;
        return first is '{' or '[' or 0xEF;
    }

    private static IEnumerable<(int Number, IReadOnlyDictionary<string, string> Cells)> Xlsx(Stream file)
    {
        var sheets = Workbook.Open(file);
        return Workbook.Rows(file, sheets.FirstOrDefault(s => s == Sheet) ?? sheets[0]);
    }

    private static IEnumerable<(int Number, IReadOnlyDictionary<string, string> Cells)> Json(Stream file)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(file);
        }
        catch (JsonException)
        {
            throw new UnreadableWorkbook("文件不是完整的 JSON。");
        }

        using (document)
        {
            var root = document.RootElement;
            var items = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("items", out var inside) ? inside : root;
            if (items.ValueKind != JsonValueKind.Array || items.EnumerateArray().Any(i => i.ValueKind != JsonValueKind.Object))
            {
                throw new UnreadableWorkbook("JSON 应为事项的数组，或者 {\"items\": [...]}。");
            }

            return [.. items.EnumerateArray().Select((item, i) => (i + 1, Cells(item)))];
        }
    }

    private static IReadOnlyDictionary<string, string> Cells(JsonElement item) =>
        Properties.Select((p, i) => (Head: Heads[i], Value: item.TryGetProperty(p, out var value) ? value : default)).Where(c => c.Value.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null))
            .ToDictionary(c => c.Head, c => c.Value.ValueKind switch { JsonValueKind.True => "是", JsonValueKind.False => "否", _ => FieldRules.Clean(c.Value.ToString()) });
}
