using Yimen.Hotline.Contracts;
using Yimen.Hotline.Files;
using Yimen.Hotline.Open311;
using Yimen.Kernel;
using Yimen.Platform.Journal;

namespace Yimen.Hotline;

/// <summary>What came in, through which door.</summary>
internal sealed record OrderDraft
{
    public required OrderSource Source { get; init; }

    public string? SourceNumber { get; init; }

    public Guid? AccountId { get; init; }

    public required Requester Requester { get; init; }

    public bool Secret { get; init; }

    public required OrderType Type { get; init; }

    public string ContentClass { get; init; } = "";

    public required AreaCode Area { get; init; }

    public string Address { get; init; } = "";

    public GeoPlace? Place { get; init; }

    public string Title { get; init; } = "";

    public required string Content { get; init; }

    public string Appeal { get; init; } = "";

    public Urgency Urgency { get; init; } = Urgency.Ordinary;

    public string Topic { get; init; } = "";

    public UnitId? ReportedUnit { get; init; }

    public DateOnly? CityDue { get; init; }

    /// <summary>附件, kept already.</summary>
    public IReadOnlyList<Platform.Files.ReceivedFile> Files { get; init; } = [];
}

/// <summary>From the door to the dispatcher's desk, and what is settled there without a unit.</summary>
internal sealed partial class WorkOrder
{
    private const int TitleLength = 40;

    /// <summary>来单, 受理 — an order is taken in; the limit of its type runs from this day.</summary>
    public static WorkOrder Receive(Guid id, string queryCode, OrderDraft draft, OrderTerms terms, Act act, LegalClock clock)
    {
        if (draft.Content.Length == 0)
        {
            throw new RuleViolation("content-missing", "工单没有诉求内容，不能受理。");
        }

        var received = new WorkOrder
        {
            Id = id, QueryCode = queryCode, Source = draft.Source, SourceNumber = draft.SourceNumber, AccountId = draft.AccountId, Requester = draft.Requester, Secret = draft.Secret,
            Type = draft.Type, ContentClass = draft.ContentClass, Area = draft.Area, Town = draft.Area.Value[..9], Address = draft.Address, Latitude = draft.Place?.Latitude, Longitude = draft.Place?.Longitude, Title = TitleOf(draft), Content = draft.Content,
            Appeal = draft.Appeal, Urgency = draft.Urgency, Topic = draft.Topic, ReportedUnit = draft.ReportedUnit, ReceivedAt = act.Now, ReceivedOn = act.Today, CountedFrom = act.Today,
            Terms = terms, CityDue = draft.CityDue, State = OrderState.Received,
        };
        received.SetDue(clock);
        received.Trail.Note(act, "受理", null, Label.Of(OrderState.Received), new Change("来源", null, Label.Of(draft.Source)), new("类型", null, Label.Of(draft.Type)), new("县办结期限", null, $"{received.Due:yyyy-MM-dd}"));
        return received;
    }

    /// <summary>直接解答 — answered at once, without a unit; closed with that.</summary>
    public void AnswerDirectly(string answer, Act act)
    {
        MustBeAble(OrderVerb.AnswerDirectly);
        if (answer.Length == 0)
        {
            throw new RuleViolation("answer-missing", "直接解答须写明答复内容。");
        }

        Move(OrderVerb.AnswerDirectly, act, new Change("答复", null, answer));
        (DirectAnswer, DirectText, Outcome) = (true, answer, UnitOutcome.Explained);
        EndWith(act, act.Today);
    }

    /// <summary>What the caller was told at once; empty for orders that went to a unit.</summary>
    public string DirectText { get; private set; } = "";

    /// <summary>退回市平台 — not a matter of this county: the city is told why, and takes it back.</summary>
    public void ReturnToCity(Act act)
    {
        MustBeAble(OrderVerb.ReturnToCity);
        if (Source != OrderSource.City)
        {
            throw new RuleViolation("not-from-city", "本单不是市平台派来的，不能退回市平台。");
        }

        if (act.Reason is null)
        {
            throw new RuleViolation("reason", "退回市平台须写明理由。");
        }

        Move(OrderVerb.ReturnToCity, act);
        ClosedOn = act.Today;
    }

    /// <summary>补充信息 — something is added to what the caller said.</summary>
    public void Supplement(SupplementBy by, string text, Act act, string sourceKey = "")
    {
        MustBeAble(OrderVerb.Supplement);
        if (text.Length == 0)
        {
            throw new RuleViolation("content-missing", "补充的内容是空的。");
        }

        Move(OrderVerb.Supplement, act, new Change("补充人", null, Label.Of(by)));
        supplements.Add(new OrderSupplement { By = by, Text = text, At = act.Now, SourceKey = sourceKey });
    }

    /// <summary>附件 — what the caller sends along, in the act that takes the order in or adds to it.</summary>
    /// <exception cref="RuleViolation"><c>files-many</c>.</exception>
    public void Enclose(Files.OrderFile file, int most)
    {
        if (files.Count(p => p.FromCaller) >= most)
        {
            throw new RuleViolation("files-many", $"一件工单最多 {most} 个附件，前面已经有 {files.Count(p => p.FromCaller)} 个。");
        }

        files.Add(file);
        Trail.Add(new Change("附件", null, file.Name));
    }

    /// <summary>附件送达 — a file that the city's platform named with its message has come.</summary>
    public void TakeEnclosure(Files.OrderFile file, int most, Act act)
    {
        Trail.Note(act, "附件送达", null, null);
        Enclose(file, most);
    }

    /// <summary>附件未收到 — what was named did not come, or cannot be taken; the act says why. The order goes on without it.</summary>
    public void MissEnclosure(string name, Act act) => Trail.Note(act, "附件未收到", null, null, new Change("附件", null, name));

    /// <summary>再取附件 — somebody asks the city's platform again for what did not come.</summary>
    public void AskEnclosure(string name, Act act) => Trail.Note(act, "再取附件", null, null, new Change("附件", null, name));

    /// <summary>查看诉求人 — somebody looks at what is masked; the reason stays in the journal.</summary>
    public void Unmask(Act act)
    {
        if (act.Reason is null)
        {
            throw new RuleViolation("reason", "查看诉求人信息须写明理由。");
        }

        if (ReportedUnit is { } reported && act.By.Unit == reported)
        {
            throw new RuleViolation("reported-unit", "本单反映的是贵单位，诉求人信息不向贵单位提供。");
        }

        Trail.Note(act, "查看诉求人", null, null);
    }

    private static string TitleOf(OrderDraft draft) => draft.Title.Length > 0 ? draft.Title : draft.Content.Length <= TitleLength ? draft.Content.ReplaceLineEndings(" ") : Beginning(draft.Content).ReplaceLineEndings(" ") + "…";

    // a rare character or a picture of two halves is not cut through: PostgreSQL takes no half
    private static string Beginning(string content) => content[..(char.IsHighSurrogate(content[TitleLength - 1]) ? TitleLength - 1 : TitleLength)];
}
