using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Platform.Journal;
using Yimen.Tests.World;

namespace Yimen.Tests.Journal;

public sealed class SealTests
{
    private static readonly DateOnly Monday = new(2020, 11, 2);

    [Fact]
    public async Task A_day_is_sealed_once_over_all_matters_and_the_next_day_goes_on_from_there()
    {
        await using var town = await New();
        var (first, again) = (await town.Sealed(Monday), await town.Sealed(Monday));
        Assert.NotNull(first);
        Assert.Null(again);
        Assert.Equal(await town.Rows(db => db.Set<JournalEntry>().LongCountAsync()), first.Count);
        await town.Written("tuesday", 3);
        var second = await town.Sealed(Monday.AddDays(1));
        Assert.Equal((3, first.Last + 1, first.Hash), (second!.Count, second.First, second.Previous));
        var empty = await town.Sealed(Monday.AddDays(2));
        Assert.Equal((0, second.Last), (empty!.Count, empty.Last));
        Assert.Empty((await town.Examined()).Findings);
        Assert.Contains(first.Hash, await File.ReadAllTextAsync(Path.Combine(town.Folder(), "seals", "2020-11-02.txt"), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("UPDATE journal_seal SET count = count + 1 WHERE day = '2020-11-02'")]
    [InlineData("UPDATE journal_seal SET hash = 'ab' WHERE day = '2020-11-02'")]
    [InlineData("DELETE FROM journal_seal WHERE day = '2020-11-02'")]
    [InlineData("DELETE FROM journal_seal WHERE day = '2020-11-03'")]
    public async Task A_seal_that_was_touched_does_not_match(string meddling)
    {
        await using var town = await New();
        await town.Sealed(Monday);
        await town.Written("more", 2);
        await town.Sealed(Monday.AddDays(1));
        Assert.Equal(1, await town.Rows(db => db.Database.ExecuteSqlRawAsync(meddling)));
        Assert.Contains((await town.Examined()).Findings, f => f.Fault == JournalFault.Seal);
    }

    [Fact]
    public async Task Entries_deleted_with_their_whole_matter_break_the_seal()
    {
        await using var town = await New();
        var matter = await town.Written("gone", 3);
        await town.Sealed(Monday);
        await town.Meddle(matter, "DELETE FROM journal_entry WHERE {m}", "DELETE FROM account WHERE id = {0}");
        var finding = Assert.Single((await town.Examined()).Findings);
        Assert.Equal((JournalFault.Seal, Monday), (finding.Fault, finding.Day));
    }

    [Fact]
    public async Task A_matter_deleted_under_its_journal_is_missed()
    {
        await using var town = await New();
        var matter = await town.Written("orphan", 2);
        await town.Meddle(matter, "DELETE FROM account WHERE id = {0}");
        Assert.Equal(JournalFault.Removed, (await town.FindingOn(matter))?.Fault);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_file_outside_the_database_is_held_against_the_row(bool lost)
    {
        await using var town = await New();
        await town.Sealed(Monday);
        var file = Path.Combine(town.Folder(), "seals", "2020-11-02.txt");
        if (lost)
        {
            File.Delete(file);
        }
        else
        {
            await File.AppendAllTextAsync(file, " ", TestContext.Current.CancellationToken);
        }
        Assert.Contains("2020-11-02.txt", Assert.Single((await town.Examined()).Findings).Message);
    }

    [Fact]
    public async Task Erasing_a_matters_data_key_leaves_the_chain_and_the_seal_whole()
    {
        await using var town = await New();
        var matter = await town.Written("erased", 1);
        await town.Noted(matter, "更正", new Change("手机号", "13800138000", "13800138009", Personal: true));
        await town.Sealed(Monday);
        await town.Meddle(matter, "DELETE FROM journal_key WHERE {m}");
        Assert.Empty((await town.Examined()).Findings);
    }

    private static async Task<Town> New()
    {
        var town = new Town();
        await town.InitializeAsync();
        return town;
    }
}
