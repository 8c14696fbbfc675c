using Telenovela.Bot.Retraining;
using Telenovela.Story.Models;
using Telenovela.Story.Models.Generations;
using Telenovela.Tests.Story.Models.Generations;

namespace Telenovela.Tests.Retraining;

public sealed class ModelsInUseTests : IDisposable
{
    private readonly GenerationsUnderTest _generations = new();

    public void Dispose() => _generations.Dispose();

    [Fact]
    public void Names_What_Rolling_Back_Does_Whoever_Made_The_Generations()
    {
        var live = new LiveModels(_generations.Store);
        var models = new ModelsInUse(live, _generations.Store);
        Assert.Null(models.FindInUse());
        var first = _generations.Publish(1);
        _generations.Publish(2);
        _generations.Store.RollBack();
        var third = _generations.Publish(3);

        Assert.Equal((third.Id, first.Id), (models.FindInUse(), models.FindBefore()));
        Assert.Equal(first.Id, live.RollBack().Id);
        Assert.Equal((first.Id, null), (models.FindInUse(), models.FindBefore()));
        Assert.Null(live.RollBack().Id);
        Assert.Null(models.FindInUse());
    }

    [Fact]
    public void Names_The_One_Before_When_The_Parent_Is_Damaged()
    {
        var first = _generations.Publish(1);
        var second = _generations.Publish(2);
        _generations.Publish(3);
        File.Delete(Path.Combine(second.Directory, "manifest.sha256"));

        Assert.Equal(first.Id, new ModelsInUse(new LiveModels(_generations.Store), _generations.Store).FindBefore());
    }

    [Fact]
    public void Names_Nothing_When_The_Process_Does_Not_Retrain()
    {
        Assert.Null(new NoModelsInUse().FindInUse());
        Assert.Throws<GenerationException>(new NoModelsInUse().FindBefore);
    }
}
