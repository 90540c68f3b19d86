using System.Reflection;
using Yimen.Platform.Journal;

namespace Yimen.Tests.Architecture;

public sealed class TypeRuleTests
{
    [Fact]
    public void Modules_show_only_what_others_may_use() =>
        Assert.Empty(Rooms.Modules.SelectMany(m => TypeRules.NeedlessPublic(m.GetTypes())));

    [Fact]
    public void A_needlessly_public_class_is_found() =>
        Assert.Equal(["Yimen.Tests.Architecture.Samples.PublicService is public"], TypeRules.NeedlessPublic([typeof(Samples.PublicService), typeof(Samples.SomeView), typeof(Samples.SampleModule)]));

    [Fact]
    public void Aggregates_change_by_their_verbs_only()
    {
        var aggregates = Rooms.Modules.Append(Rooms.Platform).SelectMany(a => a.GetTypes()).Where(t => t.IsClass && typeof(IMatter).IsAssignableFrom(t)).ToList();

        Assert.NotEmpty(aggregates);
        Assert.Empty(TypeRules.PublicSetters(aggregates));
    }

    [Fact]
    public void A_public_setter_is_found_and_an_init_is_not_one() =>
        Assert.Equal(["Yimen.Tests.Architecture.Samples.OpenAggregate.State has a public setter"], TypeRules.PublicSetters([typeof(Samples.OpenAggregate)]));

    [Fact]
    public void The_kernel_knows_neither_database_nor_web() => Assert.Empty(TypeRules.Impurities(Rooms.Kernel));

    [Fact]
    public void An_impure_kernel_would_be_found() => Assert.Contains(TypeRules.Impurities(Rooms.Platform), c => c.Contains("EntityFrameworkCore", StringComparison.Ordinal));

    [Fact]
    public void Modules_use_of_each_other_only_contracts() =>
        Assert.Empty(Rooms.Modules.SelectMany(m => ForeignTypes.UsedBy(m, Rooms.Modules)));

    [Fact]
    public void A_foreign_type_outside_contracts_is_found() => Assert.Contains(
        ForeignTypes.UsedBy(typeof(TypeRuleTests).Assembly, Rooms.Modules),
        c => c.Contains("Yimen.Catalog.CatalogModule", StringComparison.Ordinal));
}
