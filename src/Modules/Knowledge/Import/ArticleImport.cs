using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Yimen.Knowledge.Import;

/// <summary>What is wrong with one cell: where, what stood there, why it cannot be taken.</summary>
/// <param name="Row">The row in the workbook; the head is row 1.</param>
/// <param name="Head">As the workbook's head calls the field.</param>
/// <param name="Code">Stable, kebab-case: <c>required</c>, <c>too-long</c> …</param>
/// <param name="Given">What stood there, cut short.</param>
public sealed record RowFault(int Row, string Head, string Code, string Given, string Reason);

/// <summary>知识导入记录 — that a workbook was handed in, and what became of it: all of it taken, or none with the reasons.</summary>
internal sealed class ArticleImport
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public required Guid Id { get; init; }

    public required string FileName { get; init; }

    public required Guid ById { get; init; }

    public required string ByName { get; init; }

    public required DateTimeOffset At { get; init; }

    public required int Rows { get; init; }

    public required string FaultsJson { get; init; }

    public IReadOnlyList<RowFault> ReadFaults() => JsonSerializer.Deserialize<List<RowFault>>(FaultsJson, Options) ?? [];

    public static string Write(IEnumerable<RowFault> faults) => JsonSerializer.Serialize(faults, Options);

    internal static void Map(ModelBuilder model) => model.Entity<ArticleImport>(e =>
    {
        e.ToTable("knowledge_import");
        e.Property(i => i.Id).ValueGeneratedNever();
        e.Property(i => i.FileName).HasMaxLength(100);
        e.HasIndex(i => new { i.ById, i.At });
    });
}
