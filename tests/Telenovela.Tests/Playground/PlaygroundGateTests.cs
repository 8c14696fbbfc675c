using System.Net;
using System.Net.Sockets;

namespace Telenovela.Tests.Playground;

public sealed class PlaygroundGateTests
{
    [Theory]
    [InlineData("/", null, null, HttpStatusCode.OK)]
    [InlineData("/", "Host", "localhost:1", HttpStatusCode.OK)]
    [InlineData("/", "Host", "bot.localhost", HttpStatusCode.OK)]
    [InlineData("/", "Host", "[::1]:80", HttpStatusCode.OK)]
    [InlineData("/", "Host", "rebound.example.org", HttpStatusCode.Forbidden)]
    [InlineData("/", "Host", "10.0.0.7", HttpStatusCode.Forbidden)]
    [InlineData("/", "Host", "localhost:99999", HttpStatusCode.BadRequest)]
    [InlineData("/", "Host", "a..localhost", HttpStatusCode.BadRequest)]
    [InlineData("/", "X-Forwarded-For", "203.0.113.9", HttpStatusCode.Forbidden)]
    [InlineData("/", "Forwarded", "for=203.0.113.9", HttpStatusCode.Forbidden)]
    [InlineData("/", "Origin", "https://example.org", HttpStatusCode.Forbidden)]
    [InlineData("/", "Origin", "null", HttpStatusCode.Forbidden)]
    [InlineData("/_blazor/negotiate?negotiateVersion=1", "Host", "rebound.example.org", HttpStatusCode.Forbidden)]
    [InlineData("/_blazor/negotiate?negotiateVersion=1", "Origin", "https://example.org", HttpStatusCode.Forbidden)]
    [InlineData("/_blazor/initializers", "X-Forwarded-For", "203.0.113.9", HttpStatusCode.Forbidden)]
    [InlineData("/playground/playground.css", "Host", "rebound.example.org", HttpStatusCode.Forbidden)]
    public async Task Admits_This_Machine_Only_When_Nothing_Else_Is_Configured(string path, string? header, string? value, HttpStatusCode expected)
    {
        await using var host = await PlaygroundHost.StartAsync();
        using var client = new HttpClient { BaseAddress = host.Address };
        using var request = new HttpRequestMessage(path.Contains("negotiate", StringComparison.Ordinal) ? HttpMethod.Post : HttpMethod.Get, path);
        if (header is not null)
        {
            request.Headers.TryAddWithoutValidation(header, value);
        }

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(expected, response.StatusCode);
        if (expected == HttpStatusCode.Forbidden)
        {
            Assert.Contains(
                "Playground:AllowedHosts",
                await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Turns_Away_Another_Machine_When_Remote_Use_Is_Not_Allowed()
    {
        var outside = (await Dns.GetHostAddressesAsync(Dns.GetHostName(), AddressFamily.InterNetwork, TestContext.Current.CancellationToken))
            .FirstOrDefault(address => !IPAddress.IsLoopback(address));
        Assert.SkipWhen(outside is null, "This machine has no address but loopback.");
        await using var host = await PlaygroundHost.StartAsync($"http://{outside}:0");
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, host.Address) { Headers = { Host = "localhost" } };
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Theory]
    [InlineData("stage.example.org", null, HttpStatusCode.OK)]
    [InlineData("Stage.Example.org:8080", null, HttpStatusCode.OK)]
    [InlineData("stage.example.org", "https://stage.example.org", HttpStatusCode.OK)]
    [InlineData("localhost", null, HttpStatusCode.OK)]
    [InlineData("stage.example.org", "https://example.org", HttpStatusCode.Forbidden)]
    [InlineData("stage.example.org", "null", HttpStatusCode.Forbidden)]
    [InlineData("example.org", null, HttpStatusCode.Forbidden)]
    [InlineData("rebound.stage.example.org", null, HttpStatusCode.Forbidden)]
    public async Task Admits_Others_When_They_Use_A_Host_That_Is_Allowed(string name, string? origin, HttpStatusCode expected)
    {
        await using var host = await PlaygroundHost.StartAsync(settings: [new("Playground:AllowedHosts:0", "stage.example.org")]);
        using var client = new HttpClient { BaseAddress = host.Address };
        foreach (var path in new[] { "/", "/_blazor/negotiate?negotiateVersion=1" })
        {
            using var request = new HttpRequestMessage(path == "/" ? HttpMethod.Get : HttpMethod.Post, path) { Headers = { Host = name } };
            if (name != "localhost")
            {
                request.Headers.Add("X-Forwarded-For", "203.0.113.9");
            }

            if (origin is not null)
            {
                request.Headers.TryAddWithoutValidation("Origin", origin);
            }

            using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

            Assert.Equal(expected, response.StatusCode);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("_handler=x")]
    public async Task Refuses_When_A_Form_Is_Posted_To_The_Page_Which_Has_None(string form)
    {
        await using var host = await PlaygroundHost.StartAsync();
        using var client = new HttpClient { BaseAddress = host.Address };
        using var content = form.Length == 0 ? null : new StringContent(form, null, "application/x-www-form-urlencoded");

        using var response = await client.PostAsync("/", content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    [Theory]
    [InlineData("Host:\r\n")]
    [InlineData("Host: \u00e9\u00e9\r\n")]
    public async Task Fails_At_Nothing_When_The_Host_Is_Empty_Or_Odd(string header)
    {
        await using var host = await PlaygroundHost.StartAsync(settings: [new("Playground:AllowedHosts:0", "stage.example.org")]);
        using var stranger = new TcpClient();
        await stranger.ConnectAsync(host.Address.Host, host.Address.Port, TestContext.Current.CancellationToken);
        var head = System.Text.Encoding.UTF8.GetBytes($"GET / HTTP/1.1\r\n{header}Connection: close\r\n\r\n");
        await stranger.GetStream().WriteAsync(head, TestContext.Current.CancellationToken);

        using var reader = new StreamReader(stranger.GetStream());
        Assert.Matches("^HTTP/1.1 40[03] ", (await reader.ReadLineAsync(TestContext.Current.CancellationToken))!);
    }

    [Theory]
    [InlineData("Discord:PublicKey", "00", HttpStatusCode.NotFound)]
    [InlineData("Discord:ApplicationId", "42", HttpStatusCode.NotFound)]
    [InlineData("Discord:ApplicationId", "", HttpStatusCode.OK)]
    [InlineData("Playground:Enabled", "false", HttpStatusCode.NotFound)]
    public async Task Is_There_When_No_Discord_Application_Is_Configured(string key, string value, HttpStatusCode expected)
    {
        await using var host = await PlaygroundHost.StartAsync(settings: [new(key, value)]);
        using var client = new HttpClient();
        using var response = await client.GetAsync(host.Address, TestContext.Current.CancellationToken);

        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task Is_There_Beside_Discord_When_It_Is_Asked_For()
    {
        await using var host = await PlaygroundHost.StartAsync(settings: [new("Discord:ApplicationId", "42"), new("Playground:Enabled", "true")]);
        using var client = new HttpClient();
        using var response = await client.GetAsync(host.Address, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Allows_No_Inline_Script_When_The_Page_Is_Served()
    {
        await using var host = await PlaygroundHost.StartAsync();
        using var client = new HttpClient { BaseAddress = host.Address };
        using var response = await client.GetAsync("/", TestContext.Current.CancellationToken);
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("://", html.Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal), StringComparison.Ordinal);
        foreach (var file in new[] { "_framework/blazor.web", "playground/playground" })
        {
            var address = System.Text.RegularExpressions.Regex.Match(html, $"src=\"({file}[^\"]*[.]js)\"").Groups[1].Value;
            using var script = await client.GetAsync("/" + address, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, script.StatusCode);
            Assert.True((await script.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length > 1000);
        }
    }
}
