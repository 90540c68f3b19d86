using System.Data.Common;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;

namespace Yimen.Cases;

/// <summary>成批办理 — case after case, each in its own write: what is refused leaves the others done, and is named with the reason.</summary>
internal sealed partial class CaseBatch(AppDb db, CaseDesk desk, ILogger<CaseBatch> log)
{
    public async Task<BatchOutcome> Do(HttpContext http, Guid id, string verb, CaseChange change, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        Case? found = null;
        try
        {
            found = await desk.Find(http, id, verb, ct);
            await desk.Change(http, id, verb, change with { Key = http.IdempotencyKey is { } key ? $"{key}/{id:N}" : null }, ct);
            return new(id, found.Number, found.ItemName, null);
        }
        catch (Exception e) when (e is RuleViolation or NotThere or StaleForm or DbException or DbUpdateException)
        {
            var overtaken = e is StaleForm or DbUpdateConcurrencyException || (e is DbUpdateException && found is not null && await Moved(found, ct));
            return new(id, found?.Number ?? "", found?.ItemName ?? "", Why(e, id, overtaken));
        }
    }

    private string Why(Exception e, Guid id, bool overtaken)
    {
        switch (e)
        {
            case RuleViolation:
                return e.Message;
            case NotThere:
                return "没有这件办件，或者不在您的办理范围。";
            case var _ when overtaken:
                return "这件办件刚刚被他人处理过，请打开看过再办。";
            default:
                NotSaved(log, e, id);
                return "系统没有能够保存，这一件没有办理，请稍后再试。";
        }
    }

    // on PostgreSQL the second of two at once may hear of a row that there can be only one of (its decision) before it hears of the version
    private async Task<bool> Moved(Case before, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        return await db.Cases.AsNoTracking().FirstOrDefaultAsync(c => c.Id == before.Id, ct) is { } now && now.Trail.Count != before.Trail.Count;
    }

    [LoggerMessage(1, LogLevel.Error, "Case {Id} of a batch was not saved")]
    private static partial void NotSaved(ILogger log, Exception exception, Guid id);
}

/// <param name="Refused">Why it was not done; null when it was.</param>
public sealed record BatchOutcome(Guid Id, string Number, string Item, string? Refused);

/// <summary>A case that was ticked in a list, and the version that the list showed: what changed since is not done unseen.</summary>
internal readonly record struct TickedCase(Guid Id, int Seen)
{
    public static List<TickedCase> Of(IFormCollection form) => [.. form["case"].Select(Parse).Where(t => t.Id != Guid.Empty).DistinctBy(t => t.Id)];

    private static TickedCase Parse(string? text)
    {
        var parts = (text ?? "").Split('/');
        return Guid.TryParse(parts[0], out var id) && int.TryParse(parts.ElementAtOrDefault(1), out var seen) ? new(id, seen) : default;
    }
}
