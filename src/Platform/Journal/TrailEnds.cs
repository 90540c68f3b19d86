using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Data;

namespace Yimen.Platform.Journal;

/// <summary>Reads from every aggregate of the model how long its journal is: whoever maps a trail is examined, without being named here.</summary>
internal static class TrailEnds
{
    private static readonly MethodInfo ReadOne = typeof(TrailEnds).GetMethod(nameof(ReadAll), BindingFlags.NonPublic | BindingFlags.Static)!;

    public static async Task<Dictionary<MatterRef, TrailEnd>> Read(AppDb db, CancellationToken ct)
    {
        var ends = new Dictionary<MatterRef, TrailEnd>();
        foreach (var type in TypesWithTrail(db))
        {
            await (Task)ReadOne.MakeGenericMethod(type).Invoke(null, [db, ends, ct])!;
        }
        return ends;
    }

    internal static IEnumerable<Type> TypesWithTrail(AppDb db) => db.Model.GetEntityTypes()
        .Where(t => t.BaseType is null && typeof(IMatter).IsAssignableFrom(t.ClrType) && t.FindComplexProperty(nameof(IMatter.Trail)) is not null)
        .Select(t => t.ClrType);

    private static async Task ReadAll<T>(AppDb db, Dictionary<MatterRef, TrailEnd> ends, CancellationToken ct)
        where T : class, IMatter
    {
        await foreach (var matter in db.Set<T>().AsNoTracking().IgnoreQueryFilters().IgnoreAutoIncludes().AsAsyncEnumerable().WithCancellation(ct))
        {
            ends.Add(matter.Ref, new(matter.Trail.Count, matter.Trail.Head));
        }
    }
}
