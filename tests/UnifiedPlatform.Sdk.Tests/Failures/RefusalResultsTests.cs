using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using UnifiedPlatform.Sdk.Failures;

namespace UnifiedPlatform.Sdk.Tests.Failures;

public sealed class RefusalResultsTests
{
    [Fact]
    public async Task A_refusal_becomes_a_problem_document_with_its_code_and_members()
    {
        var refusal = new Refusal("one-window.wrong-state", 409, "这件已办结。", new Dictionary<string, object?> { ["state"] = "closed", ["possible"] = new[] { "view", "print" } });
        await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        var context = new DefaultHttpContext { RequestServices = services, Response = { Body = new MemoryStream() } };

        await refusal.ToResult().ExecuteAsync(context);

        context.Response.Body.Position = 0;
        var problem = (await JsonDocument.ParseAsync(context.Response.Body, cancellationToken: TestContext.Current.CancellationToken)).RootElement;
        Assert.Equal((409, "application/problem+json"), (context.Response.StatusCode, context.Response.ContentType));
        Assert.Equal(("one-window.wrong-state", "closed", 409), (problem.GetProperty("code").GetString(), problem.GetProperty("state").GetString(), problem.GetProperty("status").GetInt32()));
        Assert.Equal("print", problem.GetProperty("possible")[1].GetString());
    }
}
