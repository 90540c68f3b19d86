using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MiniExcelLibs;
using Yimen.Cases;
using Yimen.Cases.Contracts;
using Yimen.Cases.Payments;
using Yimen.Kernel;
using Yimen.Platform.Documents;
using Yimen.Platform.Figures;
using Yimen.Platform.Journal;
using Yimen.Platform.Tasks;
using Yimen.Tests.World;

namespace Yimen.Tests.Cases;

/// <summary>缴款: by the fee rows of the guide, with bill, reductions and their basis; unpaid it holds the result back, not the decision.</summary>
public sealed class PaymentTests(Town town) : IClassFixture<Town>
{
    private static readonly FigureScope November = new(new(2020, 11, 30), new(2020, 11, 1), new(2020, 12, 1));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Unpaid_does_not_hold_the_decision_but_the_granted_result_and_paid_it_is_delivered()
    {
        var id = await Received();
        var notice = await Issue(id, ("fee-1", "120"), ("fee-2", "10"));
        await town.Accept(id, "clerk1");
        await town.Review(id);
        Assert.Equal(HttpStatusCode.SeeOther, (await town.Decide(id)).StatusCode);
        await town.Certify(id);

        var held = await town.Do("clerk1", id, "delivery", ("method", "Direct"), ("recipient", "演示丙"));
        Assert.Equal(HttpStatusCode.Conflict, held.StatusCode);
        Assert.Contains("还有 130.00元 没有缴清", (await Town.PageOf(held)).Body!.TextContent);
        Assert.Equal(CaseState.AwaitingDelivery, (await town.CaseOf(id)).State);

        Assert.Equal(HttpStatusCode.SeeOther, (await Pay(notice, "粤财 0001")).StatusCode);
        await town.Do("clerk1", id, "delivery", ("method", "Direct"), ("recipient", "演示丙"));

        Assert.Equal((CaseState.Delivered, 0), ((await town.CaseOf(id)).State, (await town.CaseOf(id)).OwedFen));
        var verbs = await town.Rows(db => db.Set<JournalEntry>().Where(j => j.MatterId == notice).OrderBy(j => j.Number).Select(j => j.Verb).ToListAsync(Ct));
        Assert.Equal(["开具缴款通知", "登记缴款"], verbs);
        Assert.Empty(await town.Rows(db => db.Set<InboxTask>().Where(t => t.MatterId == notice && t.ClosedAt == null).ToListAsync(Ct)));
    }

    [Fact]
    public async Task A_denial_is_served_whatever_is_owed()
    {
        var id = await Received();
        await Issue(id, ("fee-1", "50"));
        await town.Accept(id, "clerk1");
        await town.Review(id, "deny");
        await town.Decide(id, "deny", "现场不符合条件");

        var answer = await town.Do("clerk1", id, "delivery", ("method", "Direct"), ("recipient", "演示丙"));

        Assert.Equal((HttpStatusCode.SeeOther, CaseState.Delivered), (answer.StatusCode, (await town.CaseOf(id)).State));
    }

    [Fact]
    public async Task The_amount_is_proposed_where_the_standard_names_one_and_chosen_where_it_is_a_range()
    {
        var id = await Received();
        var page = await Town.PageOf(await (await town.SignedIn("clerk1")).GetAsync($"/desk/cases/{id}/payments/new", Ct));

        Assert.Equal(("", "10"), (page.QuerySelector("input[name=fee-1]")!.GetAttribute("value") ?? "", page.QuerySelector("input[name=fee-2]")!.GetAttribute("value")));
        Assert.Contains("每户 50 元至 200 元", page.Body!.TextContent);
        var browser = await town.SignedIn("clerk1");
        var wrong = await town.PostForm(browser, $"/desk/cases/{id}/payments/new", $"/desk/cases/{id}/payments", ("fee-1", "很多"), ("fee-2", "-3"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        var none = await town.PostForm(browser, $"/desk/cases/{id}/payments/new", $"/desk/cases/{id}/payments", ("fee-1", ""), ("fee-2", ""));
        Assert.Contains("至少填写一项", (await Town.PageOf(none)).QuerySelector(".error-summary")!.TextContent);
    }

    [Fact]
    public async Task A_reduction_is_the_unit_s_with_basis_and_grantor_and_the_paper_is_issued_anew()
    {
        var id = await Received();
        var notice = await Issue(id, ("fee-1", "100"), ("fee-2", "10"));
        var page = $"/desk/payments/{notice}";
        var head = await town.SignedIn("market-head");
        Assert.Null((await Town.PageOf(await (await town.SignedIn("clerk1")).GetAsync(page, Ct))).QuerySelector($"form[action='{page}/reduction']"));

        var bare = await town.PostForm(head, page, page + "/reduction", ("line", "1"), ("reduced", "50"), ("basis", ""), ("grantedBy", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, bare.StatusCode);
        var tooMuch = await town.PostForm(head, page, page + "/reduction", ("line", "1"), ("reduced", "100.01"), ("basis", "低保对象"), ("grantedBy", "局长"));
        var notReducible = await town.PostForm(head, page, page + "/reduction", ("line", "2"), ("reduced", "1"), ("basis", "低保对象"), ("grantedBy", "局长"));
        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (tooMuch.StatusCode, notReducible.StatusCode));
        await town.PostForm(head, page, page + "/reduction", ("line", "1"), ("reduced", "50"), ("basis", "低保对象减半收取"), ("grantedBy", "局长"));

        var row = await Notice(notice);
        Assert.Equal((11000, 5000, 6000, 6000), (row.ChargedFen, row.ReducedFen, row.OwedFen, (await town.CaseOf(id)).OwedFen));
        Assert.Equal("低保对象减半收取", row.Reductions.Single().Basis);
        var papers = await town.Rows(db => db.Set<DocumentRecord>().Where(d => d.MatterId == id && d.Kind == "case-payment").OrderBy(d => d.IssuedAt).ThenBy(d => d.Sequence).ToListAsync(Ct));
        Assert.Equal((2, true, false), (papers.Count, papers[0].RevokedAt is not null, papers[1].RevokedAt is not null));
    }

    [Fact]
    public async Task A_payment_that_is_sent_twice_by_one_form_is_noted_once_and_both_answers_lead_to_it()
    {
        var notice = await Issue(await Received(), ("fee-2", "10"));
        var (browser, page) = (await town.SignedIn("clerk1"), $"/desk/payments/{notice}");
        var hidden = await town.HiddenFields(browser, page, page + "/settlement");
        (string, string?)[] fields = [("billNumber", "YC3001001"), ("paidOn", "2020-11-02"), ("way", "AtCounter")];

        var first = await TownDoor.Post(browser, page + "/settlement", hidden, fields);
        var second = await TownDoor.Post(browser, page + "/settlement", hidden, fields);

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (first.StatusCode, second.StatusCode));
        Assert.Equal("YC3001001", (await Notice(notice)).Payment!.BillNumber);
    }

    [Fact]
    public async Task The_treasury_s_system_reports_a_payment_once_and_only_of_what_is_owed()
    {
        var id = await Received();
        var code = (await Notice(await Issue(id, ("fee-2", "10")))).Code;
        var program = await town.Program("clerk1");
        const string api = "/api/v1/payments/settlements";

        var less = await program.Send(api, new { code, billNumber = "YC1002", paidOn = "2020-11-02", amountFen = 999 });
        Assert.Equal(HttpStatusCode.Conflict, less.StatusCode);
        var paid = await (await program.Send(api, new { code, billNumber = "YC1002", paidOn = "2020-11-02", amountFen = 1000 })).Json();
        var again = await program.Send(api, new { code, billNumber = "YC1002", paidOn = "2020-11-02", amountFen = 1000 });
        var other = await program.Send(api, new { code, billNumber = "YC1003", paidOn = "2020-11-02", amountFen = 1000 });
        var unknown = await program.Send(api, new { code = "NOBODYKNOW", billNumber = "YC1004", paidOn = "2020-11-02", amountFen = 1000 });

        Assert.Equal(("已缴款", 0), (paid.GetProperty("state").GetString(), paid.GetProperty("owedFen").GetInt64()));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Conflict, HttpStatusCode.NotFound), (again.StatusCode, other.StatusCode, unknown.StatusCode));
        Assert.Equal(HttpStatusCode.BadRequest, (await program.Send(api, new { })).StatusCode);
    }

    [Fact]
    public async Task A_wrong_notice_is_withdrawn_with_its_reason_and_owes_nothing()
    {
        var id = await Received();
        var notice = await Issue(id, ("fee-1", "80"));
        var (clerk, page) = (await town.SignedIn("clerk1"), $"/desk/payments/{notice}");
        Assert.Equal(HttpStatusCode.Conflict, (await town.PostForm(clerk, page, page + "/withdrawal", ("reason", ""))).StatusCode);

        await town.PostForm(clerk, page, page + "/withdrawal", ("reason", "面积算错"));

        Assert.Equal((PaymentState.Withdrawn, 0), ((await Notice(notice)).State, (await town.CaseOf(id)).OwedFen));
        Assert.Equal(HttpStatusCode.NotFound, (await (await town.SignedIn("town1")).GetAsync(page, Ct)).StatusCode);
    }

    [Fact]
    public async Task The_applicant_sees_what_is_owed_and_opens_the_notice()
    {
        var id = await town.FileOnline(TownCatalogue.FoodRenewal);
        var notice = await Issue(id, ("fee-2", "10"));
        var citizen = await town.SignedIn("citizen1");

        var page = await Town.PageOf(await citizen.GetAsync($"/my/cases/{id}", Ct));

        Assert.Contains("应缴 10 元", page.Body!.TextContent);
        var paper = await citizen.GetAsync($"/documents/{(await Notice(notice)).DocumentId}", Ct);
        Assert.Equal(HttpStatusCode.OK, paper.StatusCode);
        Assert.Contains((await Notice(notice)).Code, (await Town.PageOf(paper)).Body!.TextContent);
        Assert.Equal(HttpStatusCode.NotFound, (await citizen.GetAsync($"/desk/payments/{notice}", Ct)).StatusCode);
    }

    [Fact]
    public async Task The_list_shows_the_unpaid_first_and_leaves_with_a_purpose()
    {
        var notice = await Notice(await Issue(await Received(), ("fee-2", "7.77")));
        var list = await Town.PageOf(await (await town.SignedIn("clerk1")).GetAsync($"/desk/payments?q={notice.Code}", Ct));
        Assert.Contains("7.77 元", list.QuerySelector("tbody")!.TextContent);

        var (head, page) = (await town.SignedIn("market-head"), $"/desk/payments/export?q={notice.Code}");
        using var file = await (await town.PostForm(head, page, page, ("purpose", "月度对账"))).Content.ReadAsStreamAsync(Ct);
        var row = file.Query(useHeaderRow: true).Cast<IDictionary<string, object>>().Single();
        Assert.Equal((7.77, "待缴款"), (Convert.ToDouble(row["应缴（元）"]), (string)row["状态"]));
    }

    [Fact]
    public async Task Charged_reduced_and_paid_are_summed_to_the_fen()
    {
        var (charged, reduced, paid) = (await Value("C71"), await Value("C72"), await Value("C73"));
        var notice = await Issue(await Received(), ("fee-1", "100.01"), ("fee-2", "10"));
        var page = $"/desk/payments/{notice}";
        await town.PostForm(await town.SignedIn("market-head"), page, page + "/reduction", ("line", "1"), ("reduced", "0.01"), ("basis", "低保对象"), ("grantedBy", "局长"));
        await Pay(notice, "YC2001");

        Assert.Equal((charged + 110.01m, reduced + 0.01m, paid + 110m), (await Value("C71"), await Value("C72"), await Value("C73")));
        Assert.Equal(0, await Value("C71", November with { Unit = TownPeople.Civil }));
    }

    [Fact]
    public void The_readme_draws_the_table() => Assert.Contains(PaymentLifecycle.Table.Diagram(), File.ReadAllText(Path.Combine(Architecture.Rooms.Root, "src/Modules/Cases/README.md")));

    private Task<Guid> Received() => town.Receive(TownCatalogue.FoodRenewal);

    private async Task<Guid> Issue(Guid id, params (string, string?)[] fees)
    {
        var answer = await town.PostForm(await town.SignedIn("clerk1"), $"/desk/cases/{id}/payments/new", $"/desk/cases/{id}/payments", fees);
        Assert.True(answer.StatusCode == HttpStatusCode.SeeOther, (await Town.PageOf(answer)).Body!.TextContent);
        return Guid.Parse(answer.Headers.Location!.ToString().Split('/')[^1]);
    }

    private async Task<HttpResponseMessage> Pay(Guid notice, string bill) => await town.PostForm(await town.SignedIn("clerk1"), $"/desk/payments/{notice}", $"/desk/payments/{notice}/settlement",
        ("billNumber", bill), ("paidOn", "2020-11-02"), ("way", "AtCounter"));

    private Task<PaymentNotice> Notice(Guid id) => town.Rows(db => db.Payments.Whole.AsNoTracking().SingleAsync(p => p.Id == id, Ct));

    private Task<decimal?> Value(string id, FigureScope? scope = null) => town.InCounty(async (db, services) =>
        (await services.GetRequiredService<FigureBook>().Compute(db, services.GetRequiredService<FigureBook>().Find(id)!, scope ?? November, Ct)).Value);
}
