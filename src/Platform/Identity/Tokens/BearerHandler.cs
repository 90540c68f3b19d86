using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Yimen.Kernel;
using Yimen.Platform.Counties;
using Yimen.Platform.Identity.SignIn;

namespace Yimen.Platform.Identity.Tokens;

internal static class BearerToken
{
    /// <summary>What stands behind <c>Authorization: Bearer</c>, or null.</summary>
    internal static string? In(HttpRequest request) =>
        request.Headers.Authorization.ToString() is ['B' or 'b', 'e', 'a', 'r', 'e', 'r', ' ', .. var token] ? token.Trim() : null;
}

/// <summary>Lets programs in that carry a personal access token.</summary>
internal sealed class BearerHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (BearerToken.In(Request) is not { } token || !Context.RequestServices.GetRequiredService<CountyScope>().IsChosen)
        {
            return AuthenticateResult.NoResult();
        }

        var tokens = Context.RequestServices.GetRequiredService<ApiTokens>();
        return await tokens.Bearer(token, TimeProvider.Now(), Context.RequestAborted) is { } principal
            ? AuthenticateResult.Success(new(principal, Scheme.Name))
            : AuthenticateResult.Fail("unknown token");
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
        return Task.CompletedTask;
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => Challenges.NotThere(Context);
}
