using Telenovela.Bot.Retraining.Gate;
using Telenovela.Engine.Decoding;
using Telenovela.Engine.Evaluation;
using Telenovela.Tests.Engine;

namespace Telenovela.Tests.Retraining.Gate;

public sealed class LineLossesTests
{
    private static readonly LanguageModel Blurred = new(SmallModel.Checkpoint with
    {
        Weights = SmallModel.Checkpoint.Weights.ToDictionary(tensor => tensor.Key, tensor => tensor.Value.Select(value => value * 0.3f).ToArray()),
    });

    private static readonly IReadOnlyList<(string Before, string Line)> Lines = [("ANA: ", "¡Mentira!\n"), ("LUZ: ", "La quemé.\n"), ("TEO: ", "Nunca.\n")];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void Weighs_Each_Line_By_Its_Length()
    {
        var compared = LineLosses.Compare(SmallModel.Model, Blurred, Lines, Stop)!;

        var sums = Lines.Select(line => Evaluator.Evaluate(Blurred, line.Line, context: line.Before, cancellationToken: Stop)).ToList();
        Assert.Equal(sums.Sum(one => one.Nats * one.Characters) / sums.Sum(one => one.Characters), compared.Challenger, 6);
        Assert.True(compared.Difference > 0);
        Assert.Equal(3, compared.Lines);
    }

    [Fact]
    public void Has_No_Error_When_Both_Are_The_Same_And_None_At_All_For_One_Line()
    {
        Assert.Equal((0, 0), LineLosses.Compare(SmallModel.Model, SmallModel.Model, Lines, Stop) is { } same ? (same.Difference, same.StandardError) : default);
        Assert.Equal(double.NaN, LineLosses.Compare(SmallModel.Model, Blurred, [Lines[0]], Stop)!.StandardError);
        Assert.Null(LineLosses.Compare(SmallModel.Model, Blurred, [], Stop));
    }

    [Fact]
    public void Estimates_The_Error_That_Drawing_Lines_Again_Shows()
    {
        // The bootstrap (Efron 1979) as a second opinion.
        var random = new Random(3);
        IReadOnlyList<(string Before, string Line)> many = [.. SmallModel.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Distinct().SelectMany(line => new[] { 0, 2, 3, 5 }.Select(cut => ("\n" + line[..cut], line[cut..] + "\n")))];
        var estimated = LineLosses.Compare(SmallModel.Model, Blurred, many, Stop)!.StandardError;

        var drawn = Enumerable.Range(0, 60).Select(_ => LineLosses.Compare(SmallModel.Model, Blurred, [.. many.Select(_ => many[random.Next(many.Count)])], Stop)!.Difference).ToList();

        var spread = Math.Sqrt(drawn.Sum(difference => Math.Pow(difference - drawn.Average(), 2)) / (drawn.Count - 1));
        Assert.InRange(estimated / spread, 0.6, 1.6);
    }

    [Fact]
    public void Counts_The_First_Character_Behind_A_Context_And_Nothing_Of_The_Context()
    {
        var whole = Evaluator.Evaluate(SmallModel.Model, "ANA: Nunca.\n", cancellationToken: Stop);
        var first = Evaluator.Evaluate(SmallModel.Model, "ANA: ", cancellationToken: Stop);
        var behind = Evaluator.Evaluate(SmallModel.Model, "Nunca.\n", context: "ANA: ", cancellationToken: Stop);

        Assert.Equal(7, behind.Characters);
        Assert.Equal(whole.Nats * whole.Characters, (first.Nats * first.Characters) + (behind.Nats * behind.Characters), 4);
        Assert.Equal(1, Evaluator.Evaluate(SmallModel.Model, "N", context: "ANA: ", cancellationToken: Stop).Characters);
    }
}
