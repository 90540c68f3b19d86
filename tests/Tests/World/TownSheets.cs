using MiniExcelLibs;

namespace Yimen.Tests.World;

/// <summary>Workbooks as people hand them in at a desk that takes them.</summary>
internal static class TownSheets
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<byte[]> Of(IEnumerable<Dictionary<string, object>> rows)
    {
        using var file = new MemoryStream();
        await file.SaveAsAsync(rows, cancellationToken: Ct);
        return file.ToArray();
    }

    /// <summary>Hands a file in through the page's own form.</summary>
    public static async Task<HttpResponseMessage> HandIn(this Town town, string user, string page, byte[] file)
    {
        var browser = await town.SignedIn(user);
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in await town.HiddenFields(browser, page, page))
        {
            form.Add(new StringContent(value), name);
        }

        form.Add(new ByteArrayContent(file), "file", "导入.xlsx");
        return await browser.PostAsync(page, form, Ct);
    }
}
