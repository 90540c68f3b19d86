using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;

namespace Yimen.Organization;

/// <summary>窗口 — a counter where people are served, in the hall, a town or a village.</summary>
internal sealed class Window : IMatter
{
    private Window()
    {
    }

    /// <summary>As the sign above it says: A01.</summary>
    public string Code { get; private init; } = "";

    /// <summary>The window's own id in the journal.</summary>
    public Guid MatterId { get; private init; }

    public string Name { get; private set; } = "";

    /// <summary>Fixed at the opening: counts of windows by kind look at past days too (ruling 40).</summary>
    public WindowKind Kind { get; private init; }

    /// <summary>The unit that staffs it.</summary>
    public UnitId Unit { get; private set; }

    public AreaCode Area { get; private init; }

    public string Place { get; private set; } = "";

    /// <summary>Opening hours in words, for the guide page.</summary>
    public string Hours { get; private set; } = "";

    public string Phone { get; private set; } = "";

    /// <summary>Opened on; with <see cref="ClosedOn"/> the days on which it counts (ruling 40).</summary>
    public DateOnly OpenedOn { get; private init; }

    /// <summary>The first day on which it no longer stands.</summary>
    public DateOnly? ClosedOn { get; private set; }

    public Trail Trail { get; private init; } = new();

    public WindowState State => ClosedOn is null ? WindowState.Open : WindowState.Closed;

    public MatterRef Ref => new("window", MatterId);

    /// <summary>Nobody waits for a window.</summary>
    public IEnumerable<TaskSpec> WaitsFor => [];

    /// <summary>设立 — a window opens on its day.</summary>
    public static Window Open(Guid id, NewWindow said, Act act)
    {
        var window = new Window { Code = said.Code, MatterId = id, Kind = said.Kind, Area = said.Area, OpenedOn = said.OpenedOn };
        var changes = window.Take(said);
        window.Trail.Note(act, nameof(WindowVerb.Open), null, nameof(WindowState.Open),
            [new Change("kind", null, Label.Of(said.Kind)), new("openedOn", null, said.OpenedOn.ToString("yyyy-MM-dd")), .. changes]);
        return window;
    }

    /// <summary>修改 — its name, place, hours, phone or the unit that staffs it change.</summary>
    public void Amend(NewWindow said, Act act)
    {
        var to = Lifecycles.Window.After(State, WindowVerb.Amend);
        var changes = Take(said);
        Trail.Note(act, nameof(WindowVerb.Amend), State.ToString(), to.ToString(), changes);
    }

    /// <summary>关闭 — from <paramref name="on"/> on the window no longer stands and no longer counts.</summary>
    /// <exception cref="RuleViolation"><c>closed-before-opened</c>, <c>wrong-state</c>.</exception>
    public void Close(DateOnly on, Act act)
    {
        var from = State;
        var to = Lifecycles.Window.After(from, WindowVerb.Close);
        if (on < OpenedOn)
        {
            throw new RuleViolation("closed-before-opened", $"关闭日期不能早于设立日期（{Chinese.Date(OpenedOn)}）。");
        }

        ClosedOn = on;
        Trail.Note(act, nameof(WindowVerb.Close), from.ToString(), to.ToString(), new Change("closedOn", null, on.ToString("yyyy-MM-dd")));
    }

    /// <summary>上岗 — somebody sits at the window from a day on.</summary>
    /// <param name="existing">The window's seats so far.</param>
    /// <exception cref="RuleViolation"><c>seated</c>, <c>wrong-state</c>.</exception>
    public WindowSeat Seat((Guid Account, string Name) person, IEnumerable<WindowSeat> existing, DateOnly from, Act act)
    {
        var to = Lifecycles.Window.After(State, WindowVerb.Seat);
        if (existing.Any(s => s.Account == person.Account && (s.To is null || s.To > from)))
        {
            throw new RuleViolation("seated", $"{person.Name}在这一天已在这个窗口上岗。");
        }

        Trail.Note(act, nameof(WindowVerb.Seat), State.ToString(), to.ToString(), new Change("staff", null, $"{person.Name}，{from:yyyy-MM-dd}起"));
        return new WindowSeat { Window = Code, Account = person.Account, Name = person.Name, From = from };
    }

    /// <summary>离岗 — from a day on they no longer sit there.</summary>
    /// <exception cref="RuleViolation"><c>relieved</c>, <c>before-start</c>, <c>wrong-state</c>.</exception>
    public void Relieve(WindowSeat seat, DateOnly on, Act act)
    {
        var to = Lifecycles.Window.After(State, WindowVerb.Relieve);
        if (seat.To is not null || on < seat.From)
        {
            throw seat.To is not null ? new RuleViolation("relieved", $"{seat.Name}已经离岗。") : new RuleViolation("before-start", "离岗日期不能早于上岗日期。");
        }

        seat.To = on;
        Trail.Note(act, nameof(WindowVerb.Relieve), State.ToString(), to.ToString(), new Change("staff", $"{seat.Name}，{seat.From:yyyy-MM-dd}起", $"{seat.Name}，{on:yyyy-MM-dd}止"));
    }

    private List<Change> Take(NewWindow said)
    {
        List<Change> changes =
        [
            new("name", Name, said.Name), new("unit", Unit.Value ?? "", said.Unit.Value), new("place", Place, said.Place),
            new("hours", Hours, said.Hours), new("phone", Phone, said.Phone),
        ];
        (Name, Unit, Place, Hours, Phone) = (said.Name, said.Unit, said.Place, said.Hours, said.Phone);
        changes.RemoveAll(c => c.Old == c.New);
        return changes;
    }
}
