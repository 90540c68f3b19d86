using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Yimen.Cases.Hearings;

internal static class HearingMapping
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Map(ModelBuilder model)
    {
        model.Entity<Case>(e => e.HasOne(c => c.Hearing).WithOne().HasForeignKey<CaseHearing>(h => h.CaseId));
        model.Entity<CaseHearing>(e =>
        {
            e.ToTable("cases_hearing");
            e.HasKey(h => h.CaseId);
            e.Property(h => h.Why).HasMaxLength(500);
            e.Property(h => h.Parties).HasConversion(
                parties => JsonSerializer.Serialize(parties, Options),
                text => JsonSerializer.Deserialize<List<HearingParty>>(text, Options)!,
                new ValueComparer<IReadOnlyList<HearingParty>>((a, b) => a!.SequenceEqual(b!), p => p.Count, p => p));
            e.Property(h => h.RequestedBy).HasMaxLength(50);
            e.Property(h => h.Statement).HasMaxLength(2000);
            e.Property(h => h.Place).HasMaxLength(100);
            e.Property(h => h.Attended).HasMaxLength(500);
            e.Property(h => h.Record).HasMaxLength(20_000);
            e.Ignore(h => h.Stage).Ignore(h => h.PartyNames);
        });
    }
}
