using Yimen.Kernel;
using Yimen.Platform.Journal;
using Yimen.Tests.World;

namespace Yimen.Tests.Journal;

/// <summary>What is done to the journal by raw SQL is found and named, on both databases.</summary>
public sealed class TamperingTests(Town town) : IClassFixture<Town>
{
    // a copy of a row under another number; the forger has no key, so its hash cannot be right
    private const string CopyOf2As = """
        INSERT INTO journal_entry (format, kind, matter_id, number, at, actor_id, actor_name, unit, verb, "from", "to", reason, changes, previous, hash)
        SELECT format, kind, matter_id, NUMBER, at, actor_id, '假', unit, verb, "from", "to", reason, changes, previous, hash FROM journal_entry WHERE {m} AND number = 2
        """;

    [Fact]
    public async Task An_untouched_journal_has_no_faults()
    {
        var matter = await town.Written("sound", 5);
        Assert.Null(await town.FindingOn(matter));
        Assert.True((await town.Examined()).Entries >= 5);
    }

    [Theory]
    [InlineData("actor_name = '别人'")]
    [InlineData("reason = NULL")]
    [InlineData("changes = '[]'")]
    [InlineData("verb = '改写'")]
    [InlineData("hash = 'ab'")]
    [InlineData("previous = 'ab'")]
    public async Task An_altered_row_is_named(string change)
    {
        var matter = await town.Written("altered" + change[..3] + change.Length, 5);
        await town.Meddle(matter, $"UPDATE journal_entry SET {change} WHERE {{m}} AND number = 3");
        await Names(matter, JournalFault.Altered, 3);
    }

    [Fact]
    public async Task An_altered_last_row_is_named()
    {
        var matter = await town.Written("altered-last", 3);
        await town.Meddle(matter, "UPDATE journal_entry SET reason = '改' WHERE {m} AND number = 3");
        await Names(matter, JournalFault.Altered, 3);
    }

    [Fact]
    public async Task A_row_deleted_in_the_middle_is_named()
    {
        var matter = await town.Written("middle", 5);
        await town.Meddle(matter, "DELETE FROM journal_entry WHERE {m} AND number = 3");
        await Names(matter, JournalFault.Removed, 3);
    }

    [Fact]
    public async Task A_row_deleted_in_the_middle_is_named_when_the_rest_is_renumbered()
    {
        var matter = await town.Written("closed-up", 5);
        await town.Meddle(matter, "DELETE FROM journal_entry WHERE {m} AND number = 3",
            "UPDATE journal_entry SET number = 3 WHERE {m} AND number = 4", "UPDATE journal_entry SET number = 4 WHERE {m} AND number = 5");
        await Names(matter, JournalFault.Removed, 3);
    }

    [Fact]
    public async Task A_cut_tail_shows_by_the_matters_own_count()
    {
        var matter = await town.Written("tail", 5);
        await town.Meddle(matter, "DELETE FROM journal_entry WHERE {m} AND number >= 4");
        await Names(matter, JournalFault.Removed, 4);
    }

    [Fact]
    public async Task A_cut_tail_shows_even_when_the_count_was_cut_too()
    {
        var matter = await town.Written("tail-and-count", 5);
        await town.Meddle(matter, "DELETE FROM journal_entry WHERE {m} AND number = 5", "UPDATE account SET version = 4 WHERE id = {0}");
        Assert.Equal(JournalFault.Altered, (await town.FindingOn(matter))?.Fault);
    }

    [Fact]
    public async Task A_journal_deleted_wholly_is_missed()
    {
        var matter = await town.Written("all", 2);
        await town.Meddle(matter, "DELETE FROM journal_entry WHERE {m}");
        await Names(matter, JournalFault.Removed, 1);
    }

    [Fact]
    public async Task A_row_inserted_in_the_middle_is_named()
    {
        var matter = await town.Written("inserted", 4);
        await town.Meddle(matter, "UPDATE journal_entry SET number = 5 WHERE {m} AND number = 4", "UPDATE journal_entry SET number = 4 WHERE {m} AND number = 3",
            CopyOf2As.Replace("NUMBER", "3"));
        await Names(matter, JournalFault.Inserted, 3, JournalFault.Removed);
    }

    [Fact]
    public async Task A_row_appended_at_the_end_is_named()
    {
        var matter = await town.Written("appended", 3);
        await town.Meddle(matter, CopyOf2As.Replace("NUMBER", "4"));
        await Names(matter, JournalFault.Inserted, 4);
    }

    [Fact]
    public async Task Two_rows_that_changed_places_are_named()
    {
        var matter = await town.Written("swapped", 5);
        await town.Meddle(matter, "UPDATE journal_entry SET number = 0 WHERE {m} AND number = 3",
            "UPDATE journal_entry SET number = 3 WHERE {m} AND number = 4", "UPDATE journal_entry SET number = 4 WHERE {m} AND number = 0");
        await Names(matter, JournalFault.Swapped, 3);
    }

    private async Task Names(MatterRef matter, JournalFault fault, int number, JournalFault? or = null)
    {
        var finding = await town.FindingOn(matter);
        Assert.NotNull(finding);
        Assert.True(finding.Fault == fault || finding.Fault == or, finding.Message);
        Assert.Equal(number, finding.Number);
        Assert.Contains($"{number}", finding.Message);
    }
}
