using Yimen.Cases.Contracts;
using Yimen.Cases.Marks;
using Yimen.Kernel;
using Yimen.Platform.Journal;

namespace Yimen.Cases;

/// <summary>圈注: what is wrong, and where.</summary>
internal sealed partial class Case
{
    private readonly List<MaterialMark> marks = [];

    public IReadOnlyList<MaterialMark> Marks => marks;

    private readonly List<MaterialVersion> versions = [];

    /// <summary>What stood for materials before they were handed in again.</summary>
    public IReadOnlyList<MaterialVersion> MaterialVersions => versions;

    // once it is filed nothing that was handed in is forgotten
    private void Keep(CaseMaterial material, Act act)
    {
        if (State != CaseState.Draft && material.IsMet)
        {
            versions.Add(new MaterialVersion { Order = material.Order, FileId = material.FileId, Words = material.Words, ReplacedAt = act.Now });
        }
    }

    /// <summary>圈注材料 — until it is decided.</summary>
    public void Mark(MaterialMark mark, Act act)
    {
        MustBeOpen();
        var material = MaterialOf(mark.Order);
        marks.Add(mark);
        Trail.Note(act, "圈注材料", null, null, new Change(material.Name, null, mark.InWords));
    }

    /// <summary>擦去圈注.</summary>
    public void Unmark(Guid markId, Act act)
    {
        MustBeOpen();
        var mark = marks.Find(m => m.Id == markId) ?? throw new RuleViolation("no-mark", "没有这处圈注。");
        marks.Remove(mark);
        Trail.Note(act, "擦去圈注", null, null, new Change(MaterialOf(mark.Order).Name, mark.InWords, null));
    }

    private void MustBeOpen()
    {
        if (State == CaseState.Draft || ClosedOn is not null)
        {
            throw new RuleViolation("wrong-state", $"当前状态为“{Label.Of(State)}”，不能圈注材料。");
        }
    }
}
