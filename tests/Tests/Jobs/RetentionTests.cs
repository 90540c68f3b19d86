using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Delivery;
using Yimen.Platform.Figures;
using Yimen.Platform.Jobs;
using Yimen.Tests.World;

namespace Yimen.Tests.Jobs;

public sealed class RetentionTests(Town town) : IClassFixture<Town>
{
    [Fact]
    public async Task What_is_over_its_time_goes_what_is_waiting_or_young_stays_and_a_figure_tells_how_much()
    {
        await town.Letters(3);
        await town.Rows(db => db.Database.ExecuteSqlAsync($"UPDATE outbox_message SET sent_at = created_at WHERE subject <> '第1件'"));
        await Receipt("old");
        town.Time.Advance(TimeSpan.FromDays(40));
        await Receipt("young");
        await town.Work("retention");
        Assert.Equal(["young"], await town.Rows(db => db.Set<RequestReceipt>().Select(r => r.Key).ToListAsync()));
        Assert.Equal(3, await town.Rows(db => db.Set<OutboxMessage>().CountAsync()));
        town.Time.Advance(TimeSpan.FromDays(150));
        await town.Work("retention");
        Assert.Equal(["第1件"], await town.Rows(db => db.Set<OutboxMessage>().Select(m => m.Subject).ToListAsync()));
        var rows = await town.InCounty((db, services) => services.GetRequiredService<FigureBook>().Find("R01")!.Rows!(db, FigureScope.YearTo(town.Time.Today())).ToListAsync());
        Assert.Contains(rows, r => r is { Title: "已发送或失败的短信和邮件", Detail: "清理 2 条" });
    }

    [Fact]
    public async Task The_rule_that_has_begun_last_is_in_force()
    {
        var subject = new RetentionSubject("dated", "试验", 30, (_, _, _) => Task.FromResult(0));
        var days = await town.InCounty(async (db, services) =>
        {
            db.AddRange(Rule(2020, 365), Rule(2021, 730));
            await db.SaveChangesAsync();
            var retention = services.GetRequiredService<Retention>();
            return new[] { 2019, 2020, 2021, 2030 }.Select(y => retention.DaysOf(subject, new DateOnly(y, 6, 1), default).Result).ToList();
        });
        Assert.Equal([30, 365, 730, 730], days);
    }

    private static RetentionRule Rule(int year, int days) => new() { Subject = "dated", From = new DateOnly(year, 1, 1), Days = days };

    private Task<int> Receipt(string key) => town.Rows(db =>
    {
        db.Add(new RequestReceipt { Key = key, AccountId = Guid.Empty, Answer = "1", At = town.Time.Now() });
        return db.SaveChangesAsync();
    });
}
