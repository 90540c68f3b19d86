using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Organization.Contracts;
using Yimen.Platform.Counties;
using Yimen.Platform.Data;
using Yimen.Platform.Delivery;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Ui;

namespace Yimen.Hotline.Channels;

/// <summary>Keeps one unit's book, by the hotline office or by the unit itself: people, channels and their order, tests, the application.</summary>
internal static class KeepContacts
{
    private const string Book = ListContacts.Here + "/{unit}";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost(Book + "/people", (HttpContext http, string unit, IFormCollection form, Keeping keeping, CancellationToken ct) => keeping.Appoint(http, unit, ct)).RequirePermission(ChannelPermissions.Keep);
        app.MapPost(Book + "/channels", (HttpContext http, string unit, IFormCollection form, Keeping keeping, CancellationToken ct) => keeping.SetChannel(http, unit, ct)).RequirePermission(ChannelPermissions.Keep);
        app.MapPost(Book + "/order", (HttpContext http, string unit, IFormCollection form, Keeping keeping, CancellationToken ct) => keeping.Step(http, unit, ct)).RequirePermission(ChannelPermissions.Keep);
        app.MapPost(Book + "/app", (HttpContext http, string unit, IFormCollection form, Keeping keeping, CancellationToken ct) => keeping.SetApp(http, unit, ct)).RequirePermission(ChannelPermissions.Keep);
    }

    internal sealed class Keeping(AppDb db, Writer writer, IdSource ids, CountyScope scope, Outbox outbox, UnitContacts.Reading reading)
    {
        public async Task<IResult> Appoint(HttpContext http, string code, CancellationToken ct)
        {
            var (unit, post, errors) = (await reading.Find(http, code, ChannelPermissions.Keep, ct), PostOf(http), new FormErrors());
            var wanted = (await reading.Accounts(unit.Id, ct)).FirstOrDefault(a => a.Value == http.Request.Text("account", 40));
            if (wanted is null)
            {
                errors.Add("account", "请选择本单位的在用账号。");
                return await Again(http, unit, $"person-{post}", errors, ct);
            }

            var name = wanted.Label.Split('（')[0];
            return await Change(http, unit, $"person-{post}", "account", (book, act) => { book.Appoint(post, Guid.Parse(wanted.Value), name, act); return Task.CompletedTask; }, $"{Label.Of(post)}是{name}。", ct);
        }

        public async Task<IResult> SetChannel(HttpContext http, string code, CancellationToken ct)
        {
            var (unit, post, errors) = (await reading.Find(http, code, ChannelPermissions.Keep, ct), PostOf(http), new FormErrors());
            var (way, address) = (Enum.TryParse<ContactWay>(http.Request.Text("way", 20), out var w) && w is ContactWay.WeCom or ContactWay.Sms or ContactWay.Phone ? w : (ContactWay?)null, http.Request.Text("address", 200));
            if (way is null)
            {
                errors.Add("way", "请选择渠道。");
            }
            else if (ContactAddress.Fault(way.Value, address) is { } fault)
            {
                errors.Add("address", fault);
            }

            return errors.Count > 0 ? await Again(http, unit, $"channel-{post}", errors, ct)
                : await Change(http, unit, $"channel-{post}", "way", (book, act) => { book.SetChannel(post, way!.Value, scope.County.Keys.Seal(address), ContactAddress.Masked(way.Value, address), act); return Task.CompletedTask; },
                    $"已设定{Label.Of(post)}的{Label.Of(way!.Value)}。", ct);
        }

        /// <summary>One press of a button beside a channel.</summary>
        public async Task<IResult> Step(HttpContext http, string code, CancellationToken ct)
        {
            var (unit, post) = (await reading.Find(http, code, ChannelPermissions.Keep, ct), PostOf(http));
            var way = Enum.TryParse<ContactWay>(http.Request.Text("way", 20), out var w) && Enum.IsDefined(w) ? w : throw new NotThere();
            (Func<ContactBook, Act, Task> Do, string Done) step = http.Request.Text("verb", 20) switch
            {
                "up" => ((b, a) => Plain(() => b.Rank(post, way, true, a)), "已上移。"),
                "down" => ((b, a) => Plain(() => b.Rank(post, way, false, a)), "已下移。"),
                "on" => ((b, a) => Plain(() => b.Switch(post, way, true, a)), "已启用。"),
                "off" => ((b, a) => Plain(() => b.Switch(post, way, false, a)), "已停用，联络时跳过这个渠道。"),
                "remove" => ((b, a) => Plain(() => b.Remove(post, way, a)), "已删除这个渠道。"),
                "test" => ((b, a) => Test(b, post, way, a, ct), "测试消息已放入待发送，几秒后刷新本页看结果。"),
                _ => throw new NotThere(),
            };
            return await Change(http, unit, "", "", step.Do, step.Done, ct);
        }

        public async Task<IResult> SetApp(HttpContext http, string code, CancellationToken ct)
        {
            var (unit, errors) = (await reading.Find(http, code, ChannelPermissions.Keep, ct), new FormErrors());
            var (url, corp, secret) = (http.Request.Text("baseUrl", 200).TrimEnd('/'), http.Request.Text("corpId", 64), http.Request.Text("secret", 200));
            var known = await db.WeComApps.AsNoTracking().Where(a => a.Unit == unit.Id.Value).Select(a => a.BaseUrl).FirstOrDefaultAsync(ct);
            (string Field, bool Wrong, string Fault)[] rules =
            [
                ("baseUrl", !ContactAddress.IsInterface(url, reading.MayFollow(http)), "接口地址应以 https:// 开头，不带问号以后的部分；部署在本机的前置机可以用 http://127.0.0.1，由热线办填写。"),
                ("corpId", corp.Length < 2 || corp.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not '_' and not '-'), "请填写政务微信管理后台“我的单位”里的企业编号。"),
                // who moves the address elsewhere must know the secret: the kept one is not sent to a new server
                ("secret", secret.Length == 0 && known != url, known is null ? "请填写应用口令（Secret）。" : "更换接口地址时请重新填写应用口令（Secret）。"),
            ];
            foreach (var (field, _, fault) in rules.Where(r => r.Wrong))
            {
                errors.Add(field, fault);
            }

            if (!int.TryParse(http.Request.Text("agentId", 20), NumberStyles.None, CultureInfo.InvariantCulture, out var agent) || agent == 0)
            {
                errors.Add("agentId", "应用编号是数字，如 1000002。");
            }

            return errors.Count > 0 ? await Again(http, unit, "app", errors, ct) : await Change(http, unit, "app", "baseUrl", (book, act) => Take(book, (url, corp, agent, secret), act, ct), "已设定政务微信应用，请用测试消息核对。", ct);
        }

        private async Task Take(ContactBook book, (string Url, string Corp, int Agent, string Secret) typed, Act act, CancellationToken ct)
        {
            var app = await db.WeComApps.FirstOrDefaultAsync(a => a.Unit == book.Unit.Value, ct);
            book.NoteApp((app?.BaseUrl ?? "", typed.Url), typed.Corp, typed.Agent, typed.Secret.Length > 0, act);
            if (app is null)
            {
                db.Add(new WeComApp { Unit = book.Unit.Value, BaseUrl = typed.Url, CorpId = typed.Corp, AgentId = typed.Agent, Secret = scope.County.Keys.Seal(typed.Secret) });
                return;
            }

            (app.BaseUrl, app.CorpId, app.AgentId) = (typed.Url, typed.Corp, typed.Agent);
            app.Secret = typed.Secret.Length > 0 ? scope.County.Keys.Seal(typed.Secret) : app.Secret;
        }

        private async Task Test(ContactBook book, ContactPost post, ContactWay way, Act act, CancellationToken ct)
        {
            var channel = book.Test(post, way, act);
            const string Subject = "联络渠道测试";
            const string Body = "这是热线联络渠道的测试消息，收到即说明渠道可用，不用回复。";
            await outbox.Add(act, (way == ContactWay.WeCom ? Letter.WeCom(book.Unit, channel.Address, Subject, Body) : Letter.Sms(channel.Address, Subject, Body)) with { Matter = book.Ref }, ct);
        }

        private static Task Plain(Action act)
        {
            act();
            return Task.CompletedTask;
        }

        // the book as the form saw it, or the page again with what the rule says at the form that broke it
        private async Task<IResult> Change(HttpContext http, UnitRef unit, string form, string field, Func<ContactBook, Act, Task> change, string done, CancellationToken ct)
        {
            var act = http.Act();
            try
            {
                await writer.Write(act, http.IdempotencyKey, async () =>
                {
                    var book = await db.ContactBooks.FirstOrDefaultAsync(b => b.Unit == unit.Id, ct) ?? db.Add(ContactBook.Of(ids.NewId(act.Now), unit.Id)).Entity;
                    if (http.Request.SeenVersion is { } seen && seen != book.Trail.Count)
                    {
                        throw new DbUpdateConcurrencyException("The book was changed meanwhile.");
                    }

                    await change(book, act);
                    return true;
                }, ct);
            }
            catch (RuleViolation refused) when (form.Length > 0 && refused.Code is "contact-twice" or "contact-nobody")
            {
                db.ChangeTracker.Clear();
                var errors = new FormErrors();
                errors.Add(field, refused.Message);
                return await Again(http, unit, form, errors, ct);
            }

            return Page.Then(http, $"{ListContacts.Here}/{unit.Id}", done);
        }

        private async Task<IResult> Again(HttpContext http, UnitRef unit, string form, FormErrors errors, CancellationToken ct) => Page.Again<UnitContactsPage>(http, await reading.View(http, unit, form, errors, ct));

        private static ContactPost PostOf(HttpContext http) => Enum.TryParse<ContactPost>(http.Request.Text("post", 20), out var post) && Enum.IsDefined(post) ? post : throw new NotThere();
    }
}
