using Microsoft.EntityFrameworkCore;
using Yimen.Platform.Journal;

namespace Yimen.Cases.Payments;

internal static class PaymentMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<PaymentNotice>(e =>
        {
            e.ToTable("cases_payment");
            e.Property(p => p.Id).ValueGeneratedNever();
            e.Property(p => p.Code).HasMaxLength(12);
            e.Property(p => p.CaseNumber).HasMaxLength(40);
            e.HasTrail();
            e.Ignore(p => p.OwedFen);
            e.HasMany(p => p.Lines).WithOne().HasForeignKey(l => l.PaymentId);
            e.HasMany(p => p.Reductions).WithOne().HasForeignKey(r => r.PaymentId);
            e.HasOne(p => p.Payment).WithOne().HasForeignKey<PaymentFact>(f => f.PaymentId);
            e.Navigation(p => p.Lines).HasField("lines");
            e.Navigation(p => p.Reductions).HasField("reductions");
            e.HasIndex(p => p.Code).IsUnique();
            e.HasIndex(p => p.CaseId);
            e.HasIndex(p => new { p.State, p.IssuedOn });
            e.HasIndex(p => new { p.Unit, p.IssuedOn });
        });
        model.Entity<FeeLine>(e =>
        {
            e.ToTable("cases_payment_line");
            e.Ignore(l => l.OwedFen);
        });
        model.Entity<Reduction>(e =>
        {
            e.ToTable("cases_payment_reduction");
            e.HasIndex(r => r.On);
        });
        model.Entity<PaymentFact>(e =>
        {
            e.ToTable("cases_payment_fact");
            e.HasKey(f => f.PaymentId);
            e.Property(f => f.BillNumber).HasMaxLength(40);
            // a bill pays one notice
            e.HasIndex(f => f.BillNumber).IsUnique();
            e.HasIndex(f => f.PaidOn);
        });
    }
}
