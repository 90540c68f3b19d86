using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;

namespace Yimen.Platform.Figures;

/// <summary>How a document states its number.</summary>
public enum DeclaredComparator
{
    [Label("等于")] Equal,
    [Label("不低于")] AtLeast,
    [Label("约")] About,
    [Label("低于")] Below,
}

public enum DeclaredState
{
    [Label("有效")] Standing,
    [Label("已撤回")] Withdrawn,
}

public enum DeclaredVerb
{
    [Label("登记申报值")] Declare,
    [Label("撤回申报值")] Withdraw,
}

/// <summary>What a document says: the figure, its period, the number as printed, and where it stands.</summary>
/// <param name="From">The first day; equal to <paramref name="Through"/> for a figure that stands on a day.</param>
/// <param name="Text">As printed, without its unit: 81.4.</param>
public sealed record DeclaredValue(string FigureId, string Name, DateOnly From, DateOnly Through, string Text, string Unit, string Document)
{
    public DeclaredComparator Comparator { get; init; }

    public string? Section { get; init; }

    public string? Note { get; init; }
}

/// <summary>申报值 — a number that a document prints, kept beside what the rows say. It never enters a computation.</summary>
public sealed class DeclaredFigure : IMatter
{
    public static readonly Lifecycle<DeclaredState, DeclaredVerb> Lifecycle = new((DeclaredState.Standing, DeclaredVerb.Withdraw, DeclaredState.Withdrawn));

    private DeclaredFigure()
    {
    }

    public Guid Id { get; private init; }

    public string FigureId { get; private init; } = "";

    public string Name { get; private init; } = "";

    public DateOnly From { get; private init; }

    public DateOnly Through { get; private init; }

    public DeclaredComparator Comparator { get; private init; }

    /// <summary>As printed; its places are the precision at which it is compared.</summary>
    public string Text { get; private init; } = "";

    public string Unit { get; private init; } = "";

    public string Document { get; private init; } = "";

    public string? Section { get; private init; }

    public string? Note { get; private init; }

    public string EnteredBy { get; private init; } = "";

    public DateTimeOffset EnteredAt { get; private init; }

    public DeclaredState State { get; private set; }

    public Trail Trail { get; private init; } = new();

    public MatterRef Ref => new("declared", Id);

    public IEnumerable<TaskSpec> WaitsFor => [];

    /// <summary>The number; null where the document prints words.</summary>
    public decimal? Value => decimal.TryParse(Text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>登记申报值 — a document's number is entered with its source.</summary>
    public static DeclaredFigure Declare(Guid id, DeclaredValue said, Act act)
    {
        var declared = new DeclaredFigure
        {
            Id = id,
            FigureId = said.FigureId,
            Name = said.Name,
            From = said.From,
            Through = said.Through,
            Comparator = said.Comparator,
            Text = said.Text,
            Unit = said.Unit,
            Document = said.Document,
            Section = said.Section,
            Note = said.Note,
            EnteredBy = act.By.Name,
            EnteredAt = act.Now,
        };
        declared.Trail.Note(act, nameof(DeclaredVerb.Declare), null, nameof(DeclaredState.Standing),
            new Change("figure", null, said.FigureId), new("value", null, said.Text), new("document", null, said.Document));
        return declared;
    }

    /// <summary>撤回申报值 — it was entered wrongly or the document was replaced; it is kept and no longer shown beside the figure.</summary>
    public void Withdraw(Act act)
    {
        var to = Lifecycle.After(State, DeclaredVerb.Withdraw);
        Trail.Note(act, nameof(DeclaredVerb.Withdraw), State.ToString(), to.ToString(), new Change("value", Text, null));
        State = to;
    }

    internal static void Map(ModelBuilder model) => model.Entity<DeclaredFigure>(e =>
    {
        e.ToTable("figure_declared");
        e.Property(d => d.Id).ValueGeneratedNever();
        e.Property(d => d.FigureId).HasMaxLength(40);
        e.HasIndex(d => new { d.FigureId, d.From, d.Through });
        e.Ignore(d => d.Value);
        e.HasTrail();
    });
}
