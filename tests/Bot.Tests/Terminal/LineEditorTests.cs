using Bot.Chat.Delivery;
using Bot.Terminal;
using CsCheck;

namespace Bot.Tests.Terminal;

public sealed class LineEditorTests
{
    [Theory]
    [InlineData("why<Enter>", "why")]
    [InlineData("wy<Left>h<Enter>", "why")]
    [InlineData("hy<Home>w<End>?<Enter>", "why?")]
    [InlineData("hy<C-a>w<C-e>?<Enter>", "why?")]
    [InlineData("whyy<Backspace><Enter>", "why")]
    [InlineData("wxhy<Home><Right><Delete><Enter>", "why")]
    [InlineData("wxhy<C-a><C-f><C-d><Enter>", "why")]
    [InlineData("one two three<C-w><Enter>", "one two ")]
    [InlineData("one two  <C-w><Enter>", "one ")]
    [InlineData("one two<M-b><C-k><Enter>", "one ")]
    [InlineData("one two<C-Left><C-Left>x<Enter>", "xone two")]
    [InlineData("one two<Home><C-Right>x<Enter>", "onex two")]
    [InlineData("one two<Home><M-d><Enter>", " two")]
    [InlineData("one two<M-b><C-u><Enter>", "two")]
    [InlineData("one two<C-w><Home><C-y><Enter>", "twoone ")]
    [InlineData("a🤔b<Left><Backspace><Enter>", "ab")]
    [InlineData("e\u0301x<Left><Backspace><Enter>", "x")]
    [InlineData("<Left><Backspace><Delete><C-k><C-u><C-w><C-y><Escape><F5>a<Enter>", "a")]
    public async Task KeysEditTheLineAsInAShell(string keys, string line) =>
        Assert.Equal(line, await Editor(new FakeTerminal(FakeTerminal.Keys(keys))).ReadLineAsync(CancellationToken.None));

    [Fact]
    public async Task LinesTypedBeforeComeBack()
    {
        var editor = Editor(new FakeTerminal(FakeTerminal.Keys("one<Enter>two<Enter>dra<Up><Up><Up><Down><Enter>new<Up><Down><Enter>")));

        Assert.Equal("one", await editor.ReadLineAsync(CancellationToken.None));
        Assert.Equal("two", await editor.ReadLineAsync(CancellationToken.None));
        Assert.Equal("two", await editor.ReadLineAsync(CancellationToken.None));
        Assert.Equal("new", await editor.ReadLineAsync(CancellationToken.None));
    }

    [Theory]
    [InlineData("sh<Tab>1<Enter>", "show 1")]
    [InlineData("s<Tab>h<Tab><Enter>", "show ")]
    [InlineData("find sh<Tab><Enter>", "find sh")]
    [InlineData("zz<Tab><Enter>", "zz")]
    public async Task TabCompletesWhatIsClear(string keys, string line) =>
        Assert.Equal(line, await Editor(new FakeTerminal(FakeTerminal.Keys(keys))).ReadLineAsync(CancellationToken.None));

    [Fact]
    public async Task ASecondTabShowsWhatThereIs()
    {
        var terminal = new FakeTerminal(FakeTerminal.Keys("s<Tab><Tab>"));
        await Editor(terminal).ReadLineAsync(CancellationToken.None);

        Assert.Contains("show  summary", terminal.Written, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<C-d>")]
    [InlineData("<C-c><C-c>")]
    [InlineData("")]
    public async Task ControlDOrTwiceControlCOnAnEmptyLineLeaves(string keys) =>
        Assert.Null(await Editor(new FakeTerminal(FakeTerminal.Keys(keys))).ReadLineAsync(CancellationToken.None));

    [Fact]
    public async Task ControlCDropsTheLineAndNothingElse() =>
        Assert.Equal("b", await Editor(new FakeTerminal(FakeTerminal.Keys("a<C-c>b<Enter>"))).ReadLineAsync(CancellationToken.None));

    [Theory]
    [InlineData(20)]
    [InlineData(33)]
    [InlineData(80)]
    public async Task ALongLineScrollsAndNeverRunsOverTheEdge(int width)
    {
        var terminal = new FakeTerminal(FakeTerminal.Keys("한국어 🤔 and a line that does not fit into a narrow window at all")) { Width = width };
        await Editor(terminal).ReadLineAsync(CancellationToken.None);

        Assert.True(Cells.Of(terminal.LastLine) < width, terminal.LastLine);
        Assert.EndsWith("window at all"[^10..], terminal.LastLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AClaimOfThousandsOfCharactersIsTakenAsFastAsItIsPasted()
    {
        var claim = string.Concat(Enumerable.Repeat("Sanctions never work. ", 150)).Trim();
        var terminal = new FakeTerminal(FakeTerminal.Keys($"{claim}<Enter>"));
        var watch = System.Diagnostics.Stopwatch.StartNew();

        Assert.Equal(claim, await Editor(terminal).ReadLineAsync(CancellationToken.None));

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"took {watch.Elapsed}");
    }

    [Fact]
    public void NoKeysMoveTheCursorOutsideTheLine() => Gen.Int[0, 12].Array.Sample(keys =>
    {
        var buffer = new LineBuffer();
        foreach (var key in keys)
        {
            Press(buffer, key);
            Assert.InRange(buffer.Cursor, 0, buffer.Text.Length);
        }
    });

    private static void Press(LineBuffer buffer, int key)
    {
        Action[] actions =
        [
            () => buffer.Insert("e\u0301🤔 "), () => buffer.Insert("a"), buffer.MoveLeft, buffer.MoveRight, buffer.MoveHome, buffer.MoveEnd, buffer.MoveWordLeft,
            buffer.MoveWordRight, buffer.Backspace, buffer.Delete, buffer.KillWordLeft, buffer.KillToEnd, buffer.Yank,
        ];
        actions[key]();
    }

    private static LineEditor Editor(FakeTerminal terminal) => new(terminal, (line, cursor) =>
    {
        string[] words = line.Contains(' ', StringComparison.Ordinal) ? [] : ["show ", "summary "];
        return new Completion(0, [.. words.Where(word => word.StartsWith(line[..cursor], StringComparison.Ordinal))]);
    });
}
