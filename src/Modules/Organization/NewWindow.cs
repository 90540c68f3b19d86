using Yimen.Kernel;
using Yimen.Organization.Contracts;

namespace Yimen.Organization;

/// <summary>What is said of a window: at its opening and after each change.</summary>
internal sealed record NewWindow(string Code, string Name, WindowKind Kind, UnitId Unit, AreaCode Area)
{
    public string Place { get; init; } = "";

    /// <summary>Opening hours in words, for the guide page.</summary>
    public string Hours { get; init; } = "";

    public string Phone { get; init; } = "";

    public required DateOnly OpenedOn { get; init; }
}
