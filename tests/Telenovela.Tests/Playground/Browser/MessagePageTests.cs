using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Telenovela.Bot.Interactions.Requests;
using static Microsoft.Playwright.Assertions;

namespace Telenovela.Tests.Playground.Browser;

public sealed class MessagePageTests(ChromiumFixture chromium) : PageTest(chromium)
{
    [Fact]
    public async Task Shows_That_The_Bot_Is_Thinking_When_The_Answer_Takes_Its_Time()
    {
        Host.Processor.Hold();
        await SendAsync("/telenovela generate");
        await Expect(Latest.Locator(".thinking")).ToHaveTextAsync("Telenovela is thinking…");
        Host.Processor.Release();

        await Expect(Latest.Locator(".thinking")).ToHaveCountAsync(0);
        await Expect(Latest.Locator(".embed-title")).ToHaveTextAsync("High Tide");
        await Expect(Latest.Locator(".embed-edge rect")).ToHaveAttributeAsync("fill", "#c2185b");
        await Expect(Latest.Locator(".embed-footer")).ToContainTextAsync("seed 7");
        await Expect(Button("Spent")).ToBeDisabledAsync();
    }

    [Fact]
    public async Task Answers_And_Updates_When_Buttons_Are_Pressed()
    {
        await SendAsync("/telenovela generate");
        await Button("Again").ClickAsync();
        await Expect(Latest).ToContainTextAsync("Once more, with feeling.");
        await Expect(Latest.Locator(".cause")).ToContainTextAsync("Lucía pressed Again");

        Host.Processor.Hold();
        await Button("Continue").ClickAsync();
        await Expect(Messages.First.Locator(".button[aria-busy]")).ToHaveCountAsync(1);
        Host.Processor.Release();
        await Expect(Messages.First).ToContainTextAsync("Continued: ");
        await Expect(Messages.First.Locator(".button")).ToHaveCountAsync(0);
        await Expect(Messages).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task Says_That_It_Failed_When_A_Button_Gets_No_Answer()
    {
        await SendAsync("/telenovela generate");
        await Button("Report").ClickAsync();

        await Expect(Latest.Locator(".failure")).ToHaveTextAsync("This interaction failed");
        await Expect(Button("Report")).ToBeEnabledAsync();
    }

    [Fact]
    public async Task Says_That_Nobody_Answered_When_A_Command_Gets_No_Response()
    {
        await SendAsync("/telenovela silence");

        await Expect(Latest.Locator(".failure")).ToHaveTextAsync("The application did not respond");
        await Expect(Latest).ToContainTextAsync("Only you can see this");
    }

    [Fact]
    public async Task Sends_One_Choice_When_A_Select_Is_Used_By_Keyboard()
    {
        await SendAsync("/telenovela cast role:The twin");
        var select = Page.GetByRole(AriaRole.Combobox, new PageGetByRoleOptions { Name = "Choose a mood" });
        await select.FocusAsync();
        await Page.Keyboard.PressAsync("Enter");
        await Expect(select).ToHaveAttributeAsync("aria-expanded", "true");
        await Page.Keyboard.PressAsync("ArrowDown");
        await Expect(Latest.Locator("li.active")).ToHaveTextAsync(new Regex("In love"));
        await Page.Keyboard.PressAsync("Space");

        await Expect(Latest).ToContainTextAsync("mood: love");
    }

    [Fact]
    public async Task Sends_All_Choices_When_A_Select_Of_Several_Is_Closed()
    {
        await SendAsync("/telenovela cast role:The twin");
        await Page.GetByRole(AriaRole.Combobox, new PageGetByRoleOptions { Name = "Choose props" }).ClickAsync();
        foreach (var prop in new[] { "A ring", "A letter", "A pistol" })
        {
            await Latest.Locator("li", new LocatorLocatorOptions { HasText = prop }).ClickAsync();
        }

        await Expect(Latest.Locator("li[aria-selected=true]")).ToHaveCountAsync(2);
        await Button("Done").ClickAsync();
        await Expect(Latest).ToContainTextAsync("props: letter, ring");
        Assert.Equal(["letter", "ring"], Host.Processor.Seen.Last().Component!.Values);
    }

    [Fact]
    public async Task Shows_A_Private_Message_To_One_Person_When_It_Is_Ephemeral()
    {
        await SendAsync("/telenovela about");
        await Expect(Latest).ToContainTextAsync("Only you can see this");
        await Expect(Latest.Locator(".words time")).ToHaveTextAsync(new Regex("years ago"));
        await Page.GetByRole(AriaRole.Radio, new PageGetByRoleOptions { Name = "Rafael" }).CheckAsync();
        await Expect(Messages).ToHaveCountAsync(0);
        await Page.GetByRole(AriaRole.Radio, new PageGetByRoleOptions { Name = "Lucía" }).CheckAsync();
        await Button("Dismiss message").ClickAsync();
        await Expect(Messages).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Acts_As_A_Moderator_When_One_Is_Chosen()
    {
        await Page.GetByRole(AriaRole.Radio, new PageGetByRoleOptions { Name = "Doña Inés" }).CheckAsync();
        await Line.PressSequentiallyAsync("/manage");
        await Expect(Line).ToHaveValueAsync("/manage");
        await Expect(Suggestions).ToHaveCountAsync(0);
        await Line.FillAsync("");
        await Line.PressSequentiallyAsync("/rev");
        await Expect(Suggestions).ToHaveCountAsync(1);
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Page.Locator(".command-name")).ToContainTextAsync("/review");
        await Page.Keyboard.PressAsync("Enter");

        await Expect(Latest).ToContainTextAsync("review, en-US, Doña Inés");
        Assert.True((Assert.Single(Host.Processor.Seen).MemberPermissions & (1UL << 13)) != 0);
    }

    [Fact]
    public async Task Acts_As_An_Administrator_When_One_Is_Chosen()
    {
        await Page.GetByRole(
            AriaRole.Radio, new PageGetByRoleOptions { Name = "Don Aurelio administrator, may manage the server" }).CheckAsync();
        await SendAsync("/manage");

        await Expect(Latest).ToContainTextAsync("manage, en-US, Don Aurelio");
        Assert.True((Assert.Single(Host.Processor.Seen).MemberPermissions & (1UL << 5)) != 0);
    }

    [Fact]
    public async Task Draws_Emoji_When_The_Machine_Has_No_Font_For_Them()
    {
        await SendAsync("/telenovela generate");
        await Expect(Button("Again").Locator("svg.emoji-art path")).ToBeVisibleAsync();
        await Expect(Button("Again")).ToHaveTextAsync("Again");
        await SendAsync("/telenovela markup text:✅ 👍 ⚠️ `❌`");

        await Expect(Latest.GetByRole(AriaRole.Img)).ToHaveCountAsync(3);
        await Expect(Latest.Locator(".words code")).ToHaveTextAsync("❌");
    }

    [Fact]
    public async Task Shows_A_Picture_With_Its_Words_When_A_File_Is_One()
    {
        await SendAsync("/telenovela picture");
        var picture = Page.GetByAltText("A red sun sinks into a violet sea");

        await Expect(picture).ToBeVisibleAsync();
        Assert.Equal(400, await picture.EvaluateAsync<int>("image => image.decode().then(() => image.naturalWidth)"));
        await Expect(Latest.GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "Download scene.fountain" })).ToHaveAttributeAsync("download", "scene.fountain");
    }

    [Theory]
    [InlineData("<script>window.stolen = 1</script>")]
    [InlineData("<img src=x onerror=\"window.stolen = 1\">")]
    [InlineData("[a letter](javascript:window.stolen=1)")]
    public async Task Runs_Nothing_When_The_Bot_Says_Html(string text)
    {
        await SendAsync("/telenovela markup text:" + text);

        await Expect(Latest.Locator(".words")).ToContainTextAsync(text.StartsWith('[') ? "a letter" : text);
        Assert.Equal(0, await Latest.Locator(".words script, .words img, .words a").CountAsync());
        Assert.False(await Page.EvaluateAsync<bool>("() => 'stolen' in window"));
    }

    [Fact]
    public async Task Speaks_The_Chosen_Language_When_It_Is_Switched()
    {
        await Page.Locator("#language").SelectOptionAsync("es-419");
        await Expect(Line).ToHaveAttributeAsync("placeholder", "Escribe / para ver los comandos");
        await Expect(Page.Locator("html")).ToHaveAttributeAsync("lang", "es-419");
        await Line.PressSequentiallyAsync("/generar");
        await Expect(Suggestions).ToContainTextAsync(["/telenovela generar"]);
        await Page.Keyboard.PressAsync("Escape");
        await SendAsync("/telenovela acerca");

        await Expect(Latest).ToContainTextAsync("Locale es-419.");
        await Expect(Latest).ToContainTextAsync("Solo tú puedes ver esto");
        Assert.Equal(InteractionType.Command, Host.Processor.Seen.Last().Type);
    }
}
