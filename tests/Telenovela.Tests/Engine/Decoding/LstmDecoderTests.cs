using Telenovela.Engine.Checkpoints;
using Telenovela.Engine.Decoding;
using Telenovela.Engine.Models;
using Telenovela.Engine.Training.Lstm;
using static TorchSharp.torch;

namespace Telenovela.Tests.Engine.Decoding;

public sealed class LstmDecoderTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Predicts_What_Torch_Predicts_When_Given_The_Same_Weights(bool tied)
    {
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        var model = Random(tied);
        using var torch = new TorchModel(model.Shape, model.Weights);
        int[] tokens = [.. Enumerable.Range(0, 1000).Select(at => 1 + (at * at % (model.Shape.Vocabulary - 1)))];
        var expected = torch.Read(tokens, streams: 1).contiguous().data<float>().ToArray();

        var decoder = new LstmDecoder(new LanguageModel(model));
        for (var at = 0; at < tokens.Length; at++)
        {
            decoder.Read(tokens[at]);
            AssertClose(expected.AsSpan(at * model.Shape.Vocabulary, model.Shape.Vocabulary), decoder.Predict());
        }
    }

    [Fact]
    public void Agrees_With_Single_Decoders_When_Texts_Are_Read_Side_By_Side()
    {
        var model = new LanguageModel(Random(tied: true));
        var batch = new LstmBatch(model);
        var single = Enumerable.Range(0, LstmBatch.Lanes).Select(_ => new LstmDecoder(model)).ToArray();
        var logits = new float[model.Shape.Vocabulary];
        for (var step = 0; step < 40; step++)
        {
            int[] tokens =
            [
                .. Enumerable.Range(0, LstmBatch.Lanes).Select(lane => 1 + ((step * 7) + (lane * 3)) % (model.Shape.Vocabulary - 1)),
            ];
            batch.Read(tokens);
            batch.Predict();
            for (var lane = 0; lane < LstmBatch.Lanes; lane++)
            {
                single[lane].Read(tokens[lane]);
                batch.CopyLogits(lane, logits);
                AssertClose(single[lane].Predict(), logits);
            }
        }
    }

    [Fact]
    public void Goes_On_Where_It_Was_When_A_Lane_Is_Saved_And_Loaded()
    {
        var model = new LanguageModel(Random(tied: false));
        var decoder = new LstmDecoder(model);
        decoder.Read(3);
        decoder.Read(5);
        var batch = new LstmBatch(model);

        batch.Load(4, decoder);
        var saved = batch.Save(4);
        decoder.Read(7);
        saved.Read(7);

        Assert.Equal(decoder.Predict().ToArray(), saved.Predict().ToArray());
    }

    /// <summary>
    /// A model that has learned nothing, with layers of different widths where it is tied, and widths that fill no register.
    /// </summary>
    private static Checkpoint Random(bool tied)
    {
        var tokenizer = Telenovela.Engine.Tokenizers.CharacterTokenizer.Learn("\n abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLM:.!?");
        var shape = new ModelShape(tokenizer.Count, 20, 36, 2) { Tied = tied };
        using var network = new LstmNetwork(shape, 9, bfloat16: false, new Workers(1));
        return new Checkpoint { Shape = shape, Tokenizer = tokenizer, Weights = network.CopyWeights() };
    }

    private static void AssertClose(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var at = 0; at < expected.Length; at++)
        {
            Assert.Equal(expected[at], actual[at], 1e-4);
        }
    }
}
