using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Yimen.Platform.Http;
using Yimen.Tests.World;

namespace Yimen.Tests.Architecture;

public sealed class EndpointRuleTests(Town town) : IClassFixture<Town>
{
    private List<Endpoint> Doors => [.. town.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints];

    [Fact]
    public void Every_door_says_who_may_enter()
    {
        Assert.True(Doors.Count > 50);
        Assert.Empty(EndpointRules.Unguarded(Doors));
    }

    [Fact]
    public void A_door_that_says_nothing_is_found()
    {
        var app = Sample();
        app.MapGet("/open", () => "");
        app.MapGet("/said", () => "").AllowAnonymous();
        app.MapGet("/held", () => "").RequireAuthorization();

        Assert.Equal(["GET /open says nothing about who may enter"], EndpointRules.Unguarded(DoorsOf(app)));
    }

    [Fact]
    public void No_door_for_people_takes_a_form_without_its_token() => Assert.Empty(EndpointRules.Unchecked(Doors));

    [Fact]
    public void A_form_that_switches_the_check_off_is_found_and_a_machines_is_not()
    {
        var app = Sample();
        app.MapPost("/careless", ([FromForm] string? x) => x).DisableAntiforgery();
        app.MapPost("/machine", ([FromForm] string? x) => x).TakesMachineForms();

        Assert.Equal(["POST /careless takes forms without an antiforgery token"], EndpointRules.Unchecked(DoorsOf(app)));
    }

    [Fact]
    public void Forms_bind_to_text() => Assert.Empty(EndpointRules.FormsThatAreNotText(Doors));

    [Fact]
    public void A_form_bound_to_a_number_is_found()
    {
        var app = Sample();
        app.MapPost("/number", ([FromForm] NumberInput input) => input.Count);

        Assert.Single(EndpointRules.FormsThatAreNotText(DoorsOf(app)));
    }

    [Fact]
    public void No_form_is_refused_for_a_missing_field_before_its_handler_can_say_so() => Assert.Empty(EndpointRules.DemandingForms(Doors));

    [Fact]
    public void A_form_that_demands_its_fields_is_found()
    {
        var app = Sample();
        app.MapPost("/demanding", ([FromForm] NumberInput input) => input.Count);

        Assert.Single(EndpointRules.DemandingForms(DoorsOf(app)));
    }

    public sealed record NumberInput(string? Name, int Count);

    private static WebApplication Sample()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddAuthorization();
        return builder.Build();
    }

    private static List<Endpoint> DoorsOf(WebApplication app) => [.. ((IEndpointRouteBuilder)app).DataSources.SelectMany(d => d.Endpoints)];
}
