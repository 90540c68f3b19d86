using Yimen.Catalog.Contracts;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;

namespace Yimen.Catalog.Search;

/// <summary>A page of what was found.</summary>
public sealed record ItemsFound(int Total, int Page, int Size, IReadOnlyList<ItemLine> Items);

internal static class ItemLines
{
    public static IQueryable<ItemLine> Of(AppDb db, IQueryable<ItemCard> cards) =>
        from c in cards
        join u in db.UnitRefs on c.Unit equals u.Id into units
        from u in units.DefaultIfEmpty()
        select new ItemLine
        {
            Id = c.ItemId, Code = c.Code, Name = c.Name, UnitCode = c.Unit.Value, Unit = (string?)u!.ShortName ?? "", Level = c.Level, Type = c.Type, State = c.State,
            ProjectType = c.ProjectType, Online = c.Online, Visits = c.Visits, PromisedDays = c.PromisedDays, PromisedKind = c.PromisedKind,
        };
}
