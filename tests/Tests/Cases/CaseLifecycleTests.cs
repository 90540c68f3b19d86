using Yimen.Cases;
using Yimen.Cases.Contracts;
using Yimen.Kernel;

namespace Yimen.Tests.Cases;

public sealed class CaseLifecycleTests
{
    public static TheoryData<CaseState, string> EveryStateAndVerb()
    {
        var all = new TheoryData<CaseState, string>();
        foreach (var state in Enum.GetValues<CaseState>())
        {
            foreach (var verb in Enum.GetNames<CaseVerb>())
            {
                all.Add(state, verb);
            }
        }

        return all;
    }

    [Theory]
    [MemberData(nameof(EveryStateAndVerb))]
    public void A_verb_moves_the_case_along_the_table_or_is_refused_aloud(CaseState state, string name)
    {
        var verb = Enum.Parse<CaseVerb>(name);
        if (Expected.TryGetValue((state, verb), out var to))
        {
            Assert.Equal(to, CaseLifecycle.Table.After(state, verb));
        }
        else
        {
            Assert.Equal("wrong-state", Assert.Throws<RuleViolation>(() => CaseLifecycle.Table.After(state, verb)).Code);
        }
    }

    [Fact]
    public void Nothing_leads_out_of_an_end()
    {
        Assert.Empty(CaseLifecycle.Table.VerbsFrom(CaseState.Delivered));
        Assert.Empty(CaseLifecycle.Table.VerbsFrom(CaseState.Discarded));
    }

    // written from domain C1 and not from the table, so that one holds the other
    private static readonly Dictionary<(CaseState, CaseVerb), CaseState> Expected = new()
    {
        [(CaseState.Draft, CaseVerb.Save)] = CaseState.Draft,
        [(CaseState.Draft, CaseVerb.Discard)] = CaseState.Discarded,
        [(CaseState.Draft, CaseVerb.Submit)] = CaseState.Submitted,
        [(CaseState.Submitted, CaseVerb.Accept)] = CaseState.Accepted,
        [(CaseState.Received, CaseVerb.Accept)] = CaseState.Accepted,
        [(CaseState.Accepted, CaseVerb.TakeUp)] = CaseState.Reviewing,
        [(CaseState.Reviewing, CaseVerb.Propose)] = CaseState.Proposed,
        [(CaseState.Proposed, CaseVerb.SendBack)] = CaseState.Reviewing,
        [(CaseState.Proposed, CaseVerb.Grant)] = CaseState.Granted,
        [(CaseState.Proposed, CaseVerb.Deny)] = CaseState.Denied,
        [(CaseState.Granted, CaseVerb.Issue)] = CaseState.AwaitingDelivery,
        [(CaseState.Denied, CaseVerb.Issue)] = CaseState.AwaitingDelivery,
        [(CaseState.AwaitingDelivery, CaseVerb.Deliver)] = CaseState.Delivered,
    };
}
