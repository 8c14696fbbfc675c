using Microsoft.Playwright;
using Telenovela.Bot.Retraining;
using Telenovela.Bot.Retraining.Stages;
using Telenovela.Bot.Storage.Rows;
using static Microsoft.Playwright.Assertions;

namespace Telenovela.Tests.Playground.Browser;

public sealed class LookPageTests(ChromiumFixture chromium) : PageTest(chromium)
{
    /// <summary>WCAG 2.2, "Contrast (Minimum)": every text against what lies behind it; disabled parts and covered spoilers are exempt.</summary>
    private const string FaintTexts =
        """
        () => {
          const parse = colour => { const [r, g, b, a = 1] = colour.match(/[0-9.]+/g).map(Number); return { r, g, b, a }; };
          const over = (top, under) => ({ r: top.r * top.a + under.r * (1 - top.a), g: top.g * top.a + under.g * (1 - top.a), b: top.b * top.a + under.b * (1 - top.a), a: 1 });
          const part = value => { const v = value / 255; return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; };
          const light = c => 0.2126 * part(c.r) + 0.7152 * part(c.g) + 0.0722 * part(c.b);
          const behind = element => {
            const layers = [];
            for (let at = element; at; at = at.parentElement) {
              const colour = parse(getComputedStyle(at).backgroundColor);
              layers.push(colour);
              if (colour.a === 1) break;
            }
            return layers.reduceRight((under, top) => over(top, under), { r: 0, g: 0, b: 0, a: 1 });
          };
          const faint = [];
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const element = walker.currentNode.parentElement;
            const style = getComputedStyle(element);
            if (!walker.currentNode.textContent.trim() || !element.checkVisibility({ visibilityProperty: true }) || element.closest(':disabled, .spoiler, svg, script, .brand-name, .visually-hidden')) continue;
            const back = behind(element);
            const front = over(parse(style.color), back);
            const [a, b] = [light(front), light(back)].sort((x, y) => y - x);
            const size = parseFloat(style.fontSize);
            const enough = size >= 24 || (size >= 18.66 && style.fontWeight >= 700) ? 3 : 4.5;
            const ratio = (a + 0.05) / (b + 0.05);
            if (ratio < enough) faint.push(`${ratio.toFixed(2)} "${walker.currentNode.textContent.trim()}"`);
          }
          return faint;
        }
        """;

    private const string Nameless =
        """
        () => [...document.querySelectorAll('button, input, select, textarea, a, [role=progressbar], [role=listbox], [role=log], [role=region], img, dialog')]
          .filter(element => element.checkVisibility())
          .filter(element => !(element.ariaLabel || element.labels?.length || element.textContent.trim() || element.alt || element.getAttribute('aria-labelledby')))
          .map(element => element.outerHTML.slice(0, 120))
        """;

    [Fact]
    public async Task Has_Contrast_And_Names_Everywhere_When_All_Kinds_Of_Messages_Are_Shown()
    {
        foreach (var line in new[] { "/telenovela generate", "/telenovela about", "/telenovela cast role:The twin", "/telenovela picture", "hello", "/telenovela markup text:> `code` https://example.org/" })
        {
            await SendAsync(line);
        }

        await Expect(Messages).ToHaveCountAsync(6);
        Host.Retraining.MoveTo(new RetrainingProgress(3, RunTrigger.Nightly, DateTimeOffset.UnixEpoch, StageName.Train, 0.42, TimeSpan.FromMinutes(7)));
        await Expect(Page.Locator(".learning-more")).ToBeVisibleAsync();
        await Messages.First.Locator(".embed").WaitForAsync();
        await Button("Report").ClickAsync();
        await Expect(Messages.First.Locator(".failure")).ToBeVisibleAsync();
        await AssertReadableAsync();
        await Latest.Page.Locator(".select-button").First.ClickAsync();
        await Line.PressSequentiallyAsync("/");
        await Expect(Suggestions.First).ToBeVisibleAsync();
        await AssertReadableAsync();
        await Line.FillAsync("/telenovela generate length:1");
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Page.Locator("#composer-problem")).ToBeVisibleAsync();
        await AssertReadableAsync();
        await Page.Keyboard.PressAsync("Escape");
        await SendAsync("/telenovela contribute");
        await Expect(Page.Locator("#modal-field-0")).ToBeFocusedAsync();
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Page.Locator("#modal-field-0-problem")).ToBeVisibleAsync();
        await AssertReadableAsync();
    }

    [Fact]
    public async Task Shows_Where_The_Focus_Is_When_Tab_Goes_Through_The_Page()
    {
        await SendAsync("/telenovela generate");
        await Expect(Button("Again")).ToBeVisibleAsync();
        await Page.EvaluateAsync("() => document.activeElement.blur()");
        var seen = new HashSet<string>();
        for (var at = 0; at < 24; at++)
        {
            await Page.Keyboard.PressAsync("Tab");
            var state = await Page.EvaluateAsync<string[]>(
                """
                () => {
                  const element = document.activeElement;
                  const marked = [element, element.closest('.person'), element.closest('.pill'), element.closest('.composer')].filter(Boolean).some(at => {
                    const style = getComputedStyle(at);
                    return style.outlineStyle !== 'none' || style.boxShadow !== 'none' || (at.matches('.composer') && at.matches(':focus-within'));
                  });
                  return [element.id || element.getAttribute('aria-label') || element.textContent.trim().slice(0, 30) || element.value || element.tagName, String(marked || element === document.body)];
                }
                """);
            seen.Add(state[0]);
            Assert.True(state[1] == "true", $"Nothing shows that the focus is on {state[0]}.");
        }

        Assert.Contains("composer-tail", seen);
        Assert.Contains("language", seen);
        Assert.Contains("scroller", seen);
        Assert.Contains(seen, name => name.Contains("Again", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Moves_Nothing_When_Motion_Is_Unwanted()
    {
        await Page.EmulateMediaAsync(new PageEmulateMediaOptions { ReducedMotion = ReducedMotion.Reduce });
        Host.Processor.Hold();
        await SendAsync("/telenovela generate");
        var dot = Latest.Locator(".dots i").First;

        await Expect(dot).ToHaveCSSAsync("animation-name", "none");
        await Page.EmulateMediaAsync(new PageEmulateMediaOptions { ReducedMotion = ReducedMotion.NoPreference });
        await Expect(dot).ToHaveCSSAsync("animation-name", "dot");
    }

    [Fact]
    public async Task Says_That_It_Reconnects_And_Comes_Back_When_The_Server_Was_Restarted()
    {
        ExpectsComplaints = true;
        var host = Host;
        await SendAsync("/telenovela about");
        await Expect(Messages).ToHaveCountAsync(1);
        var address = host.Address.ToString();
        await host.DisposeAsync();
        await Expect(Page.GetByText("Reconnecting…")).ToBeVisibleAsync();
        await Expect(Page.Locator("#components-reconnect-modal p:visible")).ToHaveCountAsync(1);

        await using var again = await PlaygroundHost.StartAsync(address);
        await Expect(Page.Locator("#components-reconnect-modal")).ToBeHiddenAsync(new LocatorAssertionsToBeHiddenOptions { Timeout = 60_000 });
        await Expect(Messages).ToHaveCountAsync(0);
        await SendAsync("/telenovela about");
        await Expect(Latest).ToContainTextAsync("About Telenovela");
    }

    [Theory]
    [InlineData("show", "en-US", "Reconnecting…")]
    [InlineData("retrying", "es-419", "Reconectando…")]
    [InlineData("failed", "en-US", "The connection is lost. Load again")]
    [InlineData("rejected", "es-ES", "Se perdió la conexión. Cargar de nuevo")]
    public async Task Says_What_Is_Wrong_With_The_Connection_In_The_Pages_Language(string state, string language, string words)
    {
        await Page.Locator("#language").SelectOptionAsync(language);
        await Expect(Page.Locator("html")).ToHaveAttributeAsync("lang", language);
        await Page.Locator("#components-reconnect-modal").EvaluateAsync(
            "(notice, state) => notice.className = 'components-reconnect-' + state", state);

        await Expect(Page.Locator("#components-reconnect-modal p:visible")).ToHaveTextAsync([words]);
        await AssertReadableAsync();
    }

    [Fact]
    public async Task Says_That_It_Broke_When_The_Server_Gave_The_Page_Up()
    {
        ExpectsComplaints = true;
        Host.Retraining.IsBroken = true;
        await Page.ReloadAsync();
        await Expect(Page.Locator("#blazor-error-ui p:visible")).ToHaveTextAsync(["Something broke on this page. Load again"]);

        Host.Retraining.IsBroken = false;
        await Button("Load again").ClickAsync();
        await Expect(Line).ToBeVisibleAsync();
        await Expect(Page.Locator("#blazor-error-ui")).ToBeHiddenAsync();
    }

    private async Task AssertReadableAsync()
    {
        Assert.Empty(await Page.EvaluateAsync<string[]>(FaintTexts));
        Assert.Empty(await Page.EvaluateAsync<string[]>(Nameless));
    }
}
