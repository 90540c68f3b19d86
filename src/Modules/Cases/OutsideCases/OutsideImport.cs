using System.Text.Encodings.Web;
using System.Text.Json;
using Yimen.Kernel;

namespace Yimen.Cases.OutsideCases;

/// <summary>What a workbook brings.</summary>
public enum OutsideImportKind
{
    [Label("登记")] Registrations = 1,
    [Label("状态回传")] Statuses = 2,
}

/// <summary>外部系统导入记录 — that a workbook was handed in, what became of it and, where it was refused or numbers were unknown, the lines with their reasons.</summary>
internal sealed class OutsideImport
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public required Guid Id { get; init; }

    public required OutsideImportKind Kind { get; init; }

    public required string FileName { get; init; }

    public required Guid ById { get; init; }

    public required string ByName { get; init; }

    public required DateTimeOffset At { get; init; }

    public required int Lines { get; init; }

    /// <summary>Registered, or changed in status. 0 when the file was refused.</summary>
    public int Taken { get; init; }

    /// <summary>Reported again as they stood.</summary>
    public int Unchanged { get; init; }

    /// <summary>Refused as a whole: nothing was taken.</summary>
    public bool Refused { get; init; }

    public string FaultsJson { get; init; } = "[]";

    public IReadOnlyList<LineFault> ReadFaults() => JsonSerializer.Deserialize<List<LineFault>>(FaultsJson, Options) ?? [];

    public static string Write(IEnumerable<LineFault> faults) => JsonSerializer.Serialize(faults, Options);
}
