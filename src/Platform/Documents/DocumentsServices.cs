using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Platform.Data;

namespace Yimen.Platform.Documents;

public static class DocumentsServices
{
    public static IServiceCollection AddDocuments(this IServiceCollection services)
    {
        services.AddModel(DocumentRecord.Map);
        services.AddScoped<DocumentRegister>();
        services.AddScoped<DocumentDesk>();
        services.AddScoped<DocumentHtml>();
        services.AddSingleton<PdfPrinter>();
        return services;
    }

    public static void MapDocuments(this IEndpointRouteBuilder app)
    {
        DocumentPages.Map(app);
        VerifyPages.Map(app);
    }

    /// <summary>Lets the module of a kind of matter decide who reads its documents.</summary>
    public static IServiceCollection AddDocumentDoor(this IServiceCollection services, DocumentDoor door) => services.AddSingleton(door);
}
