using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Hotline.Contracts;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Sheets;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Import;

/// <summary>批量导入工单 — the reception's book and a day's letters by workbook; every row goes through the same intake as the form.</summary>
internal static class OrderImport
{
    public static readonly ImportDoor Door = new("orders", "工单", "/desk/orders/imports", OrderPermissions.Record)
    {
        Lead = "导入的工单和窗口登记的一样，到派单台待派单。来源填来访、来信或上级转办。",
        Then = ("去派单台", Dispatches.DispatchQueue.Here),
        Columns =
        [
            new("来源", "source", "来信"), new("诉求类型", "type", "求助"), new("紧急程度", "urgency", "一般"), new("标题", "title", "路灯不亮"), new("内容", "content", "虚构路三号门前的路灯连续三晚不亮，请派人修理。"),
            new("诉求", "appeal", "修好路灯"), new("镇街", "area", "乐城街道"), new("地址", "address", "虚构路3号"), new("姓名", "name", "演示甲"), new("电话", "phone", "13800000001"),
            new("性别", "sex", ""), new("回拨电话", "callback", ""), new("身份证号码", "idNumber", ""), new("匿名", "anonymous", "否"), new("保密", "secret", "否"), new("被反映单位", "reported", ""),
        ],
        Read = Read,
    };

    private static async Task<ImportReading> Read(HttpContext http, IReadOnlyList<ImportLine> lines, CancellationToken ct)
    {
        var services = http.RequestServices;
        var (intake, db, by) = (services.GetRequiredService<OrderIntake>(), services.GetRequiredService<AppDb>(), await services.GetRequiredService<OrderDesk>().ActBy(http.Act(), ct));
        var names = new Names(
            (await db.DivisionRefs.AsNoTracking().Where(d => d.Level == 5).ToListAsync(ct)).ToLookup(d => d.Name, d => d.Code.Value),
            (await db.UnitRefs.AsNoTracking().Where(u => !u.Closed).ToListAsync(ct)).ToLookup(u => u.ShortName, u => u.Id.Value));
        var (drafts, faults, seen) = (new List<OrderDraft>(), new List<LineFault>(), new HashSet<(string, string)>());
        foreach (var line in lines)
        {
            var errors = new FormErrors();
            var source = Labelled<OrderSource>(line["source"]);
            if (source is not { } known || !RecordOrder.ByHand.Contains(known))
            {
                errors.Add("source", "来源填来访、来信或者上级转办。");
            }

            if (line["urgency"].Length > 0 && Labelled<Urgency>(line["urgency"]) is null)
            {
                errors.Add("urgency", "紧急程度填一般、紧急或者特急，不填即为一般。");
            }

            if (await intake.Read(names.Input(line), source ?? OrderSource.WalkIn, doorkeeper: false, by.Act.Today, errors, ct) is { } draft)
            {
                drafts.Add(draft);
            }

            faults.AddRange(errors.Select(e => new LineFault(line.Number, e.Field, line[e.Field].Length == 0 ? "required" : "not-accepted", e.Message)));
            faults.AddRange(seen.Add((line["phone"] + line["name"], line["content"])) ? [] : [new LineFault(line.Number, "content", "duplicate", "文件中有同一个人的同样内容。")]);
        }

        return new(faults, _ => drafts.ForEach(d => intake.Add(d, by)));
    }

    private static T? Labelled<T>(string words)
        where T : struct, Enum => Enum.GetValues<T>().Where(v => Label.Of(v) == words).Select(v => (T?)v).FirstOrDefault();

    // people write names where a form posts codes; of a name that two bear none is meant
    private sealed record Names(ILookup<string, string> Towns, ILookup<string, string> Units)
    {
        public OrderInput Input(ImportLine line) => new()
        {
            Type = Labelled<OrderType>(line["type"]).ToString() ?? "", Urgency = Labelled<Urgency>(line["urgency"]).ToString() ?? "", Title = line["title"], Content = line["content"], Appeal = line["appeal"],
            Area = One(Towns, line["area"]), Address = line["address"], Name = line["name"], Phone = line["phone"],
            Sex = Labelled<Sex>(line["sex"])?.ToString() ?? "", Callback = line["callback"], IdNumber = line["idNumber"],
            Anonymous = line["anonymous"] == "是" ? "true" : "", Secret = line["secret"] == "是" ? "true" : "", Reported = One(Units, line["reported"]),
        };

        private static string One(ILookup<string, string> codes, string name) => codes[name].Take(2).ToList() is [var code] ? code : name;
    }
}
