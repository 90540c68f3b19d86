using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Crypto;
using Yimen.Platform.Data;

namespace Yimen.Platform.Documents;

/// <summary>文书 — an issued document: its number, what it said, and whether it still holds. It is never changed; a wrong one is revoked and another issued.</summary>
public sealed class DocumentRecord : INumbered
{
    // after all other series: what a document quotes is numbered before it, and the counters are still taken in one order
    private const string SeriesPrefix = "~doc/";
    private readonly DocumentSource? source;

    private DocumentRecord()
    {
    }

    internal DocumentRecord(Guid id, string code, DocumentSource source)
    {
        (this.source, Id, Code, Series, Year) = (source, id, code, source.Series, source.Act.Today.Year);
        (Kind, KindName, MatterKind, MatterId) = (source.Kind.Code, source.Kind.Name, source.Matter.Kind, source.Matter.Id);
        (IssuedAt, IssuedBy, IssuedByName) = (source.Act.Now, source.Act.By.AccountId, source.Act.By.Name);
    }

    public Guid Id { get; private init; }
    public string Kind { get; private init; } = "";
    public string KindName { get; private init; } = "";
    public string MatterKind { get; private init; } = "";
    public Guid MatterId { get; private init; }

    /// <summary>乐受 in 乐受〔2020〕000123号.</summary>
    public string Series { get; private init; } = "";
    public int Year { get; private init; }

    /// <summary>Gap-free within series and year; 0 until it is saved.</summary>
    public long Sequence { get; private set; }

    /// <summary>文号, e.g. 乐受〔2020〕000123号; empty until it is saved.</summary>
    public string Number { get; private set; } = "";
    public string Title { get; private set; } = "";
    public string UnitName { get; private set; } = "";

    /// <summary>核验码, twelve characters without 0/O and 1/I/L.</summary>
    public string Code { get; private init; } = "";

    /// <summary>What it said, as JSON under the county's key: it names people.</summary>
    public Sealed Content { get; private set; }

    /// <summary>A keyed digest over number, code and content.</summary>
    public string Hash { get; private set; } = "";
    public DateTimeOffset IssuedAt { get; private init; }
    public Guid IssuedBy { get; private init; }
    public string IssuedByName { get; private init; } = "";
    public DateTimeOffset? RevokedAt { get; private set; }
    public string? RevokedBy { get; private set; }
    public string? RevokedReason { get; private set; }

    public NumberWanted? NumberWanted => Sequence == 0 && source is not null ? new($"{SeriesPrefix}{Series}", new DateOnly(Year, 1, 1)) : null;

    public void Take(long number)
    {
        var taken = source ?? throw new InvalidOperationException("This document has its number.");
        (Sequence, Number) = (number, $"{Series}〔{Year}〕{number:000000}号");
        var content = taken.Content(Number);
        var json = content.ToJson();
        (Title, UnitName, Content) = (content.Title, content.UnitName, taken.Keys.Seal(json));
        Hash = DigestOf(taken.Keys, json);
        taken.Numbered?.Invoke(Number);
    }

    /// <summary>撤销 — the document holds no more; whoever verifies it is told so.</summary>
    public void Revoke(Act act)
    {
        if (RevokedAt is not null)
        {
            throw new RuleViolation("document-revoked", "这份文书已经撤销。");
        }
        (RevokedAt, RevokedBy, RevokedReason) = (act.Now, act.By.Name, act.Reason);
    }

    internal string DigestOf(CountyKeys keys, string json) => keys.IndexOf($"{Number}\n{Code}\n{json}");

    internal static void Map(ModelBuilder model) => model.Entity<DocumentRecord>(e =>
    {
        e.ToTable("document");
        e.Property(d => d.Id).ValueGeneratedNever();
        e.Ignore(d => d.NumberWanted);
        e.Property(d => d.Code).HasMaxLength(16);
        e.HasIndex(d => d.Code).IsUnique();
        e.HasIndex(d => new { d.Series, d.Year, d.Sequence }).IsUnique();
        e.HasIndex(d => new { d.MatterKind, d.MatterId });
    });
}

/// <summary>What a document is made of when its number is known.</summary>
internal sealed record DocumentSource(Act Act, DocumentKind Kind, MatterRef Matter, string Series, CountyKeys Keys)
{
    public required Func<string, DocumentContent> Content { get; init; }
    public Action<string>? Numbered { get; init; }
}
