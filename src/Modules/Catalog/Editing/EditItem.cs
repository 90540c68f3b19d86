using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yimen.Catalog.Fields;
using Yimen.Catalog.Forms;
using Yimen.Catalog.Registry;
using Yimen.Kernel;
using Yimen.Platform.Data;
using Yimen.Platform.Http;
using Yimen.Platform.Identity;
using Yimen.Platform.Journal;
using Yimen.Platform.Ui;

namespace Yimen.Catalog.Editing;

/// <summary>编辑 — the unit's editor fills the open version, a section or a group of rows at a time.</summary>
internal static class EditItem
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/desk/items/{id:guid}/edit", (Guid id, HttpContext http) => Page.Then(http, $"/desk/items/{id}/edit/{ItemFields.Basics.Slug}")).RequirePermission(Rights.Edit);
        app.MapGet("/desk/items/{id:guid}/edit/{slug}", Show).RequirePermission(Rights.Edit);
        app.MapPost("/desk/items/{id:guid}/edit/{slug}", Post).RequirePermission(Rights.Edit);
    }

    private static async Task<IResult> Show(Guid id, string slug, HttpContext http, AppDb db, CancellationToken ct)
    {
        var item = await db.Look(http, id, Rights.Edit, ct);
        var form = EditForm.Of(slug, item.Editable().Draft) ?? throw new NotThere();
        return Page.Of<EditPage>(http, await View(db, item, form, ct));
    }

    private static async Task<IResult> Post(Guid id, string slug, HttpContext http, AppDb db, Writer writer, CancellationToken ct)
    {
        var posted = await http.Request.ReadFormAsync(ct);
        var form = EditForm.Of(slug, posted) ?? throw new NotThere();
        var item = await db.Look(http, id, Rights.Edit, ct);
        var seen = Words.VersionFrom(posted["version"]) ?? item.Trail.Count;
        if (form.Rearrange(posted["do"]))
        {
            return Page.Of<EditPage>(http, await View(db, item, form, ct) with { Version = seen });
        }

        form.DropBlankRows();
        var errors = new FormErrors();
        foreach (var fault in form.Faults())
        {
            errors.Add(fault.Field, fault.Message);
        }

        return errors.Count > 0 ? Page.Again<EditPage>(http, await View(db, item, form, ct) with { Version = seen, Errors = errors })
            : seen != item.Trail.Count ? await Conflict(http, db, item, form, ct)
            : await Save(http, db, writer, form, (id, seen, posted["do"].ToString() == "next"), ct);
    }

    private static async Task<IResult> Save(HttpContext http, AppDb db, Writer writer, EditForm form, (Guid Id, long Seen, bool Next) to, CancellationToken ct)
    {
        var act = http.Act();
        try
        {
            await writer.Write(act, async () =>
            {
                var item = await db.Take(http, to.Id, Rights.Edit, to.Seen, ct);
                item.Edit(form.Over(item.Editable().Draft), act);
            }, ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return await Conflict(http, db, await db.Look(http, to.Id, Rights.Edit, ct), form, ct);
        }

        return Page.Then(http, $"/desk/items/{to.Id}/edit/{(to.Next ? After(form.Slug) : form.Slug)}", $"已保存{form.Title}。");
    }

    /// <summary>409 — both versions side by side; what was typed stays in the form, and saving again is a decision.</summary>
    private static async Task<IResult> Conflict(HttpContext http, AppDb db, Item item, EditForm form, CancellationToken ct)
    {
        var last = await db.Set<JournalEntry>().AsNoTracking().Where(j => j.Kind == item.Ref.Kind && j.MatterId == item.Id).OrderByDescending(j => j.Number).FirstAsync(ct);
        var conflict = new ConflictView("事项“" + item.Name + "”", last.ActorName, last.At, form.Against(item.Editable().Draft), $"/desk/items/{item.Id}/edit/{form.Slug}");
        return Page.Of<EditPage>(http, await View(db, item, form, ct) with { Conflict = conflict }, StatusCodes.Status409Conflict);
    }

    private static async Task<EditView> View(AppDb db, Item item, EditForm form, CancellationToken ct) => new(item.Id, item.Editable().Name, form.Slug, form.Title, item.Trail.Count)
    {
        Tabs = Pages(item, form.Slug),
        Sets = form.Views(),
        RowName = form.Group?.RowName,
        Inherited = await ShowItem.Inherited(db, item, ct),
    };

    /// <summary>The pages of the editor, of which <paramref name="slug"/> is open.</summary>
    internal static IReadOnlyList<TabLink> Pages(Item item, string slug) =>
    [
        .. ItemFields.Sections.Select(s => new TabLink(s.Title, $"/desk/items/{item.Id}/edit/{s.Slug}", s.Slug == slug)),
        .. ItemRows.Groups.Select(g => new TabLink(g.Title, $"/desk/items/{item.Id}/edit/{g.Slug}", g.Slug == slug, g.Read(item.Editable().Draft).Count)),
        new TabLink("空白表格和样表", $"/desk/items/{item.Id}/forms", slug == "forms", MaterialFiles.Of(item.Editable().Content).Count()),
    ];

    private static string After(string slug)
    {
        var slugs = ItemFields.Sections.Select(s => s.Slug).Concat(ItemRows.Groups.Select(g => g.Slug)).ToList();
        return slugs[(slugs.IndexOf(slug) + 1) % slugs.Count];
    }
}
