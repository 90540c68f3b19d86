using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;

namespace Yimen.Cases.Pickup;

/// <summary>窗口领取 — who took the result, how identity was checked, for whom on what basis.</summary>
internal sealed class HandOutFact
{
    public Guid CaseId { get; private init; }

    public required string Name { get; init; }

    /// <summary>Masked.</summary>
    public required string Number { get; init; }

    /// <summary>The card was read; else the number was typed (未读卡).</summary>
    public required bool CardRead { get; init; }

    public required bool IsProxy { get; init; }

    /// <summary>Of a proxy: the mandate on record, or the letter that was seen.</summary>
    public required string Basis { get; init; }

    public required Guid? MandateId { get; init; }

    public required Guid? SignatureId { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>Which way a parcel goes.</summary>
public enum ParcelWay
{
    [Label("寄给申请人")] ToApplicant = 1,
    [Label("申请人寄来")] FromApplicant = 2,
}

/// <summary>快递 — a parcel of the case by EMS.</summary>
internal sealed class Parcel
{
    public Guid Id { get; init; }

    public Guid CaseId { get; private init; }

    public required ParcelWay Way { get; init; }

    /// <summary>快递单号.</summary>
    public required string Number { get; init; }

    public required DateOnly SentOn { get; init; }

    public DateOnly? DeliveredOn { get; set; }
}

internal static class PickupMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Case>(e =>
        {
            e.HasOne(c => c.HandOut).WithOne().HasForeignKey<HandOutFact>(h => h.CaseId);
            e.HasMany(c => c.Parcels).WithOne().HasForeignKey(p => p.CaseId);
            e.Navigation(c => c.Parcels).HasField("parcels");
        });
        model.Entity<HandOutFact>(e =>
        {
            e.ToTable("cases_hand_out");
            e.HasKey(h => h.CaseId);
        });
        model.Entity<Parcel>(e =>
        {
            e.ToTable("cases_parcel");
            e.Property(p => p.Id).ValueGeneratedNever();
            e.Property(p => p.Number).HasMaxLength(30);
        });
    }
}
