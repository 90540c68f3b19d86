using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;

namespace Yimen.Platform.Journal;

/// <summary>In which way personal data of many people was looked at.</summary>
public enum ExportWay
{
    [Label("导出")] Export = 1,
    [Label("批量查看")] View = 2,
}

/// <summary>导出登记 — who took which list out of the system or looked at it unmasked, by which filter, how much of it, and what for.</summary>
public sealed class ExportRecord
{
    public required Guid Id { get; init; }
    public required string What { get; init; }
    public required string Purpose { get; init; }
    public required int Rows { get; init; }
    public required ExportWay Way { get; init; }
    /// <summary>The list's filter as it stood in the address; long numbers in it are masked.</summary>
    public required string Filter { get; init; }
    public required Guid ById { get; init; }
    public required string ByName { get; init; }
    public required DateTimeOffset At { get; init; }

    public static ExportRecord Of(Guid id, Act act, ExportOfList of, string purpose) =>
        new() { Id = id, What = of.What, Purpose = purpose, Rows = of.Rows, Way = of.Way, Filter = of.Filter, ById = act.By.AccountId, ByName = act.By.Name, At = act.Now };

    internal static void Map(ModelBuilder model) => model.Entity<ExportRecord>(e =>
    {
        e.ToTable("export_record");
        e.Property(r => r.Id).ValueGeneratedNever();
        e.Property(r => r.Purpose).HasMaxLength(200);
        e.Property(r => r.Filter).HasMaxLength(ExportOfList.LongestFilter);
        e.HasIndex(r => r.At);
        e.HasIndex(r => new { r.ById, r.At });
    });
}

/// <summary>What is taken away or looked at.</summary>
/// <param name="What">The list, in Chinese.</param>
/// <param name="Filter">Words for the filter; empty for everything.</param>
public sealed record ExportOfList(string What, string Filter, int Rows, ExportWay Way = ExportWay.Export)
{
    internal const int LongestFilter = 400;

    /// <summary>The filter as the request's address has it, paging and empty fields aside.</summary>
    public static ExportOfList By(HttpRequest request, string what, int rows, ExportWay way = ExportWay.Export) =>
        new(what, FilterOf(request.Query.Select(q => (q.Key, q.Value.ToString()))), rows, way);

    /// <summary>Of a form that carries the filter in its fields.</summary>
    public static ExportOfList ByForm(HttpRequest request, string what, int rows) =>
        new(what, FilterOf(request.Form.Where(f => !f.Key.Equals("purpose", StringComparison.OrdinalIgnoreCase) && f.Key is not ("__RequestVerificationToken" or "idempotencyKey")).Select(f => (f.Key, f.Value.ToString()))), rows);

    private static string FilterOf(IEnumerable<(string Name, string Value)> fields)
    {
        var text = string.Join(" ", fields.Where(f => f.Name is not ("page" or "size" or "sort") && f.Value.Length > 0).Select(f => $"{f.Name}={LongNumber.Replace(f.Value, m => m.Value[..3] + "****" + m.Value[^4..])}"));
        return text.Length > LongestFilter ? text[..LongestFilter] : text;
    }

    // a telephone, a resident id, a credit code: whose it was stays out of the list
    private static readonly Regex LongNumber = new("[0-9A-Za-z]{11,18}", RegexOptions.CultureInvariant);
}
