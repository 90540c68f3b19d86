using Yimen.Platform.Crypto;

namespace Yimen.Cases.Assistance;

/// <summary>被帮办人 — who asks for help. Number and phone rest sealed, with a keyed index of the number.</summary>
internal sealed record AssistedPerson
{
    public string Name { get; init; } = "";

    public Sealed Number { get; init; }

    public string NumberIndex { get; init; } = "";

    public Sealed Phone { get; init; }

    public string Address { get; init; } = "";
}

/// <summary>委托书 signed — when, by whom it was written down, and the scan or photograph with the signature.</summary>
internal sealed class AuthorityFact
{
    public long Id { get; private init; }

    public Guid OrderId { get; private init; }

    /// <summary>The account in whose favour it was signed.</summary>
    public required Guid AgentId { get; init; }

    public required DateOnly SignedOn { get; init; }

    public required Guid FileId { get; init; }

    public required string ByName { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>代收的材料 — one line of what was taken, with photograph and signature, and where it went.</summary>
internal sealed class TakenPaper
{
    public Guid Id { get; init; }

    public Guid OrderId { get; private init; }

    public required int Order { get; init; }

    public required string Name { get; init; }

    public required int Copies { get; init; }

    /// <summary>An original must be accounted for before the order is finished.</summary>
    public required bool Original { get; init; }

    public required Guid? PhotoId { get; init; }

    public required Guid? SignatureId { get; init; }

    public required string ByName { get; init; }

    public required DateTimeOffset At { get; init; }

    public PaperReturn? Return { get; set; }
}

/// <summary>材料去向 — handed back to the person, or handed in with the case.</summary>
internal sealed class PaperReturn
{
    public Guid PaperId { get; private init; }

    public required PaperEnd End { get; init; }

    public required Guid? PhotoId { get; init; }

    public required Guid? SignatureId { get; init; }

    public required string ByName { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>代办件 — a case filed for the person.</summary>
internal sealed class AssistedCase
{
    public Guid OrderId { get; private init; }

    public required Guid CaseId { get; init; }

    public required string CaseNumber { get; init; }

    public required string ItemName { get; init; }

    public required DateOnly LinkedOn { get; init; }
}
