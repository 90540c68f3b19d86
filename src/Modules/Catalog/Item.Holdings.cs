using Yimen.Kernel;
using Yimen.Platform.Journal;
using Yimen.Platform.Ui;

namespace Yimen.Catalog;

/// <summary>Where the item is handled: dated rows beside it, each change a line of its journal. A late entry is a new fact with its own recorded day (ruling 40).</summary>
internal sealed partial class Item
{
    /// <summary>绑定窗口 — windows that may register and receive the item from a day on.</summary>
    /// <param name="windows">Codes; those that receive it on that day already are left out.</param>
    /// <param name="existing">The item's bindings so far.</param>
    public IReadOnlyList<WindowBinding> Bind(IReadOnlyCollection<string> windows, IEnumerable<WindowBinding> existing, DateOnly from, Act act)
    {
        MustLive();
        var held = existing.Where(b => b.To is null || b.To > from).Select(b => b.Window).ToHashSet();
        var added = windows.Distinct().Where(w => !held.Contains(w)).Select(w => new WindowBinding { ItemId = Id, Window = w, From = from }).ToList();
        if (added.Count > 0)
        {
            var words = added.Count > 8 ? $"{added.Count}个窗口" : string.Join("、", added.Select(b => b.Window));
            Trail.Note(act, "绑定窗口", null, null, new Change("窗口", null, $"{words}，{Words.Span(from, null)}"));
        }

        return added;
    }

    /// <summary>解除窗口 — the window no longer receives the item from a day on.</summary>
    public void Unbind(WindowBinding binding, DateOnly to, Act act)
    {
        binding.To = Ending(binding.From, binding.To, to);
        Trail.Note(act, "解除窗口", null, null, new Change("窗口", binding.Window, $"{binding.Window}，{Dates.Day(to)}止"));
    }

    /// <summary>进驻 — the item is handled in the hall from a day on.</summary>
    public Residency Settle(IEnumerable<Residency> existing, DateOnly from, Act act)
    {
        MustLive();
        MustNotOverlap(existing.Any(r => r.To is null || r.To > from), "事项在这一天已进驻大厅。");
        Trail.Note(act, "进驻", null, null, new Change("进驻大厅", null, Words.Span(from, null)));
        return new Residency { ItemId = Id, From = from };
    }

    /// <summary>退出 — the item leaves the hall.</summary>
    public void Leave(Residency residency, DateOnly to, Act act)
    {
        residency.To = Ending(residency.From, residency.To, to);
        Trail.Note(act, "退出大厅", null, null, new Change("进驻大厅", Words.Span(residency.From, null), Words.Span(residency.From, to)));
    }

    /// <summary>开通通办 — the item may be handed in elsewhere at this level.</summary>
    public CrossRegion OpenTo(RegionLevel level, IEnumerable<CrossRegion> existing, DateOnly from, Act act)
    {
        MustLive();
        MustNotOverlap(existing.Any(r => r.Level == level && (r.To is null || r.To > from)), $"{Label.Of(level)}通办在这一天已经开通。");
        Trail.Note(act, "开通通办", null, null, new Change("通办", null, $"{Label.Of(level)}，{Words.Span(from, null)}"));
        return new CrossRegion { ItemId = Id, Level = level, From = from };
    }

    /// <summary>停止通办.</summary>
    public void CloseTo(CrossRegion region, DateOnly to, Act act)
    {
        region.To = Ending(region.From, region.To, to);
        Trail.Note(act, "停止通办", null, null, new Change("通办", Label.Of(region.Level), $"{Label.Of(region.Level)}，{Dates.Day(to)}止"));
    }

    private static DateOnly Ending(DateOnly from, DateOnly? ended, DateOnly to) =>
        ended is not null ? throw new RuleViolation("ended", "这一条已经结束。")
        : to < from ? throw new RuleViolation("before-start", $"结束日期不能早于开始日期（{Dates.Day(from)}）。")
        : to;

    private static void MustNotOverlap(bool overlaps, string message)
    {
        if (overlaps)
        {
            throw new RuleViolation("overlap", message);
        }
    }

    private void MustLive()
    {
        if (State == Contracts.ItemState.Cancelled)
        {
            throw new RuleViolation("cancelled", "事项已取消，不能再配置窗口、进驻和通办。");
        }
    }
}
