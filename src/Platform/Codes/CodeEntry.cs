using System.Globalization;
using Microsoft.AspNetCore.Http;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Journal;
using Yimen.Platform.Ui;

namespace Yimen.Platform.Codes;

/// <summary>What the page and a program share: reading a new row of a table, and keeping it.</summary>
internal sealed class CodeEntry(AppDb db, Writer writer, IdSource ids)
{
    /// <summary>The row that was typed; null with each fault at its field.</summary>
    public static DatedCode? Read(CodeTable table, CodeInput input, CodeSet codes, FormErrors errors)
    {
        var (code, name, detail, ended) = (input.Code?.Trim() ?? "", input.Name?.Trim() ?? "", input.Detail?.Trim() ?? "", input.Way == "end");
        var dated = DateOnly.TryParseExact(input.From, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from);
        Must(input.Way is "set" or "end", "way", "请选择启用还是停用。", errors);
        Must(table.Fits(code) && (table.Among is null || table.Choices(codes, dated ? from : DateOnly.MaxValue).Any(c => c.Value == code)), "code", table.Among is null ? $"代码应为{table.PatternWords}。" : $"请选择{table.CodeLabel}。", errors);
        Must(ended || (name.Length > 0 && name.Length <= table.MostName), "name", $"请填写{table.NameLabel}，不超过 {table.MostName} 个字。", errors);
        Must(ended || table.DetailLabel is null || (detail.Length is > 0 and <= 500 && (table.DetailChoices.Count == 0 || table.DetailChoices.Any(c => c.Value == detail))), "detail",
            table.DetailChoices.Count > 0 ? $"请选择{table.DetailLabel}。" : $"请填写{table.DetailLabel}，不超过 500 个字。", errors);
        Must(dated, "from", "请填写生效日期，如 2020-12-01。", errors);
        Must(input.Basis?.Trim() is { Length: > 0 and <= 200 }, "basis", "请填写依据的法律条款、通知或决定，不超过 200 字。", errors);
        return errors.Count > 0 ? null : new() { Code = code, From = from, Name = name, Detail = table.DetailLabel is null ? "" : detail, Basis = input.Basis!.Trim(), Ended = ended };
    }

    /// <summary>Keeps it in the county's book, which notes it.</summary>
    /// <exception cref="RuleViolation">As <see cref="CodeBook.Set"/> refuses.</exception>
    public Task Keep(CodeTable table, DatedCode wanted, HttpContext http, CancellationToken ct)
    {
        var act = http.Act();
        return writer.Write(act, http.IdempotencyKey, async () =>
        {
            (await CodeBook.Of(table, db, () => ids.NewId(act.Now), ct)).Set(table, wanted, act);
            return true;
        }, ct);
    }

    /// <summary>The same for a form: a refusal stands at its field.</summary>
    public async Task<bool> Try(CodeTable table, DatedCode wanted, HttpContext http, FormErrors errors, CancellationToken ct)
    {
        try
        {
            await Keep(table, wanted, http, ct);
            return true;
        }
        catch (RuleViolation refused) when (refused.Code.StartsWith("code-", StringComparison.Ordinal))
        {
            db.ChangeTracker.Clear();
            errors.Add(refused.Code switch { "code-backwards" => "from", "code-name" => "name", _ => "code" }, refused.Message);
            return false;
        }
    }

    private static void Must(bool holds, string field, string words, FormErrors errors)
    {
        if (!holds)
        {
            errors.Add(field, words);
        }
    }
}
