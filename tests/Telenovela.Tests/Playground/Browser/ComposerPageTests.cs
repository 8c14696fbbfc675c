using Microsoft.Playwright;
using Telenovela.Bot.Interactions.Requests;
using static Microsoft.Playwright.Assertions;

namespace Telenovela.Tests.Playground.Browser;

public sealed class ComposerPageTests(ChromiumFixture chromium) : PageTest(chromium)
{
    [Fact]
    public async Task Sends_The_Whole_Path_When_A_Command_Stands_In_A_Group()
    {
        await SendAsync("/telenovela season begin title:El fin");

        await Expect(Latest).ToContainTextAsync("telenovela season begin, en-US, Lucía");
    }

    [Fact]
    public async Task Narrows_The_List_When_Somebody_Types_Behind_The_Slash()
    {
        await Line.PressSequentiallyAsync("/");
        await Expect(Suggestions).ToHaveCountAsync(11);
        await Expect(Line).ToHaveAttributeAsync("aria-expanded", "true");
        await Line.PressSequentiallyAsync("gene");
        await Expect(Suggestions).ToHaveCountAsync(1);
        await Expect(Suggestions).ToContainTextAsync("Writes new lines");
        await Expect(Line).ToHaveAttributeAsync("aria-activedescendant", "composer-suggestion-0");
        await Line.PressAsync("Escape");
        await Expect(Suggestions).ToHaveCountAsync(0);
        await Expect(Line).ToHaveAttributeAsync("aria-expanded", "false");
    }

    [Fact]
    public async Task Sends_A_Command_When_Only_The_Keyboard_Is_Used()
    {
        await Line.PressSequentiallyAsync("/gen");
        await Page.Keyboard.PressAsync("Tab");
        await Expect(Line).ToHaveAttributeAsync("placeholder", "+4 more");
        await Expect(Line).ToBeFocusedAsync();
        await Page.Keyboard.TypeAsync("tele");
        await Expect(Suggestions).ToHaveCountAsync(1);
        await Page.Keyboard.PressAsync("Tab");
        await Expect(Page.GetByLabel("telenovela", new PageGetByLabelOptions { Exact = true })).ToBeFocusedAsync();
        await Page.Keyboard.TypeAsync("azahar");
        await Expect(Suggestions).ToHaveTextAsync(["La sal y el azahar"]);
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Page.GetByLabel("telenovela", new PageGetByLabelOptions { Exact = true })).ToHaveValueAsync("La sal y el azahar");
        await Expect(Line).ToBeFocusedAsync();
        await Page.Keyboard.TypeAsync("len");
        await Expect(Suggestions).ToHaveCountAsync(1);
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Page.GetByLabel("length", new PageGetByLabelOptions { Exact = true })).ToBeFocusedAsync();
        await Page.Keyboard.TypeAsync("9000");
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Page.Locator("#composer-problem")).ToHaveTextAsync("length: It must lie between 20 and 600.");
        await Page.Keyboard.PressAsync("ControlOrMeta+a");
        await Page.Keyboard.TypeAsync("300");
        await Page.Keyboard.PressAsync("Enter");

        await Expect(Latest).ToContainTextAsync("300 characters");
        await Expect(Line).ToBeFocusedAsync();
        var sent = Host.Processor.Seen.Single(interaction => interaction.Type == InteractionType.Command).Command!;
        Assert.Equal(("la_sal", 300L), (sent.Text("telenovela"), sent.WholeNumber("length")));
    }

    [Fact]
    public async Task Sends_A_Command_When_It_Is_Typed_Out_With_Its_Options()
    {
        await Line.PressSequentiallyAsync("/telenovela generate prompt:\"Te amo\" length:200");
        await Page.Keyboard.PressAsync("Enter");

        await Expect(Latest).ToContainTextAsync("200 characters");
        await Expect(Latest.Locator(".cause")).ToContainTextAsync("Lucía used /telenovela generate prompt: Te amo · length: 200");
        await Expect(Latest.Locator(".embed strong")).ToHaveTextAsync("Te amo");
    }

    [Fact]
    public async Task Keeps_Every_Letter_When_Typing_Is_Fast()
    {
        var words = string.Concat(Enumerable.Repeat("abcdefghij ", 12)).Trim();
        await Line.PressSequentiallyAsync("/telenovela generate prompt:" + words);
        await Page.Keyboard.PressAsync("Enter");

        await Expect(Latest.Locator(".embed strong")).ToHaveTextAsync(words);
    }

    [Fact]
    public async Task Takes_The_Command_When_Tab_Comes_Before_The_List()
    {
        // In one go, so that Tab is pressed before the server has answered the letters.
        await Line.EvaluateAsync(
            """
            line => {
              line.value = '/cast';
              line.dispatchEvent(new InputEvent('input', { bubbles: true }));
              const tab = new KeyboardEvent('keydown', { key: 'Tab', bubbles: true, cancelable: true });
              line.dispatchEvent(tab);
              window.kept = tab.defaultPrevented;
            }
            """);

        await Expect(Page.GetByLabel("role", new PageGetByLabelOptions { Exact = true })).ToBeFocusedAsync();
        Assert.True(await Page.EvaluateAsync<bool>("() => window.kept"));
    }

    [Fact]
    public async Task Explains_When_There_Is_No_Such_Command()
    {
        await Line.FillAsync("/nonsense");
        await Page.Locator("#composer-send").ClickAsync();

        await Expect(Page.Locator("#composer-problem")).ToContainTextAsync("There is no command /nonsense.");
        await Expect(Line).ToHaveValueAsync("/nonsense");
        await Expect(Line).ToHaveAttributeAsync("aria-invalid", "true");
        Assert.Empty(Host.Processor.Seen);
    }

    [Fact]
    public async Task Offers_Choices_And_Yes_Or_No_When_An_Option_Has_Only_So_Many_Values()
    {
        await Line.PressSequentiallyAsync("/cast");
        await Expect(Suggestions).ToHaveCountAsync(1);
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Suggestions).ToHaveTextAsync(["The villain", "The twin", "The priest"]);
        await Suggestions.Nth(1).ClickAsync();
        await Expect(Suggestions).ToHaveCountAsync(2);
        await Suggestions.Filter(new LocatorFilterOptions { HasText = "secret" }).ClickAsync();
        await Expect(Suggestions).ToHaveTextAsync(["True", "False"]);
        await Page.Keyboard.PressAsync("ArrowDown");
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Line).ToBeFocusedAsync();
        await Page.Keyboard.PressAsync("Enter");

        await Expect(Latest).ToContainTextAsync("twin is cast.");
        Assert.Equal(true, Assert.Single(Host.Processor.Seen).Command!.Options.Single(option => option.Name == "secret").Value);
    }

    [Fact]
    public async Task Gives_A_File_When_An_Option_Takes_One()
    {
        await Line.PressSequentiallyAsync("/script");
        await Expect(Suggestions).ToHaveCountAsync(1);
        await Page.Keyboard.PressAsync("Enter");
        await Page.Locator(".pill input[type=file]").SetInputFilesAsync(new FilePayload { Name = "scene.srt", MimeType = "text/plain", Buffer = new byte[40_000] });
        await Page.Locator(".pill.ready").WaitForAsync();
        await Page.Locator("#composer-send").ClickAsync();

        await Expect(Latest).ToContainTextAsync("Got scene.srt, 40000 bytes.");
    }

    [Fact]
    public async Task Begins_A_Command_When_Its_Mention_Is_Clicked()
    {
        await SendAsync("/telenovela about");
        await Latest.Locator("button.mention").ClickAsync();

        await Expect(Page.Locator(".command-name")).ToContainTextAsync("/telenovela generate");
        await Expect(Line).ToBeFocusedAsync();
    }
}
