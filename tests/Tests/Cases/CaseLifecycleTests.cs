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
        Assert.Empty(CaseLifecycle.Table.VerbsFrom(CaseState.Archived));
        Assert.Empty(CaseLifecycle.Table.VerbsFrom(CaseState.Discarded));
    }

    // written from domain C1 and not from the table, so that one holds the other
    private static readonly Dictionary<(CaseState, CaseVerb), CaseState> Expected = new()
    {
        [(CaseState.Draft, CaseVerb.Save)] = CaseState.Draft,
        [(CaseState.Draft, CaseVerb.Discard)] = CaseState.Discarded,
        [(CaseState.Draft, CaseVerb.Submit)] = CaseState.Submitted,
        [(CaseState.Submitted, CaseVerb.AskCorrection)] = CaseState.CorrectionAsked,
        [(CaseState.Submitted, CaseVerb.Refuse)] = CaseState.Refused,
        [(CaseState.Submitted, CaseVerb.Accept)] = CaseState.Accepted,
        [(CaseState.Submitted, CaseVerb.DeemAccepted)] = CaseState.Accepted,
        [(CaseState.Submitted, CaseVerb.Withdraw)] = CaseState.Terminated,
        [(CaseState.Received, CaseVerb.AskCorrection)] = CaseState.CorrectionAsked,
        [(CaseState.Received, CaseVerb.Refuse)] = CaseState.Refused,
        [(CaseState.Received, CaseVerb.Accept)] = CaseState.Accepted,
        [(CaseState.Received, CaseVerb.DeemAccepted)] = CaseState.Accepted,
        [(CaseState.Received, CaseVerb.Withdraw)] = CaseState.Terminated,
        [(CaseState.CorrectionAsked, CaseVerb.Supply)] = CaseState.Corrected,
        [(CaseState.CorrectionAsked, CaseVerb.LapseCorrection)] = CaseState.Expired,
        [(CaseState.CorrectionAsked, CaseVerb.DeemAccepted)] = CaseState.Accepted,
        [(CaseState.CorrectionAsked, CaseVerb.Withdraw)] = CaseState.Terminated,
        [(CaseState.Corrected, CaseVerb.AskCorrection)] = CaseState.CorrectionAsked,
        [(CaseState.Corrected, CaseVerb.Refuse)] = CaseState.Refused,
        [(CaseState.Corrected, CaseVerb.Accept)] = CaseState.Accepted,
        [(CaseState.Corrected, CaseVerb.DeemAccepted)] = CaseState.Accepted,
        [(CaseState.Corrected, CaseVerb.Ask)] = CaseState.Corrected,
        [(CaseState.Corrected, CaseVerb.Answer)] = CaseState.Corrected,
        [(CaseState.Corrected, CaseVerb.Withdraw)] = CaseState.Terminated,
        [(CaseState.Accepted, CaseVerb.TakeUp)] = CaseState.Reviewing,
        [(CaseState.Accepted, CaseVerb.Ask)] = CaseState.Accepted,
        [(CaseState.Accepted, CaseVerb.Answer)] = CaseState.Accepted,
        [(CaseState.Accepted, CaseVerb.Suspend)] = CaseState.Accepted,
        [(CaseState.Accepted, CaseVerb.Resume)] = CaseState.Accepted,
        [(CaseState.Accepted, CaseVerb.Extend)] = CaseState.Accepted,
        [(CaseState.Accepted, CaseVerb.TakeIn)] = CaseState.Accepted,
        [(CaseState.Accepted, CaseVerb.DeemRenewed)] = CaseState.Granted,
        [(CaseState.Accepted, CaseVerb.TransferUp)] = CaseState.TransferredUp,
        [(CaseState.Accepted, CaseVerb.Withdraw)] = CaseState.Terminated,
        [(CaseState.Accepted, CaseVerb.Terminate)] = CaseState.Terminated,
        [(CaseState.Accepted, CaseVerb.TellHearing)] = CaseState.Accepted,
        [(CaseState.Reviewing, CaseVerb.TellHearing)] = CaseState.Reviewing,
        [(CaseState.Accepted, CaseVerb.ServeHearing)] = CaseState.Accepted,
        [(CaseState.Accepted, CaseVerb.RequestHearing)] = CaseState.Accepted,
        [(CaseState.Accepted, CaseVerb.WaiveHearing)] = CaseState.Accepted,
        [(CaseState.Accepted, CaseVerb.NotifyHearing)] = CaseState.Accepted,
        [(CaseState.Accepted, CaseVerb.RecordHearing)] = CaseState.Accepted,
        [(CaseState.Reviewing, CaseVerb.ServeHearing)] = CaseState.Reviewing,
        [(CaseState.Reviewing, CaseVerb.RequestHearing)] = CaseState.Reviewing,
        [(CaseState.Reviewing, CaseVerb.WaiveHearing)] = CaseState.Reviewing,
        [(CaseState.Reviewing, CaseVerb.NotifyHearing)] = CaseState.Reviewing,
        [(CaseState.Reviewing, CaseVerb.RecordHearing)] = CaseState.Reviewing,
        [(CaseState.Proposed, CaseVerb.ServeHearing)] = CaseState.Proposed,
        [(CaseState.Proposed, CaseVerb.RequestHearing)] = CaseState.Proposed,
        [(CaseState.Proposed, CaseVerb.WaiveHearing)] = CaseState.Proposed,
        [(CaseState.Proposed, CaseVerb.NotifyHearing)] = CaseState.Proposed,
        [(CaseState.Proposed, CaseVerb.RecordHearing)] = CaseState.Proposed,
        [(CaseState.Reviewing, CaseVerb.Propose)] = CaseState.Proposed,
        [(CaseState.Reviewing, CaseVerb.Ask)] = CaseState.Reviewing,
        [(CaseState.Reviewing, CaseVerb.Answer)] = CaseState.Reviewing,
        [(CaseState.Reviewing, CaseVerb.Suspend)] = CaseState.Reviewing,
        [(CaseState.Reviewing, CaseVerb.Resume)] = CaseState.Reviewing,
        [(CaseState.Reviewing, CaseVerb.Extend)] = CaseState.Reviewing,
        [(CaseState.Reviewing, CaseVerb.TakeIn)] = CaseState.Reviewing,
        [(CaseState.Reviewing, CaseVerb.DeemRenewed)] = CaseState.Granted,
        [(CaseState.Reviewing, CaseVerb.TransferUp)] = CaseState.TransferredUp,
        [(CaseState.Reviewing, CaseVerb.Withdraw)] = CaseState.Terminated,
        [(CaseState.Reviewing, CaseVerb.Terminate)] = CaseState.Terminated,
        [(CaseState.Proposed, CaseVerb.SendBack)] = CaseState.Reviewing,
        [(CaseState.Proposed, CaseVerb.Ask)] = CaseState.Proposed,
        [(CaseState.Proposed, CaseVerb.Answer)] = CaseState.Proposed,
        [(CaseState.Proposed, CaseVerb.Extend)] = CaseState.Proposed,
        [(CaseState.Proposed, CaseVerb.TakeIn)] = CaseState.Proposed,
        [(CaseState.Proposed, CaseVerb.Grant)] = CaseState.Granted,
        [(CaseState.Proposed, CaseVerb.Deny)] = CaseState.Denied,
        [(CaseState.Proposed, CaseVerb.DeemRenewed)] = CaseState.Granted,
        [(CaseState.Proposed, CaseVerb.TransferUp)] = CaseState.TransferredUp,
        [(CaseState.Proposed, CaseVerb.Withdraw)] = CaseState.Terminated,
        [(CaseState.Proposed, CaseVerb.Terminate)] = CaseState.Terminated,
        [(CaseState.Granted, CaseVerb.Issue)] = CaseState.AwaitingDelivery,
        [(CaseState.Granted, CaseVerb.SendToCertify)] = CaseState.Certifying,
        [(CaseState.Denied, CaseVerb.Issue)] = CaseState.AwaitingDelivery,
        [(CaseState.Certifying, CaseVerb.Certify)] = CaseState.AwaitingDelivery,
        [(CaseState.AwaitingDelivery, CaseVerb.Deliver)] = CaseState.Delivered,
        [(CaseState.Delivered, CaseVerb.Archive)] = CaseState.Archived,
        [(CaseState.Refused, CaseVerb.Archive)] = CaseState.Archived,
        [(CaseState.Terminated, CaseVerb.Archive)] = CaseState.Archived,
        [(CaseState.Expired, CaseVerb.Archive)] = CaseState.Archived,
        [(CaseState.TransferredUp, CaseVerb.Archive)] = CaseState.Archived,
    };
}
