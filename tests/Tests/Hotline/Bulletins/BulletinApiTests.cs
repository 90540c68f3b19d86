using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yimen.Hotline.Bulletins;
using Yimen.Platform.Delivery;
using Yimen.Tests.Cases;
using Yimen.Tests.World;

namespace Yimen.Tests.Hotline.Bulletins;

/// <summary>The bulletins as programs read and issue them, and two offices at once.</summary>
public sealed class BulletinApiTests : IAsyncLifetime
{
    private static readonly object ToDepartments = new { to = new[] { "Departments" }, foreword = "按语" };
    private readonly Town town = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => town.InitializeAsync();

    public ValueTask DisposeAsync() => town.DisposeAsync();

    [Fact]
    public async Task A_program_reads_the_counts_issues_them_and_reads_what_was_stored()
    {
        await town.November();
        var office = await town.Program("hotline1");
        var counted = await office.GetFromJsonAsync<JsonElement>($"{BulletinTown.Api}/2020-11", Ct);

        using var made = await office.PostAsJsonAsync($"{BulletinTown.Api}/2020-11/issue", ToDepartments, Ct);

        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        Assert.Equal("2020年第1期", (await made.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("serial").GetString());
        var stored = await office.GetFromJsonAsync<JsonElement>(made.Headers.Location, Ct);
        Assert.Equal(Line(counted, "H01"), Line(stored.GetProperty("content"), "H01"));
        Assert.Equal(0, stored.GetProperty("differences").GetArrayLength());
        var unit = await (await town.Program("market-liaison")).GetFromJsonAsync<JsonElement>(made.Headers.Location, Ct);
        Assert.Equal(JsonValueKind.Null, unit.GetProperty("differences").ValueKind);
        Assert.Equal(1, (await office.GetFromJsonAsync<JsonElement>($"{BulletinTown.Api}/issues?q=2020-11", Ct)).GetArrayLength());
    }

    [Fact]
    public async Task What_a_program_may_not_do_or_does_not_say_is_answered_as_such()
    {
        await town.November();
        var (office, unit) = (await town.Program("hotline1"), await town.Program("market-liaison"));

        Assert.Equal(HttpStatusCode.Unauthorized, (await town.Anybody().GetAsync($"{BulletinTown.Api}/2020-11", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await unit.GetAsync($"{BulletinTown.Api}/2020-11", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await unit.PostAsJsonAsync($"{BulletinTown.Api}/2020-11/issue", ToDepartments, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync($"{BulletinTown.Api}/2020-13", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await office.PostAsJsonAsync($"{BulletinTown.Api}/2030-01/issue", ToDepartments, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await office.PostAsJsonAsync($"{BulletinTown.Api}/2020-12/issue", ToDepartments, Ct)).StatusCode);
        using var empty = await office.PostAsJsonAsync($"{BulletinTown.Api}/2020-11/issue", new { }, Ct);
        using var none = await office.PostAsJsonAsync($"{BulletinTown.Api}/2020-11/issue", new { to = Array.Empty<string>() }, Ct);
        using var strange = await office.PostAsJsonAsync($"{BulletinTown.Api}/2020-11/issue", new { to = new[] { "Villages" } }, Ct);
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (empty.StatusCode, none.StatusCode, strange.StatusCode));
        Assert.Contains("请填写送达范围", await empty.Content.ReadAsStringAsync(Ct));
        Assert.Empty(await town.Rows(db => db.Set<Bulletin>().ToListAsync(Ct)));
    }

    [Fact]
    public async Task Two_offices_that_issue_at_once_issue_one()
    {
        await town.November();
        var (one, two) = (await town.Program("hotline1"), await town.Program("hotline2"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => (n % 2 == 0 ? one : two).PostAsJsonAsync($"{BulletinTown.Api}/2020-11/issue", ToDepartments, Ct)));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Created);
        Assert.Equal(5, answers.Count(a => a.StatusCode == HttpStatusCode.Conflict));
        var bulletin = Assert.Single(await town.Rows(db => db.Set<Bulletin>().AsNoTracking().ToListAsync(Ct)));
        Assert.Equal(1, bulletin.Sequence);
        Assert.Equal(4, await town.Rows(db => db.Set<Message>().CountAsync(m => m.Subject.StartsWith("热线通报已印发"), Ct))); // nobody is told twice
    }

    [Fact]
    public async Task The_same_request_sent_again_is_one_issue()
    {
        await town.November();
        var office = await town.Program("hotline1");
        office.DefaultRequestHeaders.Add("Idempotency-Key", "issue-november");

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => office.PostAsJsonAsync($"{BulletinTown.Api}/2020-11/issue", ToDepartments, Ct)));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Created, a.StatusCode));
        Assert.Single(answers.Select(a => a.Headers.Location).Distinct());
        Assert.Single(await town.Rows(db => db.Set<Bulletin>().AsNoTracking().ToListAsync(Ct)));
    }

    [Fact]
    public async Task Of_two_who_withdraw_at_once_one_does_and_an_old_version_is_refused()
    {
        await town.November();
        var id = await town.IssueNovember();
        var (one, two) = (await town.Program("hotline1"), await town.Program("hotline2"));
        using var mute = await one.PostAsJsonAsync($"{BulletinTown.Api}/issues/{id}/withdrawal", new { reason = "错" }, Ct);
        using var stale = new HttpRequestMessage(HttpMethod.Post, $"{BulletinTown.Api}/issues/{id}/withdrawal") { Content = JsonContent.Create(new { reason = "数字有误需要更正" }), Headers = { { "If-Match", "\"9\"" } } };
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.Conflict), (mute.StatusCode, (await one.SendAsync(stale, Ct)).StatusCode));

        var answers = await Task.WhenAll(new[] { one, two, one, two }.Select(o => o.PostAsJsonAsync($"{BulletinTown.Api}/issues/{id}/withdrawal", new { reason = "数字有误需要更正" }, Ct)));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.OK);
        Assert.Equal(3, answers.Count(a => a.StatusCode == HttpStatusCode.Conflict));
        Assert.Equal(["印发通报", "撤回通报"], await town.JournalOf(id));
    }

    private static string Line(JsonElement bulletin, string figure) => bulletin.GetProperty("lines").EnumerateArray().Single(l => l.GetProperty("id").GetString() == figure).GetRawText();
}
