using System.Text.RegularExpressions;

namespace Yimen.ComposeWorld.Catalogue;

/// <summary>申请材料 — form and identity first, then what the item asks for; attributes come from materials.json by name.</summary>
sealed class Materials(MaterialRules rules)
{
    static readonly Regex Form = new("申请表|申请书|登记表|审批表|备案表|申报表|申请材料目录|申请函");

    static readonly Regex Bare = new("^(申请表|申请书|登记表|备案表|审批表|申报表|报名表|备案登记表|备案申请表|申报书)$");

    static readonly Regex Identity = new("身份证|户口簿|营业执照");

    readonly IReadOnlyList<(Regex Match, MaterialRule Rule)> compiled = [.. rules.Rules.Select(rule => (new Regex(rule.Match), rule))];

    public IReadOnlyList<Material> Compose(IEnumerable<string> asked, string item, string served, string basis)
    {
        var names = asked.Select(name => Bare.IsMatch(name) ? item + name : name).ToList();
        if (!names.Exists(Form.IsMatch))
        {
            names.Insert(0, $"{item}申请表");
        }

        if (!names.Exists(name => Identity.IsMatch(name) && !Form.IsMatch(name)))
        {
            names.Insert(1, served == "企" ? "营业执照或统一社会信用代码证书" : "申请人身份证件");
        }

        return [.. names.Distinct().Select(name => One(name, basis))];
    }

    Material One(string written, string basis)
    {
        var need = written[^1] switch { '?' => 2, '~' => 3, _ => 1 };
        var name = need == 1 ? written : written[..^1];
        var rule = compiled.First(candidate => candidate.Match.IsMatch(name)).Rule;
        return new(
            name, need, rule.Type, rule.Form, rule.Copies, rule.Source, rule.SourceNote, basis, rule.Standard, rule.BlankForm, rule.Sample);
    }
}
