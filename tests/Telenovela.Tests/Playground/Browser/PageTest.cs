using System.Collections.Concurrent;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Telenovela.Tests.Playground.Browser;

/// <summary>A page of its own for each test, around a fake bot. Any script error or refused resource fails the test.</summary>
[Collection(BrowserCollection.Name)]
public abstract class PageTest(ChromiumFixture chromium) : IAsyncLifetime
{
    private readonly ConcurrentQueue<string> _complaints = new();
    private PlaygroundHost? _host;
    private IBrowserContext? _context;

    protected IPage Page { get; private set; } = null!;

    protected ILocator Line => Page.Locator("#composer-tail");

    protected ILocator Suggestions => Page.Locator("#composer-list [role=option]");

    protected ILocator Messages => Page.Locator("ol.log > li");

    protected ILocator Latest => Messages.Last;

    internal PlaygroundHost Host => _host!;

    /// <summary>Complaints that a test expects, for example when it takes the server away.</summary>
    protected bool ExpectsComplaints { get; set; }

    /// <summary>The host's settings.</summary>
    protected virtual IEnumerable<KeyValuePair<string, string?>> Settings => [];

    protected virtual BrowserNewContextOptions Window => new() { ViewportSize = new ViewportSize { Width = 1280, Height = 800 } };

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(chromium.Browser is null, "There is no chromium on the PATH. Debian: apt-get install chromium");
        _host = await PlaygroundHost.StartAsync(settings: Settings);
        _context = await chromium.Browser.NewContextAsync(Window);
        Page = await _context.NewPageAsync();
        Page.SetDefaultTimeout(20_000);
        SetDefaultExpectTimeout(20_000);
        Page.PageError += (_, error) => _complaints.Enqueue(error);
        Page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                _complaints.Enqueue(message.Text);
            }
        };
        await Page.GotoAsync(Host.Address.ToString());
        await Expect(Line).ToBeVisibleAsync();
        await Page.WaitForFunctionAsync("() => document.body.classList.contains('ready')");
    }

    public async ValueTask DisposeAsync()
    {
        if (_context is not null)
        {
            await _context.CloseAsync();
        }

        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        if (!ExpectsComplaints)
        {
            Assert.Empty(_complaints);
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>Types a whole line and sends it.</summary>
    protected async Task SendAsync(string line)
    {
        await Line.FillAsync(line);
        await Expect(Line).ToHaveValueAsync(line);
        await Page.Locator("#composer-send").ClickAsync();
        await Expect(Line).Not.ToHaveValueAsync(line);
    }

    protected ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name, Exact = true });

    /// <summary>Takes the place of a server that was stopped.</summary>
    internal async Task<PlaygroundHost> RestartAsync()
    {
        var address = Host.Address.ToString();
        await Host.DisposeAsync();
        return _host = await PlaygroundHost.StartAsync(address);
    }
}
