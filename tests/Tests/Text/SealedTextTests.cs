using Microsoft.EntityFrameworkCore;
using Yimen.Platform.Data;
using Yimen.Platform.Text;
using Yimen.Tests.World;

namespace Yimen.Tests.Text;

/// <summary>Names are found by what they contain, and the index does not tell them.</summary>
public sealed class SealedTextTests(Town town) : IClassFixture<Town>
{
    private static readonly Guid Shop = new(1, 0, 0, new byte[8]);

    [Theory]
    [InlineData("阿明", true)]
    [InlineData("明餐饮", true)]
    [InlineData("餐饮（阿明", true)] // each run is held: whoever asks compares the name
    [InlineData("明阿", false)]
    public async Task A_name_is_found_by_neighbouring_characters(string query, bool found)
    {
        await Put("乐昌市阿明餐饮店");
        Assert.Equal(found, await town.Rows(db => SealedText.Hits(db, db.Keys!, "shop", query)!.AnyAsync(h => h.Id == Shop)));
    }

    [Theory]
    [InlineData("阿")]
    [InlineData("ming")]
    [InlineData("阿明 88")]
    public async Task What_would_need_a_beginning_is_not_answered(string query) =>
        Assert.Null(await town.Rows(db => Task.FromResult(SealedText.Hits(db, db.Keys!, "shop", query))));

    [Fact]
    public async Task The_index_does_not_hold_the_words()
    {
        await Put("乐昌市阿明餐饮店");
        Assert.Empty(await town.Rows(db => TextIndex.Search(db, "shop", "阿明", 5)));
    }

    private Task<bool> Put(string name) => town.Rows(async db =>
    {
        SealedText.Put(db, db.Keys!, "shop", Shop, name);
        await db.SaveChangesAsync();
        return true;
    });
}
