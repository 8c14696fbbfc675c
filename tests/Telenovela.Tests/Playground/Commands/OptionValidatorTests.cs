using Telenovela.Bot.Commands.Definitions;
using Telenovela.Playground.Commands;

namespace Telenovela.Tests.Playground.Commands;

public sealed class OptionValidatorTests
{
    [Theory]
    [InlineData(OptionType.WholeNumber, "200", "200")]
    [InlineData(OptionType.WholeNumber, " -3 ", "-3")]
    [InlineData(OptionType.Number, "0.8", "0.8")]
    [InlineData(OptionType.Number, "0,8", "0.8")]
    [InlineData(OptionType.Boolean, "true", "true")]
    [InlineData(OptionType.Boolean, "Falso", "false")]
    [InlineData(OptionType.User, "@rafael", "\"700000000000000002\"")]
    [InlineData(OptionType.Text, "200", "\"200\"")]
    public void Makes_Json_Of_The_Options_Type_When_The_Text_Fits(OptionType type, string text, string json) =>
        Assert.Equal(json, OptionValidator.Check(Option(type), text).Value?.ToJsonString());

    [Theory]
    [InlineData(OptionType.WholeNumber, "2.5", "ProblemWhole")]
    [InlineData(OptionType.WholeNumber, "9007199254740992", "ProblemWhole")]
    [InlineData(OptionType.WholeNumber, "many", "ProblemWhole")]
    [InlineData(OptionType.Number, "NaN", "ProblemNumber")]
    [InlineData(OptionType.Number, "1e5", "ProblemNumber")]
    [InlineData(OptionType.Boolean, "perhaps", "ProblemBoolean")]
    [InlineData(OptionType.User, "stranger", "ProblemPerson")]
    public void Names_The_Problem_When_The_Text_Does_Not_Fit(OptionType type, string text, string key)
    {
        var check = OptionValidator.Check(Option(type), text);

        Assert.Null(check.Value);
        Assert.Equal(key, check.Problem?.Key);
    }

    [Theory]
    [InlineData("19", "ProblemBoundsBetween")]
    [InlineData("20", null)]
    [InlineData("600", null)]
    [InlineData("601", "ProblemBoundsBetween")]
    public void Keeps_Numbers_Within_Their_Bounds_When_They_Have_Some(string text, string? key) => Assert.Equal(
        key, OptionValidator.Check(Option(OptionType.WholeNumber) with { MinValue = 20, MaxValue = 600 }, text).Problem?.Key);

    [Theory]
    [InlineData("ab", "ProblemTooShort")]
    [InlineData("abc", null)]
    [InlineData("abcdef", "ProblemTooLong")]
    public void Keeps_Texts_Within_Their_Lengths_When_They_Have_Some(string text, string? key) => Assert.Equal(
        key, OptionValidator.Check(Option(OptionType.Text) with { MinLength = 3, MaxLength = 5 }, text).Problem?.Key);

    [Fact]
    public void Sends_The_Choices_Value_When_Its_Name_Was_Typed()
    {
        var option = Option(OptionType.WholeNumber) with { Choices = [new("One", "1"), new("Two", "2")] };

        Assert.Equal("2", OptionValidator.Check(option, "two").Value?.ToJsonString());
        Assert.Equal("ProblemChoice", OptionValidator.Check(option, "three").Problem?.Key);
    }

    [Fact]
    public void Misses_The_Option_When_It_Is_Required_Only()
    {
        Assert.Null(OptionValidator.Check(Option(OptionType.Text), " ").Problem);
        Assert.Equal("ProblemRequired", OptionValidator.Check(Option(OptionType.Text) with { Required = true }, " ").Problem?.Key);
    }

    private static OptionDefinition Option(OptionType type) => new(type, new("option", "opción"), new("An option", "Una opción"));
}
