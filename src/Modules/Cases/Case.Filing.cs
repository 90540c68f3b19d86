using Yimen.Cases.Contracts;
using Yimen.Cases.Filing;
using Yimen.Cases.Limits;
using Yimen.Cases.Materials;
using Yimen.Catalog.Contracts;
using Yimen.Kernel;
using Yimen.Platform.Journal;

namespace Yimen.Cases;

/// <summary>The ways in: filed online, received at a window.</summary>
internal sealed partial class Case
{
    /// <summary>起草 — a signed-in person begins an application and may come back to it.</summary>
    public static Case Begin(CaseSubject subject, Guid id, string queryCode, Applicant applicant, Act act)
    {
        if (subject.ClosedOnline is { } closed)
        {
            throw closed;
        }

        var begun = Make(subject, (id, queryCode), Channel.Online, subject.Item.Area, act);
        (begun.Applicant, begun.ApplicantIndex) = (applicant, applicant.NumberIndex);
        begun.Trail.Note(act, "起草", null, Label.Of(CaseState.Draft), new Change("事项", null, subject.Item.Name));
        return begun;
    }

    /// <summary>保存草稿 — keeps what was typed; a draft may have gaps.</summary>
    public void Save(Applicant applicant, string request, Act act)
    {
        Move(CaseVerb.Save, act, Request == request ? [] : [new Change("申请内容", Request, request, Personal: true)]);
        (Applicant, ApplicantIndex, Request) = (applicant, applicant.NumberIndex, request);
    }

    public bool IsRenewal => Renewal.Is(ItemName);

    /// <summary>原许可证 — which licence is to be renewed and until when it holds, as the applicant states it; of other items nothing is kept.</summary>
    public void Renews(OldLicence old, Act act)
    {
        CaseLifecycle.Table.After(State, CaseVerb.Save);
        if (IsRenewal && (old.Until, old.Number ?? "") != (LicenceUntil, LicenceNumber))
        {
            Trail.Note(act, "填写原许可证", null, null, new Change("编号", LicenceNumber, old.Number), new Change("有效期至", $"{LicenceUntil:yyyy-MM-dd}", $"{old.Until:yyyy-MM-dd}"));
            (LicenceUntil, LicenceNumber) = (old.Until, old.Number ?? "");
        }
    }

    /// <summary>上传材料 — a file for one material of a draft, or none to take it away.</summary>
    public void Attach(Guid materialId, Guid? fileId, string? fileName, Act act)
    {
        CaseLifecycle.Table.After(State, CaseVerb.Save);
        Put(materialId, fileId, fileName, act);
    }

    private void Put(Guid materialId, Guid? fileId, string? fileName, Act act)
    {
        var material = materials.Find(m => m.Id == materialId) ?? throw new RuleViolation("no-material", "没有这份材料。");
        Trail.Note(act, fileId is null ? "移除材料" : "上传材料", null, null, new Change(material.Name, material.FileName, fileName));
        Keep(material, act);
        material.Attach(fileId, fileName);
        NoLongerOwed(material, act);
    }

    /// <summary>提交 — the application reaches us; out of hours its legal day is the next working day (ruling 38).</summary>
    /// <param name="dayOfReceipt">The legal day of receipt.</param>
    /// <param name="tellBy">The last day to tell whether it is accepted.</param>
    public void Submit(Act act, DateOnly dayOfReceipt, DateOnly tellBy)
    {
        CaseLifecycle.Table.After(State, CaseVerb.Submit);
        if (!Applicant.IsComplete)
        {
            throw new RuleViolation("applicant-missing", "申请人信息还没有填写完整，请返回“填写申请”补充后再提交。");
        }

        if (Missing is { Count: > 0 } missing)
        {
            throw new RuleViolation("materials-missing", $"还缺少 {missing.Count} 份必要材料：{string.Join("、", missing)}。请上传后再提交。");
        }

        (FiledAt, ReceivedOn, CompleteOn, TellBy) = (act.Now, dayOfReceipt, dayOfReceipt, tellBy);
        Move(CaseVerb.Submit, act, new Change("收件日", null, $"{dayOfReceipt:yyyy-MM-dd}"));
    }

    /// <summary>放弃草稿 — what was typed and uploaded is forgotten; that there was a draft stays in the journal.</summary>
    public void Discard(Act act)
    {
        Move(CaseVerb.Discard, act);
        (Applicant, ApplicantIndex, Request) = (new(), "", "");
        materials.ForEach(m => m.Attach(null, null));
    }

    /// <summary>收件 — a window receives the papers and gives a receipt. It is dated when it really happened, also in extended service.</summary>
    public static Case Receive(CaseSubject subject, Guid id, string queryCode, Intake intake, Act act)
    {
        var received = Make(subject, (id, queryCode), intake.Channel, intake.Area, act, intake.Visit);
        (received.Applicant, received.ApplicantIndex) = (intake.Applicant, intake.Applicant.NumberIndex);
        (received.Request, received.Window) = (intake.Request, intake.Window);
        var papers = received.Meet(intake.WaysFor(subject.Version.Content.Materials));
        (received.State, received.FiledAt, received.ReceivedOn, received.CompleteOn, received.TellBy) = (CaseState.Received, act.Now, act.Today, act.Today, intake.TellBy);
        received.CardRead = intake.CardRead;
        (received.LicenceUntil, received.LicenceNumber) = received.IsRenewal ? (intake.Licence.Until, intake.Licence.Number ?? "") : (null, "");
        received.Trail.Note(act, "收件", null, Label.Of(CaseState.Received), [new Change("申请人", null, intake.Applicant.Shown), new Change("窗口", null, intake.Window), .. papers]);
        return received;
    }

    /// <param name="act">Of who files online, or of the clerk who receives.</param>
    private static Case Make(CaseSubject subject, (Guid Id, string QueryCode) keys, Channel channel, AreaCode area, Act act, Guid? visit = null)
    {
        if (subject.Closed is { } closed)
        {
            throw closed;
        }

        var (item, version, day, by) = (subject.Item, subject.Version, act.Today, act.By.AccountId);
        var made = new Case
        {
            Id = keys.Id, QueryCode = keys.QueryCode, ItemId = item.Id, VersionId = version.Id, ItemName = version.Name,
            Unit = item.Unit, Area = area, Town = area.Value[..9], Channel = channel, VisitId = visit, Terms = CaseTerms.Of(version, subject.LimitsOn(day)[CaseLimitCode.WarningShare]),
            AccountId = channel == Channel.Online ? by : null, ReceivedBy = channel == Channel.Online ? null : by,
        };
        made.materials.AddRange(version.Content.Materials.Select((m, i) => CaseMaterial.Of(m, i + 1)));
        return made;
    }
}

/// <summary>What a clerk takes in at the counter.</summary>
/// <param name="Papers">The orders of materials that were handed in, each in its usual way.</param>
internal sealed record Intake(Channel Channel, string Window, AreaCode Area, Applicant Applicant, string Request, IReadOnlySet<int> Papers)
{
    /// <summary>The id number came from the card and was not typed.</summary>
    public bool CardRead { get; init; }

    /// <summary>The last day to tell whether it is accepted.</summary>
    public required DateOnly TellBy { get; init; }

    /// <summary>延续: the licence to be renewed; of other items nothing is kept.</summary>
    public OldLicence Licence { get; init; }

    /// <summary>Where the clerk said how each was met; goes before <see cref="Papers"/>.</summary>
    public IReadOnlyDictionary<int, MaterialWay> Ways { get; init; } = new Dictionary<int, MaterialWay>();

    /// <summary>一次多件: the visit that it belongs to.</summary>
    public Guid? Visit { get; init; }

    internal Dictionary<int, MaterialWay> WaysFor(IReadOnlyList<Material> asked)
    {
        var ways = Papers.Where(p => p >= 1 && p <= asked.Count).ToDictionary(p => p, p => MaterialWay.Usual(asked[p - 1]));
        foreach (var (order, way) in Ways)
        {
            ways[order] = way;
        }

        return ways;
    }
}
