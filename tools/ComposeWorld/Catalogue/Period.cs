namespace Yimen.ComposeWorld.Catalogue;

/// <summary>办理时限 — statutory and promised, in the same unit, so that they can be compared.</summary>
sealed record Period(int? Statutory, int Promised, string Kind)
{
    public static Period Parse(string written)
    {
        var kind = written.Contains('自', StringComparison.Ordinal) ? "自然日" : "工作日";
        var parts = written.Replace("自", "", StringComparison.Ordinal).Split('/');
        return new(parts[0] == "-" ? null : int.Parse(parts[0]), int.Parse(parts[1]), kind);
    }

    public Period AtMost(int? promised) => promised is { } most && most < Promised ? this with { Promised = most } : this;
}
