using Microsoft.AspNetCore.Http;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Sheets;
using Yimen.Platform.Ui;

namespace Yimen.Cases.OutsideCases;

/// <summary>A workbook's rows with their numbers in the file.</summary>
internal sealed record ReadSheet(string FileName, List<(int Number, IReadOnlyDictionary<string, string> Cells)> Rows);

/// <summary>Reads workbooks and keeps the record of what became of each.</summary>
internal sealed class OutsideImports(AppDb db, Writer writer, IdSource ids)
{
    private const int Most = 5000;

    /// <summary>The rows, or null with what is wrong with the file as a whole.</summary>
    public ReadSheet? Read(IFormFile? file, IReadOnlyList<string> heads, out Func<string, OutsideImportErrors> refusal)
    {
        var fault = "请选择要上传的文件。";
        if (file is { Length: > 0 })
        {
            try
            {
                using var stream = file.OpenReadStream();
                var rows = Workbook.Rows(stream, Workbook.Open(stream)[0]).Take(Most + 1).ToList();
                fault = rows.Count == 0 ? "工作簿中没有数据。"
                    : rows.Count > Most ? $"一次不超过 {Most} 行，请分成几个文件。"
                    : heads.FirstOrDefault(h => !rows[0].Cells.ContainsKey(h)) is { } missing ? $"缺少“{missing}”列，请使用下载的模板。"
                    : "";
                if (fault.Length == 0)
                {
                    refusal = _ => new();
                    return new(Path.GetFileName(file.FileName) is { Length: > 0 } name ? name[..Math.Min(name.Length, 100)] : "上传.xlsx", rows);
                }
            }
            catch (UnreadableWorkbook unreadable)
            {
                fault = unreadable.Message;
            }
        }

        refusal = form =>
        {
            var errors = new FormErrors();
            errors.Add("file", fault);
            return form == "statuses" ? new(Statuses: errors) : new(Registrations: errors);
        };
        return null;
    }

    public OutsideImport Of(HttpContext http, OutsideImportKind kind, ReadSheet sheet, int taken, int unchanged, IReadOnlyList<LineFault> unknown)
    {
        var act = http.Act();
        return new()
        {
            Id = ids.NewId(act.Now), Kind = kind, FileName = sheet.FileName, ById = act.By.AccountId, ByName = act.By.Name, At = act.Now, Lines = sheet.Rows.Count,
            Taken = taken, Unchanged = unchanged, FaultsJson = OutsideImport.Write(unknown),
        };
    }

    /// <summary>Keeps the record of a workbook of which nothing was taken.</summary>
    public async Task<Guid> Refuse(HttpContext http, OutsideImportKind kind, ReadSheet sheet, IReadOnlyList<LineFault> faults, CancellationToken ct)
    {
        var act = http.Act();
        db.ChangeTracker.Clear();
        var refused = new OutsideImport
        {
            Id = ids.NewId(act.Now), Kind = kind, FileName = sheet.FileName, ById = act.By.AccountId, ByName = act.By.Name, At = act.Now, Lines = sheet.Rows.Count,
            Refused = true, FaultsJson = OutsideImport.Write(faults),
        };
        await writer.Write(act, () => { db.Add(refused); return Task.CompletedTask; }, ct);
        return refused.Id;
    }
}
