using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Kernel;

namespace Yimen.Platform.Http;

/// <summary>How JSON looks here: camelCase, every member always there, Chinese as it is, enum members and codes as text.</summary>
internal static class JsonRules
{
    internal static IServiceCollection AddJsonRules(this IServiceCollection services) => services.ConfigureHttpJsonOptions(o => Apply(o.SerializerOptions));

    internal static void Apply(JsonSerializerOptions options)
    {
        options.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.Converters.Add(new TextJson<UnitId>(s => new UnitId(s), u => u.Value));
        options.Converters.Add(new TextJson<AreaCode>(s => new AreaCode(s), a => a.Value));
    }

    private sealed class TextJson<T>(Func<string, T> read, Func<T, string> write) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetString() is { Length: > 0 and <= 40 } text ? read(text) : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(write(value));
    }
}
