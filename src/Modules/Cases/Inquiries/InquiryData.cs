using Microsoft.EntityFrameworkCore;
using Yimen.Platform.Data;
using Yimen.Platform.Figures;
using Yimen.Platform.Journal;

namespace Yimen.Cases.Inquiries;

internal static class InquiryData
{
    public static readonly Figure Asked = Figure.Count("C41", "窗口咨询", "次", "期间内窗口打印一次性告知单答复的咨询次数，按咨询日期计；只问未申请的也计。补打不重复计。", Rows) with
    {
        Group = "办件",
        By = FigureBy.Unit | FigureBy.Window,
    };

    extension(AppDb db)
    {
        public DbSet<Inquiry> Inquiries => db.Set<Inquiry>();
    }

    public static void Map(ModelBuilder model) => model.Entity<Inquiry>(e =>
    {
        e.ToTable("cases_inquiry");
        e.Property(i => i.Id).ValueGeneratedNever();
        e.Property(i => i.Number).HasMaxLength(20);
        e.Property(i => i.Window).HasMaxLength(20);
        e.Property(i => i.PhoneIndex).HasMaxLength(64);
        e.PrimitiveCollection(i => i.Missing);
        e.Ignore(i => i.NumberWanted);
        e.HasTrail();
        e.HasIndex(i => i.Number);
        e.HasIndex(i => new { i.AskedOn, i.Window });
        e.HasIndex(i => i.PhoneIndex);
    });

    private static IQueryable<FigureRow> Rows(AppDb db, FigureScope scope)
    {
        var asked = db.Inquiries.Where(i => i.AskedOn >= scope.From && i.AskedOn < scope.To);
        asked = scope.Unit is { } unit ? asked.Where(i => i.Unit == unit) : asked;
        asked = scope.Window is { } window ? asked.Where(i => i.Window == window) : asked;
        return asked.Select(i => new FigureRow { Key = i.Number, Title = i.ItemName, Detail = i.Number + " " + i.Window, On = i.AskedOn, Href = "/desk/inquiries/" + i.Id });
    }
}
