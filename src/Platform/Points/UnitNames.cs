using Yimen.Platform.Data;

namespace Yimen.Platform.Points;

/// <summary>Reads what units are called, by their code; registered by the module that keeps them.</summary>
public sealed record UnitNaming(Func<AppDb, CancellationToken, Task<Dictionary<string, string>>> Read);

/// <summary>单位简称 for the platform's own pages, which know units by their code only.</summary>
public sealed class UnitNames(AppDb db, IEnumerable<UnitNaming> told)
{
    private Dictionary<string, string>? names;

    /// <summary>Reads them all now, for who asks of each row while rows stream: a connection answers one query at a time.</summary>
    public Task Ready(CancellationToken ct) => All(ct);

    /// <summary>The short name; the code itself where nobody has told one.</summary>
    public async Task<string?> Of(string? code, CancellationToken ct) => code is null ? null : (await All(ct)).GetValueOrDefault(code, code);

    /// <summary>What is wrong with a code that somebody typed; null when there is such a unit.</summary>
    public async Task<string?> WhyNot(string code, CancellationToken ct) => (await All(ct)).ContainsKey(code) ? null : $"没有编码为“{code}”的单位。编码见工作台的“单位”；还没有的，先在那里设立。";

    private async Task<Dictionary<string, string>> All(CancellationToken ct) => names ??= told.FirstOrDefault() is { } naming ? await naming.Read(db, ct) : [];
}
