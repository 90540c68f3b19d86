using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Tasks;

namespace Yimen.Platform.Journal;

/// <summary>A county's own rows of one dated table that a room ships: a matter, so that who set what, when and on which basis is in the journal.</summary>
public abstract class DatedBook<TRow> : IMatter
    where TRow : class
{
    /// <summary>The column by which a row knows its book.</summary>
    internal const string Key = "Book";

    // not private: the model finds a field only where the mapped type inherits it
    private protected readonly List<TRow> entries = [];

    public Guid Id { get; init; }

    /// <summary>The table's kind: one book for each.</summary>
    public required string Kind { get; init; }

    public IReadOnlyList<TRow> Rows => entries;

    /// <summary>The same, for the book of a room to write.</summary>
    protected IList<TRow> Kept => entries;

    public Trail Trail { get; private init; } = new();

    public MatterRef Ref => new(Kind, Id);

    /// <summary>Nobody waits for a table.</summary>
    public IEnumerable<TaskSpec> WaitsFor => [];

    /// <summary>The book of a table; null where the county has set nothing of its own yet. Of two who begin it at once the second is refused by its unique kind.</summary>
    protected static Task<TBook?> Begun<TBook>(AppDb db, string kind, CancellationToken ct)
        where TBook : DatedBook<TRow> => db.Set<TBook>().FirstOrDefaultAsync(b => b.Kind == kind, ct);

    /// <summary>Book and rows; a row is one by its book, its code and its day.</summary>
    protected static void Map<TBook>(ModelBuilder model, string bookTable, string rowTable, Action<EntityTypeBuilder<TRow>> row)
        where TBook : DatedBook<TRow>
    {
        model.Entity<TBook>(e =>
        {
            e.ToTable(bookTable);
            e.Property(b => b.Id).ValueGeneratedNever();
            e.Property(b => b.Kind).HasMaxLength(40);
            e.HasAlternateKey(b => b.Kind);
            e.HasMany(b => b.Rows).WithOne().HasForeignKey(Key).HasPrincipalKey(b => b.Kind);
            e.Navigation(b => b.Rows).HasField("entries").AutoInclude();
            e.HasTrail();
        });
        model.Entity<TRow>(e =>
        {
            e.ToTable(rowTable);
            e.HasKey(Key, "Code", "From");
            e.Property(Key).HasMaxLength(40);
            e.Property("Code").HasMaxLength(40);
            row(e);
        });
    }
}
