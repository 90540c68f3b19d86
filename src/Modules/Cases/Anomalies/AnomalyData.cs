using Microsoft.EntityFrameworkCore;
using Yimen.Platform.Data;
using Yimen.Platform.Journal;

namespace Yimen.Cases.Anomalies;

internal static class AnomalyData
{
    extension(AppDb db)
    {
        public DbSet<Anomaly> Anomalies => db.Set<Anomaly>();
    }

    public static void Map(ModelBuilder model) => model.Entity<Anomaly>(e =>
    {
        e.ToTable("cases_anomaly");
        e.Property(a => a.Id).ValueGeneratedNever();
        e.Property(a => a.CaseNumber).HasMaxLength(40);
        e.Property(a => a.Detail).HasMaxLength(200);
        e.Property(a => a.Explanation).HasMaxLength(500);
        e.Property(a => a.Judgement).HasMaxLength(500);
        e.Ignore(a => a.Href);
        e.HasTrail();
        // found once by a rule and day
        e.HasIndex(a => new { a.CaseId, a.Rule, a.On }).IsUnique();
        e.HasIndex(a => new { a.State, a.Unit });
        e.HasIndex(a => a.On);
        e.HasIndex(a => a.FoundOn);
    });
}
