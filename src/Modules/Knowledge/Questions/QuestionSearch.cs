using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Yimen.Kernel;
using Yimen.Knowledge.Contracts;
using Yimen.Knowledge.Search;
using Yimen.Organization.Contracts;
using Yimen.Platform.Data;
using Yimen.Platform.Text;

namespace Yimen.Knowledge.Questions;

/// <summary>What the public asks, as it stands in the address. Values that make no sense find nothing or are left out; none is refused.</summary>
public sealed record QuestionSearch
{
    internal const int Longest = 60;

    [FromQuery] public string? Q { get; init; }

    [FromQuery] public string? Unit { get; init; }

    [FromQuery] public string? Theme { get; init; }

    [FromQuery] public string? Page { get; init; }

    [FromQuery] public string? Size { get; init; }

    internal string Words => Clean(Q);

    internal bool Narrowed => Words.Length > 0 || Unit is { Length: > 0 } || Theme is { Length: > 0 };

    /// <summary>Public answers that hold on the day, of the unit and theme asked for.</summary>
    internal IQueryable<Article> Answers(AppDb db, DateOnly today)
    {
        var answers = db.Articles.AsNoTracking().AnsweringOn(today).ForThePublic;
        answers = UnitId.TryParse(Unit, null, out var unit) ? answers.Where(a => a.Unit == unit) : answers;
        return Clean(Theme) is { Length: > 0 } theme ? answers.Where(a => a.Class == theme) : answers;
    }

    internal IQueryable<Article> Matching(AppDb db, IQueryable<Article> answers) => Words.Length == 0 ? answers
        : from a in answers join hit in TextIndex.Hits(db, TextFollower.TextKind, Words) on a.Id equals hit.Id select a;

    /// <summary>Title hits before others, shorter questions before longer; without words by theme.</summary>
    internal IQueryable<Article> Ordered(AppDb db, IQueryable<Article> answers) => Words.Length == 0
        ? answers.OrderBy(a => a.Class).ThenBy(a => a.Title).ThenBy(a => a.Id)
        : from a in answers
          join hit in TextIndex.Hits(db, TextFollower.TextKind, Words) on a.Id equals hit.Id
          orderby hit.TitleHit descending, hit.TitleLength, a.Id
          select a;

    internal static IQueryable<QuestionRow> Lines(AppDb db, IQueryable<Article> answers) =>
        from a in answers
        join v in db.ArticleVersions on a.Current equals v.Id
        join u in db.UnitRefs on a.Unit equals u.Id
        select new QuestionRow { Id = a.Id, Title = a.Title, Answer = v.Answer, Unit = u.ShortName, Theme = a.Class };

    /// <summary>One line of at most sixty characters, without what neither database stores (NUL) nor half a character.</summary>
    internal static string Clean(string? text)
    {
        var runes = (text ?? "").EnumerateRunes().Select(r => Rune.IsControl(r) || r == Rune.ReplacementChar ? new Rune(' ') : r).Take(Longest);
        return string.Concat(runes).Trim();
    }
}

/// <summary>One question in a public list.</summary>
public sealed class QuestionRow
{
    public required Guid Id { get; init; }

    public required string Title { get; init; }

    public required string Answer { get; init; }

    public required string Unit { get; init; }

    public required string Theme { get; init; }
}
