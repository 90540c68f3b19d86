using Yimen.Cases.Contracts;
using Yimen.Cases.Materials;
using Yimen.Catalog.Contracts;
using Yimen.Kernel;
using Yimen.Platform.Journal;

namespace Yimen.Cases;

/// <summary>办件材料 — one material of the guide and how it was met.</summary>
internal sealed class CaseMaterial
{
    public Guid Id { get; init; }

    public Guid CaseId { get; private init; }

    /// <summary>The order in the guide, from 1.</summary>
    public required int Order { get; init; }

    public required string Name { get; init; }

    public required bool Required { get; init; }

    /// <summary>容缺后补: the guide lets it be handed in after acceptance.</summary>
    public bool MayComeLater { get; init; }

    public MaterialHow How { get; private set; }

    /// <summary>收复印件: how many.</summary>
    public int Copies { get; private set; }

    public string Note { get; private set; } = "";

    /// <summary>The uploaded file, by its id in the file store.</summary>
    public Guid? FileId { get; private set; }

    public string? FileName { get; private set; }

    /// <summary>Something stands for it: paper, file, licence, check, pledge, or it does not apply. What is promised for later does not.</summary>
    public bool IsMet => How is not (MaterialHow.None or MaterialHow.Later);

    /// <summary>Paper of it lies with us.</summary>
    public bool OnPaper => How is MaterialHow.OriginalSeen or MaterialHow.OriginalKept or MaterialHow.Copy;

    /// <summary>The case cannot be accepted without it: required, or one that may come later and that nobody has promised yet.</summary>
    public bool Lacks => How == MaterialHow.None && (Required || MayComeLater);

    /// <summary>收复印件 2 份, 不适用（不使用燃气）, or the file's name.</summary>
    public string Words => (How == MaterialHow.Uploaded ? FileName ?? Label.Of(How) : Label.Of(How)) + (How == MaterialHow.Copy ? $" {Copies} 份" : "") + (Note.Length > 0 ? $"（{Note}）" : "");

    public static CaseMaterial Of(Material asked, int order) =>
        new() { Order = order, Name = asked.Name, Required = asked.Need == "必要", MayComeLater = asked.Need == "容缺后补" };

    /// <summary>Whether it may be met in this way.</summary>
    /// <param name="withFile">A file comes with it.</param>
    /// <exception cref="RuleViolation"><c>not-deferrable</c>, <c>material-note</c>, <c>material-copies</c>, <c>material-file</c>.</exception>
    internal void Check(MaterialWay way, bool withFile = false)
    {
        if (way.How == MaterialHow.Later && !MayComeLater)
        {
            throw new RuleViolation("not-deferrable", $"“{Name}”不能容缺后补：只有办事指南写明可以后补的材料才能容缺受理。");
        }

        if (way.How == MaterialHow.NotApplicable && way.Note.Length == 0)
        {
            throw new RuleViolation("material-note", $"请写明“{Name}”为什么不适用。");
        }

        if (way.How == MaterialHow.Copy && way.Copies is < 1 or > MaterialWay.MostCopies)
        {
            throw new RuleViolation("material-copies", $"“{Name}”的复印件份数应为 1 至 {MaterialWay.MostCopies}。");
        }

        if (way.How == MaterialHow.Uploaded && FileId is null && !withFile)
        {
            throw new RuleViolation("material-file", $"“{Name}”还没有上传文件。");
        }
    }

    /// <summary>Notes the way in which it is met.</summary>
    /// <exception cref="RuleViolation">As <see cref="Check"/>.</exception>
    internal Change Meet(MaterialWay way)
    {
        Check(way);
        var before = Words;
        (How, Copies, Note) = (way.How, way.How == MaterialHow.Copy ? way.Copies : 0, way.Note);
        return new Change(Name, before, Words);
    }

    /// <summary>A file for it, or none to take it away.</summary>
    internal void Attach(Guid? fileId, string? fileName)
    {
        (FileId, FileName) = (fileId, fileName);
        (How, Copies, Note) = (fileId is null ? MaterialHow.None : MaterialHow.Uploaded, 0, "");
    }

    /// <summary>A picture of the paper that was brought; the paper stays what it is met by.</summary>
    internal void Picture(Guid fileId, string fileName) =>
        (FileId, FileName, How) = (fileId, fileName, IsMet ? How : MaterialHow.Uploaded);
}
