using Bot.Web.Settings;

namespace Bot.Web.Tests;

public sealed class WebOptionsTests
{
    [Fact]
    public void TheDefaultsAreGood() => Assert.True(Validate(new WebOptions()).Succeeded);

    [Theory]
    [InlineData("", "", "", "", "Web:Channels")]
    [InlineData("one,one", "", "", "", "Web:Channels")]
    [InlineData("Week 2", "", "", "", "Web:Channels")]
    [InlineData("seminar", "seminar.example", "", "", "Web:PublicUrl")]
    [InlineData("seminar", "ftp://seminar.example", "", "", "Web:PublicUrl")]
    [InlineData("seminar", "https://seminar.example/path", "", "", "Web:PublicUrl")]
    [InlineData("seminar", "", "short", "", "Web:Password")]
    [InlineData("seminar", "", "", "short", "Web:TeacherPassword")]
    [InlineData("seminar", "", "the same password", "the same password", "Web:Password and Web:TeacherPassword")]
    public void WrongSettingsAreNamed(string channels, string publicUrl, string password, string teacherPassword, string setting)
    {
        var outcome = Validate(new WebOptions { Channels = channels, PublicUrl = publicUrl, Password = password, TeacherPassword = teacherPassword });

        Assert.StartsWith(setting, Assert.Single(outcome.Failures!), StringComparison.Ordinal);
    }

    private static Microsoft.Extensions.Options.ValidateOptionsResult Validate(WebOptions options) => new WebOptionsValidator().Validate(null, options);
}
