using Yimen.Cases.Acting;
using Yimen.Cases.Contracts;
using Yimen.Cases.Deferrals;
using Yimen.Cases.Filing;
using Yimen.Cases.Materials;
using Yimen.Cases.Pledges;
using Yimen.Cases.Reuse;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;

namespace Yimen.Cases.Reception;

/// <summary>What a clerk takes in, read and found right.</summary>
internal sealed record ReadReception(Channel Channel, WindowRef Window, Applicant Applicant, string Request)
{
    /// <summary>The orders of materials that came in their usual way.</summary>
    public IReadOnlySet<int> Papers { get; init; } = new HashSet<int>();

    public IReadOnlyDictionary<int, MaterialWay> Ways { get; init; } = new Dictionary<int, MaterialWay>();

    /// <summary>沿用: by the material's order, the earlier material.</summary>
    public IReadOnlyDictionary<int, Guid> Again { get; init; } = new Dictionary<int, Guid>();

    /// <summary>The number came from the card and was not typed.</summary>
    public bool CardRead { get; init; }

    /// <summary>延续: the licence to be renewed.</summary>
    public OldLicence Licence { get; init; }

    /// <summary>Who acts for the applicant, found to stand.</summary>
    public StandingAgent? Acting { get; init; }

    /// <summary>一次多件: the visit.</summary>
    public Guid? Visit { get; init; }
}

/// <summary>收件 in a writer's change: the case, what it uses again, what is promised for later, what is pledged.</summary>
internal sealed class Taking(AppDb db, IdSource ids, DeferralDesk deferrals, PledgeDesk pledges, EarlierMaterials earlier, Calendars calendars, CountyScope scope)
{
    public async Task<Case> Take(CaseSubject subject, ReadReception read, Act act, CancellationToken ct)
    {
        var (now, later) = DeferralDesk.Part(read.Ways);
        var intake = new Intake(read.Channel, read.Window.Code, read.Window.Area, read.Applicant, read.Request, read.Papers) { Ways = now, Visit = read.Visit, TellBy = subject.TellBy(await calendars.Of(scope.County, db, ct), act.Today), CardRead = read.CardRead, Licence = read.Licence };
        var received = Case.Receive(subject, ids.NewId(act.Now), ids.NewCode(6), intake, act);
        db.Add(received);
        if (read.Acting is { } acting)
        {
            received.ActedBy(acting.For("收件", act), act);
        }

        foreach (var (order, from) in read.Again.OrderBy(a => a.Key))
        {
            await earlier.Use(received, order, from, null, act, ct);
        }

        await deferrals.Promise(received, later, act, ct);
        await pledges.Sign(received, act, ct);
        return received;
    }
}
