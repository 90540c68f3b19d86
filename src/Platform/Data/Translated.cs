using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Yimen.Platform.Data;

/// <summary>
/// A query that is asked more often than any other, translated once: to make out that the same was asked before costs more than to ask it. What was
/// translated holds on to its host's model, so that each model has its own.
/// </summary>
/// <param name="translate">By <c>EF.CompileAsyncQuery</c>.</param>
public sealed class Translated<TQuery>(Func<TQuery> translate)
    where TQuery : Delegate
{
    private readonly ConditionalWeakTable<IModel, TQuery> known = [];

    public TQuery For(AppDb db) => known.GetValue(db.Model, _ => translate());
}
