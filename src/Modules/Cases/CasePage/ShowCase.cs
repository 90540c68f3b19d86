using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Acting;
using Yimen.Cases.Anomalies;
using Yimen.Cases.Consultations;
using Yimen.Cases.Contracts;
using Yimen.Cases.Deferrals;
using Yimen.Cases.Handovers;
using Yimen.Cases.Payments;
using Yimen.Cases.Pledges;
using Yimen.Catalog.Contracts;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Documents;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Cases.CasePage;

/// <summary>The page of one case: where it stands, by when, what was handed in, what was said, what may be done now.</summary>
internal static class ShowCase
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/desk/cases/{id:guid}", Show).RequirePermission(CasePermissions.Read);

    private static async Task<IResult> Show(HttpContext http, Guid id, CaseDesk desk, Reading reading, CancellationToken ct)
    {
        var found = await desk.Find(http, id, CasePermissions.Read, ct);
        return Page.Of<OneCasePage>(http, await reading.View(http, found, await desk.Clock(http, ct), ct));
    }

    /// <summary>Composes the view from the case, its item, its unit and its journal.</summary>
    internal sealed class Reading(AppDb db, CountyScope scope, PermissionTable table, DocumentRegister register, CasePayments payments)
    {
        public async Task<CaseView> View(HttpContext http, Case c, LegalClock clock, CancellationToken ct)
        {
            var unit = await db.UnitRefs.Where(u => u.Id == c.Unit).Select(u => u.Name).FirstOrDefaultAsync(ct);
            var version = await db.ItemVersionRefs.Where(v => v.Id == c.VersionId).Select(v => v.Number).FirstOrDefaultAsync(ct);
            return new CaseView
            {
                Id = c.Id, Number = c.Number, Item = c.ItemName, ItemId = c.ItemId, ItemVersion = version, Unit = unit ?? c.Unit.Value,
                State = Label.Of(c.State), Tone = CaseTone.Of(c.State), Channel = Label.Of(c.Channel) + (c.Window is null ? "" : $" {c.Window}"),
                ProjectType = Label.Of(c.Terms.ProjectType), AcceptMode = Label.Of(c.Terms.AcceptMode),
                Deadline = CaseDeadline.Of(ClockRow.Of(c), clock, http.Act().Today, $"/desk/cases/{c.Id}/clock"), Steps = CaseSteps.Of(c), Applicant = Applicant(http, c),
                Request = c.Request, LicenceUntil = c.LicenceUntil, LicenceNumber = c.LicenceNumber, Materials = [.. c.Materials.OrderBy(m => m.Order).Select(m => Material(c, m) with { Marks = c.Marks.Count(k => k.Order == m.Order), VersionsHref = c.MaterialVersions.Any(v => v.Order == m.Order) ? $"/desk/cases/{c.Id}/materials/{m.Id}/versions" : null, MarksHref = http.Visitor.May(table, PaperPermissions.MarkMaterial, c.Unit, c.Area) ? $"/desk/cases/{c.Id}/materials/{m.Id}/marks" : null })],
                Opinions = [.. c.Opinions.OrderBy(o => o.At).Select(o => new OpinionView(o.ByName, o.At, o.Grant, o.Text))],
                Timeline = await CaseTimeline.Of(db, c.Id, forStaff: true, ct), Verbs = CaseVerbs.For(c, http.Visitor, table),
                Seldom = CaseVerbs.Seldom(c, http.Visitor, table), Law = LawRow.Of(c), Documents = CaseDocuments.Of(await register.OfMatter(c.Ref, ct)),
                Decision = c.Decision is { } d ? (d.Granted ? "准予" : "不予") + (d.Reason.Length > 0 ? $"：{d.Reason}" : "") : null,
                DocumentHref = c.DocumentId is { } doc ? $"/documents/{doc}" : null,
                Pledges = await PledgeLine.Of(db, c.Id, http.Visitor.May(table, PaperPermissions.ReadPledges, c.Unit, c.Area), ct), Consultations = await ConsultationLine.Of(db, c.Id, http.Visitor, table, ct), Paper = await PaperPlaceView.Of(db, c, unit ?? c.Unit.Value, http.Visitor.May(table, PaperPermissions.ReadHandovers, c.Unit, c.Area), ct), Today = http.Act().Today,
                Deferrals = DeferralLine.Of(c), CanMakeUp = http.Visitor.May(table, PaperPermissions.MakeUp, c.Unit, c.Area), CanExtendDeferral = http.Visitor.May(table, PaperPermissions.ExtendDeferral, c.Unit, c.Area),
                Late = Outages.LateEntryView.Of(c, http.Visitor, table), Version = c.Trail.Count, VisitId = c.VisitId, Payments = await payments.ForStaff(http, c, ct), Actings = ActingRow.Of(c), Pickup = Pickup.CasePickupView.Of(c, http.Visitor, table),
                Anomalies = await AnomalyRow.OfCase(db, c.Id, http.Visitor, table, ct),
            };
        }

        private ApplicantView Applicant(HttpContext http, Case c)
        {
            var (a, keys) = (c.Applicant, scope.County.Keys);
            return new(Label.Of(a.Kind), a.Name, Masking.Id(keys.Open(a.Number)), Masking.Phone(keys.Open(a.Phone)), a.Address, a.Agent,
                http.Visitor.May(table, CasePermissions.Unmask))
            {
                Card = c.CardRead is { } read ? read ? "已读卡" : "未读卡" : null,
            };
        }

        private static MaterialView Material(Case c, CaseMaterial m) =>
            new(m.Name, m.Required, m.IsMet, m.Words, m.FileId is null ? null : $"/desk/cases/{c.Id}/materials/{m.Id}") { Need = m.Required ? "必要" : m.MayComeLater ? "容缺后补" : "非必要" };
    }
}
