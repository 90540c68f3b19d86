using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;

namespace Yimen.Platform.Files;

/// <summary>文件 — a file that somebody handed in for a matter. The bytes lie in the <see cref="FileStore"/> under their hash; equal files lie there once.</summary>
public sealed class StoredFile
{
    private StoredFile()
    {
    }

    public Guid Id { get; private init; }

    /// <summary>SM3 of the content, lower-case hex.</summary>
    public string Hash { get; private init; } = "";

    /// <summary>Bytes.</summary>
    public long Size { get; private init; }

    /// <summary>The media type that the bytes themselves showed.</summary>
    public string MediaType { get; private init; } = "";

    /// <summary>The name as it was given, for people only; never part of a path.</summary>
    public string Name { get; private init; } = "";
    public string MatterKind { get; private init; } = "";
    public Guid MatterId { get; private init; }
    public Guid UploadedBy { get; private init; }
    public string UploadedByName { get; private init; } = "";
    public DateTimeOffset UploadedAt { get; private init; }

    /// <summary>Enters what the store received; add it to the database in the writer's change.</summary>
    public static StoredFile Of(Guid id, ReceivedFile file, MatterRef matter, Act act) => new()
    {
        Id = id,
        Hash = file.Hash,
        Size = file.Size,
        MediaType = file.Kind.MediaType,
        Name = file.Name,
        MatterKind = matter.Kind,
        MatterId = matter.Id,
        UploadedBy = act.By.AccountId,
        UploadedByName = act.By.Name,
        UploadedAt = act.Now,
    };

    internal static void Map(ModelBuilder model) => model.Entity<StoredFile>(e =>
    {
        e.ToTable("stored_file");
        e.Property(f => f.Id).ValueGeneratedNever();
        e.Property(f => f.Hash).HasMaxLength(64);
        e.Property(f => f.Name).HasMaxLength(200);
        e.Property(f => f.MediaType).HasMaxLength(100);
        e.HasIndex(f => f.Hash);
        e.HasIndex(f => new { f.MatterKind, f.MatterId });
    });
}

/// <summary>A file whose bytes are safely in the store, not yet entered for a matter.</summary>
public sealed record ReceivedFile(string Hash, long Size, FileKind Kind, string Name);
