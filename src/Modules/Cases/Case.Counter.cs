using Yimen.Kernel;
using Yimen.Platform.Journal;

namespace Yimen.Cases;

/// <summary>What happens to a case at the counter beside its way: entered later, typos mended.</summary>
internal sealed partial class Case
{
    /// <summary>已读卡 — the id number came from the card; false when it was typed (未读卡), null online.</summary>
    public bool? CardRead { get; private set; }

    /// <summary>补录 — received on an emergency receipt while the system was down, and entered afterwards.</summary>
    public LateEntryFact? LateEntry { get; private set; }

    /// <summary>The clerk may mend typos until the unit takes the case up.</summary>
    public bool MayAmend => Window is not null && Reviewer is null && ClosedOn is null;

    /// <summary>The applicant's signature from the pad, by its id in the file store.</summary>
    public Guid? SignatureId { get; private set; }

    /// <summary>补录 — what was received on paper is entered with the time at which it really happened; the legal day of receipt is that day.</summary>
    public static Case EnterLate(CaseSubject subject, (Guid Id, string QueryCode) keys, Intake intake, LateEntryFact late, Act act)
    {
        if (late.RealAt > act.Now)
        {
            throw new RuleViolation("in-the-future", "实际收件时间不能晚于现在。");
        }

        var entered = Receive(subject, keys.Id, keys.QueryCode, intake, act);
        (entered.LateEntry, entered.FiledAt) = (late, late.RealAt);
        entered.ReceivedOn = entered.CompleteOn = ChinaTime.DateOf(late.RealAt);
        entered.Trail.Note(act, "补录", null, null, new Change("应急凭证", null, late.Blank), new Change("实际收件时间", null, $"{ChinaTime.Local(late.RealAt):yyyy-MM-dd HH:mm}"));
        return entered;
    }

    /// <summary>更正 — who received it, or whoever sits at that window, mends a typo. The old value stays in the journal; nobody is marked for it.</summary>
    /// <param name="to">What it should say.</param>
    /// <param name="sitsAt">The window at which the clerk sits.</param>
    /// <param name="act">Who, when.</param>
    public void Amend(Amended to, string sitsAt, Act act)
    {
        if (!MayAmend)
        {
            throw new RuleViolation("taken-up", "部门已经接办，窗口不能直接更正。请提交更正申请，由部门同意后更正。");
        }

        if (ReceivedBy != act.By.AccountId && Window != sitsAt)
        {
            throw new RuleViolation("other-window", $"只有收件人或 {Window} 窗口的人员可以更正。");
        }

        Mend(to, "更正", act);
    }

    /// <summary>同意更正 — after it was taken up, with the unit's leave.</summary>
    public void AmendByLeave(Amended to, Act act)
    {
        if (act.By.Unit != Unit)
        {
            throw new RuleViolation("unit-allows", "接办以后的更正由办理部门同意。");
        }

        Mend(to, "同意更正", act);
    }

    /// <summary>存入图片 — from the document camera or the scanner, for one material.</summary>
    /// <returns>The file that stood there before.</returns>
    public Guid? Picture(Guid materialId, Guid fileId, string fileName, Act act)
    {
        CheckOpen();
        var material = materials.Find(m => m.Id == materialId) ?? throw new RuleViolation("no-material", "没有这份材料。");
        var before = material.FileId;
        Trail.Note(act, "存入图片", null, null, new Change(material.Name, material.FileName, fileName));
        material.Picture(fileId, fileName);
        NoLongerOwed(material, act);
        return before;
    }

    /// <summary>存入签名 — the applicant's, from the pad or on paper.</summary>
    /// <returns>The signature that stood there before.</returns>
    public Guid? Sign(Guid fileId, Act act)
    {
        CheckOpen();
        var before = SignatureId;
        Trail.Note(act, "存入签名", null, null);
        SignatureId = fileId;
        return before;
    }

    private void CheckOpen()
    {
        if (!MayAmend)
        {
            throw new RuleViolation("taken-up", "部门已经接办，窗口不再存入图片。");
        }
    }

    private void Mend(Amended to, string verb, Act act)
    {
        var changes = to.Against(this);
        if (changes.Count == 0)
        {
            throw new RuleViolation("nothing-amended", "没有改动任何内容。");
        }

        Trail.Note(act, verb, null, null, changes);
        Applicant = Applicant with { Name = to.Name, Phone = to.Phone, PhoneIndex = to.PhoneIndex, Address = to.Address, Agent = to.Agent };
        Request = to.Request;
    }
}

/// <summary>What a case should say; number and kind of the applicant are no typos and stay.</summary>
/// <param name="PhoneWords">The phone before and after, in clear, for the sealed journal.</param>
internal sealed record Amended(string Name, Platform.Crypto.Sealed Phone, string PhoneIndex, string Address, string Agent, string Request, (string Before, string After) PhoneWords)
{
    /// <summary>What differs from what stands, as the journal keeps it: personal values sealed.</summary>
    public IReadOnlyList<Change> Against(Case c) =>
    [
        .. new (string Field, string Before, string After)[]
        {
            ("姓名或名称", c.Applicant.Name, Name), ("电话", PhoneWords.Before, PhoneWords.After), ("地址", c.Applicant.Address, Address), ("经办人", c.Applicant.Agent, Agent), ("申请内容", c.Request, Request),
        }.Where(f => f.Before != f.After).Select(f => new Change(f.Field, f.Before, f.After, Personal: true)),
    ];
}

/// <summary>补录 — by which emergency receipt, when it really happened, when and by whom it was entered, and the photo of the paper.</summary>
internal sealed class LateEntryFact
{
    public Guid CaseId { get; private init; }

    /// <summary>The number of the emergency receipt.</summary>
    public required string Blank { get; init; }

    public required DateTimeOffset RealAt { get; init; }

    public required DateTimeOffset EnteredAt { get; init; }

    public required DateOnly EnteredOn { get; init; }

    public required string ByName { get; init; }

    public required string Reason { get; init; }

    /// <summary>The photo of the paper receipt, by its id in the file store.</summary>
    public required Guid PhotoId { get; init; }
}
