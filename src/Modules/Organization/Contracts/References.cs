using Yimen.Kernel;

namespace Yimen.Organization.Contracts;

/// <summary>A unit as other rooms may read and join it.</summary>
public sealed class UnitRef
{
    public UnitId Id { get; private init; }

    public string Name { get; private init; } = "";

    public string ShortName { get; private init; } = "";

    public string CreditCode { get; private init; } = "";

    public UnitKind Kind { get; private init; }

    public int Level { get; private init; }

    public AreaCode Area { get; private init; }

    public string ConsultPhone { get; private init; } = "";

    public string SupervisePhone { get; private init; } = "";

    public bool Closed { get; private init; }
}

/// <summary>A window as other rooms may read and join it.</summary>
public sealed class WindowRef
{
    public string Code { get; private init; } = "";

    public string Name { get; private init; } = "";

    public WindowKind Kind { get; private init; }

    public UnitId Unit { get; private init; }

    public AreaCode Area { get; private init; }

    public string Place { get; private init; } = "";

    public string Hours { get; private init; } = "";

    public string Phone { get; private init; } = "";

    public DateOnly OpenedOn { get; private init; }

    public DateOnly? ClosedOn { get; private init; }
}

/// <summary>A division as other rooms may read and join it.</summary>
public sealed class DivisionRef
{
    public AreaCode Code { get; private init; }

    public string Name { get; private init; } = "";

    public int Level { get; private init; }

    public AreaCode? Parent { get; private init; }
}
