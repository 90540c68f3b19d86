using Microsoft.EntityFrameworkCore;
using Yimen.Platform.Data;

namespace Yimen.Hotline.Open311;

/// <summary>Every class with its rules of publication, the county's own before those shipped; asked for a day.</summary>
internal sealed class GeoServices
{
    /// <summary>Where a county has set nothing of its own.</summary>
    public static readonly GeoServices Shipped = new([], OrderCodes.Shipped);

    private readonly OrderCodes codes;

    /// <param name="own">What the county has set.</param>
    /// <param name="codes">The classes.</param>
    internal GeoServices(IReadOnlyCollection<GeoService> own, OrderCodes codes)
    {
        this.codes = codes;
        All = [.. GeoService.Shipped.Where(s => !own.Any(o => o.Code == s.Code && o.From == s.From)), .. own];
    }

    /// <summary>Every dated rule.</summary>
    public IReadOnlyList<GeoService> All { get; }

    /// <summary>Every class in force on the day with the last rule that has begun; a class without a rule is not published.</summary>
    public IReadOnlyList<GeoService> On(DateOnly day) =>
        [.. codes.Classes(day).Select(c => (All.Where(s => s.Code == c.Code && s.From <= day).MaxBy(s => s.From) ?? new GeoService(c.Code, c.From, false, "没有定为公开")) with { Name = c.Name })];

    public IReadOnlyList<GeoService> PublicOn(DateOnly day) => [.. On(day).Where(s => s.Public)];

    public IReadOnlyList<GeoDoor> Doors(DateOnly day) => codes.Doors(day);

    /// <summary>What a class is called on a day.</summary>
    public string NameOf(string code, DateOnly day) => codes.ClassName(code, day);

    /// <summary>The rules of one class, the latest first.</summary>
    public IReadOnlyList<GeoService> Of(string code) => [.. All.Where(s => s.Code == code).OrderByDescending(s => s.From)];
}

internal static class GeoServicesReading
{
    extension(AppDb db)
    {
        /// <summary>The rules of publication as the county has them.</summary>
        public async Task<GeoServices> GeoServices(CancellationToken ct) => new([.. (await db.Set<DatedService>().AsNoTracking().ToListAsync(ct)).Select(s => s.Rule)], await db.OrderCodes(ct));
    }
}
