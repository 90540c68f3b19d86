using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Kernel;
using Yimen.Platform.Identity;
using Yimen.Platform.Identity.Tokens;
using Yimen.Tests.World;

namespace Yimen.Tests.Cases;

/// <summary>A program that files and moves cases with somebody's token.</summary>
internal static class CaseProgram
{
    public static async Task<HttpClient> Program(this Town town, string user)
    {
        var token = await town.InCounty(async (_, services) =>
        {
            var account = (await services.GetRequiredService<Accounts>().Find(user))!;
            return await services.GetRequiredService<ApiTokens>().Issue(new Act(account.AsActor, town.Time.Now()), account, "测试", 30);
        });
        var program = town.Anybody();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return program;
    }

    public static object Filed(Guid item, string? window = "A01", string? number = null) => new
    {
        itemId = item,
        applicant = new { kind = "Person", name = "演示戊", number = number ?? CaseAtCounter.Resident(733), phone = "13800138003" },
        request = "由程序提交",
        window,
        papers = new[] { 1, 2, 3, 4, 5 },
    };

    public static Task<HttpResponseMessage> Send(this HttpClient program, string path, object? body = null, string? match = null, string? key = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = body is null ? null : JsonContent.Create(body) };
        if (match is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", match);
        }

        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return program.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public static async Task<JsonElement> Json(this HttpResponseMessage answer) => await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
}
