using System.Data.Common;

namespace Yimen.Catalog.Sheets;

/// <summary>A sheet as the data reader that the XLSX writer pulls rows from: bounded memory, and a sheet without rows keeps its heads.</summary>
internal sealed class SheetReader(Sheet sheet) : DbDataReader
{
    private readonly IEnumerator<IReadOnlyList<string>> rows = sheet.Rows.GetEnumerator();

    public override int FieldCount => sheet.Heads.Count;

    public override bool HasRows => true;

    public override bool IsClosed => false;

    public override int Depth => 0;

    public override int RecordsAffected => -1;

    public override object this[int ordinal] => GetValue(ordinal);

    public override object this[string name] => GetValue(GetOrdinal(name));

    public override bool Read() => rows.MoveNext();

    public override bool NextResult() => false;

    public override string GetName(int ordinal) => sheet.Heads[ordinal];

    public override int GetOrdinal(string name) => sheet.Heads.ToList().IndexOf(name);

    public override object GetValue(int ordinal) => rows.Current[ordinal];

    public override string GetString(int ordinal) => rows.Current[ordinal];

    public override Type GetFieldType(int ordinal) => typeof(string);

    public override string GetDataTypeName(int ordinal) => "text";

    public override bool IsDBNull(int ordinal) => false;

    public override int GetValues(object[] values)
    {
        var count = Math.Min(values.Length, FieldCount);
        for (var i = 0; i < count; i++)
        {
            values[i] = rows.Current[i];
        }

        return count;
    }

    public override System.Collections.IEnumerator GetEnumerator() => new DbEnumerator(this);

    public override bool GetBoolean(int ordinal) => throw OnlyText();

    public override byte GetByte(int ordinal) => throw OnlyText();

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) => throw OnlyText();

    public override char GetChar(int ordinal) => throw OnlyText();

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) => throw OnlyText();

    public override DateTime GetDateTime(int ordinal) => throw OnlyText();

    public override decimal GetDecimal(int ordinal) => throw OnlyText();

    public override double GetDouble(int ordinal) => throw OnlyText();

    public override float GetFloat(int ordinal) => throw OnlyText();

    public override Guid GetGuid(int ordinal) => throw OnlyText();

    public override short GetInt16(int ordinal) => throw OnlyText();

    public override int GetInt32(int ordinal) => throw OnlyText();

    public override long GetInt64(int ordinal) => throw OnlyText();

    private static InvalidCastException OnlyText() => new("A sheet holds text only.");
}
