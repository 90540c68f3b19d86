using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Calls;
using Yimen.Tests.Cases;
using Yimen.Tests.World;

namespace Yimen.Tests.Hotline;

/// <summary>A telephone system that calls the town, and what agents do with its calls.</summary>
internal static class CallTown
{
    public const string Root = "/api/v1/calls";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    extension(Town town)
    {
        /// <summary>Seconds from now, as a telephone system writes an instant.</summary>
        public string In(double seconds) => town.Time.GetUtcNow().AddSeconds(seconds).ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-ddTHH:mm:ss.fffzzz");

        /// <summary>The telephone system, with the token of the office.</summary>
        public Task<HttpClient> Exchange() => town.Program("hotline1");

        public async Task SwitchOn()
        {
            using var answer = await town.Turn("call-taking", true);
            Assert.True(answer.StatusCode is HttpStatusCode.SeeOther or HttpStatusCode.Conflict, $"{(int)answer.StatusCode}");
        }

        public async Task<HttpResponseMessage> Rings(string callId, string? caller = "13800138066", double at = -30, string? agent = null) =>
            await (await town.Exchange()).PostAsJsonAsync(Root, new { callId, caller, ringingAt = town.In(at), agent }, Ct);

        public async Task<HttpResponseMessage> Answered(string callId, double at = -20, string agent = "hotline1") =>
            await (await town.Exchange()).PostAsJsonAsync($"{Root}/{callId}/answering", new { at = town.In(at), agent }, Ct);

        public async Task<HttpResponseMessage> Ends(string callId, double at = -1, string? recording = null) =>
            await (await town.Exchange()).PostAsJsonAsync($"{Root}/{callId}/ending", new { at = town.In(at), recording }, Ct);

        /// <summary>A call that an agent has taken up; its id.</summary>
        public async Task<Guid> Talking(string callId, string? caller = "13800138066", string agent = "hotline1")
        {
            Assert.Equal(HttpStatusCode.Created, (await town.Rings(callId, caller)).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await town.Answered(callId, agent: agent)).StatusCode);
            return (await town.Call(callId)).Id;
        }

        public Task<HotlineCall> Call(string callId) => town.Rows(db => db.Calls.AsNoTracking().SingleAsync(c => c.CallId == callId));

        public async Task<HttpResponseMessage> Finish(Guid id, string how, string user = "hotline1", params IEnumerable<(string Name, string? Value)> fields)
        {
            var given = fields.ToList();
            IEnumerable<(string Name, string? Value)> usual = [("finish", how), ("type", "Help"), ("title", "人民南路路灯不亮"), ("content", OrderTown.Story), ("name", "演示甲"), ("urgency", "Ordinary")];
            return await town.PostForm(await town.SignedIn(user), $"/desk/calls/{id}", $"/desk/calls/{id}/outcome", [.. usual.Where(u => given.All(g => g.Name != u.Name)), .. given]);
        }
    }
}
