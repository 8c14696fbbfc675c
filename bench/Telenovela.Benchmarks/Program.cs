using System.Globalization;
using BenchmarkDotNet.Running;
using Telenovela.Benchmarks.Interactions;
using Telenovela.Benchmarks.Models;
using Telenovela.Benchmarks.Retraining;
using Telenovela.Benchmarks.Storage;
using Telenovela.Benchmarks.Training;
using Telenovela.Benchmarks.Writing;

switch (args)
{
    case ["store-kill", .. var rest]:
        return await KillTest.RunAsync(rest);
    case ["store-contribute", var folder, var from]:
        return await ContributingChild.RunAsync(folder, ulong.Parse(from, CultureInfo.InvariantCulture));
    case ["store-figures", .. var rest]:
        return await StoreFigures.RunAsync(rest);
    case ["check-figures", .. var rest]:
        return await CheckFigures.RunAsync(rest);
    case ["retrain-kill", .. var rest]:
        return await RetrainKillTest.RunAsync(rest);
    case ["retrain-night", .. var rest]:
        return await NightBench.RunAsync(rest);
    case ["retrain-latency", .. var rest]:
        return await RetrainLatency.RunAsync(rest);
    case ["generation-kill", .. var rest]:
        return await GenerationKillTest.RunAsync(rest);
    case ["generation-publish", var folder, var seed]:
        return PublishingChild.Run(folder, int.Parse(seed, CultureInfo.InvariantCulture));
    case ["train-speed", var corpus, var seconds, var threads]:
        return TrainSpeed.Run(corpus, int.Parse(seconds, CultureInfo.InvariantCulture), int.Parse(threads, CultureInfo.InvariantCulture));
    case ["candidate-lines", var model, var count, var seed, var output]:
        return CandidateLines.Run(
            model, int.Parse(count, CultureInfo.InvariantCulture), int.Parse(seed, CultureInfo.InvariantCulture), output);
    case ["fit-lines", var readings]:
        return FitLines.Run(readings);
    case ["hot-swap", .. var rest]:
        return await HotSwap.RunAsync(rest);
    case ["deliveries", .. var rest]:
        return await DeliveriesBench.RunAsync(rest);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(KillTest).Assembly).Run(args);
        return 0;
}
