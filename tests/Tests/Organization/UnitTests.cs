using Yimen.Kernel;
using Yimen.Organization;
using Yimen.Organization.Contracts;

namespace Yimen.Tests.Organization;

public sealed class UnitTests
{
    private static readonly Act Act = new(Actor.System, new DateTimeOffset(2020, 11, 2, 2, 0, 0, TimeSpan.Zero));
    private static readonly NewUnit Said = new(new("YSJ"), "演示局", "演示局", CreditCode.Compose("11440281", "YD000001"), UnitKind.Bureau, new("440281000000"));

    [Fact]
    public void A_code_that_fails_its_check_is_refused_with_the_exact_reason()
    {
        var wrong = Said with { CreditCode = Said.CreditCode[..17] + (Said.CreditCode[17] == '0' ? '1' : '0') };

        var refused = Assert.Throws<RuleViolation>(() => Unit.Found(Guid.Empty, wrong, Act));

        Assert.Equal("统一社会信用代码校验码不符，请核对每一位", refused.Message);
    }

    [Fact]
    public void A_legacy_code_is_taken_with_the_reason_for_it()
    {
        var legacy = Said with { CreditCode = Said.CreditCode[..17] + (Said.CreditCode[17] == '0' ? '1' : '0'), CodeOverride = "编办证明，历史代码" };

        Assert.Equal("编办证明，历史代码", Unit.Found(Guid.Empty, legacy, Act).CodeOverride);
    }

    [Theory]
    [InlineData("Amend")]
    [InlineData("Close")]
    public void A_closed_unit_can_only_be_restored(string verb)
    {
        var unit = Unit.Found(Guid.Empty, Said, Act);
        unit.Close(Act);

        Assert.Throws<RuleViolation>(() =>
        {
            if (verb == "Amend")
            {
                unit.Amend(Said, Act);
            }
            else
            {
                unit.Close(Act);
            }
        });
        unit.Restore(Act);
        Assert.Equal(UnitState.Standing, unit.State);
    }

    [Fact]
    public void A_window_is_not_closed_before_it_opened_and_not_twice()
    {
        var window = Window.Open(Guid.Empty, new("A09", "演示窗", WindowKind.Comprehensive, new("YSJ"), new("440281000000")) { OpenedOn = new(2020, 5, 1) }, Act);

        Assert.Throws<RuleViolation>(() => window.Close(new(2020, 4, 30), Act));
        window.Close(new(2020, 6, 1), Act);
        Assert.Throws<RuleViolation>(() => window.Close(new(2020, 6, 2), Act));
    }

    [Fact]
    public void New_hours_end_the_former_ones_the_day_before()
    {
        var timetable = new OfficeTimetable();
        timetable.Set(Hours(new(2020, 1, 1), 17), Act);
        timetable.Set(Hours(new(2020, 7, 1), 18), Act);

        Assert.Equal(new DateOnly(2020, 6, 30), timetable.Rows[0].ValidTo);
        Assert.Throws<RuleViolation>(() => timetable.Set(Hours(new(2020, 3, 1), 18), Act));
        Assert.Throws<RuleViolation>(() => timetable.Set(Hours(new(2020, 8, 1), 13), Act));
    }

    private static HoursRow Hours(DateOnly from, int closing) =>
        new() { ValidFrom = from, MorningFrom = new(8, 30), MorningTo = new(12, 0), AfternoonFrom = new(14, 30), AfternoonTo = new(closing, 0), Source = "演示通知" };
}
