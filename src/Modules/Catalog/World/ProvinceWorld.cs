using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Catalog.Province;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Worlds;

namespace Yimen.Catalog.World;

/// <summary>The province's list of a world: what the county has published, but for the differences that the world's file names. Then the first comparison.</summary>
internal static class ProvinceWorld
{
    private const string Name = "catalogue/province.json";

    public static async Task Load(WorldSource world, IServiceProvider services, CancellationToken ct)
    {
        if (!world.Has(Name))
        {
            return;
        }

        var (db, file) = (services.GetRequiredService<AppDb>(), world.Read<ProvinceWorldFile>(Name));
        var act = new Act(Actor.System, services.GetRequiredService<TimeProvider>().Now());
        var lines = (await Published(db).ToListAsync(ct)).Where(l => !file.Absent.Contains(l.Code)).Select(l => file.Different.FirstOrDefault(d => d.Code == l.Code)?.Over(l) ?? l);
        await services.GetRequiredService<ImportProvince>().Replace([.. lines, .. file.Extra.Select(e => e.Line)], file.FileName, act, ct);
        await services.GetRequiredService<ProvinceComparison>().Run(act, ct);
        db.ChangeTracker.Clear();
    }

    private static IQueryable<ProvinceLine> Published(AppDb db) =>
        from i in db.Items.AsNoTracking()
        join v in db.Set<ItemVersion>() on i.Current equals v.Id
        orderby i.HandlingCode
        select new ProvinceLine
        {
            Code = i.HandlingCode, ProvincialId = v.ProvincialId!, Version = v.ProvincialVersion!.Value, Name = v.Name, State = Compared.InUse,
            ProjectType = Label.Of(v.ProjectType), Statutory = Compared.TextOf(v.Content.Statutory), Promised = Compared.TextOf(v.Content.Promised), Online = v.Online ? "是" : "否",
        };
}

/// <summary>Where the province's list of a world parts from the county.</summary>
internal sealed record ProvinceWorldFile(string FileName, IReadOnlyList<string> Absent, IReadOnlyList<DifferentLine> Different, IReadOnlyList<ExtraLine> Extra);

/// <summary>What the province says otherwise; null as the county says it.</summary>
internal sealed record DifferentLine(string Code, string? Name, string? Promised, string? State, int? Version)
{
    public ProvinceLine Over(ProvinceLine line) => new()
    {
        Code = line.Code, ProvincialId = line.ProvincialId, Version = Version ?? line.Version, Name = Name ?? line.Name, State = State ?? line.State,
        ProjectType = line.ProjectType, Statutory = line.Statutory, Promised = Promised ?? line.Promised, Online = line.Online,
    };
}

/// <summary>What only the province has.</summary>
internal sealed record ExtraLine(string Code, string Name)
{
    public ProvinceLine Line => new() { Code = Code, ProvincialId = MadeUp.Of(Code).Id, Version = 1, Name = Name, State = Compared.InUse };
}
