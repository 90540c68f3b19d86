using System.Runtime.CompilerServices;
using Yimen.Cases;
using Yimen.Cases.Amendments;
using Yimen.Cases.Anomalies;
using Yimen.Cases.Days;
using Yimen.Cases.Grievances;
using Yimen.Cases.Inquiries;
using Yimen.Cases.Outages;

namespace Yimen.Tests.Cases;

public sealed class CasesReadmeTests
{
    [Fact]
    public void The_diagram_in_the_readme_is_that_of_the_transition_table() =>
        Assert.Contains(CaseLifecycle.Table.Diagram(), File.ReadAllText(Path.Combine(Root(), "src/Modules/Cases/README.md")));

    [Fact]
    public void The_diagrams_of_the_matters_at_the_counter_are_those_of_their_tables() =>
        Assert.All(new[] { Inquiry.Lifecycle.Diagram(), GrievanceLifecycle.Table.Diagram(), BlankBatch.Lifecycle.Diagram(), DayClosing.Lifecycle.Diagram(), AmendmentRequest.Lifecycle.Diagram(), AnomalyLifecycle.Table.Diagram() }, diagram => Assert.Contains(diagram, File.ReadAllText(Path.Combine(Root(), "src/Modules/Cases/README.md"))));

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../.."));
}
