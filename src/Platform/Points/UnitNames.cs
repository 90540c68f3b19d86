using Yimen.Platform.Data;

namespace Yimen.Platform.Points;

/// <summary>Reads what units are called, by their code; registered by the module that keeps them.</summary>
public sealed record UnitNaming(Func<AppDb, CancellationToken, Task<Dictionary<string, string>>> Read);

/// <summary>单位简称 for the platform's own pages, which know units by their code only.</summary>
public sealed class UnitNames(AppDb db, IEnumerable<UnitNaming> told)
{
    private Dictionary<string, string>? names;

    /// <summary>The short name; the code itself where nobody has told one.</summary>
    public async Task<string?> Of(string? code, CancellationToken ct)
    {
        names ??= told.FirstOrDefault() is { } naming ? await naming.Read(db, ct) : [];
        return code is null ? null : names.GetValueOrDefault(code, code);
    }
}
