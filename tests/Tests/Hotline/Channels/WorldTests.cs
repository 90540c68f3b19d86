using Microsoft.EntityFrameworkCore;
using Yimen.Hotline;
using Yimen.Hotline.Channels;
using Yimen.Hotline.Contracts;
using Yimen.Platform.Delivery;
using Yimen.Tests.World;

namespace Yimen.Tests.Hotline.Channels;

/// <summary>The demo world's member units can be reached, and its urgent orders show how.</summary>
[Collection(nameof(Lechang))]
public sealed class WorldTests(Lechang lechang)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_of_the_83_has_three_people_with_channels_that_reach_nobody_outside()
    {
        var books = await lechang.Rows(db => db.ContactBooks.AsNoTracking().ToListAsync(Ct));
        var apps = await lechang.Rows(db => db.WeComApps.AsNoTracking().ToListAsync(Ct));

        Assert.Equal(83, books.Count);
        Assert.All(books, b => Assert.Equal(Enum.GetValues<ContactPost>(), b.People.Select(p => p.Post).Order()));
        Assert.All(books, b => Assert.Equal(3, b.People.Select(p => p.AccountId).Distinct().Count()));
        Assert.All(books, b => Assert.All(Enum.GetValues<ContactPost>(), post => Assert.NotEmpty(b.Of(post))));
        Assert.InRange(apps.Count, 50, 60);
        Assert.All(apps, a => Assert.EndsWith(".example", a.BaseUrl));
    }

    [Fact]
    public async Task Every_urgent_order_that_was_dispatched_shows_its_attempts_and_one_waits_for_the_office()
    {
        var contacts = await lechang.Rows(db => db.UrgentContacts.AsNoTracking().ToListAsync(Ct));
        var urgent = await lechang.Rows(db => db.Orders.CountAsync(o => o.Urgency != Urgency.Ordinary && o.Unit != null && o.Dispatches.Any(), Ct));

        Assert.Equal(urgent, contacts.Count);
        Assert.All(contacts, c => Assert.NotEmpty(c.Attempts));
        Assert.Superset(new HashSet<UrgentState> { UrgentState.Acknowledged, UrgentState.Unanswered, UrgentState.Calling }, contacts.Select(c => c.State).ToHashSet());
        Assert.True(contacts.SelectMany(c => c.Attempts).Select(a => a.Result).Distinct().Count() >= 4);
        Assert.All(contacts.Where(c => c.IsOpen), c => Assert.True(lechang.Rows(db => db.Orders.AnyAsync(o => o.Id == c.OrderId && o.State == OrderState.Dispatched, Ct)).GetAwaiter().GetResult()));
        Assert.All(contacts.Where(c => c.State == UrgentState.Acknowledged), c => Assert.Null(c.OpenAttempt));
        var away = Assert.Single(contacts, c => c.Attempts.Any(a => a.Result == AttemptResult.Away));
        Assert.True(away.State == UrgentState.Calling && away.Attempts.OrderBy(a => a.Sequence).Last().Result != AttemptResult.Away, "nobody stands in");
    }
}
