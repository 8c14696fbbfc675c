using Telenovela.Bot.Retraining.Gate;
using Telenovela.Bot.Retraining.Reports;

namespace Telenovela.Tests.Retraining.Gate;

public sealed class PromotionGateTests
{
    private const double Tolerance = 0.005;

    private static readonly ModelReport Good = new("telenovela-en", "en")
    {
        HeldOut = new Comparison(1.2, 1.2, 1000),
        HeldOutLines = new LineComparison(1.5, 1.4, 60, 0.02),
        ShippedNats = 1.19,
        Canaries = new CanaryFigures(12, 12, 0.98, 30),
        Exposure = new ExposureFigures(8, 0.01, 0.02),
    };

    [Fact]
    public void Passes_When_Nothing_Is_Worse() => Assert.Empty(Failed(Good));

    [Theory]
    [InlineData(1.2049, true)]
    [InlineData(1.2051, false)]
    [InlineData(double.NaN, false)]
    [InlineData(double.PositiveInfinity, false)]
    public void Allows_The_Held_Out_Episodes_A_Tolerance(double challenger, bool passes) =>
        Assert.Equal(!passes, Failed(Good with { HeldOut = new Comparison(1.2, challenger, 1000) }).Contains(GateRule.HeldOutEpisodes));

    [Theory]
    [InlineData(49, 1.5, 1.519, 0.02, true)]
    [InlineData(49, 1.5, 1.521, 0.02, false)]
    [InlineData(50, 1.5, 1.501, 0.02, false)]
    [InlineData(50, 1.5, 1.5, 0.02, true)]
    [InlineData(1, 1.5, 9.0, double.NaN, true)]
    [InlineData(50, 1.5, double.NaN, 0.02, false)]
    public void Lets_Few_Contributions_Differ_By_Their_Standard_Error(int lines, double champion, double challenger, double error, bool passes) =>
        Assert.Equal(!passes, Failed(Good with { HeldOutLines = new LineComparison(champion, challenger, lines, error) }).Contains(GateRule.HeldOutContributions));

    [Theory]
    [InlineData(1.2, true)]
    [InlineData(1.1801, true)]
    [InlineData(1.1799, false)]
    [InlineData(double.NaN, false)]
    public void Allows_The_Nights_Since_The_Model_Was_Shipped_Four_Tolerances_In_All(double shipped, bool passes) =>
        Assert.Equal(!passes, Failed(Good with { HeldOut = new Comparison(1.195, 1.2, 1000), ShippedNats = shipped }).Contains(GateRule.Drift));

    [Theory]
    [InlineData(1.30, 1.29, true)]
    [InlineData(1.30, 1.30, true)]
    [InlineData(1.30, 1.303, false)]
    public void Lets_A_Champion_That_Has_Drifted_Come_Back(double champion, double challenger, bool passes) =>
        Assert.Equal(!passes, Failed(Good with { HeldOut = new Comparison(champion, challenger, 1000), ShippedNats = 1.2 }).Contains(GateRule.Drift));

    [Fact]
    public void Shows_No_Drift_When_The_Shipped_Model_Cannot_Be_Compared() =>
        Assert.DoesNotContain(PromotionGate.Judge(Good with { ShippedNats = null }, Tolerance, 0), finding => finding.Rule == GateRule.Drift);

    [Fact]
    public void Shows_No_Contributions_When_There_Are_None() =>
        Assert.DoesNotContain(PromotionGate.Judge(Good with { HeldOutLines = null }, Tolerance, 0), finding => finding.Rule == GateRule.HeldOutContributions);

    [Fact]
    public void Names_Each_Thing_That_Is_Wrong()
    {
        Assert.Equal([GateRule.Endings], Failed(Good with { Canaries = new CanaryFigures(12, 11, 0.98, 30) }));
        Assert.Equal([GateRule.KnownWords], Failed(Good with { Canaries = new CanaryFigures(12, 12, 0.5, 30) }));
        Assert.Equal([GateRule.Copies], Failed(Good with { Canaries = new CanaryFigures(12, 12, 0.98, 61) }));
        Assert.Equal([GateRule.Exposure], Failed(Good with { Exposure = new ExposureFigures(8, 0.07, 0.02) }));
        Assert.Equal([GateRule.Lineage], PromotionGate.Judge(Good, Tolerance, 1).Where(finding => !finding.Passed).Select(finding => finding.Rule));
        Assert.Equal([GateRule.Finite], Failed(Good with { HeldOutLines = new LineComparison(1.5, double.NaN, 1, double.NaN) }).Except([GateRule.HeldOutContributions]));
    }

    [Fact]
    public void Fails_What_Was_Never_Measured() =>
        Assert.Equal([GateRule.Finite, GateRule.HeldOutEpisodes, GateRule.Endings], Failed(new ModelReport("telenovela-en", "en")));

    private static IEnumerable<GateRule> Failed(ModelReport report) =>
        PromotionGate.Judge(report, Tolerance, 0).Where(finding => !finding.Passed).Select(finding => finding.Rule);
}
