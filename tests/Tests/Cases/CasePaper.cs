using System.Net.Http.Headers;
using Yimen.Tests.Files;
using Yimen.Tests.World;

namespace Yimen.Tests.Cases;

/// <summary>What is done with materials and paper, through the forms.</summary>
internal static class CasePaper
{
    private static readonly (string, string?)[] Someone = [("window", "A01"), ("kind", "Person"), ("name", "演示丁"), ("number", CaseAtCounter.Resident(532)), ("phone", "13800138003")];

    /// <summary>食品经营许可（新办） received with its fourth material promised for later.</summary>
    public static Task<Guid> ReceiveLater(this Town town) =>
        town.ReceiveWith(TownCatalogue.Food, ("how-1", "OriginalKept"), ("how-2", "OriginalSeen"), ("how-3", "Copy"), ("copies-3", "1"), ("how-4", "Later"), ("how-5", "None"));

    /// <summary>Received with each material as stated.</summary>
    public static async Task<Guid> ReceiveWith(this Town town, Guid item, params (string, string?)[] fields)
    {
        var browser = await town.SignedIn("clerk1");
        var page = $"/desk/reception/{item}";
        using var answer = await town.PostForm(browser, page, page,
            [.. Someone.Where(s => fields.All(f => f.Item1 != s.Item1)), .. fields]);
        var location = answer.Headers.Location?.ToString() ?? throw new InvalidOperationException($"{(int)answer.StatusCode}: {(await Town.PageOf(answer)).Body!.TextContent}");
        return Guid.Parse(location.Split('/')[^2]);
    }

    /// <summary>The counter signs out the paper of these cases of one unit. Returns the batch.</summary>
    public static async Task<Guid> HandOver(this Town town, params Guid[] cases)
    {
        using var begun = await town.PostForm(await town.SignedIn("clerk1"), "/desk/handovers", "/desk/handovers", ("way", "ToUnit"), ("unit", $"{(await town.CaseOf(cases[0])).Unit}"), ("window", "A01"));
        var batch = Guid.Parse(begun.Headers.Location!.ToString().Split('/')[^1]);
        foreach (var id in cases)
        {
            using var scanned = await town.OnSlip("clerk1", batch, "scans", ("number", (await town.CaseOf(id)).Number));
            Assert.Equal(System.Net.HttpStatusCode.SeeOther, scanned.StatusCode);
        }

        using var left = await town.OnSlip("clerk1", batch, "departure");
        Assert.Equal(System.Net.HttpStatusCode.SeeOther, left.StatusCode);
        return batch;
    }

    /// <summary>One act on a 物料交接单.</summary>
    public static async Task<HttpResponseMessage> OnSlip(this Town town, string user, Guid batch, string noun, params (string, string?)[] fields)
    {
        var browser = await town.SignedIn(user);
        return await TownDoor.Post(browser, $"/desk/handovers/{batch}/{noun}", await town.HiddenFields(browser, "/logout", "/logout"), fields);
    }

    /// <summary>The applicant uploads a material that was promised for later.</summary>
    public static async Task<HttpResponseMessage> UploadOwed(this Town town, Guid id, int order, string user)
    {
        var browser = await town.SignedIn(user);
        var page = $"/my/cases/{id}/deferrals/{order}";
        using var body = new MultipartFormDataContent();
        foreach (var (field, value) in await town.HiddenFields(browser, page, page))
        {
            body.Add(new StringContent(value), field);
        }

        var file = new ByteArrayContent(Specimens.Pdf);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        file.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "file", FileName = "\"制度.pdf\"" };
        body.Add(file);
        return await browser.PostAsync(page, body, TestContext.Current.CancellationToken);
    }
}
