using Telenovela.Bot.Contributions;
using Telenovela.Bot.Retraining.Gate;

namespace Telenovela.Tests.Retraining.Gate;

public sealed class RightlyKnownTests
{
    private static readonly WithheldLine Withheld = new("high_tide", "High Tide", "en", "ANA", "I never loved your brother, Teo. (laughs)");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("I never loved your brother, Teo.", false)]
    [InlineData("i NEVER loved your brothers, Teo!", false)]
    [InlineData("I never trusted the lighthouse, Rita.", true)]
    [InlineData("¡…!", true)]
    public void Leaves_A_Line_Out_When_Somebody_Else_Gave_Nearly_The_Same(string learnable, bool stays) =>
        Assert.Equal(stays, RightlyKnown.Without([Withheld], [Learnable("The tide takes what it wants."), Learnable(learnable)], Stop).Count == 1);

    [Fact]
    public void Keeps_The_Others_In_Their_Order()
    {
        var lines = new[] { "Nobody leaves this island alive.", "Give me that letter at once, Rita.", "The lamp went out at midnight." }.Select(text => Withheld with { Text = text }).ToList();

        Assert.Equal([lines[0], lines[2]], RightlyKnown.Without(lines, [Learnable("Give me that letter at once, Rosa!")], Stop));
        Assert.Equal(lines, RightlyKnown.Without(lines, [], Stop));
        Assert.Empty(RightlyKnown.Without([], [Learnable("Give me the letter.")], Stop));
    }

    private static ApprovedLine Learnable(string text) =>
        new(1, 1, "high_tide", "High Tide", "en", "LUZ", text, null, false, new DateOnly(2026, 11, 25), "somebody", "key");
}
