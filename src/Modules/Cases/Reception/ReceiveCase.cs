using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Acting;
using Yimen.Cases.Api;
using Yimen.Cases.Contracts;
using Yimen.Cases.Devices;
using Yimen.Catalog.Contracts;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Identity.Mandates;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Reception;

/// <summary>收件 — a clerk takes an application in at a window and prints the receipt.</summary>
internal static class ReceiveCase
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/reception/{itemId:guid}", Show).RequirePermission(CasePermissions.Receive);
        app.MapPost("/desk/reception/{itemId:guid}", Post).RequirePermission(CasePermissions.Receive);
    }

    private static async Task<IResult> Show(HttpContext http, Guid itemId, Reading reading, FrontDesk front, CancellationToken ct)
    {
        var (input, known) = await front.Fill(http, new ReceptionInput { Window = CounterWindows.Last(http) }, ct);
        return
        Page.Of<ReceptionPage>(http, await reading.View(http, itemId, input, new(), ct, known));
    }

    private static async Task<IResult> Post(HttpContext http, Guid itemId, IFormCollection form, Reading reading, CancellationToken ct)
    {
        var input = ReceptionInput.From(form);
        var errors = new FormErrors();
        var filed = await reading.Handle(http, itemId, input, errors, ct);
        if (filed is null)
        {
            return Page.Again<ReceptionPage>(http, await reading.View(http, itemId, input, errors, ct));
        }

        CounterWindows.Remember(http, input.Window);
        FrontDesk.Forget(http);
        return Page.Then(http, $"/desk/cases/{filed.Id}/receipt", "已收件，请打印收件凭证交申请人。");
    }

    /// <summary>The use case that the form and the API share.</summary>
    internal sealed class Reading(AppDb db, Writer writer, IdSource ids, CountyScope scope, Calendars calendars, CounterWindows counter, FrontDesk front, BridgePort bridge, ActingReader actings)
    {
        public async Task<FiledCase?> Handle(HttpContext http, Guid itemId, ReceptionInput input, FormErrors errors, CancellationToken ct)
        {
            var (typed, cardRead) = await front.Read(http, input.Applicant, ct);
            var applicant = typed.Read(scope.County.Keys, errors);
            var window = await counter.Find(http, input.Window, errors, ct);
            if (input.Request.Length > 2000)
            {
                errors.Add("request", "不能超过 2000 个字。");
            }

            if (applicant is null || window is null || errors.Count > 0)
            {
                return null;
            }

            var act = http.Act();
            var acting = await actings.Read(applicant.Agent, scope.County.Keys.Open(applicant.Number)!, input.Acting, MandateScope.Filing, act.Today, errors, ct);
            if (errors.Count > 0)
            {
                return null;
            }

            var subject = await db.SubjectOf(itemId, ct);
            var intake = new Intake(CounterWindows.ChannelOf(window), window.Code, window.Area, applicant, input.Request, input.Papers.ToHashSet()) { TellBy = subject.TellBy(await calendars.Of(scope.County, db, ct), act.Today), CardRead = cardRead };
            Case? received = null;
            var id = await writer.Write(act, http.IdempotencyKey, () =>
            {
                received = Case.Receive(subject, ids.NewId(act.Now), ids.NewCode(6), intake, act);
                db.Add(received);
                if (acting is not null)
                {
                    received.ActedBy(acting.For("收件", act), act);
                }

                return Task.FromResult(received.Id);
            }, ct);
            return FiledCase.Of(received ?? await db.Cases.AsNoTracking().FirstAsync(c => c.Id == id, ct));
        }

        public async Task<ReceptionView> View(HttpContext http, Guid itemId, ReceptionInput input, FormErrors errors, CancellationToken ct, KnownApplicant? known = null)
        {
            var subject = await db.SubjectOf(itemId, ct);
            var unit = await db.UnitRefs.Where(u => u.Id == subject.Item.Unit).Select(u => u.Name).FirstAsync(ct);
            var windows = await counter.Choices(http, ct);
            var content = subject.Version.Content;
            // what a known applicant has handed in before is ticked; the clerk unticks what is not there today
            input = known is null ? input : input with { Papers = [.. content.Materials.Select((m, i) => (m, i)).Where(x => known.Papers.Contains(x.m.Name)).Select(x => x.i + 1)] };
            return new(itemId, subject.Version.Name, unit, Label.Of(subject.Version.ProjectType), content.Promised?.Period.ToString() ?? "",
                Label.Of(subject.Version.AcceptMode), [.. content.Materials.Select((m, i) => new PaperRow(i + 1, m.Name, m.Need, m.Copies, m.Standard))], windows, input, errors) { Bridge = bridge.Number, Known = known is not null };
        }
    }
}
