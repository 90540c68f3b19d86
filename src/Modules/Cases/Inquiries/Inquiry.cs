using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Crypto;
using Yimen.Platform.Data;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;

namespace Yimen.Cases.Inquiries;

internal enum InquiryState
{
    [Label("已告知")] Told,
}

internal enum InquiryVerb
{
    [Label("补打告知单")] Reprint,
}

/// <summary>咨询 — somebody asks at a window what an item needs and files nothing; all of it is told at once on the 一次性告知单.</summary>
internal sealed class Inquiry : IMatter, INumbered, IPlaced
{
    public const string MatterKind = "inquiry";

    public static readonly Lifecycle<InquiryState, InquiryVerb> Lifecycle = new((InquiryState.Told, InquiryVerb.Reprint, InquiryState.Told));

    private Inquiry()
    {
    }

    public Guid Id { get; private init; }

    /// <summary>告知单编号: ZX, the day, four digits; gap-free within the day.</summary>
    public string Number { get; private set; } = "";

    public Guid ItemId { get; private init; }

    /// <summary>The version whose requirements were told.</summary>
    public Guid VersionId { get; private init; }

    public string ItemName { get; private init; } = "";

    /// <summary>The unit that handles the item.</summary>
    public UnitId Unit { get; private init; }

    public AreaCode Area { get; private init; }

    public string Town { get; private init; } = "";

    /// <summary>The window at which it was asked.</summary>
    public string Window { get; private init; } = "";

    public Guid ById { get; private init; }

    public string ByName { get; private init; } = "";

    public DateTimeOffset AskedAt { get; private init; }

    public DateOnly AskedOn { get; private init; }

    /// <summary>The asker's name and phone, where they were willing to leave them.</summary>
    public string Name { get; private init; } = "";

    public Sealed Phone { get; private init; }

    public string PhoneIndex { get; private init; } = "";

    /// <summary>The orders of the materials that the clerk unticked: what the asker still has to bring. Empty when nothing was looked through.</summary>
    public IReadOnlyList<int> Missing { get; private init; } = [];

    public InquiryState State { get; private init; }

    public Trail Trail { get; private init; } = new();

    public MatterRef Ref => new(MatterKind, Id);

    /// <summary>What was asked is answered on the spot.</summary>
    public IEnumerable<TaskSpec> WaitsFor => [];

    public NumberWanted? NumberWanted => Number.Length == 0 ? new(MatterKind, AskedOn) : null;

    public void Take(long number)
    {
        Number = $"ZX{AskedOn:yyyyMMdd}{number:0000}";
        Trail.Add(new Change("告知单编号", null, Number));
    }

    /// <summary>一次性告知 — what is needed is told at once and handed out in print (行政许可法 第三十条).</summary>
    public static Inquiry Tell(Guid id, CaseSubject subject, WindowRef window, Asker asker, Act act)
    {
        if (subject.Item.State == Catalog.Contracts.ItemState.Cancelled)
        {
            throw new RuleViolation("item-cancelled", "该事项已取消，不再办理。");
        }

        var told = new Inquiry
        {
            Id = id, ItemId = subject.Item.Id, VersionId = subject.Version.Id, ItemName = subject.Version.Name, Unit = subject.Item.Unit,
            Area = window.Area, Town = window.Area.Value[..9], Window = window.Code, ById = act.By.AccountId, ByName = act.By.Name,
            AskedAt = act.Now, AskedOn = act.Today, Name = asker.Name, Phone = asker.Phone, PhoneIndex = asker.PhoneIndex, Missing = asker.Missing,
        };
        told.Trail.Note(act, "一次性告知", null, Label.Of(InquiryState.Told), new Change("事项", null, told.ItemName), new Change("窗口", null, window.Code));
        return told;
    }

    /// <summary>补打告知单 — the sheet got lost and is printed again.</summary>
    public void Reprint(Act act)
    {
        Lifecycle.After(State, InquiryVerb.Reprint);
        Trail.Note(act, Label.Of(InquiryVerb.Reprint), null, null);
    }
}

/// <summary>Who asks, as far as they say, and what they lack.</summary>
internal sealed record Asker(string Name, Sealed Phone, string PhoneIndex, IReadOnlyList<int> Missing);
