using System.Reflection;
using Yimen.Catalog;
using Yimen.Catalog.Contracts;
using Yimen.Catalog.Fields;
using Yimen.Kernel;
using Yimen.Tests.World;

namespace Yimen.Tests.Catalog;

/// <summary>The one table of fields that the form, the import and the comparison read.</summary>
public sealed class FieldTests
{
    [Fact]
    public void Reading_a_draft_and_writing_it_back_changes_nothing()
    {
        var written = ItemFields.All.Aggregate(new ItemDraft { Name = "" }, (d, f) => f.Write(d, f.Read(TownDrafts.Food)));
        written = ItemRows.Groups.Aggregate(written, (d, g) => g.Write(d, g.Read(TownDrafts.Food)));

        Assert.Empty(ItemDifference.Between(TownDrafts.Food, written));
        Assert.Equal(TownDrafts.Food.Content.Materials, written.Content.Materials);
    }

    [Fact]
    public void No_property_of_an_item_can_change_unseen()
    {
        var draft = TownDrafts.IdCard with { Content = TownDrafts.IdCard.Content with { LegalBases = [new("法")], Statutory = new(9, DayKind.Working) } };
        foreach (var property in typeof(ItemContent).GetProperties())
        {
            var other = new ItemContent();
            foreach (var same in typeof(ItemContent).GetProperties())
            {
                same.SetValue(other, same.GetValue(draft.Content));
            }

            property.SetValue(other, Different(property, draft.Content));
            Assert.True(ItemDifference.Between(draft, draft with { Content = other }).Any(), property.Name);
        }
    }

    [Theory]
    [InlineData("<p>受理</p>", "html")]
    [InlineData("甲&nbsp;乙", "html")]
    [InlineData("甲\u0007乙", "control-characters")]
    [InlineData("", "required")]
    public void Pollution_is_refused_with_its_reason(string text, string code)
    {
        var conditions = ItemFields.All.Single(f => f.Name == "conditions");

        Assert.Equal(code, conditions.Check(text)!.Code);
    }

    [Fact]
    public void A_comparison_with_less_than_is_no_markup() => Assert.Null(ItemFields.All.Single(f => f.Name == "conditions").Check("面积 < 50 平方米，或 > 100 平方米"));

    [Theory]
    [InlineData("visits", "4", "out-of-range")]
    [InlineData("visits", "一次", "not-a-number")]
    [InlineData("projectType", "快办件", "not-a-choice")]
    [InlineData("serviceObjects", "自然人、外星人", "not-a-choice")]
    [InlineData("online", "可以", "not-a-choice")]
    public void A_value_outside_its_field_is_refused_with_its_reason(string field, string text, string code) =>
        Assert.Equal(code, ItemFields.All.Single(f => f.Name == field).Check(text)!.Code);

    [Fact]
    public void A_row_fault_names_its_row() =>
        Assert.Contains("第2行材料：请填写材料名称", ItemRows.Materials.Faults([["甲", .. ItemRows.Materials.Blank.Skip(1)], ItemRows.Materials.Blank]).Select(f => f.Message));

    private static object? Different(PropertyInfo property, ItemContent from) => property.GetValue(from) switch
    {
        string text => text + "变",
        bool flag => !flag,
        int number => number + 1,
        Limit limit => limit with { Days = limit.Days + 1 },
        IReadOnlyList<string> list => list.Append("其他").ToList(),
        IReadOnlyList<LegalBasis> => (IReadOnlyList<LegalBasis>)[new("另一部法")],
        IReadOnlyList<Material> => (IReadOnlyList<Material>)[new() { Name = "另一份材料" }],
        IReadOnlyList<Fee> => (IReadOnlyList<Fee>)[],
        IReadOnlyList<Step> => (IReadOnlyList<Step>)[],
        IReadOnlyList<Outcome> => (IReadOnlyList<Outcome>)[],
        IReadOnlyList<Question> => (IReadOnlyList<Question>)[new("问", "答")],
        _ => throw new InvalidOperationException($"{property.Name} needs a case"),
    };
}
