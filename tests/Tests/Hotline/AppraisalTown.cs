using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Hotline.Appraisal;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Jobs;
using Yimen.Tests.World;

namespace Yimen.Tests.Hotline;

/// <summary>How tests come to a month that is over: orders in November 2020, then the clock goes on to the second of December.</summary>
internal static class AppraisalTown
{
    public const string November = "2020-11";
    public const string Here = $"/desk/appraisals/{November}";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    extension(Town town)
    {
        /// <summary>Answered and closed by the market bureau, the caller pleased or not.</summary>
        public async Task<Guid> Closed(string phone, bool pleased = true, params IEnumerable<(string Name, string? Value)> fields)
        {
            var id = await town.Answered([("phone", phone), .. fields]);
            await town.Step("hotline1", id, "visits", ("reached", "yes"), ("attitude", pleased ? "Satisfied" : "Dissatisfied"), ("result", pleased ? "Solved" : "NotSolved"));
            await town.Step("hotline1", id, "closure", ("text", pleased ? "" : "诉求超出政策范围，已当面解释。"));
            return id;
        }

        /// <summary>The second of December, a Wednesday.</summary>
        public void NextMonth() => town.Time.SetUtcNow(new DateTimeOffset(2020, 12, 2, 1, 0, 0, TimeSpan.Zero));

        public async Task<HttpResponseMessage> Post(string user, string page, string action, params IEnumerable<(string Name, string? Value)> fields) =>
            await town.PostForm(await town.SignedIn(user), page, action, fields);

        public async Task Drafted()
        {
            using var made = await town.Post("hotline1", "/desk/appraisals", "/desk/appraisals", ("month", November));
            Assert.Equal(HttpStatusCode.SeeOther, made.StatusCode);
        }

        public async Task Published()
        {
            using var told = await town.Post("hotline1", Here, $"{Here}/publication");
            Assert.Equal(HttpStatusCode.SeeOther, told.StatusCode);
        }

        public Task<AppraisalSheet> Sheet() => town.Rows(db => db.Set<AppraisalSheet>().AsNoTracking().Whole.SingleAsync());

        public async Task<HttpResponseMessage> Object(string number, string criterion = "Solved", string why = "诉求人变更了诉求内容，请核实。", string user = "market-liaison") =>
            await town.PostFile(user, $"{Here}/units/SCJG", $"{Here}/units/SCJG/objections", [("criterion", criterion), ("number", number), ("why", why)]);

        /// <summary>Posts a form that may carry a file, without one.</summary>
        public async Task<HttpResponseMessage> PostFile(string user, string page, string action, IEnumerable<(string Name, string? Value)> fields)
        {
            var browser = await town.SignedIn(user);
            using var body = new MultipartFormDataContent();
            foreach (var (name, value) in (await town.HiddenFields(browser, page, action)).Select(h => (h.Key, (string?)h.Value)).Concat(fields))
            {
                body.Add(new StringContent(value!), name);
            }

            return await browser.PostAsync(action, body, Ct);
        }

        /// <summary>Does what the house does by itself.</summary>
        public Task Job(string name) => town.Host.Services.GetRequiredService<CountyWorks>().Do(town.Host.Services.GetRequiredService<CountyDirectory>().Sole!.Code, name, Ct);
    }
}
