using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Yimen.Tests.World;

namespace Yimen.Tests.Http;

/// <summary>A program whose body cannot be read is told what and where, not that its page has grown old.</summary>
public sealed class UnreadableBodyTests(Town town) : IClassFixture<Town>
{
    [Theory]
    [InlineData("", "缺少正文")]
    [InlineData("null", "缺少正文")]
    [InlineData("{", "不是这里要的 JSON")]
    [InlineData("[]", "不是这里要的 JSON")]
    [InlineData("{\n\"itemId\": \"x\"}", "$.itemId 的内容或类型不对（第 2 行）")]
    [InlineData("{\"itemId\": 5}", "$.itemId")]
    public async Task The_answer_names_what_is_wrong(string body, string words)
    {
        var program = await town.SignedIn("citizen1");

        using var answer = await program.PostAsync("/api/v1/cases", new StringContent(body, Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Contains(words, problem.GetProperty("detail").GetString());
    }
}
