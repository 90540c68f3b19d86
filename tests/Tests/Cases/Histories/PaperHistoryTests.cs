using System.Collections.Concurrent;
using CsCheck;
using Yimen.Cases.Days;
using Place = Yimen.Cases.Handovers.PaperPlace;

namespace Yimen.Tests.Cases.Histories;

/// <summary>Folders that are handed out, signed for, missed, found and given back in any order.</summary>
public sealed class PaperHistoryTests
{
    private static readonly Gen<PaperStep[]> Steps = Gen.Select(Gen.Int[0, 71], Gen.Int[0, 9], Gen.Int[0, 5], Gen.Int[0, 99], (what, folder, batch, dice) => new PaperStep(what, folder, batch, dice)).Array[10, 80];

    [Fact]
    public void What_was_received_is_handed_over_in_the_drawer_or_returned_and_a_shortage_shows()
    {
        var seen = new ConcurrentDictionary<Really, int>();

        Gen.Select(Gen.Int[1, 8], Steps).Sample((folders, steps) =>
        {
            var h = new PaperHistory(folders);
            foreach (var _ in steps.Where(h.Step))
            {
                var day = h.Close();
                Assert.Equal((folders, h.Count(Really.Bag) + h.Count(Really.Unit), h.Count(Really.Drawer), h.Count(Really.Applicant)), (day.Received, day.HandedOver, day.Drawer, day.Returned));
                Assert.Equal(h.Count(Really.Lost), day.Received - day.HandedOver - day.Drawer - day.Returned);
                Assert.Equal(h.Count(Really.Lost) == 0 ? DayState.Closed : DayState.Explained, day.State);
                Assert.All(h.Folders, f => Assert.Equal(Where(f.Really), f.Book));
                h.Folders.ToList().ForEach(f => seen.AddOrUpdate(f.Really, 1, (_, n) => n + 1));
            }
        }, iter: 2000);

        Assert.Equal(Enum.GetValues<Really>(), seen.Keys.Order());
    }

    // what was given back over the counter leaves the book where it was: only 日结 asks for it
    private static Place Where(Really really) => really switch
    {
        Really.Bag => Place.UnderWay,
        Really.Unit => Place.Unit,
        Really.Lost => Place.Missing,
        _ => Place.Counter,
    };
}
