using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;

namespace Yimen.Platform.Journal;

/// <summary>导出登记 — who took which list out of the system, how much of it, and what for. Acceptance asks that bulk export leaves such a list.</summary>
public sealed class ExportRecord
{
    public required Guid Id { get; init; }
    public required string What { get; init; }
    public required string Purpose { get; init; }
    public required int Rows { get; init; }
    public required Guid ById { get; init; }
    public required string ByName { get; init; }
    public required DateTimeOffset At { get; init; }

    public static ExportRecord Of(Guid id, Act act, string what, string purpose, int rows) =>
        new() { Id = id, What = what, Purpose = purpose, Rows = rows, ById = act.By.AccountId, ByName = act.By.Name, At = act.Now };

    internal static void Map(ModelBuilder model) => model.Entity<ExportRecord>(e =>
    {
        e.ToTable("export_record");
        e.Property(r => r.Id).ValueGeneratedNever();
        e.Property(r => r.Purpose).HasMaxLength(200);
        e.HasIndex(r => r.At);
    });
}
