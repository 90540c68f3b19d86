using System.Net;
using System.Net.Http.Headers;
using Yimen.Tests.Files;
using Yimen.Tests.World;

namespace Yimen.Tests.Cases;

/// <summary>The acts of a case as its applicant does them online, through the forms.</summary>
internal static class CaseOnline
{
    /// <summary>Begins a fresh application, putting away an earlier draft of the same, and returns its id.</summary>
    public static async Task<Guid> BeginOnline(this Town town, Guid item, string user = "citizen1")
    {
        var browser = await town.SignedIn(user);
        var page = $"/items/{item}/apply";
        if ((await browser.GetAsync(page, TestContext.Current.CancellationToken)).Headers.Location is { } begun)
        {
            var discard = begun.ToString().Replace("/edit", "/discard");
            (await town.PostForm(browser, discard, discard)).Dispose();
        }

        using var answer = await town.PostForm(browser, page, page);
        return Guid.Parse(answer.Headers.Location!.ToString().Split('/')[^2]);
    }

    /// <summary>The own resident id of a citizen of the town.</summary>
    public static string NumberOf(string user) => TownPeople.Citizens.First(c => c.User == user).ResidentId!;

    public static (string, string?)[] Filled(string user = "citizen1") =>
        [("kind", "Person"), ("name", "演示甲"), ("number", NumberOf(user)), ("phone", "13800138001"), ("address", ""), ("agent", ""), ("request", "开一家小店"), ("then", "next")];

    public static async Task<HttpResponseMessage> FillIn(this Town town, Guid id, string user = "citizen1")
    {
        var browser = await town.SignedIn(user);
        return await town.PostForm(browser, $"/my/cases/{id}/edit", $"/my/cases/{id}/edit", Filled(user));
    }

    /// <summary>Sends a file for the material of this order as a browser does.</summary>
    public static async Task<HttpResponseMessage> Upload(this Town town, Guid id, int order, byte[]? bytes = null, string name = "材料.pdf", string user = "citizen1")
    {
        var material = (await town.CaseOf(id)).Materials.First(m => m.Order == order).Id;
        var browser = await town.SignedIn(user);
        var action = $"/my/cases/{id}/materials/{material}";
        var hidden = await town.HiddenFields(browser, $"/my/cases/{id}/materials", action);
        using var body = new MultipartFormDataContent();
        foreach (var (field, value) in hidden)
        {
            body.Add(new StringContent(value), field);
        }

        var file = new ByteArrayContent(bytes ?? Specimens.Pdf);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        // as browsers send it: the name is there though it is empty when nothing was chosen
        file.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = $"file-{order}", FileName = $"\"{name}\"", FileNameStar = name.Length == 0 ? null : name };
        body.Add(file);
        return await browser.PostAsync(action, body, TestContext.Current.CancellationToken);
    }

    /// <summary>Sends a file to <paramref name="action"/>, a form of <paramref name="page"/>.</summary>
    public static async Task<HttpResponseMessage> UploadTo(this Town town, HttpClient browser, string page, string action)
    {
        using var body = new MultipartFormDataContent();
        foreach (var (field, value) in await town.HiddenFields(browser, page, action))
        {
            body.Add(new StringContent(value), field);
        }

        var file = new ByteArrayContent(Specimens.Pdf);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        file.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "file", FileName = "\"补正.pdf\"" };
        body.Add(file);
        return await browser.PostAsync(action, body, TestContext.Current.CancellationToken);
    }

    public static async Task<HttpResponseMessage> Submit(this Town town, Guid id, string user = "citizen1")
    {
        var browser = await town.SignedIn(user);
        return await town.PostForm(browser, $"/my/cases/{id}/submission", $"/my/cases/{id}/submission", ("truthful", "true"));
    }

    /// <summary>Begun, filled in, with all required papers, submitted.</summary>
    /// <param name="later">Leaves what may come later for later.</param>
    public static async Task<Guid> FileOnline(this Town town, Guid item, string user = "citizen1", bool later = false)
    {
        var id = await town.BeginOnline(item, user);
        await town.FillIn(id, user);
        foreach (var material in (await town.CaseOf(id)).Materials.Where(m => m.Required || (m.MayComeLater && !later)))
        {
            (await town.Upload(id, material.Order, user: user)).Dispose();
        }

        using var answer = await town.Submit(id, user);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return id;
    }
}
