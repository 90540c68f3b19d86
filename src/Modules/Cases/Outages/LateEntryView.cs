namespace Yimen.Cases.Outages;

/// <summary>补录 as the case's page shows it.</summary>
public sealed record LateEntryView(string Blank, DateTimeOffset RealAt, DateTimeOffset EnteredAt, string ByName, string Reason, string PhotoHref)
{
    internal static LateEntryView? Of(Case c) => c.LateEntry is { } late ? new(late.Blank, late.RealAt, late.EnteredAt, late.ByName, late.Reason, $"/desk/cases/{c.Id}/late/photo") : null;
}
