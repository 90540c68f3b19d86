using Yimen.Catalog;
using Yimen.Catalog.Contracts;
using Yimen.Kernel;
using Yimen.Tests.World;

namespace Yimen.Tests.Catalog;

/// <summary>Each condition of the publish gate by itself, on a draft that is otherwise in order.</summary>
public sealed class PublishGateTests
{
    private static readonly ItemDraft Good = TownDrafts.Food;

    [Fact]
    public void A_complete_draft_passes() => Assert.Empty(PublishGate.Faults(Good, "01"));

    [Fact]
    public void A_promised_limit_is_needed() => One(With(c => c with { Promised = null }), "承诺办结时限");

    [Fact]
    public void The_promise_may_not_be_longer_than_the_law() => One(With(c => c with { Promised = new(21, DayKind.Working) }), "不能长于法定时限");

    [Fact]
    public void Limits_of_different_kinds_of_days_are_not_compared() => Assert.Empty(PublishGate.Faults(With(c => c with { Promised = new(25, DayKind.Calendar) }), "01"));

    [Fact]
    public void Without_a_statutory_limit_any_promise_passes() => Assert.Empty(PublishGate.Faults(With(c => c with { Statutory = null, Promised = new(60, DayKind.Working) }), "01"));

    [Fact]
    public void An_instant_item_is_done_within_one_working_day() => One(Good with { ProjectType = ProjectType.Instant }, "即办件");

    [Fact]
    public void Depth_four_needs_no_visit() => One(Good with { OnlineDepth = OnlineDepth.IV }, "到现场次数应为0");

    [Fact]
    public void Depth_three_allows_one_visit() => One(With(c => c with { Visits = 2 }), "不能超过1次");

    [Fact]
    public void Without_online_handling_the_reason_for_coming_is_told() => One(Good with { Online = false }, "必须现场办理的原因");

    [Fact]
    public void A_material_has_its_source_and_necessity() => One(With(c => c with { Materials = [new() { Name = "营业执照", Source = "" }] }), "来源或必要性");

    [Fact]
    public void An_application_form_comes_with_a_blank_or_a_sample() =>
        One(With(c => c with { Materials = [new() { Name = "申请书", Type = "申请表格文书" }] }), "空白表格或样表");

    [Fact]
    public void A_fee_has_its_basis() => One(With(c => c with { Fees = [new("工本费", "40元", "")] }), "收费依据");

    [Fact]
    public void A_legal_basis_is_needed() => One(With(c => c with { LegalBases = [] }), "设定依据");

    [Theory]
    [InlineData("01", 1)]
    [InlineData("07", 1)]
    [InlineData("21", 0)]
    public void Licences_and_confirmations_name_their_result(string type, int faults) =>
        Assert.Equal(faults, PublishGate.Faults(With(c => c with { Outcomes = [] }), type).Count());

    [Fact]
    public void All_faults_are_told_at_once()
    {
        var bad = Good with { Online = false, Content = Good.Content with { Promised = null, LegalBases = [] } };

        var refusal = Assert.Throws<RuleViolation>(() => PublishGate.Check(bad, "01"));

        Assert.Equal("publish-gate", refusal.Code);
        Assert.Contains("3.", refusal.Message);
    }

    private static ItemDraft With(Func<ItemContent, ItemContent> change) => Good with { Content = change(Good.Content) };

    private static void One(ItemDraft draft, string words) => Assert.Contains(words, Assert.Single(PublishGate.Faults(draft, "01")));
}
