using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Yimen.Platform.Data;

/// <summary>
/// Keeps a context's SQLite connection open from its first statement until the context is given back, instead of around each statement: opening one sets its
/// pragma and enters EF's three dozen functions, which costs as much as a small query.
/// </summary>
internal sealed class HeldConnection : DbConnectionInterceptor
{
    public static readonly HeldConnection Instance = new();

    public override InterceptionResult ConnectionClosing(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => InterceptionResult.Suppress();

    public override ValueTask<InterceptionResult> ConnectionClosingAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => new(InterceptionResult.Suppress());
}
