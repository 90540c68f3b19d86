using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yimen.Hotline.Contracts;
using Yimen.Hotline.Coordination;
using Yimen.Hotline.Dispatches;
using Yimen.Hotline.Extensions;
using Yimen.Hotline.Files;
using Yimen.Hotline.Limits;
using Yimen.Hotline.Open311;
using Yimen.Hotline.Reminders;
using Yimen.Hotline.Replies;
using Yimen.Hotline.Returns;
using Yimen.Hotline.Reviews;
using Yimen.Hotline.Suspensions;
using Yimen.Hotline.Villages;
using Yimen.Hotline.Visits;
using Yimen.Platform.Journal;

namespace Yimen.Hotline;

internal static class OrderMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<WorkOrder>(e =>
        {
            e.ToTable("hotline_order");
            e.Property(o => o.Id).ValueGeneratedNever();
            e.Property(o => o.Number).HasMaxLength(20);
            e.Property(o => o.QueryCode).HasMaxLength(6);
            e.Property(o => o.SourceNumber).HasMaxLength(60);
            e.Property(o => o.ContentClass).HasMaxLength(6);
            e.Property(o => o.Title).HasMaxLength(200);
            e.Property(o => o.Address).HasMaxLength(200);
            e.Property(o => o.Topic).HasMaxLength(40);
            e.Property(o => o.Paused).HasMaxLength(200);
            e.Property(o => o.ReviewRole).HasMaxLength(40);
            e.Property(o => o.ArchiveNumber).HasMaxLength(60);
            e.ComplexProperty(o => o.Requester, r => r.Property(x => x.PhoneIndex).HasMaxLength(64));
            e.ComplexProperty(o => o.Terms);
            Ignored(e);
            Rows(e);
            e.HasTrail();
            Indexes(e);
        });
        model.Entity<OrderRef>().HasNoKey().ToView("hotline_order");
        Open311Key.Map(model);
        Open311Request.Map(model);
        ServiceBook.Map(model);
        Tables(model);
    }

    private static void Ignored(EntityTypeBuilder<WorkOrder> e)
    {
        e.Ignore(o => o.NumberWanted).Ignore(o => o.Href).Ignore(o => o.Stops).Ignore(o => o.Displeased);
        e.Ignore(o => o.CurrentDispatch).Ignore(o => o.OpenReturn).Ignore(o => o.OpenCoordination).Ignore(o => o.OpenSuspension).Ignore(o => o.LastReply).Ignore(o => o.Released);
    }

    private static void Rows(EntityTypeBuilder<WorkOrder> e)
    {
        Many(e, o => o.Dispatches, r => r.OrderId, "dispatches");
        Many(e, o => o.Assists, r => r.OrderId, "assists");
        Many(e, o => o.Returns, r => r.OrderId, "returns");
        Many(e, o => o.Suspensions, r => r.OrderId, "suspensions");
        Many(e, o => o.Reminders, r => r.OrderId, "reminders");
        Many(e, o => o.Replies, r => r.OrderId, "replies");
        Many(e, o => o.Reviews, r => r.OrderId, "reviews");
        Many(e, o => o.Visits, r => r.OrderId, "visits");
        Many(e, o => o.Closures, r => r.OrderId, "closures");
        Many(e, o => o.Rehandled, r => r.OrderId, "rehandled");
        Many(e, o => o.Coordinations, r => r.OrderId, "coordinations");
        Many(e, o => o.Duties, r => r.OrderId, "duties");
        Many(e, o => o.Errands, r => r.OrderId, "errands");
        Many(e, o => o.Supplements, r => r.OrderId, "supplements");
        Many(e, o => o.Files, r => r.OrderId, "files");
        e.HasOne(o => o.Extension).WithOne().HasForeignKey<OrderExtension>(x => x.OrderId);
    }

    private static void Many<T>(EntityTypeBuilder<WorkOrder> e, System.Linq.Expressions.Expression<Func<WorkOrder, IEnumerable<T>?>> rows, System.Linq.Expressions.Expression<Func<T, object?>> key, string field)
        where T : class
    {
        e.HasMany(rows).WithOne().HasForeignKey(key);
        e.Navigation(System.Linq.Expressions.Expression.Lambda<Func<WorkOrder, IEnumerable<T>?>>(rows.Body, rows.Parameters)).HasField(field);
    }

    private static void Indexes(EntityTypeBuilder<WorkOrder> e)
    {
        e.HasIndex(o => o.Number);
        // what the city sends twice is one order
        e.HasIndex(o => o.SourceNumber).IsUnique();
        e.HasIndex(o => new { o.Unit, o.State, o.ReceivedAt });
        e.HasIndex(o => new { o.State, o.Due });
        e.HasIndex(o => o.ReceivedAt);
        e.HasIndex(o => new { o.ReceivedOn, o.Number, o.Type, o.Source });
        e.HasIndex(o => new { o.ContentClass, o.ReceivedOn });
        e.HasIndex(o => new { o.AccountId, o.ReceivedAt });
        e.HasIndex(o => o.MasterId);
    }

    private static void Tables(ModelBuilder model)
    {
        model.Entity<OrderDispatch>(e =>
        {
            e.ToTable("hotline_dispatch").Ignore(d => d.InTime);
            e.HasIndex(d => new { d.OrderId, d.On });
            e.HasIndex(d => new { d.On, d.Unit });
        });
        model.Entity<OrderAssist>().ToTable("hotline_assist").HasIndex(a => a.Unit);
        model.Entity<OrderErrand>().ToTable("hotline_errand").Ignore(e => e.IsOpen);
        model.Entity<OrderReturn>(e =>
        {
            e.ToTable("hotline_return").Ignore(r => r.IsOpen).Property(r => r.Id).ValueGeneratedNever();
            e.HasIndex(r => new { r.On, r.Unit });
        });
        model.Entity<OrderExtension>(e =>
        {
            e.ToTable("hotline_extension").Ignore(x => x.IsOpen);
            e.HasKey(x => x.OrderId);
        });
        model.Entity<OrderSuspension>().ToTable("hotline_suspension");
        model.Entity<OrderReminder>().ToTable("hotline_reminder").HasIndex(r => r.On);
        model.Entity<OrderReply>().ToTable("hotline_reply").Property(r => r.Id).ValueGeneratedNever();
        model.Entity<OrderReview>().ToTable("hotline_review");
        model.Entity<OrderVisit>().ToTable("hotline_visit").HasIndex(v => v.On);
        model.Entity<OrderClosure>().ToTable("hotline_closure").HasIndex(c => new { c.On, c.Unit });
        model.Entity<OrderRehandling>().ToTable("hotline_rehandling").HasIndex(r => r.On);
        model.Entity<OrderCoordination>(e => e.ToTable("hotline_coordination").Ignore(c => c.IsOpen).Property(c => c.Id).ValueGeneratedNever());
        model.Entity<CoordinationDuty>().ToTable("hotline_coordination_duty").Ignore(d => d.IsOpen).HasIndex(d => d.Unit);
        model.Entity<OrderSupplement>().ToTable("hotline_supplement").HasIndex(s => s.SourceKey);
        model.Entity<OrderFile>().ToTable("hotline_file").Property(p => p.Id).ValueGeneratedNever();
    }
}
