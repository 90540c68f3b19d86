using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases.Acting;
using Yimen.Cases.Api;
using Yimen.Cases.Contracts;
using Yimen.Cases.Devices;
using Yimen.Cases.Filing;
using Yimen.Cases.Materials;
using Yimen.Cases.Pledges;
using Yimen.Cases.Reuse;
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

    private static async Task<IResult> Show(HttpContext http, Guid itemId, Reading reading, FrontDesk front, CounterWindows counter, CancellationToken ct)
    {
        var (input, known) = await front.Fill(http, new ReceptionInput { Window = await counter.Usual(http, ct) }, ct);
        return
        Page.Of<ReceptionPage>(http, await reading.View(http, itemId, input, new(), ct, known));
    }

    private static async Task<IResult> Post(HttpContext http, Guid itemId, IFormCollection form, Reading reading, CancellationToken ct)
    {
        var input = ReceptionInput.From(form);
        var errors = new FormErrors();
        if (form["step"] == "known")
        {
            var known = await reading.Known(input, errors, ct);
            return Page.Of<ReceptionPage>(http, await reading.View(http, itemId, known, errors, ct), errors.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
        }

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
    internal sealed class Reading(AppDb db, Writer writer, CountyScope scope, CounterWindows counter, FrontDesk front, BridgePort bridge, ActingReader actings, EarlierMaterials earlier, Taking taking)
    {
        public async Task<FiledCase?> Handle(HttpContext http, Guid itemId, ReceptionInput input, FormErrors errors, CancellationToken ct)
        {
            if (await Read(http, input, errors, ct) is not { } read)
            {
                return null;
            }

            var (act, subject) = (http.Act(), await db.SubjectOf(itemId, ct));
            Case? received = null;
            var id = await writer.Write(act, http.IdempotencyKey, async () => (received = await taking.Take(subject, read, act, ct)).Id, ct);
            return FiledCase.Of(received ?? await db.Cases.AsNoTracking().FirstAsync(c => c.Id == id, ct));
        }

        /// <summary>What the clerk typed, or null with every fault named at its field.</summary>
        public async Task<ReadReception?> Read(HttpContext http, ReceptionInput input, FormErrors errors, CancellationToken ct)
        {
            var (typed, cardRead) = await front.Read(http, input.Applicant, ct);
            var applicant = typed.Read(scope.County.Keys, errors);
            var window = await counter.Find(http, input.Window, errors, ct);
            if (input.Request.Length > 2000)
            {
                errors.Add("request", "不能超过 2000 个字。");
            }

            var (ways, licence) = (WayForm.Read(input.Ways, errors), Renewal.Read(input.Licence, errors));
            if (applicant is null || window is null || errors.Count > 0)
            {
                return null;
            }

            var acting = await actings.Read(applicant.Agent, scope.County.Keys.Open(applicant.Number)!, input.Acting, MandateScope.Filing, http.Act().Today, errors, ct);
            return errors.Count > 0 ? null : new(CounterWindows.ChannelOf(window), window, applicant, input.Request)
            {
                Papers = input.Papers.ToHashSet(), Ways = ways, Again = WayForm.Again(input.Ways), CardRead = cardRead, Acting = acting, Licence = licence,
            };
        }

        public async Task<ReceptionView> View(HttpContext http, Guid itemId, ReceptionInput input, FormErrors errors, CancellationToken ct, KnownApplicant? known = null)
        {
            var subject = await db.SubjectOf(itemId, ct);
            var unit = await db.UnitRefs.Where(u => u.Id == subject.Item.Unit).Select(u => u.Name).FirstAsync(ct);
            var windows = await counter.Choices(http, ct);
            var content = subject.Version.Content;
            return new(itemId, subject.Version.Name, unit, Label.Of(subject.Version.ProjectType), content.Promised?.Period.ToString() ?? "",
                Label.Of(subject.Version.AcceptMode), await Rows(http, [itemId], content.Materials, input, ct), windows, input, errors)
            { Bridge = bridge.Number, Known = known is not null };
        }

        /// <summary>The table of materials: with pledges where there is a text for every item, and with what a known applicant handed in before.</summary>
        public async Task<IReadOnlyList<WayRow>> Rows(HttpContext http, IReadOnlyList<Guid> items, IReadOnlyList<Material> asked, ReceptionInput input, CancellationToken ct)
        {
            var (today, texts) = (http.Act().Today, new List<Dictionary<string, PledgeWording>>());
            foreach (var item in items)
            {
                texts.Add(await db.PledgeWordings(item, today, ct));
            }

            var index = input.Applicant.IndexOf(scope.County.Keys) ?? "";
            var before = (await earlier.Of(index, null, today, ct)).ToDictionary(e => e.Name);
            return [.. asked.Select((m, i) => WayForm.Row(m, i + 1, input.Ways.GetValueOrDefault(i + 1), texts.TrueForAll(t => t.ContainsKey(m.Name)), before.GetValueOrDefault(m.Name)))];
        }

        /// <summary>老申请人 — what the last case of this number says of the applicant goes where nothing was typed.</summary>
        public async Task<ReceptionInput> Known(ReceptionInput input, FormErrors errors, CancellationToken ct)
        {
            var (keys, typed) = (scope.County.Keys, input.Applicant);
            if (typed.IndexOf(keys) is not { } index)
            {
                errors.Add("number", "请先填写完整的证件号码，再查以前的办件。");
                return input;
            }

            var last = await db.Cases.AsNoTracking().Real.Where(c => c.ApplicantIndex == index).OrderByDescending(c => c.FiledAt).ThenBy(c => c.Id).Select(c => c.Applicant).FirstOrDefaultAsync(ct);
            return last is null ? input : input with { Applicant = typed.FilledFrom(ApplicantInput.Of(last, keys)) };
        }
    }
}
