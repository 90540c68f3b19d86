using Yimen.Cases.Anomalies;
using Yimen.Cases.Limits;
using Yimen.Kernel;
using Yimen.Platform.Limits;

namespace Yimen.Tests.Cases;

/// <summary>The rules of 异常办件 over facts alone: what they find, and what lies just inside the limit.</summary>
public sealed class AnomalyRuleTests
{
    private static readonly DateOnly Day = new(2020, 11, 2);
    private static readonly Limits<CaseLimitCode> Limits = CaseLimitTable.The.At(Day);
    private static readonly Guid Signer = new("00000000-0000-7000-8000-000000000001");

    [Theory]
    [InlineData(1, true)]
    [InlineData(60, true)]
    [InlineData(61, false)]
    public void A_decision_within_the_limit_of_seconds_is_found_and_one_second_more_is_not(int seconds, bool found) =>
        Assert.Equal(found, AnomalyRules.Quick([Decided(accepted: At(10, 0), decided: At(10, 0).AddSeconds(seconds)) with { FiledAt = At(9, 0) }], Limits).Any());

    [Fact]
    public void What_is_decided_in_one_sitting_is_measured_from_its_receipt()
    {
        var (slow, fast) = (Decided(At(10, 0), At(10, 0)) with { FiledAt = At(9, 50) }, Decided(At(10, 0), At(10, 0)) with { FiledAt = At(10, 0).AddSeconds(-20) });

        var finding = Assert.Single(AnomalyRules.Quick([slow, fast], Limits));

        Assert.Equal((fast.CaseId, "收件后 20 秒办结"), (finding.CaseId, finding.Detail));
    }

    [Fact]
    public void What_the_law_decides_by_itself_is_nobody_s_haste() =>
        Assert.Empty(AnomalyRules.Quick([Decided(At(10, 0), At(10, 0)) with { ById = Guid.Empty }], Limits));

    [Fact]
    public void Ten_decisions_of_one_person_in_one_night_are_a_batch_and_midnight_does_not_part_them()
    {
        var night = Enumerable.Range(0, 10).Select(n => Decided(At(9, 0), At(22, 30).AddMinutes(20 * n))).ToList();

        Assert.Equal(10, AnomalyRules.NightBatch(night, Limits).Count());
        Assert.Empty(AnomalyRules.NightBatch(night.Take(9), Limits));
        Assert.Empty(AnomalyRules.NightBatch(night.Select((d, n) => n == 0 ? d with { ById = Guid.CreateVersion7(At(1, 0)) } : d), Limits));
    }

    [Theory]
    [InlineData(21, 59)]
    [InlineData(6, 0)]
    public void The_hours_beside_the_night_are_day(int hour, int minute) =>
        Assert.Empty(AnomalyRules.NightBatch(Enumerable.Range(0, 12).Select(_ => Decided(At(1, 0), At(hour, minute))), Limits));

    [Fact]
    public void A_grant_before_its_papers_is_found_and_a_denial_for_want_of_them_is_not()
    {
        var granted = Decided(At(9, 0), At(11, 0)) with { Lacks = 2 };
        var later = Decided(At(9, 0), At(11, 0)) with { SuppliedOn = Day.AddDays(1) };

        Assert.Equal(["准予时缺 2 份必要材料", "材料于 2020-11-03 才补齐"], AnomalyRules.BeforeMaterials([granted, later]).Select(f => f.Detail));
        Assert.Empty(AnomalyRules.BeforeMaterials([granted with { Granted = false }, later with { SuppliedOn = Day }]));
    }

    [Fact]
    public void A_late_entry_is_found_after_the_limit_of_hours_or_on_a_receipt_that_was_printed_afterwards()
    {
        var printed = At(8, 0);
        LateFacts Late(DateTimeOffset real, int hours) => new(Guid.Empty, real, real.AddHours(hours), Day, printed);

        Assert.Empty(AnomalyRules.BackDated([Late(At(9, 0), 72)], Limits));
        Assert.Equal("迟于实际收件 73 小时补录", Assert.Single(AnomalyRules.BackDated([Late(At(9, 0), 73)], Limits)).Detail);
        Assert.Contains("以后才印制", Assert.Single(AnomalyRules.BackDated([Late(At(7, 0), 2)], Limits)).Detail);
    }

    [Fact]
    public void A_county_s_own_limit_holds_from_its_day()
    {
        var own = CaseLimitTable.The.At([.. CaseLimitTable.The.Shipped, new() { Code = nameof(CaseLimitCode.AnomalyQuick), From = Day, Value = 10, Basis = "本地通知" }], Day);
        DecidedFacts[] half = [Decided(At(10, 0), At(10, 0).AddSeconds(30)) with { FiledAt = At(9, 0) }];

        Assert.Empty(AnomalyRules.Quick(half, own));
        Assert.Equal(new DateOnly(2020, 1, 1), Assert.Single(AnomalyRules.Quick(half, Limits)).RuleFrom);
    }

    private static DateTimeOffset At(int hour, int minute) => ChinaTime.StartOf(Day).AddHours(hour).AddMinutes(minute);

    private static DecidedFacts Decided(DateTimeOffset accepted, DateTimeOffset decided) =>
        new(Guid.CreateVersion7(decided), accepted, accepted, decided, ChinaTime.DateOf(decided), true, Signer, 0, null);
}
