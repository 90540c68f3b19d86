using Yimen.Cases.Contracts;
using Yimen.Cases.Deferrals;
using Yimen.Cases.Limits;
using Yimen.Cases.Materials;
using Yimen.Cases.Papers;
using Yimen.Cases.Pickup;
using Yimen.Catalog.Contracts;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Crypto;
using Yimen.Platform.Data;
using Yimen.Platform.Files;
using Yimen.Platform.Identity;

namespace Yimen.Cases.World;

/// <summary>Carries plans out through the product's own verbs, each act by whom and when it would have been.</summary>
internal sealed class Making(AppDb db, Counter counter, Applicants applicants, CasePapers papers, LegalClock clock, (ReceivedFile Sample, DeferralDesk Later, CountyKeys Keys) means, int seed = Making.Seed)
{
    private const int Seed = 440281;
    private readonly ReceivedFile sample = means.Sample;
    private readonly DeferralDesk later = means.Later;
    private readonly IdSource ids = IdSource.Seeded(seed);
    private LawOfWorld? law;

    private LawOfWorld Law => law ??= new(counter, papers, clock, ids, means.Keys);

    public async Task<Case> Make(Plan plan, CancellationToken ct)
    {
        var made = plan.Window is null ? await Online(plan, ct) : AtWindow(plan, plan.Window);
        if (plan.Reach < Reach.Accepted)
        {
            await (plan.Reach == Reach.Filed && made.Terms.AcceptMode != AcceptMode.OnePerson ? Law.BeforeAcceptance(made, plan, ct) : Task.CompletedTask);
            return made;
        }

        var unit = plan.Offer.Subject.Item.Unit;
        var counterClerk = plan.Window is null ? null : counter.Clerk(plan.Window);
        if (made.Terms.AcceptMode == AcceptMode.OnePerson)
        {
            made.DecideAtOnce("材料齐全，符合条件，当场办结。", new(counterClerk!, plan.Accepted), clock, Serve(plan));
            await papers.IssueDecision(made, new(counterClerk!, plan.Accepted), ct);
            made.Deliver(DeliveryMethod.Direct, made.Applicant.Name, new(counterClerk!, plan.Accepted));
            return made;
        }

        await Accept(made, made.Terms.AcceptMode == AcceptMode.WindowAccepts && counterClerk is not null ? counterClerk : counter.Of(Roles.Approver, unit)!, plan, ct);
        Supply(made, counter.Of(Roles.Approver, unit)!, plan);
        Review(made, counter.Of(Roles.Approver, unit)!, plan);
        await (plan.Reach is Reach.Accepted or Reach.Reviewing ? Law.WhileHandled(made, plan, ct) : Task.CompletedTask);
        await Decide(made, counter.Of(Roles.UnitHead, unit)!, plan, ct);
        if (made.State == CaseState.Certifying && (plan.Reach == Reach.Delivered || plan.N % 2 == 0))
        {
            made.Certify($"YM{plan.N:000000}", ChinaTime.DateOf(plan.Decided), ChinaTime.DateOf(plan.Decided).AddYears(5).AddDays(-1), new(counter.Of(Roles.Approver, unit)!, plan.Decided.AddMinutes(20)));
        }

        Out(made, counterClerk ?? counter.Of(Roles.Approver, unit)!, plan);
        return made;
    }

    // the result's way out: by EMS to who filed online, some still on their way; over the counter after the card was read, now and then to a proxy
    private void Out(Case made, Actor by, Plan plan)
    {
        // who applied at a window may ask for EMS as well
        if (made.State != CaseState.AwaitingDelivery || (plan.Reach != Reach.Delivered && plan.Window is not null && plan.N % 2 > 0))
        {
            return;
        }

        var (sent, served) = (new Act(by, plan.Decided.AddMinutes(25)), new Act(by, plan.Delivered));
        if (plan.Window is null || plan.Reach != Reach.Delivered)
        {
            var parcel = new Parcel { Id = ids.NewId(sent.Now), Way = ParcelWay.ToApplicant, Number = $"EM{plan.N:000000000}CN", SentOn = sent.Today };
            made.Post(parcel, sent);
            if (plan.Reach == Reach.Delivered)
            {
                made.Arrive(parcel.Id, served.Today, served);
            }

            return;
        }

        var proxy = plan.N % 6 == 5 || made.Applicant.Kind == ApplicantKind.Organisation;
        made.HandOutTo(new HandOutFact
        {
            Name = proxy ? "演示经办人" : made.Applicant.Name, Number = "440281********0000", CardRead = plan.N % 4 != 1, IsProxy = proxy, Basis = proxy ? "授权委托书（当场查验）" : "", MandateId = null,
            SignatureId = null, At = served.Now,
        }, served);
    }

    private Case AtWindow(Plan plan, WindowRef window)
    {
        var channel = window.Kind switch { WindowKind.Town => Channel.Town, WindowKind.Village => Channel.Village, _ => Channel.Hall };
        var papersIn = Enumerable.Range(1, plan.Offer.Subject.Version.Content.Materials.Count).ToHashSet();
        var intake = new Intake(channel, window.Code, window.Area, Who(plan), Words(plan), papersIn) { TellBy = plan.Offer.Subject.TellBy(clock, ChinaTime.DateOf(plan.Filed)) };
        var received = Case.Receive(plan.Offer.Subject, ids.NewId(plan.Filed), ids.NewCode(6), intake, new(counter.Clerk(window)!, plan.Filed));
        db.Add(received);
        return received;
    }

    private async Task<Case> Online(Plan plan, CancellationToken ct)
    {
        var account = counter.Citizens[plan.N % counter.Citizens.Count];
        var (began, filed) = (new Act(account.AsActor, plan.Filed.AddMinutes(-20)), new Act(account.AsActor, plan.Filed));
        var begun = Case.Begin(plan.Offer.Subject, ids.NewId(plan.Filed), ids.NewCode(6), Who(plan), began);
        db.Add(begun);
        begun.Save(begun.Applicant, Words(plan), began);
        if (plan.Reach == Reach.Draft)
        {
            return begun;
        }

        foreach (var material in begun.Materials.Where(m => m.Required))
        {
            var file = StoredFile.Of(ids.NewId(plan.Filed), sample, begun.Ref, began);
            db.Add(file);
            begun.Attach(material.Id, file.Id, sample.Name, began);
        }

        await later.Promise(begun, DeferralDesk.LeftForLater(begun), filed, ct);
        begun.Submit(filed, filed.Today, plan.Offer.Subject.TellBy(clock, filed.Today));
        return begun;
    }

    private async Task Accept(Case c, Actor by, Plan plan, CancellationToken ct)
    {
        var act = new Act(by, plan.Accepted);
        c.Accept(act, clock);
        await papers.TellAcceptance(c, act, ct);
    }

    // what was promised for later had come before it was decided; of the open cases some still wait for it
    private static void Supply(Case c, Actor by, Plan plan)
    {
        foreach (var owed in c.Deferrals.Where(_ => plan.Reach >= Reach.Decided).ToList())
        {
            c.MakeUp(owed.Order, new MaterialWay(MaterialHow.Copy, 1), new Act(by, plan.Accepted.AddMinutes(40)));
        }
    }

    private static void Review(Case c, Actor by, Plan plan)
    {
        var act = new Act(by, plan.Reach >= Reach.Decided ? plan.Reviewed : plan.Accepted.AddMinutes(50));
        if (plan.Reach == Reach.Reviewing)
        {
            c.TakeUp(act);
        }
        else if (plan.Reach >= Reach.Proposed)
        {
            c.Propose(plan.Grant, plan.Grant ? "材料齐全，符合法定条件，建议准予。" : "现场情况与申请材料不一致，不符合规定条件，建议不予。", act);
        }
    }

    private async Task Decide(Case c, Actor by, Plan plan, CancellationToken ct)
    {
        if (plan.Reach >= Reach.Decided)
        {
            var act = new Act(by, plan.Decided, plan.Grant ? null : "现场情况与申请材料不一致，不符合规定条件");
            c.Decide(plan.Grant, act, clock, Serve(plan));
            await papers.IssueDecision(c, act, ct);
        }
    }

    private static Period Serve(Plan plan) => plan.Offer.Subject.LimitsOn(ChinaTime.DateOf(plan.Decided)).Days(CaseLimitCode.Delivery);

    // firms where firms are served, and now and then a person known from before
    private Applicant Who(Plan plan) => plan.Offer.Subject.Version.Content.ServiceObjects is { } served && served.Contains("法人") && (plan.N % 2 == 0 || !served.Contains("自然人"))
        ? applicants.Firm(plan.N % 90)
        : applicants.Person(plan.N % 100);

    private static string Words(Plan plan) => $"申请办理{plan.Offer.Subject.Version.Name}。";
}
