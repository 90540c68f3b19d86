using Microsoft.AspNetCore.Http;
using Yimen.Hotline.Dispatches;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Calls;

/// <summary>A call as lists tell it; the number is masked.</summary>
/// <param name="Waited">Whole seconds from the first ring to the answer, or to the end where nobody answered; null while it rings.</param>
public sealed record CallRow(Guid Id, string Number, DateTimeOffset RingingAt, CallState State, CallOutcome? Outcome, string Agent, int? Waited, bool InTime, Guid? OrderId, string OrderNumber);

/// <summary>The list's query, as it stands in the URL.</summary>
public sealed record CallFilter(string? Q, string? State, string? Outcome, string? From, string? To, string? Mine, string? Sort, string? Page, string? Size);

/// <param name="Now">What rings, and what lies with the visitor: looked at again every few seconds.</param>
public sealed record CallsView(IReadOnlyList<CallRow> Now, IReadOnlyList<CallRow> Rows, Paging Paging, CallFilter Filter, bool MayTake, bool MayExport);

/// <summary>What the agent typed: all text, so that the page can show it again.</summary>
/// <param name="Article">The entry of the knowledge base that the answer was taken from.</param>
public sealed record CallInput(OrderInput Order, string Answer, string Article, string Invalid, string Note)
{
    internal static readonly CallInput Blank = new(new(), "", "", "", "");

    internal static CallInput Of(IFormCollection form)
    {
        string Text(string name) => form[name].FirstOrDefault()?.Trim() ?? "";
        return new(OrderInput.From(form), Text("answer"), Text("article"), Text("invalid"), Text("note"));
    }
}

/// <summary>An order of the same caller.</summary>
public sealed record CallerOrderRow(Guid Id, string Number, string Title, string State, DateOnly On, bool Open);

/// <summary>What pops up beside the form: who this caller is to us, and what the office knows of the like.</summary>
/// <param name="Calls">How often the number called before.</param>
/// <param name="Like">Null before enough was typed.</param>
public sealed record CallHintsView(IReadOnlyList<CallerOrderRow> Orders, int Calls, HintsView? Like);

/// <summary>The order that was made of it, to be read out to the caller.</summary>
public sealed record CallOrderView(Guid Id, string Number, string Title, string QueryCode, DateOnly? Due);

/// <summary>One agent handed the caller to another.</summary>
public sealed record CallTransferRow(DateTimeOffset At, string From, string To);

/// <param name="Number">Whole for the agent who talks with the caller, masked for everybody else and afterwards.</param>
/// <param name="Form">Null where nothing is to be recorded.</param>
public sealed record CallView(CallRow Call, string Number, CallInput? Form, FormErrors Errors, IReadOnlyList<Choice> Areas, IReadOnlyList<Choice> Units, IReadOnlyList<Choice> Invalids, CallHintsView Hints)
{
    public CallOrderView? Order { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public string InvalidReason { get; init; } = "";

    public string Note { get; init; } = "";

    public bool MayListen { get; init; }

    public IReadOnlyList<CallTransferRow> Transfers { get; init; } = [];

    /// <summary>Who left what stands in the form; empty where nobody did.</summary>
    public string LeftBy { get; init; } = "";

    /// <summary>The visitor talked with the caller and has passed them on.</summary>
    public bool Passed { get; init; }

    public string Href => $"/desk/calls/{Call.Id}";
}
