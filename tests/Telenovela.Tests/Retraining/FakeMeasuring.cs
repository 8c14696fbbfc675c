using Telenovela.Bot.Retraining.Gate;
using Telenovela.Bot.Retraining.Training;

namespace Telenovela.Tests.Retraining;

/// <summary>Measures in the tests' own process what the child would; a test may meddle.</summary>
internal sealed class FakeMeasuring : IMeasuringProcess
{
    /// <summary>Called before a measuring.</summary>
    public Func<Task> Before { get; set; } = () => Task.CompletedTask;

    public List<MeasuringOrder> Orders { get; } = [];

    public async Task<Measurement> MeasureAsync(MeasuringOrder order, string file, Action<double> tell, CancellationToken cancellationToken)
    {
        order.Save(file);
        var read = MeasuringOrder.Load(file);
        File.Delete(file);
        Orders.Add(read);
        await Before();
        return await Task.Run(() => Measuring.Of(read, tell, cancellationToken), cancellationToken);
    }
}
