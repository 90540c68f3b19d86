using Microsoft.EntityFrameworkCore;

namespace Yimen.Organization;

/// <summary>窗口在岗人员 — who sits at a window from a day on; a dated row, so that who sat there on a past day can be told.</summary>
internal sealed class WindowSeat
{
    public long Id { get; private init; }

    public required string Window { get; init; }

    public required Guid Account { get; init; }

    public required string Name { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>The first day on which they no longer sit there.</summary>
    public DateOnly? To { get; set; }

    public static void Map(ModelBuilder model) => model.Entity<WindowSeat>(e =>
    {
        e.ToTable("organization_window_seat");
        e.Property(s => s.Window).HasMaxLength(20);
        e.HasIndex(s => new { s.Window, s.From });
        e.HasIndex(s => s.Account);
    });
}
