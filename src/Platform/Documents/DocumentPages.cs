using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Http;

namespace Yimen.Platform.Documents;

/// <summary>/documents/{id} — the one place where a document is read, as page, PDF and Word file, by whom its matter's door lets in.</summary>
internal static class DocumentPages
{
    public const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void Map(IEndpointRouteBuilder app)
    {
        // an applicant without an account reads by the query code: the matter's door decides, not the endpoint
        var documents = app.MapGroup("/documents/{id:guid}").AllowAnonymous().ExcludeFromDescription();
        documents.MapGet("", async (HttpContext http, Guid id, DocumentDesk desk) => Page.Of<DocumentPage>(http, await desk.Open(http, id)));
        documents.MapGet("/pdf", async (HttpContext http, Guid id, DocumentDesk desk, DocumentHtml html, PdfPrinter printer) =>
        {
            var view = await desk.Open(http, id);
            return Save(http, await printer.Print(await html.Of(view), http.RequestAborted), "application/pdf", view, ".pdf");
        });
        documents.MapGet("/docx", async (HttpContext http, Guid id, DocumentDesk desk) =>
        {
            var view = await desk.Open(http, id);
            return Save(http, DocumentDocx.Of(view), Docx, view, ".docx");
        });
    }

    private static IResult Save(HttpContext http, byte[] bytes, string type, DocumentView view, string ending)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.File(bytes, type, Files.FileName.Clean($"{view.Content.Title} {view.Record.Number}{ending}"));
    }
}

/// <summary>Opens a document for a request, or finds nothing there.</summary>
public sealed class DocumentDesk(DocumentRegister register, CountyScope scope, IEnumerable<DocumentDoor> doors, IConfiguration settings)
{
    public async Task<DocumentView> Open(HttpContext http, Guid id)
    {
        var record = await register.Find(id, http.RequestAborted) ?? throw new NotThere();
        if (doors.FirstOrDefault(d => d.MatterKind == record.MatterKind) is not { } door || !await door.Opens(http, record.MatterId))
        {
            throw new NotThere();
        }
        var content = register.Read(record) ?? throw new RuleViolation("no-keys", "本系统恢复时没有带回密钥，文书内容无法打开。请联系系统管理员。");
        return new DocumentView(record, content, VerifyUrl(http, record.Code), scope.County.Demo);
    }

    /// <summary>What a QR code opens: under the address that the county gives out, or the one this request came by.</summary>
    public string VerifyUrl(HttpContext http, string code)
    {
        var given = settings[$"YIMEN_PUBLIC_URL_{scope.County.Code}"] ?? settings["YIMEN_PUBLIC_URL"];
        var home = string.IsNullOrEmpty(given) ? $"{http.Request.Scheme}://{http.Request.Host}{http.Request.PathBase}" : given.TrimEnd('/');
        return $"{home}/verify/{code}";
    }
}
