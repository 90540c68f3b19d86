using System.Runtime.CompilerServices;
using Yimen.Catalog;
using Yimen.Catalog.Import;
using Yimen.Catalog.Province;

namespace Yimen.Tests.Catalog;

public sealed class CatalogReadmeTests
{
    [Fact]
    public void The_diagrams_in_the_readme_are_those_of_the_transition_tables()
    {
        var readme = File.ReadAllText(Path.Combine(Root(), "src/Modules/Catalog/README.md"));

        Assert.Contains(ItemLifecycle.Versions.Diagram(), readme);
        Assert.Contains(ItemLifecycle.Items.Diagram(), readme);
        Assert.Contains(Offer.Lifecycle.Diagram(), readme);
        Assert.Contains(ImportRun.Lifecycle.Diagram(), readme);
        Assert.Contains(Drift.Lifecycle.Diagram(), readme);
    }

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../.."));
}
