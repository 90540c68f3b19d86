using Yimen.Tests.World;

namespace Yimen.Tests.Cases;

/// <summary>Ruling 38: the number's day is the real one, the legal day of receipt the next working day, and it is said before the submit.</summary>
public sealed class OutOfHoursTests(Town town) : IClassFixture<Town>
{
    [Fact]
    public async Task Filed_on_friday_evening_a_case_is_received_on_monday_and_the_applicant_is_told_before()
    {
        town.Time.Advance(TimeSpan.FromDays(4) + TimeSpan.FromHours(10)); // Friday 6 November 2020, eight in the evening
        var browser = await town.SignedIn("citizen1");
        var before = await Town.PageOf(await browser.GetAsync($"/items/{TownCatalogue.Food}/apply", TestContext.Current.CancellationToken));

        var id = await town.FileOnline(TownCatalogue.Food);

        Assert.Contains("2020年11月9日", before.Body!.TextContent);
        var filed = await town.CaseOf(id);
        Assert.Equal(new DateOnly(2020, 11, 9), filed.ReceivedOn);
        Assert.StartsWith("20201106", filed.Number);
        Assert.Equal(new DateOnly(2020, 11, 6), filed.AskedOn); // a paper that says otherwise would be accepted before it was asked for
    }
}
