using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Calls;
using Yimen.Hotline.Channels;
using Yimen.Hotline.City;
using Yimen.Hotline.Contracts;
using Yimen.Hotline.Files;
using Yimen.Hotline.Open311;
using Yimen.Hotline.Replies;
using Yimen.Hotline.Unmasking;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Switches;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.OrderPage;

/// <summary>The page of one order: where it stands, by when, what was said and answered, what may be done now.</summary>
internal static class ShowOrder
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/orders/{id:guid}", async (HttpContext http, Guid id, OrderDesk desk, Reading reading, CancellationToken ct) =>
            Page.Of<OneOrderPage>(http, await reading.View(http, await desk.Find(http, id, OrderPermissions.Read, ct), await desk.Clock(ct), ct))).RequirePermission(OrderPermissions.Read);
        app.MapGet("/desk/orders/{id:guid}/clock", async (HttpContext http, Guid id, OrderDesk desk, CancellationToken ct) =>
            Results.Redirect(http.Request.PathBase + OrderDeadline.HrefOf(await desk.Find(http, id, OrderPermissions.Read, ct), await desk.Clock(ct)))).RequirePermission(OrderPermissions.Read);
    }

    /// <summary>Composes the view from the order, its units and its journal.</summary>
    internal sealed class Reading(AppDb db, CountyScope scope, PermissionTable table)
    {
        public async Task<OrderView> View(HttpContext http, WorkOrder o, LegalClock clock, CancellationToken ct)
        {
            var units = await db.UnitRefs.AsNoTracking().Select(u => new { u.Id, u.ShortName }).ToDictionaryAsync(u => u.Id, u => u.ShortName, ct);
            string Name(UnitId id) => units.GetValueOrDefault(id, id.Value);
            var area = await db.DivisionRefs.AsNoTracking().Where(d => d.Code == o.Area).Select(d => d.Name).FirstOrDefaultAsync(ct);
            var verbs = new OrderVerbs(o, http.Visitor, table, http.Visitor.Actor.Unit == o.Unit && await db.UnitRefs.AnyAsync(u => u.Id == o.Unit && u.Kind == UnitKind.Town, ct));
            return new OrderView
            {
                Id = o.Id, Number = o.Number, Title = o.Title, State = Label.Of(o.State), Tone = OrderTone.Of(o.State), Content = o.Content, Appeal = o.Appeal, Added = [.. o.Supplements.OrderBy(s => s.At).Select(s => new FactRow($"{Label.Of(s.By)}补充，{Dates.Moment(s.At)}", s.Text))],
                Deadline = OrderDeadline.Of(OrderClockRow.Now(o), clock, http.Act().Today, $"{o.Href}/clock"), Steps = OrderProgress.Of(o), Tags = [.. Tags(o)], Facts = [.. Facts(o, Name, area, await db.OrderCodes(ct))],
                Caller = [.. Caller(http.Visitor, o)], CanUnmask = ShowRequester.Sees(o, http.Visitor, table) && !(o.Requester.Name.IsEmpty && o.Requester.Phone.IsEmpty),
                Rows = OrderRows.Of(o, Name), Answers = [.. Answers(o, Name)], Meetings = [.. Meetings(o)], Photos = Files(o, fromCaller: false), Enclosed = CallerFiles.ShownTo(http.Visitor, o, table) ? Files(o, fromCaller: true) : [],
                Awaited = CallerFiles.ShownTo(http.Visitor, o, table) ? await Awaited(o, ct) : [], Sent = await Sent(o, ct), Urgent = await Urgent(http, o, ct), Related = [.. await Call(http, o, ct), .. await Related(o, ct)], Timeline = await Timeline(o, ct), Verbs = [.. verbs.Usual()], Seldom = [.. verbs.Seldom()],
            };
        }

        private static IReadOnlyList<FileRow> Files(WorkOrder o, bool fromCaller) => [.. o.Files.Where(p => p.FromCaller == fromCaller).OrderBy(p => p.At).ThenBy(p => p.Name, StringComparer.Ordinal).Select(p => new FileRow(p.Name, $"{o.Href}/files/{p.FileId}"))];

        // what the city's message named and is not here
        private async Task<IReadOnlyList<FactRow>> Awaited(WorkOrder o, CancellationToken ct)
        {
            if (o.Source != OrderSource.City)
            {
                return [];
            }

            var files = await db.Set<CityFile>().AsNoTracking().Where(f => f.OrderId == o.Id && f.Direction == CityDirection.In && f.State != CityFileState.Fetched).OrderBy(f => f.At).ThenBy(f => f.Id).ToListAsync(ct);
            return [.. files.Select(f => new FactRow(f.Name, f.State == CityFileState.Waiting ? "正在向市平台取" : $"没有收到：{f.Trouble}"))];
        }

        private static IEnumerable<TagRow> Tags(WorkOrder o)
        {
            (bool Shown, string Text, Tone Tone)[] tags =
            [
                (o.Urgency != Urgency.Ordinary, Label.Of(o.Urgency), Tone.Bad), (o.Secret, "保密", Tone.Warn), (o.Raised, "重点督办", Tone.Bad), (o.Paused is not null, $"挂起：{o.Paused}", Tone.Paused),
                (o.Rehandlings > 0, $"第 {o.Rehandlings} 次重办", Tone.Warn), (o.Followers > 0, $"随办 {o.Followers} 件", Tone.Neutral), (o.Topic.Length > 0, o.Topic, Tone.Neutral),
            ];
            return tags.Where(t => t.Shown).Select(t => new TagRow(t.Text, t.Tone));
        }

        private static IEnumerable<FactRow> Facts(WorkOrder o, Func<UnitId, string> name, string? area, OrderCodes codes)
        {
            (string Term, string? Value)[] facts =
            [
                ("类型", Label.Of(o.Type)), ("内容分类", o.ContentClass.Length == 0 ? "未分类" : $"{o.ContentClass} {codes.ClassName(o.ContentClass, o.ReceivedOn)}"), ("来源", Label.Of(o.Source)), ("市平台编号", o.SourceNumber),
                ("受理时间", Dates.Moment(o.ReceivedAt)), ("市平台期限", o.CityDue is { } city ? Dates.Day(city) : null), ("主办单位", o.Unit is { } unit ? name(unit) : "未派单"), ("区划", area ?? o.Area.Value), ("地址", o.Address), ("坐标", o.Latitude is { } lat ? FormattableString.Invariant($"纬度 {lat}，经度 {o.Longitude}") : null),
                ("承办结果", o.Outcome is { } said ? Label.Of(said) : null), ("诉求人评价", o.Attitude is { } felt ? $"{Label.Of(felt)}，{Label.Of(o.Result!.Value)}" : null), ("档号", o.ArchiveNumber),
            ];
            return facts.Where(f => !string.IsNullOrEmpty(f.Value)).Select(f => new FactRow(f.Term, f.Value!));
        }

        // 保密: nothing until the handler gives a reason; whom it speaks of learns nothing at all
        private IEnumerable<FactRow> Caller(Visitor visitor, WorkOrder o)
        {
            if (o.ReportedUnit is { } reported && visitor.Actor.Unit == reported)
            {
                return [new("诉求人", "不向被反映的单位提供")];
            }

            var (r, keys) = (o.Requester, scope.County.Keys);
            return o.Secret ? [new("诉求人", "保密，查看须写明理由")]
                : [new("姓名", r.Anonymous ? "匿名" : Masking.Name(keys.Open(r.Name))), new("电话", r.Phone.IsEmpty ? "未留" : Masking.Phone(keys.Open(r.Phone)))];
        }

        private static IEnumerable<AnswerView> Answers(WorkOrder o, Func<UnitId, string> name)
        {
            if (o.DirectText.Length > 0)
            {
                yield return new("热线办", o.ReceivedAt, "直接解答", Tone.Good, [new("答复内容", o.DirectText)], null);
            }

            foreach (var r in o.Replies.OrderByDescending(r => r.Sequence))
            {
                var (state, tone) = r.ReleasedAt is not null ? ("已答复诉求人", Tone.Good) : r.SentBackAt is not null ? ("退回修改", Tone.Bad) : ("审核中", Tone.Active);
                yield return new($"{name(r.Unit)} {r.ByName}", r.At, state, tone, [.. Parts(r)], $"{o.Href}/files/{r.ScanId}");
            }
        }

        private static IEnumerable<MeetingView> Meetings(WorkOrder o) => o.Coordinations.Where(c => c.MetOn is not null).OrderByDescending(c => c.DecidedAt)
            .Select(c => new MeetingView(c.MetOn!.Value, [new("参加", c.Units), new("纪要", c.Minutes), new("决定", c.Decision), new("记录", $"{c.DecidedByName}，{Dates.Moment(c.DecidedAt!.Value)}")]));

        private static IEnumerable<FactRow> Parts(OrderReply r) =>
        [
            new("联系诉求人", $"{Dates.Moment(r.ContactedAt)}，{Label.Of(r.ContactWay)}"), new("调查情况", r.Facts), new("承办结果", Label.Of(r.Outcome)), new("答复内容", r.Text), new("依据", r.Basis),
            new("联系人", $"{r.ContactPerson} {r.ContactPhone}"),
        ];

        private async Task<SentView?> Sent(WorkOrder o, CancellationToken ct)
        {
            if (o.Source != OrderSource.Open311 || await db.Set<Open311Request>().AsNoTracking().FirstOrDefaultAsync(r => r.OrderId == o.Id, ct) is not { } sent)
            {
                return null;
            }

            var by = await db.Set<Open311Key>().Where(k => k.Id == sent.KeyId).Select(k => k.Organisation).FirstAsync(ct);
            var updates = await db.Set<Open311Update>().AsNoTracking().Where(u => u.OrderId == o.Id).OrderBy(u => u.At).ToListAsync(ct);
            FactRow[] parts = [.. sent.Replies.Select(r => new FactRow(r.Question, r.Words)), new("地址编号", sent.AddressId)];
            return new(by, [.. parts.Where(p => p.Value.Length > 0)], [.. sent.MediaUrls, .. updates.SelectMany(u => u.MediaUrls)]);
        }

        // 本地接听: the call that it was taken down from
        private async Task<IReadOnlyList<RelatedRow>> Call(HttpContext http, WorkOrder o, CancellationToken ct)
        {
            if (o.Source != OrderSource.Call || !http.OnSwitches.Contains(CallSlices.Switch.Code) || !http.Visitor.May(table, CallSlices.Read))
            {
                return [];
            }

            var calls = await db.Calls.AsNoTracking().Where(c => c.OrderId == o.Id).ToListAsync(ct);
            return [.. calls.Select(c => new RelatedRow("来电", Dates.Moment(c.RingingAt), $"话务员{c.AgentName}", c.Href))];
        }

        // an assisting unit sees how the lead is pressed, but does not answer for it
        private async Task<AttemptsView?> Urgent(HttpContext http, WorkOrder o, CancellationToken ct) => AttemptsView.Of(
            await db.UrgentContacts.AsNoTracking().Where(c => c.OrderId == o.Id).ToListAsync(ct), http.Act().Today,
            http.Visitor.Actor.Unit == o.Unit && http.Visitor.May(table, ChannelPermissions.Acknowledge, o.Unit), http.Visitor.May(table, ChannelPermissions.Follow));

        private async Task<IReadOnlyList<RelatedRow>> Related(WorkOrder o, CancellationToken ct)
        {
            var rows = await db.Orders.AsNoTracking().Where(x => x.Id == o.MasterId || x.MasterId == o.Id).OrderBy(x => x.Number).Select(x => new { x.Id, x.Number, x.Title, x.Link }).ToListAsync(ct);
            return [.. rows.Select(r => new RelatedRow(r.Id == o.MasterId ? "主单" : r.Link is { } kind ? Label.Of(kind) : "随办", r.Number, r.Title, $"/desk/orders/{r.Id}"))];
        }

        private async Task<IReadOnlyList<TimelineEntry>> Timeline(WorkOrder o, CancellationToken ct)
        {
            var entries = await db.Set<JournalEntry>().AsNoTracking().Where(j => j.Kind == WorkOrder.MatterKind && j.MatterId == o.Id).OrderByDescending(j => j.Number)
                .Select(j => new { j.At, j.ActorName, j.Verb, j.Reason }).ToListAsync(ct);
            return [.. entries.Select(e => new TimelineEntry(e.At, e.ActorName, e.Verb) { Why = e.Reason })];
        }
    }
}
