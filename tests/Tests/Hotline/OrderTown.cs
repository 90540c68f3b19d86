using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Hotline;
using Yimen.Hotline.Contracts;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;
using Yimen.Tests.Files;
using Yimen.Tests.World;

namespace Yimen.Tests.Hotline;

/// <summary>How tests carry orders along: through the pages and forms that people use.</summary>
internal static class OrderTown
{
    public const string Story = "县城人民南路第三个路口的路灯坏了一个星期，晚上走路看不见，已经有人摔倒。";
    public const string Basis = "城区路灯由市场监管局代管（演示）";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    extension(Town town)
    {
        /// <summary>Recorded by the office as a walk-in; its id.</summary>
        public async Task<Guid> Recorded(params IEnumerable<(string Name, string? Value)> fields)
        {
            var given = fields.ToList();
            IEnumerable<(string, string?)> usual = [("type", "Help"), ("title", "人民南路路灯不亮"), ("content", Story), ("name", "演示甲"), ("phone", "13800138021")];
            var browser = await town.SignedIn("hotline1");
            using var answer = await town.PostForm(browser, "/desk/orders/new", "/desk/orders/new", [.. usual.Where(u => given.All(g => g.Name != u.Item1)), .. given]);
            Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
            return Guid.Parse(answer.Headers.Location!.ToString().Split('/')[^1]);
        }

        public async Task<HttpResponseMessage> Step(string user, Guid id, string noun, params IEnumerable<(string Name, string? Value)> fields) =>
            await town.PostForm(await town.SignedIn(user), $"/desk/orders/{id}/{noun}", $"/desk/orders/{id}/{noun}", fields);

        public Task<HttpResponseMessage> Dispatch(Guid id, string unit = "SCJG", params IEnumerable<(string Name, string? Value)> fields)
        {
            var given = fields.ToList();
            IEnumerable<(string, string?)> usual = [("type", "Help"), ("class", "010102"), ("urgency", "Ordinary"), ("unit", unit), ("basis", Basis)];
            return town.Step("hotline1", id, "dispatch", [.. usual.Where(u => given.All(g => g.Name != u.Item1)), .. given]);
        }

        public async Task<HttpResponseMessage> Reply(Guid id, string user = "market-liaison", byte[]? scan = null, params IEnumerable<(string Name, string? Value)> fields) =>
            await (await town.ReplyForm(id, user, scan, fields))();

        /// <summary>The reply's form, opened; calling what comes back sends it.</summary>
        public Task<Func<Task<HttpResponseMessage>>> ReplyForm(Guid id, string user = "market-liaison", byte[]? scan = null, params IEnumerable<(string Name, string? Value)> fields)
        {
            var (given, earlier) = (fields.ToList(), ChinaTime.Local(town.Time.GetUtcNow()).AddMinutes(-1)); // some of these towns live by the real clock, and at night too
            IEnumerable<(string Name, string? Value)> usual =
            [
                ("contactedOn", $"{earlier:yyyy-MM-dd}"), ("contactedAt", $"{earlier:HH:mm}"), ("way", "Phone"), ("facts", "到现场查看，灯杆线路老化导致不亮。"), ("outcome", "Solved"),
                ("text", "已更换线路和灯头，当晚恢复照明，感谢您的反映。"), ("basis", "城市照明管理规定"), ("person", "张工"), ("phone", "0751-0000019"),
            ];
            return town.FileForm(user, $"/desk/orders/{id}/reply", "scan", scan ?? Specimens.Pdf, "答复.pdf", [.. usual.Where(u => given.All(g => g.Name != u.Name)), .. given]);
        }

        public async Task<HttpResponseMessage> PostFile(string user, string page, string field, byte[] bytes, string name, IEnumerable<(string Name, string? Value)> fields) =>
            await (await town.FileForm(user, page, field, bytes, name, fields))();

        private async Task<Func<Task<HttpResponseMessage>>> FileForm(string user, string page, string field, byte[] bytes, string name, IEnumerable<(string Name, string? Value)> fields)
        {
            var browser = await town.SignedIn(user);
            var hidden = await town.HiddenFields(browser, page, page);
            return () => Send(browser, page, hidden, field, bytes, name, fields);
        }

        private static async Task<HttpResponseMessage> Send(
            HttpClient browser, string page, IReadOnlyDictionary<string, string> hidden, string field, byte[] bytes, string name, IEnumerable<(string Name, string? Value)> fields)
        {
            using var body = new MultipartFormDataContent();
            foreach (var (key, value) in hidden)
            {
                body.Add(new StringContent(value), key);
            }

            foreach (var (key, value) in fields.Where(f => f.Value is not null))
            {
                body.Add(new StringContent(value!), key);
            }

            if (bytes.Length > 0)
            {
                var file = new ByteArrayContent(bytes);
                file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
                body.Add(file, field, name);
            }

            return await browser.PostAsync(page, body, Ct);
        }

        /// <summary>Dispatched to the market bureau and signed for.</summary>
        public async Task<Guid> Signed(params IEnumerable<(string Name, string? Value)> fields)
        {
            var id = await town.Recorded(fields);
            await town.Dispatch(id);
            await town.Step("market-liaison", id, "signature");
            return id;
        }

        /// <summary>Answered, and let out by the office: the caller may be asked.</summary>
        public async Task<Guid> Answered(params IEnumerable<(string Name, string? Value)> fields)
        {
            var id = await town.Signed(fields);
            await town.Finish(id);
            return id;
        }

        public async Task Finish(Guid id)
        {
            await town.Reply(id);
            await town.Step("market-head", id, "review", ("answer", "yes"));
            await town.Step("hotline1", id, "office-review", ("answer", "yes"));
            Assert.Equal(OrderState.FollowUp, (await town.Order(id)).State);
        }

        public Task<WorkOrder> Order(Guid id) => town.Rows(db => db.Orders.AsNoTracking().Whole.FirstAsync(o => o.Id == id));

        public Task<List<InboxTask>> TasksOf(Guid id) => town.Rows(db => db.Set<InboxTask>().AsNoTracking().Where(t => t.MatterId == id && t.ClosedAt == null).OrderBy(t => t.Code).ToListAsync());

        public Task<List<string>> JournalOf(Guid id) => town.Rows(db => db.Set<JournalEntry>().AsNoTracking().Where(j => j.MatterId == id).OrderBy(j => j.Number).Select(j => j.Verb).ToListAsync());

        public async Task<HttpStatusCode> StatusOf(string user, string path) => (await (await town.SignedIn(user)).GetAsync(path, Ct)).StatusCode;

        public async Task<string> TextOf(string user, string path) => (await Town.PageOf(await (await town.SignedIn(user)).GetAsync(path, Ct))).Body!.TextContent;
    }
}
