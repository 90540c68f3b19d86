using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace Yimen.Platform.Http;

/// <summary>What programs may ask: OpenAPI 3.1 at /openapi/v1.json, readable at /scalar. Pages for people are left out.</summary>
internal static class ApiDescription
{
    internal static IServiceCollection AddApiDescription(this IServiceCollection services) => services.AddOpenApi("v1", o =>
    {
        o.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        o.ShouldInclude = d => d.RelativePath is { } path && (path.StartsWith("api/", StringComparison.Ordinal) || path.StartsWith("open311/", StringComparison.Ordinal));
        o.AddDocumentTransformer(Introduce);
    });

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapOpenApi().AllowAnonymous();
        app.MapScalarApiReference("/scalar", (options, http) =>
        {
            var nonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
            http.AllowInline(nonce);
            options.WithNonce(nonce).WithTitle("一门 API").WithOpenApiRoutePattern(http.Request.PathBase + "/openapi/{documentName}.json");
            options.DefaultFonts = false;
            options.Telemetry = false;
        }).AllowAnonymous();
    }

    private static Task Introduce(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken ct)
    {
        document.Info = new()
        {
            Title = "一门 Yimen",
            Version = "v1",
            Description = "政务服务中心的接口。除公开查询外，请求头带 Authorization: Bearer 访问令牌；新建类请求可带 Idempotency-Key，重复提交只办一次。"
                + "错误以 application/problem+json 返回，其中 code 供程序判断，number 供来电查询。",
        };
        document.Components ??= new();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes["token"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "在 /my/tokens 签发" };
        document.Security = [new() { [new OpenApiSecuritySchemeReference("token", document)] = [] }];
        return Task.CompletedTask;
    }
}
