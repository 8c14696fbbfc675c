using Microsoft.Playwright;
using Telenovela.Bot.Retraining;
using Telenovela.Bot.Retraining.Stages;
using Telenovela.Bot.Storage.Rows;
using static Microsoft.Playwright.Assertions;

namespace Telenovela.Tests.Playground.Browser;

public sealed class PhonePageTests(ChromiumFixture chromium) : PageTest(chromium)
{
    protected override BrowserNewContextOptions Window => new()
    {
        ViewportSize = new ViewportSize { Width = 360, Height = 740 },
        HasTouch = true,
        IsMobile = true,
    };

    [Fact]
    public async Task Fits_The_Window_When_Everything_Long_Is_Shown()
    {
        foreach (var line in new[] { "/telenovela generate", "/telenovela about", "/telenovela cast role:The twin", "/telenovela picture" })
        {
            await SendAsync(line);
        }

        await SendAsync("/telenovela markup text:" + new string('x', 900) + " https://example.org/" + new string('y', 300));
        await Expect(Messages).ToHaveCountAsync(5);
        await Line.TapAsync();
        await Line.PressSequentiallyAsync("/gen");
        await Suggestions.First.TapAsync();
        await Suggestions.Nth(1).TapAsync();
        await Page.Keyboard.TypeAsync(new string('z', 120));
        await Page.Keyboard.PressAsync("Escape");

        var wide = await Page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('body *')]
              .filter(element => element.checkVisibility({ visibilityProperty: true }) && !element.closest('.side, .visually-hidden, .skip-link'))
              .filter(element => element.getBoundingClientRect().right > innerWidth + 1)
              .map(element => element.outerHTML.slice(0, 100))
            """);
        Assert.Empty(wide);
        Assert.True(await Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
        await Expect(Page.Locator("#composer-send")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task Opens_And_Closes_The_Drawer_When_Its_Button_Is_Tapped()
    {
        await Expect(Page.Locator("#side")).Not.ToBeVisibleAsync();
        await Page.Locator("#menu-button").TapAsync();
        await Expect(Page.Locator("#menu-close")).ToBeFocusedAsync();
        await Page.GetByRole(AriaRole.Radio, new PageGetByRoleOptions { Name = "Rafael" }).TapAsync();
        await Page.Keyboard.PressAsync("Escape");
        await Expect(Page.Locator("#side")).Not.ToBeVisibleAsync();
        await Expect(Page.Locator("#menu-button")).ToBeFocusedAsync();
        await SendAsync("/telenovela generate");

        await Expect(Latest).ToContainTextAsync("Rafael used");
    }

    [Fact]
    public async Task Shows_The_Learning_In_The_Drawer_When_It_Is_Open()
    {
        Host.Retraining.MoveTo(new RetrainingProgress(3, RunTrigger.Nightly, DateTimeOffset.UnixEpoch, StageName.Train, 0.42, TimeSpan.FromMinutes(7)) { Model = new string('m', 80) });
        await Page.Locator("#menu-button").TapAsync();

        var bar = Page.GetByRole(AriaRole.Progressbar);
        await Expect(bar).ToBeInViewportAsync(new LocatorAssertionsToBeInViewportOptions { Ratio = 1 });
        Assert.True(await Page.Locator(".side").EvaluateAsync<bool>("side => side.scrollWidth <= side.clientWidth"));
    }

    [Fact]
    public async Task Stays_At_The_Newest_Message_When_Nobody_Has_Scrolled_Up()
    {
        for (var at = 0; at < 6; at++)
        {
            await SendAsync("/telenovela generate");
            await Expect(Messages).ToHaveCountAsync(at + 1);
        }

        await Expect(Latest.Locator(".component-row")).ToBeInViewportAsync();
        await Page.EvaluateAsync("() => document.getElementById('scroller').scrollTop = 0");
        await Expect(Page.Locator(".welcome h2")).ToBeInViewportAsync();
        Host.Processor.Hold();
        await Messages.First.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Continue" }).TapAsync();
        Host.Processor.Release();
        await Expect(Messages.First).ToContainTextAsync("Continued: ");
        await Expect(Messages.First).ToBeInViewportAsync();
        await SendAsync("hello");
        await Expect(Latest).ToBeInViewportAsync();
    }

    [Fact]
    public async Task Shows_The_Whole_Dialog_When_A_Modal_Opens()
    {
        await SendAsync("/telenovela contribute");
        await Expect(Page.Locator("#modal-field-0")).ToBeFocusedAsync();

        await Expect(Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Submit" })).ToBeInViewportAsync(new LocatorAssertionsToBeInViewportOptions { Ratio = 1 });
        Assert.True(await Page.EvaluateAsync<bool>("() => { const box = document.getElementById('modal').getBoundingClientRect(); return box.left >= 0 && box.right <= innerWidth && box.bottom <= innerHeight; }"));
    }
}
