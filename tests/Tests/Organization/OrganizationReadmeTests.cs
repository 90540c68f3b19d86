using System.Runtime.CompilerServices;
using Yimen.Kernel;
using Yimen.Organization;

namespace Yimen.Tests.Organization;

public sealed class OrganizationReadmeTests
{
    [Fact]
    public void The_diagrams_in_the_readme_are_those_of_the_transition_tables()
    {
        var readme = File.ReadAllText(Path.Combine(Root(), "src/Modules/Organization/README.md"));

        Assert.Contains(Lifecycles.Unit.Diagram(), readme);
        Assert.Contains(Lifecycles.Window.Diagram(), readme);
    }

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../.."));
}
