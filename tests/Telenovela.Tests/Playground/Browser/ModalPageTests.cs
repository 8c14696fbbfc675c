using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Telenovela.Tests.Playground.Browser;

public sealed class ModalPageTests(ChromiumFixture chromium) : PageTest(chromium)
{
    private ILocator Dialog => Page.GetByRole(AriaRole.Dialog, new PageGetByRoleOptions { Name = "A scene of your own" });

    [Fact]
    public async Task Asks_For_What_Is_Missing_And_Submits_When_All_Is_There()
    {
        await SendAsync("/telenovela contribute");
        await Expect(Dialog.Locator("#modal-field-0")).ToBeFocusedAsync();
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Dialog.Locator(".problem:not(:empty)")).ToHaveTextAsync(["Please fill this in.", "Please fill this in.", "Choose at least 1."]);
        await Expect(Dialog.Locator("#modal-field-0")).ToBeFocusedAsync();

        await Page.Keyboard.TypeAsync("ab");
        await Dialog.Locator("#modal-field-1").FillAsync("MARISOL: No.\nRAMIRO: Sí.");
        await Dialog.Locator("#modal-field-2").ClickAsync();
        await Dialog.Locator("li", new LocatorLocatorOptions { HasText = "public domain" }).ClickAsync();
        await Expect(Dialog).ToContainTextAsync("24 / 2000");
        await Dialog.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Submit" }).ClickAsync();
        await Expect(Dialog.Locator(".problem:not(:empty)")).ToHaveTextAsync(["At least 3 characters; it has 2."]);
        await Dialog.Locator("#modal-field-0").FillAsync("The letter");
        await Dialog.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Submit" }).ClickAsync();

        await Expect(Dialog).ToHaveCountAsync(0);
        await Expect(Latest).ToContainTextAsync("Thank you for “The letter” (cc0).");
        Assert.Equal("MARISOL: No.\nRAMIRO: Sí.", Host.Processor.Seen.Last().Modal!.Fields["scene"][0]);
    }

    [Fact]
    public async Task Keeps_The_Focus_Inside_When_Tab_Is_Pressed_Again_And_Again()
    {
        await SendAsync("/telenovela contribute");
        await Expect(Dialog.Locator("#modal-field-0")).ToBeFocusedAsync();
        for (var at = 0; at < 20; at++)
        {
            await Page.Keyboard.PressAsync("Tab");
            Assert.True(await Page.EvaluateAsync<bool>(
                "() => document.activeElement === document.body || document.getElementById('modal').contains(document.activeElement)"));
        }
    }

    [Fact]
    public async Task Closes_And_Gives_The_Focus_Back_When_Escape_Is_Pressed()
    {
        await SendAsync("/telenovela contribute");
        await Expect(Dialog.Locator("#modal-field-0")).ToBeFocusedAsync();
        await Page.Keyboard.PressAsync("Escape");

        await Expect(Dialog).ToHaveCountAsync(0);
        await Expect(Messages).ToHaveCountAsync(0);
        Assert.Contains(await Page.EvaluateAsync<string>("() => document.activeElement.id"), new[] { "composer-tail", "composer-send" });
    }

    [Fact]
    public async Task Closes_The_List_Only_When_Escape_Is_Pressed_In_A_Select()
    {
        await SendAsync("/telenovela contribute");
        await Dialog.Locator("#modal-field-2").ClickAsync();
        await Expect(Dialog.Locator("[role=listbox]")).ToBeVisibleAsync();
        await Page.Keyboard.PressAsync("Escape");

        await Expect(Dialog.Locator("[role=listbox]")).ToHaveCountAsync(0);
        await Expect(Dialog).ToBeVisibleAsync();
    }
}
