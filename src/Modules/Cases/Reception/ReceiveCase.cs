using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Acting;
using Yimen.Cases.Api;
using Yimen.Cases.Contracts;
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

    private static async Task<IResult> Show(HttpContext http, Guid itemId, Reading reading, CancellationToken ct) =>
        Page.Of<ReceptionPage>(http, await reading.View(http, itemId, new ReceptionInput { Window = http.Request.Cookies["window"] ?? "" }, new(), ct));

    private static async Task<IResult> Post(HttpContext http, Guid itemId, IFormCollection form, Reading reading, CancellationToken ct)
    {
        var input = ReceptionInput.From(form);
        var errors = new FormErrors();
        var filed = await reading.Handle(http, itemId, input, errors, ct);
        if (filed is null)
        {
            return Page.Again<ReceptionPage>(http, await reading.View(http, itemId, input, errors, ct));
        }

        http.Response.Cookies.Append("window", input.Window, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Path = http.Request.PathBase.HasValue ? http.Request.PathBase.Value : "/" });
        return Page.Then(http, $"/desk/cases/{filed.Id}/receipt", "已收件，请打印收件凭证交申请人。");
    }

    /// <summary>The use case that the form and the API share.</summary>
    internal sealed class Reading(AppDb db, Writer writer, IdSource ids, CountyScope scope, Calendars calendars, ActingReader actings)
    {
        public async Task<FiledCase?> Handle(HttpContext http, Guid itemId, ReceptionInput input, FormErrors errors, CancellationToken ct)
        {
            var applicant = input.Applicant.Read(scope.County.Keys, errors);
            var window = await OpenWindow(http, input.Window, errors, ct);
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
            var intake = new Intake(ChannelOf(window), window.Code, window.Area, applicant, input.Request, input.Papers.ToHashSet()) { TellBy = subject.TellBy(await calendars.Of(scope.County, db, ct), act.Today) };
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

        public async Task<ReceptionView> View(HttpContext http, Guid itemId, ReceptionInput input, FormErrors errors, CancellationToken ct)
        {
            var subject = await db.SubjectOf(itemId, ct);
            var unit = await db.UnitRefs.Where(u => u.Id == subject.Item.Unit).Select(u => u.Name).FirstAsync(ct);
            var windows = await Windows(http).OrderBy(w => w.Code).Select(w => new Choice(w.Code, w.Code + " " + w.Name, null, null)).ToListAsync(ct);
            var content = subject.Version.Content;
            return new(itemId, subject.Version.Name, unit, Label.Of(subject.Version.ProjectType), content.Promised?.Period.ToString() ?? "",
                Label.Of(subject.Version.AcceptMode), [.. content.Materials.Select((m, i) => new PaperRow(i + 1, m.Name, m.Need, m.Copies, m.Standard))], windows, input, errors);
        }

        private IQueryable<WindowRef> Windows(HttpContext http)
        {
            var today = http.Act().Today;
            var areas = http.Visitor.Scopes.Where(s => s.Role == Roles.TownClerk && s.Area is not null).Select(s => s.Area!.Value).ToList();
            var open = db.WindowRefs.Where(w => w.OpenedOn <= today && (w.ClosedOn == null || w.ClosedOn > today));
            return areas.Count > 0 ? open.Where(w => areas.Contains(w.Area)) : open.Where(w => w.Kind == WindowKind.Comprehensive || w.Kind == WindowKind.Specialised);
        }

        private async Task<WindowRef?> OpenWindow(HttpContext http, string code, FormErrors errors, CancellationToken ct)
        {
            var window = await Windows(http).FirstOrDefaultAsync(w => w.Code == code, ct);
            if (window is null)
            {
                errors.Add("window", "请选择收件窗口。");
            }

            return window;
        }

        private static Channel ChannelOf(WindowRef window) => window.Kind switch
        {
            WindowKind.Town => Channel.Town,
            WindowKind.Village => Channel.Village,
            _ => Channel.Hall,
        };
    }
}
