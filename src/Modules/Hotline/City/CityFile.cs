using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;

namespace Yimen.Hotline.City;

internal enum CityFileState
{
    [Label("待取")] Waiting = 1,
    [Label("已取")] Fetched = 2,
    [Label("没有收到")] Missing = 3,
}

/// <summary>交换的附件 — a file that a message named: told by its digest, fetched afterwards by who was told. It never holds up the message.</summary>
internal sealed class CityFile
{
    /// <summary>With an hour between the later ones it is asked for through a day.</summary>
    private const int MostAttempts = 30;

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    public Guid Id { get; init; }

    public required CityDirection Direction { get; init; }

    /// <summary>The sender's own key of the file: named twice for an order it is one.</summary>
    public required string Key { get; init; }

    public required Guid OrderId { get; init; }

    public required string SourceNumber { get; init; }

    public required CityFileKind Kind { get; init; }

    public required string Name { get; init; }

    /// <summary>Bytes, as told.</summary>
    public required long Size { get; init; }

    /// <summary>SM3 of the content as told, lower-case hex; empty where none was told.</summary>
    public required string Digest { get; init; }

    /// <summary>Its row among the county's stored files; null until it came.</summary>
    public Guid? FileId { get; set; }

    public CityFileState State { get; private set; } = CityFileState.Waiting;

    /// <summary>What is wrong, without the file's name: names may tell who speaks.</summary>
    public string Trouble { get; private set; } = "";

    public int Attempts { get; private set; }

    public required DateTimeOffset NextAt { get; set; }

    public required DateTimeOffset At { get; init; }

    public required DateOnly On { get; init; }

    public DateTimeOffset? SettledAt { get; private set; }

    public void Fetched(DateTimeOffset now) => (State, Trouble, SettledAt) = (CityFileState.Fetched, "", now);

    /// <summary>Waits longer after each failure, and gives up after the last or when asking again cannot help.</summary>
    public void Failed(string why, bool forGood, DateTimeOffset now)
    {
        (Attempts, Trouble) = (Attempts + 1, why.Length <= 300 ? why : why[..300]);
        if (forGood || Attempts >= MostAttempts)
        {
            (State, SettledAt) = (CityFileState.Missing, now);
            return;
        }

        var wait = FirstWait * Math.Pow(2, Math.Min(Attempts - 1, 10));
        NextAt = now + (wait < LongestWait ? wait : LongestWait);
    }

    /// <summary>再取一次 — what did not come is asked for again from the beginning.</summary>
    /// <exception cref="RuleViolation"><c>not-missing</c>.</exception>
    public void AskAgain(Act act)
    {
        if (State != CityFileState.Missing || Direction != CityDirection.In)
        {
            throw new RuleViolation("not-missing", $"这个附件{Label.Of(State)}，不需要再取。");
        }

        (State, Attempts, NextAt, SettledAt) = (CityFileState.Waiting, 0, act.Now, null);
    }

    public static void Map(ModelBuilder model) => model.Entity<CityFile>(e =>
    {
        e.ToTable("hotline_city_file");
        e.Property(f => f.Id).ValueGeneratedNever();
        e.Property(f => f.Key).HasMaxLength(80);
        e.Property(f => f.SourceNumber).HasMaxLength(60);
        e.Property(f => f.Name).HasMaxLength(200);
        e.Property(f => f.Digest).HasMaxLength(64);
        e.Property(f => f.Trouble).HasMaxLength(300);
        e.HasIndex(f => new { f.Direction, f.SourceNumber, f.Key }).IsUnique();
        e.HasIndex(f => new { f.State, f.NextAt });
        e.HasIndex(f => f.On);
        e.HasIndex(f => f.OrderId);
    });
}

internal enum CityFileKind
{
    [Label("诉求附件")] Enclosure = 1,
    [Label("盖章扫描件")] Scan = 2,
    [Label("现场照片")] Photo = 3,
}
