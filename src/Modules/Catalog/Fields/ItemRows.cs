using Yimen.Catalog.Contracts;
using Yimen.Catalog.Forms;
using static Yimen.Catalog.Fields.FieldWords;

namespace Yimen.Catalog.Fields;

/// <summary>The row groups of B2: legal bases, materials, fees, steps, outcomes, questions.</summary>
internal static class ItemRows
{
    public static readonly RowSet Bases = RowSet.Of("bases", "设定依据", "依据", () => new LegalBasis(""),
        (d => d.Content.LegalBases, (d, rows) => d.With(c => c with { LegalBases = rows })),
        Text<LegalBasis>("law", "法律法规名称", r => r.Law, (r, v) => r with { Law = v }) with { Required = true },
        Text<LegalBasis>("article", "条款", r => r.Article, (r, v) => r with { Article = v }) with { Hint = "如：第三十五条第一款" },
        Prose<LegalBasis>("text", "条文内容", r => r.Text, (r, v) => r with { Text = v }));

    public static readonly RowSet Materials = RowSet.Of("materials", "申请材料", "材料", () => new Material { Name = "" },
        (d => d.Content.Materials, (d, rows) => d.With(c => c with { Materials = MaterialFiles.Kept(c.Materials, rows) })),
        Text<Material>("name", "材料名称", r => r.Name, (r, v) => r with { Name = v }) with { Required = true },
        OneOf<Material>("need", "必要性", r => r.Need, (r, v) => r with { Need = v }, Dictionaries.Names("IS_NEED")) with { Required = true },
        OneOf<Material>("type", "材料类型", r => r.Type, (r, v) => r with { Type = v }, Dictionaries.Names("MATERIAL_TYPE")) with { Required = true },
        OneOf<Material>("form", "材料形式", r => r.Form, (r, v) => r with { Form = v }, Dictionaries.Names("ZZHDZB")) with { Required = true },
        Number<Material>("copies", "份数", r => r.Copies, (r, v) => r with { Copies = v }) with { Max = 99, Unit = "份" },
        OneOf<Material>("source", "来源", r => r.Source, (r, v) => r with { Source = v }, Dictionaries.Names("SOURCE_TYPE")) with { Required = true },
        Text<Material>("sourceNote", "来源说明", r => r.SourceNote, (r, v) => r with { SourceNote = v }),
        Text<Material>("basis", "要求提供的依据", r => r.Basis, (r, v) => r with { Basis = v }),
        Prose<Material>("standard", "受理标准", r => r.Standard, (r, v) => r with { Standard = v }) with { MaxLength = 1000 },
        Prose<Material>("fillNote", "填报须知", r => r.FillNote, (r, v) => r with { FillNote = v }) with { MaxLength = 1000 },
        YesNo<Material>("hasBlankForm", "有空白表格", r => r.HasBlankForm, (r, v) => r with { HasBlankForm = v }),
        YesNo<Material>("hasSample", "有样表", r => r.HasSample, (r, v) => r with { HasSample = v }));

    public static readonly RowSet Fees = RowSet.Of("fees", "收费项目", "收费", () => new Fee("", "", ""),
        (d => d.Content.Fees, (d, rows) => d.With(c => c with { Fees = rows })),
        Text<Fee>("name", "收费项目名称", r => r.Name, (r, v) => r with { Name = v }) with { Required = true },
        Text<Fee>("standard", "收费标准", r => r.Standard, (r, v) => r with { Standard = v }) with { Required = true },
        Text<Fee>("basis", "收费依据", r => r.Basis, (r, v) => r with { Basis = v }) with { Required = true },
        YesNo<Fee>("reducible", "可减免", r => r.Reducible, (r, v) => r with { Reducible = v }),
        Text<Fee>("reductionNote", "减免说明", r => r.ReductionNote, (r, v) => r with { ReductionNote = v }));

    public static readonly RowSet Steps = RowSet.Of("steps", "办理环节", "环节", () => new Step("受理", "", 0),
        (d => d.Content.Steps, (d, rows) => d.With(c => c with { Steps = rows })),
        OneOf<Step>("kind", "环节", r => r.Kind, (r, v) => r with { Kind = v }, Dictionaries.Names("STEP")) with { Required = true },
        Text<Step>("who", "办理人员或岗位", r => r.Who, (r, v) => r with { Who = v }) with { Required = true },
        Number<Step>("days", "时限", r => r.Days, (r, v) => r with { Days = v }) with { Unit = "个工作日" },
        Prose<Step>("standard", "审查标准", r => r.Standard, (r, v) => r with { Standard = v }) with { MaxLength = 1000 });

    public static readonly RowSet Outcomes = RowSet.Of("outcomes", "审批结果", "结果", () => new Outcome("证照", ""),
        (d => d.Content.Outcomes, (d, rows) => d.With(c => c with { Outcomes = rows })),
        OneOf<Outcome>("type", "结果类型", r => r.Type, (r, v) => r with { Type = v }, Dictionaries.Names("SUBJECT_RESULT_TYPE")) with { Required = true },
        Text<Outcome>("name", "结果名称", r => r.Name, (r, v) => r with { Name = v }) with { Required = true },
        YesNo<Outcome>("hasSample", "有样本", r => r.HasSample, (r, v) => r with { HasSample = v }));

    public static readonly RowSet Questions = RowSet.Of("questions", "常见问题", "问答", () => new Question("", ""),
        (d => d.Content.Questions, (d, rows) => d.With(c => c with { Questions = rows })),
        Text<Question>("text", "问题", r => r.Text, (r, v) => r with { Text = v }) with { Required = true },
        Prose<Question>("answer", "解答", r => r.Answer, (r, v) => r with { Answer = v }) with { Required = true, MaxLength = 2000 });

    public static readonly IReadOnlyList<RowSet> Groups = [Bases, Materials, Fees, Steps, Outcomes, Questions];
}
