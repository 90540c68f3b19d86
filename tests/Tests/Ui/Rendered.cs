using System.Text.Encodings.Web;
using System.Text.Unicode;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Yimen.Platform.Ui;

namespace Yimen.Tests.Ui;

/// <summary>Draws a component as a page would and reads it back as HTML.</summary>
internal static class Rendered
{
    public static readonly Frame Frame = new()
    {
        CountyName = "乐昌市",
        Base = "/440281",
        Path = "/items",
        Query = "?q=食品&page=3",
        Today = new(2020, 5, 7),
        Now = new(2020, 5, 7, 9, 42, 0, TimeSpan.FromHours(8)),
        Csrf = () => "token",
        NewKey = () => "key",
    };

    private static readonly ServiceProvider Services =
        new ServiceCollection().AddLogging().AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)).BuildServiceProvider();

    public static Task<IDocument> Of<T>(params (string Name, object? Value)[] parameters) => Of<T>(Frame, parameters);

    public static async Task<IDocument> Of<T>(Frame frame, params (string Name, object? Value)[] parameters)
    {
        var html = await Html(Cascade(frame, Content<T>(parameters)));
        return new HtmlParser().ParseDocument(html);
    }

    /// <summary>A fragment that holds one component.</summary>
    public static RenderFragment Content<T>(params (string Name, object? Value)[] parameters) => builder =>
    {
        builder.OpenComponent(0, typeof(T));
        foreach (var (name, value) in parameters)
        {
            builder.AddComponentParameter(1, name, value);
        }

        builder.CloseComponent();
    };

    public static RenderFragment Text(string text) => builder => builder.AddContent(0, text);

    private static RenderFragment Cascade(Frame frame, RenderFragment content) =>
        Content<CascadingValue<Frame>>(("Value", frame), ("ChildContent", content));

    private static async Task<string> Html(RenderFragment content)
    {
        await using var renderer = new HtmlRenderer(Services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<Deferred>(ParameterView.FromDictionary(new Dictionary<string, object?> { ["ChildContent"] = content }))).ToHtmlString());
    }
}
