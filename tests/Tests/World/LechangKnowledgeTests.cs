using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Knowledge;
using Yimen.Knowledge.Contracts;
using Yimen.Knowledge.Editing;

namespace Yimen.Tests.World;

/// <summary>The demo world's knowledge base: written by hand, in every stage, and fit to be looked at.</summary>
[Collection(nameof(Lechang))]
public sealed class LechangKnowledgeTests(Lechang lechang)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Three_hundred_questions_of_thirty_units_have_an_answer_of_some_length_and_no_two_are_the_same()
    {
        var entries = await lechang.Rows(db => (from a in db.Articles.AsNoTracking() join v in db.ArticleVersions on a.Id equals v.ArticleId where v.Number == 1 select new { a.Unit, v.Title, v.Answer, v.Variants, v.LegalBasis }).ToListAsync(Ct));

        Assert.True(entries.Count >= 300, $"{entries.Count}");
        Assert.True(entries.Select(e => e.Unit).Distinct().Count() >= 30);
        Assert.Equal(entries.Count, entries.Select(e => e.Title).Distinct().Count());
        Assert.Equal(entries.Count, entries.Select(e => e.Answer).Distinct().Count());
        Assert.All(entries, e => Assert.True(e.Answer.Length is >= 60 and <= 260, $"{e.Title}: {e.Answer.Length}"));
        Assert.All(entries, e => Assert.InRange(e.Variants.Count, 1, 3));
        Assert.True(entries.Count(e => e.LegalBasis.Length > 0) > entries.Count / 2);
    }

    [Fact]
    public async Task Every_entry_passes_the_rules_that_an_editor_meets()
    {
        var drafts = await lechang.Rows(db => db.ArticlesWhole.AsNoTracking().ToListAsync(Ct));
        var faults = drafts.SelectMany(a => ArticleRules.Check(ArticleInput.Of(a, a.Newest.Draft with { ValidTo = null }, new Dictionary<Guid, LinkedItem>()), new(2020, 1, 1)).Select(f => $"{a.Title}: {f.Message}"));

        Assert.Empty(faults);
    }

    [Fact]
    public async Task Linked_items_are_published_ones_and_there_are_entries_in_every_stage()
    {
        var linked = await lechang.Rows(db => db.Set<ArticleItem>().CountAsync(l => !db.Set<Yimen.Catalog.Contracts.ItemRef>().Any(i => i.Id == l.ItemId && i.Current != null), Ct));
        var states = await lechang.Rows(db => db.Articles.GroupBy(a => a.State).Select(g => g.Key).ToListAsync(Ct));
        var versions = await lechang.Rows(db => db.ArticleVersions.GroupBy(v => v.State).Select(g => g.Key).ToListAsync(Ct));
        var today = ChinaTime.DateOf(TownTime.Start().GetUtcNow());

        Assert.Equal(0, linked);
        Assert.Superset(new HashSet<ArticleState> { ArticleState.New, ArticleState.Live, ArticleState.TakenDown }, states.ToHashSet());
        Assert.Superset(new HashSet<ArticleVersionState> { ArticleVersionState.Editing, ArticleVersionState.UnitReview, ArticleVersionState.HotlineReview, ArticleVersionState.Published }, versions.ToHashSet());
        Assert.True(await lechang.Rows(db => db.Articles.ExpiredOn(today).AnyAsync(Ct)) && await lechang.Rows(db => db.Set<Recheck>().AnyAsync(r => r.ClosedOn == null && r.CalledOn != null && r.Due < today, Ct)));
    }
}
