using Yimen.Kernel;
using Yimen.Knowledge.Corrections;
using Yimen.Knowledge.Limits;
using Yimen.Knowledge.Use;
using Yimen.Knowledge.Votes;
using Yimen.Platform.Identity;

namespace Yimen.Knowledge.World;

/// <summary>What people did with the entries of a world: read them, found them useful or not, searched in vain, complained. From one fixed seed.</summary>
internal sealed class AskedWorld(AskedFile file, IdSource ids, DateTimeOffset now)
{
    private const int Seed = 12345;
    private const int DaysBack = 30;

    private readonly Random random = new(Seed);
    private readonly DateOnly today = ChinaTime.DateOf(now);

    public IEnumerable<object> Used(IReadOnlyList<Article> inUse)
    {
        foreach (var (article, n) in inUse.Select((a, i) => (a, i)))
        {
            // a few are asked for every day, most now and then
            var days = n % 9 == 0 ? DaysBack : random.Next(0, 8);
            for (var d = 0; d < days; d++)
            {
                yield return new ArticleUse { ArticleId = article.Id, Kind = UseKind.Read, On = today.AddDays(-d), Count = 1 + random.Next(n % 9 == 0 ? 14 : 4) };
            }

            for (var v = random.Next(0, n % 9 == 0 ? 12 : 3); v > 0; v--)
            {
                yield return new ArticleVote { ArticleId = article.Id, VersionNumber = 1, Useful = random.Next(8) != 0, On = today.AddDays(-random.Next(DaysBack)) };
            }
        }
    }

    public IEnumerable<object> Unanswered() => file.Unanswered.Select(u => new UnansweredQuestion { Text = u.Text, On = today.AddDays(-u.DaysAgo), Count = u.Count });

    public IEnumerable<object> Corrections(IReadOnlyDictionary<string, Article> byTitle, KnowledgeLimits limits, LegalClock clock, (Actor Clerk, Func<string, UnitId?, Actor> Who) people)
    {
        foreach (var line in file.Corrections.Where(l => byTitle.TryGetValue(l.Title, out var article) && article.State == Contracts.ArticleState.Live))
        {
            var asked = new Act(line.Public ? Visitor.Nobody.Actor : people.Clerk, At(line.DaysAgo, 10));
            var correction = Correction.Ask(ids.NewId(asked.Now), byTitle[line.Title], line.Text, clock.Due(asked.Today, limits.Days(KnowledgeLimitCode.CorrectionAnswer))!.Value, asked);
            if (line.Answer is { } answer)
            {
                correction.Answer(answer == "accept" ? CorrectionVerb.Accept : CorrectionVerb.Decline, line.Reply!, new(people.Who(Roles.Liaison, correction.Unit), At(line.DaysAgo - 1, 16)));
            }

            yield return correction;
        }
    }

    private DateTimeOffset At(int daysAgo, int hour) => daysAgo <= 0 ? now : ChinaTime.StartOf(today.AddDays(-daysAgo)).AddHours(hour);
}
