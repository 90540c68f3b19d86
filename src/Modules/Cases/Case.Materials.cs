using Yimen.Cases.Contracts;
using Yimen.Cases.Materials;
using Yimen.Kernel;
using Yimen.Platform.Journal;

namespace Yimen.Cases;

/// <summary>How the materials are met.</summary>
internal sealed partial class Case
{
    /// <summary>登记材料 — until it is accepted, staff state how each material is met: an electronic licence, a check of their own, paper that was brought meanwhile.</summary>
    /// <param name="ways">By the material's order; what is left out stays as it is.</param>
    public void Register(IReadOnlyDictionary<int, MaterialWay> ways, Act act)
    {
        CaseLifecycle.Table.After(State, CaseVerb.Accept);
        var changes = Meet(ways);
        materials.ForEach(m => NoLongerOwed(m, act));
        if (changes.Count > 0)
        {
            Trail.Note(act, "登记材料", null, null, changes);
        }
    }

    /// <summary>以承诺代替 — before filing, the applicant pledges instead of uploading the proof; the pledge is signed with the filing.</summary>
    public void PledgeInstead(Guid materialId, Act act)
    {
        CaseLifecycle.Table.After(State, CaseVerb.Save);
        var material = materials.Find(m => m.Id == materialId) ?? throw new RuleViolation("no-material", "没有这份材料。");
        Trail.Note(act, "以承诺代替", null, null, material.Meet(new MaterialWay(MaterialHow.Pledged)));
        NoLongerOwed(material, act);
    }

    /// <summary>沿用材料 — what the same applicant handed in before stands for it again.</summary>
    /// <param name="file">The file's new row of this case, and its name; null where paper is used again.</param>
    public void Reuse(int order, MaterialWay way, (Guid Id, string Name)? file, Act act)
    {
        CaseLifecycle.Table.After(State, State == CaseState.Draft ? CaseVerb.Save : CaseVerb.Accept);
        var material = MaterialOf(order);
        material.Check(way, file is not null);
        if (file is { } again)
        {
            material.Attach(again.Id, again.Name);
        }

        Trail.Note(act, "沿用材料", null, null, material.Meet(way));
        NoLongerOwed(material, act);
    }

    private List<Change> Meet(IReadOnlyDictionary<int, MaterialWay> ways)
    {
        var changed = ways.OrderBy(w => w.Key).Select(w => (Material: MaterialOf(w.Key), Way: w.Value))
            .Where(m => m.Way != new MaterialWay(m.Material.How, m.Material.Copies, m.Material.Note)).ToList();
        changed.ForEach(m => m.Material.Check(m.Way)); // all or none
        return [.. changed.Select(m => m.Material.Meet(m.Way))];
    }

    private CaseMaterial MaterialOf(int order) => materials.Find(m => m.Order == order) ?? throw new RuleViolation("no-material", "没有这份材料。");
}
