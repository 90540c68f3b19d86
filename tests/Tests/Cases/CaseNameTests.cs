using System.Net;
using Microsoft.EntityFrameworkCore;
using Yimen.Cases;
using Yimen.Cases.Search;
using Yimen.Platform.Text;
using Yimen.Tests.World;

namespace Yimen.Tests.Cases;

/// <summary>Cases are found by what an applicant's name contains, through an index that cannot be read (ruling 19).</summary>
public sealed class CaseNameTests(Town town) : IClassFixture<Town>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_name_corrected_is_found_by_the_new_one_and_no_longer_by_the_old()
    {
        var id = await town.Receive(TownCatalogue.Food);
        Assert.Contains(id, await Indexed("演示"));

        await town.Rows(async db =>
        {
            var c = await db.Cases.FirstAsync(x => x.Id == id, Ct);
            db.Entry(c).ComplexProperty(x => x.Applicant).Property(a => a.Name).CurrentValue = "更正之后";
            await db.SaveChangesAsync(Ct);
            return true;
        });

        Assert.DoesNotContain(id, await Indexed("演示"));
        Assert.Contains(id, await Indexed("更正之后"));
        Assert.Contains($"/desk/cases/{id}", await List("正之"), StringComparison.Ordinal);
        Assert.DoesNotContain($"/desk/cases/{id}", await List("之正"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_single_character_and_an_item_s_words_find_as_well()
    {
        var id = await town.Receive(TownCatalogue.Food);
        Assert.Contains($"/desk/cases/{id}", await List("演"), StringComparison.Ordinal);
        Assert.Contains($"/desk/cases/{id}", await List("食品"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_name_of_the_town_stands_in_the_index()
    {
        await town.Receive(TownCatalogue.Food);
        var names = await town.Rows(db => db.Cases.Where(c => c.Applicant.Name.Length > 1).Select(c => new { c.Id, c.Applicant.Name }).ToListAsync(Ct));
        Assert.NotEmpty(names);
        foreach (var name in names.DistinctBy(n => n.Name))
        {
            Assert.Equal(names.Where(n => n.Name.Contains(name.Name, StringComparison.Ordinal)).Select(n => n.Id).Order(), (await Indexed(name.Name)).Order());
        }
    }

    private Task<List<Guid>> Indexed(string name) => town.Rows(db => SealedText.Hits(db, db.Keys!, CaseNames.TextKind, name)!.Select(h => h.Id).ToListAsync(Ct));

    private async Task<string> List(string words)
    {
        var answer = await (await town.SignedIn("market-approver")).GetAsync($"/desk/cases?q={Uri.EscapeDataString(words)}&size=100", Ct);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Ct);
    }
}
