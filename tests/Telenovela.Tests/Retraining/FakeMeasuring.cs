using Telenovela.Bot.Retraining.Gate;
using Telenovela.Bot.Retraining.Training;

namespace Telenovela.Tests.Retraining;

/// <summary>Measures in the tests' own process what the child would.</summary>
internal sealed class FakeMeasuring : IMeasuringProcess
{
    public List<MeasuringOrder> Orders { get; } = [];

    public Task<Measurement> MeasureAsync(MeasuringOrder order, string file, Action<double> tell, CancellationToken cancellationToken)
    {
        order.Save(file);
        var read = MeasuringOrder.Load(file);
        File.Delete(file);
        Orders.Add(read);
        return Task.Run(() => Measuring.Of(read, tell, cancellationToken), cancellationToken);
    }
}
