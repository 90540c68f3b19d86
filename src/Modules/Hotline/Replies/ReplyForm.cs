using System.Globalization;
using Microsoft.AspNetCore.Http;
using Yimen.Hotline.Contracts;
using Yimen.Kernel;
using Yimen.Platform.Http;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Replies;

/// <summary>答复规范 as a form: each missing part blocks the submission and is named at its field.</summary>
internal static class ReplyForm
{
    private const int LeastWords = 10;
    private const int MostWords = 2000;

    /// <summary>What was typed, without the scan; null with each gap named.</summary>
    public static ReplyDraft? Read(HttpRequest request, DateTimeOffset now, FormErrors errors)
    {
        var contacted = ReadMoment(request, now, errors);
        var way = Enum.TryParse<ContactWay>(request.Form["way"], out var w) && Enum.IsDefined(w) ? w : (ContactWay?)null;
        var outcome = Enum.TryParse<UnitOutcome>(request.Form["outcome"], out var o) && Enum.IsDefined(o) ? o : (UnitOutcome?)null;
        Need(way is not null, "way", "请选择怎样联系诉求人。", errors);
        Need(outcome is not null, "outcome", "请选择承办结果。", errors);
        var (facts, text) = (Words(request, "facts", "调查情况", errors), Words(request, "text", "答复内容", errors));
        var basis = request.Text("basis", 500);
        Need(basis.Length > 1, "basis", "请写明答复的依据：法律法规、政策文件或者职责规定。", errors);
        var (person, phone) = (request.Text("person", 50), request.Text("phone", 20));
        Need(person.Length > 0, "person", "请填写联系人，方便诉求人追问。", errors);
        if (!Phone.TryParse(phone, out var number, out var fault))
        {
            errors.Add("phone", fault);
        }

        return errors.Count > 0 ? null : new(Guid.Empty, contacted!.Value, way!.Value, facts, outcome!.Value, text, basis, person, number.Value, Guid.Empty);
    }

    private static DateTimeOffset? ReadMoment(HttpRequest request, DateTimeOffset now, FormErrors errors)
    {
        var (day, time) = (request.Text("contactedOn", 10), request.Text("contactedAt", 5));
        var hasDay = DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on);
        var hasTime = TimeOnly.TryParseExact(time, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at);
        Need(hasDay, "contactedOn", "请填写哪一天联系的诉求人，如 2020-11-02。", errors);
        Need(hasTime, "contactedAt", "请填写几点联系的，如 09:30。", errors);
        if (!hasDay || !hasTime)
        {
            return null;
        }

        var moment = ChinaTime.StartOf(on).Add(at.ToTimeSpan());
        Need(moment <= now, "contactedOn", "联系诉求人的时间不能晚于现在。", errors);
        return moment;
    }

    private static string Words(HttpRequest request, string field, string name, FormErrors errors)
    {
        var text = request.Text(field, MostWords);
        Need(text.Length >= LeastWords, field, $"请写清{name}，不少于 {LeastWords} 个字。", errors);
        return text;
    }

    private static void Need(bool there, string field, string message, FormErrors errors)
    {
        if (!there)
        {
            errors.Add(field, message);
        }
    }
}
