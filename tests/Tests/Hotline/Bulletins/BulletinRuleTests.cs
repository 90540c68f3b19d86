using Yimen.Hotline.Bulletins;
using Yimen.Kernel;

namespace Yimen.Tests.Hotline.Bulletins;

/// <summary>The bulletin's own rules, without a town.</summary>
public sealed class BulletinRuleTests
{
    private static readonly Actor Office = new(new Guid(1, 1, 0, [0, 0, 0, 0, 0, 0, 0, 0]), "热线办甲", new UnitId("XZZX"));

    [Fact]
    public void A_period_is_issued_when_it_is_over_and_not_before()
    {
        Assert.Equal("bulletin-early", Assert.Throws<RuleViolation>(() => Issued(null, day: 30, month: 11)).Code);
        Assert.Equal(BulletinState.Issued, Issued(null, day: 1).State);
    }

    [Fact]
    public void Without_a_recipient_it_is_no_bulletin() =>
        Assert.Equal("bulletin-to", Assert.Throws<RuleViolation>(() => Bulletin.Issue(Guid.Empty, Draft([]), null, At(1))).Code);

    [Fact]
    public void While_one_edition_stands_there_is_no_other()
    {
        var first = Issued(null, day: 1);
        Assert.Equal("bulletin-issued", Assert.Throws<RuleViolation>(() => Issued(first, day: 2)).Code);

        first.Withdraw(At(2, "统计口径有误，需要更正"));
        var second = Issued(first, day: 3);

        Assert.Equal((first.Year, first.Sequence, 2), (second.Year, second.Sequence, second.Edition));
        Assert.Null(second.NumberWanted); // the number is the period's
    }

    [Theory]
    [InlineData(null)]
    [InlineData("错了")]
    public void It_is_withdrawn_with_a_reason_and_once(string? reason)
    {
        var one = Issued(null, day: 1);
        Assert.Equal("reason", Assert.Throws<RuleViolation>(() => one.Withdraw(At(2, reason))).Code);
        Assert.Equal(BulletinState.Issued, one.State);

        one.Withdraw(At(2, "统计口径有误，需要更正"));

        Assert.Equal("wrong-state", Assert.Throws<RuleViolation>(() => one.Withdraw(At(3, "统计口径有误，需要更正"))).Code);
    }

    [Fact]
    public void What_was_stored_reads_back_as_it_was()
    {
        var view = View(3, 1, 7);
        var read = BulletinContent.Read(BulletinContent.Written(view));

        Assert.Equal(BulletinContent.Written(view), BulletinContent.Written(read));
        Assert.Empty(BulletinDifferences.Of(view, read));
    }

    [Fact]
    public void A_difference_names_the_part_the_row_and_both_numbers_and_a_row_that_came_or_went_is_one_too()
    {
        var differences = BulletinDifferences.Of(View(3, 1, 7), View(4, null, 7));

        Assert.Equal(
        [
            new BulletinDifference("主要指标", "诉求量", "本期", "3", "4"),
            new BulletinDifference("诉求分类", "路灯", "受理", "1", "—"), new BulletinDifference("诉求分类", "路灯", "上年同期", "0", "—"),
        ], differences);
    }

    private static BulletinView View(long received, long? lamps, long displeased) => new("2020-11", "2020年11月热线工单通报", "2020年11月1日至2020年11月30日", true, "?asOf=2020-11-30", 3)
    {
        Lines = [new("H01", "诉求量", "件", $"{received}", "2", "+50%", null, "/desk/figures/H01", "/desk/figures/H01")], Classes = lamps is { } n ? [new("010102", "路灯", n, 0, "不适用", "10%", "/a", "/b")] : [], Towns = [], Units = [],
        Complaints = [new("GD1", "路灯不亮", "市场监管局", "不满意", new(2020, 11, 3), "/desk/orders/1")], AllComplaints = displeased, Months = [new(new(2020, 11, 1), 5)], Forecast = new("2020年12月", null, "最近三个整月没有都受理工单，不作预测。"),
    };

    private static BulletinDraft Draft(IReadOnlyList<(UnitId, string)> to) => new(new(2020, 11), View(3, 1, 7), ["规则"], 12, "", to);

    private static Bulletin Issued(Bulletin? before, int day, int month = 12)
    {
        var made = Bulletin.Issue(Guid.Empty, Draft([(new("SCJG"), "市场监管局")]), before, At(day, null, month));
        if (made.NumberWanted is not null)
        {
            made.Take(4);
        }

        return made;
    }

    private static Act At(int day, string? reason = null, int month = 12) => new(Office, new DateTimeOffset(2020, month, day, 1, 0, 0, TimeSpan.Zero), reason);
}
