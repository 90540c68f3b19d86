using Yimen.Hotline;
using Yimen.Hotline.Channels;
using Yimen.Hotline.Contracts;
using Yimen.Hotline.Dispatches;
using Yimen.Hotline.Limits;
using Yimen.Kernel;
using Yimen.Platform.Crypto;
using Yimen.Platform.Limits;

namespace Yimen.Tests.Hotline.Channels;

/// <summary>The rules of an urgent contact, without a host: its table, whose turn it is, what it waits for.</summary>
public sealed class UrgentRuleTests
{
    private static readonly UnitId Market = new("SCJG");
    private static readonly Actor Office = new(IdSource.Seeded(7).NewId(Start), "热线办甲", new UnitId("XZZX"));
    private static readonly DateTimeOffset Start = new(2020, 11, 2, 2, 0, 0, TimeSpan.Zero);

    public static TheoryData<string, string> Everything()
    {
        var data = new TheoryData<string, string>();
        foreach (var state in Enum.GetValues<UrgentState>())
        {
            foreach (var verb in Enum.GetValues<UrgentVerb>())
            {
                data.Add(state.ToString(), verb.ToString());
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void Every_verb_asks_the_table(string from, string by)
    {
        var (state, verb) = (Enum.Parse<UrgentState>(from), Enum.Parse<UrgentVerb>(by));
        var contact = In(state);
        var allowed = UrgentContact.Lifecycle.Can(state, verb);

        var refused = Record.Exception(() => Do(contact, verb)) as RuleViolation;

        Assert.True(allowed == (refused is null or { Code: "no-call" }), $"{state} {verb}: {refused?.Message}");
        if (!allowed)
        {
            Assert.Equal("wrong-state", refused!.Code);
            Assert.Equal(state, contact.State);
        }
    }

    [Fact]
    public void Whose_turn_it_is_moves_on_and_never_back()
    {
        var contact = Begun();
        ContactStep[] plan = [Step(ContactPost.First, ContactWay.WeCom), Step(ContactPost.First, ContactWay.Phone), Step(ContactPost.Leader, ContactWay.Sms)];
        var later = new Act(Actor.System, Start.AddMinutes(60));

        contact.Reach(contact.Next(plan, false)!, Act());
        Assert.Equal(ContactWay.Phone, contact.Next(plan, false)!.Way);
        var leader = contact.Next(plan, true)!;
        Assert.Equal(ContactPost.Leader, leader.Post); // no second person: the leader is next
        contact.Reach(leader, later);

        Assert.Equal((ContactPost.Leader, Start.AddMinutes(120)), (contact.Post, contact.Until));
        Assert.Null(contact.Next(plan, false));
        Assert.Null(contact.Next([Step(ContactPost.Next, ContactWay.Sms)], false)); // added meanwhile: their turn is over
    }

    [Fact]
    public void A_call_of_which_nobody_is_asked_is_refused_while_letters_are_waited_for()
    {
        var contact = Begun();
        contact.Reach(Step(ContactPost.First, ContactWay.WeCom), Act());

        Assert.Equal("no-call", Assert.Throws<RuleViolation>(() => contact.LogCall(AttemptResult.NotReached, "", Step(ContactPost.First, ContactWay.Phone), Act())).Code);
    }

    [Fact]
    public void The_first_of_a_book_is_first_and_an_unknown_post_has_no_channels()
    {
        var book = ContactBook.Of(IdSource.Seeded(7).NewId(Start), Market);

        Assert.Equal("contact-nobody", Assert.Throws<RuleViolation>(() => book.SetChannel(ContactPost.First, ContactWay.Sms, new Sealed("*"), "*", Act())).Code);
        book.Appoint(ContactPost.First, IdSource.Seeded(7).NewId(Start), "联络员乙", Act());
        book.SetChannel(ContactPost.First, ContactWay.Sms, new Sealed("1"), "*", Act());
        book.SetChannel(ContactPost.First, ContactWay.WeCom, new Sealed("2"), "*", Act());
        book.SetChannel(ContactPost.First, ContactWay.Sms, new Sealed("3"), "*", Act()); // another number, the same place
        Assert.Equal([(ContactWay.Sms, "3"), (ContactWay.WeCom, "2")], book.Of(ContactPost.First).Select(c => (c.Way, c.Address.Text)));
    }

    private static void Do(UrgentContact c, UrgentVerb verb)
    {
        switch (verb)
        {
            case UrgentVerb.Reach: c.Reach(Step(ContactPost.First, ContactWay.Sms), Act()); break;
            case UrgentVerb.TurnTo: c.Reach(Step(ContactPost.Next, ContactWay.Sms), Act()); break;
            case UrgentVerb.Settle: c.Settle(c.Attempts[0], AttemptResult.Sent, "", Act()); break;
            case UrgentVerb.LogCall: c.LogCall(AttemptResult.NotReached, "", Step(ContactPost.Leader, ContactWay.Phone), Act()); break;
            case UrgentVerb.GiveUp: c.GiveUp(Act()); break;
            case UrgentVerb.Acknowledge: c.Acknowledge("签收工单", Act()); break;
            default: c.End("退单", Act()); break;
        }
    }

    private static UrgentContact In(UrgentState state)
    {
        var contact = Begun();
        contact.Reach(Step(ContactPost.First, ContactWay.WeCom), Act());
        switch (state)
        {
            case UrgentState.Unanswered: contact.GiveUp(Act()); break;
            case UrgentState.Acknowledged: contact.Acknowledge("确认知悉", Act()); break;
            case UrgentState.Ended: contact.End("已退单", Act()); break;
        }

        return contact;
    }

    private static UrgentContact Begun()
    {
        var (act, clock, limits) = (Act(), new LegalClock(StateCouncilCalendar.Load()), OrderLimitTable.The.At(new DateOnly(2020, 11, 2)));
        var order = WorkOrder.Receive(IdSource.Seeded(7).NewId(Start), "ABC234", new() { Source = OrderSource.WalkIn, Type = OrderType.Help, Area = new("440281000000"), Content = "路灯不亮", Title = "路灯不亮", Requester = new() }, limits.Terms(OrderType.Help), act, clock);
        order.Take(1);
        order.Dispatch(new(OrderType.Help, "010102", Urgency.Extreme, Market, [], "职责") { Terms = limits.Terms(OrderType.Help), Signing = limits.Signing }, act, clock);
        return UrgentContact.Begin(IdSource.Seeded(7).NewId(Start), order, "特急·求助·照明", 60, act);
    }

    private static ContactStep Step(ContactPost post, ContactWay way) => new(post, IdSource.Seeded(7).NewId(Start), Label.Of(post), way, new Sealed("*"), null);

    private static Act Act() => new(Office, Start);
}
