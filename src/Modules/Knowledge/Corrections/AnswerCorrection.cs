using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Knowledge.Registry;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Ui;

namespace Yimen.Knowledge.Corrections;

public sealed record CorrectionView(CorrectionRow Row, Guid ArticleId, int VersionNumber, string Reply, string AnsweredBy, long Version, bool MayAnswer, bool MayRevise, CorrectionInput Input, FormErrors Errors)
{
    public required IReadOnlyList<TimelineEntry> Timeline { get; init; }
}

/// <summary>答复纠错 — the owner unit says whether the complaint is right; what is right is then revised.</summary>
internal static class AnswerCorrection
{
    private const string Path = "/desk/knowledge/corrections/{id:guid}";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Path, Show).RequirePermission(Rights.Read);
        app.MapPost(Path, Post).RequirePermission(Rights.Answer);
    }

    private static async Task<IResult> Show(Guid id, HttpContext http, KnowledgeDesk desk, JournalChanges changes, CancellationToken ct) =>
        Page.Of<CorrectionPage>(http, await View(id, http, desk, changes, new(), new(), ct));

    private static async Task<IResult> Post(Guid id, [FromForm] CorrectionInput input, HttpContext http, KnowledgeDesk desk, JournalChanges changes, CancellationToken ct)
    {
        var errors = new FormErrors();
        if (input.Outcome is not ("accept" or "decline"))
        {
            errors.Add("outcome", "请选择是否采纳。");
        }

        if (input.Reply?.Trim() is not { Length: > 0 and <= 1000 })
        {
            errors.Add("reply", "请写明答复，不超过 1000 字。");
        }

        if (errors.Count > 0)
        {
            return Page.Again<CorrectionPage>(http, await View(id, http, desk, changes, input, errors, ct));
        }

        var accepted = input.Outcome == "accept";
        var article = await Handle(http, id, accepted, input.Reply!.Trim(), Words.VersionFrom(input.Version), desk, ct);
        return Page.Then(http, accepted ? $"/desk/knowledge/{article}" : $"/desk/knowledge/corrections/{id}", accepted ? "已采纳，请修订这个条目。" : "已答复。");
    }

    /// <summary>From the page or the API. Answers the entry's id.</summary>
    internal static Task<Guid> Handle(HttpContext http, Guid id, bool accepted, string reply, long? seen, KnowledgeDesk desk, CancellationToken ct)
    {
        var act = http.Act();
        return desk.Write(http, act, async () =>
        {
            var correction = await desk.Db.Set<Correction>().FirstOrDefaultAsync(c => c.Id == id, ct) ?? throw new NotThere();
            if (!http.May(Rights.Answer, correction.Unit))
            {
                throw new NotThere();
            }

            if (seen is { } version && version != correction.Trail.Count)
            {
                throw new DbUpdateConcurrencyException("The correction moved on.");
            }

            correction.Answer(accepted ? CorrectionVerb.Accept : CorrectionVerb.Decline, reply, act);
            return correction.ArticleId;
        }, ct);
    }

    private static async Task<CorrectionView> View(Guid id, HttpContext http, KnowledgeDesk desk, JournalChanges changes, CorrectionInput input, FormErrors errors, CancellationToken ct)
    {
        var c = await desk.Db.Set<Correction>().AsNoTracking().Seen(http).FirstOrDefaultAsync(x => x.Id == id, ct) ?? throw new NotThere();
        var row = new CorrectionRow
        {
            Id = c.Id, Title = c.Title, Text = c.Text, Unit = await desk.NameOf(c.Unit, ct), State = c.State, AskedBy = c.AskedByName, AskedAt = c.AskedAt, Due = c.Due, AnsweredOn = c.AnsweredOn,
        };
        var mayAnswer = c.Can(CorrectionVerb.Accept) && http.May(Rights.Answer, c.Unit);
        return new(row, c.ArticleId, c.VersionNumber, c.Reply, c.AnsweredByName, c.Trail.Count, mayAnswer, c.State == CorrectionState.Accepted && http.May(Rights.Write, c.Unit), input, errors)
        {
            Timeline = await desk.Db.Story(changes, c.Ref, ct),
        };
    }
}
