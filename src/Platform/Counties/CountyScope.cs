namespace Yimen.Platform.Counties;

/// <summary>Which county this request or job works in; set once by the doorway, read by everything that opens a database.</summary>
public sealed class CountyScope
{
    private County? county;

    public County County => county ?? throw new InvalidOperationException("No county was chosen for this scope.");

    public bool IsChosen => county is not null;

    public void Choose(County chosen) => county = chosen;
}
