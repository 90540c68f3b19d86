using System.Net.Http.Headers;
using MiniExcelLibs;
using Yimen.Catalog.Sheets;
using Yimen.Tests.World;

namespace Yimen.Tests.Catalog;

/// <summary>Workbooks of tests: written by the product's writer, read by the library.</summary>
internal static class Books
{
    public static async Task<byte[]> Write(params Sheet[] sheets)
    {
        using var file = new MemoryStream();
        await WorkbookAnswer.Write(file, sheets, TestContext.Current.CancellationToken);
        return file.ToArray();
    }

    public static async Task<IReadOnlyList<IDictionary<string, object>>> Read(HttpResponseMessage answer, string sheet)
    {
        using var file = new MemoryStream(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        return [.. file.Query(useHeaderRow: true, sheetName: sheet, excelType: ExcelType.XLSX).Cast<IDictionary<string, object>>()];
    }

    /// <summary>Posts a form with a file, as a browser does.</summary>
    public static async Task<HttpResponseMessage> Upload(this Town town, HttpClient browser, string page, byte[] file, params (string Name, string Value)[] fields)
    {
        using var form = new MultipartFormDataContent();
        var hidden = await town.HiddenFields(browser, page, page);
        foreach (var (name, value) in hidden.Select(h => (h.Key, h.Value)).Where(h => fields.All(f => f.Name != h.Key)).Concat(fields))
        {
            form.Add(new StringContent(value), name);
        }

        var part = new ByteArrayContent(file);
        part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(part, "file", "清单.xlsx");
        return await browser.PostAsync(page, form, TestContext.Current.CancellationToken);
    }
}
