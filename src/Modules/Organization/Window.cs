using Yimen.Kernel;
using Yimen.Organization.Contracts;

namespace Yimen.Organization;

/// <summary>窗口 — a counter where people are served, in the hall, a town or a village.</summary>
internal sealed class Window
{
    /// <summary>As the sign above it says: A01.</summary>
    public required string Code { get; init; }

    public required string Name { get; set; }

    public required WindowKind Kind { get; set; }

    /// <summary>The unit that staffs it.</summary>
    public required UnitId Unit { get; set; }

    public required AreaCode Area { get; set; }

    public required string Place { get; set; }

    /// <summary>Opening hours in words, for the guide page.</summary>
    public required string Hours { get; set; }

    public required string Phone { get; set; }

    /// <summary>Opened on; with <see cref="ClosedOn"/> the days on which it counts (ruling 40).</summary>
    public required DateOnly OpenedOn { get; init; }

    public DateOnly? ClosedOn { get; set; }
}
