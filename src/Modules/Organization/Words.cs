using Yimen.Kernel;

namespace Yimen.Organization;

internal enum UnitState
{
    [Label("在册")] Standing,
    [Label("已撤销")] Closed,
}

internal enum UnitVerb
{
    [Label("设立")] Found,
    [Label("修改")] Amend,
    [Label("撤销")] Close,
    [Label("恢复")] Restore,
}

internal enum WindowState
{
    [Label("开放")] Open,
    [Label("已关闭")] Closed,
}

internal enum WindowVerb
{
    [Label("设立")] Open,
    [Label("修改")] Amend,
    [Label("关闭")] Close,
    [Label("上岗")] Seat,
    [Label("离岗")] Relieve,
}

internal static class Lifecycles
{
    public static readonly Lifecycle<UnitState, UnitVerb> Unit = new(
        (UnitState.Standing, UnitVerb.Amend, UnitState.Standing),
        (UnitState.Standing, UnitVerb.Close, UnitState.Closed),
        (UnitState.Closed, UnitVerb.Restore, UnitState.Standing));

    /// <summary>A closed window is not opened again: its days stay as they were counted, and a new window takes a new number.</summary>
    public static readonly Lifecycle<WindowState, WindowVerb> Window = new(
        (WindowState.Open, WindowVerb.Amend, WindowState.Open),
        (WindowState.Open, WindowVerb.Seat, WindowState.Open),
        (WindowState.Open, WindowVerb.Relieve, WindowState.Open),
        (WindowState.Open, WindowVerb.Close, WindowState.Closed));
}
