using Telenovela.Engine.Evaluation;

namespace Telenovela.Tests.Engine.Evaluation;

public sealed class EvaluatorTests
{
    [Fact]
    public void Agrees_With_Training_When_The_Text_Is_The_Held_Out_One()
    {
        var heldOut = SmallModel.Text[^(SmallModel.Text.Length / 10)..];

        var evaluation = Evaluator.Evaluate(SmallModel.Model, heldOut, cancellationToken: TestContext.Current.CancellationToken);

        // Training reads the held-out text in parallel streams, whose first characters lack context.
        Assert.Equal(SmallModel.Trained.Best.HeldOutNats, evaluation.Nats, 0.25);
        Assert.Equal(heldOut.Length - 1, evaluation.Characters);
        Assert.Equal(evaluation.Nats / Math.Log(2), evaluation.BitsPerCharacter, 1e-9);
    }

    [Fact]
    public void Is_Surprised_When_Characters_Are_Foreign()
    {
        var known = Evaluator.Evaluate(SmallModel.Model, "ANA: ¡Mentira!\n", cancellationToken: TestContext.Current.CancellationToken);
        var foreign = Evaluator.Evaluate(SmallModel.Model, "ANA: 漢字漢字!\n", cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(foreign.Nats > known.Nats);
    }

    [Fact]
    public void Refuses_When_There_Is_Nothing_To_Foresee() =>
        Assert.Throws<ArgumentException>(() => Evaluator.Evaluate(SmallModel.Model, "a", cancellationToken: TestContext.Current.CancellationToken));
}
