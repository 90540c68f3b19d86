using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Mine;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Points;

namespace Yimen.Cases.Points;

/// <summary>我的办件 in 我的: the newest few.</summary>
internal static class MyCaseList
{
    public static MatterList Of(Calendars calendars, CountyScope scope, TimeProvider time) =>
        new(10, "我的办件", "/my/cases", "您还没有在网上申请过事项。", async (db, actor, take, ct) =>
        {
            var mine = db.Cases.AsNoTracking().FiledBy(actor.AccountId);
            var rows = await ListMine.Rows(mine).Take(take).ToListAsync(ct);
            var clock = await calendars.Of(scope.County, db, ct);
            return new(await mine.CountAsync(ct), [.. rows.Select(r => Line(r, clock, time))]);
        });

    private static MatterLine Line(MyCaseRow r, LegalClock clock, TimeProvider time) =>
        new(r.Item, r.Href, r.Number.Length == 0 ? null : r.Number, ApplicantWords.State(r.State, r.Granted), ApplicantWords.Tone(r.State, r.Granted), r.FiledAt ?? r.BegunAt)
        {
            Deadline = r.AcceptedOn is null ? null : CaseDeadline.Of(r.Clock, clock, time.Today(), $"/my/cases/{r.Id}/clock"),
        };
}
