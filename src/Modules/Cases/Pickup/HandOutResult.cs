using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Cases.Acting;
using Yimen.Cases.Contracts;
using Yimen.Cases.Materials;
using Yimen.Cases.Papers;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Files;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Identity.Mandates;
using Yimen.Platform.Ui;

namespace Yimen.Cases.Pickup;

/// <summary>窗口领取 — the card is read or the number typed, of the applicant or of a proxy with a mandate for collecting; a signature may be kept.</summary>
internal static class HandOutResult
{
    private static readonly FileLimits Signature = new(8 * 1024 * 1024, [.. FileKind.Images, FileKind.Pdf]);

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/cases/{id:guid}/pickup", (HttpContext http, Guid id, CaseDesk desk, CancellationToken ct) =>
            VerbPages.Show<PickupPage>(http, id, CaseVerb.Deliver, CasePermissions.Deliver, desk, ct)).RequirePermission(CasePermissions.Deliver);
        MaterialUpload.Raise(app.MapPost("/desk/cases/{id:guid}/pickup", Post).RequirePermission(CasePermissions.Deliver));
    }

    private static async Task<IResult> Post(HttpContext http, Guid id, IFormCollection form, CaseDesk desk, Handing handing, CancellationToken ct)
    {
        var (found, errors) = (await desk.Find(http, id, CasePermissions.Deliver, ct), new FormErrors());
        var taker = await handing.Read(http, found, form, errors, ct);
        if (taker is null || errors.Count > 0)
        {
            return await VerbPages.Again<PickupPage>(http, id, CasePermissions.Deliver, errors, desk, ct);
        }

        return await VerbPages.Do(http, id, CasePermissions.Deliver, handing.Change(taker, ct), desk, "已核验身份并交付结果，送达回证已生成。", ct);
    }

    /// <summary>Who takes it, checked.</summary>
    internal sealed record Taker(string Name, string Number, bool CardRead, StandingAgent? Proxy, ReceivedFile? Signature);

    internal sealed class Handing(AppDb db, ActingReader actings, CasePapers papers, FileStore store, IdSource ids, CountyScope scope)
    {
        public async Task<Taker?> Read(HttpContext http, Case c, IFormCollection form, FormErrors errors, CancellationToken ct)
        {
            string Text(string name) => form[name].FirstOrDefault()?.Trim() ?? "";
            if (!ResidentId.TryParse(Text("takerNumber"), out var number, out string fault))
            {
                errors.Add("takerNumber", fault);
                return null;
            }

            var (keys, self) = (scope.County.Keys, Text("taker") != "proxy");
            if (self && (c.Applicant.Kind == ApplicantKind.Organisation || keys.IndexOf(number.Value) != c.ApplicantIndex))
            {
                errors.Add("takerNumber", c.Applicant.Kind == ApplicantKind.Organisation ? "申请人是单位，请按“代领”登记领取人。" : "这不是申请人本人的证件号码，不能按本人领取。代领的请选“代领”。");
                return null;
            }

            if (!self && Text("takerName").Length is < 2 or > 50)
            {
                errors.Add("takerName", "请填写代领人姓名。");
                return null;
            }

            var acting = self ? null : await actings.Read(Text("takerName"), keys.Open(c.Applicant.Number)!, new() { AgentNumber = number.Value, Authority = Text("authority") }, MandateScope.Collecting, http.Act().Today, errors, ct);
            var signature = errors.Count == 0 ? await Receive(form, errors, ct) : null;
            return errors.Count > 0 ? null : new(self ? c.Applicant.Name : acting!.AgentName, Masking.Id(number.Value), form["cardRead"] == "true", acting, signature);
        }

        public CaseChange Change(Taker taker, CancellationToken ct) => new(async (Case c, Act act, LegalClock _) =>
        {
            var file = taker.Signature is { } kept ? StoredFile.Of(ids.NewId(act.Now), kept, c.Ref, act) : null;
            db.AddRange(file is null ? Array.Empty<StoredFile>() : [file]);
            c.HandOutTo(new HandOutFact
            {
                Name = taker.Name, Number = taker.Number, CardRead = taker.CardRead, IsProxy = taker.Proxy is not null, Basis = taker.Proxy?.Basis ?? "", MandateId = taker.Proxy?.MandateId,
                SignatureId = file?.Id, At = act.Now,
            }, act);
            await papers.RecordService(c, act, ct);
        });

        private async Task<ReceivedFile?> Receive(IFormCollection form, FormErrors errors, CancellationToken ct)
        {
            if (form.Files.GetFile("signature") is not { Length: > 0 } file)
            {
                return null;
            }

            try
            {
                await using var content = file.OpenReadStream();
                return await store.Receive(content, file.FileName, Signature, ct);
            }
            catch (RuleViolation e) when (e.Code.StartsWith("file-", StringComparison.Ordinal))
            {
                errors.Add("signature", e.Message);
                return null;
            }
        }
    }
}
