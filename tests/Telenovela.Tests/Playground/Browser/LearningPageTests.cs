using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Telenovela.Bot.Retraining;
using Telenovela.Bot.Retraining.Reports;
using Telenovela.Bot.Retraining.Runs;
using Telenovela.Bot.Retraining.Stages;
using Telenovela.Bot.Storage.Rows;
using static Microsoft.Playwright.Assertions;

namespace Telenovela.Tests.Playground.Browser;

public sealed class LearningPageTests(ChromiumFixture chromium) : PageTest(chromium)
{
    private static readonly RetrainingProgress Training = new(3, RunTrigger.Nightly, DateTimeOffset.UnixEpoch, StageName.Train, 0.42, TimeSpan.FromMinutes(7))
    {
        Model = "telenovela-es",
        Epoch = 1,
        Epochs = 2,
        HeldOutNats = 1.23456,
    };

    private readonly string _folder = Directory.CreateTempSubdirectory("telenovela-page-").FullName;

    protected override IEnumerable<KeyValuePair<string, string?>> Settings => [new(PlaygroundHost.StoreDirectory, _folder), new("Storage:BallastMegabytes", "0")];

    private ILocator Panel => Page.Locator(".learning");

    [Fact]
    public async Task Shows_The_Run_As_It_Goes_And_How_It_Ended()
    {
        await Expect(Panel).ToContainTextAsync("Nothing has been retrained yet");
        await Expect(Panel.GetByRole(AriaRole.Progressbar)).ToHaveCountAsync(0);

        Host.Retraining.MoveTo(Training);

        var bar = Page.GetByRole(AriaRole.Progressbar, new PageGetByRoleOptions { Name = "Learning" });
        await Expect(bar).ToHaveAttributeAsync("aria-valuenow", "42");
        await Expect(bar).ToHaveAttributeAsync("aria-valuetext", "42 %, Training");
        await Expect(Panel).ToContainTextAsync("telenovela-es · epoch 1 of 2 · 7 min left · held-out loss 1.2346");
        var width = await Panel.Locator("rect").EvaluateAsync<double>("bar => bar.getBoundingClientRect().width / bar.closest('.learning-bar').getBoundingClientRect().width");
        Assert.Equal(0.42, width, 2);

        Host.Retraining.MoveTo(Training with { Stage = StageName.Gate, Share = 0.97, Left = null, Model = null, Epoch = null });
        await Expect(bar).ToHaveAttributeAsync("aria-valuenow", "97");
        await Expect(Panel.Locator(".learning-now")).ToContainTextAsync("Deciding");

        var runs = Host.Services.GetRequiredService<TrainingRunStore>();
        var run = (await runs.BeginAsync(new RunRequest(RunTrigger.Nightly), TestContext.Current.CancellationToken))!;
        await runs.EndStageAsync(run.Id, StageName.Prepare, 8, new RunReport(), TestContext.Current.CancellationToken);
        await runs.EndAsync(run.Id, RunState.Promoted, "20261125-030011", new RunReport(), TestContext.Current.CancellationToken);
        Host.Retraining.MoveTo(null);

        await Expect(Panel).ToContainTextAsync("The new models passed the gate and write now. New lines: 8");
        await Expect(bar).ToHaveCountAsync(0);

        // Going back, and what another process does, is told by nobody.
        await runs.RolledBackAsync(null, TestContext.Current.CancellationToken);
        await Expect(Panel).ToContainTextAsync("The models before write again");
    }

    [Fact]
    public async Task Speaks_Spanish_When_The_Page_Does()
    {
        Host.Retraining.MoveTo(Training);
        await Page.Locator("#language").SelectOptionAsync("es-ES");

        await Expect(Panel.Locator("h2")).ToHaveTextAsync("Aprendizaje");
        await Expect(Panel).ToContainTextAsync("época 1 de 2 · quedan 7 min · pérdida en lo reservado 1,2346");
        await Expect(Panel.GetByRole(AriaRole.Progressbar)).ToHaveAttributeAsync("aria-valuetext", "42 %, Entrena");
    }

    [Fact]
    public async Task Follows_Nothing_Any_More_When_The_Page_Is_Closed()
    {
        await Expect(Panel).ToBeVisibleAsync();
        Assert.Equal(1, Host.Retraining.Followers);

        await Page.GotoAsync("about:blank");

        for (var waits = 0; Host.Retraining.Followers > 0 && waits < 200; waits++)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        Assert.Equal(0, Host.Retraining.Followers);
    }
}
