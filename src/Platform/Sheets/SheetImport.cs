using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Yimen.Platform.Sheets;

/// <summary>What is wrong with one cell: where, what stood there, why it cannot be taken.</summary>
/// <param name="Row">The row in the workbook; the head is row 1.</param>
/// <param name="Head">As the workbook's head calls the field.</param>
/// <param name="Code">Stable, kebab-case: <c>required</c>, <c>too-long</c> …</param>
/// <param name="Given">What stood there, cut short.</param>
public sealed record RowFault(int Row, string Head, string Code, string Given, string Reason);

/// <summary>导入记录 — that a workbook was handed in, and what became of it: all of it taken, or none with the reasons.</summary>
public sealed class SheetImport
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public required Guid Id { get; init; }

    /// <summary>The door's kind.</summary>
    public required string Kind { get; init; }

    public required string FileName { get; init; }

    /// <summary>SHA-256 of the file, so that what was taken once is not taken again.</summary>
    public required string Digest { get; init; }

    public required Guid ById { get; init; }

    public required string ByName { get; init; }

    public required DateTimeOffset At { get; init; }

    public required int Rows { get; init; }

    /// <summary>Whether the rows were taken.</summary>
    public required bool Taken { get; init; }

    public required string FaultsJson { get; init; }

    public IReadOnlyList<RowFault> ReadFaults() => JsonSerializer.Deserialize<List<RowFault>>(FaultsJson, Options) ?? [];

    internal static string Write(IEnumerable<RowFault> faults) => JsonSerializer.Serialize(faults, Options);

    internal static void Map(ModelBuilder model) => model.Entity<SheetImport>(e =>
    {
        e.ToTable("sheet_import");
        e.Property(i => i.Id).ValueGeneratedNever();
        e.Property(i => i.Kind).HasMaxLength(40);
        e.Property(i => i.FileName).HasMaxLength(100);
        e.Property(i => i.Digest).HasMaxLength(64);
        e.HasIndex(i => new { i.Kind, i.ById, i.At });
        e.HasIndex(i => new { i.Kind, i.Digest }).IsUnique().HasFilter("taken");
    });
}
