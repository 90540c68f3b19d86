using Microsoft.EntityFrameworkCore;
using Yimen.Platform.Data;
using Yimen.Platform.Journal;

namespace Yimen.Hotline.Channels;

internal static class ContactMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<ContactBook>(e =>
        {
            e.ToTable("hotline_contact_book");
            e.Property(b => b.Id).ValueGeneratedNever();
            e.HasMany(b => b.People).WithOne().HasForeignKey(p => p.BookId);
            e.HasMany(b => b.Channels).WithOne().HasForeignKey(c => c.BookId);
            e.Navigation(b => b.People).HasField("people").AutoInclude();
            e.Navigation(b => b.Channels).HasField("channels").AutoInclude();
            e.HasTrail();
            // one book a unit, whoever opens it first
            e.HasIndex(b => b.Unit).IsUnique();
        });
        model.Entity<ContactPerson>(e =>
        {
            e.ToTable("hotline_contact_person").HasKey(p => new { p.BookId, p.Post });
            e.Property(p => p.Name).HasMaxLength(60);
        });
        model.Entity<ContactChannel>(e => e.ToTable("hotline_contact_channel").HasKey(c => new { c.BookId, c.Post, c.Way }));
        model.Entity<UrgentContact>(e =>
        {
            e.ToTable("hotline_urgent_contact").Ignore(c => c.IsOpen).Ignore(c => c.OpenAttempt);
            e.Property(c => c.Id).ValueGeneratedNever();
            e.Property(c => c.OrderNumber).HasMaxLength(20);
            e.Property(c => c.What).HasMaxLength(100);
            e.Property(c => c.EndedHow).HasMaxLength(200);
            e.HasMany(c => c.Attempts).WithOne().HasForeignKey(a => a.ContactId);
            e.Navigation(c => c.Attempts).HasField("attempts").AutoInclude();
            e.HasTrail();
            e.HasIndex(c => new { c.OrderId, c.BeganAt });
            e.HasIndex(c => new { c.State, c.BeganAt });
        });
        model.Entity<ContactAttempt>(e =>
        {
            e.ToTable("hotline_contact_attempt").Ignore(a => a.IsOpen);
            e.Property(a => a.Person).HasMaxLength(60);
            e.Property(a => a.Words).HasMaxLength(500);
        });
    }
}

internal static class ContactsData
{
    extension(AppDb db)
    {
        public IQueryable<ContactBook> ContactBooks => db.Set<ContactBook>().AsSplitQuery();

        public DbSet<UrgentContact> UrgentContacts => db.Set<UrgentContact>();

        /// <summary>The urgent contact of an order that is not over yet; null when there is none.</summary>
        public Task<UrgentContact?> OpenContactOf(Guid order, CancellationToken ct) =>
            db.UrgentContacts.Where(c => c.OrderId == order && (c.State == UrgentState.Calling || c.State == UrgentState.Unanswered)).OrderByDescending(c => c.BeganAt).FirstOrDefaultAsync(ct);
    }
}
