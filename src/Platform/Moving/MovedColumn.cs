using System.Data.Common;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Yimen.Platform.Moving;

/// <summary>
/// One column on its way: read as the source's database stores it, turned into the model's value, packed as the target's database wants it.
/// An instant is a number on SQLite and a timestamptz on PostgreSQL; only the model knows that they are the same.
/// </summary>
internal sealed class MovedColumn
{
    private readonly Func<DbDataReader, int, object?> read;
    private readonly RelationalTypeMapping target;
    private readonly bool nullable;

    public MovedColumn(IColumn source, IColumn target)
    {
        Name = source.Name;
        read = Reader(MappingOf(source));
        this.target = MappingOf(target);
        nullable = target.IsNullable;
    }

    public string Name { get; }

    public object? Read(DbDataReader row, int at) => row.IsDBNull(at) ? null : read(row, at);

    /// <summary>The value as a parameter of the target's driver.</summary>
    public DbParameter Pack(DbCommand command, string name, object? value) => target.CreateParameter(command, name, value, nullable);

    private static RelationalTypeMapping MappingOf(IColumn column) => column.PropertyMappings.Count > 0
        ? column.PropertyMappings[0].TypeMapping
        : throw new NotSupportedException($"{column.Table.Name}.{column.Name} belongs to no property; moving does not know how to read it.");

    // the steps by which EF itself reads a column: the driver's method, the provider's touch, the converter
    private static Func<DbDataReader, int, object?> Reader(RelationalTypeMapping mapping)
    {
        var row = Expression.Parameter(typeof(DbDataReader));
        var at = Expression.Parameter(typeof(int));
        var method = mapping.GetDataReaderMethod();
        var from = method.DeclaringType == typeof(DbDataReader) ? (Expression)row : Expression.Convert(row, method.DeclaringType!);
        var value = mapping.CustomizeDataReaderExpression(Expression.Call(from, method, at));
        if (mapping.Converter is { } converter)
        {
            var provided = value.Type == converter.ProviderClrType ? value : Expression.Convert(value, converter.ProviderClrType);
            value = Expression.Invoke(converter.ConvertFromProviderExpression, provided);
        }

        return Expression.Lambda<Func<DbDataReader, int, object?>>(Expression.Convert(value, typeof(object)), row, at).Compile();
    }
}
