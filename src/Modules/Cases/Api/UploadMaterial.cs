using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Yimen.Cases.Materials;
using Yimen.Platform.Http;

namespace Yimen.Cases.Api;

/// <summary>上传材料 by a program: one file a request, as multipart form data.</summary>
internal static class UploadMaterial
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var post = app.MapPost("/api/v1/cases/{id:guid}/materials/{materialId:guid}", Upload).RequireAuthorization().TakesMachineForms().Described("为本人起草的办件上传一份材料，multipart/form-data，一次一个文件");
        MaterialUpload.Raise(post);
        app.MapDelete("/api/v1/cases/{id:guid}/materials/{materialId:guid}", Remove).RequireAuthorization().Described("移除本人起草的办件的一份材料");
    }

    private static async Task<NoContent> Upload(HttpContext http, Guid id, Guid materialId, IFormFile file, MaterialUpload upload, CancellationToken ct)
    {
        await upload.Receive(http, id, materialId, file, ct);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> Remove(HttpContext http, Guid id, Guid materialId, MaterialUpload upload, CancellationToken ct)
    {
        await upload.Remove(http, id, materialId, ct);
        return TypedResults.NoContent();
    }
}
