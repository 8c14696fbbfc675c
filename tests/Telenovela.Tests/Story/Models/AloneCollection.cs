namespace Telenovela.Tests.Story.Models;

/// <summary>Tests of the whole process's memory: nothing else may run beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    public const string Name = "alone";
}
