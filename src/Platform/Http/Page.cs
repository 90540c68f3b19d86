using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Yimen.Platform.Ui;

namespace Yimen.Platform.Http;

/// <summary>Answers a request with a page: a pure component that takes one view record. Everything about the request that shells need comes down as <see cref="Frame"/>.</summary>
public static class Page
{
    public static IResult Of<TPage>(HttpContext http, object view, int status = StatusCodes.Status200OK)
        where TPage : IComponent => new WholePage(new RazorComponentResult<PageHost>(new { Frame = Frames.Of(http), PageType = typeof(TPage), View = view })
        {
            StatusCode = status,
            PreventStreamingRendering = true,
        });

    /// <summary>The form again, with what was typed and what is wrong with it.</summary>
    public static IResult Again<TPage>(HttpContext http, object view)
        where TPage : IComponent => Of<TPage>(http, view, StatusCodes.Status422UnprocessableEntity);

    /// <summary>See other: the redirect after a successful post, with a one-line notice on the next page.</summary>
    public static IResult Then(HttpContext http, string path, string? notice = null)
    {
        if (notice is not null)
        {
            Frames.Leave(http, notice);
        }

        http.Response.Headers.Location = http.Request.PathBase + path;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }
}
