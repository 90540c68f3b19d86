namespace Yimen.Hotline;

/// <summary>The limits that govern an order, as the dated rules had them on its first day.</summary>
internal sealed record OrderTerms
{
    /// <summary>Working days from receipt.</summary>
    public int LimitDays { get; init; }

    /// <summary>So many working days before the city's own last day.</summary>
    public int LeadDays { get; init; }

    /// <summary>预警 begins when so few working days are left.</summary>
    public int WarningDays { get; init; } = 1;

    /// <summary>So many calendar days after the answer the caller is to be asked.</summary>
    public int VisitDays { get; init; } = 1;
}
