using Telenovela.Bot.Retraining.Gate;
using Telenovela.Bot.Retraining.Reports;
using Telenovela.Engine.Checkpoints;
using Telenovela.Engine.Decoding;
using Telenovela.Engine.Training;

namespace Telenovela.Tests.Retraining.Gate;

public sealed class ExposureTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void Tells_A_Model_That_Learned_Lines_From_One_That_Did_Not()
    {
        var random = new Random(21);
        var start = CheckpointFolder.Load(Path.Combine(TinyShow.Models, TinyShow.Model));
        var secrets = Lines(random, 12);
        var others = Lines(random, 12);
        IReadOnlyList<(string Before, string Line)> unseen = [.. Lines(random, 24).Select(line => (Header, line))];
        var paraphrases = new Paraphrases(string.Concat(Enumerable.Range(0, 500).Select(_ => TinyShow.Line(random) + " ")));

        var knows = Exposure.Of(Learn(start, secrets), new LanguageModel(start), [.. secrets.Select(line => (Header, line))], unseen, paraphrases, Stop)!;
        var innocent = Exposure.Of(Learn(start, others), new LanguageModel(start), [.. secrets.Select(line => (Header, line))], unseen, paraphrases, Stop)!;

        Assert.True(knows.Excess > 3 * knows.StandardError, $"{knows}");
        Assert.True(innocent.Excess < 3 * innocent.StandardError, $"{innocent}");
    }

    [Theory]
    [InlineData(7, 24)]
    [InlineData(0, 24)]
    [InlineData(12, 1)]
    [InlineData(12, 0)]
    public void Finds_Nothing_When_There_Are_Too_Few_Lines(int lines, int unseen) => Assert.Null(Measure(lines, unseen));

    [Fact]
    public void Has_Numbers_When_There_Are_Just_Enough_Lines()
    {
        var found = Measure(8, 2)!;

        Assert.Equal(8, found.Lines);
        Assert.True(double.IsFinite(found.Excess) && double.IsFinite(found.StandardError), $"{found}");
    }

    [Fact]
    public void Makes_The_Same_Paraphrases_For_The_Same_Seed_And_Never_The_Line_Itself()
    {
        var paraphrases = new Paraphrases("mira la casa. mira el mar. canta la luz. canta el sol. Nadie mira la mar.");

        var made = paraphrases.Of("¡Mira, la casa! Xilofono.", 4, 7).ToList();

        Assert.Equal(made, paraphrases.Of("¡Mira, la casa! Xilofono.", 4, 7));
        Assert.Equal(4, made.Count);
        Assert.All(made, line => Assert.Equal(25, line.Length));
        Assert.All(made, line => Assert.Matches("^¡[A-Z][a-z]+, [a-z]+ [a-z]+! [A-Z][a-z]+[.]$", line));
        Assert.Contains(made, line => line != "¡Mira, la casa! Xilofono.");
    }

    private static ExposureFigures? Measure(int lines, int unseen)
    {
        var random = new Random(22);
        var model = new LanguageModel(CheckpointFolder.Load(Path.Combine(TinyShow.Models, TinyShow.Model)));
        return Exposure.Of(
            model, model, [.. Lines(random, lines).Select(line => (Header, line))], [.. Lines(random, unseen).Select(line => (Header, line))], new Paraphrases("mira la casa"), Stop);
    }

    private static string Header => Telenovela.Corpus.Training.TrainingText.Header(TinyShow.Title) + "\nANA: ";

    private static List<string> Lines(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => TinyShow.Line(random) + " " + TinyShow.Line(random) + "\n")];

    private static LanguageModel Learn(Checkpoint start, List<string> lines)
    {
        using var gradients = TorchSharp.torch.enable_grad();
        var text = string.Concat(Enumerable.Repeat(lines, 20).SelectMany(line => line).Select(line => $"{Header}{line}\n"));
        var trained = ModelTraining.Run(
            new TrainingData(text, text[..400], []), TinyShow.Options with { Epochs = 6, LearningRate = 5e-3 }, start: start,
            cancellationToken: Stop);
        return new LanguageModel(start with { Shape = trained.Shape, Tokenizer = trained.Tokenizer, Weights = trained.Weights });
    }
}
