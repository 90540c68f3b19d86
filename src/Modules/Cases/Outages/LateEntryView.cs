using Yimen.Platform.Identity;

namespace Yimen.Cases.Outages;

/// <summary>补录 as the case's page shows it.</summary>
public sealed record LateEntryView(string Blank, DateTimeOffset RealAt, DateTimeOffset EnteredAt, string ByName, string Reason, string PhotoHref, string? BlankHref)
{
    internal static LateEntryView? Of(Case c, Visitor reader, PermissionTable table) => c.LateEntry is not { } late ? null
        : new(late.Blank, late.RealAt, late.EnteredAt, late.ByName, late.Reason, $"/desk/cases/{c.Id}/late/photo", reader.May(table, CounterPermissions.ReadOutages) ? $"/desk/outages?q={late.Blank}" : null);
}
