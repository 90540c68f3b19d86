using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yimen.Kernel;
using Yimen.Platform.Http;

namespace Yimen.Platform.Documents;

/// <summary>What a stranger learns about a document: enough to hold the paper against it, and nobody's name in full.</summary>
public sealed record VerifyView(string? Code, DocumentRecord? Found, string? Addressee);

/// <summary>文书核验 — /verify, for whoever holds a paper and a code.</summary>
internal static class VerifyPages
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/verify", (HttpContext http, string? code) => string.IsNullOrWhiteSpace(code)
            ? Page.Of<VerifyPage>(http, new VerifyView(null, null, null))
            : Page.Then(http, "/verify/" + Uri.EscapeDataString(code.Trim()))).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/verify/{code}", Show).AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<IResult> Show(HttpContext http, string code, DocumentRegister register)
    {
        var found = code.Length <= 40 ? await register.FindByCode(code, http.RequestAborted) : null;
        var addressee = found is null ? null : register.Read(found)?.Addressee;
        http.Response.Headers.CacheControl = "no-store";
        return Page.Of<VerifyPage>(http, new VerifyView(code, found, addressee is null ? null : Masked(addressee)), found is null ? 404 : 200);
    }

    // a person's name is short; of a longer one, an organisation's, the middle is hidden as well
    private static string Masked(string name) => Masking.Name(name);
}
