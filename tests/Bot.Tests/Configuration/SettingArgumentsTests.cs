using Bot.Configuration;

namespace Bot.Tests.Configuration;

public sealed class SettingArgumentsTests
{
    [Fact]
    public void SettingsAreDistinguishedFromVerbsOptionsAndText()
    {
        var split = SettingArguments.Split(["ask", "--Http:Url", "http://127.0.0.1:1", "why", "--Console:Mode=Off", "--json", "a:b", "--reading", "x"]);

        Assert.Equal("http://127.0.0.1:1", split.Settings["Http:Url"]);
        Assert.Equal("Off", split.Settings["console:mode"]);
        Assert.Equal(["ask", "why", "--json", "a:b", "--reading", "x"], split.Rest);
    }

    [Fact]
    public void NothingBehindTwoDashesIsASetting() =>
        Assert.Equal(["ask", "--", "--Http:Url", "x"], SettingArguments.Split(["ask", "--", "--Http:Url", "x"]).Rest);

    [Theory]
    [InlineData("--Http:Url")]
    [InlineData("--Http:Url", "--json")]
    public void ASettingWithoutAValueIsNamed(params string[] args) =>
        Assert.Equal("The setting Http:Url has no value. Write --Http:Url VALUE.", Assert.Throws<WrongSettingException>(() => SettingArguments.Split(args)).Message);
}
