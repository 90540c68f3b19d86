using Microsoft.AspNetCore.Http;
using Yimen.Hotline.Limits;
using Yimen.Hotline.Unmasking;
using Yimen.Platform.Files;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Files;

/// <summary>附件 — what a caller sends along with an order or an addition: kept like a unit's photos, but shown only to who may know the caller.</summary>
internal sealed class CallerFiles(FileKeeping keeping)
{
    public const string Field = "files";

    /// <summary>Keeps the bytes; the rows are entered by <see cref="Enclose"/>. Nothing is kept once something is wrong with the form.</summary>
    /// <param name="before">The order to which they are added; null for a new one.</param>
    public async Task<IReadOnlyList<ReceivedFile>> Receive(IFormCollection form, WorkOrder? before, OrderLimits limits, FormErrors errors, CancellationToken ct)
    {
        var (files, most) = (form.Files.GetFiles(Field).Where(f => f.FileName.Length > 0).ToList(), limits[OrderLimitCode.Enclosures]);
        var there = before?.Files.Count(x => x.FromCaller) ?? 0;
        if (there + files.Count > most)
        {
            errors.Add(Field, there > 0 ? $"一件工单最多 {most} 个附件，前面已经有 {there} 个。" : $"最多 {most} 个，现有 {files.Count} 个，请挑选后重新上传。");
        }

        var kept = new List<ReceivedFile>();
        foreach (var file in errors.Count > 0 ? [] : files)
        {
            if (await keeping.Receive(file, Field, FileKeeping.Papers, errors, ct) is { } received)
            {
                kept.Add(received);
            }
        }

        return kept;
    }

    public void Enclose(IReadOnlyList<ReceivedFile> kept, WorkOrder o, OrderAct by)
    {
        foreach (var file in kept)
        {
            o.Enclose(new OrderFile { Id = by.NewId(), FileId = keeping.Enter(file, o, by), Name = file.Name, ByName = "诉求人", At = by.Act.Now, FromCaller = true }, by.Limits[OrderLimitCode.Enclosures]);
        }
    }

    /// <summary>A face, a voice or a letter tells who speaks: under secrecy only for who may ask for the caller, and never for whom it speaks of.</summary>
    public static bool ShownTo(Visitor visitor, WorkOrder o, PermissionTable table) =>
        !(o.ReportedUnit is { } reported && reported == visitor.Actor.Unit) && (!o.Secret || ShowRequester.Sees(o, visitor, table));
}
