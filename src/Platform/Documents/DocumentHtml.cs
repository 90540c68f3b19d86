using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;

namespace Yimen.Platform.Documents;

/// <summary>A document as one HTML file that needs nothing else.</summary>
public sealed class DocumentHtml(IWebHostEnvironment host, IServiceProvider services, ILoggerFactory log)
{
    private static readonly string[] Sheets = ["css/tokens.css", "css/print.css"];

    public async Task<string> Of(DocumentView document)
    {
        await using var renderer = new HtmlRenderer(services, log);
        var view = new PaperView(document, string.Concat(Sheets.Select(Text)));
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<DocumentPaper>(ParameterView.FromDictionary(new Dictionary<string, object?> { ["View"] = view }))).ToHtmlString());
    }

    private string Text(string sheet)
    {
        var file = host.WebRootFileProvider.GetFileInfo(sheet);
        if (!file.Exists)
        {
            throw new FileNotFoundException($"The style sheet {sheet} is not in the web root.");
        }
        using var reader = new StreamReader(file.CreateReadStream());
        return reader.ReadToEnd();
    }
}
