using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Figures;

namespace Yimen.Catalog;

/// <summary>The rows behind the figures. Each is one query that counts and lists; all filter on dated facts as of the day (ruling 40).</summary>
internal static class CatalogFigureRows
{
    private const int FirstBatches = 3;

    extension(AppDb db)
    {
        /// <summary>In force on the day, of one unit where the scope names it.</summary>
        public IQueryable<ItemOnDay> Standing(FigureScope s) => db.InForceOn(s.AsOf).Where(i => s.Unit == null || i.Unit == s.Unit);

        public IQueryable<ItemOnDay> OneWindow(FigureScope s) => db.Standing(s).Where(i => i.OneWindow);

        public IQueryable<ItemOnDay> Resident(FigureScope s)
        {
            var resident = db.Residencies.Where(r => r.From <= s.AsOf && (r.To == null || r.To > s.AsOf)).Select(r => r.ItemId);
            return db.Standing(s).Where(i => resident.Contains(i.Id));
        }

        public IQueryable<ItemOnDay> CrossRegion(RegionLevel level, FigureScope s)
        {
            var configured = db.CrossRegionsOn(s.AsOf).Where(c => c.Level == level).Select(c => c.ItemId);
            return db.Standing(s).Where(i => configured.Contains(i.Id));
        }

        /// <summary>Bound to a window of the kind that was itself open.</summary>
        public IQueryable<ItemOnDay> BoundAt(WindowKind kind, FigureScope s)
        {
            var open = db.WindowRefs.Where(w => w.Kind == kind && w.OpenedOn <= s.AsOf && (w.ClosedOn == null || w.ClosedOn > s.AsOf)).Select(w => w.Code);
            var bound = db.WindowBindings.Where(b => b.From <= s.AsOf && (b.To == null || b.To > s.AsOf) && open.Contains(b.Window)).Select(b => b.ItemId);
            return db.Standing(s).Where(i => bound.Contains(i.Id));
        }

        /// <summary>Ruling 41: one row a basic code and handling item, however many bodies carry it out.</summary>
        public IQueryable<FigureRow> CountingUnits(IQueryable<ItemOnDay> items) =>
            from i in items
            join u in db.UnitRefs on i.Unit equals u.Id
            group new { i, u } by new { i.BasicCode, i.Handling } into g
            select new FigureRow
            {
                Key = g.Key.BasicCode + g.Key.Handling,
                Title = g.Min(x => x.i.Name)!,
                Detail = g.Min(x => x.u.ShortName),
                On = g.Min(x => x.i.Since),
                Href = "/desk/items/" + g.Min(x => x.i.Id.ToString()),
                Origin = null,
            };

        public IQueryable<FigureRow> Bodies(IQueryable<ItemOnDay> items, FigureScope s) =>
            from i in items
            join u in db.UnitRefs on i.Unit equals u.Id
            group i by new { u.Id, u.Name } into g
            select new FigureRow
            {
                Key = (string)(object)g.Key.Id, Title = g.Key.Name, Detail = null, On = g.Min(i => i.Since), Href = "/desk/items?unit=" + (string)(object)g.Key.Id, Origin = null,
            };

        public IQueryable<FigureRow> CrossRegionEntries(FigureScope s) =>
            from i in db.Standing(s)
            join c in db.CrossRegionsOn(s.AsOf) on i.Id equals c.ItemId
            join b in db.BasicItems on i.BasicCode equals b.Code
            group new { i, c } by new { i.BasicCode, b.Name } into g
            select new FigureRow
            {
                Key = g.Key.BasicCode, Title = g.Key.Name, Detail = null, On = g.Min(x => x.c.From), Href = "/desk/items/" + g.Min(x => x.i.Id.ToString()), Origin = null,
            };

        /// <summary>Counting units × levels.</summary>
        public IQueryable<FigureRow> CrossRegionRows(FigureScope s) =>
            from i in db.Standing(s)
            join c in db.CrossRegionsOn(s.AsOf) on i.Id equals c.ItemId
            group new { i, c } by new { i.BasicCode, i.Handling, c.Level } into g
            select new FigureRow
            {
                Key = g.Key.BasicCode + g.Key.Handling + "-" + (int)g.Key.Level,
                Title = g.Min(x => x.i.Name)!,
                Detail = g.Key.Level == RegionLevel.City ? "市级" : g.Key.Level == RegionLevel.County ? "县区级" : g.Key.Level == RegionLevel.Town ? "镇级" : "村级",
                On = g.Min(x => x.c.From),
                Href = "/desk/items/" + g.Min(x => x.i.Id.ToString()),
                Origin = null,
            };

        /// <summary>Entries of the first three batches; <paramref name="published"/>: only those whose item was in force on the day.</summary>
        public IQueryable<FigureRow> OfferedEntries(FigureScope s, bool published)
        {
            var standing = db.InForceOn(s.AsOf).Select(i => (Guid?)i.Id);
            return from o in db.Offers
                   where o.Batch <= FirstBatches && o.OfferedOn <= s.AsOf && (s.Unit == null || o.Unit == s.Unit)
                   where !published || standing.Contains(o.ItemId)
                   group o by new { o.BasicCode, o.Handling } into g
                   select new FigureRow
                   {
                       Key = g.Key.BasicCode + g.Key.Handling, Title = g.Min(o => o.Name)!, Detail = null, On = g.Min(o => o.OfferedOn),
                       Href = "/desk/offers/" + g.Min(o => o.Id.ToString()), Origin = null,
                   };
        }

        private IQueryable<CrossRegion> CrossRegionsOn(DateOnly day) => db.CrossRegions.Where(c => c.From <= day && (c.To == null || c.To > day));
    }
}
