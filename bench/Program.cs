using System.Text.Encodings.Web;
using System.Text.Json;
using Yimen.Bench;

if (args is ["twin", .. var rest])
{
    await Twin.Run(rest);
    return;
}

var options = Options.Parse(args);
var rows = new List<Row>();
foreach (var database in options.Databases)
{
    await using var stage = await Stage.Set(database, options);
    rows.AddRange(await Course.Run(stage, options));
}

Console.WriteLine($"{"operation",-22}{"db",-10}{"ours/s",9}{"bare/s",9}{"ratio",7}{"p50 ms",8}{"p99 ms",8}{"RSS MB",8}{"cpu ms",8}{"bare",7}{"failed",8}");
foreach (var r in rows)
{
    Console.WriteLine($"{r.Op,-22}{r.Db,-10}{r.Ours,9:0}{r.Bare,9:0}{r.Ratio,7:0.00}{r.P50Ms,8:0.0}{r.P99Ms,8:0.0}{r.RssMb,8:0}{r.CpuMs,8:0.00}{r.BareCpuMs,7:0.00}{r.Failed,8}");
}

if (options.Json is not null)
{
    var json = new JsonSerializerOptions(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    await File.WriteAllTextAsync(options.Json, JsonSerializer.Serialize(rows, json));
}
