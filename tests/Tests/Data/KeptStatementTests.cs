using Microsoft.EntityFrameworkCore;
using Yimen.Organization.Contracts;
using Yimen.Tests.World;

namespace Yimen.Tests.Data;

/// <summary>What is prepared once and used again answers as if it were new.</summary>
public sealed class KeptStatementTests(Town town) : IClassFixture<Town>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public Task The_same_statement_answers_each_time_by_its_own_values() => town.Rows(async db =>
    {
        var names = await db.UnitRefs.OrderBy(u => u.Name).Select(u => u.Name).ToListAsync(Ct);
        Assert.True(names.Count > 2);
        foreach (var name in names.Concat(names))
        {
            Assert.Equal([name], await db.UnitRefs.Where(u => u.Name == name).Select(u => u.Name).ToListAsync(Ct));
        }

        return true;
    });

    [Fact]
    public Task It_is_asked_again_while_its_answer_is_still_being_read() => town.Rows(async db =>
    {
        Assert.SkipUnless(town.Database is null, "PostgreSQL's protocol has one answer at a time.");
        var (all, met) = (await Names().ToListAsync(Ct), new List<string>());
        await foreach (var name in Names().AsAsyncEnumerable())
        {
            met.Add(name);
            Assert.Equal(all, await Names().ToListAsync(Ct));
        }

        Assert.Equal(all, met);
        return true;

        IQueryable<string> Names() => db.UnitRefs.OrderBy(u => u.Name).Select(u => u.Name);
    });

    [Fact]
    public Task A_statement_that_failed_works_the_next_time() => town.Rows(async db =>
    {
        for (var round = 0; round < 3; round++)
        {
            await Assert.ThrowsAnyAsync<Exception>(() => Divided(0));
            Assert.Equal([2], await Divided(1));
        }

        return true;

        // PostgreSQL refuses to divide by nothing, SQLite to take the sign off its least number
        Task<List<int>> Divided(int by) => db.Database.SqlQueryRaw<int>(town.Database is null
            ? "SELECT CASE WHEN {0} = 0 THEN abs(-9223372036854775807 - 1) ELSE 2 / {0} END AS \"Value\""
            : "SELECT 2 / {0} AS \"Value\"", by).ToListAsync(Ct);
    });
}
