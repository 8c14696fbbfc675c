using Telenovela.Engine.Checkpoints;
using Telenovela.Engine.Decoding;
using Telenovela.Engine.Evaluation;
using Telenovela.Engine.Tokenizers;
using Telenovela.Engine.Training;

namespace Telenovela.Tests.Engine.Training;

public sealed class VocabularyGrowthTests
{
    private const string News = "ANA: ¡Qué niño, señor!\n";

    [Fact]
    public void Is_The_Same_Model_When_The_Text_Brings_Nothing_New()
    {
        var model = SmallModel.Checkpoint;

        Assert.Same(model, VocabularyGrowth.Grow(model, SmallModel.Text));
    }

    [Fact]
    public void Keeps_Every_Old_Row_When_Characters_Are_Added()
    {
        var model = SmallModel.Checkpoint;

        var grown = VocabularyGrowth.Grow(model, News);

        Assert.Equal(model.Tokenizer.Vocabulary, grown.Tokenizer.Vocabulary.Take(model.Tokenizer.Count - 1));
        Assert.All(grown.Shape.Tensors, tensor => Assert.Equal(tensor.Value.Aggregate(1L, (size, length) => size * length), grown.Weights[tensor.Key].Length));
        Assert.All(model.Weights, tensor => Assert.Equal(tensor.Value, grown.Weights[tensor.Key].AsSpan(0, tensor.Value.Length).ToArray()));
    }

    [Fact]
    public void Writes_A_New_Character_Like_Its_Plain_Form_But_Rarer_When_It_Has_One()
    {
        var grown = VocabularyGrowth.Grow(SmallModel.Checkpoint, News);
        var (plain, added) = (grown.Tokenizer.Encode("n")[0], grown.Tokenizer.Encode("ñ")[0]);
        var decoder = new LstmDecoder(new LanguageModel(grown));

        decoder.Read(plain);
        var logits = decoder.Predict();

        Assert.Equal(logits[plain] - 3, logits[added], 3);
    }

    [Fact]
    public void Foresees_Known_Text_Nearly_As_Before_When_Characters_Were_Added()
    {
        var before = Evaluator.Evaluate(SmallModel.Model, SmallModel.Text, cancellationToken: TestContext.Current.CancellationToken);
        var after = Evaluator.Evaluate(new LanguageModel(VocabularyGrowth.Grow(SmallModel.Checkpoint, News)), SmallModel.Text, cancellationToken: TestContext.Current.CancellationToken);

        Assert.InRange(after.Nats - before.Nats, 0, 0.1);
    }

    [Fact]
    public void Learns_The_News_Without_Starting_Over_When_Training_Goes_On()
    {
        var text = SmallModel.Text + string.Concat(Enumerable.Repeat(News, 40));
        var options = SmallModel.Options with { Epochs = 1, LearningRate = 3e-3 };

        var trained = ModelTraining.Run(
            TrainingData.Split([new NamedText("more", text)]), options, start: SmallModel.Checkpoint,
            cancellationToken: TestContext.Current.CancellationToken);
        var fresh = ModelTraining.Run(
            TrainingData.Split([new NamedText("more", text)]), options, cancellationToken: TestContext.Current.CancellationToken);

        var (further, anew) = (Loss(trained), Loss(fresh));
        Assert.True(further < 0.5 * anew, $"{further} after going on, {anew} after one epoch from nothing");
        Assert.Contains("ñ", trained.Tokenizer.Vocabulary);

        static double Loss(TrainedModel model) => Evaluator.Evaluate(new LanguageModel(SmallModel.ToCheckpoint(model)), SmallModel.Text).Nats;
    }

    [Fact]
    public void Leaves_The_Start_Untouched_When_Training_Goes_On()
    {
        var start = SmallModel.Checkpoint;
        var before = start.Weights.ToDictionary(tensor => tensor.Key, tensor => (float[])tensor.Value.Clone());

        ModelTraining.Run(
            TrainingData.Split([new NamedText("tiny", SmallModel.Text)]), SmallModel.Options with { Epochs = 1 }, start: start, cancellationToken: TestContext.Current.CancellationToken);

        Assert.All(before, tensor => Assert.Equal(tensor.Value, start.Weights[tensor.Key]));
    }

    [Fact]
    public void Learns_A_New_Character_When_The_Model_Writes_Subwords()
    {
        var options = TrainingPresets.Get("base") with
        {
            Epochs = 1,
            VocabularySize = 80,
            Embedding = 16,
            Width = 24,
            Streams = 4,
            Steps = 16,
            Threads = 1,
            PieceLines = 0,
        };
        var first = ModelTraining.Run(
            TrainingData.Split([new NamedText("tiny", SmallModel.Text)]) with { Speakers = ["ANA", "LUZ", "TEO"] }, options,
            cancellationToken: TestContext.Current.CancellationToken);
        var start = new Checkpoint { Shape = first.Shape, Tokenizer = first.Tokenizer, Weights = first.Weights };

        var trained = ModelTraining.Run(
            TrainingData.Split([new NamedText("more", SmallModel.Text + string.Concat(Enumerable.Repeat(News, 40)))]), options,
            start: start, cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(trained.Shape.Tied);
        Assert.Contains("ñ", trained.Tokenizer.Vocabulary);
        Assert.Contains("ANA:", trained.Tokenizer.Vocabulary);
        Assert.Equal(News, trained.Tokenizer.Decode(trained.Tokenizer.Encode(News)));
        Assert.True(double.IsFinite(trained.Best.HeldOutNats));
    }
}
