using Telenovela.Bot.Commands.Retrain;
using Telenovela.Bot.Interactions.Replies;
using Telenovela.Bot.Interactions.Requests;
using Telenovela.Bot.Retraining;
using Telenovela.Bot.Retraining.Reports;
using Telenovela.Bot.Retraining.Runs;
using Telenovela.Bot.Retraining.Stages;
using Telenovela.Bot.Storage.Rows;
using Telenovela.Story.Models.Generations;

namespace Telenovela.Tests.Bot.Commands;

public sealed class RetrainTests
{
    private const ulong ManageGuild = 1UL << 5;

    private static RetrainingProgress Training(BotUnderTest bot) => new(3, RunTrigger.Nightly, bot.Clock.GetUtcNow(), StageName.Train, 0.42, TimeSpan.FromMinutes(7))
    {
        Model = "telenovela-es",
        Epoch = 1,
        Epochs = 2,
        HeldOutNats = 1.23456,
    };

    [Theory]
    [InlineData("now")]
    [InlineData("status")]
    [InlineData("cancel")]
    [InlineData("rollback")]
    [InlineData("history")]
    public async Task Refuses_Everybody_But_Administrators(string subcommand)
    {
        await using var bot = await BotUnderTest.StartWithStoreAsync();

        var moderator = await bot.AnswerAsync(bot.Command($"telenovela-admin retrain {subcommand}") with { MemberPermissions = 1UL << 13 });
        var alone = await bot.AnswerAsync(bot.Command($"telenovela-admin retrain {subcommand}") with { GuildId = null });

        Assert.Contains("Manage Server", moderator.Content, StringComparison.Ordinal);
        Assert.Contains("in a server only", alone.Content, StringComparison.Ordinal);
        Assert.Empty(bot.Retraining.Requests);
        Assert.Equal(0, bot.Retraining.Cancellations);
    }

    [Theory]
    [InlineData(RetrainRefreshButton.HandlerName)]
    [InlineData($"{RetrainRollBackButton.HandlerName}:20261125-030011")]
    public async Task Refuses_A_Press_When_The_Permission_Is_Gone(string customId)
    {
        await using var bot = await BotUnderTest.StartWithStoreAsync();
        bot.Models.InUse = "20261125-030011";

        var answer = await bot.AnswerAsync(bot.Press(customId, new CarryingMessage(900, "", [])) with { MemberPermissions = 0 });

        Assert.Contains("Manage Server", answer.Content, StringComparison.Ordinal);
        Assert.Equal(0, bot.Retraining.RollBacks);
    }

    [Fact]
    public async Task Says_Why_When_The_Operator_Named_Other_Servers()
    {
        await using var bot = await BotUnderTest.StartWithStoreAsync(null, ("Retraining:Servers:0", "67"));

        var here = await RetrainAsync(bot, "now");
        var spanish = await RetrainAsync(bot, "status", "es-419");
        var there = await bot.AnswerAsync(bot.Command("telenovela-admin retrain now") with { GuildId = 67, MemberPermissions = ManageGuild });

        Assert.Contains("`Retraining:Servers`", here.Content, StringComparison.Ordinal);
        Assert.Contains("Este servidor no está entre ellos", spanish.Content, StringComparison.Ordinal);
        Assert.NotEmpty(there.Embeds);
        Assert.Single(bot.Retraining.Requests);
    }

    [Theory]
    [InlineData("en-US", "I begin to learn", "Refresh")]
    [InlineData("es-ES", "Empiezo a aprender", "Actualizar")]
    public async Task Begins_A_Run_And_Answers_At_Once_When_Asked(string locale, string title, string refresh)
    {
        await using var bot = await BotUnderTest.StartWithStoreAsync();

        var answer = await RetrainAsync(bot, "now", locale);

        Assert.Equal([new RunRequest(RunTrigger.Command)], bot.Retraining.Requests);
        Assert.Equal(title, answer.Embeds[0].Title);
        Assert.Equal(refresh, Assert.IsType<Button>(answer.Rows[0].Components[0]).Label);
        bot.Retraining.Run.SetException(new InvalidOperationException("Nobody waits for this."));
    }

    [Theory]
    [InlineData("en-US", "already")]
    [InlineData("es-419", "ya se están reentrenando")]
    public async Task Points_To_The_Status_When_A_Run_Is_Under_Way(string locale, string words)
    {
        await using var bot = await BotUnderTest.StartWithStoreAsync();
        bot.Retraining.MoveTo(Training(bot));

        var answer = await RetrainAsync(bot, "now", locale);

        Assert.Contains(words, answer.Content, StringComparison.Ordinal);
        Assert.Contains("`/telenovela-admin retrain status`", answer.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_So_When_Another_Process_Is_Retraining()
    {
        await using var bot = await BotUnderTest.StartWithStoreAsync();
        bot.Retraining.Run.SetResult(null);

        var answer = await RetrainAsync(bot, "now");

        Assert.Contains("Another process", answer.Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en-US", "▶️ **Training** · `telenovela-es` · epoch 1 of 2", "✅ Preparing the text", "▫️ Telling people", "Held-out loss: 1.2346 nats", "42%")]
    [InlineData("es-ES", "▶️ **Entrenar** · `telenovela-es` · época 1 de 2", "✅ Preparar el texto", "▫️ Contarlo", "Pérdida en lo reservado: 1,2346 nats", "42 %")]
    public async Task Shows_How_Far_It_Is_When_A_Run_Is_Under_Way(string locale, string now, string behind, string ahead, string loss, string share)
    {
        await using var bot = await BotUnderTest.StartWithStoreAsync();
        bot.Retraining.MoveTo(Training(bot));

        var status = await RetrainAsync(bot, "status", locale);

        var shown = status.Embeds[0].Description!.Replace('\u00a0', ' ');
        foreach (var words in new[] { now, behind, ahead, loss, $"`████████░░░░░░░░░░░░` {share}", $"<t:{bot.Clock.GetUtcNow().AddMinutes(7).ToUnixTimeSeconds()}:R>" })
        {
            Assert.Contains(words, shown, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Shows_A_Stage_By_Its_Own_Name_When_There_Are_No_Words_For_It()
    {
        await using var bot = await BotUnderTest.StartWithStoreAsync();
        bot.Retraining.MoveTo(Training(bot) with { Stage = "rest", Share = double.NaN, Left = null, Model = null, Epoch = null, HeldOutNats = null });

        var status = await RetrainAsync(bot, "status");

        Assert.StartsWith("▶️ **`rest`**\n▫️ Preparing", status.Embeds[0].Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_The_Next_State_When_Refresh_Is_Pressed()
    {
        await using var bot = await BotUnderTest.StartWithStoreAsync();
        bot.Retraining.MoveTo(Training(bot));
        var before = await RetrainAsync(bot, "status");
        bot.Retraining.MoveTo(null);
        await bot.PromoteAsync("20261125-030011");

        var after = await bot.AnswerAsync(bot.Press(Assert.IsType<Button>(before.Rows[0].Components[0]).CustomId, BotUnderTest.Carrying(before)) with { MemberPermissions = ManageGuild });

        Assert.True(after.ReplacesMessage);
        Assert.Contains("promoted", after.Embeds[0].Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_The_Gates_Decision_With_Its_Numbers_When_A_Run_Was_Promoted()
    {
        await using var bot = await BotUnderTest.StartWithStoreAsync();
        await bot.PromoteAsync("20261125-030011");

        var status = (await RetrainAsync(bot, "status")).Embeds[0];

        Assert.StartsWith("✅ Last run (1): promoted", status.Title, StringComparison.Ordinal);
        Assert.Contains("as `20261125-030011`", status.Description, StringComparison.Ordinal);
        Assert.Contains("took 12 min", status.Description, StringComparison.Ordinal);
        Assert.Contains("New lines: 42", status.Description, StringComparison.Ordinal);
        Assert.Contains("✔️ Preparing the text · ✖️ Training", status.Description, StringComparison.Ordinal);
        var model = Assert.Single(status.Fields);
        Assert.Equal("✅ telenovela-en", model.Name);
        Assert.Equal(
            [
                "New lines: 42 · learned in all: 310",
                "New characters: `ñ €`",
                "✅ every loss is a number",
                "✅ held-out episodes: 1.1648 → 1.1602 nats per character; difference -0.0046, allowed +0.0050",
                "✅ held-out episodes, against the shipped model: -0.0061 nats per character, allowed +0.0200",
                "✅ held-out contributions, 60 of them: 2.1000 → 1.9500 nats per character; difference -0.1500 ± 0.0310, allowed +0.0310",
                "✅ texts that end their lines: 97.0%, at least 90.0%",
                "✅ words that people use too: 99.5%, at least 95.0%",
                "✅ characters in a row copied from the training text: 41, at most 60",
                "✅ lines learned that may no longer be learned: 0, at most 0",
                "✅ deleted lines known better than paraphrases of them by 0.0123 nats per character, at most 0.0500",
            ],
            model.Value.Split('\n'));
    }

    [Fact]
    public async Task Shows_What_Failed_When_A_Run_Was_Not_Promoted()
    {
        await using var bot = await BotUnderTest.StartWithStoreAsync();
        await bot.AddAsync(RunState.Rejected, new RunReport { Models = [NightRuns.Model(challenger: 1.1748, passes: false), NightRuns.Model("telenovela-es", language: "es")] });

        var english = (await RetrainAsync(bot, "status")).Embeds[0];
        var spanish = (await RetrainAsync(bot, "status", "es-ES")).Embeds[0];

        Assert.StartsWith("❌", english.Title, StringComparison.Ordinal);
        Assert.Contains("didn't pass the gate", english.Description, StringComparison.Ordinal);
        Assert.Contains("❌ held-out episodes: 1.1648 → 1.1748 nats per character; difference +0.0100, allowed +0.0050", english.Fields[0].Value, StringComparison.Ordinal);
        Assert.Equal(["❌ telenovela-en", "✅ telenovela-es"], english.Fields.Select(field => field.Name));
        Assert.Contains("❌ episodios reservados: 1,1648 → 1,1748 nats por carácter; diferencia +0,0100, permitida +0,0050", spanish.Fields[0].Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en-US", "the weights that training began with write now, as `20261126-030011`")]
    [InlineData("es-ES", "escriben los pesos con los que empezó el entrenamiento, como `20261126-030011`")]
    public async Task Says_What_Writes_When_The_Models_Before_Had_To_Go_And_The_New_Ones_Failed(string locale, string words)
    {
        await using var bot = await BotUnderTest.StartWithStoreAsync();
        await bot.AddAsync(RunState.Rejected, new RunReport { Models = [NightRuns.Model(passes: false)] }, "20261126-030011");

        Assert.Contains(words, (await RetrainAsync(bot, "status", locale)).Embeds[0].Description, StringComparison.Ordinal);
        Assert.EndsWith("`20261126-030011`", (await RetrainAsync(bot, "history", locale)).Embeds[0].Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SkipReason.NothingNew, "en-US", "no line was approved since")]
    [InlineData(SkipReason.RolledBack, "en-US", "learned once already")]
    [InlineData(SkipReason.TooFew, "en-US", "fewer new lines")]
    [InlineData(SkipReason.Refused, "en-US", "the gate refused")]
    [InlineData(SkipReason.Refused, "es-419", "no pasó la prueba")]
    [InlineData(SkipReason.NothingNew, "es-419", "no se aceptó ninguna línea")]
    [InlineData(SkipReason.RolledBack, "es-419", "se volvió atrás")]
    [InlineData(SkipReason.TooFew, "es-419", "menos líneas nuevas")]
    public async Task Says_Why_When_There_Was_Nothing_To_Do(SkipReason reason, string locale, string words)
    {
        await using var bot = await BotUnderTest.StartWithStoreAsync();
        await bot.AddAsync(RunState.Skipped, new RunReport { Skipped = reason }, newLines: 0);

        var status = await RetrainAsync(bot, "status", locale);

        Assert.Contains(words, status.Embeds[0].Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(RunState.Failed, "en-US", "Something went wrong, and the models before go on writing: The disk is full.")]
    [InlineData(RunState.Failed, "es-ES", "Algo salió mal y siguen escribiendo los modelos de antes: The disk is full.")]
    [InlineData(RunState.Cancelled, "en-US", "Somebody stopped it")]
    [InlineData(RunState.Cancelled, "es-ES", "Alguien la detuvo")]
    [InlineData(RunState.RolledBack, "en-US", "write again: the shipped models")]
    [InlineData(RunState.Running, "en-US", "Another process is retraining")]
    public async Task Says_What_Became_Of_It_When_A_Run_Ended_Otherwise(RunState state, string locale, string words)
    {
        await using var bot = await BotUnderTest.StartWithStoreAsync();
        await bot.AddAsync(state, new RunReport { Failure = "The disk is full." });

        var status = await RetrainAsync(bot, "status", locale);

        Assert.Contains(words, status.Embeds[0].Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stays_Within_An_Embed_When_There_Are_Very_Many_Models()
    {
        await using var bot = await BotUnderTest.StartWithStoreAsync();
        await bot.AddAsync(RunState.Rejected, new RunReport { Failure = new string('*', 3000), Models = [.. Enumerable.Range(0, 40).Select(at => NightRuns.Model($"character-{at}-{new string('x', 100)}"))] });
        await bot.AddAsync(RunState.Failed, new RunReport { Failure = new string('*', 3000), Models = [NightRuns.Model() with { NewCharacters = new string('文', 500) }] });

        foreach (var embed in new[] { (await RetrainAsync(bot, "status")).Embeds[0], (await RetrainAsync(bot, "history")).Embeds[0], bot.Get<RetrainStatus>().Ended((await bot.Get<TrainingRunStore>().FindAsync(1, TestContext.Current.CancellationToken))!).Embeds[0] })
        {
            AssertFits(embed);
        }
    }

    [Theory]
    [InlineData("en-US", "No run is under way here.", "The run is being stopped")]
    [InlineData("es-419", "Aquí no hay ninguna sesión en marcha.", "La sesión se está deteniendo")]
    public async Task Stops_The_Run_When_One_Is_Under_Way(string locale, string none, string stopped)
    {
        await using var bot = await BotUnderTest.StartWithStoreAsync();
        var before = await RetrainAsync(bot, "cancel", locale);
        bot.Retraining.MoveTo(Training(bot));

        var after = await RetrainAsync(bot, "cancel", locale);

        Assert.Equal(none, before.Content);
        Assert.StartsWith(stopped, after.Content, StringComparison.Ordinal);
        Assert.Equal(2, bot.Retraining.Cancellations);
    }

    [Theory]
    [InlineData("en-US", "In use now: `20261126-030011`\nAfterwards: `20261125-030011`", "Done: `20261125-030011` write")]
    [InlineData("es-ES", "En uso ahora: `20261126-030011`\nDespués: `20261125-030011`", "Hecho: desde ahora escriben `20261125-030011`")]
    public async Task Goes_Back_When_It_Is_Confirmed(string locale, string question, string done)
    {
        await using var bot = await BotUnderTest.StartWithStoreAsync();
        (bot.Models.InUse, bot.Models.Before) = ("20261126-030011", () => "20261125-030011");
        bot.Retraining.RollBack = () =>
        {
            bot.Models.InUse = "20261125-030011";
            return bot.Get<TrainingRunStore>().RolledBackAsync("20261125-030011", CancellationToken.None);
        };

        var asked = await RetrainAsync(bot, "rollback", locale);
        Assert.Equal(0, bot.Retraining.RollBacks);
        var button = Assert.IsType<Button>(asked.Rows[0].Components[0]);
        var pressed = await PressAsync(bot, button, asked, locale);
        var again = await PressAsync(bot, button, asked, locale);

        Assert.StartsWith(question, asked.Embeds[0].Description, StringComparison.Ordinal);
        Assert.Equal(ButtonStyle.Danger, button.Style);
        Assert.Contains(done, pressed.Embeds[0].Description, StringComparison.Ordinal);
        Assert.True(pressed.ReplacesMessage);
        Assert.Empty(pressed.Rows);
        Assert.Equal(1, bot.Retraining.RollBacks);
        Assert.Contains("retrain rollback`", again.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_The_Shipped_Models_When_There_Is_No_Generation_Before()
    {
        await using var bot = await BotUnderTest.StartWithStoreAsync();
        bot.Models.InUse = "20261125-030011";
        bot.Retraining.MoveTo(Training(bot));

        var asked = await RetrainAsync(bot, "rollback");

        Assert.Contains("Afterwards: the shipped models", asked.Embeds[0].Description, StringComparison.Ordinal);
        Assert.Contains("A run is under way; it is stopped first.", asked.Embeds[0].Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en-US", "nothing was changed")]
    [InlineData("es-ES", "El motivo, en inglés")]
    public async Task Asks_Nothing_When_There_Is_Nothing_Usable_To_Go_Back_To(string locale, string words)
    {
        await using var bot = await BotUnderTest.StartWithStoreAsync();
        bot.Models.InUse = "20261125-030011";
        bot.Models.Before = () => throw new GenerationException("There is nothing to go back to.");

        var answer = await RetrainAsync(bot, "rollback", locale);

        Assert.Contains(words, answer.Content, StringComparison.Ordinal);
        Assert.Empty(answer.Rows);
    }

    [Theory]
    [InlineData("en-US", "there is nothing to go back to")]
    [InlineData("es-419", "no hay nada a lo que volver")]
    public async Task Says_So_When_There_Is_Nothing_To_Go_Back_To(string locale, string words)
    {
        await using var bot = await BotUnderTest.StartWithStoreAsync();

        var answer = await RetrainAsync(bot, "rollback", locale);

        Assert.Contains(words, answer.Content, StringComparison.Ordinal);
        Assert.Empty(answer.Rows);
    }

    [Theory]
    [InlineData("en-US", "nothing was changed")]
    [InlineData("es-ES", "El motivo, en inglés")]
    public async Task Says_Why_When_Going_Back_Is_Impossible(string locale, string words)
    {
        await using var bot = await BotUnderTest.StartWithStoreAsync();
        bot.Models.InUse = "20261125-030011";
        bot.Retraining.RollBack = () => throw new GenerationException("There is *nothing* to go back to.");
        var asked = await RetrainAsync(bot, "rollback", locale);

        var answer = await PressAsync(bot, Assert.IsType<Button>(asked.Rows[0].Components[0]), asked, locale);

        Assert.Contains(words, answer.Content, StringComparison.Ordinal);
        Assert.Contains(@"There is \*nothing\* to go back to.", answer.Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en-US", "on schedule · ❌ not promoted · new lines: 42 · `en` 1.1648→1.1748", "by hand · ↩️ went back · the shipped models", "Nothing has been retrained yet.")]
    [InlineData("es-ES", "según el horario · ❌ no aceptada · líneas nuevas: 42 · `en` 1,1648→1,1748", "a mano · ↩️ vuelta atrás · los modelos de fábrica", "Todavía no se ha reentrenado nada.")]
    public async Task Lists_The_Last_Ten_Runs_When_Asked_For_The_History(string locale, string rejected, string back, string none)
    {
        await using var bot = await BotUnderTest.StartWithStoreAsync();
        var empty = await RetrainAsync(bot, "history", locale);
        for (var at = 0; at < 9; at++)
        {
            await bot.PromoteAsync($"2026112{at}-030011");
        }

        await bot.AddAsync(RunState.Rejected, new RunReport { Models = [NightRuns.Model(challenger: 1.1748, passes: false)] });
        await bot.Get<TrainingRunStore>().RolledBackAsync(null, TestContext.Current.CancellationToken);

        var lines = (await RetrainAsync(bot, "history", locale)).Embeds[0].Description!.Split('\n');

        Assert.Equal(none, empty.Embeds[0].Description);
        Assert.Equal(10, lines.Length);
        Assert.Equal($"<t:{bot.Clock.GetUtcNow().ToUnixTimeSeconds()}:d> · {back}", lines[0]);
        Assert.EndsWith(rejected, lines[1], StringComparison.Ordinal);
        Assert.EndsWith("`20261128-030011`", lines[2], StringComparison.Ordinal);
        AssertFits((await RetrainAsync(bot, "history", locale)).Embeds[0]);
    }

    private static void AssertFits(Embed embed)
    {
        Assert.InRange((embed.Title ?? "").Length, 0, 256);
        Assert.InRange(embed.Description!.Length, 1, 4096);
        Assert.InRange(embed.Fields.Count, 0, 25);
        Assert.All(embed.Fields, field => Assert.InRange(field.Value.Length, 1, 1024));
        Assert.All(embed.Fields, field => Assert.InRange(field.Name.Length, 1, 256));
        Assert.InRange((embed.Title ?? "").Length + embed.Description.Length + (embed.Footer ?? "").Length + embed.Fields.Sum(field => field.Name.Length + field.Value.Length), 1, 6000);
    }

    private static Task<MessageReply> PressAsync(BotUnderTest bot, Button button, MessageReply message, string locale) =>
        bot.AnswerAsync(bot.Press(button.CustomId, BotUnderTest.Carrying(message)) with { MemberPermissions = ManageGuild, Locale = locale });

    private static async Task<MessageReply> RetrainAsync(BotUnderTest bot, string subcommand, string locale = "en-US")
    {
        var answer = await bot.AnswerAsync(bot.Command($"telenovela-admin retrain {subcommand}") with { MemberPermissions = ManageGuild, Locale = locale });
        Assert.True(answer.Ephemeral);
        return answer;
    }
}
