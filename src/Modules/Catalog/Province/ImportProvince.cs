using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Catalog.Sheets;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Sheets;
using Yimen.Platform.Ui;

namespace Yimen.Catalog.Province;

/// <summary>导入省目录 — the province's published list as it hands it out, whole or not at all; the lines of the list before are replaced.</summary>
internal sealed class ImportProvince(AppDb db, Writer writer, IdSource ids)
{
    private const int Chunk = 1000;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/drift/list", (HttpContext http) => Page.Of<ProvinceListPage>(http, new ProvinceListView(null))).RequirePermission(Rights.Import);
        app.MapGet("/desk/drift/list/template.xlsx", (CancellationToken ct) => WorkbookAnswer.Of("省目录清单模板.xlsx", [new Sheet(ProvinceFile.Sheet, ProvinceFile.Heads, [])], ct)).RequirePermission(Rights.Import);
        app.MapPost("/desk/drift/list", (HttpContext http, IFormFile? file, ImportProvince slice, CancellationToken ct) => slice.Post(http, file, ct)).RequirePermission(Rights.Import).TakesWorkbook();
        app.MapPost("/api/v1/province-list", (HttpContext http, ImportProvince slice, CancellationToken ct) => slice.Answer(http, ct)).RequirePermission(Rights.Import).TakesWorkbook()
            .Accepts<object>("application/octet-stream").WithTags("事项").WithName("importProvinceList").WithSummary("导入省目录清单：请求体为 XLSX 文件，或者事项的 JSON 数组（application/octet-stream）");
    }

    private async Task<IResult> Post(HttpContext http, IFormFile? file, CancellationToken ct)
    {
        if (file is null || file.Length == 0)
        {
            return Again(http, ["请选择省目录清单文件（.xlsx 或 .json）。"]);
        }

        await using var content = file.OpenReadStream();
        var (lines, faults) = await Take(http, content, Path.GetFileName(file.FileName), ct);
        return faults.Count > 0 ? Again(http, faults) : Page.Then(http, "/desk/drift", $"已导入省目录清单 {lines} 项，可以立即比对，夜间也会自动比对。");
    }

    private async Task<IResult> Answer(HttpContext http, CancellationToken ct)
    {
        var path = Path.GetTempFileName(); // a workbook is read back and forth, a request's body is not
        await using var content = new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose);
        await http.Request.Body.CopyToAsync(content, ct);
        content.Position = 0;
        var (lines, faults) = await Take(http, content, "接口", ct);
        return faults.Count > 0 ? Results.ValidationProblem(new Dictionary<string, string[]> { ["file"] = [.. faults] }, title: "内容不符合要求") : Results.Ok(new { lines });
    }

    /// <summary>How many lines were taken, or why none.</summary>
    public async Task<(int Lines, IReadOnlyList<string> Faults)> Take(HttpContext http, Stream content, string name, CancellationToken ct)
    {
        try
        {
            var (lines, faults) = content.Length == 0 ? ([], ["文件是空的。"]) : ProvinceFile.Read(content);
            return faults.Count > 0 ? (0, faults) : (await Replace(lines, name, http.Act(), ct), faults);
        }
        catch (UnreadableWorkbook e)
        {
            return (0, [e.Message]);
        }
    }

    public async Task<int> Replace(IReadOnlyList<ProvinceLine> lines, string name, Act act, CancellationToken ct)
    {
        await writer.WriteParts(act, Parts(lines, name[..Math.Min(name.Length, 100)], act, ct), ct);
        return lines.Count;
    }

    private async IAsyncEnumerable<int> Parts(IReadOnlyList<ProvinceLine> lines, string name, Act act, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await db.ProvinceLines.ExecuteDeleteAsync(ct); // lines are no matters: the list that brought them is, and tells of its successor
        db.Add(ProvinceList.Import(ids.NewId(act.Now), name, lines.Count, act));
        yield return 1;
        foreach (var some in lines.Chunk(Chunk))
        {
            db.AddRange(some.AsEnumerable<object>());
            yield return some.Length;
        }
    }

    private static IResult Again(HttpContext http, IReadOnlyList<string> faults)
    {
        var errors = new FormErrors();
        errors.Add("file", faults.Count == 1 ? faults[0] : $"没有导入。{string.Join("；", faults.Take(5))}{(faults.Count > 5 ? $"；等 {faults.Count} 处" : "")}");
        return Page.Again<ProvinceListPage>(http, new ProvinceListView(errors));
    }
}

public sealed record ProvinceListView(FormErrors? Errors);
