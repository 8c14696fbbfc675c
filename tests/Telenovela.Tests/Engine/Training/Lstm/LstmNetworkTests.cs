using Telenovela.Engine.Models;
using Telenovela.Engine.Training.Lstm;
using static TorchSharp.torch;

namespace Telenovela.Tests.Engine.Training.Lstm;

public sealed class LstmNetworkTests
{
    private const int Streams = 4;
    private const int Steps = 7;

    [Theory]
    [InlineData(false, false, 1, 1e-5)]
    [InlineData(true, false, 1, 1e-5)]
    [InlineData(true, false, 2, 1e-5)]
    [InlineData(false, true, 1, 2e-2)]
    [InlineData(true, true, 2, 2e-2)]
    public void Has_The_Gradients_That_Torch_Has(bool tied, bool bfloat16, int threads, double tolerance)
    {
        var shape = new ModelShape(50, 24, 40, 2) { Tied = tied };
        using var network = new LstmNetwork(shape, 5, bfloat16, new Workers(threads));
        var piece = Piece();

        var loss = Learn(network, piece);

        using var scope = NewDisposeScope();
        using var gradients = enable_grad();
        using var torch = new TorchModel(shape, network.CopyWeights());
        var expected = nn.functional.cross_entropy(
            torch.Read(piece.Inputs, Streams), tensor(piece.Targets.Select(id => (long)id).ToArray()));
        expected.backward();
        Assert.Equal(expected.item<float>(), loss / piece.Targets.Length, tolerance);
        Assert.All(network.Parameters, parameter =>
        {
            // A tied network multiplies its inputs instead of the first layer's weights.
            var factor = tied && parameter.Name == "lstm.weight_ih_l0" ? MathF.Sqrt(shape.Embedding) : 1;
            var wanted = torch.Gradient(parameter.Name).Select(value => value * factor).ToArray();
            var scale = wanted.Max(Math.Abs);
            Assert.All(wanted.Zip(parameter.Gradient), pair => Assert.Equal(pair.First, pair.Second, tolerance * scale));
        });
    }

    [Fact]
    public void Has_The_Gradients_Of_What_Is_Left_When_Dropout_Is_On()
    {
        // The same masks give the same loss; its derivative is checked by going a little way along each gradient.
        var shape = new ModelShape(30, 16, 24, 2) { Tied = true };
        var regularisation = new Regularisation(0.3, Words: 0.2, Weights: 0.3);
        using var network = new LstmNetwork(shape, 5, bfloat16: false, new Workers(1));
        var piece = Piece(vocabulary: 30);
        Learn(network, piece, regularisation);
        var gradients = network.Parameters.ToDictionary(parameter => parameter.Name, parameter => (float[])parameter.Gradient.Clone());

        foreach (var parameter in network.Parameters)
        {
            var gradient = gradients[parameter.Name];
            var norm = Math.Sqrt(gradient.Sum(value => (double)value * value));
            const float Step = 2e-3f;
            Assert.Equal(norm, (LossAt(Step) - LossAt(-Step)) / (2 * Step), Math.Max(2e-4, 0.02 * norm));

            double LossAt(float way)
            {
                var before = (float[])parameter.Values.Clone();
                for (var at = 0; at < before.Length; at++)
                {
                    parameter.Values[at] += way * (float)(gradient[at] / norm);
                }

                var loss = Learn(network, piece, regularisation) / piece.Targets.Length;
                before.CopyTo(parameter.Values, 0);
                return loss;
            }
        }
    }

    [Fact]
    public void Counts_No_Target_Below_Zero()
    {
        using var network = new LstmNetwork(new ModelShape(50, 24, 32, 1), 5, bfloat16: false, new Workers(1));
        var piece = Piece();
        var half = piece with { Targets = [.. piece.Targets.Select((target, at) => at % 2 == 0 ? target : -1)] };
        var rest = piece with { Targets = [.. piece.Targets.Select((target, at) => at % 2 == 1 ? target : -1)] };

        Assert.Equal(Learn(network, piece), Learn(network, half) + Learn(network, rest), 1e-3);
    }

    private static double Learn(LstmNetwork network, TokenPiece piece, Regularisation? regularisation = null)
    {
        using var scope = NewDisposeScope();
        using var noGradient = no_grad();
        var random = new Random(7);
        regularisation ??= new Regularisation(0);
        network.Refresh(regularisation.Weights, random);
        return network.Learn(piece, network.NewState(Streams), regularisation, random);
    }

    private static TokenPiece Piece(int vocabulary = 50)
    {
        var random = new Random(1);
        int[] Draw() => [.. Enumerable.Range(0, Streams * Steps).Select(_ => random.Next(vocabulary))];
        return new TokenPiece(Draw(), Draw(), Streams);
    }
}
