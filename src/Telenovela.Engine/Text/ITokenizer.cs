namespace Telenovela.Engine.Text;

/// <summary>Cuts text into the tokens that a model reads and writes.</summary>
public interface ITokenizer
{
    /// <summary>What kind it is, as a checkpoint names it.</summary>
    string Kind { get; }

    /// <summary>How many tokens there are; ids run from 0 to one less.</summary>
    int Count { get; }

    /// <summary>The id that stands for everything outside the vocabulary; never sampled.</summary>
    int Unknown { get; }

    /// <summary>The ids of a text; what is outside the vocabulary becomes <see cref="Unknown"/>.</summary>
    int[] Encode(string text);

    /// <summary>The text of one id; empty for <see cref="Unknown"/>.</summary>
    string Decode(int id);
}
