using CsCheck;
using Yimen.Platform.Data;
using Yimen.Platform.Text;
using Yimen.Tests.World;

namespace Yimen.Tests.Text;

public sealed class TextIndexTests(Town town) : IClassFixture<Town>
{
    // few letters, so that they meet often; a rare character of a name, full-width forms, things that break queries
    private static readonly string[] Letters =
        ["食", "品", "经", "营", "许", "𠮷", "一", "a", "B", "1", "2", "９", "Ｃ", " ", "，", "\"", "*", "'", "(", "-", ":", "\\", "\n"];

    private static readonly Gen<string> Writing = Gen.Int[0, Letters.Length - 1].Array[0, 14].Select(places => string.Concat(places.Select(p => Letters[p])));

    [Fact]
    public async Task Any_text_is_found_by_exactly_the_queries_that_it_holds()
    {
        var round = 0;
        await Gen.Select(Gen.Select(Writing, Writing).Array[1, 12], Writing.Array[1, 12]).SampleAsync(async (texts, queries) =>
        {
            var kind = $"k{Interlocked.Increment(ref round)}";
            await town.Rows(async db =>
            {
                var entries = texts.Select((t, i) => (Id: new Guid(i, 0, 0, new byte[8]), Title: t.Item1, Body: t.Item2)).ToList();
                entries.ForEach(e => TextIndex.Put(db, kind, e.Id, e.Title, e.Body));
                await db.SaveChangesAsync();
                foreach (var query in queries)
                {
                    var found = await TextIndex.Search(db, kind, query, 100);
                    Assert.Equal(
                        entries.Where(e => Oracle.Holds(query, e.Title, e.Body)).Select(e => (e.Id, Oracle.Holds(query, e.Title))).OrderBy(e => e.Id),
                        found.OrderBy(e => e.Id));
                }
                return true;
            });
        }, iter: 60, threads: 1);
    }

    [Fact]
    public async Task The_title_comes_first_and_a_shorter_title_before_a_longer_one()
    {
        var (body, exact, longer) = (new Guid(1, 0, 0, new byte[8]), new Guid(2, 0, 0, new byte[8]), new Guid(3, 0, 0, new byte[8]));
        await Put("order", [(body, "营业执照", "办理前须取得食品经营许可"), (longer, "小餐饮食品经营许可（新办）", ""), (exact, "食品经营许可", "")]);
        Assert.Equal([(exact, true), (longer, true), (body, false)], await Search("order", "食品经营许可"));
    }

    [Fact]
    public async Task A_query_is_split_where_the_script_changes()
    {
        var guide = new Guid(1, 0, 0, new byte[8]);
        await Put("mixed", [(guide, "办事指南第199号", "电话 0751-5550000")]);
        Assert.Single(await Search("mixed", "办事指南199"));
        Assert.Single(await Search("mixed", "指南 ０７５１"));
        Assert.Empty(await Search("mixed", "指南 751"));
    }

    [Fact]
    public async Task What_was_replaced_or_taken_out_is_not_found_any_more()
    {
        var id = new Guid(1, 0, 0, new byte[8]);
        await Put("change", [(id, "户口迁移", "")]);
        await Put("change", [(id, "户口登记", "")]);
        Assert.Empty(await Search("change", "迁移"));
        Assert.Single(await Search("change", "登记"));
        await town.Rows(async db =>
        {
            TextIndex.Remove(db, "change", id);
            return await db.SaveChangesAsync();
        });
        Assert.Empty(await Search("change", "登记"));
    }

    [Fact]
    public async Task A_text_whose_change_is_rolled_back_is_not_in_the_index()
    {
        await town.Rows(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            TextIndex.Put(db, "undone", new Guid(1, 0, 0, new byte[8]), "残疾人证办理", "");
            await db.SaveChangesAsync();
            await transaction.RollbackAsync();
            return true;
        });
        Assert.Empty(await Search("undone", "残疾人证"));
    }

    [Fact]
    public async Task A_text_of_endless_repetition_is_taken_and_found()
    {
        await Put("long", [(new Guid(1, 0, 0, new byte[8]), "长文", string.Concat(Enumerable.Repeat("经营食品", 5000)))]);
        Assert.Single(await Search("long", "营食品"));
        Assert.Empty(await Search("long", "品品"));
    }

    [Fact]
    public async Task A_query_of_signs_or_of_endless_words_finds_nothing_and_does_no_harm()
    {
        await Put("signs", [(new Guid(1, 0, 0, new byte[8]), "食品", "")]);
        Assert.Empty(await Search("signs", "\"*'():&|!<->"));
        Assert.Empty(await Search("signs", string.Join(' ', Enumerable.Repeat("无", 4000))));
    }

    private Task<bool> Put(string kind, (Guid Id, string Title, string Body)[] texts) => town.Rows(async db =>
    {
        Array.ForEach(texts, t => TextIndex.Put(db, kind, t.Id, t.Title, t.Body));
        await db.SaveChangesAsync();
        return true;
    });

    private Task<IReadOnlyList<(Guid Id, bool TitleHit)>> Search(string kind, string query) => town.Rows((AppDb db) => TextIndex.Search(db, kind, query, 20));
}
